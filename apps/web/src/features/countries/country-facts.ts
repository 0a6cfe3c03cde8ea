import { type ReportMark, reportMark } from "@avances/charts/series";
import { type InstrumentCode, instrumentCodes } from "@avances/domain/catalogue";
import type { PublicCountry } from "#lib/published-queries.ts";
import { type ReversalFacts, reversalFacts } from "#lib/reversal.ts";
import type { NamedRound } from "#lib/round-words.ts";
import { type Standing, standingOf } from "#lib/standing.ts";

/** Which rounds one country has published, and why not the others. */
export interface CountryReportsFacts {
  readonly country: string;
  /** Rounds in which it owes a report; an exempt one is none of them. */
  readonly expected: readonly NamedRound[];
  /** Of those. */
  readonly published: readonly NamedRound[];
  /** Published without owing a report. */
  readonly voluntary: readonly NamedRound[];
  readonly missing: readonly { readonly why: ReportMark; readonly rounds: readonly NamedRound[] }[];
}

const order = ["not_published", "not_published_yet", "exempt", "not_asked"] as const satisfies readonly ReportMark[];

/** `today` as `yyyy-mm-dd`. */
export function countryReportsFacts(
  { country, rounds, reporting }: Pick<PublicCountry, "country" | "rounds" | "reporting">,
  today: string,
): CountryReportsFacts {
  const dated = new Map(rounds.map((round) => [round.roundYear, round]));
  const cells = reporting.flatMap((cell) => {
    const round = dated.get(cell.roundYear);
    if (!round) return [];
    return [{ ...cell, mark: cell.state === "published" ? null : reportMark(cell.state, round, today) }];
  });
  const owed = cells.filter(({ obligated, state }) => obligated && state !== "exempt");
  return {
    country: country.iso3,
    expected: owed,
    published: owed.filter(({ mark }) => mark === null),
    voluntary: cells.filter(({ obligated, mark }) => !obligated && mark === null),
    missing: order.flatMap((why) => {
      const own = cells.filter(({ mark }) => mark === why);
      return own.length === 0 ? [] : [{ why, rounds: own }];
    }),
  };
}

/** Where the country stands in one Protocol in its latest published round, against its own first round with a score. */
export interface CountryProgressFacts {
  readonly instrument: InstrumentCode;
  readonly round: NamedRound;
  readonly standing: Standing;
}

/** One for each Protocol; none before anything is published. */
export function countryProgressFacts({ index }: Pick<PublicCountry, "index">): CountryProgressFacts[] {
  const latest = latestOf(index);
  if (!latest) return [];
  return instrumentCodes.map((instrument) => ({ instrument, round: latest, standing: standingOf(latest, instrument) }));
}

/** The change since the report before, where it hangs on the choice of weights. */
export function countryReversals({ index }: Pick<PublicCountry, "index">): ReversalFacts[] {
  const latest = latestOf(index);
  if (!latest) return [];
  return instrumentCodes.flatMap((instrument) => reversalFacts(index, latest, instrument) ?? []);
}

/** The newest round that the country has published. */
export function latestOf(index: PublicCountry["index"]): PublicCountry["index"][number] | null {
  return index.reduce<PublicCountry["index"][number] | null>(
    (last, row) => (last && last.roundYear > row.roundYear ? last : row),
    null,
  );
}
