import type { AgendaPointView } from "@avances/contracts";
import { expect, test } from "vitest";
import {
  asksWhetherHolds,
  draftsOf,
  originalOf,
  type TypedPoint,
  typedFaults,
  typedOver,
  typedPoint,
} from "./agenda-draft.ts";

const point = (id: string, number: number, more: Partial<AgendaPointView> = {}): AgendaPointView => ({
  ...{ id, number, letter: "", presenter: null, language: "es", subject: `Punto ${id}`, body: "", textRevision: 1 },
  translations: [],
  ...more,
});
const english = (subject: string, state: "translated" | "outdated" = "translated") => ({
  ...{ id: "t", language: "en" as const, subject, body: "", madeBy: "human" as const, state },
  ...{ at: "2026-11-30T12:00:00Z", byName: "Paula", by: "RCM-TS" },
});
const recorded = [point("a", 1, { translations: [english("Point a")] }), point("b", 2)];
const typed = recorded.map(typedPoint);
const [first, second] = typed as [TypedPoint, TypedPoint];
const fresh: TypedPoint = {
  ...{
    key: "n",
    id: "",
    number: "3",
    letter: "",
    titles: { en: "", es: "" },
    holds: false,
    presenter: "",
    isGone: false,
  },
};
const context = { recorded, page: "en" as const, known: new Set(["CRI"]) };
const faults = (points: readonly TypedPoint[], reason = "") =>
  [...typedFaults({ points, reason }, context)].map(([key, found]) => `${key || "all"}: ${found.join(" ")}`);

test("a title counts as written in the language of the page, unless it is typed in the other alone or is there already", () => {
  expect(originalOf({ ...fresh, titles: { ...fresh.titles, es: "Tres" } }, recorded, "en")).toBe("es");
  expect(originalOf({ ...fresh, titles: { es: "Tres", en: "Three" } }, recorded, "en")).toBe("en");
  expect(originalOf(fresh, recorded, "en")).toBe("en");
  expect(originalOf({ ...first, titles: { ...first.titles, es: "" } }, recorded, "en")).toBe("es");
});

test("what is typed becomes what is sent, without what will be withdrawn", () => {
  const points = [
    first,
    { ...second, isGone: true },
    { ...fresh, letter: "A", titles: { ...fresh.titles, en: " Three " }, presenter: "CRI" },
  ];
  expect(draftsOf({ points, reason: "" }, recorded, "en")).toEqual([
    {
      ...{ id: "a", number: 1, letter: "", language: "es", title: "Punto a", translation: "Point a" },
      ...{ translationHolds: false, presenter: null },
    },
    {
      ...{ id: null, number: 3, letter: "a", language: "en", title: "Three", translation: null },
      ...{ translationHolds: false, presenter: "CRI" },
    },
  ]);
});

test("faults stand at their point, also behind one that is withdrawn", () => {
  expect(faults(typed)).toEqual(["all: same"]);
  expect(faults([first, { ...second, isGone: true }])).toEqual(["all: reason"]);
  expect(
    faults(
      [
        { ...first, isGone: true },
        { ...second, number: "x" },
      ],
      "It was put off",
    ),
  ).toEqual(["b: number"]);
  expect(faults([...typed, fresh])).toEqual(["n: title"]);
  expect(faults([...typed, { ...fresh, number: "1", titles: { ...fresh.titles, en: "One" } }])).toEqual(["n: twice"]);
});

test("whether a translation still holds is asked where its title has changed, and the translation has not", () => {
  expect(asksWhetherHolds(first, recorded)).toBe(false);
  expect(asksWhetherHolds({ ...first, titles: { ...first.titles, es: "Otro" } }, recorded)).toBe(true);
  expect(asksWhetherHolds({ ...first, titles: { es: "Otro", en: "Another" } }, recorded)).toBe(false);
  expect(asksWhetherHolds({ ...second, titles: { ...second.titles, es: "Otro" } }, recorded)).toBe(false);
  const late = [point("a", 1, { translations: [english("Point a", "outdated")] })];
  expect(asksWhetherHolds(typedPoint(late[0] as AgendaPointView), late)).toBe(true);
});

test("what somebody else saved meanwhile stays, and so does what was typed here", () => {
  const now = [point("a", 1, { subject: "Por otra persona" }), point("c", 4)];
  const points = [
    first,
    { ...second, titles: { ...second.titles, es: "Mío" } },
    { ...fresh, titles: { ...fresh.titles, en: "New" } },
  ];
  expect(typedOver({ points, reason: "why" }, recorded, now)).toEqual({
    points: [
      typedPoint(now[0] as AgendaPointView),
      typedPoint(now[1] as AgendaPointView),
      { ...fresh, titles: { ...fresh.titles, en: "New" } },
    ],
    reason: "why",
  });
  const mine = [{ ...first, titles: { ...first.titles, es: "Mío" } }, second];
  expect(typedOver({ points: mine, reason: "" }, recorded, now).points[0]?.titles.es).toBe("Mío");
});
