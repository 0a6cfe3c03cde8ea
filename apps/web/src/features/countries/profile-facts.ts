import { fewestForRange, scoreMark } from "@avances/charts/series";
import type { IndexResultView } from "@avances/contracts";
import type { InstrumentCode } from "@avances/domain/catalogue";
import type { IndexRowView, PublicCountry, PublicIndex } from "#lib/published-queries.ts";
import type { NamedRound } from "#lib/round-words.ts";
import { type Span, spanOf } from "#lib/speech.ts";
import { type OwnRound, type Standing, standingOf } from "#lib/standing.ts";
import { latestOf } from "./country-facts.ts";

/** The scores of the countries that have one for the same data, this one included. */
export interface RegionRange {
  readonly countries: number;
  /** Null when there are fewer than `fewestForRange`. */
  readonly span: Span | null;
}

/** `no_protocol_score`: a dimension is compared with the same round as its Protocol, which has no score in this one. */
export type ProfileChange =
  | Exclude<Standing, { readonly kind: "insufficient" }>
  | { readonly kind: "no_protocol_score" };

/** A Protocol as a whole (`dimension` null) or one of its dimensions, in the country's newest report. */
export interface ProfileRow {
  readonly dimension: string | null;
  /** Null when it does not apply to the country. */
  readonly result: IndexResultView | null;
  /** Each earlier round once: with two reports, the first one is also the one before. Empty where there is no score. */
  readonly changes: readonly { readonly change: ProfileChange; readonly comparedWith: OwnRound }[];
  readonly region: RegionRange;
}

export interface ProfileFacts {
  readonly round: NamedRound;
  readonly instruments: readonly { readonly instrument: InstrumentCode; readonly rows: readonly ProfileRow[] }[];
}

/** Null before anything of the country is published. `region` gives the scores of the others. */
export function profileFacts(data: Pick<PublicCountry, "index">, region: PublicIndex): ProfileFacts | null {
  const latest = latestOf(data.index);
  if (!latest) return null;
  const { roundYear, referenceYear } = latest;
  return {
    round: { roundYear, referenceYear },
    instruments: region.instruments.map(({ code }) => ({
      instrument: code,
      rows: [null, ...region.dimensions.map((dimension) => dimension.code)].map((dimension) => {
        const result = resultOf(latest, code, dimension);
        return {
          dimension,
          result: result === undefined || scoreMark(result) === "not_applicable" ? null : result,
          changes: changesOf(latest, code, dimension),
          region: regionRange(region, roundYear, (row) => resultOf(row, code, dimension)),
        };
      }),
    })),
  };
}

/** Was everything answered, so that there is no range to show? */
export function isWhole({ coverage }: Pick<IndexResultView, "coverage">): boolean {
  return coverage >= 100 - 1e-9;
}

function resultOf(
  row: IndexRowView,
  instrument: InstrumentCode,
  dimension: string | null,
): IndexResultView | undefined {
  const whole = row.instruments[instrument];
  return dimension === null ? whole : whole.dimensions[dimension];
}

function changesOf(row: IndexRowView, instrument: InstrumentCode, dimension: string | null): ProfileRow["changes"] {
  const [first, before] = [
    standingOf(row, instrument, "first", dimension ?? undefined),
    standingOf(row, instrument, "before", dimension ?? undefined),
  ];
  if (first.kind === "insufficient" || before.kind === "insufficient") return [];
  if (row.instruments[instrument].score === null)
    return [{ change: { kind: "no_protocol_score" }, comparedWith: "first" }];
  const own = { change: first, comparedWith: "first" as const };
  return roundOf(first) === roundOf(before) ? [own] : [own, { change: before, comparedWith: "before" as const }];
}

/** The round compared with; null when there is none. */
function roundOf(change: ProfileChange): number | null {
  return "baseline" in change ? change.baseline.roundYear : null;
}

function regionRange(
  { rows }: Pick<PublicIndex, "rows">,
  roundYear: number,
  pick: (row: IndexRowView) => IndexResultView | undefined,
): RegionRange {
  const scores = rows.flatMap((row) => {
    const score = row.roundYear === roundYear ? pick(row)?.score : null;
    return score === null || score === undefined ? [] : [score];
  });
  return { countries: scores.length, span: scores.length < fewestForRange ? null : spanOf(scores) };
}
