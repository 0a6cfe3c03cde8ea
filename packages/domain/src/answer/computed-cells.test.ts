import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { catalogue, indicatorOf } from "../../testing/catalogue.ts";
import { type AnswerValueOf, crossTabKey } from "./answer.ts";
import { breakdownPlace, crossPlace, figuresByPlace } from "./cell-place.ts";
import {
  cellDifferences,
  cellRelations,
  computeCells,
  falseOrigins,
  typedPart,
  withComputedCells,
} from "./computed-cells.ts";

const victims = indicatorOf("TIP-PRO-01");
const assisted = indicatorOf("TIP-PRO-04");
const facts = { catalogue, linked: null };
const sexByAge = ["sex", "ageGroup"];
const cross = (row: string, column: string) => crossPlace(sexByAge, row, column);
const computeVictims = (typed: Readonly<Record<string, number>>, unreadable?: ReadonlySet<string>) =>
  computeCells({
    ...facts,
    indicator: victims,
    typed: new Map(Object.entries(typed)),
    ...(unreadable && { unreadable }),
  });
const shown = (cells: ReturnType<typeof computeCells>) =>
  Object.fromEntries([...cells].map(([place, { figure, origin }]) => [place, `${figure} ${origin}`]));

const codesOf = (list: string) =>
  catalogue.codeLists.find(({ code }) => code === list)?.codes.map(({ code }) => code) ?? [];

/** Whole numbers that add up to `total`, one for each of `n` parts. */
const partsOf = (total: number, n: number) =>
  fc.array(fc.nat({ max: total }), { minLength: n - 1, maxLength: n - 1 }).map((cuts) => {
    const sorted = [0, ...cuts.sort((one, other) => one - other), total];
    return sorted.slice(1).map((cut, place) => cut - (sorted[place] ?? 0));
  });

/** A whole and true answer about victims: every cell known, everything adds up. */
const trueAnswer = fc.nat({ max: 60 }).chain((total) =>
  fc
    .tuple(partsOf(total, 12), partsOf(total, 11), partsOf(total, 7), partsOf(total, 3), partsOf(total, 10))
    .map(([table, form, citizenship, scope, actor]) => {
      const rows = codesOf("sex");
      const columns = codesOf("ageGroup");
      const at = (row: number, column: number) => table[row * columns.length + column] ?? 0;
      const oneWay = (list: string, figures: readonly number[]) =>
        Object.fromEntries(codesOf(list).map((code, place) => [code, figures[place] ?? 0]));
      const sum = (figures: readonly number[]) => figures.reduce((all, figure) => all + figure, 0);
      const value: AnswerValueOf<"count"> = {
        type: "count",
        total,
        breakdowns: {
          sex: oneWay(
            "sex",
            rows.map((_, row) => sum(columns.map((__, column) => at(row, column)))),
          ),
          ageGroup: oneWay(
            "ageGroup",
            columns.map((_, column) => sum(rows.map((__, row) => at(row, column)))),
          ),
          formOfExploitation: oneWay("formOfExploitation", form),
          citizenship: oneWay("citizenship", citizenship),
          traffickingScope: oneWay("traffickingScope", scope),
          identifyingActor: oneWay("identifyingActor", actor),
        },
        crossTabs: {
          [crossTabKey(sexByAge)]: Object.fromEntries(
            rows.map((row, r) => [row, Object.fromEntries(columns.map((column, c) => [column, at(r, c)]))]),
          ),
        },
      };
      return value;
    }),
);

/** A true answer of which some cells were typed. */
const partlyTyped = fc
  .tuple(trueAnswer, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }))
  .map(([truth, kept]) => {
    const figures = figuresByPlace(truth);
    const typed = new Map([...figures].filter((_, place) => kept[place]));
    return { figures, typed };
  });

describe("computed cells", () => {
  test("whatever part of a true answer is typed, what is computed is true", () => {
    fc.assert(
      fc.property(partlyTyped, ({ figures, typed }) => {
        for (const [place, { figure }] of computeCells({ ...facts, indicator: victims, typed })) {
          expect(typed.has(place)).toBe(false);
          expect(figure, place).toBe(figures.get(place));
        }
      }),
    );
  });

  test("typing one more true cell takes nothing away that was computed", () => {
    fc.assert(
      fc.property(partlyTyped, ({ figures, typed }) => {
        const before = computeCells({ ...facts, indicator: victims, typed });
        const [place, figure] = [...figures].find(([one]) => !typed.has(one)) ?? [];
        if (place === undefined || figure === undefined) return;
        const after = computeCells({ ...facts, indicator: victims, typed: new Map(typed).set(place, figure) });
        for (const other of before.keys()) expect(other === place || after.has(other)).toBe(true);
      }),
    );
  });

  test("the record says which cells were computed; without them it is what was typed; a changed number is noticed", () => {
    fc.assert(
      fc.property(trueAnswer, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (truth, blank) => {
        const places = [...figuresByPlace(truth).keys()].filter((_, place) => blank[place]);
        const typed = typedPart({ ...truth, computed: Object.fromEntries(places.map((place) => [place, "margin"])) });
        const whole = withComputedCells(typed, { ...facts, indicator: victims });
        expect(falseOrigins(catalogue, victims, whole)).toEqual([]);
        expect(typedPart(whole)).toEqual(typed);
        for (const [place, origin] of Object.entries(whole.computed ?? {})) {
          if (!place.startsWith("b/")) continue;
          const [, list = "", category = ""] = place.split("/");
          const cells = whole.breakdowns[list] ?? {};
          const wrong = {
            ...whole,
            breakdowns: { ...whole.breakdowns, [list]: { ...cells, [category]: (cells[category] ?? 0) + 1 } },
          };
          expect(falseOrigins(catalogue, victims, wrong), `${place} ${origin}`).toContain(place);
        }
      }),
    );
  });

  test("a blank is never zero while something may still be there", () => {
    expect(shown(computeVictims({ total: 34, "b/traffickingScope/domestic": 23 }))).toEqual({});
    expect(shown(computeVictims({ "b/traffickingScope/domestic": 23, "b/traffickingScope/crossBorder": 11 }))).toEqual(
      {},
    );
  });

  test("the last cell is the rest, and once the total is reached the others are zero", () => {
    expect(
      shown(computeVictims({ total: 34, "b/traffickingScope/domestic": 20, "b/traffickingScope/crossBorder": 11 })),
    ).toEqual({ "b/traffickingScope/unknown": "3 remainder" });
    expect(shown(computeVictims({ total: 34, "b/traffickingScope/crossBorder": 34 }))).toEqual({
      "b/traffickingScope/domestic": "0 zero",
      "b/traffickingScope/unknown": "0 zero",
    });
    // Too much is not repaired.
    expect(
      shown(computeVictims({ total: 34, "b/traffickingScope/domestic": 30, "b/traffickingScope/crossBorder": 11 })),
    ).toEqual({});
  });

  test("the table of the sketch: seven cells typed, the other five and both margins follow", () => {
    const typed = {
      total: 34,
      [cross("female", "child")]: 15,
      [cross("female", "adult")]: 4,
      [cross("female", "unknown")]: 0,
      [cross("male", "child")]: 5,
      [cross("male", "adult")]: 2,
      [cross("other", "child")]: 7,
      [cross("other", "adult")]: 1,
    };
    const cells = computeVictims(typed);
    expect(cells.get(cross("unknown", "adult"))).toEqual({ figure: 0, origin: "zero" });
    expect(cells.get(breakdownPlace("sex", "female"))).toEqual({ figure: 19, origin: "margin" });
    expect(cells.get(breakdownPlace("ageGroup", "child"))).toEqual({ figure: 27, origin: "margin" });
    expect([...cells.keys()].filter((place) => place.startsWith("x/"))).toHaveLength(5);
    expect([...cells.keys()].filter((place) => place.startsWith("b/"))).toHaveLength(7);
  });

  test("a whole table gives a total that was left blank, and nothing else does", () => {
    const table = Object.fromEntries(
      codesOf("sex").flatMap((row) => codesOf("ageGroup").map((column) => [cross(row, column), 1])),
    );
    expect(computeVictims(table).get("total")).toEqual({ figure: 12, origin: "sum" });
    const sexes = Object.fromEntries(codesOf("sex").map((code) => [breakdownPlace("sex", code), 3]));
    expect(computeVictims(sexes).has("total")).toBe(false);
  });

  test("a typed margin that differs from its row stays, and the difference is told", () => {
    const row = {
      [cross("female", "child")]: 15,
      [cross("female", "adult")]: 4,
      [cross("female", "unknown")]: 0,
      [breakdownPlace("sex", "female")]: 20,
    };
    const input = { ...facts, indicator: victims, typed: new Map(Object.entries(row)) };
    expect(computeCells(input).has(breakdownPlace("sex", "female"))).toBe(false);
    expect(cellDifferences(input)).toEqual([
      { place: breakdownPlace("sex", "female"), typed: 20, gives: 19, origin: "margin" },
    ]);
  });

  test("a cell with an unreadable text is not computed", () => {
    const place = "b/traffickingScope/unknown";
    const typed = { total: 34, "b/traffickingScope/domestic": 20, "b/traffickingScope/crossBorder": 11 };
    expect(computeVictims(typed, new Set([place])).has(place)).toBe(false);
  });

  test("parts that overlap are never computed", () => {
    const types = codesOf("assistanceType").slice(0, -1);
    const typed = new Map<string, number>(types.map((code) => [breakdownPlace("assistanceType", code), 0])).set(
      "numerator",
      3,
    );
    expect([...computeCells({ ...facts, indicator: assisted, typed }).keys()]).toEqual([]);
    expect(cellRelations(catalogue, assisted).some(({ parts }) => parts[0]?.startsWith("b/assistanceType"))).toBe(
      false,
    );
  });

  test("a linked denominator follows the other answer unless it was typed", () => {
    const follow = (typed: Map<string, number>, linked: number | null) =>
      computeCells({ catalogue, indicator: assisted, typed, linked }).get("denominator");
    expect(follow(new Map([["numerator", 14]]), 34)).toEqual({ figure: 34, origin: "equal" });
    expect(follow(new Map([["numerator", 14]]), null)).toBeUndefined();
    expect(follow(new Map([["denominator", 33]]), 34)).toBeUndefined();
    expect(
      cellDifferences({ catalogue, indicator: assisted, typed: new Map([["denominator", 33]]), linked: 34 }),
    ).toEqual([{ place: "denominator", typed: 33, gives: 34, origin: "equal" }]);
  });

  test("origins that prove each other, or a cell that does not exist, are false", () => {
    const base = { type: "count", total: 5, breakdowns: {}, crossTabs: {} } as const;
    expect(falseOrigins(catalogue, victims, { ...base, computed: { "b/sex/female": "remainder" } })).toEqual([
      "b/sex/female",
    ]);
    const scope = { domestic: 5, crossBorder: 0, unknown: 0 };
    // Each zero follows from the five; the five does not follow from the zeros once they are said to follow from it.
    const claims = { "b/traffickingScope/crossBorder": "zero", "b/traffickingScope/unknown": "zero" } as const;
    const value = { ...base, breakdowns: { traffickingScope: scope } };
    expect(falseOrigins(catalogue, victims, { ...value, computed: claims })).toEqual([]);
    expect(
      falseOrigins(catalogue, victims, {
        ...value,
        computed: { ...claims, "b/traffickingScope/domestic": "remainder" },
      }),
    ).toHaveLength(3);
    expect(falseOrigins(catalogue, victims, { ...base, computed: { denominator: "equal" } })).toEqual(["denominator"]);
  });
});
