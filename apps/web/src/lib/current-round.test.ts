import { expect, test } from "vitest";
import { currentRound } from "./current-round.ts";

const rounds = [{ opensOn: "2027-02-01" }, { opensOn: "2026-02-01" }, { opensOn: "2025-02-01" }];

test.each([
  ["2026-11-24", "2026-02-01"],
  ["2027-01-31", "2026-02-01"],
  ["2027-02-01", "2027-02-01"],
  ["2024-01-01", "2027-02-01"],
])("on %s it is the round that opened on %s", (today, opensOn) => {
  expect(currentRound(rounds, today)).toEqual({ opensOn });
});

test("without a round there is none", () => {
  expect(currentRound([], "2026-01-01")).toBeUndefined();
});
