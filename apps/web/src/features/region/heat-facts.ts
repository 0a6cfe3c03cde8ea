import { type MarkOfReport, type ReportMark, scoreMark, type ValueMark } from "@avances/charts/series";
import type { IndexResultView } from "@avances/contracts";
import { type InstrumentCode, shownDecimals } from "@avances/domain/catalogue";
import { roundForDisplay } from "@avances/domain/progress-index";
import type { IndexRowView, PublicIndex } from "#lib/published-queries.ts";
import type { NamedRound } from "#lib/round-words.ts";
import { type ComparedWith, type RegionStanding, regionStandingOf } from "./compared-with.ts";

/** What the heat table shows: a Protocol in a round, compared with an earlier round of each country or one for all. */
export interface HeatView {
  readonly instrument: InstrumentCode;
  readonly round: NamedRound;
  readonly comparedWith: ComparedWith;
}

/** Shades of one blue by twenties of the score as shown. */
export const shades = [0, 1, 2, 3, 4] as const;
export type Shade = (typeof shades)[number];

type Measured = Pick<IndexResultView, "coverage" | "range">;

export type TileChange = Exclude<RegionStanding, { readonly kind: "insufficient" }>;

/** One tile. A score, its change, coverage and range are one unit; where there is no score, the tile says why. */
export type HeatTile =
  | ({
      readonly kind: "score";
      readonly score: number;
      readonly shade: Shade;
      readonly change: TileChange;
    } & Measured)
  | ({ readonly kind: "insufficient" } & Measured)
  | { readonly kind: "mark"; readonly mark: ReportMark | "not_applicable" };

export interface HeatRow {
  readonly country: string;
  /** How the Protocol as a whole compares; null without a report. */
  readonly standing: RegionStanding | null;
  /** Without a report in this round: the newest earlier round with one. */
  readonly lastReport: NamedRound | null;
  /** The whole Protocol first, then its dimensions in the order of the payload. */
  readonly tiles: readonly HeatTile[];
}

/** A row for every country, in the order of the payload; every row has a tile for every column. */
export function heatRows(index: PublicIndex, view: HeatView, markOf: MarkOfReport): readonly HeatRow[] {
  const byCountry = Map.groupBy(index.rows, ({ country }) => country);
  const parts = [undefined, ...index.dimensions.map(({ code }) => code)];
  return index.countries.map(({ iso3 }) => {
    const own = byCountry.get(iso3) ?? [];
    const row = own.find(({ roundYear }) => roundYear === view.round.roundYear);
    if (!row) {
      const mark = markOf(iso3, view.round.roundYear);
      return {
        country: iso3,
        standing: null,
        lastReport: lastBefore(own, view.round),
        tiles: parts.map(() => ({ kind: "mark", mark })),
      };
    }
    return {
      country: iso3,
      standing: regionStandingOf(row, view.instrument, view.comparedWith),
      lastReport: null,
      tiles: parts.map((dimension) => tileOf(row, view, dimension)),
    };
  });
}

function lastBefore(rows: readonly IndexRowView[], { roundYear }: NamedRound): NamedRound | null {
  const earlier = rows.filter((row) => row.roundYear < roundYear).sort((a, b) => b.roundYear - a.roundYear)[0];
  return earlier ? { roundYear: earlier.roundYear, referenceYear: earlier.referenceYear } : null;
}

function tileOf(row: IndexRowView, { instrument, comparedWith }: HeatView, dimension: string | undefined): HeatTile {
  const whole = row.instruments[instrument];
  const result = dimension === undefined ? whole : whole.dimensions[dimension];
  if (result === undefined || scoreMark(result) === "not_applicable") return { kind: "mark", mark: "not_applicable" };
  const { score, coverage, range } = result;
  const change = regionStandingOf(row, instrument, comparedWith, dimension);
  if (score === null || change.kind === "insufficient") return { kind: "insufficient", coverage, range };
  return { kind: "score", score, shade: shadeOf(score), coverage, range, change };
}

/** By the score as it is shown, so that no tile that reads 80.0 has the shade of 79.9. */
function shadeOf(score: number): Shade {
  const step = Math.floor(roundForDisplay(score, shownDecimals) / 20);
  return shades[Math.max(0, Math.min(shades.length - 1, step))] ?? 0;
}

/** Is everything answered, so that there is no range to show? */
export function isWhole({ coverage }: Pick<Measured, "coverage">): boolean {
  return coverage >= 100 - 1e-9;
}

/** The mark of a tile that shows no score. */
export function markOfTile(tile: HeatTile): ValueMark | null {
  if (tile.kind === "mark") return tile.mark;
  return tile.kind === "insufficient" ? "insufficient" : null;
}

/** The tile that the key explains: with a range and a change if any has both, else with a change, else any score; null without a score. */
export function exampleOf(rows: readonly HeatRow[]): Extract<HeatTile, { kind: "score" }> | null {
  const scores = rows.flatMap(({ tiles }) => tiles.filter((tile) => tile.kind === "score"));
  const isCompared = (tile: (typeof scores)[number]) => tile.change.kind === "compared" && tile.change.change !== 0;
  return scores.find((tile) => isCompared(tile) && !isWhole(tile)) ?? scores.find(isCompared) ?? scores[0] ?? null;
}

/** A round to choose: how many countries have a public report, and whether more may come. */
export interface RoundChoice extends NamedRound {
  readonly reports: number;
  readonly isOpen: boolean;
}

/** Marks of a report that may still be published. */
const mayCome: readonly ReportMark[] = ["received", "not_published_yet"];

/** Every round of the region, oldest first. */
export function roundChoices(
  { rounds, countries, rows }: Pick<PublicIndex, "rounds" | "countries" | "rows">,
  markOf: MarkOfReport,
): readonly RoundChoice[] {
  return rounds.map(({ roundYear, referenceYear }) => {
    const there = new Set(rows.filter((row) => row.roundYear === roundYear).map(({ country }) => country));
    const isOpen = countries.some(({ iso3 }) => !there.has(iso3) && mayCome.includes(markOf(iso3, roundYear)));
    return { roundYear, referenceYear, reports: there.size, isOpen };
  });
}
