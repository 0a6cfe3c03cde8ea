import { describe, expect, test } from "vitest";
import { answerOf } from "../../testing/answers.ts";
import { catalogue, indicatorOf } from "../../testing/catalogue.ts";
import type { Answer } from "./answer.ts";
import { proposedAnswer, proposedEvidence } from "./proposed-answer.ts";

const [level, count] = ["TIP-PRO-07", "TIP-PRO-01"];
const register = {
  title: "Yearly report of the lead institution",
  url: "https://www.example.org/report",
  locator: "p. 12",
};

describe("what is proposed from the round before", () => {
  test("a structure answer as it was accepted, with its sources and without its comment", () => {
    const before: Answer = { ...answerOf(level, 3), comment: "New since March.", evidence: [register] };
    expect(proposedAnswer(indicatorOf(level), before)).toEqual({ ...before, comment: "" });
  });

  test("never a figure, of no kind of indicator that is asked afresh", () => {
    for (const { code, carryForward, valueType } of catalogue.indicators) {
      if (carryForward) continue;
      const value = valueType === "ratio" ? ([4, 8] as const) : 3;
      expect(proposedAnswer(indicatorOf(code), answerOf(code, value))).toBeNull();
    }
  });

  test("no value, for the same reason; but not without a reason, nor in a state that the indicator does not have", () => {
    const gap = answerOf(count, "not_available");
    expect(proposedAnswer(indicatorOf(count), gap)).toEqual(gap);
    expect(proposedAnswer(indicatorOf(count), { ...gap, reason: " " })).toBeNull();
    const onlyAvailable = catalogue.indicators.find(
      ({ allowedMissing, carryForward }) => !carryForward && !allowedMissing.includes("not_applicable"),
    );
    const code = onlyAvailable?.code ?? "";
    expect(proposedAnswer(indicatorOf(code), answerOf(code, "not_applicable"))).toBeNull();
    expect(proposedAnswer(indicatorOf(count), undefined)).toBeNull();
  });

  test("the register of a figure without page or article; an edition that names its year is not next year's source", () => {
    const sources = (evidence: Answer["evidence"]) =>
      proposedEvidence(indicatorOf(count), { ...answerOf(count, 7), evidence });
    expect(sources([register])).toEqual([{ ...register, locator: null }]);
    expect(sources([{ ...register, title: "Yearly report 2024" }])).toEqual([]);
    expect(sources([{ ...register, url: "https://www.example.org/2024/report" }])).toEqual([]);
    expect(sources([{ ...register, title: "Decree 40199" }])).toHaveLength(1);
    expect(proposedEvidence(indicatorOf(count), { ...answerOf(count, "not_available"), evidence: [register] })).toEqual(
      [],
    );
    // The whole answer is proposed there, sources included.
    expect(proposedEvidence(indicatorOf(level), { ...answerOf(level, 3), evidence: [register] })).toEqual([]);
  });
});
