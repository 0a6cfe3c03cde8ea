import type { ReportingState } from "@avances/db/queries/reporting-state-queries";
import type { Ledger } from "./ledger.ts";

/** A reporting state together with what the ledger says: what the domain needs to decide about one country. */
export function withLedger(state: ReportingState, ledger: Ledger) {
  const { handled, lastCalendarNotice } = ledger(state.roundYear, state.country);
  return { ...state, handled, lastSentAt: lastCalendarNotice?.at ?? null };
}
