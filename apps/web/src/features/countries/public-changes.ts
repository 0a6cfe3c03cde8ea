import type { PublicCountry } from "#lib/published-queries.ts";
import type { NamedRound } from "#lib/round-words.ts";

type Page = Pick<PublicCountry, "reporting" | "index" | "indicators">;
type Cell = PublicCountry["reporting"][number];

/** What a public page of a country would say that it does not say now. */
export interface PublicChanges {
  /** The round whose report would become public. */
  readonly round: NamedRound;
  /** Its state on the page of now; null = the page does not have the round yet. */
  readonly was: Cell["state"] | null;
  /** Answers of it that stand on the page then and not now. */
  readonly appear: number;
  /** Of these, those with a figure that is hidden to protect people. */
  readonly withHidden: number;
  /** Does the round get an index, and does the page have one of another round? */
  readonly hasScore: boolean;
  readonly hadScore: boolean;
  /** Rounds other than this one in which anything would read differently. */
  readonly others: readonly NamedRound[];
}

/** Compares the page as it would be with the page as it is, word for word. */
export function publicChanges(now: Page, then: Page, roundYear: number): PublicChanges | null {
  const cell = then.reporting.find((one) => one.roundYear === roundYear);
  if (cell === undefined) return null;
  const known = new Set(rowsOf(now, roundYear));
  const isScored = (page: Page, isWanted: (year: number) => boolean) =>
    page.index.some((row) => isWanted(row.roundYear) && row.overall.published);
  return {
    round: cell,
    was: now.reporting.find((one) => one.roundYear === roundYear)?.state ?? null,
    appear: rowsOf(then, roundYear).filter((row) => !known.has(row)).length,
    withHidden: then.indicators
      .flatMap(({ code, rows }) => rows.map((row) => ({ row, text: rowText(code, row) })))
      .filter(({ row, text }) => row.roundYear === roundYear && !known.has(text) && hidesFigure(row.value)).length,
    hasScore: isScored(then, (year) => year === roundYear),
    hadScore: isScored(now, (year) => year !== roundYear),
    others: then.reporting.filter(
      (one) => one.roundYear !== roundYear && textOf(now, one.roundYear) !== textOf(then, one.roundYear),
    ),
  };
}

const rowText = (code: string, row: unknown) => `${code} ${JSON.stringify(row)}`;

/** The rows of a round, each with its indicator, as text. */
function rowsOf(page: Page, roundYear: number): readonly string[] {
  return page.indicators.flatMap(({ code, rows }) =>
    rows.filter((row) => row.roundYear === roundYear).map((row) => rowText(code, row)),
  );
}

/** Everything that the page says of a round, as text. */
function textOf(page: Page, roundYear: number): string {
  const ofRound = <T extends { readonly roundYear: number }>(ones: readonly T[]) =>
    ones.filter((one) => one.roundYear === roundYear);
  return JSON.stringify([ofRound(page.reporting), ofRound(page.index), rowsOf(page, roundYear)]);
}

/** Is one of its figures an `s`? */
function hidesFigure(value: unknown): boolean {
  if (value === "s") return true;
  return typeof value === "object" && value !== null && Object.values(value).some(hidesFigure);
}
