import { expect, test } from "vitest";
import { premakePlain } from "#http/premade.ts";
import { keptAnswers } from "./kept-answers.ts";

const answer = premakePlain("x".repeat(100));

test("keeps so many bytes, drops the oldest first, and what is being made never", () => {
  const kept = keptAnswers(250);
  const making = new Promise<undefined>(() => undefined);
  kept.wait("under way", making);
  for (const key of ["a", "b", "c"]) kept.keep(key, answer);
  expect(["a", "b", "c"].map((key) => kept.get(key))).toEqual([undefined, answer, answer]);
  expect(kept.get("under way")).toBe(making);
  // One that is larger than all that may be kept is still there for its reader, alone.
  const large = premakePlain("x".repeat(1000));
  kept.keep("large", large);
  expect([kept.get("b"), kept.get("c"), kept.get("large")]).toEqual([undefined, undefined, large]);
  kept.keep("d", answer);
  expect([kept.get("large"), kept.get("d")]).toEqual([undefined, answer]);
});
