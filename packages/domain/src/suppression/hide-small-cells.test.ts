import fc from "fast-check";
import { describe, expect, it } from "vitest";
import workedCases from "../../catalogue/worked-cases.json" with { type: "json" };
import { anyOrder } from "../../testing/any-order.ts";
import {
  type Arc,
  type Attacker,
  atMostTie,
  type Belief,
  FlowAttacker,
  SearchAttacker,
  sumTie,
  type Tie,
} from "../../testing/attacker.ts";
import type { Cell } from "./cell.ts";
import { type CellTables, type HiddenCells, type HidingOrder, hideSmallCells } from "./hide-small-cells.ts";

/** Raise to 10000 for a thorough run. */
const runs = Number(process.env.SUPPRESSION_RUNS ?? 1500);

type Shown = Record<string, number | "s">;

/** The order used in the methodology's examples. */
function cheapestFirst(tables: CellTables): HidingOrder {
  const values = new Map(tables.cells.map(({ id, value }) => [id, value]));
  return (id) => values.get(id) as number;
}

function shown(tables: CellTables, order = cheapestFirst(tables)): Shown {
  const { decisions } = hideSmallCells(tables, order);
  return Object.fromEntries(tables.cells.map(({ id, value }) => [id, decisions.get(id)?.hidden ? "s" : value]));
}

function breakdown(parts: Readonly<Record<string, number>>, threshold: number): CellTables {
  const total = Object.values(parts).reduce((sum, value) => sum + value, 0);
  return {
    cells: Object.entries({ ...parts, total }).map(([id, value]) => ({ id, value, owner: "CRI", threshold })),
    relations: [{ total: "total", parts: Object.keys(parts), hideWholeWhenSmall: true }],
    inequalities: [],
  };
}

function listed(parts: readonly number[]): Record<string, number> {
  return Object.fromEntries(parts.map((value, index) => [`part${index}`, value]));
}

/** Country × category with country totals, regional sums by category and a regional total. */
function regionalTable(rows: Readonly<Record<string, readonly number[]>>, threshold: number, owned = true): CellTables {
  const cells: Cell[] = [];
  const add = (id: string, value: number, owner: string | null) =>
    cells.push({ id, value, owner: owned ? owner : null, threshold });
  const countries = Object.keys(rows);
  const width = Object.values(rows)[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => column);
  for (const [country, values] of Object.entries(rows)) {
    for (const column of columns) add(`${country}.${column}`, values[column] as number, country);
    add(country, sum(values), country);
  }
  for (const column of columns)
    add(`region.${column}`, sum(Object.values(rows).map((values) => values[column] as number)), null);
  add("region", sum(Object.values(rows).flat()), null);
  return {
    cells,
    relations: [
      ...countries.map((country) => ({ total: country, parts: columns.map((column) => `${country}.${column}`) })),
      ...columns.map((column) => ({
        total: `region.${column}`,
        parts: countries.map((country) => `${country}.${column}`),
      })),
      { total: "region", parts: countries },
      { total: "region", parts: columns.map((column) => `region.${column}`) },
    ],
    inequalities: [],
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function hiddenIds(tables: CellTables): string[] {
  return [...hideSmallCells(tables, cheapestFirst(tables)).decisions]
    .flatMap(([id, { hidden }]) => (hidden ? [id] : []))
    .sort();
}

describe("the examples of the methodology", () => {
  const c7 = (workedCases as unknown as { cases?: unknown[] }).cases ?? (workedCases as unknown as unknown[]);
  const items = (
    c7 as {
      id: string;
      items: { total: number; cells: Record<string, number>; expect: { total: number | "s"; cells: Shown } }[];
    }[]
  ).find(({ id }) => id === "C7")?.items;

  it("C7 has items", () => expect(items).toHaveLength(7));

  it.each(items ?? [])("C7: total $total with $cells", ({ cells, expect: expected }) => {
    const { total, ...parts } = shown(breakdown(cells, 5));
    expect({ total, cells: parts }).toEqual(expected);
  });

  it.each([
    [5, [3, 24, 0], ["s", "s", 0], 27],
    [5, [20, 12, 6, 2], [20, 12, "s", "s"], 40],
    [5, [2, 11, 1], ["s", "s", "s"], 14],
    [5, [3], ["s"], "s"],
    [5, [4, 1], ["s", "s"], 5],
    [5, [1, 1, 1, 1, 1], ["s", "s", "s", "s", "s"], "s"],
    [5, [1, 2, 2], ["s", "s", "s"], "s"],
    [10, [20, 12, 6, 2], [20, "s", "s", "s"], 40],
    [10, [1, 1, 20], ["s", "s", "s"], 22],
  ] as const)("T = %i: %j gives %j and total %s", (threshold, parts, expectedParts, expectedTotal) => {
    const { total, ...rest } = shown(breakdown(listed(parts), threshold));
    expect(Object.values(rest)).toEqual(expectedParts);
    expect(total).toBe(expectedTotal);
  });

  it("hides a third country when one of two hidden ones could subtract its own figure", () => {
    const figures = { CRI: 3, MEX: 6, GTM: 40, HND: 55 };
    const tables: CellTables = {
      cells: [
        ...Object.entries(figures).map(([id, value]) => ({ id, value, owner: id, threshold: 5 })),
        { id: "region", value: 104, owner: null, threshold: 5 },
      ],
      relations: [{ total: "region", parts: Object.keys(figures) }],
      inequalities: [],
    };
    expect(hiddenIds(tables)).toEqual(["CRI", "GTM", "MEX"]);
  });

  it("closes the rectangle of country and sex, for co-members too", () => {
    const rows = { CRI: [12, 3], GTM: [55, 21], MEX: [140, 62] };
    expect(hiddenIds(regionalTable(rows, 5, false))).toEqual(["CRI.0", "CRI.1", "GTM.0", "GTM.1"]);
    expect(hiddenIds(regionalTable(rows, 5))).toEqual(["CRI.0", "CRI.1", "GTM.0", "GTM.1", "MEX.0", "MEX.1"]);
  });

  it("gives the public interval of a hidden figure", () => {
    const { decisions } = hideSmallCells(breakdown({ a: 3, b: 24, c: 0 }, 5), anyOrder(1));
    expect(decisions.get("a")).toEqual({ hidden: true, interval: { lo: 1, hi: 26 } });
    expect(hideSmallCells(breakdown({ a: 3 }, 5), anyOrder(1)).decisions.get("total")).toEqual({
      hidden: true,
      interval: { lo: 1, hi: 4 },
    });
  });
});

describe("what everybody knows besides the sums", () => {
  const one = (id: string, value: number, more: Partial<Cell> = {}): Cell => ({
    id,
    value,
    owner: "CRI",
    threshold: 5,
    ...more,
  });

  it("hides a visible part that gives a small whole a lower limit", () => {
    const cells = [one("whole", 3), one("part", 2, { threshold: null })];
    const tables = { cells, relations: [], inequalities: [{ smaller: ["part"], larger: ["whole"] }] };
    expect(shown(tables)).toEqual({ whole: "s", part: "s" });
  });

  it("hides a figure that leaves a small one too little room", () => {
    const cells = [one("complete", 10), one("unknown", 2), one("known", 10), one("total", 12)];
    const tables = {
      cells,
      relations: [{ total: "total", parts: ["known", "unknown"] }],
      inequalities: [{ smaller: ["complete", "unknown"], larger: ["total"] }],
    };
    expect(shown(tables)).toEqual({ complete: "s", unknown: "s", known: "s", total: 12 });
  });

  it("keeps a figure hidden that an earlier version hid, unless it is zero", () => {
    const tables = breakdown({ a: 12, b: 24, c: 0 }, 5);
    const sticky = {
      ...tables,
      cells: tables.cells.map((cell) => ({ ...cell, sticky: cell.id !== "b" && cell.id !== "total" })),
    };
    expect(shown(sticky)).toEqual({ a: "s", b: 24, c: 0, total: 36 });
  });

  it("says which small counts stay narrow although everything is hidden", () => {
    const region = { ...breakdown({ a: 2, b: 1 }, 5), relations: [{ total: "total", parts: ["a", "b"] }] };
    expect([...hideSmallCells(region, anyOrder(1)).narrow]).toEqual(["total"]);
    expect([...hideSmallCells(breakdown({ a: 2, b: 1, c: 0 }, 5), anyOrder(1)).narrow]).toEqual([]);
    const alone = { cells: [one("a", 3, { ceiling: 3 })], relations: [], inequalities: [] };
    const { narrow } = hideSmallCells(alone, anyOrder(1));
    expect([...narrow]).toEqual(["a"]);
  });

  it("refuses figures that contradict a rule", () => {
    const cells = [one("whole", 3), one("part", 4)];
    expect(() =>
      hideSmallCells({ cells, relations: [], inequalities: [{ smaller: ["part"], larger: ["whole"] }] }, anyOrder(1)),
    ).toThrow(/contradict/);
    expect(() =>
      hideSmallCells({ cells, relations: [{ total: "whole", parts: ["part"] }], inequalities: [] }, anyOrder(1)),
    ).toThrow(/contradict/);
    expect(() =>
      hideSmallCells({ cells, relations: [{ total: "other", parts: ["part"] }], inequalities: [] }, anyOrder(1)),
    ).toThrow(/no cell/);
  });
});

/** Produces many zeros, ones and small counts. */
const count = (threshold: number) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.constant(1) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: threshold }) },
    { weight: 3, arbitrary: fc.integer({ min: threshold, max: 60 }) },
  );

const countries = ["CRI", "GTM", "HND", "MEX"];

const anyTable: fc.Arbitrary<CellTables> = fc
  .record({
    threshold: fc.integer({ min: 3, max: 10 }),
    rows: fc.integer({ min: 2, max: 4 }),
    columns: fc.integer({ min: 2, max: 5 }),
    owned: fc.boolean(),
  })
  .chain(({ threshold, rows, columns, owned }) =>
    fc
      .array(fc.array(count(threshold), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      })
      .map((values) =>
        regionalTable(
          Object.fromEntries(values.map((row, index) => [countries[index] as string, row])),
          threshold,
          owned,
        ),
      ),
  );

/** One country: a total with several breakdowns, a ratio of it with a breakdown, and records known to be complete. */
const anyLinkedTable: fc.Arbitrary<CellTables> = fc
  .record({
    threshold: fc.integer({ min: 3, max: 6 }),
    sex: fc.array(count(5), { minLength: 3, maxLength: 4 }),
    cuts: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
  })
  .map(({ threshold, sex, cuts }) => {
    const total = sum(sex);
    const cut = (index: number, limit: number) => (cuts[index] as number) % (limit + 1);
    const child = cut(0, total);
    const adult = cut(1, total - child);
    const served = cut(2, total);
    const servedChild = cut(3, Math.min(child, served));
    const complete = cut(4, total - Math.max(sex.at(-1) as number, total - child - adult));
    const shelter = cut(5, served);
    const figures = {
      total,
      ...Object.fromEntries(sex.map((value, index) => [`sex${index}`, value])),
      child,
      adult,
      unknownAge: total - child - adult,
      served,
      servedChild,
      servedAdult: served - servedChild,
      complete,
      shelter,
    };
    return {
      cells: Object.entries(figures).map(([id, value]) => ({ id, value, owner: "CRI", threshold })),
      relations: [
        { total: "total", parts: sex.map((_, index) => `sex${index}`) },
        { total: "total", parts: ["child", "adult", "unknownAge"] },
        { total: "served", parts: ["servedChild", "servedAdult"] },
      ],
      inequalities: [
        { smaller: ["served"], larger: ["total"] },
        { smaller: ["servedChild"], larger: ["child"] },
        { smaller: ["shelter"], larger: ["served"] },
        { smaller: ["complete", `sex${sex.length - 1}`], larger: ["total"] },
        { smaller: ["complete", "unknownAge"], larger: ["total"] },
      ],
    };
  });

function tiesOf(tables: CellTables): readonly Tie[] {
  return [
    ...tables.relations.map(({ total, parts }) => sumTie(total, parts)),
    ...tables.inequalities.map(({ smaller, larger }) => atMostTie(smaller, larger)),
  ];
}

function attackerOf(tables: CellTables, isUnknown: (cell: Cell) => boolean): Attacker {
  const beliefs = tables.cells.map((cell): [string, Belief] => {
    const unknown = isUnknown(cell);
    return [
      cell.id,
      { lo: unknown ? 1 : cell.value, hi: unknown ? Number.POSITIVE_INFINITY : cell.value, guess: cell.value },
    ];
  });
  if (!tables.cells.some(({ id }) => id === "region")) return new SearchAttacker(new Map(beliefs), tiesOf(tables));
  return new FlowAttacker(new Map(beliefs.map(([id, belief]): [string, Arc] => [id, { ...belief, ...placesOf(id) }])));
}

/** `CRI` flows from the start to the country, `CRI.0` on to the category, `region.0` from there to the end, `region` back to the start. */
function placesOf(id: string): { readonly from: string; readonly to: string } {
  const [place, category] = id.split(".") as [string, string | undefined];
  if (id === "region") return { from: "end", to: "start" };
  if (place === "region") return { from: `category ${category}`, to: "end" };
  return {
    from: category === undefined ? "start" : place,
    to: category === undefined ? place : `category ${category}`,
  };
}

/** Small counts that some viewer can narrow down further than if everything were hidden. */
function exposed(tables: CellTables, isHidden: (cell: Cell) => boolean): string[] {
  const found: string[] = [];
  const viewers = new Set([null, ...tables.cells.map(({ owner }) => owner)]);
  for (const viewer of viewers) {
    const foreign = (cell: Cell) => viewer === null || cell.owner !== viewer;
    const attacker = attackerOf(tables, (cell) => isHidden(cell) && foreign(cell));
    let best: Attacker | null = null;
    for (const cell of tables.cells) {
      const { id, value, threshold } = cell;
      if (threshold === null || value < 1 || value >= threshold || !foreign(cell)) continue;
      if (attacker.canBeAtMost(id, 1) && attacker.canBeAtLeast(id, threshold - 1)) continue;
      best ??= attackerOf(tables, (other) => other.value > 0 && foreign(other));
      for (let limit = 1; limit < value; limit++)
        if (best.canBeAtMost(id, limit) && !attacker.canBeAtMost(id, limit))
          found.push(`${viewer} reads ${id} > ${limit}`);
      for (let limit = value + 1; limit < threshold; limit++)
        if (best.canBeAtLeast(id, limit) && !attacker.canBeAtLeast(id, limit))
          found.push(`${viewer} reads ${id} < ${limit}`);
    }
  }
  return found;
}

function isHiddenIn({ decisions }: HiddenCells): (cell: Cell) => boolean {
  return ({ id }) => decisions.get(id)?.hidden === true;
}

describe.each([
  ["regional tables", anyTable],
  ["linked tables of one country", anyLinkedTable],
] as const)("%s", (_name, arbitrary) => {
  it("let no viewer narrow a small count, and show every zero", { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(arbitrary, fc.nat(), (tables, seed) => {
        const result = hideSmallCells(tables, anyOrder(seed));
        for (const { id, value } of tables.cells)
          if (value === 0) expect(result.decisions.get(id)).toEqual({ hidden: false });
        expect(exposed(tables, isHiddenIn(result))).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  it("name every small count that stays narrow", { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(arbitrary, fc.nat(), (tables, seed) => {
        const result = hideSmallCells(tables, anyOrder(seed));
        const attacker = attackerOf(tables, isHiddenIn(result));
        for (const { id, value, threshold } of tables.cells) {
          if (threshold === null || value < 1 || value >= threshold || result.narrow.has(id)) continue;
          expect(attacker.canBeAtMost(id, 1) && attacker.canBeAtLeast(id, threshold - 1)).toBe(true);
        }
      }),
      { numRuns: runs / 5 },
    );
  });

  it("give the exact public interval", { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(arbitrary, fc.nat(), (tables, seed) => {
        const result = hideSmallCells(tables, anyOrder(seed));
        const attacker = attackerOf(tables, isHiddenIn(result));
        for (const [id, decision] of result.decisions) {
          if (!decision.hidden) continue;
          const { lo, hi } = decision.interval;
          expect(attacker.canBeAtMost(id, lo)).toBe(true);
          expect(attacker.canBeAtMost(id, lo - 1)).toBe(false);
          expect(attacker.canBeAtLeast(id, hi ?? 300)).toBe(true);
          expect(hi !== null && attacker.canBeAtLeast(id, hi + 1)).toBe(false);
        }
      }),
      { numRuns: runs / 5 },
    );
  });

  it("hide nothing that could be shown, and nothing at all without a small count", { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(arbitrary, fc.nat(), (tables, seed) => {
        const result = hideSmallCells(tables, anyOrder(seed));
        const isHidden = isHiddenIn(result);
        for (const cell of tables.cells) {
          if (!isHidden(cell) || cell.value < (cell.threshold as number)) continue;
          expect(exposed(tables, (other) => other !== cell && isHidden(other))).not.toEqual([]);
        }
        const unprotected = { ...tables, cells: tables.cells.map((cell) => ({ ...cell, threshold: null })) };
        expect(hiddenIds(unprotected)).toEqual([]);
      }),
      { numRuns: runs / 5 },
    );
  });

  it("come out the same in whatever order they go in", { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(arbitrary, fc.nat(), fc.infiniteStream(fc.nat()), (tables, seed, order) => {
        const shuffled = <Item>(items: readonly Item[]) =>
          items
            .map((item) => [order.next().value as number, item] as const)
            .sort(([a], [b]) => a - b)
            .map(([, item]) => item);
        const other = {
          cells: shuffled(tables.cells),
          relations: shuffled(tables.relations).map(({ total, parts }) => ({ total, parts: shuffled(parts) })),
          inequalities: shuffled(tables.inequalities),
        };
        expect(shown(other, anyOrder(seed))).toEqual(shown(tables, anyOrder(seed)));
      }),
      { numRuns: runs / 5 },
    );
  });
});

describe("against every possible table", () => {
  const ids = regionalTable({ CRI: [0, 0], GTM: [0, 0] }, 3).cells.map(({ id }) => id);
  const upTo = Array.from({ length: 13 }, (_, value) => value);
  const worlds = upTo.flatMap((a) =>
    upTo.flatMap((b) => upTo.flatMap((c) => upTo.map((d) => [a, b, a + b, c, d, c + d, a + c, b + d, a + b + c + d]))),
  );

  /** All tables of two countries and two categories (entries up to 12) that have these visible figures and hidden ones ≥ 1. */
  function possibleTables(
    tables: CellTables,
    isHidden: (cell: Cell) => boolean,
  ): readonly Readonly<Record<string, number>>[] {
    const limits = tables.cells.map((cell) => (isHidden(cell) ? null : cell.value));
    return worlds
      .filter((world) => world.every((value, index) => (limits[index] === null ? value >= 1 : limits[index] === value)))
      .map((world) => Object.fromEntries(world.map((value, index) => [ids[index] as string, value])));
  }

  it("the public can imagine 1 and T − 1 (or all that is possible) for each small part", { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(fc.tuple(...Array.from({ length: 4 }, () => fc.nat({ max: 4 }))), ([a = 0, b = 0, c = 0, d = 0]) => {
        const threshold = 3;
        const tables = regionalTable({ CRI: [a, b], GTM: [c, d] }, threshold);
        const isHidden = isHiddenIn(hideSmallCells(tables, anyOrder(1)));
        const worlds = [...possibleTables(tables, isHidden)];
        for (const { id, value } of tables.cells) {
          if (value < 1 || value >= threshold || !id.includes(".")) continue;
          const values = worlds.map((world) => world[id] as number);
          if (!id.startsWith("region")) expect(Math.min(...values)).toBe(1);
          expect(Math.max(...values)).toBeGreaterThanOrEqual(threshold - 1);
        }
      }),
      { numRuns: 150 },
    );
  });
});
