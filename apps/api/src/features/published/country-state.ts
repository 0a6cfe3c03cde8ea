import type { Tx } from "@avances/db";
import {
  type CountryState,
  countReports,
  listCountryStates,
  type ReportCount,
} from "@avances/db/queries/public-state-queries";
import type { CountryCode } from "@avances/domain/reference";
import { isExempt, owesReport, reportState, submissionStatuses } from "@avances/domain/submission";
import type { Deps } from "#deps.ts";
import type { RoundOfEdition, StateInRound } from "./frame.ts";
import { formMark, hashOf, outputPrint, seriesMark } from "./made-from.ts";
import { readRounds, readRules } from "./read-reports.ts";
import type { FormRules } from "./report-form.ts";

/** Hashes of everything that a country's parts are made from. */
export interface CountryInputs {
  readonly country: CountryCode;
  /** Inputs of "who reported when". */
  readonly reports: string;
  /** Inputs of its index and progress; whether a round is open, or the country is exempt in it, does not matter for them. */
  readonly series: string;
  /** Number of its public reports whose form must be made first. */
  readonly missing: number;
}

/** What an edition would be made from now, without the reports. */
export interface EditionInputs {
  readonly rules: FormRules;
  /** Oldest first. */
  readonly rounds: readonly RoundOfEdition[];
  readonly states: readonly StateInRound[];
}

/** Reads as `app_publisher`. */
export async function readInputs(
  tx: Tx,
  deps: Pick<Deps, "catalogues" | "reference">,
  now: Date,
): Promise<EditionInputs> {
  const counts = await countReports(tx);
  const rounds = await readRounds(tx, deps, now, counts);
  return { rules: await readRules(tx, deps, rounds), rounds, states: counts.map(stateInRound) };
}

/** The state of each of these countries. Role `app_publisher`. */
export async function readCountries(
  tx: Tx,
  { rules, rounds }: Pick<EditionInputs, "rules" | "rounds">,
  countries: readonly CountryCode[],
): Promise<readonly CountryInputs[]> {
  const marks = new Map(rounds.map(({ roundYear }) => [roundYear, formMark(rules, roundYear)]));
  const rows = await listCountryStates(tx, { marks, exempting, countries });
  const stateOf = new Map(rows.map((row) => [row.country, row]));
  const ofSeries = seriesMark(rules.current);
  const ofReports = hashOf(
    outputPrint,
    rounds.map(({ roundYear, referenceYear }) => [roundYear, referenceYear]),
  );
  return countries.map((country) => {
    const { reports, forms, missing } = stateOf.get(country) ?? nothing;
    return {
      country,
      reports: hashOf(ofReports, country, reports),
      series: hashOf(ofSeries, country, forms),
      missing,
    };
  });
}

const nothing: Omit<CountryState, "country"> = { reports: "", forms: "", missing: 0 };

/** Statuses that alone show that a country is excused. */
const exempting = submissionStatuses.filter((status) => isExempt({ status, exemptReason: null }));

function stateInRound({
  roundYear,
  obligated,
  status,
  hasExemptReason,
  isPublic,
  received,
  count,
}: ReportCount): StateInRound {
  const exempt = isExempt({ status, exemptReason: hasExemptReason ? "given" : null });
  const state = reportState({ obligated, exempt, isPublic, received });
  return { roundYear, state, obligated: owesReport({ obligated, exempt }), count };
}
