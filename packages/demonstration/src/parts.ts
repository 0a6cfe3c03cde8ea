import { type AnswerValue, crossTabKey } from "@avances/domain/answer";
import { type Catalogue, findCodeList, type Indicator } from "@avances/domain/catalogue";
import { usualShares } from "./shares.ts";

type CountOrRatio = Extract<AnswerValue, { type: "count" | "ratio" }>;
type Parts = Pick<CountOrRatio, "breakdowns" | "crossTabs">;
type Cells = Record<string, number>;

/** Breakdowns of a total. Two-way tables are made first; their margins become the one-way breakdowns. */
export function partsOf(catalogue: Catalogue, indicator: Indicator, total: number, random: () => number): Parts {
  const breakdowns: Record<string, Cells> = {};
  const crossTabs: Record<string, Record<string, Cells>> = {};
  const codesOf = (list: string) => findCodeList(catalogue, list)?.codes.map(({ code }) => code) ?? [];
  const spreadOver = (list: string, count: number) => {
    const codes = codesOf(list);
    return spread(count, codes, usualShares(indicator.code, list, codes), random);
  };
  for (const lists of indicator.crossTabs) {
    const [rowList = "", columnList = ""] = lists;
    const rows = spreadOver(rowList, total);
    const table = Object.fromEntries(Object.entries(rows).map(([row, count]) => [row, spreadOver(columnList, count)]));
    crossTabs[crossTabKey(lists)] = table;
    breakdowns[rowList] = rows;
    breakdowns[columnList] = Object.fromEntries(
      codesOf(columnList).map((column) => [
        column,
        Object.values(table).reduce((sum, cells) => sum + (cells[column] ?? 0), 0),
      ]),
    );
  }
  for (const list of indicator.disaggregations) {
    if (breakdowns[list] !== undefined) continue;
    breakdowns[list] = findCodeList(catalogue, list)?.exclusive
      ? spreadOver(list, total)
      : severalEach(total, codesOf(list), usualShares(indicator.code, list, codesOf(list)), random);
  }
  return { breakdowns, crossTabs };
}

/** Exclusive categories: whole numbers near their usual shares that add up to the total. "Unknown" stays below a twentieth. */
function spread(
  total: number,
  codes: readonly string[],
  shares: Readonly<Record<string, number>>,
  random: () => number,
): Cells {
  const weights = codes.map((code) => (shares[code] ?? 0) * (0.8 + 0.4 * random()));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const counts = exact.map((count, index) => {
    if (codes[index] === "unknown") return Math.floor(Math.min(count, total / 20));
    // A share of a few persons appears and disappears from year to year.
    return Math.floor(count) + (count < 3 && random() < count % 1 ? 1 : 0);
  });
  const largest = weights.indexOf(Math.max(...weights));
  let rest = total - counts.reduce((all, count) => all + count, 0);
  // Rounding up gave more than the total: the excess is taken back from the last categories that have any.
  for (let index = counts.length - 1; rest < 0; index = (index + counts.length - 1) % counts.length) {
    if ((counts[index] ?? 0) === 0) continue;
    counts[index] = (counts[index] ?? 0) - 1;
    rest += 1;
  }
  counts[largest] = (counts[largest] ?? 0) + rest;
  return Object.fromEntries(codes.map((code, index) => [code, counts[index] ?? 0]));
}

/** Categories of which one person may belong to several. */
function severalEach(
  total: number,
  codes: readonly string[],
  shares: Readonly<Record<string, number>>,
  random: () => number,
): Cells {
  return Object.fromEntries(
    codes.map((code) => [code, Math.floor(total * Math.min(1, (shares[code] ?? 0) * (0.85 + 0.3 * random())))]),
  );
}
