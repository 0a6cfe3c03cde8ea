import { type ReportMark, reportMark } from "@avances/charts/series";
import { type InstrumentCode, instrumentCodes } from "@avances/domain/catalogue";
import { type Robustness, reversedDirections } from "@avances/domain/progress-index";
import type { IndexRowView, PublicCountry, PublicIndex } from "#lib/published-queries.ts";
import { choiceOf, type ReversalFacts, reversalFacts } from "#lib/reversal.ts";
import type { NamedRound } from "#lib/round-words.ts";
import { type Standing, standingOf } from "#lib/standing.ts";

/** Which rounds of one country are published, and why the others are not. */
export interface CountryReportsFacts {
  readonly country: string;
  /** Rounds in which it owes a report; exempt rounds are not among them. */
  readonly expected: readonly NamedRound[];
  /** The expected rounds that are published. */
  readonly published: readonly NamedRound[];
  /** Published without owing a report. */
  readonly voluntary: readonly NamedRound[];
  readonly missing: readonly { readonly why: ReportMark; readonly rounds: readonly NamedRound[] }[];
}

const order = [
  "received",
  "not_published",
  "not_published_yet",
  "exempt",
  "not_asked",
] as const satisfies readonly ReportMark[];

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

/** The country's score in one Protocol in its latest published round, compared with its own first round with a score. */
export interface CountryProgressFacts {
  readonly instrument: InstrumentCode;
  readonly round: NamedRound;
  readonly standing: Standing;
}

/** One entry per Protocol; empty before anything is published. */
export function countryProgressFacts({ index }: Pick<PublicCountry, "index">): CountryProgressFacts[] {
  const latest = latestOf(index);
  if (!latest) return [];
  return instrumentCodes.map((instrument) => ({ instrument, round: latest, standing: standingOf(latest, instrument) }));
}

/** Changes since the report before, and since the first round with a score, whose direction depends on the choice of weights. */
export function countryReversals({ index }: Pick<PublicCountry, "index">): ReversalFacts[] {
  const latest = latestOf(index);
  if (!latest) return [];
  return instrumentCodes.flatMap((instrument) =>
    [reversalFacts(index, latest, instrument), sinceFirst(index, latest, instrument)].filter((one) => one !== null),
  );
}

/** Null when the direction is the same under every choice, or the first round with a score is the report before. */
function sinceFirst(rows: PublicCountry["index"], now: IndexRowView, instrument: InstrumentCode): ReversalFacts | null {
  const [first, previous] = [now.progress[instrument], now.progressSincePrevious[instrument]];
  if (first === null || first.sinceRoundYear === previous?.sinceRoundYear) return null;
  const before = rows.find(({ roundYear }) => roundYear === first.sinceRoundYear);
  const [then, since] = [before && robustnessOf(before, instrument), robustnessOf(now, instrument)];
  if (!before || !then || !since) return null;
  const by = reversedDirections(then, since).map(choiceOf);
  return by.length === 0 ? null : { instrument, before, now, by };
}

function robustnessOf(row: IndexRowView, instrument: InstrumentCode): Robustness | null {
  const other = row.robustness[instrument];
  // The interface has a number for every dimension of the catalogue; its type does not say so.
  const without = other?.without as Robustness["without"];
  return other && { ...other, without, asPublished: row.instruments[instrument].score };
}

/** The region as it will be with all reports of a page that is not public yet. */
export function regionWith(
  region: PublicIndex,
  { country, index }: Pick<PublicCountry, "country" | "index">,
): PublicIndex {
  return { ...region, rows: [...region.rows.filter((row) => row.country !== country.iso3), ...index] };
}

/** The newest published round of the country. */
export function latestOf(index: PublicCountry["index"]): PublicCountry["index"][number] | null {
  return index.reduce<PublicCountry["index"][number] | null>(
    (last, row) => (last && last.roundYear > row.roundYear ? last : row),
    null,
  );
}
