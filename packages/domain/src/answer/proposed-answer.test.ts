import { describe, expect, test } from "vitest";
import { answerOf } from "../../testing/answers.ts";
import { catalogue, indicatorOf } from "../../testing/catalogue.ts";
import type { Answer } from "./answer.ts";
import { lapsedDate } from "./carry-forward.ts";
import { proposedAnswer, proposedEvidence } from "./proposed-answer.ts";

const [level, count] = ["TIP-PRO-07", "TIP-PRO-01"];
const today = "2027-03-13";
const register = {
  title: "Yearly report of the lead institution",
  url: "https://www.example.org/report",
  locator: "p. 12",
};

describe("what is proposed from the round before", () => {
  test("a structure answer as it was accepted, with its sources and without its comment", () => {
    const before: Answer = { ...answerOf(level, 3), comment: "New since March.", evidence: [register] };
    expect(proposedAnswer(indicatorOf(level), before, today)).toEqual({ ...before, comment: "" });
  });

  test("the end of a plan until that day is over; afterwards it is asked anew, and never confirmed unchanged", () => {
    const plan = indicatorOf("TIP-LEG-05");
    const until = (date: string) => ({ ...answerOf("TIP-LEG-05", 1), value: { type: "date" as const, date } });
    const on = (date: string) => [
      proposedAnswer(plan, until(date), today)?.value,
      lapsedDate(plan, until(date), today),
    ];
    expect(on("2027-03-14")).toEqual([{ type: "date", date: "2027-03-14" }, null]);
    expect(on(today)).toEqual([{ type: "date", date: today }, null]);
    expect(on("2027-03-12")).toEqual([undefined, "2027-03-12"]);
    // No plan with an end is no date that could have passed.
    const none = answerOf("TIP-LEG-05", "not_applicable");
    expect([proposedAnswer(plan, none, today), lapsedDate(plan, none, today)]).toEqual([none, null]);
    // A date on which nothing lapses stands for good.
    expect(lapsedDate({ code: "TIP-LEG-99" }, until("2020-01-01"), today)).toBeNull();
  });

  test("never a figure, of no kind of indicator that is asked afresh", () => {
    for (const { code, carryForward, valueType } of catalogue.indicators) {
      if (carryForward) continue;
      const value = valueType === "ratio" ? ([4, 8] as const) : 3;
      expect(proposedAnswer(indicatorOf(code), answerOf(code, value), today)).toBeNull();
    }
  });

  test("no value, for the same reason; but not without a reason, nor in a state that the indicator does not have", () => {
    const gap = answerOf(count, "not_available");
    expect(proposedAnswer(indicatorOf(count), gap, today)).toEqual(gap);
    expect(proposedAnswer(indicatorOf(count), { ...gap, reason: " " }, today)).toBeNull();
    const onlyAvailable = catalogue.indicators.find(
      ({ allowedMissing, carryForward }) => !carryForward && !allowedMissing.includes("not_applicable"),
    );
    const code = onlyAvailable?.code ?? "";
    expect(proposedAnswer(indicatorOf(code), answerOf(code, "not_applicable"), today)).toBeNull();
    expect(proposedAnswer(indicatorOf(count), undefined, today)).toBeNull();
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
