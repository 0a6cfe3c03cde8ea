import type { Tx } from "@avances/db";
import {
  insertDigest,
  listAnswersSince,
  listDeadSince,
  listDeclined,
  listDigestsSince,
  listEndedHolds,
  listProposersSince,
  listQuestionsSince,
  type WrittenDigest,
} from "@avances/db/queries/digest-queries";
import { listVersionsSince } from "@avances/db/queries/event-queries";
import { settledKind } from "@avances/db/queries/instance-queries";
import { insertMails } from "@avances/db/queries/mail-queries";
import { type AskedCommitment, listCommitmentsOfNote } from "@avances/db/queries/matter-request-queries";
import { listDaysOff } from "@avances/db/queries/quiet-queries";
import { listRecipients, type Recipient } from "@avances/db/queries/recipient-queries";
import { listCountries, listParticipants } from "@avances/db/queries/reference-queries";
import { listReportingStates, type ReportingState } from "@avances/db/queries/reporting-state-queries";
import { listSettledReminders, listWaitingReminders } from "@avances/db/queries/scheduled-reminder-queries";
import {
  asksForProgress,
  awaitedBy,
  isUnderWay,
  progressLeadDays,
  secretariatSeat,
  stillAwaited,
  toldBy,
} from "@avances/domain/network";
import {
  addDays,
  type CalendarDate,
  closedBecause,
  closesByItselfOn,
  type DigestKind,
  dailyDigestLeaves,
  dateRelation,
  digestOf,
  isClosedFor,
  localDate,
  localTime,
  nextByItself,
  type SendingDays,
  scheduledLeaving,
  sendingWindow,
  weeklyDigestLeaves,
  writeOutcome,
} from "@avances/domain/round";
import { contactOf, reachedBy } from "../letters/contact.ts";
import {
  hasChanged,
  hasNews,
  type OfCommitment,
  type OfRound,
  type ReportDigestFacts,
  type RoundsDigestFacts,
  reportDigest,
  roundsDigest,
} from "../letters/digest.ts";
import { newMail } from "../letters/new-mail.ts";
import { pageLink } from "../letters/portal-pages.ts";
import { reasonOf } from "../reason-of.ts";
import { loadKnown, withKnown } from "./notice-state.ts";
import type { PlanningDeps } from "./plan.ts";
import { loadAskedMeetings } from "./progress-state.ts";
import { scheduledState } from "./scheduled-standing.ts";

const day = 86_400_000;
/** Of what is older no digest tells: somebody who had none for so long begins anew. */
const longestDays = 31;

export interface DigestDeps extends PlanningDeps {
  readonly config: PlanningDeps["config"] & {
    /** Where the secretariat works: by its clocks, and not on its holidays, its digest leaves. */
    readonly secretariatCountry?: string | undefined;
  };
}

/** One digest to one person, before it is known whether another planner wrote it. */
interface NewDigest {
  readonly kind: DigestKind;
  readonly person: Recipient;
  readonly day: CalendarDate;
  readonly of: { readonly roundYear: number; readonly countryCode: string; readonly answered: number } | null;
  readonly text: ReturnType<(typeof reportDigest)["en"]>;
  readonly replyTo: string | null;
}

/**
 * Writes the digests that leave now: to the secretariat each working day, to those who report each week, and only where something changed. Run it after
 * notices were planned: a country that gets one of them today gets its digest another day. As safe to run as `planRound`.
 */
export async function planDigests(deps: DigestDeps): Promise<{ readonly queued: number }> {
  const now = deps.clock.now();
  const due = await deps.db.asWorker(async (tx) => {
    const [places, daysOff] = await Promise.all([listCountries(tx), listDaysOff(tx, now)]);
    const isMorning = places.some(({ timeZone }) => isFirstHour(now, timeZone));
    const desk = places.find(({ alpha3 }) => alpha3 === (deps.config.secretariatCountry ?? secretariatSeat));
    const deskDays: SendingDays = {
      timeZone: desk?.timeZone ?? "UTC",
      daysOff: daysOff(desk?.alpha3 ?? ""),
    };
    // In the first hour each minute; later, after an outage, each half hour: what it tells ends at nine, so nothing new can come.
    const isTurn = isFirstHour(now, deskDays.timeZone) || now.getUTCMinutes() % 30 === 0;
    const isDeskOpen = isTurn && dailyDigestLeaves(deskDays, null, now);
    if (!isMorning && !isDeskOpen) return [];
    const [declined, everybody, written] = await Promise.all([
      listDeclined(tx),
      listRecipients(tx, now),
      listDigestsSince(tx, addDays(localDate(now, "UTC"), -longestDays)),
    ]);
    const people = everybody.filter(({ id }) => !declined.has(id));
    const reading: Reading = { tx, deps, now, people, everybody, written, places };
    const all = [isDeskOpen ? ofRounds(reading, deskDays) : [], isMorning ? ofReports(reading) : []];
    return (await Promise.all(all)).flat();
  });
  if (due.length === 0) return { queued: 0 };
  const demonstration = await deps.db.asWorker(async (tx) => (await settledKind(tx)) === "demonstration");
  let queued = 0;
  for (const digest of due) {
    try {
      queued += Number(await deps.db.asWorker((tx) => write(tx, { ...deps, demonstration, now }, digest)));
    } catch (error) {
      deps.log.error({ kind: digest.kind, reason: reasonOf(error) }, "a digest could not be planned");
    }
  }
  return { queued };
}

interface Reading {
  readonly tx: Tx;
  readonly deps: DigestDeps;
  readonly now: Date;
  /** Who wants it. */
  readonly people: readonly Recipient[];
  readonly everybody: readonly Recipient[];
  readonly written: readonly WrittenDigest[];
  readonly places: Awaited<ReturnType<typeof listCountries>>;
}

/** True when it was written here. */
async function write(
  tx: Tx,
  { newId, config, demonstration, now }: DigestDeps & { readonly demonstration: boolean; readonly now: Date },
  { kind, person, day: onDay, of, text, replyTo }: NewDigest,
): Promise<boolean> {
  const id = newId();
  const { roundYear = null, countryCode = null, answered = null } = of ?? {};
  const isOurs = await insertDigest(tx, {
    ...{ id, kind, userId: person.id, countryCode, roundYear, answered, day: onDay, createdAt: now },
  });
  if (!isOurs) return false;
  const { mailFrom } = config;
  await insertMails(tx, [
    newMail({ id, kind, user: person, countryCode, now, mailFrom, demonstration, replyTo, ...text }),
  ]);
  return true;
}

/** Did nine o'clock pass there less than an hour ago? */
function isFirstHour(now: Date, timeZone: string): boolean {
  const opens = localTime(localDate(now, timeZone), sendingWindow.from, timeZone).getTime();
  return now.getTime() >= opens && now.getTime() < opens + 3_600_000;
}

/** What was lost on the way tells nobody anything. */
const hasArrived = ({ state }: WrittenDigest) => state !== "stopped" && state !== "dead";

// --- the secretariat's ---

/** Everything until nine today, so that it says the same whenever in the day it is written. */
async function ofRounds(reading: Reading, days: SendingDays): Promise<readonly NewDigest[]> {
  const { deps, now, people, everybody, written } = reading;
  const { timeZone } = days;
  const today = localDate(now, timeZone);
  const nine = (date: CalendarDate) => localTime(date, sendingWindow.from, timeZone);
  const until = nine(today);
  const readers = people
    .filter(({ role }) => digestOf(role) === "daily")
    .flatMap((person) => {
      const own = written.filter(({ userId, kind }) => userId === person.id && kind === "digest_secretariat");
      if (!dailyDigestLeaves(days, own.at(-1)?.day ?? null, now)) return [];
      const last = own.findLast(hasArrived)?.day ?? workingDayBefore(today, days);
      const first = [last, addDays(today, -longestDays)].sort().at(-1) as CalendarDate;
      return [{ person, since: nine(first) }];
    });
  if (readers.length === 0) return [];
  const earliest = new Date(Math.min(...readers.map(({ since }) => since.getTime())));
  const news = await readNews(reading, { since: earliest, until, timeZone });
  const { publicUrl, desk } = deps.config;
  const contact = contactOf(everybody);
  return readers.flatMap(({ person, since }): NewDigest[] => {
    const { language } = person;
    const { year, ...told } = news(since);
    const facts: RoundsDigestFacts = {
      ...told,
      ...{ since, timeZone, now },
      ...{ name: person.displayName, salutation: person.salutation, contact: null, place: null },
      link: year === null ? pageLink(publicUrl, language, "home") : pageLink(publicUrl, language, "round", { year }),
    };
    if (!hasNews(facts)) return [];
    const replyTo = desk?.replyTo ?? contact?.address ?? null;
    return [{ kind: "digest_secretariat", person, day: today, of: null, text: roundsDigest[language](facts), replyTo }];
  });
}

function workingDayBefore(today: CalendarDate, days: SendingDays): CalendarDate {
  let date = addDays(today, -1);
  while (closedBecause(date, days) !== null && date > addDays(today, -longestDays)) date = addDays(date, -1);
  return date;
}

/** Reads once what happened since the earliest moment; the function says what of it happened since a later one. */
async function readNews(
  { tx, places, now, deps }: Reading,
  { since: earliest, until, timeZone }: { readonly since: Date; readonly until: Date; readonly timeZone: string },
) {
  const from = localDate(earliest, timeZone);
  const { secretariatCountry } = deps.config;
  const [states, settled, versions, answers, dead, holds, commitments, progress] = await Promise.all([
    listReportingStates(tx, {}),
    listSettledReminders(tx, earliest),
    listVersionsSince(tx, earliest),
    listAnswersSince(tx, earliest),
    listDeadSince(tx, earliest),
    listEndedHolds(tx, { from, before: localDate(until, timeZone) }),
    readCommitments({ tx, now, places }, { since: earliest, until, timeZone }),
    readProgress({ tx, now, places }, { until, secretariatCountry }),
  ]);
  const byId = new Map(states.map((state) => [state.submissionId, state]));
  const nameOf = new Map(places.map(({ alpha3, name }) => [alpha3, { code: alpha3, name }]));
  const country = (code: string | null) => (code === null ? null : (nameOf.get(code) ?? null));
  const of = ({
    roundYear,
    country: code,
  }: {
    readonly roundYear: number;
    readonly country: string | null;
  }): OfRound => ({
    ...{ roundYear, country: country(code) },
  });
  const openYears = new Set(states.map(({ roundYear }) => roundYear));
  const within = (since: Date, at: Date | null) => at !== null && at >= since && at < until;
  return (since: Date) => ({
    received: versions.flatMap(({ submission, submittedAt, version }) => {
      const state = byId.get(submission.id);
      return state === undefined || !within(since, submittedAt) ? [] : [{ ...of(state), version }];
    }),
    answers: answers.filter(({ at, roundYear }) => within(since, at) && openYears.has(roundYear)).map(of),
    undelivered: [
      ...Map.groupBy(
        dead.filter(({ at }) => within(since, at)),
        ({ country: code }) => code,
      ),
    ].map(([code, all]) => ({ country: country(code), count: all.length })),
    endedHolds: holds
      .filter(({ lastDay, roundYear }) => lastDay >= localDate(since, timeZone) && openYears.has(roundYear))
      .map(of),
    remindersLeft: settled
      .filter(({ at, outcome, roundYear }) => within(since, at) && outcome === "" && openYears.has(roundYear))
      .map(of),
    remindersNotNeeded: settled
      .filter(({ at, outcome, roundYear }) => within(since, at) && wasNotNeeded(outcome) && openYears.has(roundYear))
      .map(of),
    overdue: states
      .filter((state) => isAwaitedFirst(state) && hasPassed(state, until) && !hasPassed(state, since))
      .map(of),
    ...commitments(since),
    progressOverdue: progress(since),
    waiting: states.filter(({ status }) => status === "submitted").length,
    year: states.at(-1)?.roundYear ?? null,
  });
}

/** The same of commitments. The Secretariat's own are told too: nobody else reminds it. */
async function readCommitments(
  { tx, now, places }: Pick<Reading, "tx" | "now" | "places">,
  { since: earliest, until, timeZone }: { readonly since: Date; readonly until: Date; readonly timeZone: string },
) {
  // A day more on both sides, whatever the zone; the clocks of whoever owes it decide below.
  const range = { from: addDays(localDate(earliest, "UTC"), -1), until: addDays(localDate(until, "UTC"), 1) };
  const [commitments, participants] = await Promise.all([
    listCommitmentsOfNote(tx, { answeredSince: earliest, ...range }),
    listParticipants(tx),
  ]);
  const sideOf = (code: string): OfCommitment["side"] => {
    const name = participants.find((one) => one.code === code)?.name ?? { en: code, es: code };
    const country = places.find(({ alpha3 }) => alpha3 === code);
    return { name, country: country === undefined ? null : { code, name: country.name } };
  };
  const of = ({ meeting, point }: AskedCommitment, code: string): OfCommitment => ({
    ...{ side: sideOf(code), meetingOn: meeting?.heldOn ?? null, point },
  });
  const owed = commitments.flatMap((one) => {
    if (one.dueOn === null || !isUnderWay(one.stage)) return [];
    const zone = places.find(({ alpha3 }) => alpha3 === one.responsible)?.timeZone ?? timeZone;
    return [
      { told: of(one, one.responsible), relationAt: (at: Date) => dateRelation(one.dueOn as CalendarDate, at, zone) },
    ];
  });
  return (since: Date) => ({
    commitmentAnswers: commitments.flatMap((one) =>
      one.replies.filter(({ at }) => at >= since && at < until).map(({ participant }) => of(one, participant)),
    ),
    commitmentsDue: owed.filter(({ relationAt }) => relationAt(now) === "today").map(({ told }) => told),
    commitmentsOverdue: owed
      .filter(({ relationAt }) => relationAt(until) === "past" && relationAt(since) !== "past")
      .map(({ told }) => told),
  });
}

/** Of whom progress is still awaited for a meeting to come, though the day for it has passed; the function says of whom since when. */
async function readProgress(
  { tx, now, places }: Pick<Reading, "tx" | "now" | "places">,
  { until, secretariatCountry }: { readonly until: Date; readonly secretariatCountry: string | undefined },
): Promise<(since: Date) => RoundsDigestFacts["progressOverdue"]> {
  // Of a meeting that is further away than that the day has not passed anywhere.
  const range = { from: localDate(now, "UTC"), until: addDays(localDate(now, "UTC"), progressLeadDays + 1) };
  const meetings = await loadAskedMeetings(tx, range, secretariatCountry);
  const awaited = meetings
    .filter((meeting) => asksForProgress(meeting, now))
    .flatMap((meeting) =>
      meeting.members.flatMap((code) => {
        const place = places.find(({ alpha3 }) => alpha3 === code);
        if (place === undefined || stillAwaited(toldBy(code, meeting.filed)).length === 0) return [];
        const dueOn = awaitedBy(meeting, place.timeZone);
        if (dueOn === null) return [];
        const told = { country: { code, name: place.name }, meetingOn: meeting.heldOn };
        return [{ told, isPast: (at: Date) => dateRelation(dueOn, at, place.timeZone) === "past" }];
      }),
    );
  return (since) => awaited.filter(({ isPast }) => isPast(until) && !isPast(since)).map(({ told }) => told);
}

/** The report had arrived or its country was exempt, or the round was over; what a restore held back may have left. */
const wasNotNeeded = (outcome: string) =>
  outcome !== "" && outcome !== writeOutcome({ code: "held-by-restore", status: null });
const isAwaitedFirst = ({ status, obligated, exempt, firstSubmittedAt }: ReportingState) =>
  (status === "not_started" || status === "draft") && obligated && !exempt && firstSubmittedAt === null;
const hasPassed = ({ dueOn, timeZone }: ReportingState, at: Date) => dateRelation(dueOn, at, timeZone) === "past";

// --- a country's ---

async function ofReports({ tx, deps, now, people, everybody, written }: Reading): Promise<readonly NewDigest[]> {
  const states = (await listReportingStates(tx, { statuses: ["not_started", "draft", "returned"] })).filter(
    (state) => !state.exempt && isFirstHour(now, state.timeZone) && isRoundUnderWay(state, now),
  );
  const readersOf = ({ country }: ReportingState) =>
    people.filter(({ role, countryCode }) => digestOf(role) === "weekly" && countryCode === country);
  if (!states.some((state) => readersOf(state).length > 0)) return [];
  const [known, reminders] = await Promise.all([
    loadKnown(tx, [...new Set(states.map(({ roundYear }) => roundYear))], now),
    listWaitingReminders(tx),
  ]);
  /** The next step of the calendar that leaves by itself, or a reminder that is set for its moment. */
  const nextMessage = (state: ReportingState) => {
    const step = nextByItself(withKnown(state, known), now)?.goesAt;
    const set = reminders
      .filter(({ roundYear, countryCode }) => roundYear === state.roundYear && countryCode === state.country)
      .map(({ sendAt }) => scheduledLeaving(sendAt, scheduledState(state, known), now).goesAt);
    const times = [...(step === undefined ? [] : [step]), ...set];
    return times.reduce<Date | null>((first, at) => (first === null || at < first ? at : first), null);
  };
  const due = states.flatMap((state) => {
    const own = known.ledger(state.roundYear, state.country);
    const gone = [own.lastCalendarNotice, own.lastActNotice, own.latestAsk].map((notice) => notice?.at ?? null);
    // Dates in the zone of a capital are expensive: the next notice is asked for only where it decides.
    let next: Date | null | undefined;
    const leaves = (lastDay: CalendarDate | null) => {
      const days = { ...known.quiet(state), lastDay };
      if (!weeklyDigestLeaves({ ...days, otherMessages: gone }, now)) return false;
      next ??= nextMessage(state);
      return weeklyDigestLeaves({ ...days, otherMessages: [...gone, next] }, now);
    };
    return readersOf(state).flatMap((person) => {
      const digests = written.filter(
        ({ userId, roundYear, kind }) =>
          userId === person.id && roundYear === state.roundYear && kind === "digest_country",
      );
      if (!leaves(digests.at(-1)?.day ?? null)) return [];
      return [{ state, person, last: digests.findLast(hasArrived) ?? null }];
    });
  });
  if (due.length === 0) return [];
  const ids = [...new Set(due.map(({ state }) => state.submissionId))];
  const earliest = new Date(now.getTime() - longestDays * day);
  const [proposers, questions] = await Promise.all([
    listProposersSince(tx, ids, earliest),
    listQuestionsSince(tx, ids, earliest),
  ]);
  const { publicUrl, desk } = deps.config;
  return due.flatMap(({ state, person, last }): NewDigest[] => {
    const { country: countryCode, roundYear, submissionId, timeZone, capital } = state;
    const { language } = person;
    const opened = localTime(state.opensOn, sendingWindow.from, timeZone).getTime();
    const since = last?.createdAt ?? new Date(Math.max(opened, now.getTime() - 7 * day));
    const contact = reachedBy(contactOf(everybody, state.roundOpenedBy), desk);
    const facts: ReportDigestFacts = {
      ...{ name: person.displayName, salutation: person.salutation, contact, place: { timeZone, capital }, now, since },
      ...{ timeZone, countryCode, countryName: state.countryName, roundYear, referenceYear: state.referenceYear },
      ...state.progress,
      answeredBefore: last?.answered ?? null,
      proposers: proposers.filter((one) => one.submissionId === submissionId && one.lastAt >= since),
      questions: questions.filter((one) => one.submissionId === submissionId && one.at >= since).length,
      dueOn: (state.status === "returned" ? state.returnDueOn : null) ?? state.dueOn,
      link: pageLink(publicUrl, language, "report", { submissionId }),
    };
    if (!hasChanged(facts)) return [];
    return [
      {
        ...{ kind: "digest_country" as const, person, day: localDate(now, timeZone) },
        of: { roundYear, countryCode, answered: state.progress.answered },
        text: reportDigest[language](facts),
        replyTo: contact?.address ?? desk?.replyTo ?? null,
      },
    ];
  });
}

/** Has the round opened there, and not closed yet? */
function isRoundUnderWay(
  { opensOn, dueOn, returnDueOn, timeZone, status, closedAt }: ReportingState,
  now: Date,
): boolean {
  const today = localDate(now, timeZone);
  if (status !== "returned" && isClosedFor({ dueOn, timeZone }, closedAt)) return false;
  return (
    opensOn <= today &&
    today <= closesByItselfOn({ dueOn: returnDueOn !== null && returnDueOn > dueOn ? returnDueOn : dueOn })
  );
}
