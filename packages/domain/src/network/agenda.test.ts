import { expect, test } from "vitest";
import {
  agendaChanges,
  agendaFaults,
  comparePoints,
  nextPlace,
  type PointDraft,
  pointName,
  type RecordedPoint,
} from "./agenda.ts";

const recorded: readonly RecordedPoint[] = [
  { id: "a", number: 3, letter: "", language: "es", title: "La Coalición", translation: null, presenter: "CRI" },
  {
    ...{ id: "b", number: 3, letter: "a", language: "es", title: "Observadores", presenter: null },
    translation: { title: "Observers", isOutdated: false },
  },
];
const kept = (point: RecordedPoint, more: Partial<PointDraft> = {}): PointDraft => ({
  ...point,
  translation: point.translation?.title ?? null,
  translationHolds: false,
  ...more,
});
const [first, second] = recorded as readonly [RecordedPoint, RecordedPoint];
const fresh = (more: Partial<PointDraft> = {}): PointDraft => ({
  ...{ id: null, number: 4, letter: "", language: "es", title: "Lineamientos" },
  ...{ translation: null, translationHolds: false, presenter: null },
  ...more,
});
const known = new Set(["CRI", "IOM"]);
const faults = (drafts: readonly PointDraft[], reason = "") =>
  agendaFaults(drafts, { recorded, known, reason }).map(({ at, fault }) => `${at ?? "all"} ${fault}`);

test("points stand by number, then by letter, the point itself first", () => {
  const points = ["10", "3b", "2", "3", "3a"].map((name) => ({
    number: Number.parseInt(name, 10),
    letter: name.replace(/\d+/, ""),
  }));
  expect(points.sort(comparePoints).map(pointName)).toEqual(["2", "3", "3a", "3b", "10"]);
});

test.each([
  [[], "1"],
  [["1", "2"], "3"],
  [["3", "3a"], "3b"],
  [["3b", "4"], "5"],
  [["3z"], "4"],
])("after %j comes %s", (names, next) => {
  const points = (names as string[]).map((name) => ({ number: Number.parseInt(name, 10), letter: name.slice(1) }));
  expect(pointName(nextPlace(points))).toBe(next);
});

test("an agenda is refused with everything that cannot be so, each at its point", () => {
  expect(faults([kept(first), kept(second), fresh()])).toEqual([]);
  expect(faults([kept(first), kept(second)])).toEqual(["all same"]);
  expect(faults([kept(first)])).toEqual(["all reason"]);
  expect(faults([kept(first)], "It was put off")).toEqual([]);
  const rest = [kept(first), kept(second)];
  expect(faults([...rest, fresh({ number: 3, letter: "a" })])).toEqual(["2 twice"]);
  expect(faults([...rest, fresh({ id: "z" })])).toEqual(["2 unknown"]);
  expect(faults([...rest, kept(second, { number: 9 })])).toEqual(["2 unknown"]);
  for (const wrong of [{ number: 0 }, { number: 100 }, { number: 1.5 }, { letter: "A" }, { letter: "aa" }])
    expect(faults([...rest, fresh(wrong)])).toEqual(["2 number"]);
  for (const title of ["", " ", "a\nb", "x".repeat(301)]) {
    expect(faults([...rest, fresh({ title })])).toEqual(["2 title"]);
    expect(faults([...rest, fresh({ translation: title })])).toEqual(["2 translation"]);
  }
  expect(faults([kept(first, { language: "en" }), kept(second)])).toEqual(["0 language"]);
  expect(faults([...rest, fresh({ presenter: "ZZZ" })])).toEqual(["2 presenter"]);
});

const named = (drafts: readonly PointDraft[]) =>
  Object.fromEntries(
    Object.entries(agendaChanges(drafts, recorded)).map(([change, points]) => [
      change,
      points.map((point: PointDraft | { from: RecordedPoint; to: PointDraft }) =>
        "from" in point ? `${pointName(point.from)} ${pointName(point.to)}` : pointName(point),
      ),
    ]),
  );
const none = { added: [], withdrawn: [], moved: [], retitled: [], translated: [], presented: [] };

test("what saving changes is told point by point", () => {
  expect(named([kept(first), kept(second)])).toEqual(none);
  expect(named([kept(first, { title: " La Coalición " }), kept(second)])).toEqual(none);
  expect(named([kept(second, { number: 5, letter: "" }), fresh()])).toEqual({
    ...none,
    ...{ added: ["4"], withdrawn: ["3"], moved: ["3a 5"] },
  });
  expect(named([kept(first, { title: "CORETT", presenter: null }), kept(second)])).toEqual({
    ...none,
    ...{ retitled: ["3"], presented: ["3"] },
  });
});

test("a translation that nobody touches is none of a changed title, until somebody says that it holds", () => {
  const changed = kept(second, { title: "Países observadores" });
  expect(named([kept(first), changed]).translated).toEqual([]);
  expect(named([kept(first), { ...changed, translationHolds: true }]).translated).toEqual(["3a"]);
  expect(named([kept(first), { ...changed, translation: "Observer Countries" }]).translated).toEqual(["3a"]);
  // Of a title that has not changed there is nothing to say.
  expect(named([kept(first), kept(second, { translationHolds: true })]).translated).toEqual([]);
  expect(named([kept(first, { translation: "The Coalition" }), kept(second)]).translated).toEqual(["3"]);
  // Leaving the field empty takes nothing away.
  expect(named([kept(first), kept(second, { translation: null })]).translated).toEqual([]);
});
