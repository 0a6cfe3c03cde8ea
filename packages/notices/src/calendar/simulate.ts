import type { Tx } from "@avances/db";
import { listQuietPeriods } from "@avances/db/queries/quiet-queries";
import type { Recipient } from "@avances/db/queries/recipient-queries";
import { listHolidays } from "@avances/db/queries/reference-queries";
import type { ReportingState } from "@avances/db/queries/reporting-state-queries";
import { listWaitingReminders, type ScheduledReminderRow } from "@avances/db/queries/scheduled-reminder-queries";
import type { Text } from "@avances/domain/catalogue";
import {
  type CalendarDate,
  endOfDay,
  eventRules,
  localDate,
  type NextNotice,
  type NoticeStep,
  noticesUntil,
  type ScheduledWait,
} from "@avances/domain/round";
import { type Known, withKnown } from "./notice-state.ts";
import { peopleOf } from "./recipients.ts";
import { readScheduledRound, type ScheduledRound, standingOf } from "./scheduled-standing.ts";

/** What a day off is: a listed holiday by its name, or what the secretariat entered, in its words. */
export interface NamedDayOff {
  readonly name: Text | null;
  readonly reason: string | null;
}

export interface SimulatedStep {
  readonly country: string;
  readonly step: NoticeStep;
  readonly at: Date;
  readonly recipients: number;
  /** It does not leave then by itself: it is proposed, and leaves once a person has confirmed it. */
  readonly needsConfirmation: boolean;
  /** The day that the step is about. */
  readonly ownDay: CalendarDate;
  /** Why it does not leave on that day, or at the moment that was set; null = it does. */
  readonly moved: NextNotice["moved"] | ScheduledWait;
  /** Who set this reminder by hand for its moment; null = it is a step of the calendar. */
  readonly setBy: string | null;
  /** With `day_off`: what the own day is. */
  readonly dayOff: NamedDayOff | null;
}

/** What the planner would send or propose from now until the end of a day if nothing changed, by time. Uses the planner itself; sends nothing. */
export async function simulateNotices(
  tx: Tx,
  roundYear: number,
  now: Date,
  until: CalendarDate,
): Promise<readonly SimulatedStep[]> {
  const round = await readScheduledRound(tx, roundYear, now);
  const { states, known, everybody } = round;
  const nameOf = await loadNames(tx);
  const set = (await listWaitingReminders(tx, roundYear)).flatMap((row) => simulateReminder(row, round, now, until));
  return [
    ...[...states.values()].flatMap((state) =>
      simulateCountry(state, known, everybody, now, endOfDay(until, state.timeZone)),
    ),
    ...set,
  ]
    .map((step) => ({ ...step, dayOff: step.moved === "day_off" ? nameOf(step.country, step.ownDay) : null }))
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

function simulateCountry(
  state: ReportingState,
  known: Known,
  everybody: readonly Recipient[],
  now: Date,
  end: Date,
): readonly Omit<SimulatedStep, "dayOff">[] {
  return noticesUntil(withKnown(state, known), now, end).map(
    ({ step, audience, goesAt, ownDay, moved, needsConfirmation }) => ({
      ...{ country: state.country, step, at: goesAt, ownDay, moved, needsConfirmation, setBy: null },
      recipients: peopleOf(audience, state.country, everybody).length,
    }),
  );
}

/** A reminder that a person set, if it would leave until the end of that day. */
function simulateReminder(
  row: ScheduledReminderRow,
  round: ScheduledRound,
  now: Date,
  until: CalendarDate,
): readonly Omit<SimulatedStep, "dayOff">[] {
  const [standing, state] = [standingOf(row, round, now), round.states.get(row.countryCode)];
  if (standing.kind !== "leaves" || state === undefined) return [];
  if (standing.goesAt >= endOfDay(until, state.timeZone)) return [];
  return [
    {
      ...{ country: row.countryCode, step: "resend", at: standing.goesAt, moved: standing.moved },
      ...{ ownDay: localDate(row.sendAt, state.timeZone), needsConfirmation: false, setBy: row.createdByName },
      recipients: peopleOf(eventRules.resend.audience, row.countryCode, round.everybody).length,
    },
  ];
}

async function loadNames(tx: Tx): Promise<(country: string, day: CalendarDate) => NamedDayOff | null> {
  const [holidays, periods] = [await listHolidays(tx), await listQuietPeriods(tx)];
  return (country, day) => {
    const entered = periods.find(
      ({ countryCode, kind, firstDay, lastDay, withdrawnAt }) =>
        countryCode === country && kind !== "works" && withdrawnAt === null && firstDay <= day && day <= lastDay,
    );
    if (entered !== undefined) return { name: null, reason: entered.reason };
    const listed = holidays.find((one) => one.countryCode === country && one.day === day);
    return listed === undefined ? null : { name: listed.name, reason: null };
  };
}
