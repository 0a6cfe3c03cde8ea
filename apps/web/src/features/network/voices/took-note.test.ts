import { languages } from "@avances/domain/catalogue";
import { expect, test } from "vitest";
import { voicesTexts } from "./voices.texts.ts";

/** Every text of a tree, those that are filled in with something that is no word of theirs. */
function textsIn(tree: unknown): readonly string[] {
  if (typeof tree === "string") return [tree];
  if (typeof tree === "function") {
    const some = Array.from({ length: tree.length }, () => 7);
    const said: unknown = (tree as (...args: readonly unknown[]) => unknown)(...some);
    return typeof said === "string" ? [said] : [];
  }
  return typeof tree === "object" && tree !== null ? Object.values(tree).flatMap(textsIn) : [];
}

const agreement = /agree|accept|endors|approv|support|welcom|acuerd|acept|aval|aprob|respald|apoy/i;
const note = /tak(e|en|ing) note|took note|tom(a|ar|ó|ado) nota/i;

test.each(languages)("%s: where the pages speak of taking note, they speak of no agreement", (language) => {
  const spoken = textsIn(voicesTexts[language]).filter((text) => note.test(text));
  expect(spoken.length).toBeGreaterThan(4);
  expect(spoken.filter((text) => agreement.test(text))).toEqual([]);
});
