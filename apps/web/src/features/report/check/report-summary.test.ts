import type { Answer } from "@avances/domain/answer";
import type { Catalogue, Indicator } from "@avances/domain/catalogue";
import { expect, test } from "vitest";
import { sectionsOf, sectionToShow } from "../sections.ts";
import { changesSince, summaryOf } from "./report-summary.ts";

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
const answer = (indicatorCode: string, part: Partial<Answer> = {}): [string, Answer] => [
  indicatorCode,
  {
    indicatorCode,
    state: "reported",
    value: { type: "boolean", value: true },
    reason: "",
    comment: "",
    evidence: [],
    ...part,
  },
];

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

test("a missing state without its reason is no answer yet", () => {
  const answers = new Map([
    answer("TIP-LEG-01", { state: "not_available", value: null }),
    answer("TIP-LEG-02", { state: "not_available", value: null, reason: "El registro no existe" }),
  ]);
  const [legal] = summaryOf(catalogue, answers);
  expect(legal?.missing.map(({ code }) => code)).toEqual(["TIP-LEG-01"]);
  expect(legal?.noValue.map(({ code }) => code)).toEqual(["TIP-LEG-02"]);
});

test("a new comment is no change of the answer, another value is, and a lost answer is named", () => {
  const previous = new Map([answer("TIP-LEG-01"), answer("TIP-LEG-02"), answer("TIP-PRV-01")]);
  const now = new Map([
    answer("TIP-LEG-01", { comment: "Confirmado" }),
    answer("TIP-LEG-02", { value: { type: "boolean", value: false } }),
    answer("SOM-LEG-01"),
  ]);
  const { changed, gone, unchanged } = changesSince(catalogue, previous, now);
  expect(changed.map((change) => change.indicator.code)).toEqual(["TIP-LEG-02", "SOM-LEG-01"]);
  expect(gone.map(({ code }) => code)).toEqual(["TIP-PRV-01"]);
  expect(unchanged).toBe(1);
});
