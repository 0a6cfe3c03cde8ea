import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languageFacts, languages } from "../catalogue/language.ts";
import { type ParsedNumber, parseAmount, parseCount, typedCurrency } from "./parse-answer-text.ts";

/** Group and decimal signs as people in the region set them: thousands, then millions, alternating. */
const conventions = [
  { groups: [], decimal: "." },
  { groups: [], decimal: "," },
  { groups: [","], decimal: "." },
  { groups: ["."], decimal: "," },
  { groups: [" "], decimal: "," },
  { groups: [" "], decimal: "." },
  { groups: ["\u00a0"], decimal: "," },
  { groups: ["\u202f"], decimal: "," },
  { groups: ["'"], decimal: "." },
  { groups: ["’"], decimal: "," },
  { groups: [",", "'"], decimal: "." },
  { groups: [",", "’"], decimal: "." },
  { groups: [".", "'"], decimal: "," },
] as const;

/** Writes whole digits (and decimals) in this convention. */
function written(whole: string, decimals: string, { groups, decimal }: (typeof conventions)[number]): string {
  let text = "";
  [...whole].reverse().forEach((digit, place) => {
    const sign = groups.length === 0 || place === 0 || place % 3 !== 0 ? "" : groups[(place / 3 - 1) % groups.length];
    text = `${digit}${sign}${text}`;
  });
  return decimals === "" ? text : `${text}${decimal}${decimals}`;
}

const readingsOf = (parsed: ParsedNumber): readonly number[] =>
  parsed.kind === "number" ? [parsed.value] : parsed.kind === "ambiguous" ? parsed.readings : [];

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
    ["12,000", 12_000],
    // Millions by an apostrophe, thousands by a comma or point: Mexico and Central America.
    ["1'000,000", 1_000_000],
    ["2'000.000", 2_000_000],
    ["12’345,678", 12_345_678],
    ["1´234,567", 1_234_567],
    ["1'234,567.00", 1_234_567],
    ["１２３４", 1234],
    ["１，２３４", 1234],
    ["  42\t", 42],
    ["42\r\n", 42],
    ["\u200e42\ufeff", 42],
    ["+5", 5],
    ["-0", 0],
    ["12.0", 12],
    ["12,0", 12],
    ["1,234.00", 1234],
    ["1.234,0", 1234],
    ["0.0", 0],
    ["0.000", 0],
    ["999,999,999", 999_999_999],
  ])("%j is %d", (text, value) => expect(parseCount(text)).toEqual({ kind: "number", value }));

  test.each(["", "   ", "\u00a0", "\u200b"])("%j is empty", (text) =>
    expect(parseCount(text)).toEqual({ kind: "empty" }),
  );

  test.each([
    ["12.000", [12_000, 12]],
    ["1234,000", [1_234_000, 1234]],
    ["1,000.000", [1_000_000, 1000]],
    ["1.000,000", [1_000_000, 1000]],
    ["1 500,000", [1_500_000, 1500]],
  ])("%j is asked back", (text, readings) => expect(parseCount(text)).toEqual({ kind: "ambiguous", readings, text }));

  test.each([
    ["abc", "not-a-number"],
    ["1.2.3", "not-a-number"],
    ["1,23,456", "not-a-number"],
    ["1,234.567,8", "not-a-number"],
    ["1,234 567", "not-a-number"],
    ["1'234,567,890", "not-a-number"],
    ["1  234", "not-a-number"],
    ["012,345.000", "not-a-number"],
    [",000", "not-a-number"],
    ["12.", "not-a-number"],
    [".", "not-a-number"],
    ["-", "not-a-number"],
    ["--3", "not-a-number"],
    ["1e5", "not-a-number"],
    ["0x10", "not-a-number"],
    ["12 %", "not-a-number"],
    ["5; 120", "not-a-number"],
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
    ["1,000,000.000", "too-large"],
    ["9".repeat(400), "too-large"],
    // Several table cells never make one figure.
    ["5\t120\t300", "several-cells"],
    ["12\t345", "several-cells"],
    ["12\r\n345", "several-cells"],
    ["1\n200", "several-cells"],
    ["1\u2028200", "several-cells"],
    // What only looks like a figure is not turned into one.
    ["1２", "unusual-signs"],
    ["1²", "unusual-signs"],
    ["①", "unusual-signs"],
    ["½", "unusual-signs"],
    ["٣", "unusual-signs"],
    ["𝟏𝟐", "unusual-signs"],
    ["1‚234", "unusual-signs"],
    ["1٬234", "unusual-signs"],
    ["12\u200b345", "unusual-signs"],
    ["\u202e321", "unusual-signs"],
    ["1'234’567", "unusual-signs"],
    ["1 234\u00a0567", "unusual-signs"],
  ])("%j is refused as %s and keeps what was typed", (text, reason) =>
    expect(parseCount(text)).toEqual({ kind: "invalid", reason, text }),
  );

  test("a count written by any convention comes back the same, or is asked with itself among the readings", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.nat(999_999_999),
          fc.nat(99_999).map((thousands) => thousands * 1000),
        ),
        fc.constantFrom(...conventions),
        fc.constantFrom("", "0", "00"),
        (value, convention, decimals) => {
          const parsed = parseCount(written(String(value), decimals, convention));
          expect(readingsOf(parsed)).toContain(value);
        },
      ),
    );
  });

  test("a count as the portal writes it is never asked", () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), (value) => {
        for (const locale of languages.map((language) => languageFacts[language].numbers))
          expect(parseCount(value.toLocaleString(locale))).toEqual({ kind: "number", value });
      }),
    );
  });
});

describe("whatever is typed", () => {
  /** What a careful reader accepts as a whole number: digits, groups of three with one separator, `'` for millions, zeros after the point. */
  const careful = [
    /^\d+(?:[.,]0+)?$/,
    /^[1-9]\d{0,2}(?:,\d{3})+(?:\.0+)?$/,
    /^[1-9]\d{0,2}(?:\.\d{3})+(?:,0+)?$/,
    /^[1-9]\d{0,2}(?: \d{3})+(?:[.,]0+)?$/,
    /^[1-9]\d{0,2}(?:'\d{3})+(?:[.,]0+)?$/,
    /^[1-9]\d{0,2}(?:,\d{3})?(?:'\d{3},\d{3})+(?:\.0+)?$/,
    /^[1-9]\d{0,2}(?:\.\d{3})?(?:'\d{3}\.\d{3})+(?:,0+)?$/,
    /^[.,]0{1,2}$/,
  ];
  const junk = fc.oneof(
    fc.string(),
    fc.string({ unit: "grapheme" }),
    fc.stringMatching(/^[-+]?[0-9 .,']{0,14}$/),
    fc
      .array(fc.constantFrom("0", "1", "000", "234", ".", ",", "'", " ", "-", "\t", "\n"), { maxLength: 9 })
      .map((parts) => parts.join("")),
  );

  test("only what a careful reader would accept is read, and as the same number", () => {
    fc.assert(
      fc.property(junk, (text) => {
        const parsed = parseCount(text);
        if (parsed.kind === "empty") expect(text.replace(/[\s\p{Cf}]/gu, "")).toBe("");
        if (parsed.kind === "invalid" || parsed.kind === "ambiguous") expect(parsed.text).toBe(text);
        if (parsed.kind !== "number") return;
        const seen = text
          .replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, "")
          .normalize("NFKC")
          .replace(/^[+-] */, "");
        expect(careful.some((shape) => shape.test(seen))).toBe(true);
        // The digits of the number are those of the text; only zeros after the last separator may be dropped.
        const digits = seen.replace(/\D/g, "").replace(/^0+(?=\d)/, "");
        const whole = String(parsed.value);
        expect(digits.startsWith(whole) && /^0*$/.test(digits.slice(whole.length))).toBe(true);
        // Three zeros after a single separator are never dropped: they may be thousands.
        if (digits !== whole && parsed.value > 0) expect(seen).not.toMatch(/[.,]000$/);
      }),
      { numRuns: 2_000 },
    );
  });

  test("figures that are parted by a tab or a line break are never one number", () => {
    const figure = fc.nat(999_999).map(String);
    fc.assert(
      fc.property(
        fc.array(figure, { minLength: 2, maxLength: 6 }),
        fc.constantFrom("\t", "\n", "\r\n", "\r"),
        (cells, by) => {
          const text = cells.join(by);
          for (const parsed of [parseCount(text), parseAmount(text, 2)])
            expect(parsed).toEqual({ kind: "invalid", reason: "several-cells", text });
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
    ["$1'500,000", 2, 150_000_000],
    ["1'500.000", 2, 150_000_000],
    ["1'500,000.25", 2, 150_000_025],
    ["₡ 1.500.000", 2, 150_000_000],
    ["$12.50", 2, 1250],
    ["US$ 12.50", 2, 1250],
    ["Q100", 2, 10_000],
    ["Q.500", 2, 50_000],
    ["L. 500", 2, 50_000],
    ["B/. 20,00", 2, 2000],
    ["100 USD", 2, 10_000],
    ["CRC 100", 2, 10_000],
    ["12.50 $", 2, 1250],
    ["$.50", 2, 50],
    ["1.234", 0, 1234],
    ["12.50", 2, 1250],
    ["12.5000", 2, 1250],
    ["0", 2, 0],
    ["-0.00", 2, 0],
    ["0,50", 2, 50],
    ["999,999,999,999.99", 2, 99_999_999_999_999],
  ])("%j with %d decimals is %d", (text, minorDigits, value) =>
    expect(parseAmount(text, minorDigits)).toEqual({ kind: "number", value }),
  );

  test.each([
    ["1.234", 2, [123_400, 123]],
    ["1,234", 2, [123_400, 123]],
    ["₡1.234", 2, [123_400, 123]],
    ["1 500,000", 2, [150_000_000, 150_000]],
    ["1,234.567", 2, [123_456_700, 123_457]],
    ["1,234.500", 2, [123_450_000, 123_450]],
    ["1.234", 3, [1_234_000, 1234]],
    ["1234.567", 3, [1_234_567_000, 1_234_567]],
    ["1'234,567", 3, [1_234_567_000, 1_234_567]],
    ["12.000", 0, [12_000, 12]],
    ["Q.50", 2, [5000, 50]],
  ])("%j with %d decimals is asked back", (text, minorDigits, readings) =>
    expect(parseAmount(text, minorDigits)).toEqual({ kind: "ambiguous", readings, text }),
  );

  test.each([
    ["abc", "not-a-number"],
    ["$", "not-a-number"],
    ["1.2.3", "not-a-number"],
    ["0.123", "not-whole"],
    ["12.3456", "not-whole"],
    ["-5", "negative"],
    ["-5.00", "negative"],
    ["$-5.00", "negative"],
    ["-$5.00", "negative"],
    ["1000000000000", "too-large"],
    ["5\t120", "several-cells"],
    ["5\t$120", "several-cells"],
    ["$１00", "unusual-signs"],
    ["XXX 100", "unclear-currency"],
    ["100 ZZZ", "unclear-currency"],
    ["$ 100 EUR", "unclear-currency"],
    ["12 mil", "unclear-currency"],
    ["£100", "unclear-currency"],
  ])("%j is refused as %s", (text, reason) => expect(parseAmount(text, 2)).toEqual({ kind: "invalid", reason, text }));

  test("blank text is empty", () => expect(parseAmount("  ", 2)).toEqual({ kind: "empty" }));

  test("an amount written by any convention comes back the same, or is asked with itself among the readings", () => {
    fc.assert(
      fc.property(
        fc.nat(99_999_999_999),
        fc.constantFrom(...conventions),
        fc.constantFrom(0, 2, 3),
        fc.boolean(),
        fc.constantFrom("", "$", "US$ ", "Q", "Q.", "L. ", "₡", "EUR "),
        (minor, convention, minorDigits, isRound, mark) => {
          const unit = 10 ** minorDigits;
          const value = isRound ? Math.floor(minor / unit) * unit : minor;
          const whole = String(Math.floor(value / unit));
          const decimals = isRound || minorDigits === 0 ? "" : String(value % unit).padStart(minorDigits, "0");
          const parsed = parseAmount(`${mark}${written(whole, decimals, convention)}`, minorDigits);
          expect(readingsOf(parsed)).toContain(value);
        },
      ),
    );
  });
});

describe("a currency beside an amount", () => {
  test.each([
    ["US$ 505", ["USD"]],
    ["505 US$", ["USD"]],
    ["US $505", ["USD"]],
    ["€ 501", ["EUR"]],
    ["EUR 502", ["EUR"]],
    ["502 eur", ["EUR"]],
    ["Q503", ["GTQ"]],
    ["Q.503", ["GTQ"]],
    ["₡504", ["CRC"]],
    ["L. 500", ["HNL"]],
    ["Lps. 500", ["HNL"]],
    ["B/. 20", ["PAB"]],
    ["RD$ 20", ["DOP"]],
    ["BZ$20", ["BZD"]],
    ["C$20", ["NIO", "CAD"]],
    ["$20", ["USD", "MXN", "CAD", "DOP", "BZD"]],
    ["$20 MXN", ["MXN"]],
    ["USD $20", ["USD"]],
    ["$ 1,500.00 M.N.", ["MXN"]],
    ["1,500,000 colones", ["CRC"]],
    ["500 dólares", ["USD", "CAD", "BZD"]],
    ["500 dólares canadienses", ["CAD"]],
    ["500 pesos", ["MXN", "DOP"]],
    ["XXX 5", []],
    ["$ 5 EUR", []],
    ["12 mil", []],
  ])("%j can mean %j", (text, currencies) => expect(typedCurrency(text)?.currencies).toEqual(currencies));

  test.each(["505", "1'500,000.00", "-5", "", "abc", "$", "5\t6"])("%j names none", (text) =>
    expect(typedCurrency(text)).toBeNull(),
  );

  test("the figures are left without it", () => {
    expect(typedCurrency(" US$ 1,505.50 ")).toMatchObject({ mark: "US$", figures: "1,505.50" });
    expect(typedCurrency("-₡ 5")).toMatchObject({ mark: "₡", figures: "-5" });
    expect(typedCurrency("$.50")).toMatchObject({ mark: "$", figures: ".50" });
  });
});
