import { expect, test } from "vitest";
import { toIndexSeries } from "./of-index.ts";

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

test("every round keeps its place: zero is a number, a missing report and a missing score say which they are, no score comes without its range", () => {
  const [series] = toIndexSeries(
    {
      countries: [{ iso3: "CRI", name: { en: "Costa Rica", es: "Costa Rica" } }],
      rounds: [2022, 2023, 2024, 2025].map((roundYear) => ({
        roundYear,
        referenceYear: roundYear - 1,
        opensOn: `${roundYear}-02-01`,
        dueOn: `${roundYear}-04-30`,
        catalogueVersion: "2026.1",
      })),
      rows: [row(2022, result(0)), row(2024, result(null)), row(2025, result(null, false))],
      unpublished: [{ country: "CRI", roundYear: 2023, state: "exempt" }],
    },
    (item) => item.overall,
    "en",
    "2026-01-01",
  );
  expect(series?.points).toEqual([
    {
      year: 2021,
      roundYear: 2022,
      value: 0,
      state: "reported",
      result: { published: true, score: 0, coverage: 80, range },
    },
    { year: 2022, roundYear: 2023, value: null, state: "exempt" },
    {
      year: 2023,
      roundYear: 2024,
      value: null,
      state: "insufficient",
      result: { published: false, coverage: 30, range },
    },
    { year: 2024, roundYear: 2025, value: null, state: "not_applicable" },
  ]);
});
