import { currencyCodes, minorDigits } from "@avances/domain/reference";
import { describe, expect, test } from "vitest";
import { formatsFor } from "./format.ts";

const en = formatsFor("en");
const es = formatsFor("es");
const value = (words: string) => Number(words.replace(/[^\d.]/g, ""));

describe("figures and dates for readers", () => {
  test("a score has one decimal, half away from zero", () => {
    expect([en.score(81.25), es.score(71), en.score(0)]).toEqual(["81.3", "71.0", "0.0"]);
  });
  test("points and shares round alike, after the noise of binary arithmetic is dropped", () => {
    expect([en.score(38.349999999999994), en.percent(0.38349999999999995), en.change(-0.04)]).toEqual([
      "38.4",
      "38.4%",
      "0.0",
    ]);
  });
  test("a share has one decimal, whole ones too; in Spanish with a space that does not break", () => {
    expect([en.percent(0.1), en.percent(0.115), es.percent(0.5), es.percent(1)]).toEqual([
      "10.0%",
      "11.5%",
      "50.0\u00a0%",
      "100.0\u00a0%",
    ]);
  });
  test("a change carries its sign, and none when there is none", () => {
    expect([en.change(23.33), es.change(-1), en.change(0)]).toEqual(["+23.3", "−1.0", "0.0"]);
  });
  test("both languages group as the region writes", () => {
    expect([en.number(1234.5), es.number(1234.5)]).toEqual(["1,234.5", "1,234.5"]);
  });
  test("a calendar date is the same day whatever the reader's clock", () => {
    expect([en.date("2027-04-30"), es.date("2027-04-30")]).toEqual(["30 April 2027", "30 de abril de 2027"]);
  });
  test("days ahead, today and past", () => {
    expect([en.relativeDays(18), es.relativeDays(0), en.relativeDays(-3), es.days(12)]).toEqual([
      "in 18 days",
      "hoy",
      "3 days ago",
      "12 días",
    ]);
  });
  test("an instant can be said in the time of a capital, with the zone", () => {
    expect(en.instant("2027-05-01T05:59:00Z", "America/Guatemala")).toMatch(/30 Apr 2027.*23:59.*(GMT-6|CST)/);
    // Without a zone it is the reader's own, and names it too.
    expect(en.instant("2027-05-01T05:59:00Z")).toMatch(/\d\d:\d\d.* (UTC|GMT|[A-Z]{3,4})/);
  });
  test("countries are alphabetical in the reader's language", () => {
    expect(["México", "Canadá", "Belice", "Estados Unidos"].toSorted(es.compare)).toEqual([
      "Belice",
      "Canadá",
      "Estados Unidos",
      "México",
    ]);
  });
  test("an amount for reading has whole units, and its decimals only where it is small", () => {
    const shown = [
      en.amount(930_001_471, "USD"),
      en.amount(4_999, "USD"),
      en.amount(1, "CRC"),
      en.amount(12_345, "JPY"),
    ];
    expect(shown.map((amount) => amount.replace(/\s/g, " "))).toEqual([
      "USD 9,300,015",
      "USD 49.99",
      "CRC 0.01",
      "JPY 12,345",
    ]);
  });
  test("beside its currency an amount has the same decimals as with it", () => {
    for (const minor of [1, 1_250, 9_999, 10_000, 10_051, 930_001_471]) {
      const withCurrency = value(en.amount(minor, "USD"));
      expect(value(en.amountAlone(minor / 100))).toBe(withCurrency);
    }
  });
  test("money comes as minor units", () => {
    expect(en.money(123_456, "CRC").replace(/\s/g, " ")).toBe("CRC 1,234.56");
    expect(en.money(123_456, "COP").replace(/\s/g, " ")).toBe("COP 1,234.56");
    expect(es.money(123_456, "IQD").replace(/\s/g, " ")).toBe("IQD 123.456");
    expect(en.amount(4_999, "HUF").replace(/\s/g, " ")).toBe("HUF 49.99");
    expect(en.amount(100_000_000, "COP").replace(/\s/g, " ")).toBe("COP 1,000,000");
  });
  test("an amount shows the decimals of ISO 4217 in every currency", () => {
    for (const code of currencyCodes) {
      const digits = minorDigits(code);
      const shown = en.money(7 * 10 ** digits + 1, code).replace(/\s/g, " ");
      expect(shown).toBe(digits === 0 ? `${code} 8` : `${code} 7.${"1".padStart(digits, "0")}`);
    }
  });
});
