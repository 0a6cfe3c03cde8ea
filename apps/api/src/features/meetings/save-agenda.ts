import type { MeetingView } from "@avances/contracts";
import {
  type AgendaRow,
  insertAgendaItem,
  placeAgendaItem,
  removeAgendaItem,
  setAgendaAside,
} from "@avances/db/queries/agenda-queries";
import { lockMatter, updateMatter } from "@avances/db/queries/matter-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import {
  type AgendaChanges,
  agendaChanges,
  agendaFaults,
  comparePoints,
  isSide,
  otherLanguage,
  type PointDraft,
  type PointPlace,
  pointName,
} from "@avances/domain/network";
import { type PersonalDetail, personalDetailKinds, personalDetails } from "@avances/domain/text";
import type { Deps } from "#deps.ts";
import { found } from "#features/shared/allow.ts";
import { askAboutDetails } from "#features/shared/ask-about-details.ts";
import {
  type Acting,
  beginMatter,
  fileMatter,
  noteMatterAct,
  reviseMatter,
  translateMatter,
  type WrittenMatter,
} from "#features/shared/file-matter.ts";
import { readAgenda, recordedPoints } from "./agenda-view.ts";
import { actOnMeeting, type DecidedOnMeeting } from "./meeting-act.ts";
import type { MeetingDeps } from "./meeting-view.ts";

interface WrittenAgenda extends DecidedOnMeeting {
  readonly points: readonly PointDraft[];
  /** Why points are withdrawn; else it may be empty. */
  readonly reason: string;
  readonly overruled: readonly PersonalDetail[];
}

/**
 * Saves the agenda of a meeting whole: new points are put before the Network at once, changed ones become another version, and those that are not
 * named any more are withdrawn. Refuses with `agenda-refused` and every fault, and asks about details of persons.
 */
export function saveAgenda(
  deps: MeetingDeps & Pick<Deps, "newId">,
  actor: Actor,
  { points, reason, overruled, ...decided }: WrittenAgenda,
): Promise<MeetingView> {
  return actOnMeeting(deps, actor, decided, async (tx, meeting, now) => {
    const agenda = await readAgenda(tx, meeting.id);
    const recorded = recordedPoints(agenda);
    const known = new Set((await listParticipants(tx)).map(({ code }) => code).filter(isSide));
    const faults = agendaFaults(points, { recorded, known, reason });
    if (faults.length > 0) throw new DomainError("agenda-refused", { faults });
    const changes = agendaChanges(points, recorded);
    askAtOnce(changes, overruled);
    const acting = { tx, actor, now, newId: deps.newId };
    const write = writer(acting, { meetingId: meeting.id, rows: agenda.rows, overruled, reason: reason.trim() });
    for (const { id } of changes.withdrawn) await write.withdraw(id);
    const order = [...points].sort(comparePoints);
    const kept = order.flatMap(({ id }) => (id === null ? [] : [id]));
    if (kept.length > 0) await setAgendaAside(tx, kept);
    for (const [index, point] of order.entries()) await write.put(point, index + 1, changes);
    const { before, after } = told(changes);
    return { act: "agenda_changed", before, after, reason: reason.trim() };
  });
}

/** All kinds that any of the new words seem to hold, in one question. */
function askAtOnce(changes: AgendaChanges, overruled: readonly PersonalDetail[]): void {
  const written = [...changes.added, ...changes.retitled, ...changes.translated];
  const all = new Set(written.flatMap(({ title, translation }) => [title, translation ?? ""]).flatMap(personalDetails));
  const asked = personalDetailKinds.filter((kind) => all.has(kind) && !overruled.includes(kind));
  if (asked.length > 0) throw new DomainError("personal-details", { found: asked });
}

interface Context {
  readonly meetingId: string;
  readonly rows: readonly AgendaRow[];
  readonly overruled: readonly PersonalDetail[];
  readonly reason: string;
}

function writer(acting: Acting, { meetingId, overruled, reason }: Context) {
  const { tx, actor, now, newId } = acting;
  const wordsOf = (point: PointDraft, isTranslated: boolean): WrittenMatter => ({
    ...{ language: point.language, subject: point.title, body: "", meetingId, visibility: "network", overruled },
    translation: isTranslated && point.translation !== null ? { subject: point.translation, body: "" } : null,
    files: [],
  });

  return {
    async withdraw(id: string): Promise<void> {
      const row = found(await lockMatter(tx, id, "agenda_item"));
      const by = { withdrawnAt: now, withdrawnBy: actor.userId, withdrawnByName: actor.displayName };
      // Its place is given up first: what hangs on a matter that was withdrawn is changed no more.
      await removeAgendaItem(tx, id, now);
      const gone = found(await updateMatter(tx, id, { state: "withdrawn", ...by, withdrawnReason: reason }));
      await noteMatterAct(acting, gone, {
        act: "withdrawn",
        before: { state: row.state },
        after: { state: gone.state },
        reason,
      });
    },

    async put(point: PointDraft, place: number, changes: AgendaChanges): Promise<void> {
      const { id, number, letter, presenter: presenterCode } = point;
      const at = { place, number, letter, presenterCode };
      if (id === null) {
        const matterId = newId();
        const draft = await beginMatter(acting, { id: matterId, kind: "agenda_item" }, wordsOf(point, true));
        await insertAgendaItem(tx, { matterId, meetingId, ...at });
        await fileMatter(acting, draft);
        return;
      }
      await placeAgendaItem(tx, id, at);
      const isTranslated = changes.translated.includes(point);
      if (changes.retitled.includes(point)) {
        const row = found(await lockMatter(tx, id, "agenda_item"));
        await reviseMatter(acting, row, wordsOf(point, isTranslated));
      } else if (isTranslated) await translate(point, id);
    },
  };

  async function translate({ language, translation }: PointDraft, id: string): Promise<void> {
    const row = found(await lockMatter(tx, id, "agenda_item"));
    const subject = translation?.trim() ?? "";
    await askAboutDetails(tx, actor, now, { matterId: id, texts: [subject], overruled });
    await translateMatter(acting, row, { language: otherLanguage(language), subject, body: "" });
  }
}

/** The points by what was done to them, as they are spoken of: never their words. */
function told({ added, withdrawn, moved, retitled, translated, presented }: AgendaChanges) {
  const names = (points: readonly PointPlace[]) => [...points].sort(comparePoints).map(pointName).join(", ");
  const lists = { added, retitled, translated, presented };
  const said = Object.entries(lists).flatMap(([what, points]) =>
    points.length === 0 ? [] : [[what, names(points)] as const],
  );
  // In the order of where they were, so that what stands at one place of each list belongs together.
  const ways = [...moved].sort((one, other) => comparePoints(one.from, other.from));
  const from = ways.length === 0 ? {} : { moved: ways.map((way) => pointName(way.from)).join(", ") };
  const to = ways.length === 0 ? {} : { moved: ways.map((way) => pointName(way.to)).join(", ") };
  const gone = withdrawn.length === 0 ? {} : { withdrawn: names(withdrawn) };
  return { before: { ...gone, ...from }, after: { ...Object.fromEntries(said), ...to } };
}
