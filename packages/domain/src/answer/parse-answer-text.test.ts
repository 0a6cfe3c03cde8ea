import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAmount, parseCount, parseDate } from "./parse-answer-text.ts";

describe("a count is read as people in the region type it", () => {
  test.each([
    ["0", 0],
    ["7", 7],
    ["007", 7],
    ["1234", 1234],
    ["1,234", 1234],
    ["1.234", 1234],
    ["1 234", 1234],
    ["1\u00a0234", 1234],
    ["1\u202f234", 1234],
    ["1\u2009234\u2009567", 1_234_567],
    ["1'234", 1234],
    ["1’234", 1234],
    ["1.234.567", 1_234_567],
    ["1,234,567", 1_234_567],
    ["１２３４", 1234],
    ["１，２３４", 1234],
    ["  42\t", 42],
    ["\u200e42\ufeff", 42],
    ["+5", 5],
    ["-0", 0],
    ["12.0", 12],
    ["12,0", 12],
    ["1,234.00", 1234],
    ["1.234,0", 1234],
    ["0.0", 0],
    ["999,999,999", 999_999_999],
  ])("%j is %d", (text, value) => expect(parseCount(text)).toEqual({ kind: "number", value }));

  test.each(["", "   ", "\u00a0", "\u200b"])("%j is empty", (text) =>
    expect(parseCount(text)).toEqual({ kind: "empty" }),
  );

  test.each([
    ["abc", "not-a-number"],
    ["1.2.3", "not-a-number"],
    ["1,23,456", "not-a-number"],
    ["1,234.567,8", "not-a-number"],
    ["1,234 567", "not-a-number"],
    ["12.", "not-a-number"],
    [".", "not-a-number"],
    ["-", "not-a-number"],
    ["--3", "not-a-number"],
    ["1e5", "not-a-number"],
    ["0x10", "not-a-number"],
    ["12 %", "not-a-number"],
    ["NaN", "not-a-number"],
    ["Infinity", "not-a-number"],
    ["1,23", "not-whole"],
    ["1.5", "not-whole"],
    [".5", "not-whole"],
    ["0.123", "not-whole"],
    ["1,234.567", "not-whole"],
    ["1234.567", "not-whole"],
    ["-3", "negative"],
    ["−3", "negative"],
    ["-1,234", "negative"],
    ["1000000000", "too-large"],
    ["9".repeat(400), "too-large"],
  ])("%j is refused as %s and keeps what was typed", (text, reason) =>
    expect(parseCount(text)).toEqual({ kind: "invalid", reason, text }),
  );

  test("whatever is typed, only blank text is empty, and a number read is whole and within bounds", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+]?[0-9 .,']{0,14}$/)), (text) => {
        const parsed = parseCount(text);
        if (parsed.kind === "empty")
          expect(text.replace(/[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")).toBe("");
        if (parsed.kind === "number") expect(Number.isSafeInteger(parsed.value) && parsed.value >= 0).toBe(true);
        if (parsed.kind === "invalid") expect(parsed.text).toBe(text);
      }),
    );
  });

  test("a count written in English, Spanish, Swiss or plain digits comes back the same", () => {
    fc.assert(
      fc.property(
        fc.nat(999_999_999),
        fc.constantFrom("en-US", "es-CR", "es-MX", "de-DE", "de-CH", "fr-FR"),
        (value, locale) => {
          expect(parseCount(value.toLocaleString(locale))).toEqual({ kind: "number", value });
          expect(parseCount(String(value))).toEqual({ kind: "number", value });
        },
      ),
    );
  });
});

describe("an amount is read in whole minor units", () => {
  test.each([
    ["1.234,50", 2, 123_450],
    ["1,234.50", 2, 123_450],
    ["1234.5", 2, 123_450],
    ["1234,5", 2, 123_450],
    ["1 234 567,89", 2, 123_456_789],
    ["1,234,567", 2, 123_456_700],
    ["₡ 1.500.000", 2, 150_000_000],
    ["$12.50", 2, 1250],
    ["US$ 12.50", 2, 1250],
    ["Q100", 2, 10_000],
    ["L. 500", 2, 50_000],
    ["B/. 20,00", 2, 2000],
    ["100 USD", 2, 10_000],
    ["CRC 100", 2, 10_000],
    ["12.50 $", 2, 1250],
    ["1.234", 0, 1234],
    ["12.50", 2, 1250],
    ["12.5000", 2, 1250],
    ["0", 2, 0],
    ["-0.00", 2, 0],
    ["0,50", 2, 50],
    ["1234.567", 3, 1_234_567],
    ["999,999,999,999.99", 2, 99_999_999_999_999],
  ])("%j with %d decimals is %d", (text, minorDigits, value) =>
    expect(parseAmount(text, minorDigits)).toEqual({ kind: "number", value }),
  );

  test.each([
    ["1.234", 2, [123_400, 123]],
    ["1,234", 2, [123_400, 123]],
    ["₡1.234", 2, [123_400, 123]],
    ["1.234", 3, [1_234_000, 1234]],
  ])("%j with %d decimals is asked back", (text, minorDigits, readings) =>
    expect(parseAmount(text, minorDigits)).toEqual({ kind: "ambiguous", readings, text }),
  );

  test.each([
    ["abc", "not-a-number"],
    ["$", "not-a-number"],
    ["1.2.3", "not-a-number"],
    ["0.123", "not-whole"],
    ["1,234.567", "not-whole"],
    ["-5.00", "negative"],
    ["$-5.00", "negative"],
    ["-$5.00", "negative"],
    ["1000000000000", "too-large"],
  ])("%j is refused as %s", (text, reason) => expect(parseAmount(text, 2)).toEqual({ kind: "invalid", reason, text }));

  test("blank text is empty", () => expect(parseAmount("  ", 2)).toEqual({ kind: "empty" }));
});

describe("a date is read day first", () => {
  test.each([
    ["2027-04-30", "2027-04-30"],
    ["30/04/2027", "2027-04-30"],
    ["3/4/2027", "2027-04-03"],
    ["30-4-2027", "2027-04-30"],
    ["30.04.2027", "2027-04-30"],
    [" 29/02/2028 ", "2028-02-29"],
  ])("%j is %s", (text, value) => expect(parseDate(text)).toEqual({ kind: "date", value }));

  test.each(["29/02/2027", "04/30/2027", "30/04/27", "2027-4-30", "30/04-2027", "soon", "1/1/1899"])(
    "%j is refused",
    (text) => expect(parseDate(text)).toEqual({ kind: "invalid", reason: "not-a-date", text }),
  );

  test("blank text is empty", () => expect(parseDate(" ")).toEqual({ kind: "empty" }));
});
