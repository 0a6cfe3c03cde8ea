import type { AnswerInput } from "@avances/contracts";
import { findIndicator, type Indicator } from "@avances/domain/catalogue";
import { catalogue } from "@avances/domain/testing/catalogue";
import { expect, test } from "vitest";
import { formatsFor } from "#lib/format.ts";
import { cellWords, clashCells, isWorthChoosing } from "./clash-cells.ts";

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

test("a clash of a figure with a reason, or with a cleared answer, has no cells", () => {
  const mine = counted(5, { female: 5 });
  expect(clashCells({ indicator, base: none, mine, theirs: none }, f)).toEqual([]);
  expect(clashCells({ indicator, base: mine, mine, theirs: null }, f)).toEqual([]);
  expect(isWorthChoosing([], indicator)).toBe(false);
});

test("every cell of every grid of the catalogue has a name in both languages", () => {
  const words = { total: "Total", numerator: "N", denominator: "D" };
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
