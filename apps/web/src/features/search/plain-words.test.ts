import fc from "fast-check";
import { expect, test } from "vitest";
import { partsOf, placeOf, plainWords } from "./plain-words.ts";

test("words without accents, signs and capitals", () => {
  expect(plainWords("  Niñas, niños: ¿Quién? (Art. 6.3) TIP-LEG-01")).toEqual([
    "ninas",
    "ninos",
    "quien",
    "art",
    "6",
    "3",
    "tip",
    "leg",
    "01",
  ]);
  expect(plainWords("—")).toEqual([]);
});

test("a number is found whole, a word also by its beginning and inside", () => {
  expect(["01", "1", "0"].map((asked) => placeOf(asked, "01"))).toEqual(["whole", "whole", "begins"]);
  expect(["6", "1"].map((asked) => placeOf(asked, "16"))).toEqual([null, null]);
  expect(placeOf("6", "six")).toBeNull();
  expect(["trata", "tra", "rat", "trato"].map((asked) => placeOf(asked, "trata"))).toEqual([
    "whole",
    "begins",
    "inside",
    null,
  ]);
});

test("what was asked for is told apart with its accents", () => {
  const hits = (text: string, asked: readonly string[]) =>
    partsOf(text, asked).flatMap(({ text: part, hit }) => (hit ? [part] : []));
  expect(hits("Víctimas identificadas", ["victi"])).toEqual(["Vícti"]);
  expect(hits("Niñas y niños", ["nin"])).toEqual(["Niñ", "niñ"]);
  expect(hits("Víctimas", ["victimas"])).toEqual(["Víctimas"]);
  expect(hits("TIP-LEG-01", ["leg", "1"])).toEqual(["LEG", "01"]);
  expect(hits("trata", ["tra", "trata"])).toEqual(["trata"]);
});

test("the parts of any text are the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.string({ minLength: 1 })), (text, queries) => {
      const asked = queries.flatMap(plainWords);
      expect(
        partsOf(text, asked)
          .map((part) => part.text)
          .join(""),
      ).toBe(text.normalize("NFC"));
    }),
  );
});
