import type { Indicator } from "@avances/domain/catalogue";
import type { answerTexts } from "./answer.texts.ts";

const figures: readonly string[] = ["count", "ratio", "money"] satisfies readonly Indicator["valueType"][];

/** What the comment beside an answer is called: a level, a date or words are no figure. */
export function commentLabel(t: (typeof answerTexts)["en"], { valueType }: Pick<Indicator, "valueType">): string {
  return t.comment[figures.includes(valueType) ? "figure" : "answer"];
}
