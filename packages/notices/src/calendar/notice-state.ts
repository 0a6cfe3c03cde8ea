import type { Tx } from "@avances/db";
import { readStepFacts, type StepFacts } from "@avances/db/queries/proposed-step-queries";
import type { ReportingState } from "@avances/db/queries/reporting-state-queries";
import { type Confirmation, catchUpDays, confirmedSteps, noticeKey, type SendingDays } from "@avances/domain/round";
import { type Ledger, loadLedger, type Without } from "./ledger.ts";
import { loadQuiet, type Quiet } from "./quiet.ts";
import { loadWordings, type Wordings } from "./wordings.ts";

/** What is read beside the states of countries to decide about their notices. */
export interface Known {
  readonly ledger: Ledger;
  readonly quiet: Quiet;
  /** Which steps wait for a person of the secretariat, and what was decided about those of a country. */
  readonly confirmation: (roundYear: number, country: string) => Confirmation;
  /** What the secretariat wrote in the place of the built-in words. */
  readonly wordings: Wordings;
}

/** Reads it for these rounds; `without`: as if this had not been written. */
export async function loadKnown(tx: Tx, years: readonly number[], now: Date, without?: Without): Promise<Known> {
  const [ledger, quiet, confirmation, wordings] = await Promise.all([
    loadLedger(tx, years, without),
    loadQuiet(tx, now),
    loadConfirmations(tx, now),
    loadWordings(tx),
  ]);
  return { ledger, quiet, confirmation, wordings };
}

/** A step is proposed on its own day or later, and moot `catchUpDays` after it: an older decision is about none that is left. */
export function confirmationsSince(now: Date): Date {
  return new Date(now.getTime() - (catchUpDays + 1) * 86_400_000);
}

/** Which steps wait for a person, and what was decided about those that can still leave. */
async function loadConfirmations(tx: Tx, now: Date): Promise<Known["confirmation"]> {
  return confirmationsFrom(await readStepFacts(tx, confirmationsSince(now)));
}

/** What these facts say. */
export function confirmationsFrom({ settings, decisions }: StepFacts): Known["confirmation"] {
  const needed = confirmedSteps(settings);
  const byCountry = Map.groupBy(decisions, ({ roundYear, country }) => `${roundYear} ${country}`);
  return (roundYear, country) => ({
    needed,
    decided: new Map(
      (byCountry.get(`${roundYear} ${country}`) ?? []).map(({ step, anchorDate, decision }) => [
        noticeKey(step, anchorDate),
        decision,
      ]),
    ),
  });
}

/** A reporting state together with what the ledger and the calendar of the country say: what the domain needs to decide about one country. */
export function withKnown(state: ReportingState, known: Known) {
  const { handled, lastCalendarNotice, lastDigestAt } = known.ledger(state.roundYear, state.country);
  const lastSentAt = latest(lastCalendarNotice?.at ?? null, lastDigestAt);
  return { ...state, ...goingOf(state, known), handled, lastSentAt };
}

/** When anything of the calendar leaves to a country, and which steps wait for a person. */
export interface Going extends SendingDays {
  readonly confirmation: Confirmation;
}

/** On its days, not while held, and not before the day passed that it named; with a person where the secretariat wants one. */
export function goingOf(state: ReportingState, { ledger, quiet, confirmation }: Known): Going {
  const { roundYear, country } = state;
  const { promisedOn } = ledger(roundYear, country);
  return { ...quiet(state), promisedOn, confirmation: confirmation(roundYear, country) };
}

const latest = (one: Date | null, other: Date | null) =>
  one === null || (other !== null && other > one) ? other : one;
