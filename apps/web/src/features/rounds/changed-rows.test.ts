import type { CountryStatus } from "@avances/contracts";
import { expect, test } from "vitest";
import { changedRows } from "./changed-rows.ts";

const row = (country: string, status: string) => ({ country, status }) as CountryStatus;

test("named is whose line says something else, a country that was not there included; not who stayed, nor who is gone", () => {
  const before = [row("BLZ", "draft"), row("CRI", "draft"), row("MEX", "accepted")];
  const after = [row("CRI", "submitted"), row("GTM", "draft"), row("MEX", "accepted")];
  expect(changedRows(before, after).map(({ country }) => country)).toEqual(["CRI", "GTM"]);
  expect(changedRows(after, after)).toEqual([]);
});
