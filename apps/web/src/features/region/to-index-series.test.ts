import { expect, test } from "vitest";
import { toIndexSeries } from "./to-index-series.ts";

const range = { floor: 10, ceiling: 90 };
const result = (score: number | null, applicable = true) => ({
  applicable,
  published: score !== null,
  score,
  coverage: score === null ? 30 : 80,
  range,
});
const row = (roundYear: number, overall: ReturnType<typeof result>) =>
  ({ country: "CRI", roundYear, overall }) as unknown as Parameters<typeof toIndexSeries>[0]["rows"][number];

test("a year without a published report keeps its place and has no number; zero is a number; no score comes without its range", () => {
  const [series] = toIndexSeries(
    {
      countries: [{ iso3: "CRI", name: { en: "Costa Rica", es: "Costa Rica" } }],
      rounds: [2022, 2023, 2024, 2025].map((roundYear) => ({
        roundYear,
        referenceYear: roundYear - 1,
        opensOn: `${roundYear}-02-01`,
        dueOn: `${roundYear}-04-30`,
      })),
      rows: [row(2022, result(0)), row(2024, result(null)), row(2025, result(null, false))],
    },
    (item) => item.overall,
    "en",
  );
  expect(series?.points).toEqual([
    { year: 2022, value: 0, state: "reported", result: { published: true, score: 0, coverage: 80, range } },
    { year: 2023, value: null, state: "not_reported" },
    { year: 2024, value: null, state: "not_reported", result: { published: false, coverage: 30, range } },
    { year: 2025, value: null, state: "not_applicable" },
  ]);
});
