import { randomRegion } from "@avances/api/testing/published/regions";
import { type PublicFile, pairsOf } from "@avances/api/testing/published/release-of";
import { catalogue, reference } from "@avances/domain/testing/catalogue";
import { beforeAll, expect, test } from "vitest";
import { type History, historyOf } from "./support/history.ts";
import { type AnswerNumber, numbersInAnswer } from "./support/numbers-in-answers.ts";
import { SeenOnPages } from "./support/seen-on-pages.ts";

// Pages are drawn from the public answers alone: what these hold beyond the files would be on a page sooner or later, and is read by programs at once.

let history: History;
let seen: SeenOnPages;
beforeAll(async () => {
  history = await historyOf(catalogue, reference.countries, randomRegion(catalogue, reference.countries, 11), 5);
  seen = new SeenOnPages(history);
}, 300_000);

const published = catalogue.indicators.filter(({ sensitivity }) => sensitivity === "public");
const comparisonsOf = (file: PublicFile) =>
  pairsOf(file.json<{ rounds: { roundYear: number }[] }>("index").rounds).map(
    ([later, earlier]) => `progress/${later.roundYear}/since/${earlier.roundYear}`,
  );
const answersOf = (file: PublicFile): readonly (readonly [string, readonly AnswerNumber[]])[] => [
  ...["matrix", "index", "indicators", ...comparisonsOf(file)].map(
    (key) => [key, numbersInAnswer(file.json(key), {})] as const,
  ),
  ...published.map(({ code }) => {
    const key = `indicators/${code}`;
    return [key, numbersInAnswer(file.json(key), { code })] as const;
  }),
  ...reference.countries.map(({ alpha3 }) => {
    const key = `countries/${alpha3}`;
    return [key, numbersInAnswer(file.json(key), { country: alpha3 })] as const;
  }),
];

const exact = 1e-9;

/** What the file shows of a figure. It rounds shares, which then follow from their two counts. */
function shownIn(edition: number, figure: NonNullable<AnswerNumber["figure"]>): number | null {
  const [code, measure, list = "", category = ""] = figure.id.split("|");
  const isRatio = published.some((one) => one.code === code && one.valueType === "ratio");
  const of = (id: string) => seen.shownIn(edition, { ...figure, id });
  if (measure === "percent") {
    const [upper, lower] = [of(`${code}|numerator||`), of(`${code}|denominator||`)];
    return upper === null || lower === null ? null : (100 * upper) / lower;
  }
  return isRatio && measure === "count" ? of(`${code}|numerator|${list}|${category}`) : of(figure.id);
}

/** What is in an answer and not in the files: numbers that nobody has said the meaning of, and figures that the files do not show. */
function beyondFiles(edition: number, numbers: readonly AnswerNumber[]): readonly AnswerNumber[] {
  return numbers.filter(({ kind, value, figure }) => {
    if (kind === null) return true;
    if (kind === "figure")
      return !(figure !== null && Math.abs((shownIn(edition, figure) ?? Number.NaN) - Number(value)) < exact);
    if (kind !== "figure for the index") return false;
    const version = figure && seen.versionOf(edition, figure);
    return version?.files[version.editions.indexOf(edition)]?.get(figure?.id ?? "")?.index_value !== String(value);
  });
}

test("every number in the public answers of every edition is in the files, or cannot carry a figure", () => {
  const faults = [...history.editions].flatMap((file, edition) =>
    answersOf(file).flatMap(([key, numbers]) => beyondFiles(edition, numbers).map((one) => ({ edition, key, ...one }))),
  );
  expect(faults.slice(0, 5)).toEqual([]);
  const kinds = Map.groupBy(
    history.editions.flatMap((file) => answersOf(file).flatMap(([, numbers]) => numbers)),
    ({ kind }) => kind,
  );
  expect(kinds.get("figure")?.length).toBeGreaterThan(1000);
});

test("and a hidden figure, or one of an unknown name, would be found", () => {
  const [file] = history.editions as [PublicFile];
  const key = "indicators/TIP-PRO-01";
  type Row = { state: string; value: Record<string, unknown> | null };
  const spoilt = (spoil: (row: Row) => void) => {
    const answer = structuredClone(file.json<{ rows: Row[] }>(key));
    const row = answer.rows.find((one) => one.value?.total === "s");
    if (!row) throw new Error("no hidden total");
    spoil(row);
    return beyondFiles(0, numbersInAnswer(answer, { code: "TIP-PRO-01" })).map(({ where }) => where);
  };
  expect(spoilt(() => {})).toEqual([]);
  expect(spoilt(({ value }) => Object.assign(value ?? {}, { total: 3 }))).toEqual([".rows[].value.total"]);
  expect(spoilt((row) => Object.assign(row, { confidence: 3 }))).toEqual([".rows[].confidence"]);
  expect(spoilt((row) => Object.assign(row, { note: "about 3" }))).toEqual([".rows[].note"]);
});
