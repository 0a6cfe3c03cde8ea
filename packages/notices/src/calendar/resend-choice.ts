import type { Tx } from "@avances/db";
import { type ActiveHold, listActiveHolds } from "@avances/db/queries/hold-queries";
import { listRecipients, type Recipient } from "@avances/db/queries/recipient-queries";
import { listGroupMembers } from "@avances/db/queries/reference-queries";
import { listReportingStates, type ReportingState } from "@avances/db/queries/reporting-state-queries";
import { listWaitingReminders, type ScheduledReminderRow } from "@avances/db/queries/scheduled-reminder-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import {
  type CalendarDate,
  eventRules,
  holdOf,
  localDate,
  type NoticeStep,
  nextByItself,
  proposedNotice,
  spokenDate,
} from "@avances/domain/round";
import { type SubmissionStatus, statusAsExpected } from "@avances/domain/submission";
import { contactOf } from "../letters/contact.ts";
import { type LedgerOfCountry, timesAsked } from "./ledger.ts";
import type { NoticeToWrite, OwnText } from "./message.ts";
import { goingOf, type Known, loadKnown, withKnown } from "./notice-state.ts";
import { peopleOf } from "./recipients.ts";

export interface ResendRequest {
  readonly roundYear: number;
  readonly group?: string | undefined;
  readonly countries?: readonly string[] | undefined;
  /** Countries of the group to leave out this time. */
  readonly except?: readonly string[] | undefined;
  /** The secretariat's own words above the standard text; each text goes to readers of its language only. */
  readonly text?: OwnText | undefined;
}

export type LeftOutReason = "received" | "accepted" | "published" | "exempt" | "nobody_to_write_to" | "not_expected";

/** What the sender should know about a country before sending. */
export interface ResendCountry {
  readonly country: string;
  readonly status: SubmissionStatus;
  readonly dueOn: CalendarDate;
  readonly extended: boolean;
  /** Due date of returned work, else null. */
  readonly returnDueOn: CalendarDate | null;
  /** Asks of this round, whatever the way: messages that reached somebody, and what was noted. */
  readonly asks: number;
  /** The days of the first and the last of them, in the capital; null = there was none. */
  readonly firstAskOn: CalendarDate | null;
  readonly lastAskOn: CalendarDate | null;
  readonly lastAnswer: LedgerOfCountry["lastAnswer"];
  /** Asks of this round that were ever queued. The sender sends this number back, so that nobody is asked twice by mistake. */
  readonly asksWritten: number;
  /** The automatic notice that leaves on this day in the country, or has left. */
  readonly automaticToday: { readonly step: NoticeStep; readonly at: Date; readonly hasGone: boolean } | null;
  /** A step that is due and waits for a person; null = none does. */
  readonly waiting: { readonly step: NoticeStep } | null;
  /** Its automatic reminders are held until the end of this day; null = they are not. */
  readonly hold: { readonly lastDay: CalendarDate; readonly reason: string } | null;
  /** Of its asks: calls, letters and talks that were noted. */
  readonly asksNoted: number;
  /** The day that the country named last, until which nothing of the calendar leaves; null = it named none, or that day has passed. */
  readonly promisedOn: CalendarDate | null;
  /** A reminder by hand that is set for a later moment, and by whom; null = none is. */
  readonly scheduled: { readonly at: Date; readonly byName: string } | null;
}

/** What can be sent, and what the sender should know. */
export interface Choice {
  readonly items: readonly NoticeToWrite[];
  readonly facts: readonly ResendCountry[];
  readonly leftOut: readonly { readonly country: string; readonly reason: LeftOutReason }[];
  readonly batchId: string;
  /** All countries that were chosen, including those left out. */
  readonly countries: readonly string[];
}

/** Who gets a reminder by hand, and who is left out and why. Only reads. */
export async function chooseResend(
  tx: Tx,
  actor: Actor,
  request: ResendRequest,
  { now, newId }: { readonly now: Date; readonly newId: () => string },
): Promise<Choice> {
  const states = await listReportingStates(tx, { roundYear: request.roundYear });
  if (states.length === 0) throw new DomainError("not-found");
  const countries = await chosenCountries(tx, request, states);
  const known = await loadKnown(tx, [request.roundYear], now);
  const holds = await listActiveHolds(tx, now);
  const waiting = await listWaitingReminders(tx, request.roundYear);
  const everybody = await listRecipients(tx, now);
  const byCountry = new Map(states.map((state) => [state.country, state]));
  const batchId = newId();
  const items: NoticeToWrite[] = [];
  const facts: ResendCountry[] = [];
  const leftOut: { country: string; reason: LeftOutReason }[] = [];
  const { audience } = eventRules.resend;
  for (const country of countries) {
    const state = byCountry.get(country);
    const people = peopleOf(audience, country, everybody);
    const reason = reasonToLeaveOut(state, people, request.countries?.includes(country) ?? false);
    if (state === undefined || reason !== null) leftOut.push({ country, reason: reason ?? "not_expected" });
    else {
      const by = { batchId, userId: actor.userId, scheduledFor: now, text: request.text };
      items.push(resendItem(state, known, everybody, by));
      facts.push(countryFacts(state, known, holds, now, waiting));
    }
  }
  return { items, facts, leftOut, batchId, countries };
}

/** A reminder by hand to one country with all that its messages are made from. */
export function resendItem(
  state: ReportingState,
  known: Known,
  everybody: readonly Recipient[],
  by: {
    readonly batchId: string;
    /** Who sends it, and so answers questions. */
    readonly userId: string;
    readonly scheduledFor: Date;
    readonly text?: OwnText | undefined;
  },
): NoticeToWrite {
  const { audience } = eventRules.resend;
  return {
    state,
    step: "resend",
    anchorDate: spokenDate("resend", state) ?? state.dueOn,
    batchId: by.batchId,
    scheduledFor: by.scheduledFor,
    disposition: "send",
    audience,
    people: peopleOf(audience, state.country, everybody),
    ledger: known.ledger(state.roundYear, state.country),
    going: goingOf(state, known),
    contact: contactOf(everybody, by.userId, state.roundOpenedBy),
    wordings: known.wordings,
    ...(by.text && { ownText: by.text }),
  };
}

/** The countries of the group and those named, each once, without the exceptions; if neither is given, all that are expected to report. */
async function chosenCountries(
  tx: Tx,
  { group, countries, except = [] }: ResendRequest,
  states: readonly ReportingState[],
): Promise<readonly string[]> {
  const members = group === undefined ? [] : await membersOf(tx, group);
  const isUnnamed = group === undefined && countries === undefined;
  const chosen = isUnnamed
    ? states.filter((state) => state.obligated).map((state) => state.country)
    : [...new Set([...members, ...(countries ?? [])])].sort();
  return chosen.filter((country) => !except.includes(country));
}

async function membersOf(tx: Tx, group: string): Promise<readonly string[]> {
  const members = await listGroupMembers(tx, group);
  if (members.length === 0) throw new DomainError("not-found");
  return members;
}

/**
 * A country that has submitted, or need not, is not asked. Countries that report voluntarily are asked when they were named, or about work
 * returned to them, but never as members of a group.
 */
export function reasonToLeaveOut(
  state: ReportingState | undefined,
  people: readonly Recipient[],
  isNamed: boolean,
): LeftOutReason | null {
  if (state === undefined) return "not_expected";
  const status = statusAsExpected(state);
  switch (status) {
    case "submitted":
      return "received";
    case "accepted":
    case "published":
    case "exempt":
      return status;
    case "not_started":
    case "draft":
    case "returned":
      if (!(state.obligated || isNamed || state.status === "returned")) return "not_expected";
      return people.length === 0 ? "nobody_to_write_to" : null;
  }
}

function automaticToday(
  state: ReturnType<typeof withKnown>,
  { lastCalendarNotice, lastActNotice }: LedgerOfCountry,
  now: Date,
): ResendCountry["automaticToday"] {
  const today = localDate(now, state.timeZone);
  const isToday = (at: Date) => localDate(at, state.timeZone) === today;
  if (lastCalendarNotice !== null && isToday(lastCalendarNotice.at)) return { ...lastCalendarNotice, hasGone: true };
  const next = nextByItself(state, now);
  if (next !== null && isToday(next.goesAt)) return { step: next.step, at: next.goesAt, hasGone: false };
  // A decision made today is announced whatever the calendar says.
  return lastActNotice !== null && isToday(lastActNotice.at) ? { ...lastActNotice, hasGone: true } : null;
}

/** What a person should know about a country before it is asked. */
export function countryFacts(
  state: ReportingState,
  known: Known,
  holds: readonly ActiveHold[],
  now: Date,
  waiting: readonly Pick<ScheduledReminderRow, "countryCode" | "sendAt" | "createdByName">[],
): ResendCountry {
  const { country, status, dueOn, roundDueOn, extensionGrantedAt, returnDueOn, timeZone } = state;
  const own = known.ledger(state.roundYear, country);
  const full = withKnown(state, known);
  const held = holdOf(holds, { ...state, today: localDate(now, timeZone) });
  const days = [
    ...[own.firstAskAt, own.lastAskAt].flatMap((at) => (at === null ? [] : [localDate(at, timeZone)])),
    ...(own.noted === null ? [] : [own.noted.firstOn, own.noted.lastOn]),
  ].sort();
  const proposed = proposedNotice(full, now);
  const scheduled = waiting.find(({ countryCode }) => countryCode === country) ?? null;
  return {
    ...{ country, status, dueOn, asksWritten: own.asksWritten, asks: timesAsked(own), lastAnswer: own.lastAnswer },
    extended: extensionGrantedAt !== null && dueOn !== roundDueOn,
    returnDueOn: status === "returned" ? returnDueOn : null,
    firstAskOn: days[0] ?? null,
    lastAskOn: days.at(-1) ?? null,
    automaticToday: automaticToday(full, own, now),
    waiting: proposed && { step: proposed.step },
    hold: held === undefined ? null : { lastDay: held.lastDay, reason: held.reason },
    asksNoted: own.noted?.count ?? 0,
    promisedOn: own.promisedOn !== null && own.promisedOn >= localDate(now, timeZone) ? own.promisedOn : null,
    scheduled: scheduled && { at: scheduled.sendAt, byName: scheduled.createdByName },
  };
}
