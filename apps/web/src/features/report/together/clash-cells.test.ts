import type { AnswerInput } from "@avances/contracts";
import { findIndicator, type Indicator } from "@avances/domain/catalogue";
import { catalogue } from "@avances/domain/testing/catalogue";
import { expect, test } from "vitest";
import { formatsFor } from "#lib/format.ts";
import { cellWords, clashCells, clashWords, decisions, isWorthChoosing, undecided } from "./clash-cells.ts";

const f = formatsFor("es");
const indicator = findIndicator(catalogue, "TIP-PRV-02") as Indicator;
const counted = (total: number | null, sex: Record<string, number> = {}): AnswerInput => ({
  ...{ state: "reported", reason: "", comment: "", evidence: [] },
  value: { type: "count", total, breakdowns: Object.keys(sex).length > 0 ? { sex } : {}, crossTabs: {} },
});
const none: AnswerInput = {
  state: "not_available",
  value: null,
  reason: "There is no register",
  comment: "",
  evidence: [],
};

test("only figures that differ, and who changed each since both saw the same", () => {
  const base = counted(1_200, { female: 700, male: 500 });
  const mine = counted(1_250, { female: 750, male: 500 });
  const theirs = counted(1_300, { female: 700, male: 600, other: 0 });
  expect(clashCells({ indicator, base, mine, theirs }, f)).toEqual([
    { key: "total", mine: "1,250", theirs: "1,300", by: "both" },
    { key: "b/sex/female", mine: "750", theirs: "700", by: "mine" },
    { key: "b/sex/male", mine: "500", theirs: "600", by: "theirs" },
    // A blank is not a zero.
    { key: "b/sex/other", mine: "", theirs: "0", by: "theirs" },
  ]);
});

test("what both changed waits for a choice, and nothing is decided before each such cell has one", () => {
  const base = { ...counted(1_200, { female: 700, male: 500 }), comment: "Before." };
  const mine = { ...counted(1_250, { female: 750, male: 510 }), comment: "Mine." };
  const theirs = { ...counted(1_300, { female: 700, male: 600 }), comment: "Theirs." };
  const cells = [...clashCells({ indicator, base, mine, theirs }, f), ...clashWords({ base, mine, theirs })];
  expect(cells.map(({ key, by }) => [key, by])).toEqual([
    ["total", "both"],
    ["b/sex/female", "mine"],
    ["b/sex/male", "both"],
    ["comment", "both"],
  ]);
  const waiting = (choices: Parameters<typeof undecided>[1]) => undecided(cells, choices).map(({ key }) => key);
  expect(waiting(new Map())).toEqual(["total", "b/sex/male", "comment"]);
  expect(decisions(cells, new Map())).toBeNull();
  const two = new Map([["total", "mine"] as const, ["comment", "theirs"] as const]);
  expect(waiting(two)).toEqual(["b/sex/male"]);
  expect(decisions(cells, two)).toBeNull();
  // What only one changed can still be chosen otherwise.
  const all = new Map([...two, ["b/sex/male", "mine"] as const, ["b/sex/female", "theirs"] as const]);
  expect(waiting(all)).toEqual([]);
  expect(Object.fromEntries(decisions(cells, all) ?? [])).toEqual({
    total: "mine",
    "b/sex/female": "theirs",
    "b/sex/male": "mine",
    comment: "theirs",
  });
});

test("sources are compared by what they say, and read with their place and address", () => {
  const source = { title: "Register", url: "https://example.org/r", locator: "p. 3" };
  const base = counted(5);
  const mine = { ...base, evidence: [source] };
  expect(clashWords({ base, mine, theirs: { ...base, evidence: [{ ...source }] } })).toEqual([]);
  expect(clashWords({ base, mine, theirs: base })).toEqual([
    { key: "evidence", mine: "Register, p. 3, https://example.org/r", theirs: "", by: "mine" },
  ]);
});

test("where one says that only the total is known, one whole answer is chosen", () => {
  const base = counted(5);
  const mine = counted(5, { female: 5 });
  const theirs: AnswerInput = { ...base, value: { ...base.value, totalOnly: true } as AnswerInput["value"] };
  const cells = clashCells({ indicator, base, mine, theirs }, f);
  expect(cells.length).toBeGreaterThan(0);
  expect(isWorthChoosing(cells, indicator)).toBe(false);
});

test("a clash of a figure with a reason, or with a cleared answer, has no cells", () => {
  const mine = counted(5, { female: 5 });
  expect(clashCells({ indicator, base: none, mine, theirs: none }, f)).toEqual([]);
  expect(clashCells({ indicator, base: mine, mine, theirs: null }, f)).toEqual([]);
  expect(isWorthChoosing([], indicator)).toBe(false);
});

test("every cell of every grid of the catalogue has a name in both languages", () => {
  const words = { total: "Total", numerator: "N", denominator: "D", comment: "Comment", evidence: "Sources" };
  for (const lang of ["es", "en"] as const) {
    for (const { disaggregations, crossTabs } of catalogue.indicators) {
      for (const list of disaggregations)
        for (const { code } of catalogue.codeLists.find((each) => each.code === list)?.codes ?? [])
          expect(cellWords(`b/${list}/${code}`, catalogue, lang, words)).not.toMatch(new RegExp(`${list}:|: ${code}$`));
      for (const [rows = "", columns = ""] of crossTabs)
        expect(cellWords(`x/${rows}×${columns}/${first(rows)}/${first(columns)}`, catalogue, lang, words)).toMatch(
          /.+ × .+/,
        );
    }
  }
  expect(cellWords("total", catalogue, "es", words)).toBe("Total");
});

const first = (list: string) => catalogue.codeLists.find(({ code }) => code === list)?.codes[0]?.code ?? "";
