import type { Answers, AnswerValue } from "@avances/domain/answer";
import { type Catalogue, findCodeList, findIndicator, type Indicator } from "@avances/domain/catalogue";
import { atMostTie, type Belief, SearchAttacker, sumTie, type Tie } from "@avances/domain/testing/attacker";
import { idOf } from "./figure-id.ts";
import { type FigureTerms, publicRules } from "./public-rules.ts";
import type { CsvRecord } from "./read-csv.ts";

type Counted = Extract<AnswerValue, { type: "count" | "ratio" }>;

/** A count that a country really reported, and its place in the public file. */
export interface TrueFigure {
  readonly id: string;
  readonly code: string;
  readonly measure: string;
  readonly list: string;
  readonly category: string;
  readonly value: number;
  /** A count of persons that may not be narrowed down when it is from 1 to 4. */
  readonly isProtected: boolean;
}

function countedOf(answers: Answers, code: string): Counted | null {
  const answer = answers.get(code);
  const value = answer?.state === "reported" ? answer.value : null;
  return value?.type === "count" || value?.type === "ratio" ? value : null;
}

/** Every count that a country reported to a public indicator. */
export function figuresOf(catalogue: Catalogue, answers: Answers): readonly TrueFigure[] {
  return catalogue.indicators.flatMap((indicator) => {
    const { code } = indicator;
    const value = countedOf(answers, code);
    if (!value || indicator.sensitivity !== "public") return [];
    const isProtected = indicator.smallCellSuppression;
    const figure = (shown: number | null, measure: string, list = "", category = ""): TrueFigure => ({
      id: idOf(code, measure, list, category),
      code,
      measure,
      list,
      category,
      value: shown ?? 0,
      isProtected: measure === "denominator" ? isBaseProtected(catalogue, indicator) : isProtected,
    });
    const measure = value.type === "count" ? "count" : "numerator";
    return [
      value.type === "count" ? figure(value.total, "total") : figure(value.numerator, "numerator"),
      ...(value.type === "ratio" ? [figure(value.denominator, "denominator")] : []),
      ...Object.entries(value.breakdowns).flatMap(([list, categories]) =>
        Object.entries(categories).map(([category, count]) => figure(count, measure, list, category)),
      ),
    ];
  });
}

/**
 * Every cell of a two-way table that a country reported: in the file as `sex/ageGroup` and `female/child` if the table is published, else nowhere. Its
 * rows and columns add up to the categories of both lists.
 */
function twoWayFiguresOf(catalogue: Catalogue, answers: Answers): readonly TrueFigure[] {
  return catalogue.indicators.flatMap(({ code, sensitivity, smallCellSuppression }) => {
    const value = countedOf(answers, code);
    if (value?.type !== "count" || sensitivity !== "public") return [];
    return Object.entries(value.crossTabs).flatMap(([lists, table]) =>
      Object.entries(table).flatMap(([row, cells]) =>
        Object.entries(cells).map(([column, count]): TrueFigure => {
          const [list, category] = [lists.replace("×", "/"), `${row}/${column}`];
          const id = idOf(code, "count", list, category);
          return { id, code, measure: "count", list, category, value: count, isProtected: smallCellSuppression };
        }),
      ),
    );
  });
}

/** A denominator is a count of persons when its share is of persons, or when it is a figure that is protected. */
function isBaseProtected(catalogue: Catalogue, indicator: Indicator): boolean {
  const linked = linkOf(indicator);
  return (
    indicator.smallCellSuppression ||
    (linked !== null && findIndicator(catalogue, linked.code)?.smallCellSuppression === true)
  );
}

function linkOf({ ratio }: Indicator): { readonly code: string; readonly id: string } | null {
  const [, code = "", list, category] =
    /^([A-Z0-9-]+)(?:\[(\w+)=(\w+)\])?$/.exec(ratio?.denominator.mustEqual ?? "") ?? [];
  if (code === "") return null;
  return { code, id: list ? idOf(code, "count", list, category) : idOf(code, "total") };
}

export const isSmall = ({ value, isProtected }: Pick<TrueFigure, "value" | "isProtected">) =>
  isProtected && value >= 1 && value < 5;

/** Lines of one country and round in a file, by the id of their figure. */
export function linesById(lines: readonly CsvRecord[]): ReadonlyMap<string, CsvRecord> {
  return new Map(
    lines.map((line) => [idOf(line.indicator as string, line.measure as string, line.breakdown, line.category), line]),
  );
}

/** One version of a report and its lines in every file that was ever published. */
export interface ReadVersion {
  /** What the country reported: gives the names of the figures, and what readers learn in another way (see `readerOf`). */
  readonly answers: Answers;
  readonly files: readonly ReadonlyMap<string, CsvRecord>[];
  /** What other places than the files tell of a figure, by its id: it lies between the two. */
  readonly seen?: ReadonlyMap<string, readonly Interval[]>;
}

/** Numbers that were calculated differ from whole ones by less than this. */
const exact = 1e-6;

export interface Interval {
  readonly lo: number;
  readonly hi: number;
}

/** What a reader can learn about the publisher by looking through all files: is a zero shown where a small count would be hidden? */
interface Habits {
  readonly zeroBase: boolean;
  readonly zeroNumerator: boolean;
}

/** A version and what its lines show. */
class Sight {
  readonly figures: readonly TrueFigure[];
  readonly #catalogue: Catalogue;
  readonly #files: ReadVersion["files"];
  readonly #seen: NonNullable<ReadVersion["seen"]>;

  constructor(catalogue: Catalogue, { answers, files, seen = new Map() }: ReadVersion) {
    this.#catalogue = catalogue;
    this.#files = files;
    this.#seen = seen;
    this.figures = [...figuresOf(catalogue, answers), ...twoWayFiguresOf(catalogue, answers)];
  }

  line(id: string): CsvRecord | undefined {
    return this.#files.map((file) => file.get(id)).find((line) => line !== undefined);
  }

  shown(id: string): CsvRecord | undefined {
    return this.#files.map((file) => file.get(id)).find((line) => line !== undefined && line.value !== "");
  }

  /** The whole numbers that a figure can be, by everything seen outside the files. */
  seen(id: string): Interval {
    const intervals = this.#seen.get(id) ?? [];
    return {
      lo: Math.max(0, ...intervals.map(({ lo }) => Math.ceil(lo - exact))),
      hi: Math.min(Number.POSITIVE_INFINITY, ...intervals.map(({ hi }) => Math.floor(hi + exact))),
    };
  }

  isListHidden(code: string, list: string): boolean {
    const own = this.figures.filter((one) => one.code === code && one.list === list);
    return own.length > 0 && own.every(({ id }) => !this.shown(id));
  }

  /** Is it a share on too few cases whose base is hidden? */
  isInsideSmall(indicator: Indicator): boolean {
    const isFew = this.line(idOf(indicator.code, "percent"))?.state === "small_base";
    return isFew && !this.shown(idOf(indicator.code, "denominator")) && isBaseProtected(this.#catalogue, indicator);
  }

  /** Is the base a part, or no more than a part, of a breakdown that is hidden as a whole? */
  isBaseInHiddenList(indicator: Indicator): boolean {
    const base = idOf(indicator.code, "denominator");
    const upper = [
      linkOf(indicator)?.id,
      ...publicRules(this.#catalogue).flatMap(({ smaller, larger }) =>
        smaller.length === 1 && smaller[0] === base && larger.length === 1 ? [larger[0]] : [],
      ),
    ];
    return upper.some((id) => {
      const [code = "", , list = ""] = (id ?? "").split("|");
      return list !== "" && this.isListHidden(code, list);
    });
  }
}

function habitsOf(catalogue: Catalogue, sights: readonly Sight[]): Habits {
  const zeros = (measure: string, isTold: (sight: Sight, figure: TrueFigure, indicator: Indicator) => boolean) =>
    sights.some((sight) =>
      sight.figures.some((figure) => {
        const isZero = figure.measure === measure && figure.list === "" && figure.value === 0;
        return isZero && isTold(sight, figure, findIndicator(catalogue, figure.code) as Indicator);
      }),
    );
  return {
    zeroBase: zeros(
      "denominator",
      (sight, { code }, indicator) =>
        sight.line(idOf(code, "percent"))?.state === "not_applicable" && sight.isBaseInHiddenList(indicator),
    ),
    zeroNumerator: zeros(
      "numerator",
      (sight, { id }, indicator) => sight.isInsideSmall(indicator) && sight.shown(id) !== undefined,
    ),
  };
}

/**
 * A reader who keeps every file and subtracts. Knows nothing about how the product decides, only what is printed: shown figures; that a
 * hidden one is at least 1, but may be zero where its whole list is hidden or inside a small whole (unless other files show such
 * zeros); that sums, shares, linked denominators and the rules for reports hold; that a share on too few cases has a base below the
 * minimum and any other share does not; and from the index whether a hidden numerator is small. Where a real reader could only guess (is
 * this hidden total a small count?) this one is told the truth, so that no real reader knows more.
 */
function readerOf(catalogue: Catalogue, sight: Sight, habits: Habits): SearchAttacker {
  const beliefs = new Map<string, Belief>();
  for (const figure of sight.figures) {
    const { id, value } = figure;
    const shown = sight.shown(id);
    if (shown && Number(shown.value) !== value) throw new Error(`${id} is shown as ${shown.value}`);
    const { lo, hi } = shown ? { lo: value, hi: value } : hiddenRange(catalogue, sight, habits, figure);
    const seen = sight.seen(id);
    if (seen.lo > value || seen.hi < value) throw new Error(`${id} is seen as ${seen.lo} to ${seen.hi}: ${value}`);
    // Only a figure that is hidden together with all its zeros can be a hidden zero.
    beliefs.set(id, { lo: Math.max(value === 0 ? 0 : lo, seen.lo), hi: Math.min(hi, seen.hi), guess: value });
  }
  return new SearchAttacker(beliefs, tiesOf(catalogue, sight.figures, beliefs));
}

function hiddenRange(catalogue: Catalogue, sight: Sight, habits: Habits, figure: TrueFigure): Interval {
  const { code, measure, list } = figure;
  const indicator = findIndicator(catalogue, code) as Indicator;
  const state = sight.line(idOf(code, "percent"))?.state;
  const smallest = indicator.scoring?.method === "linear" ? indicator.scoring.minDenominator : 1;
  const [isFew, isInside] = [state === "small_base", sight.isInsideSmall(indicator)];
  const unlimited = Number.POSITIVE_INFINITY;
  // A share with denominator zero has one line only: every figure of it is zero.
  if (state === "not_applicable") return { lo: 0, hi: 0 };
  if (list !== "") return { lo: isInside || sight.isListHidden(code, list) ? 0 : 1, hi: unlimited };
  if (measure === "denominator") {
    if (!isFew) return { lo: smallest, hi: unlimited };
    return { lo: sight.isBaseInHiddenList(indicator) && !habits.zeroBase ? 0 : 1, hi: smallest - 1 };
  }
  if (isInside) return { lo: habits.zeroNumerator ? 1 : 0, hi: smallest - 1 };
  if (isFew) return { lo: 1, hi: smallest - 1 };
  const isTold = measure === "numerator" || hasExclusiveList(catalogue, sight.figures, code);
  if (!isTold || !figure.isProtected) return { lo: 1, hi: unlimited };
  return isSmall(figure) ? { lo: 1, hi: 4 } : { lo: 5, hi: unlimited };
}

function hasExclusiveList(catalogue: Catalogue, figures: readonly TrueFigure[], code: string): boolean {
  return figures.some((one) => one.code === code && one.list !== "" && findCodeList(catalogue, one.list)?.exclusive);
}

function tiesOf(
  catalogue: Catalogue,
  figures: readonly TrueFigure[],
  beliefs: ReadonlyMap<string, Belief>,
): readonly Tie[] {
  const known = (id: string) => beliefs.has(id);
  const ties: Tie[] = [];
  const headOf = (code: string) => (known(idOf(code, "total")) ? idOf(code, "total") : idOf(code, "numerator"));
  const lists = Map.groupBy(
    figures.filter(({ list }) => list !== ""),
    ({ code, list }) => `${code}|${list}`,
  );
  for (const [key, parts] of lists) {
    const [code = "", list = ""] = key.split("|");
    const codeList = findCodeList(catalogue, list);
    if (codeList?.exclusive && parts.length === codeList.codes.length)
      ties.push(
        sumTie(
          headOf(code),
          parts.map(({ id }) => id),
        ),
      );
    else for (const { id } of parts) ties.push(atMostTie([id], [headOf(code)]));
    for (const [place, side] of list.includes("/") ? list.split("/").entries() : [])
      for (const [category, cells] of Map.groupBy(parts, (part) => part.category.split("/")[place] ?? "")) {
        const margin = idOf(code, "count", side, category);
        if (known(margin))
          ties.push(
            sumTie(
              margin,
              cells.map(({ id }) => id),
            ),
          );
      }
  }
  for (const indicator of catalogue.indicators) {
    const base = idOf(indicator.code, "denominator");
    if (!known(base)) continue;
    ties.push(atMostTie([headOf(indicator.code)], [base]));
    const link = linkOf(indicator)?.id;
    if (link !== undefined && known(link)) ties.push(sumTie(base, [link]));
    else if (link !== undefined)
      for (const twin of catalogue.indicators) {
        const other = idOf(twin.code, "denominator");
        if (twin.code < indicator.code && linkOf(twin)?.id === link && known(other))
          if (beliefs.get(other)?.guess === beliefs.get(base)?.guess) ties.push(sumTie(base, [other]));
      }
  }
  for (const { smaller, larger } of publicRules(catalogue)) {
    if (![...smaller, ...larger].every(known)) continue;
    const sum = (ids: FigureTerms["smaller"]) => ids.reduce((all, id) => all + (beliefs.get(id)?.guess ?? 0), 0);
    if (sum(smaller) <= sum(larger)) ties.push(atMostTie(smaller, larger));
  }
  return ties;
}

/**
 * Small counts that a reader of all files can narrow down to less than 1 to 4: their ids, for each version. `isOwn`: the versions whose figures the reader
 * knows, because they are its own reports; nothing in them can be narrowed, and what they show of the publisher's habits everybody sees in the files.
 */
export function narrowed<Version extends ReadVersion>(
  catalogue: Catalogue,
  versions: readonly Version[],
  isOwn: (version: Version) => boolean = () => false,
): readonly (readonly string[])[] {
  const sights = versions.map((version) => new Sight(catalogue, version));
  const habits = habitsOf(catalogue, sights);
  return sights.map((sight, place) => {
    if (isOwn(versions[place] as Version)) return [];
    const reader = readerOf(catalogue, sight, habits);
    return sight.figures
      .filter(isSmall)
      .map(({ id }) => id)
      .filter((id) => !reader.canBeAtMost(id, 1) || !reader.canBeAtLeast(id, 4));
  });
}
