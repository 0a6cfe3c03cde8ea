import type { MeetingView } from "@avances/contracts";
import {
  insertAgendaItems,
  placeAgendaItems,
  removeAgendaItems,
  setAgendaAside,
} from "@avances/db/queries/agenda-queries";
import { appendAuditEvents } from "@avances/db/queries/audit-queries";
import { lockMatters } from "@avances/db/queries/matter-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import {
  type AgendaChanges,
  agendaChanges,
  agendaFaults,
  comparePoints,
  isSide,
  type PointDraft,
  type PointPlace,
  pointName,
} from "@avances/domain/network";
import { type PersonalDetail, personalDetailKinds, personalDetails } from "@avances/domain/text";
import type { Deps } from "#deps.ts";
import {
  type Acting,
  fileNewMatters,
  retitleMatters,
  translateMatters,
  type WrittenTitle,
  withdrawMatters,
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
    const acting = { tx, actor, now, newId: deps.newId };
    const order = [...points].sort(comparePoints).map((point, index) => ({
      ...{ point, matterId: point.id ?? deps.newId(), isNew: point.id === null, place: index + 1 },
    }));
    await askAtOnce(acting, order, changes, overruled);
    await write(acting, meeting.id, order, changes, reason.trim());
    const { before, after } = told(changes);
    return { act: "agenda_changed", before, after, reason: reason.trim() };
  });
}

/** A point at its place of the whole agenda, with the matter that it is or becomes. */
interface Placed {
  readonly point: PointDraft;
  readonly matterId: string;
  readonly isNew: boolean;
  readonly place: number;
}

/** All kinds of details that any of the new words seem to hold, in one question; what was overruled is recorded of each point, as kinds. */
async function askAtOnce(
  { tx, actor, now }: Acting,
  order: readonly Placed[],
  changes: AgendaChanges,
  overruled: readonly PersonalDetail[],
): Promise<void> {
  const written = new Set([...changes.added, ...changes.retitled, ...changes.translated]);
  const found = order
    .filter(({ point }) => written.has(point))
    .map(({ matterId, point: { title, translation } }) => {
      const all = new Set([title, translation ?? ""].flatMap(personalDetails));
      return { matterId, kinds: personalDetailKinds.filter((kind) => all.has(kind)) };
    });
  const asked = personalDetailKinds.filter(
    (kind) => !overruled.includes(kind) && found.some(({ kinds }) => kinds.includes(kind)),
  );
  if (asked.length > 0) throw new DomainError("personal-details", { found: asked });
  await appendAuditEvents(
    tx,
    found
      .filter(({ kinds }) => kinds.length > 0)
      .map(({ matterId, kinds }) => ({
        ...{ at: now, actor, action: "details.overruled", objectType: "matter", objectId: matterId },
        ...{ countryCode: actor.country, detail: { kinds: kinds.join(" ") } },
      })),
  );
}

/** Writes all of it: however many points there are, in as many statements as for one. */
async function write(
  acting: Acting,
  meetingId: string,
  order: readonly Placed[],
  changes: AgendaChanges,
  reason: string,
): Promise<void> {
  const { tx, now } = acting;
  const [added, kept] = [order.filter(({ isNew }) => isNew), order.filter(({ isNew }) => !isNew)];
  const titleOf = ({ matterId, point }: Placed): WrittenTitle => ({
    ...{ id: matterId, language: point.language, subject: point.title.trim(), body: "" },
    translation: changes.added.includes(point) || changes.translated.includes(point) ? point.translation : null,
  });
  const placeOf = ({ matterId, place, point: { number, letter, presenter } }: Placed) => ({
    ...{ matterId, place, number, letter, presenterCode: presenter },
  });
  const ofAll = (points: readonly { readonly matterId: string }[]) => points.map(({ matterId }) => matterId);
  const gone = changes.withdrawn.map(({ id }) => id);
  const changed = kept.filter(({ point }) => changes.retitled.includes(point) || changes.translated.includes(point));
  const rows = await lockMatters(tx, [...gone, ...ofAll(changed)], "agenda_item");
  if (rows.length < gone.length + changed.length) throw new DomainError("not-found");
  const rowsOf = (points: readonly string[]) => rows.filter(({ id }) => points.includes(id));

  // Their places are given up first: what hangs on a matter that was withdrawn is changed no more.
  await removeAgendaItems(tx, gone, now);
  await withdrawMatters(acting, rowsOf(gone), reason);
  await setAgendaAside(tx, ofAll(kept));
  await fileNewMatters(acting, { kind: "agenda_item", meetingId }, added.map(titleOf), () =>
    insertAgendaItems(
      tx,
      added.map((one) => ({ meetingId, ...placeOf(one) })),
    ),
  );
  await placeAgendaItems(tx, kept.map(placeOf));
  const [retitled, translated] = [
    changed.filter(({ point }) => changes.retitled.includes(point)),
    changed.filter(({ point }) => !changes.retitled.includes(point)),
  ];
  await retitleMatters(acting, rowsOf(ofAll(retitled)), retitled.map(titleOf));
  await translateMatters(acting, rowsOf(ofAll(translated)), translated.map(titleOf));
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
