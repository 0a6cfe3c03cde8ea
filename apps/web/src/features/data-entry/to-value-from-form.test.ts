import { readFileSync } from "node:fs";
import type { AnswerInput } from "@avances/contracts";
import { type Catalogue, findIndicator } from "@avances/domain/catalogue";
import { describe, expect, test } from "vitest";
import { formatsFor } from "#lib/format.ts";
import { type AnswerDraft, cellKey, crossCellKey, draftOf, emptyAnswer } from "./answer-draft.ts";
import { gridSum } from "./grid-sum.ts";
import { sameAnswer, toValueFromForm } from "./to-value-from-form.ts";

const file = new URL("../../../../../packages/domain/catalogue/2026.1.json", import.meta.url);
const catalogue = JSON.parse(readFileSync(file, "utf8")) as Catalogue;
const f = formatsFor("es");

function formOf(code: string, change: Partial<AnswerDraft> = {}, saved: AnswerInput = emptyAnswer) {
  const indicator = findIndicator(catalogue, code);
  if (indicator === undefined) throw new Error(code);
  const draft = draftOf(indicator, saved, f, "GTQ");
  return toValueFromForm(
    catalogue,
    indicator,
    { ...draft, ...change, fields: { ...draft.fields, ...change.fields } },
    saved,
  );
}

describe("reading the form", () => {
  test("an untouched form is no answer", () => {
    expect(formOf("TIP-PRO-01").input).toEqual(emptyAnswer);
    expect(formOf("TIP-LEG-06").input).toEqual(emptyAnswer);
  });

  test.each(["1,234", "1.234", "1 234", "1234"])("%s is read as one thousand two hundred thirty-four", (total) => {
    expect(formOf("TIP-JUS-08", { fields: { total } }).input.value).toMatchObject({ total: 1234 });
  });

  test.each(["abc", "1.2.3"])("%s is refused and the saved number stays", (total) => {
    const saved: AnswerInput = {
      ...emptyAnswer,
      state: "reported",
      value: { type: "count", total: 27, breakdowns: {}, crossTabs: {} },
    };
    const reading = formOf("TIP-JUS-08", { fields: { total } }, saved);
    expect(reading.faults.total).toEqual({ kind: "not-a-number" });
    expect(sameAnswer(reading.input, saved)).toBe(true);
  });

  test("blank cells stay out and zeros stay in", () => {
    const fields = { total: "3", [cellKey("sex", "female")]: "3", [cellKey("sex", "male")]: "0" };
    expect(formOf("TIP-JUS-03", { fields }).input.value).toMatchObject({ breakdowns: { sex: { female: 3, male: 0 } } });
  });

  test("a saved answer reads back as itself, in both languages", () => {
    const saved: AnswerInput = {
      state: "reported",
      value: {
        type: "count",
        total: 1234,
        breakdowns: { sex: { female: 1200, male: 34 } },
        crossTabs: { "sex×ageGroup": { female: { child: 1000 } } },
      },
      reason: "",
      comment: "Nuevo registro",
      evidence: [{ title: "Registro", url: null, locator: "tabla 3" }],
    };
    const reading = formOf("TIP-PRO-01", {}, saved);
    expect(reading.faults).toEqual({});
    expect(sameAnswer(reading.input, saved)).toBe(true);
    expect(crossCellKey(["sex", "ageGroup"], "female", "child")).toBe("x/sex×ageGroup/female/child");
  });

  test("1.234 in money asks which was meant; a saved amount never does", () => {
    const asked = formOf("TIP-LEG-06", { fields: { amount: "1.234" } });
    expect(asked.faults.amount).toEqual({ kind: "ambiguous", readings: [123_400, 123] });
    expect(asked.input.value).toBeNull();
    const saved: AnswerInput = {
      ...emptyAnswer,
      state: "reported",
      value: { type: "money", amountMinor: 123_400, currency: "GTQ" },
    };
    expect(formOf("TIP-LEG-06", {}, saved)).toEqual({ input: saved, faults: {} });
  });

  test("a missing state sends its reason and no value", () => {
    const { input } = formOf("TIP-PRO-01", {
      state: "not_available",
      reason: "No se recopila",
      fields: { total: "5" },
    });
    expect(input).toMatchObject({ state: "not_available", value: null, reason: "No se recopila" });
  });

  test("a half-typed reference does not make the saved ones disappear", () => {
    const saved: AnswerInput = {
      ...emptyAnswer,
      state: "reported",
      value: { type: "ordinal", level: 1 },
      evidence: [{ title: "Ley", url: null, locator: null }],
    };
    const evidence = [
      { title: "Ley", url: "", locator: "" },
      { title: "", url: "congreso", locator: "" },
    ];
    const reading = formOf("TIP-LEG-01", { evidence }, saved);
    expect(reading.input.evidence).toEqual(saved.evidence);
    expect(Object.keys(reading.faults)).toEqual(["evidence/1/title", "evidence/1/url"]);
  });
});

test("the running total says what is blank and does not count what cannot be read", () => {
  expect(gridSum({ a: "1,000", b: "", c: "abc" }, ["a", "b", "c"])).toEqual({ sum: 1000, blank: ["b"], filled: 1 });
});
