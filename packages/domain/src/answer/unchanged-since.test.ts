import { describe, expect, test } from "vitest";
import { answerOf } from "../../testing/answers.ts";
import { type AnswerValueOf, cellOrigins } from "./answer.ts";
import { saysTheSame, unchangedSince } from "./unchanged-since.ts";

const [level, count] = ["TIP-PRO-07", "TIP-PRO-01"];

describe("since when an answer stands unchanged", () => {
  const says = (...given: readonly (number | null)[]) =>
    given.map((one, place) => ({
      year: 2026 - place,
      answers: one === null ? null : new Map([[level, answerOf(level, one)]]),
    }));

  test("since the first of the unbroken rounds; a round that was not accepted, or said something else, ends it", () => {
    expect(unchangedSince(says(3, 3, 3, 2), level)).toBe(2024);
    expect(unchangedSince(says(3, 3, null, 3), level)).toBe(2025);
    expect(unchangedSince(says(3, 2, 3), level)).toBe(2026);
    expect(unchangedSince(says(null, 3), level)).toBeNull();
    expect(unchangedSince([], level)).toBeNull();
    expect(unchangedSince(says(3), count)).toBeNull();
  });

  test("sources and comments may change, the order of stored keys and who computed a figure do not matter, the reason does", () => {
    const one = answerOf(count, {
      value: { type: "count", total: 3, breakdowns: { sex: { female: 1, male: 2 } }, crossTabs: {} },
    });
    const other = answerOf(count, {
      value: { crossTabs: {}, breakdowns: { sex: { male: 2, female: 1 } }, total: 3, type: "count" },
      comment: "Again.",
      evidence: [{ title: "Registry", url: null, locator: null }],
    });
    expect(saysTheSame(one, other)).toBe(true);
    const value = { ...(one.value as AnswerValueOf<"count">), computed: { "b/sex/male": cellOrigins[0] } };
    expect(saysTheSame(one, { ...one, value })).toBe(true);
    expect(saysTheSame(one, answerOf(count, 4))).toBe(false);
    const gap = answerOf(count, "not_available");
    expect(saysTheSame(gap, { ...gap, reason: `${gap.reason} ` })).toBe(true);
    expect(saysTheSame(gap, { ...gap, reason: "Another reason, given this year." })).toBe(false);
    expect(saysTheSame(gap, { ...gap, state: "not_applicable" })).toBe(false);
  });
});
