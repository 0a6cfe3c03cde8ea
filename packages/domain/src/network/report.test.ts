import fc from "fast-check";
import { expect, test } from "vitest";
import { pointName } from "./agenda.ts";
import {
  arrangementFaults,
  consideringFaults,
  isEditable,
  mayPromise,
  missingIn,
  mostLetters,
  mostPoints,
  movedPoint,
  numbered,
  partsOf,
  pointFaults,
  pointLevels,
  pointVerbs,
  type ReportPoint,
  reportStages,
  sendingFaults,
} from "./report.ts";

let made = 0;
const point = (more: Partial<ReportPoint> = {}): ReportPoint => {
  made += 1;
  return {
    ...{ id: `00000000-0000-4000-8000-${String(made).padStart(12, "0")}`, level: 1, verb: null, speaker: null },
    ...{ words: { en: "words", es: "palabras" }, source: null, voices: [] },
    ...more,
  };
};
const levels = (...of: ReportPoint["level"][]) => of.map((level) => point({ level }));
const names = (points: readonly ReportPoint[]) => numbered(points).map(pointName);

test("numbers and letters follow from order and level alone", () => {
  expect(names(levels(0, 1, 1, 1, 2, 2, 1, 1, 0, 1, 2))).toEqual([
    "",
    "1",
    "2",
    "3",
    "3a",
    "3b",
    "4",
    "5",
    "",
    "6",
    "6a",
  ]);
  expect(names([])).toEqual([]);
});

test("no two numbered points have one name, whatever the arrangement that is taken", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pointLevels), { maxLength: mostPoints }), (of) => {
      const points = levels(...of);
      fc.pre(arrangementFaults(points).length === 0);
      const said = names(points).filter((name) => name !== "");
      expect(new Set(said).size).toBe(said.length);
      expect(said.every((name) => /^[1-9]\d*[a-z]?$/.test(name))).toBe(true);
    }),
  );
});

test("a lettered point stands below a point, and not below a paragraph; letters and points end somewhere", () => {
  expect(arrangementFaults(levels(2, 1))).toEqual(["letter_first"]);
  expect(arrangementFaults(levels(0, 2))).toEqual(["letter_first"]);
  expect(arrangementFaults(levels(1, 0, 2))).toEqual(["letter_first"]);
  const letters = (count: number) => levels(1, ...Array.from({ length: count }, () => 2 as const));
  expect(arrangementFaults(letters(mostLetters))).toEqual([]);
  expect(arrangementFaults(letters(mostLetters + 1))).toEqual(["letters"]);
  expect(arrangementFaults(levels(...Array.from({ length: mostPoints + 1 }, () => 1 as const)))).toEqual(["many"]);
});

test("a point has words in a language at least, and whoever speaks takes part", () => {
  const known = new Set(["CRI"]);
  expect(pointFaults(point({ words: { en: "", es: "palabras" }, speaker: "CRI" }), known)).toEqual([]);
  expect(pointFaults(point({ words: { en: " ", es: "" }, speaker: "ZZZ" }), known)).toEqual(["words", "speaker"]);
  expect(pointFaults(point({ words: { en: "x".repeat(4_001), es: "" } }), known)).toEqual(["words_long"]);
});

test("what is missing is counted by language", () => {
  const points = [point(), point({ words: { en: "", es: "palabras" } }), point({ words: { en: " ", es: "palabras" } })];
  expect([missingIn(points, "en"), missingIn(points, "es")]).toEqual([2, 0]);
});

test("it is circulated once the meeting was held and it says something, and final when members have had it and nothing is missing", () => {
  const whole = [point()];
  const partly = [point({ words: { en: "", es: "palabras" } })];
  const at = (stage: "draft" | "circulated", points: readonly ReportPoint[], isHeld = true) => ({
    stage,
    points,
    isHeld,
  });
  expect(sendingFaults("circulated", at("draft", partly))).toEqual([]);
  expect(sendingFaults("circulated", at("draft", [], false))).toEqual(["not_held", "no_points"]);
  expect(sendingFaults("circulated", at("draft", levels(0)))).toEqual(["no_points"]);
  expect(sendingFaults("final", at("draft", partly))).toEqual(["words_missing", "not_circulated"]);
  expect(sendingFaults("final", at("circulated", whole))).toEqual([]);
});

test("its points are changed until it is final", () => {
  expect(reportStages.filter(isEditable)).toEqual(["draft", "circulated"]);
});

test("it was considered when the meeting was over, and not on a day to come", () => {
  const days = { lastDay: "2026-11-18", today: "2026-12-01" };
  expect(
    ["2026-11-17", "2026-11-18", "2026-12-01", "2026-12-02"].map((on) => consideringFaults(on, days).length),
  ).toEqual([1, 0, 0, 1]);
});

test("proposals stand under a heading of their own, with what is below them; nothing changes its order", () => {
  const points = numbered([
    point({ level: 0 }),
    point({ verb: "thanks" }),
    point({ level: 2, verb: "proposes" }),
    point({ verb: "proposes" }),
    point({ level: 2, verb: "takes_note" }),
    point({ verb: "endorses" }),
    point({ verb: "agrees" }),
  ]);
  const parts = partsOf(points);
  expect(parts.map((part) => [part.kind, part.points.map(pointName)])).toEqual([
    ["points", ["", "1", "1a"]],
    ["proposals", ["2", "2a", "3"]],
    ["points", ["4"]],
  ]);
  expect(parts.flatMap((part) => part.points)).toEqual(points);
});

test("nobody takes anything upon itself by thanking or taking note, nor in a paragraph without a number", () => {
  const points = numbered([point({ level: 0 }), point(), ...pointVerbs.map((verb) => point({ verb }))]);
  expect(points.filter(mayPromise).map(({ verb }) => verb)).toEqual([
    null,
    ...pointVerbs.filter((verb) => verb !== "thanks" && verb !== "takes_note"),
  ]);
});

test("a point moves with what is lettered below it, and a lettered one by itself", () => {
  const points = levels(0, 1, 2, 2, 1, 2, 1);
  const [opening, one, a, b, two, c, three] = points.map(({ id }) => id) as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const order = (id: string, by: -1 | 1) => movedPoint(points, id, by)?.map((point) => point.id) ?? null;
  expect(order(one, 1)).toEqual([opening, two, c, one, a, b, three]);
  expect(order(two, -1)).toEqual([opening, two, c, one, a, b, three]);
  expect(order(three, -1)).toEqual([opening, one, a, b, three, two, c]);
  expect(order(a, 1)).toEqual([opening, one, b, a, two, c, three]);
  expect(order(b, 1)).toEqual([opening, one, a, two, b, c, three]);
  // Nothing stands above the first, a letter needs a point above it, and a paragraph would cut letters off.
  expect(order(opening, -1)).toBeNull();
  expect(order(a, -1)).toBeNull();
  expect(order(three, 1)).toBeNull();
  expect(order(one, -1)).toEqual([one, a, b, opening, two, c, three]);
  expect(movedPoint(points, "none", 1)).toBeNull();
});
