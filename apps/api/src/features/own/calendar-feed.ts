import type { Tx } from "@avances/db";
import { listAllActivities } from "@avances/db/queries/activity-queries";
import { findFeedOwner, listDueDates, listRoundDates, listWithdrawnDates } from "@avances/db/queries/calendar-queries";
import { listMeetings } from "@avances/db/queries/meeting-queries";
import { findMeetingsToAsk, listFiledProgress, listMemberTerms } from "@avances/db/queries/progress-request-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import type { UserRow } from "@avances/db/queries/rows";
import { type Actor, isCountryRole, mayDo, type Role } from "@avances/domain/access";
import { awaitedBy, bodyMembersOn, hasBegun, lastDayOf, stillAwaited, toldBy } from "@avances/domain/network";
import { addDays, type CalendarDate, type CalendarEntry, localDate, referenceYear } from "@avances/domain/round";
import { isExempt } from "@avances/domain/submission";
import {
  asDemonstration,
  calendarFile,
  countryEntry,
  type EntryStanding,
  entryStanding,
  progressEntry,
  roundEntry,
  ticketHash,
} from "@avances/notices";
import type { Deps } from "#deps.ts";
import { readOnActivities } from "#features/shared/activity-ground.ts";
import { clocksOf } from "#features/shared/clocks.ts";
import { datedActivity } from "#features/shared/dated-activity.ts";
import { datedMeeting } from "#features/shared/dated-meeting.ts";
import { todayEverywhere } from "#features/shared/list-pages.ts";

/** Which dates the calendar of a person with this role shows: the own country's, those of all rounds, or of meetings alone. Null = there is none. */
export function feedOf(role: Role): "country" | "rounds" | "meetings" | null {
  if (!mayDo(role, "own-calendar.make")) return null;
  if (mayDo(role, "rounds.manage")) return "rounds";
  if (isCountryRole(role)) return "country";
  return showsMeetings(role) ? "meetings" : null;
}

/** Do the meetings of the Network and of the other bodies stand in it, and the activities that are proposed? */
export const showsMeetings = (role: Role): boolean => mayDo(role, "network.read");

/** Dates stay in the calendar for so many days. */
const keptDays = 400;
const tokenShape = /^[A-Za-z0-9_-]{43}$/;

type Dated = { readonly entry: CalendarEntry; readonly writtenAt: Date };
type Need = Pick<Deps, "db" | "clock" | "config" | "reference" | "newId">;

/**
 * The calendar at this address as an iCalendar file, by the rights that its person has now. Null for an address that is nobody's (any more), and for a
 * person for whom there is no calendar (any more).
 */
export async function readFeed(deps: Need, token: string): Promise<string | null> {
  if (!tokenShape.test(token)) return null;
  const owner = await deps.db.authQuery((tx) => findFeedOwner(tx, ticketHash(token)));
  const kind = owner === undefined ? null : feedOf(owner.role);
  if (owner === undefined || kind === null) return null;
  const dates = { rounds: datesOfRounds, country: datesOfCountry, meetings: async () => [] }[kind];
  const { language } = owner;
  const found = await deps.db.asActor(actorOf(owner, deps.newId()), async (tx) => [
    ...(await dates(tx, deps, owner)),
    ...(showsMeetings(owner.role) ? await datesOfMeetings(tx, deps, owner) : []),
    ...(showsMeetings(owner.role) ? await datesOfActivities(tx, deps, owner) : []),
    ...(mayDo(owner.role, "narrative.write") ? await datesOfProgress(tx, deps, owner) : []),
  ]);
  const entries = deps.config.demonstration
    ? found.map(({ entry, writtenAt }) => ({ entry: asDemonstration(entry, language), writtenAt }))
    : found;
  return calendarFile(entries, { language, isFeed: true });
}

/** By whose rights everything is read. There is no session. */
function actorOf(
  { id: userId, role, countryCode, organisationCode, assignedIndicators, displayName }: UserRow,
  sessionId: string,
): Actor {
  return {
    userId,
    role,
    country: isCountryRole(role) ? countryCode : null,
    organisation: organisationCode,
    assignedIndicators,
    sessionId,
    displayName,
  };
}

/** The dates of all rounds, and of each country in them. */
async function datesOfRounds(tx: Tx, { clock, config }: Need, { language }: UserRow): Promise<readonly Dated[]> {
  const since = addDays(localDate(clock.now(), "UTC"), -keptDays);
  const { publicUrl } = config;
  const rounds = (await listRoundDates(tx, since)).flatMap((round) =>
    (["opening", "round_due"] as const).map((day): Dated => {
      const facts = {
        ...{ day, roundYear: round.roundYear, roundRevision: round.roundRevision, referenceYear: referenceYear(round) },
        ...{ date: day === "opening" ? round.opensOn : round.dueOn, withdrawn: round.cancelledAt !== null },
      };
      return { entry: roundEntry(facts, { language, publicUrl }), writtenAt: round.openedAt };
    }),
  );
  const countries = await datesOfReports(tx, { since, country: null }, { language, publicUrl, runsRounds: true });
  return [...rounds, ...countries];
}

/** The meetings of all bodies, also what was cancelled. */
async function datesOfMeetings(tx: Tx, deps: Need, { language }: UserRow): Promise<readonly Dated[]> {
  const since = addDays(localDate(deps.clock.now(), "UTC"), -keptDays);
  const names = new Map((await listParticipants(tx)).map(({ code, name }) => [code, name]));
  const meetings = await listMeetings(tx);
  return meetings
    .filter((meeting) => lastDayOf(meeting) >= since)
    .map((meeting) => datedMeeting(meeting, { names, language, publicUrl: deps.config.publicUrl }));
}

/** The days by which the progress of the person's country is awaited for meetings of the Network. */
async function datesOfProgress(tx: Tx, deps: Need, { language, countryCode }: UserRow): Promise<readonly Dated[]> {
  const { clock, config, reference } = deps;
  const home = reference.countries.find(({ alpha3 }) => alpha3 === countryCode);
  if (home === undefined) return [];
  const since = addDays(localDate(clock.now(), "UTC"), -keptDays);
  const rows = (await listMeetings(tx)).filter((row) => row.bodyCode === "LON" && row.heldOn >= since);
  const ids = rows.map(({ id }) => id);
  const known = await findMeetingsToAsk(tx, ids);
  const filed = await listFiledProgress(tx, ids);
  const terms = await listMemberTerms(tx, "LON");
  return rows.flatMap(({ id, heldOn, revision, state, createdAt, hostCode }): Dated[] => {
    const dayKnownAt = known.find((one) => one.id === id)?.dayKnownAt ?? createdAt;
    const dueOn = awaitedBy({ heldOn, dayKnownAt }, home.timeZone);
    if (dueOn === null || bodyMembersOn([home.alpha3], terms, heldOn).length === 0) return [];
    const own = toldBy(
      home.alpha3,
      filed.filter(({ meetingId }) => meetingId === id),
    );
    const isOver = state === "held" || hasBegun({ heldOn, timeZone: clocksOf(deps, hostCode) }, clock.now());
    const due = isOver ? "over" : "awaited";
    const standing = state === "cancelled" ? "withdrawn" : stillAwaited(own).length === 0 ? "filed" : due;
    const facts = { meetingId: id, meetingOn: heldOn, dueOn, revision, standing } as const;
    const country = { countryCode: home.alpha3, countryName: home.name, capital: home.capital };
    const { publicUrl } = config;
    return [{ entry: progressEntry({ ...facts, ...country }, { language, publicUrl }), writtenAt: createdAt }];
  });
}

/** The activities with a day that this person may read. */
async function datesOfActivities(tx: Tx, deps: Need, { language }: UserRow): Promise<readonly Dated[]> {
  const since = addDays(localDate(deps.clock.now(), "UTC"), -keptDays);
  const names = new Map((await listParticipants(tx)).map(({ code, name }) => [code, name]));
  const today = todayEverywhere(deps, deps.clock.now());
  const rows = await listAllActivities(tx, { notOverBefore: since }, today);
  const all = await readOnActivities(
    tx,
    rows.map(({ id }) => id),
  );
  const { publicUrl } = deps.config;
  return rows.flatMap((row): Dated[] => {
    const dated = datedActivity(row, all, { names, language, publicUrl });
    return dated === null || (dated.entry.activity?.until ?? dated.entry.date) < since ? [] : [dated];
  });
}

/** The dates of the person's country, in the rounds that have opened there. */
async function datesOfCountry(
  tx: Tx,
  { clock, config, reference }: Need,
  { language, countryCode }: UserRow,
): Promise<readonly Dated[]> {
  const home = reference.countries.find(({ alpha3 }) => alpha3 === countryCode);
  if (home === undefined) return [];
  const today = localDate(clock.now(), home.timeZone);
  const context = { language, publicUrl: config.publicUrl, runsRounds: false };
  const since = addDays(today, -keptDays);
  const dates = await datesOfReports(tx, { since, country: home.alpha3, until: today }, context);
  const withdrawn = (await listWithdrawnDates(tx, today)).map(
    ({ dueOn, referenceEnd, ...row }): Dated => ({
      entry: countryEntry(
        {
          ...row,
          ...{ day: "due", date: dueOn, referenceYear: referenceYear({ referenceEnd }), standing: "withdrawn" },
          ...{ countryCode: home.alpha3, countryName: home.name, capital: home.capital, submissionId: null },
        },
        context,
      ),
      writtenAt: new Date(`${dueOn}T00:00:00Z`),
    }),
  );
  return [...dates, ...withdrawn];
}

/** `until`: only rounds that had opened by this day. */
async function datesOfReports(
  tx: Tx,
  { until, ...which }: Parameters<typeof listDueDates>[1] & { readonly until?: CalendarDate },
  context: Parameters<typeof countryEntry>[1],
): Promise<readonly Dated[]> {
  const reports = await listDueDates(tx, which);
  return reports
    .filter(({ opensOn }) => until === undefined || opensOn <= until)
    .flatMap(({ document, name, ...report }): Dated[] => {
      const { cancelledAt, openedAt: writtenAt, dueOn, returnDueOn, status } = report;
      const exempt = isExempt(report);
      const entry = (day: "due" | "return_due", date: CalendarDate): Dated => {
        const standing: EntryStanding = cancelledAt === null ? entryStanding({ ...report, exempt }, day) : "withdrawn";
        const facts = { ...report, ...{ day, date, standing, countryName: name, capital: document.capital } };
        return { entry: countryEntry({ ...facts, referenceYear: referenceYear(report) }, context), writtenAt };
      };
      const clarifications = status === "returned" && returnDueOn !== null ? [entry("return_due", returnDueOn)] : [];
      return [entry("due", dueOn), ...clarifications];
    });
}
