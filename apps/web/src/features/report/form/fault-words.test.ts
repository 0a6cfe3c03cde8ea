import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type Language, LanguageContext } from "#i18n/language.ts";
import type { FieldFault } from "../saving/values/value-form.ts";
import { FaultWords } from "./fault-words.tsx";

const said = (language: Language, fault: FieldFault, currency?: string) =>
  renderToStaticMarkup(
    createElement(LanguageContext, { value: language, children: createElement(FaultWords, { fault, currency }) }),
  );

test.each(["negative", "not-a-number", "not-whole", "unclear-currency"] as const)(
  "%s: of an amount the words and the example are those of an amount, of a count those of a count",
  (kind) => {
    for (const [language, amount] of [
      ["en", /amount|currency/i],
      ["es", /monto|moneda/i],
    ] as const) {
      expect(said(language, { kind }, "USD")).toMatch(amount);
      expect(said(language, { kind }, "USD")).toMatch(/1,234\.50/);
      expect(said(language, { kind }, "USD")).not.toMatch(/count|personas|casos/i);
    }
    expect(said("en", { kind })).not.toMatch(/amount/i);
    expect(said("es", { kind })).not.toMatch(/monto/i);
  },
);

test("minus five gets its own message", () => {
  expect(said("en", { kind: "negative" }, "GTQ")).toContain("An amount cannot be less than zero");
  expect(said("en", { kind: "negative" })).toContain("A count cannot be less than zero");
});
