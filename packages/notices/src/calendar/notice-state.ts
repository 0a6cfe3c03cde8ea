import type { ReportingState } from "@avances/db/queries/reporting-state-queries";
import type { SendingDays } from "@avances/domain/round";
import type { Ledger } from "./ledger.ts";
import type { Quiet } from "./quiet.ts";

/** What is read beside the states of countries to decide about their notices. */
export interface Known {
  readonly ledger: Ledger;
  readonly quiet: Quiet;
}

/** A reporting state together with what the ledger and the calendar of the country say: what the domain needs to decide about one country. */
export function withKnown(state: ReportingState, { ledger, quiet }: Known) {
  const { handled, lastCalendarNotice, lastDigestAt } = ledger(state.roundYear, state.country);
  const lastSentAt = latest(lastCalendarNotice?.at ?? null, lastDigestAt);
  return { ...state, ...quietOf(state, { ledger, quiet }), handled, lastSentAt };
}

/** When anything of the calendar leaves to this country: on its days, not while held, and not before the day passed that it named. */
export function quietOf(state: ReportingState, { ledger, quiet }: Known): SendingDays {
  const { promisedOn } = ledger(state.roundYear, state.country);
  return { ...quiet(state), promisedOn };
}

const latest = (one: Date | null, other: Date | null) =>
  one === null || (other !== null && other > one) ? other : one;
