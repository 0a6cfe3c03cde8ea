import { expect, test } from "vitest";
import { catalogue } from "../../testing/catalogue.ts";
import { isTooLong, textLength, textLimits } from "./text-limits.ts";

const texts = catalogue.indicators.filter(({ valueType }) => valueType === "text");

test("the guidance of every text indicator tells the limit that field and contract have", () => {
  expect(texts.length).toBeGreaterThan(0);
  for (const { guidance } of texts) {
    const told = [guidance.en, guidance.es].map((text) => /([\d.,]+) (?:characters|caracteres)/.exec(text)?.[1]);
    expect(told.map((number) => number?.replace(/\D/g, ""))).toEqual(Array(2).fill(String(textLimits.answerText)));
  }
});

test("characters are counted as people see them, not as they are stored", () => {
  expect(textLength("año 𝄞")).toBe(5);
  expect(isTooLong("𝄞".repeat(5), 5)).toBe(false);
  expect(isTooLong("𝄞".repeat(6), 5)).toBe(true);
  expect(isTooLong("", 0)).toBe(false);
});
