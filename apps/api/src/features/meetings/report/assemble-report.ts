import type { ReportView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { insertMatter, listTranslations } from "@avances/db/queries/matter-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import {
  findReportOfMeeting,
  insertReport,
  insertReportPoints,
  listItemsForReport,
  lockReportOfMeeting,
} from "@avances/db/queries/report-queries";
import type { Actor } from "@avances/domain/access";
import { byLanguage, type Language, regionLanguage } from "@avances/domain/catalogue";
import { DomainError } from "@avances/domain/domain-error";
import { inLanguage, type ReportPoint, secretariatCode } from "@avances/domain/network";
import { allow } from "#features/shared/allow.ts";
import { longDate } from "#features/shared/long-date.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { meetingView } from "../meeting-view.ts";
import { assembleWords } from "./assemble-words.ts";
import { type ActingDeps, noteReportAct } from "./report-act.ts";
import { reportView } from "./report-view.ts";

type Begun = Omit<ReportPoint, "id" | "speaker" | "voices">;

/**
 * Begins the report of a meeting from what is on record of it, as a draft that the Secretariat alone reads. Refuses with `transition-refused` if
 * there is one already, or the meeting was cancelled.
 */
export async function assembleReport(
  deps: ActingDeps,
  actor: Actor,
  meetingId: string,
  idempotency: Idempotency,
): Promise<ReportView> {
  allow(actor, "network.manage");
  const now = deps.clock.now();
  return deps.db.asActor(actor, async (tx) => {
    const meeting = await meetingView(tx, deps, actor, meetingId);
    return once(tx, deps, actor, idempotency, async () => {
      await lockReportOfMeeting(tx, meetingId);
      const isThere = (await findReportOfMeeting(tx, meetingId)) !== undefined;
      if (isThere || meeting.state === "cancelled") throw new DomainError("transition-refused");
      const participants = await listParticipants(tx);
      const nameOf = (code: string, language: Language) =>
        participants.find((one) => one.code === code)?.name[language] ?? code;
      const id = deps.newId();
      const { title } = assembleWords[regionLanguage];
      const row = {
        ...{ id, kind: "report" as const, authorCode: secretariatCode, meetingId, language: regionLanguage },
        subject: title(nameOf(meeting.body, regionLanguage), longDate(meeting.heldOn, regionLanguage)),
        ...{ body: "", textRevision: 1, visibility: "members" as const, state: "draft" as const },
        ...{ version: 0, revision: 1, publicSource: meeting.publicSource },
        ...{ createdAt: now, createdBy: actor.userId, createdByName: actor.displayName },
      };
      await insertMatter(tx, row);
      await insertReport(tx, { matterId: id, stage: "draft", withSubmissions: false });
      const shared = meeting.attendance.filter((one) => one.sharedProgress === true).map((one) => one.participant);
      const points: readonly Begun[] = [
        ...(meeting.body === "LON" ? [opening] : []),
        ...(shared.length === 0 ? [] : [thanks(meetingId, shared, nameOf)]),
        ...(await fromAgenda(tx, meetingId)),
      ];
      if (points.length > 0)
        await insertReportPoints(
          tx,
          points.map(({ level, verb, words, source }, index) => ({
            ...{ id: deps.newId(), matterId: id, place: index + 1, level, verb, words },
            ...{ sourceKind: source?.kind ?? null, sourceId: source?.id ?? null },
            ...{ createdAt: now, createdBy: actor.userId },
          })),
        );
      await noteReportAct(tx, actor, now, row, { act: "written", before: {}, after: { points: points.length } });
      return reportView(tx, deps, actor, id);
    });
  });
}

const opening: Begun = {
  ...{ level: 0, verb: null, source: null },
  words: byLanguage((language) => assembleWords[language].opening),
};

/** The thanks to those of whom it is on record that they shared progress, and to nobody else. */
function thanks(
  meetingId: string,
  shared: readonly string[],
  nameOf: (code: string, language: Language) => string,
): Begun {
  const words = byLanguage((language) => {
    const names = shared.map((code) => nameOf(code, language));
    return assembleWords[language].shared(names.sort(new Intl.Collator(language).compare));
  });
  return { level: 1, verb: "thanks", words, source: { kind: "meeting", id: meetingId } };
}

/** Each item of the agenda as a point, in the languages in which it is written. */
async function fromAgenda(tx: Tx, meetingId: string): Promise<readonly Begun[]> {
  const items = await listItemsForReport(tx, meetingId);
  const translations =
    items.length === 0
      ? []
      : await listTranslations(
          tx,
          items.map(({ matter }) => matter.id),
        );
  return items.map(({ letter, matter }, index) => {
    const own = translations.filter(({ matterId }) => matterId === matter.id);
    const words = byLanguage((language) => {
      const { subject, body, state } = inLanguage(matter, own, language);
      // Words of an earlier revision, or of a machine, are written anew by a person.
      if (state !== "original" && state !== "translated") return "";
      return body === "" ? subject : `${subject}\n${body}`;
    });
    // A letter needs a point before it.
    const level = letter === "" || index === 0 ? 1 : 2;
    return { level, verb: null, words, source: { kind: "matter", id: matter.id } };
  });
}
