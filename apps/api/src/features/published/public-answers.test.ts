import type { getPublicIndicator, ResponseOf } from "@avances/contracts";
import { catalogue, reference } from "@avances/domain/testing/catalogue";
import { expect, test } from "vitest";
import { type Definitions, definitionsOf } from "./definitions.ts";
import { memoryEdition } from "./memory-edition.ts";
import { answerKeys, putTogether } from "./put-together.ts";

const code = "TIP-LEG-01";
const before = {
  ...catalogue,
  version: "2026.0",
  indicators: catalogue.indicators.map((one) =>
    one.code === code ? { ...one, definition: { en: "Other words", es: "Otras palabras" } } : one,
  ),
};
const catalogues = { current: catalogue, releases: [before, catalogue], version: () => catalogue };
const definitions = definitionsOf({ catalogues, config: { demonstration: true } }, reference.countries);

async function wordingOf(those: Definitions) {
  const edition = {
    id: 1,
    publishedAt: "2026-06-01T00:00:00.000Z",
    catalogueVersion: catalogue.version,
    demonstration: true,
  };
  const source = memoryEdition(catalogue, those, [], []);
  const text = (await putTogether(source, async () => edition, answerKeys.indicator(code))) ?? "";
  return (JSON.parse(text) as ResponseOf<typeof getPublicIndicator>).indicator.wording;
}

test("an indicator says which releases had its words, and what an earlier one said", async () => {
  const { releases, earlier } = await wordingOf(definitions);
  expect(releases).toEqual([catalogue.version]);
  expect(earlier.map((one) => [one.releases, one.definition.en])).toEqual([[["2026.0"], "Other words"]]);
});

test("an edition made before that was kept says nothing of it, and can still be read", async () => {
  const older = { ...definitions, indicators: definitions.indicators.map(({ wording: _, ...rest }) => rest) };
  expect(await wordingOf(older)).toEqual({ releases: [], earlier: [] });
});
