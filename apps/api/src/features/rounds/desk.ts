import type { CountryStatus } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { type DeskPerson, readDesk } from "@avances/db/queries/desk-queries";
import type { NoticeReply } from "@avances/db/queries/mail-reply-queries";
import { type AccountAccess, accessOfAccounts } from "@avances/db/queries/password-queries";
import type { ReportOfRound } from "@avances/db/queries/report-of-round";
import type { RoundRow } from "@avances/db/queries/rows";
import type { WaitingReminder } from "@avances/db/queries/scheduled-reminder-queries";
import { contactRoles, isOfSecretariat, type Role } from "@avances/domain/access";
import type { Country } from "@avances/domain/reference";
import {
  audienceFacts,
  holdOf,
  isEndedByClosing,
  lastDayToAsk,
  localDate,
  type NextNotice,
  noDaysOff,
  noticeCalendar,
  proposedNotice,
  type ScheduledState,
  scheduledLeaving,
} from "@avances/domain/round";
import { isEditable, isExempt, publicationFrom } from "@avances/domain/submission";
import {
  confirmationsFrom,
  confirmationsSince,
  type LedgerOfCountry,
  lastAskedOn,
  lastTold,
  ledgerFrom,
  numberOfLastMessage,
  peopleOf,
  type ToldNotice,
  timesAsked,
} from "@avances/notices";
import type { Deps } from "#deps.ts";
import { replyOf } from "#features/shared/mail-reply-view.ts";
import { rememberedNextNotice } from "./remembered-next-notice.ts";

type Desk = NonNullable<CountryStatus["desk"]>;
type DeskReader = (row: ReportOfRound, country: Country, round: RoundRow) => Desk;

/** Everybody outside the secretariat to whom a step of the calendar goes. */
const audiences = [
  ...new Set(noticeCalendar.flatMap(({ audience }): readonly (keyof typeof audienceFacts)[] => audience)),
];
const writtenTo: readonly Role[] = audiences
  .map((audience) => audienceFacts[audience].role)
  .filter((role) => !isOfSecretariat(role));

/** What the desk of a round is drawn from. Depends on the clock only by the day (UTC). */
export type DeskFacts = Awaited<ReturnType<typeof readDeskFacts>>;

/** Contact, asks and delivery of every country, read in two statements. `day`: its beginning (UTC). */
export async function readDeskFacts(deps: Pick<Deps, "db">, tx: Tx, year: number, day: Date) {
  const [rows, access] = await Promise.all([
    readDesk(tx, { year, roles: writtenTo, now: day, decidedSince: confirmationsSince(day) }),
    // Only another role may read passwords, so this uses another connection; it waits for nothing that is read here.
    deps.db.authQuery((auth) => accessOfAccounts(auth, contactRoles)),
  ]);
  const { people, notices, unreached, questions, consents, told, answers, daysOff, holds, waitingSteps, replies } =
    rows;
  return {
    ...{ access, unreached, questions, consents, told, daysOff, holds, waitingSteps },
    ledger: ledgerFrom(rows),
    messages: lastTold(notices),
    confirmation: confirmationsFrom(rows),
    answerOf: new Map(answers.map((answer) => [answer.country, answer])),
    setReminders: new Map(rows.waitingReminders.map((one) => [one.country, one])),
    repliesByNotice: Map.groupBy(replies, ({ noticeId }) => noticeId),
    peopleByCountry: Map.groupBy(people, (person) => person.countryCode),
  };
}

/** The desk of each country of a round, for the Secretariat. */
export function deskReader(facts: DeskFacts, year: number, now: Date): DeskReader {
  const { access, unreached, questions, consents, told, daysOff, holds, waitingSteps } = facts;
  const { ledger, messages, confirmation, answerOf, setReminders, repliesByNotice, peopleByCountry } = facts;
  const repliesTo: RepliesTo = (noticeId) => (repliesByNotice.get(noticeId) ?? []).map(({ reply }) => reply);
  // A term begins and ends with the days of the person's capital (`isInTerm` in the queries of recipients).
  const inTerm = (code: string | null, timeZone: string) => {
    const today = localDate(now, timeZone);
    return (peopleByCountry.get(code) ?? []).filter(
      ({ validFrom, validUntil }) =>
        (validFrom === null || validFrom <= today) && (validUntil === null || validUntil >= today),
    );
  };
  const ofRegion = inTerm(null, "UTC");

  return (row, country, round) => {
    const everybody = inTerm(country.alpha3, country.timeZone);
    // A mailbox of several people is turned to where there is nobody else.
    const own = everybody
      .filter((person) => contactRoles.some((role) => role === person.role))
      .sort((one, other) => Number(one.isShared) - Number(other.isShared));
    const focalPoints = own.filter((person) => person.role === contactRoles[0]);
    const { withPassword } = access;
    const contact = focalPoints.find((person) => withPassword.has(person.id)) ?? focalPoints[0] ?? own[0];
    const asked = ledger(year, country.alpha3);
    const { handled, lastCalendarNotice, lastDigestAt } = asked;
    const lastReminder = lastCalendarNotice?.at ?? null;
    const answer = answerOf.get(country.alpha3);
    const { ask, other } = messages.get(country.alpha3) ?? {};
    const { status, obligated, firstSubmittedAt, dueOn, returnDueOn, acceptedAt } = row;
    const today = localDate(now, country.timeZone);
    const held = holdOf(holds, { roundYear: year, country: country.alpha3, today });
    const state = {
      status,
      obligated,
      exempt: isExempt(row),
      firstSubmittedAt,
      dueOn,
      returnDueOn,
      opensOn: round.opensOn,
      closedAt: round.closedAt,
      reopenedAt: round.reopenedAt,
      timeZone: country.timeZone,
      daysOff: daysOff.get(country.alpha3) ?? noDaysOff,
      heldUntil: held?.lastDay ?? null,
      promisedOn: asked.promisedOn,
      handled,
      confirmation: confirmation(year, country.alpha3),
      // A digest is a message of the round too, as the planner has it.
      lastSentAt:
        lastReminder === null || (lastDigestAt !== null && lastDigestAt > lastReminder) ? lastDigestAt : lastReminder,
      dueToldAt: told.get(row.id)?.due ?? row.extensionGrantedAt,
      returnToldAt: told.get(row.id)?.returned ?? row.returnedAt,
    };
    const { next, byItself } = rememberedNextNotice(row.id, state, now);
    // A step that waits for a person comes first, also where an earlier one, missed in an outage, will leave by itself before it.
    const proposed = waitingSteps.some((one) => one.country === country.alpha3) ? proposedNotice(state, now) : null;
    // As long as reminders are held nothing is proposed, whatever was before.
    const waiting = waitingSteps.find(
      (one) => one.country === country.alpha3 && one.step === proposed?.step && one.anchorDate === proposed.anchorDate,
    );
    const shown = next && (waiting && proposed ? { ...next, ...proposed, needsConfirmation: true } : next);
    return {
      focalPoint:
        contact === undefined ? null : { name: contact.displayName, address: contact.email, phone: contact.phone },
      invitation: invitationOf(contact, access, now),
      lastSignedInAt: latest(own.map((person) => person.lastSignedInAt)),
      asks: timesAsked(asked),
      lastAskOn: lastAskedOn(asked, country.timeZone),
      // Calls and letters are counted with the messages, as in the list of all requests.
      lastAsk: messageOf(ask && { ...ask, ordinal: numberOfLastMessage(asked, ask, country.timeZone) }, repliesTo),
      lastOther: messageOf(other, repliesTo),
      nextNotice: shown && {
        step: shown.step,
        at: shown.goesAt.toISOString(),
        needsConfirmation: shown.needsConfirmation,
        thenAt: shown.needsConfirmation ? (byItself?.goesAt.toISOString() ?? null) : null,
        proposedAt: waiting?.proposedAt.toISOString() ?? null,
        ...reachOf(shown, country, [...everybody, ...ofRegion]),
      },
      scheduled: setOf(setReminders.get(country.alpha3), row, { ...state, ...byHandOf(asked) }, now),
      lastAnswer: answer
        ? { channel: answer.channel, day: answer.happenedOn, said: answer.said, promisedOn: answer.promisedOn }
        : null,
      hold: held
        ? { lastDay: held.lastDay, reason: held.reason, byName: held.createdByName, ofRound: held.countryCode === null }
        : null,
      unreached: (unreached.get(country.alpha3) ?? []).map(({ name, at }) => ({ name, at: at.toISOString() })),
      questionSince: questions.get(row.id)?.toISOString() ?? null,
      publicationFrom:
        status === "accepted" && acceptedAt !== null
          ? publicationFrom({ acceptedAt, timeZone: country.timeZone, consentedAt: consents.get(row.id) ?? null })
          : null,
    };
  };
}

const byHandOf = ({ lastByHandAt, asksUnderWay }: LedgerOfCountry) => ({
  lastByHandAt,
  isAskUnderWay: asksUnderWay > 0,
});

/** The reminder that somebody set, and when it leaves to a country that is still to be asked then. */
function setOf(
  set: WaitingReminder | undefined,
  row: Pick<ReportOfRound, "status" | "exemptReason">,
  state: ScheduledState,
  now: Date,
): Desk["scheduled"] {
  if (set === undefined) return null;
  const isEnded = isEndedByClosing({ step: "resend", writtenAt: set.createdAt }, state);
  const isAwaited = isEditable(row.status) && !isExempt(row) && !isEnded;
  const last = lastDayToAsk(state, now);
  const { goesAt } = scheduledLeaving(set.sendAt, state, now);
  const leaves = isAwaited && last !== null && localDate(goesAt, state.timeZone) <= last;
  return { at: set.sendAt.toISOString(), leavesAt: leaves ? goesAt.toISOString() : null, byName: set.createdByName };
}

/** Who would get this step now, and which roles it is for that nobody holds: people who report are named by the invitation already. */
function reachOf({ audience }: NextNotice, country: Country, everybody: readonly DeskPerson[]) {
  const reachable = everybody.filter((person) => person.isConfirmed || person.lastSignedInAt !== null);
  // A message to an address that a mail server has refused for good does not leave.
  const reached = reachable.filter(({ isRefused }) => !isRefused);
  const outside = audience.filter((name) => !isOfSecretariat(audienceFacts[name].role));
  return {
    to: [...new Set(peopleOf(outside, country.alpha3, reached).map((person) => person.displayName))],
    missing: outside
      .filter((name) => !audienceFacts[name].reports && peopleOf([name], country.alpha3, reachable).length === 0)
      .map((name) => audienceFacts[name].role),
  };
}

type RepliesTo = (noticeId: string) => readonly NoticeReply["reply"][];

function messageOf(message: ToldNotice | undefined, repliesTo: RepliesTo): Desk["lastAsk"] {
  if (message === undefined) return null;
  const { step, ordinal, at, to } = message;
  return {
    ...{ step, ordinal, at: at.toISOString() },
    to: to.map(({ noticeId, name, state }) => ({
      ...{ name, state },
      reply: state === "queued" ? null : replyOf(repliesTo(noticeId)),
    })),
  };
}

function invitationOf(
  contact: DeskPerson | undefined,
  { withPassword, invitedUntil }: AccountAccess,
  now: Date,
): Desk["invitation"] {
  if (contact === undefined) return "none";
  if (withPassword.has(contact.id) || contact.lastSignedInAt !== null) return "used";
  if (!contact.isConfirmed) return "awaiting_second_person";
  if (contact.isShared) return "shared_only";
  const until = invitedUntil.get(contact.id);
  return until !== undefined && until > now ? "sent_not_used" : "expired";
}

function latest(instants: readonly (Date | null)[]): string | null {
  const times = instants.flatMap((instant) => (instant === null ? [] : [instant.getTime()]));
  return times.length === 0 ? null : new Date(Math.max(...times)).toISOString();
}
