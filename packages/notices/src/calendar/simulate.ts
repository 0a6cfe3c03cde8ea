import type { Tx } from "@avances/db";
import { listRecipients, type Recipient } from "@avances/db/queries/recipient-queries";
import { listReportingStates, type ReportingState } from "@avances/db/queries/reporting-state-queries";
import { type CalendarDate, endOfDay, type NoticeStep, noticesUntil, remindedFrom } from "@avances/domain/round";
import { type Ledger, loadLedger } from "./ledger.ts";
import { withLedger } from "./notice-state.ts";
import { peopleOf } from "./recipients.ts";

export interface SimulatedStep {
  readonly country: string;
  readonly step: NoticeStep;
  readonly at: Date;
  readonly recipients: number;
}

/** What the planner would send from now until the end of a day if nothing changed, by time. Uses the planner itself; sends nothing. */
export async function simulateNotices(
  tx: Tx,
  roundYear: number,
  now: Date,
  until: CalendarDate,
): Promise<readonly SimulatedStep[]> {
  const states = await listReportingStates(tx, { roundYear });
  const [ledger, everybody] = [await loadLedger(tx, [roundYear]), await listRecipients(tx)];
  return states
    .flatMap((state) => simulateCountry(state, ledger, everybody, now, endOfDay(until, state.timeZone)))
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

function simulateCountry(
  state: ReportingState,
  ledger: Ledger,
  everybody: readonly Recipient[],
  now: Date,
  end: Date,
): readonly SimulatedStep[] {
  const from = remindedFrom(ledger(state.roundYear, state.country).promisedOn, state.timeZone, now);
  return noticesUntil(withLedger(state, ledger), from, end).map(({ step, audience, goesAt }) => ({
    country: state.country,
    step,
    at: goesAt,
    recipients: peopleOf(audience, state.country, everybody).length,
  }));
}
