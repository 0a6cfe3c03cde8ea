import { describe, expect, test } from "vitest";
import { type CountrySeries, lastReported, marksIn, pointIn, runsOf, toTrendRows, yearsOf } from "./series.ts";

/** A round asks for the data of the year before. */
const point = <S extends CountrySeries["points"][number]["state"]>(year: number, value: number | null, state: S) => ({
  year,
  roundYear: year + 1,
  value,
  state,
});

const series: CountrySeries[] = [
  {
    country: "CRI",
    label: "Costa Rica",
    points: [point(2020, 0, "reported"), point(2022, 126, "reported"), point(2023, null, "suppressed")],
  },
  { country: "PAN", label: "Panama", points: [point(2024, null, "not_applicable")] },
];

describe("series of a chart", () => {
  test("a year that nobody reported keeps its place", () => {
    expect(yearsOf(series)).toEqual([2020, 2021, 2022, 2023, 2024]);
    expect(yearsOf([])).toEqual([]);
  });

  test("zero is drawn; a gap, a hidden value and a year not asked are not", () => {
    expect(toTrendRows(series, yearsOf(series)).map((row) => row.CRI)).toEqual([0, null, 126, null, null]);
    expect(toTrendRows(series, yearsOf(series)).every((row) => row.PAN === null)).toBe(true);
  });

  test("a hidden value never reaches a row, even if one came along", () => {
    const leaking: CountrySeries = {
      country: "X",
      label: "X",
      points: [point(2020, 3, "suppressed")],
    };
    expect(toTrendRows([leaking], [2020])).toEqual([{ X: null, year: 2020 }]);
  });

  test("the legend names only the states that occur", () => {
    expect(marksIn(series)).toEqual(["not_applicable", "suppressed"]);
  });

  test("the label at the end of a line is the last year with a number", () => {
    expect(lastReported(series[0] as CountrySeries)?.year).toBe(2022);
    expect(lastReported(series[1] as CountrySeries)).toBeNull();
  });

  test("a line ends where a number is missing, whatever is missing", () => {
    const years = (one: CountrySeries) => runsOf(one).map((run) => run.map(({ year }) => year));
    expect(years(series[0] as CountrySeries)).toEqual([[2020], [2022]]);
    const gap = [
      point(2023, 5, "reported"),
      point(2021, 4, "reported"),
      point(2022, 3, "suppressed"),
      point(2020, 2, "reported"),
    ];
    expect(years({ country: "X", label: "X", points: gap })).toEqual([[2020, 2021], [2023]]);
  });

  test("no cell is blank", () => {
    expect(pointIn(series, "CRI", 2021)).toMatchObject({ state: "reported", value: 0 });
    expect(pointIn(series, "CRI", 2022)).toEqual({ state: "not_published", value: null });
    expect(pointIn(series, "XXX", 2021)).toEqual({ state: "not_published", value: null });
  });
});
