import type { AnswerInput } from "@avances/contracts";
import { isCounted } from "@avances/domain/answer";
import { type Catalogue, findCodeList, type Indicator, type Language } from "@avances/domain/catalogue";
import type { Formats } from "#lib/format.ts";
import { totalOnlyKey } from "../saving/answer-draft.ts";
import { fieldsOf } from "../saving/draft-of.ts";

export type ClashSide = "mine" | "theirs";

/** One part of an answer in which two answers to the same question differ: a figure of a grid, the comment, the sources. */
export interface ClashCell {
  /** Its key in the form; `comment` and `evidence` for the words beside the figures. */
  readonly key: string;
  /** As the form writes them; empty = blank. */
  readonly mine: string;
  readonly theirs: string;
  /** Who changed it since both saw the same; `both` has to be decided. */
  readonly by: ClashSide | "both";
}

/** What a person has chosen, by the key of the cell. */
export type ClashChoices = ReadonlyMap<string, ClashSide>;

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
    return differing(key, [before[key] ?? "", here[key] ?? "", there[key] ?? ""]);
  });
}

type Fields = Readonly<Record<string, string>>;

/** `said`: what both had seen, what is said here, what is said there. Nothing where both say the same. */
function differing(key: string, [was, mine, theirs]: readonly [string, string, string]): readonly ClashCell[] {
  if (mine === theirs) return [];
  return [{ key, mine, theirs, by: mine === was ? "theirs" : theirs === was ? "mine" : "both" }];
}

/**
 * Does a choice cell by cell say more than one between the two answers? Not where one of them says that only the total is known: that answers
 * for every cell of the grids.
 */
export function isWorthChoosing(cells: readonly ClashCell[], indicator: Indicator): boolean {
  const hasGrid =
    indicator.disaggregations.length > 0 || indicator.crossTabs.length > 0 || indicator.valueType === "ratio";
  return hasGrid && cells.length > 0 && !cells.some(({ key }) => key === totalOnlyKey);
}

/** Comment and sources, where they differ: chosen beside the figures, so that the words of nobody are dropped unseen. */
export function clashWords({ base, mine, theirs }: Omit<Clash, "indicator">): readonly ClashCell[] {
  if (theirs === null) return [];
  const said = [base, mine, theirs] as const;
  const [comments, sources] = [said.map(({ comment }) => comment), said.map(({ evidence }) => sourcesText(evidence))];
  return [
    ...differing("comment", comments as [string, string, string]),
    ...differing("evidence", sources as [string, string, string]),
  ];
}

/** Sources to be compared and read. */
function sourcesText(evidence: AnswerInput["evidence"]): string {
  return evidence.map((source) => [source.title, source.locator, source.url].filter(Boolean).join(", ")).join("; ");
}

/** Which side stands at this cell; null where both changed it and nobody has chosen yet. What only one changed stands as that one has it. */
export function sideOf({ key, by }: ClashCell, choices: ClashChoices): ClashSide | null {
  return choices.get(key) ?? (by === "both" ? null : by);
}

/** The cells that wait for a choice. Nothing is put together before there is none. */
export function undecided(cells: readonly ClashCell[], choices: ClashChoices): readonly ClashCell[] {
  return cells.filter((cell) => sideOf(cell, choices) === null);
}

/** Every cell with its side; null while one waits. */
export function decisions(cells: readonly ClashCell[], choices: ClashChoices): ClashChoices | null {
  const decided = new Map<string, ClashSide>();
  for (const cell of cells) {
    const side = sideOf(cell, choices);
    if (side === null) return null;
    decided.set(cell.key, side);
  }
  return decided;
}

type FigureWords = Readonly<Record<"total" | "numerator" | "denominator" | "comment" | "evidence", string>>;

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
  return kind !== undefined && Object.hasOwn(words, kind) ? words[kind as keyof FigureWords] : key;
}
