import { describe, expect, test } from "vitest";
import { catalogue } from "../../testing/catalogue.ts";
import { languages } from "./language.ts";

/** Every text of the catalogue in force, with the place where it stands. */
function textsOf(value: unknown, place = ""): readonly (readonly [place: string, text: string])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    (languages as readonly string[]).includes(key) && typeof one === "string"
      ? [[`${place}/${key}`, one] as const]
      : textsOf(one, `${place}/${key}`),
  );
}

const texts = textsOf(catalogue);
/** Organisations and conventions, as their readers know them. */
const known = new Set(["UNODC", "UNTOC", "OHCHR", "ACNUDH"]);
const found = (pattern: RegExp) =>
  texts.flatMap(([place, text]) => (text.match(pattern) ?? []).map((word) => [place, word] as const));

describe("the words of the catalogue are words of its readers", () => {
  test("there are texts in both languages", () => {
    for (const language of languages)
      expect(texts.filter(([place]) => place.endsWith(language)).length).toBeGreaterThan(500);
  });

  test("none is a mark for those who make the catalogue: NEUTRAL, TODO", () => {
    expect(found(/(?<!\p{L})\p{Lu}{4,}(?!\p{L})/gu).filter(([, word]) => !known.has(word))).toEqual([]);
  });

  test("none is the name of a field: smallCellSuppression, carry_forward", () => {
    expect(found(/\p{L}*\p{Ll}\p{Lu}\p{L}*|\p{L}+_\p{L}+/gu)).toEqual([]);
  });
});

test("what is said of neutral figures in both languages is said in both or in neither", () => {
  for (const { code, guidance, direction } of catalogue.indicators) {
    const said = [guidance.en.includes("neither better nor worse"), guidance.es.includes("no es mejor ni peor")];
    expect([code, said[0]]).toEqual([code, said[1]]);
    if (said[0]) expect([code, direction]).toEqual([code, "neutral"]);
  }
});
