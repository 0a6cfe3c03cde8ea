import type { AnswerInput } from "@avances/contracts";
import { parseAmount } from "@avances/domain/answer";
import { currencyCodes, isCurrency, minorDigits } from "@avances/domain/reference";
import { catalogue, indicatorOf } from "@avances/domain/testing/catalogue";
import { describe, expect, test } from "vitest";
import { formatsFor } from "#lib/format.ts";
import { type AnswerDraft, amountText, cellKey, crossCellKey, emptyAnswer, totalOnlyKey } from "./answer-draft.ts";
import { currencies, currencyOf } from "./currencies.ts";
import { draftOf } from "./draft-of.ts";
import { readMoney } from "./read-money.ts";
import { sameAnswer, toValueFromForm, webAddress } from "./to-value-from-form.ts";

const f = formatsFor("es");

function formOf(
  code: string,
  change: Partial<AnswerDraft> = {},
  saved: AnswerInput = emptyAnswer,
  linked?: number | null,
) {
  const indicator = indicatorOf(code);
  const draft = draftOf(indicator, saved, f, "GTQ");
  return toValueFromForm(
    catalogue,
    indicator,
    { ...draft, ...change, fields: { ...draft.fields, ...change.fields } },
    saved,
    linked,
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

  test.each([
    ["12.000", { kind: "ambiguous", readings: [12_000, 12] }],
    ["1,000.000", { kind: "ambiguous", readings: [1_000_000, 1000] }],
    ["5\t120\t300", { kind: "several-cells" }],
    ["1２", { kind: "unusual-signs" }],
  ])("%j is never guessed: it is asked or refused, and the saved number stays", (typed, fault) => {
    const saved: AnswerInput = {
      ...emptyAnswer,
      state: "reported",
      value: { type: "count", total: 27, breakdowns: { sex: { female: 3 } }, crossTabs: {} },
    };
    const reading = formOf("TIP-PRO-02", { fields: { total: typed, [cellKey("sex", "female")]: typed } }, saved);
    expect(reading.faults).toEqual({ total: fault, [cellKey("sex", "female")]: fault });
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
        breakdowns: { sex: { female: 1200, male: 30 } },
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

  test("what follows from the typed cells is saved with its origin, and is no text of the form", () => {
    const fields = { total: "34", [cellKey("sex", "female")]: "30", [cellKey("sex", "male")]: "4" };
    const { input } = formOf("TIP-JUS-03", { fields });
    expect(input.value).toMatchObject({
      breakdowns: { sex: { female: 30, male: 4, other: 0, unknown: 0 } },
      computed: { "b/sex/other": "zero", "b/sex/unknown": "zero" },
    });
    const again = draftOf(indicatorOf("TIP-JUS-03"), input, f, "USD");
    expect(again.fields).toEqual(fields);
    // Another total takes them away again; an unreadable text is never replaced by a computed figure.
    const more = formOf("TIP-JUS-03", { fields: { ...fields, total: "35" } }, input);
    expect(more.input.value).not.toHaveProperty("computed");
    expect(more.input.value).toMatchObject({ breakdowns: { sex: { female: 30, male: 4 } } });
    const torn = formOf("TIP-JUS-03", { fields: { ...fields, [cellKey("sex", "other")]: "1o" } }, input);
    expect(torn.input.value).toMatchObject({ computed: { "b/sex/unknown": "zero" } });
    expect(torn.input.value).not.toHaveProperty("breakdowns.sex.other");
  });

  test("a linked denominator is saved with its origin; where the page does not have the other answer, it stays", () => {
    const fields = { numerator: "14" };
    const followed = formOf("TIP-PRO-04", { fields }, undefined, 34).input;
    expect(followed.value).toMatchObject({ numerator: 14, denominator: 34, computed: { denominator: "equal" } });
    expect(formOf("TIP-PRO-04", { fields: { numerator: "15" } }, followed, undefined).input.value).toMatchObject({
      numerator: 15,
      denominator: 34,
      computed: { denominator: "equal" },
    });
    expect(formOf("TIP-PRO-04", { fields }, followed, null).input.value).toMatchObject({ denominator: null });
    // Nothing typed: nothing is made up.
    expect(formOf("TIP-PRO-04", {}, undefined, 34).input).toEqual(emptyAnswer);
  });

  test("that only the total is known is part of the answer, and the cells wait in the form", () => {
    const fields = { total: "34", [cellKey("sex", "female")]: "30", [totalOnlyKey]: "yes" };
    const { input } = formOf("TIP-JUS-03", { fields });
    expect(input.value).toEqual({ type: "count", total: 34, breakdowns: {}, crossTabs: {}, totalOnly: true });
    expect(draftOf(indicatorOf("TIP-JUS-03"), input, f, "USD").fields).toEqual({
      total: "34",
      [totalOnlyKey]: "yes",
    });
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

  const chosen = (amount: string) =>
    formOf("TIP-LEG-06", { fields: { amount, currency: "CRC", currencyBy: "choice" } });

  test.each([
    ["US$ 505", ["USD", "CRC"]],
    ["€ 501", ["EUR", "CRC"]],
    ["EUR 502", ["EUR", "CRC"]],
    ["Q503", ["GTQ", "CRC"]],
    ["$ 504", ["USD", "MXN", "CAD", "DOP", "BZD", "CRC"]],
  ])("%s while another currency is chosen is asked, never saved as the chosen one", (amount, currencies) => {
    const reading = chosen(amount);
    expect(reading.faults.amount).toMatchObject({ kind: "which-currency", currencies });
    expect(reading.input.value).toBeNull();
  });

  test("the chosen currency beside the amount raises no question", () => {
    expect(chosen("₡504")).toMatchObject({ faults: {}, input: { value: { amountMinor: 50_400, currency: "CRC" } } });
    const dollars = formOf("TIP-LEG-06", { fields: { amount: "$ 504", currency: "MXN", currencyBy: "choice" } });
    expect(dollars.input.value).toEqual({ type: "money", amountMinor: 50_400, currency: "MXN" });
  });

  test("a currency typed beside the amount sets one that was only proposed, and can be taken back", () => {
    const fields = { amount: "€ 501", currency: "GTQ" };
    expect(formOf("TIP-LEG-06", { fields }).input.value).toEqual({
      type: "money",
      amountMinor: 50_100,
      currency: "EUR",
    });
    expect(readMoney(fields)).toMatchObject({ setByText: { mark: "€", instead: "GTQ" }, figures: "501" });
    // "$" alone says nothing certain: it is asked even then.
    expect(formOf("TIP-LEG-06", { fields: { ...fields, amount: "$ 5" } }).faults.amount?.kind).toBe("which-currency");
  });

  test("a saved currency counts as chosen", () => {
    const value = { type: "money", amountMinor: 50_100, currency: "CRC" } as const;
    const saved: AnswerInput = { ...emptyAnswer, state: "reported", value };
    const reading = formOf(
      "TIP-LEG-06",
      { fields: { amount: "US$ 501", currency: "CRC", currencyBy: "saved" } },
      saved,
    );
    expect(reading.faults.amount?.kind).toBe("which-currency");
    expect(reading.input.value).toEqual(value);
  });

  test("a text that names no currency is refused", () => {
    expect(chosen("XXX 5").faults.amount).toEqual({ kind: "unclear-currency" });
    expect(chosen("US$ 5 EUR").faults.amount).toEqual({ kind: "unclear-currency" });
  });

  test.each(currencyCodes)("the example for an amount in %s is itself read without a question", (code) => {
    const parsed = parseAmount(amountText(123_450, code, f), minorDigits(code));
    expect(parsed).toEqual({ kind: "number", value: 123_450 });
  });

  test("a million in any currency is a million of its units, whatever the platform thinks of its decimals", () => {
    const platformDigits = (currency: string) =>
      new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits;
    // The test proves something only if the two disagree for some currency.
    expect(currencyCodes.some((code) => platformDigits(code) !== minorDigits(code))).toBe(true);
    for (const code of ["COP", "HUF", "ALL", "LBP", ...currencyCodes]) {
      const { input } = formOf("TIP-LEG-06", { fields: { amount: "1,000,000", currency: code, currencyBy: "choice" } });
      expect(input.value).toEqual({ type: "money", amountMinor: 10 ** (6 + minorDigits(code)), currency: code });
    }
    const pesos = formOf("TIP-LEG-06", { fields: { amount: "1,000,000", currency: "COP", currencyBy: "choice" } });
    expect(pesos.input.value).toMatchObject({ amountMinor: 100_000_000 });
  });

  test("the currency of the round before is proposed, not the national one", () => {
    const money = (currency: string) => ({ value: { type: "money", amountMinor: 5, currency } as const });
    expect(currencyOf("CRI", [])).toBe("CRC");
    expect(currencyOf("CRI", [money("USD")])).toBe("USD");
    expect(currencyOf("CRI", [money("USD"), money("EUR")])).toBe("CRC");
    expect(currencies.every(isCurrency)).toBe(true);
  });

  test("a missing state sends its reason and no value", () => {
    const { input } = formOf("TIP-PRO-01", {
      state: "not_available",
      reason: "No se recopila",
      fields: { total: "5" },
    });
    expect(input).toMatchObject({ state: "not_available", value: null, reason: "No se recopila" });
  });

  test("a text that is too long is never cut: it is refused and what was saved stays", () => {
    const saved: AnswerInput = {
      state: "reported",
      value: { type: "text", text: "Two laws." },
      reason: "",
      comment: "As before.",
      evidence: [{ title: "Law", url: null, locator: null }],
    };
    const long = "a".repeat(4_001);
    const evidence = [{ title: long, url: "", locator: long }];
    const reading = formOf("TIP-DAT-03", { fields: { text: long }, comment: long, evidence }, saved);
    expect(reading.input).toEqual(saved);
    expect(Object.entries(reading.faults)).toEqual(
      ["evidence/0/title", "evidence/0/locator", "comment", "text"].map((place) => [place, { kind: "too-long" }]),
    );
    const gap = formOf("TIP-PRO-01", { state: "not_available", reason: "a".repeat(2_001) });
    expect(gap.faults).toEqual({ reason: { kind: "too-long" } });
    const most = formOf("TIP-DAT-03", { fields: { text: "a".repeat(4_000) } });
    expect(most).toMatchObject({ faults: {}, input: { value: { text: "a".repeat(4_000) } } });
  });

  test.each([
    ["www.gob.example/ley", "https://www.gob.example/ley"],
    ["gob.example", "https://gob.example"],
    [" https://gob.example/a?b=1 ", "https://gob.example/a?b=1"],
    ["http://gob.example", "http://gob.example"],
    ["", null],
    ["congreso", undefined],
    ["Ley No. 9095", undefined],
    ["javascript:alert(1)", undefined],
    ["ftp://gob.example", undefined],
    ["https://", undefined],
  ])("the web address %j is %j", (typed, address) => expect(webAddress(typed)).toBe(address));

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

  test("a reference is one line: what nobody sees is left out, what turns or breaks the text is refused and not sent", () => {
    const pasted = { title: "Ley\u00ad 9095\u200b", url: "\ufeffwww.gob.example/ley", locator: " art. 5\u200b " };
    expect(formOf("TIP-LEG-01", { evidence: [pasted] }).input.evidence).toEqual([
      { title: "Ley 9095", url: "https://www.gob.example/ley", locator: "art. 5" },
    ]);
    const forged = { title: "Ley\u202e9095", url: "https://gob.example/\u202ex", locator: "art.\n5" };
    const reading = formOf("TIP-LEG-01", { evidence: [forged] });
    expect(reading.input.evidence).toEqual([]);
    expect(reading.faults).toEqual(
      Object.fromEntries(["title", "url", "locator"].map((part) => [`evidence/0/${part}`, { kind: "not-one-line" }])),
    );
  });
});
