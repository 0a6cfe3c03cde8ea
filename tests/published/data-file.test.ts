import { randomRegion } from "@avances/api/testing/published/regions";
import { editionId, publicFile } from "@avances/api/testing/published/release-of";
import type { getPublicIndicator, listPublicIndicators, ResponseOf } from "@avances/contracts";
import catalogueFile from "@avances/domain/data/2026.3.json" with { type: "json" };
import reference from "@avances/domain/data/countries.json" with { type: "json" };
import { beforeAll, describe, expect, test } from "vitest";
import { type CsvRecord, readCsv } from "./support/read-csv.ts";

type Payload = ResponseOf<typeof getPublicIndicator>;
type Row = Payload["rows"][number];

const catalogue = catalogueFile as never;
const countries = reference.countries as never;
const placeOf = (line: CsvRecord) =>
  [line.indicator, line.country, line.round_year, line.measure, line.breakdown, line.category].join("|");

/** Every figure of an answer in the JSON file: its place and what is shown there. */
function figuresOf({ value }: Row): readonly (readonly [place: string, shown: unknown])[] {
  if (value === null) return [];
  const parts = (measure: string, lists: Readonly<Record<string, Readonly<Record<string, unknown>>>>) =>
    Object.entries(lists).flatMap(([list, figures]) =>
      Object.entries(figures).map(([category, figure]) => [`${measure}|${list}|${category}`, figure] as const),
    );
  if (value.type === "count")
    return [
      ["total||", value.total],
      ...parts("count", value.breakdowns),
      ...Object.entries(value.crossTabs).flatMap(([key, table]) =>
        Object.entries(table).flatMap(([first, row]) =>
          Object.entries(row).map(
            ([second, figure]) => [`count|${key.replace("×", "/")}|${first}/${second}`, figure] as const,
          ),
        ),
      ),
    ];
  if (value.type === "ratio")
    return [
      ["numerator||", value.numerator],
      ["denominator||", value.denominator],
      ["percent||", value.percent],
      ...parts("numerator", value.breakdowns),
    ];
  return [];
}

const regions = await Promise.all(
  [7, 8]
    .map((seed) => randomRegion(catalogue, countries, seed))
    .map(async (region) => ({ name: region.name, region, file: await publicFile(catalogue, countries, region) })),
);

describe.each(regions)("data.csv of $name", ({ region, file }) => {
  const payloads = file
    .json<ResponseOf<typeof listPublicIndicators>>("indicators")
    .indicators.map(({ code }) => file.json<Payload>(`indicators/${code}`));
  let lines: readonly CsvRecord[];
  let at: ReadonlyMap<string, CsvRecord>;
  beforeAll(async () => {
    lines = readCsv(await file.csv("data"));
    at = new Map(lines.map((line) => [placeOf(line), line]));
  });

  test("has one line a place, and for every indicator, round and country at least one", () => {
    expect(at.size).toBe(lines.length);
    const said = new Set(lines.map(({ indicator, country, round_year }) => `${indicator}|${country}|${round_year}`));
    expect(said.size).toBe(payloads.length * region.rounds.length * reference.countries.length);
    expect(new Set(lines.map(({ edition }) => edition))).toEqual(new Set([String(editionId)]));
  });

  test("says of every line the year of its round and that of its data, as the JSON has them", () => {
    const years = new Map(
      region.rounds.map(({ roundYear, referenceYear }) => [String(roundYear), String(referenceYear)]),
    );
    for (const { rounds } of payloads)
      for (const { roundYear, referenceYear } of rounds)
        expect(years.get(String(roundYear))).toBe(String(referenceYear));
    expect(
      lines.filter(({ round_year, reference_year }) => years.get(round_year as string) !== reference_year),
    ).toEqual([]);
  });

  test("says of each figure exactly the state that the JSON says: shown, hidden, or on too few cases", () => {
    const wrong: string[] = [];
    let [shown, hidden, few] = [0, 0, 0];
    for (const { rows, indicator } of payloads)
      for (const row of rows)
        for (const [place, figure] of figuresOf(row)) {
          const line = at.get(`${indicator.code}|${row.country}|${row.roundYear}|${place}`);
          const state = figure === null ? "small_base" : figure === "s" ? "suppressed" : "reported";
          if (state === "reported") shown += 1;
          if (state === "suppressed") hidden += 1;
          if (state === "small_base") few += 1;
          const isEmpty = line?.value === "";
          if (line?.state !== state || isEmpty !== (state !== "reported")) wrong.push(`${indicator.code} ${place}`);
          else if (typeof figure === "number" && !place.startsWith("percent") && line.value !== String(figure))
            wrong.push(`${indicator.code} ${place}: ${line.value} is ${figure}`);
        }
    expect(wrong).toEqual([]);
    expect(Math.min(shown, hidden, few)).toBeGreaterThan(0);
  });

  test("says of each answer without a figure what the JSON says, and why there is no report", () => {
    const wrong: string[] = [];
    const states = new Set<string>();
    const answerOf = Map.groupBy(lines, ({ indicator, country, round_year }) =>
      [indicator, country, round_year].join(),
    );
    const compare = (key: string, expected: Readonly<Record<string, string>>) => {
      states.add(expected.state as string);
      const [line, ...more] = answerOf.get(key) ?? [];
      const isSame = Object.entries({ value: "", ...expected }).every(([name, value]) => line?.[name] === value);
      if (!isSame || more.length > 0) wrong.push(`${key}: ${line?.state} is ${expected.state}`);
    };
    for (const { rows, unpublished, indicator } of payloads) {
      for (const { country, roundYear, state } of unpublished)
        compare([indicator.code, country, roundYear].join(), { state, version: "", confirmed: "" });
      for (const { country, roundYear, state, unconfirmed } of rows.filter(({ value }) => value === null))
        compare([indicator.code, country, roundYear].join(), {
          state,
          confirmed: state === "not_applicable" ? (unconfirmed ? "no" : "yes") : "",
        });
    }
    expect(wrong).toEqual([]);
    expect([...states]).toEqual(
      expect.arrayContaining(["not_published", "exempt", "not_asked", "not_available", "not_applicable"]),
    );
  });

  test("writes shares as the pages show them, counts as whole numbers, and amounts in major units with their currency", () => {
    const decimals = catalogueFile.index.displayDecimals;
    for (const line of lines.filter(({ value }) => value !== "")) {
      if (line.measure === "percent") expect(line.value).toMatch(new RegExp(`^\\d+\\.\\d{${decimals}}$`));
      if (["total", "count", "numerator", "denominator", "level"].includes(line.measure as string))
        expect(line.value).toMatch(/^\d+$/);
    }
    const money = payloads.filter(({ indicator }) => indicator.valueType === "money");
    for (const { indicator, rows } of money)
      for (const { country, roundYear, value } of rows) {
        if (value?.type !== "money") continue;
        const line = at.get(`${indicator.code}|${country}|${roundYear}|amount||`);
        const digits = { CLP: 0, KWD: 3 }[value.currency] ?? 2;
        expect(line?.currency).toBe(value.currency);
        expect(line?.value).toBe((value.amountMinor / 10 ** digits).toFixed(digits));
      }
    expect(money.length).toBeGreaterThan(0);
  });

  test("in its plain form reads alike in any encoding, and begins with a mark for Excel", async () => {
    const text = await file.csv("data");
    expect(text.startsWith("\uFEFFround_year,reference_year,country,country_en,")).toBe(true);
    expect([...text.slice(1)].filter((sign) => sign > "\u007F")).toEqual([]);
  });

  test("for Excel: a mark, names in both languages, the separator and the decimal sign of the language", async () => {
    const [spanish, english] = [await file.csv("data", { excel: "es" }), await file.csv("data", { excel: "en" })];
    expect([spanish, english].map((text) => text.startsWith("\uFEFF"))).toEqual([true, true]);
    const [es, en] = [readCsv(spanish, ";"), readCsv(english)];
    expect(es).toHaveLength(lines.length);
    const wrong = es.filter((line, index) => {
      const [plain, other] = [lines[index] as CsvRecord, en[index] as CsvRecord];
      const isNumber = line.state === "reported" && line.measure !== "date" && line.measure !== "yes_no";
      const numbers: Readonly<Record<string, string | undefined>> = {
        value: isNumber ? plain.value?.replace(".", ",") : plain.value,
        index_value: plain.index_value?.replace(".", ","),
      };
      return (
        Object.entries(line).some(([name, cell]) => cell !== (numbers[name] ?? other[name])) ||
        Object.entries(plain).some(([name, cell]) => cell !== other[name]) ||
        [line.country_es, line.indicator_es, line.unit_es].includes("")
      );
    });
    expect(wrong).toEqual([]);
    expect(es.find(({ country }) => country === "PAN")?.country_es).toBe("Panamá");
  });

  test("filtered, it is the head and the lines asked for, under a name that says so", async () => {
    const query = { indicator: "TIP-PRO-01", country: "GTM", year: region.rounds[1]?.roundYear };
    expect(readCsv(await file.csv("data", query))).toEqual(
      lines.filter(
        (line) =>
          line.indicator === query.indicator && line.country === "GTM" && line.round_year === String(query.year),
      ),
    );
    expect(readCsv(await file.csv("data", { country: "GTM" }))).toEqual(
      lines.filter(({ country }) => country === "GTM"),
    );
    await expect(file.csv("data", { country: "ZZZ" })).rejects.toThrow("not-found");
    await expect(file.csv("data", { year: 2001 })).rejects.toThrow("not-found");
    await expect(file.csv("data", { indicator: "TIP-JUS-08" })).rejects.toThrow("not-found");
  });
});
