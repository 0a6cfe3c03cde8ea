import type { Measure } from "./told-phrases.ts";

interface Result {
  readonly score?: number | null;
  readonly coverage?: number | null;
  readonly range?: { readonly floor: number; readonly ceiling: number } | null;
  readonly dimensions?: Readonly<Record<string, Result>>;
}

interface Progress {
  readonly progress: number | null;
  readonly gapClosed: number | null;
}

type ProgressOf = Readonly<Record<string, Progress | null>> & {
  readonly dimensions: Readonly<Record<string, Readonly<Record<string, Progress | null>>>>;
};

/** A line of the public index, whose numbers `recompute-index.test.ts` computes again from the files alone. */
export interface IndexRow {
  readonly country: string;
  readonly roundYear: number;
  readonly overall: Result;
  readonly instruments: Readonly<Record<string, Result>>;
  readonly progress: ProgressOf;
  readonly progressSincePrevious: ProgressOf;
}

/** How one country in a round stands against a round that a reader has picked; null without a report then. */
export interface PickedProgress {
  readonly country: string;
  readonly roundYear: number;
  readonly progress: ProgressOf | null;
}

/** Of which results a page speaks. What it leaves open may be any; `dimension` null: all together; `instrument` `overall`: both Protocols. */
export interface Scope {
  readonly country?: string | undefined;
  readonly roundYear?: number | undefined;
  readonly instrument?: string | undefined;
  readonly dimension?: string | null | undefined;
}

interface IndexNumber extends Required<Scope> {
  readonly value: number;
}

/** All numbers of a public index, and of the comparisons with any other round. A change is kept without its direction. */
export class IndexNumbers {
  readonly #of: ReadonlyMap<Measure, readonly IndexNumber[]>;

  constructor(rows: readonly IndexRow[], picked: readonly PickedProgress[]) {
    const of = new Map<Measure, IndexNumber[]>();
    const add = (scope: Required<Scope>, measure: Measure, value: number | null | undefined) => {
      if (value === null || value === undefined) return;
      const list = of.get(measure) ?? [];
      of.set(measure, list);
      list.push({ ...scope, value: measure === "change" ? Math.abs(value) : value });
    };
    const addResult = (scope: Required<Scope>, { score, coverage, range }: Result) => {
      add(scope, "score", score);
      add(scope, "coverage", coverage);
      add(scope, "floor", range?.floor);
      add(scope, "ceiling", range?.ceiling);
    };
    const addProgress = (scope: Required<Scope>, one: Progress | null | undefined) => {
      add(scope, "change", one?.progress);
      add(scope, "gap", one?.gapClosed);
    };
    const addAll = (at: Pick<Required<Scope>, "country" | "roundYear">, { dimensions, ...whole }: ProgressOf) => {
      const { country, roundYear } = at;
      for (const [instrument, one] of Object.entries(whole))
        addProgress({ country, roundYear, instrument, dimension: null }, one as Progress | null);
      for (const [instrument, parts] of Object.entries(dimensions))
        for (const [dimension, one] of Object.entries(parts))
          addProgress({ country, roundYear, instrument, dimension }, one);
    };
    for (const { country, roundYear, overall, instruments, progress, progressSincePrevious } of rows) {
      addResult({ country, roundYear, instrument: "overall", dimension: null }, overall);
      for (const [instrument, result] of Object.entries(instruments)) {
        addResult({ country, roundYear, instrument, dimension: null }, result);
        for (const [dimension, part] of Object.entries(result.dimensions ?? {}))
          addResult({ country, roundYear, instrument, dimension }, part);
      }
      for (const one of [progress, progressSincePrevious]) addAll({ country, roundYear }, one);
    }
    for (const { progress, ...at } of picked) if (progress !== null) addAll(at, progress);
    this.#of = of;
  }

  /** Does the index hold such a number? `half`: how far a printed or drawn one may be from it. */
  has(scope: Scope, measure: Measure, value: number, half: number): boolean {
    const fits = <Key extends keyof Scope>(key: Key, one: IndexNumber) =>
      scope[key] === undefined || one[key] === scope[key];
    return (this.#of.get(measure) ?? []).some(
      (one) =>
        Math.abs(one.value - Math.abs(value)) <= half &&
        fits("country", one) &&
        fits("roundYear", one) &&
        fits("instrument", one) &&
        fits("dimension", one),
    );
  }
}
