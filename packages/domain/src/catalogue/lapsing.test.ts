import { expect, test } from "vitest";
import { catalogue } from "../../testing/catalogue.ts";
import { lapses, lapsesAfter } from "./lapsing.ts";

test("for every indicator answered by a date it is decided whether something lapses after it", () => {
  const dates = catalogue.indicators.filter(({ valueType }) => valueType === "date");
  expect(dates.filter(({ code }) => !(code in lapsesAfter)).map(({ code }) => code)).toEqual([]);
  for (const { code, definition } of dates) expect(lapses(code)).toBe(/^Last day of validity/.test(definition.en));
});

test("a date of which nothing is known is just a day", () => {
  expect(lapses("TIP-PRO-01")).toBe(false);
});
