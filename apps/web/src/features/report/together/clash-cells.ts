import type { AnswerInput } from "@avances/contracts";
import { isCounted } from "@avances/domain/answer";
import { type Catalogue, findCodeList, type Indicator, type Language } from "@avances/domain/catalogue";
import type { Formats } from "#lib/format.ts";
import { fieldsOf } from "../saving/draft-of.ts";

/** One figure of a grid in which two answers to the same question differ. */
export interface ClashCell {
  /** Its key in the form. */
  readonly key: string;
  /** As the form writes them; empty = blank. */
  readonly mine: string;
  readonly theirs: string;
  /** Who changed it since both saw the same; `both` has to be decided. */
  readonly by: "mine" | "theirs" | "both";
}

interface Clash {
  readonly indicator: Indicator;
  /** What both had seen. */
  readonly base: AnswerInput;
  readonly mine: AnswerInput;
  readonly theirs: AnswerInput | null;
}

/**
 * The figures that differ, in the order of the form, where an answer consists of several and both give some. Empty for every other clash: there
 * one whole answer or the other is taken.
 */
export function clashCells({ indicator, base, mine, theirs }: Clash, f: Pick<Formats, "number">): readonly ClashCell[] {
  if (theirs === null || !isCounted(mine.value) || !isCounted(theirs.value)) return [];
  const [before, here, there] = [base, mine, theirs].map((answer) => fieldsOf(indicator, answer, f)) as [
    Fields,
    Fields,
    Fields,
  ];
  const keys = [...new Set([...Object.keys(here), ...Object.keys(there)])];
  return keys.flatMap((key) => {
    const [was, own, other] = [before[key] ?? "", here[key] ?? "", there[key] ?? ""];
    if (own === other) return [];
    return [{ key, mine: own, theirs: other, by: own === was ? "theirs" : other === was ? "mine" : "both" } as const];
  });
}

type Fields = Readonly<Record<string, string>>;

/** Does a choice cell by cell say more than one between the two answers? */
export function isWorthChoosing(cells: readonly ClashCell[], indicator: Indicator): boolean {
  const hasGrid =
    indicator.disaggregations.length > 0 || indicator.crossTabs.length > 0 || indicator.valueType === "ratio";
  return hasGrid && cells.length > 0;
}

type FigureWords = Readonly<Record<"total" | "numerator" | "denominator", string>>;

/** "Sex: women", "Women × 0 to 17", "Total". */
export function cellWords(key: string, catalogue: Catalogue, lang: Language, words: FigureWords): string {
  const [kind, first = "", second = "", third = ""] = key.split("/");
  const label = (list: string, code: string) =>
    findCodeList(catalogue, list)?.codes.find((each) => each.code === code)?.label[lang] ?? code;
  if (kind === "b") return `${findCodeList(catalogue, first)?.name[lang] ?? first}: ${label(first, second)}`;
  if (kind === "x") {
    const [rows = "", columns = ""] = first.split("×");
    return `${label(rows, second)} × ${label(columns, third)}`;
  }
  return kind === "total" || kind === "numerator" || kind === "denominator" ? words[kind] : key;
}
