import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { lockReminders } from "@avances/db/queries/notice-queries";
import {
  endScheduledReminder,
  insertScheduledReminders,
  listWaitingReminders,
  type ScheduledReminderRow,
} from "@avances/db/queries/scheduled-reminder-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import {
  addDays,
  type CalendarDate,
  eventRules,
  instantOf,
  lastDayToAsk,
  localDate,
  type MomentFault,
  momentFault,
  type NamedMoment,
  noticesUntil,
  type ScheduledLeaving,
  scheduledLeaving,
  sendingWindow,
} from "@avances/domain/round";
import type { NoticeToWrite, OwnText } from "./message.ts";
import { withKnown } from "./notice-state.ts";
import { ledgerAfter } from "./planned-mails.ts";
import { peopleOf } from "./recipients.ts";
import { type ResendContext, type ResendMessage, readableMessages } from "./resend.ts";
import {
  type Choice,
  chooseResend,
  type ResendCountry,
  type ResendRequest,
  reasonToLeaveOut,
} from "./resend-choice.ts";
import { readScheduledRound, type ScheduledRound, scheduledState } from "./scheduled-standing.ts";

/** Whom to remind later, and when. */
export interface ScheduleRequest extends ResendRequest {
  readonly moment: NamedMoment;
}

export interface SchedulePreview {
  readonly messages: readonly ResendMessage[];
  readonly countries: readonly (ResendCountry & ScheduledLeaving)[];
  readonly leftOut: Choice["leftOut"];
}

/** A moment that cannot be named for these countries, and the days that can. */
export interface MomentRefusal {
  readonly fault: MomentFault;
  /** Empty with `unknown_zone`. */
  readonly countries: readonly string[];
  /** With `after_round`: the last day for each of them, null = none is left; with `before_opening`: the first. */
  readonly limit: CalendarDate | null;
}

/**
 * Every message as it would be written when it leaves, if nothing changes until then, and when that is for each country. Throws `schedule-refused` for a
 * moment that cannot be, with what is wrong. Writes nothing.
 */
export async function previewSchedule(
  tx: Tx,
  actor: Actor,
  request: ScheduleRequest,
  context: ResendContext,
): Promise<SchedulePreview> {
  const { now } = context;
  const chosen = await chooseResend(tx, actor, request, context);
  const round = await readScheduledRound(tx, request.roundYear, now);
  refuseMoment(request.moment, chosen, round, now);
  const planned = chosen.items.map((item) => leavingItem(item, request.moment, round, now));
  const goesAt = new Map(planned.map(({ item, leaving }) => [item, leaving.goesAt]));
  return {
    messages: await readableMessages(
      tx,
      planned.map(({ item }) => item),
      { ...context, now: (item) => goesAt.get(item) ?? now },
    ),
    countries: chosen.facts.map((facts, place) => {
      const leaving = planned[place]?.leaving ?? { goesAt: now, moved: null };
      return { ...facts, ...leaving };
    }),
    leftOut: chosen.leftOut,
  };
}

/**
 * Sets a reminder for each of these countries, as one act with one audit event a country. Throws `nothing-to-send`, `schedule-refused`, and
 * `already-scheduled` with the countries for which one waits.
 */
export async function scheduleReminders(
  tx: Tx,
  actor: Actor,
  request: ScheduleRequest,
  { now, newId }: Pick<ResendContext, "now" | "newId">,
): Promise<readonly ScheduledReminderRow[]> {
  await lockReminders(tx, request.roundYear);
  const chosen = await chooseResend(tx, actor, request, { now, newId });
  if (chosen.items.length === 0) throw new DomainError("nothing-to-send", { leftOut: chosen.leftOut });
  refuseMoment(request.moment, chosen, await readScheduledRound(tx, request.roundYear, now), now);
  const asked = new Set(chosen.items.map(({ state }) => state.country));
  const waiting = (await listWaitingReminders(tx, request.roundYear)).filter((row) => asked.has(row.countryCode));
  if (waiting.length > 0) throw alreadyScheduled(waiting);
  const rows = await insertScheduledReminders(
    tx,
    chosen.items.map(({ state }) => ({
      ...{ id: newId(), roundYear: request.roundYear, countryCode: state.country },
      ...momentRow(request.moment, state.timeZone, request.text),
      ...{ createdAt: now, createdBy: actor.userId, createdByName: actor.displayName },
    })),
  );
  for (const row of rows) await recordAct(tx, actor, now, "notices.scheduled", row);
  return rows;
}

/** Withdraws a reminder that waits. Throws `transition-refused` when it waits no more: it has left, or a colleague was faster. */
export async function withdrawReminder(
  tx: Tx,
  actor: Actor,
  { id, roundYear }: Pick<ScheduledReminderRow, "id" | "roundYear">,
  now: Date,
): Promise<void> {
  await lockReminders(tx, roundYear);
  const row = await endOne(tx, actor, { id, roundYear }, "withdrawn", now);
  await recordAct(tx, actor, now, "notices.schedule-withdrawn", row);
}

/**
 * Gives a reminder that waits another moment and other words: it is replaced by another row, of whoever changes it. Throws `transition-refused` when it waits no
 * more, and `schedule-refused` for a moment that cannot be.
 */
export async function changeReminder(
  tx: Tx,
  actor: Actor,
  { id, roundYear }: Pick<ScheduledReminderRow, "id" | "roundYear">,
  to: { readonly moment: NamedMoment; readonly text?: OwnText | undefined },
  { now, newId }: Pick<ResendContext, "now" | "newId">,
): Promise<void> {
  await lockReminders(tx, roundYear);
  const before = await endOne(tx, actor, { id, roundYear }, "replaced", now);
  const round = await readScheduledRound(tx, roundYear, now);
  const state = round.states.get(before.countryCode);
  if (state === undefined) throw new DomainError("transition-refused");
  refuseMoment(to.moment, { items: [{ state }] }, round, now);
  const [row] = await insertScheduledReminders(tx, [
    {
      ...{ id: newId(), roundYear, countryCode: before.countryCode },
      ...momentRow(to.moment, state.timeZone, to.text),
      ...{ createdAt: now, createdBy: actor.userId, createdByName: actor.displayName },
    },
  ]);
  if (row === undefined) throw new DomainError("transition-refused");
  await recordAct(tx, actor, now, "notices.schedule-changed", row);
}

/** A country's item as it will be when it leaves. */
function leavingItem(
  item: NoticeToWrite,
  moment: NamedMoment,
  { known, everybody }: ScheduledRound,
  now: Date,
): { readonly item: NoticeToWrite; readonly leaving: ScheduledLeaving } {
  const { state } = item;
  const leaving = scheduledLeaving(instantOf(moment, state.timeZone), scheduledState(state, known), now);
  const before = noticesUntil(withKnown(state, known), now, leaving.goesAt).filter(
    ({ needsConfirmation }) => !needsConfirmation,
  );
  // What is under way has left by then.
  const { asks, asksUnderWay, firstAskAt } = item.ledger;
  const own = {
    ...item.ledger,
    asks: asks + asksUnderWay,
    asksUnderWay: 0,
    firstAskAt: firstAskAt ?? (asksUnderWay > 0 ? now : null),
  };
  return { item: { ...item, takesDay: true, ledger: ledgerAfter(own, before, state, everybody) }, leaving };
}

function refuseMoment(
  moment: NamedMoment,
  { items }: { readonly items: readonly Pick<NoticeToWrite, "state">[] },
  { known }: Pick<ScheduledRound, "known">,
  now: Date,
) {
  const faults = items.flatMap(({ state }) => {
    const full = scheduledState(state, known);
    const fault = momentFault(moment, full, now) ?? (leavesInTime(moment, full, now) ? null : "after_round");
    return fault === null ? [] : [{ fault, state: full }];
  });
  const [first] = faults;
  if (first === undefined) return;
  const same = faults.filter(({ fault }) => fault === first.fault).map(({ state }) => state);
  const refusal: MomentRefusal = {
    fault: first.fault,
    countries: first.fault === "unknown_zone" ? [] : same.map(({ country }) => country),
    limit: limitOf[first.fault](moment, same, now),
  };
  throw new DomainError("schedule-refused", { ...refusal });
}

/** As things stand, does it leave before the round is over? On the last day another message may go to the country, or the days before may be closed. */
function leavesInTime(moment: NamedMoment, state: ScheduledCountry, now: Date): boolean {
  const last = lastDayToAsk(state, now);
  if (last === null) return false;
  const { goesAt } = scheduledLeaving(instantOf(moment, state.timeZone), state, now);
  return localDate(goesAt, state.timeZone) <= last;
}

type ScheduledCountry = ReturnType<typeof scheduledState>;

type LimitOf = (moment: NamedMoment, states: readonly ScheduledCountry[], now: Date) => CalendarDate | null;

/** The first or the last day that all of these countries have; null = a refusal names none, or one of them has none. */
const limitOf: Readonly<Record<MomentFault, LimitOf>> = {
  unknown_zone: () => null,
  past: () => null,
  before_opening: (_, states) =>
    states
      .map(({ opensOn }) => opensOn)
      .sort()
      .at(-1) ?? null,
  after_round: (moment, states, now) => {
    const days = states.map((state) => lastNamedDay(moment, state, now));
    return days.includes(null) ? null : (days.sort()[0] ?? null);
  },
};

/** The last day that can be named with this hour: what is named then still leaves. */
function lastNamedDay(moment: NamedMoment, state: ScheduledCountry, now: Date): CalendarDate | null {
  let day = lastDayToAsk(state, now);
  for (; day !== null; day = addDays(day, -1)) {
    const named = { ...moment, day };
    if (momentFault(named, state, now) === "past") return null;
    if (momentFault(named, state, now) === null && leavesInTime(named, state, now)) return day;
  }
  return null;
}

/** The days of a country on which a reminder to it can be set. */
interface DaysToRemind {
  readonly country: string;
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

/** Those of every country to which one can be set now: what is named for the last of them, at nine in the capital, still leaves. */
export function daysToRemind(round: ScheduledRound, now: Date): readonly DaysToRemind[] {
  return [...round.states.values()].flatMap((state) => {
    const people = peopleOf(eventRules.resend.audience, state.country, round.everybody);
    if (reasonToLeaveOut(state, people, true) !== null) return [];
    const { country, opensOn, timeZone } = state;
    const [, first = opensOn] = [opensOn, localDate(now, timeZone)].sort();
    // Where nine has passed on the last day that is left, a later hour can still be named.
    const lastAt = (time: string) =>
      lastNamedDay({ day: first, time, timeZone: null }, scheduledState(state, round.known), now);
    const last = lastAt(sendingWindow.from) ?? lastAt("17:59");
    return last === null ? [] : [{ country, first, last }];
  });
}

function alreadyScheduled(rows: readonly ScheduledReminderRow[]): DomainError {
  return new DomainError("already-scheduled", {
    reminders: rows.map(({ countryCode, sendAt, createdByName }) => ({
      ...{ country: countryCode, at: sendAt.toISOString(), byName: createdByName },
    })),
  });
}

const momentRow = (moment: NamedMoment, capital: string, text: OwnText | undefined) => ({
  ...{ sendAt: instantOf(moment, capital), timeZone: moment.timeZone, ownTexts: text ?? {} },
});

async function endOne(
  tx: Tx,
  actor: Actor,
  { id, roundYear }: Pick<ScheduledReminderRow, "id" | "roundYear">,
  ended: "withdrawn" | "replaced",
  at: Date,
): Promise<ScheduledReminderRow> {
  const row = await endScheduledReminder(tx, id, { ended, at, userId: actor.userId, name: actor.displayName });
  if (row?.roundYear !== roundYear) throw new DomainError("transition-refused");
  return row;
}

function recordAct(
  tx: Tx,
  actor: Actor,
  at: Date,
  action: "notices.scheduled" | "notices.schedule-withdrawn" | "notices.schedule-changed",
  { id, countryCode, roundYear, sendAt }: ScheduledReminderRow,
): Promise<void> {
  return appendAuditEvent(tx, {
    ...{ at, actor, action, objectType: "scheduled_reminder", objectId: id, countryCode },
    detail: { round: roundYear, sendAt: sendAt.toISOString() },
  });
}
