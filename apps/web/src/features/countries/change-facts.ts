import { answerMark, shownFigure, type ValueMark } from "@avances/charts/series";
import type { ValueType } from "@avances/domain/catalogue";
import type { PublicCountry } from "#lib/published-queries.ts";
import type { NamedRound } from "#lib/round-words.ts";

export type IndicatorOfCountry = PublicCountry["indicators"][number];
type Row = IndicatorOfCountry["rows"][number];

/** What the reports of a country say of one indicator, beside its report before. */
interface OfIndicator {
  readonly indicator: IndicatorOfCountry;
  readonly now: Row;
}

/** Both reports show a value that can be compared. */
export interface Change extends OfIndicator {
  readonly before: Row;
  /** Of the figures as they are shown; never a judgement. */
  readonly direction: "higher" | "lower" | "same";
  /** The value moved the other way between the two reports before this one. */
  readonly turned: { readonly from: NamedRound; readonly to: NamedRound; readonly was: "higher" | "lower" } | null;
}

/** A value that is new, or new again; `mark`: what stands in the place of a value that is not shown. */
export interface NewValue extends OfIndicator {
  readonly mark: ValueMark | null;
}

/** A value there was, and is no more; `why`: the mark that stands now in its place. */
export interface LostValue extends OfIndicator {
  readonly why: ValueMark;
}

/** How the newest report of a country differs from the one before, on what both of them show. */
export interface ChangeFacts {
  readonly country: string;
  readonly now: NamedRound;
  readonly before: NamedRound;
  /** Levels, answers of yes or no, and shares. */
  readonly measured: readonly Change[];
  /** Counts, and amounts in one currency: more may mean more crime, or better detection. */
  readonly counted: readonly Change[];
  /** Dates. */
  readonly dated: readonly Change[];
  readonly first: readonly NewValue[];
  /** There was a value in an earlier report, but not in the one before. */
  readonly again: readonly NewValue[];
  readonly lost: readonly LostValue[];
  /** Both reports have a value, but one of them does not show it, or they are in two currencies. */
  readonly apart: readonly OfIndicator[];
}

/** Published rounds of the country, oldest first. */
export function publishedRounds({ reporting }: Pick<PublicCountry, "reporting">): readonly NamedRound[] {
  return reporting
    .filter(({ state }) => state === "published")
    .toSorted((one, other) => one.roundYear - other.roundYear);
}

/** Null without two public reports: there is nothing to compare. Texts are left out; they are not compared. */
export function changeFacts(data: Pick<PublicCountry, "country" | "reporting" | "indicators">): ChangeFacts | null {
  const rounds = publishedRounds(data);
  const [now, before] = [rounds.at(-1), rounds.at(-2)];
  if (!now || !before) return null;
  const facts = {
    measured: [] as Change[],
    counted: [] as Change[],
    dated: [] as Change[],
    first: [] as NewValue[],
    again: [] as NewValue[],
    lost: [] as LostValue[],
    apart: [] as OfIndicator[],
  };
  for (const indicator of data.indicators) {
    const group = groups[indicator.valueType];
    const row = rowOf(indicator, now);
    if (group === null || !row) continue;
    const earlier = rowOf(indicator, before);
    const mark = answerMark(row);
    if (hasValue(row)) {
      if (earlier && hasValue(earlier)) {
        const direction = directionOf(earlier, row);
        if (direction === null) facts.apart.push({ indicator, now: row });
        else {
          const turned = group === "dated" ? null : turnOf(indicator, rounds.slice(0, -1), direction);
          facts[group].push({ indicator, now: row, before: earlier, direction, turned });
        }
      } else {
        const ever = rounds.slice(0, -1).some((round) => {
          const other = rowOf(indicator, round);
          return other !== undefined && hasValue(other);
        });
        facts[ever ? "again" : "first"].push({ indicator, now: row, mark });
      }
    } else if (earlier && hasValue(earlier) && mark !== null) facts.lost.push({ indicator, now: row, why: mark });
  }
  return { country: data.country.iso3, now, before, ...facts };
}

const groups = {
  ordinal: "measured",
  boolean: "measured",
  ratio: "measured",
  count: "counted",
  money: "counted",
  date: "dated",
  text: null,
} as const satisfies Readonly<Record<ValueType, "measured" | "counted" | "dated" | null>>;

export function rowOf(indicator: IndicatorOfCountry, { roundYear }: NamedRound): Row | undefined {
  return indicator.rows.find((row) => row.roundYear === roundYear);
}

/** Does a value exist, be it shown, hidden, or a share of too few cases? */
function hasValue(row: Row): boolean {
  const mark = answerMark(row);
  return mark === null || mark === "suppressed" || mark === "small_base";
}

/** Null when one of the values is not shown, or they cannot be compared. */
function directionOf(before: Row, now: Row): Change["direction"] | null {
  const [then, since] = [comparable(before), comparable(now)];
  if (then === null || since === null || then.unit !== since.unit) return null;
  if (since.value === then.value) return "same";
  return since.value > then.value ? "higher" : "lower";
}

/** The value as it is shown, so that two values that read alike are the same. Dates compare as text. Null when none is shown. */
function comparable(row: Row): { readonly value: number | string; readonly unit: string } | null {
  const { value } = row;
  if (value === null || answerMark(row) !== null) return null;
  switch (value.type) {
    case "count":
    case "ratio":
    case "ordinal":
    case "boolean": {
      const figure = shownFigure(row);
      return figure === null ? null : { value: figure, unit: value.type };
    }
    case "money":
      return { value: value.amountMinor, unit: value.currency };
    case "date":
      return { value: value.date, unit: value.type };
    case "text":
      return null;
  }
}

/** `earlier`: the reports up to the one compared with. Null unless the two newest of them that show the value differ, and the other way. */
function turnOf(
  indicator: IndicatorOfCountry,
  earlier: readonly NamedRound[],
  direction: Change["direction"],
): Change["turned"] {
  const [from, to] = earlier.slice(-2);
  const [then, since] = [from && rowOf(indicator, from), to && rowOf(indicator, to)];
  if (!from || !to || !then || !since || direction === "same") return null;
  const was = directionOf(then, since);
  return was === null || was === "same" || was === direction ? null : { from, to, was };
}

/** Indicators without a value in the newest report, by the mark that stands in its place, in the order of the marks given. */
export interface OpenFacts {
  readonly round: NamedRound;
  readonly groups: readonly { readonly why: ValueMark; readonly indicators: readonly IndicatorOfCountry[] }[];
}

const open = [
  "not_reported",
  "not_available",
  "unconfirmed",
  "not_applicable",
  "small_base",
  "suppressed",
] as const satisfies readonly ValueMark[];

/** Null before anything is published. */
export function openFacts(data: Pick<PublicCountry, "reporting" | "indicators">): OpenFacts | null {
  const round = publishedRounds(data).at(-1);
  if (!round) return null;
  return {
    round,
    groups: open.flatMap((why) => {
      const indicators = data.indicators.filter((indicator) => {
        const row = rowOf(indicator, round);
        return row !== undefined && answerMark(row) === why;
      });
      return indicators.length === 0 ? [] : [{ why, indicators }];
    }),
  };
}
