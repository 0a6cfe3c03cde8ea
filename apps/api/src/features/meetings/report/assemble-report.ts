import type { ReportView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { type ActivityRow, listAllActivities } from "@avances/db/queries/activity-queries";
import type { Today } from "@avances/db/queries/list-pages";
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
import { inLanguage, lastDayOf, lastOfEach, type ReportPoint, secretariatCode } from "@avances/domain/network";
import { endOfDay } from "@avances/domain/round";
import { isTooLong, textLimits } from "@avances/domain/text";
import { readOnActivities, saidLast } from "#features/shared/activity-ground.ts";
import { allow } from "#features/shared/allow.ts";
import { todayEverywhere } from "#features/shared/list-pages.ts";
import { firstLongDate, longDate } from "#features/shared/long-date.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { meetingView } from "../meeting-view.ts";
import { assembleWords } from "./assemble-words.ts";
import { type ActingDeps, noteReportAct } from "./report-act.ts";
import { reportView } from "./report-view.ts";

type Begun = Omit<ReportPoint, "id" | "voices">;
type NameOf = (code: string, language: Language) => string;

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
        ...(await fromActivities(tx, meeting, nameOf, todayEverywhere(deps, now))),
      ];
      if (points.length > 0)
        await insertReportPoints(
          tx,
          points.map(({ level, verb, speaker, words, source }, index) => ({
            ...{ id: deps.newId(), matterId: id, place: index + 1, level, verb, speakerCode: speaker, words },
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
  ...{ level: 0, verb: null, speaker: null, source: null },
  words: byLanguage((language) => assembleWords[language].opening),
};

/** The thanks to those of whom it is on record that they shared progress, and to nobody else. */
function thanks(meetingId: string, shared: readonly string[], nameOf: NameOf): Begun {
  const words = byLanguage((language) => {
    const names = shared.map((code) => nameOf(code, language));
    return assembleWords[language].shared(names.sort(new Intl.Collator(language).compare));
  });
  return { level: 1, verb: "thanks", speaker: null, words, source: { kind: "meeting", id: meetingId } };
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
    return { level, verb: null, speaker: null, words, source: { kind: "matter", id: matter.id } };
  });
}

/**
 * What was proposed to the meeting, each by whoever proposes it, and what the meeting endorsed, of this meeting or of an earlier one. Only what the
 * whole Network reads, because the final version is for all of it: what is shown to fewer is left to be written by hand.
 */
async function fromActivities(
  tx: Tx,
  meeting: Awaited<ReturnType<typeof meetingView>>,
  nameOf: NameOf,
  today: Today,
): Promise<readonly Begun[]> {
  const rows = (await listAllActivities(tx, { state: "filed", meeting: meeting.id }, today)).filter(
    ({ visibility }) => visibility === "network" || visibility === "public",
  );
  if (rows.length === 0) return [];
  const all = await readOnActivities(
    tx,
    rows.map(({ id }) => id),
  );
  const end = endOfDay(lastDayOf(meeting), meeting.timeZone);
  return rows.toReversed().flatMap((row): readonly Begun[] => {
    const isOfIt = ({ matterId }: { readonly matterId: string }) => matterId === row.id;
    const { endorsement } = saidLast(row, all);
    const isProposed = row.meetingId === meeting.id;
    const isEndorsed = endorsement?.said === "endorsed" && endorsement.meetingId === meeting.id;
    const translations = all.translations.filter(isOfIt);
    const supporters = lastOfEach(
      all.support.filter((one) => isOfIt(one) && one.at < end).map((one) => ({ ...one, by: one.participantCode })),
    ).flatMap(({ by, supports }) => (supports ? [by] : []));
    const aims = all.links.filter(isOfIt).map(({ code }) => code);
    const inWords = (say: (words: { subject: string; body: string }, language: Language) => string) =>
      byLanguage((language) => {
        const words = inLanguage(row, translations, language);
        return words.state === "original" || words.state === "translated" ? say(words, language) : "";
      });
    const source = { kind: "matter", id: row.id } as const;
    const proposed: Begun = {
      ...{ level: 1, verb: "proposes", speaker: row.authorCode, source },
      words: inWords((words, language) => {
        const facts = { kind: row.activityKind, days: daysOf(row, language), place: row.place, aims };
        const names = supporters.map((code) => nameOf(code, language)).sort(new Intl.Collator(language).compare);
        const { proposal } = assembleWords[language];
        const whole = proposal({ ...facts, ...words, supporters: names });
        return isTooLong(whole, textLimits.reportPoint)
          ? proposal({ ...facts, ...words, body: "", supporters: names })
          : whole;
      }),
    };
    const endorsed: Begun = {
      // Below the proposal, where that is a point of this report.
      ...{ level: isProposed ? 2 : 1, verb: "endorses", speaker: null, source },
      words: inWords(({ subject }, language) =>
        assembleWords[language].endorsed(subject, nameOf(row.authorCode, language)),
      ),
    };
    return [...(isProposed ? [proposed] : []), ...(isEndorsed ? [endorsed] : [])];
  });
}

/** The days for which it is planned, in words; empty where none is named. */
function daysOf({ startsOn, endsOn }: Pick<ActivityRow, "startsOn" | "endsOn">, language: Language): string {
  if (startsOn === null) return "";
  return endsOn === null
    ? longDate(startsOn, language)
    : assembleWords[language].days(firstLongDate(startsOn, endsOn, language), longDate(endsOn, language));
}
