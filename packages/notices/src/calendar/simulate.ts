import type { Tx } from "@avances/db";
import { listQuietPeriods } from "@avances/db/queries/quiet-queries";
import { listRecipients, type Recipient } from "@avances/db/queries/recipient-queries";
import { listHolidays } from "@avances/db/queries/reference-queries";
import { listReportingStates, type ReportingState } from "@avances/db/queries/reporting-state-queries";
import type { Text } from "@avances/domain/catalogue";
import { type CalendarDate, endOfDay, type NextNotice, type NoticeStep, noticesUntil } from "@avances/domain/round";
import { type Known, loadKnown, withKnown } from "./notice-state.ts";
import { peopleOf } from "./recipients.ts";

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
  /** Why it does not leave on that day; null = it does. */
  readonly moved: NextNotice["moved"];
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
  const states = await listReportingStates(tx, { roundYear });
  const [known, everybody] = [await loadKnown(tx, [roundYear], now), await listRecipients(tx, now)];
  const nameOf = await loadNames(tx);
  return states
    .flatMap((state) => simulateCountry(state, known, everybody, now, endOfDay(until, state.timeZone)))
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
      ...{ country: state.country, step, at: goesAt, ownDay, moved, needsConfirmation },
      recipients: peopleOf(audience, state.country, everybody).length,
    }),
  );
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
