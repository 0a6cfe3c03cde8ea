import { expect, test } from "vitest";
import { firstDay, firstWeekday } from "./first-day.ts";
import { formatsFor } from "./format.ts";

test("of several days the first says no month and no year that the last one says", () => {
  const [en, es] = [formatsFor("en"), formatsFor("es")];
  expect([
    firstDay(en, "2027-04-01", "2027-04-03"),
    firstDay(es, "2027-04-30", "2027-05-02"),
    firstDay(es, "2026-12-30", "2027-01-02"),
    firstDay(en, "2026-04-01", "2027-04-03"),
  ]).toEqual(["1", "30 de abril", "30 de diciembre de 2026", "1 April 2026"]);
  expect([
    firstWeekday(en, "2027-04-01", "2027-04-03"),
    firstWeekday(es, "2027-04-01", "2027-04-03"),
    firstWeekday(es, "2026-12-30", "2027-01-02"),
  ]).toEqual(["Thursday, 1 April", "jueves, 1 de abril", "miércoles, 30 de diciembre de 2026"]);
});
