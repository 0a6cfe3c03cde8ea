import type { Catalogue, Indicator } from "@avances/domain/catalogue";
import { expect, test } from "vitest";
import { sectionsOf, sectionToShow } from "./sections.ts";

const indicator = (code: string) =>
  ({ code, instrument: code.slice(0, 3), dimension: code.slice(4, 7), valueType: "boolean" }) as unknown as Indicator;
const catalogue = {
  instruments: [{ code: "TIP" }, { code: "SOM" }],
  dimensions: [
    { code: "PRV", order: 2 },
    { code: "LEG", order: 1 },
  ],
  indicators: ["TIP-PRV-01", "TIP-LEG-01", "TIP-LEG-02", "SOM-LEG-01"].map(indicator),
} as unknown as Catalogue;

test("sections follow the catalogue: instrument, then dimension, and only those that hold something", () => {
  expect(sectionsOf(catalogue, catalogue.indicators).map(({ key }) => key)).toEqual(["TIP-LEG", "TIP-PRV", "SOM-LEG"]);
});

test("the asked indicator comes first, then the asked section, then the first with a gap", () => {
  const sections = sectionsOf(catalogue, catalogue.indicators);
  const isAnswered = (code: string) => code.startsWith("TIP-LEG");
  expect(sectionToShow(sections, { indicator: "SOM-LEG-01", section: "TIP-LEG" }, isAnswered)?.key).toBe("SOM-LEG");
  expect(sectionToShow(sections, { section: "TIP-LEG" }, isAnswered)?.key).toBe("TIP-LEG");
  expect(sectionToShow(sections, { section: "nothing" }, isAnswered)?.key).toBe("TIP-PRV");
});
