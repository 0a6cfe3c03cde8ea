import { expect, test } from "vitest";
import { answerOf, answersOf } from "../../testing/answers.ts";
import { catalogue, indicatorOf } from "../../testing/catalogue.ts";
import { carriedAnswer } from "./carry-forward.ts";
import { submissionProgress } from "./submission-progress.ts";

const today = "2027-03-13";

test("an empty submission expects every indicator and has twelve sections", () => {
  const progress = submissionProgress(catalogue, new Map());
  expect(progress).toMatchObject({ expected: 60, answered: 0, reported: 0, notAvailable: 0, notApplicable: 0 });
  expect(progress.sections.map(({ instrument, dimension }) => `${instrument}-${dimension}`)).toEqual(
    ["TIP", "SOM"].flatMap((instrument) =>
      ["LEG", "PRV", "PRO", "JUS", "COO", "DAT"].map((dimension) => `${instrument}-${dimension}`),
    ),
  );
  expect(progress.sections.reduce((sum, { expected }) => sum + expected, 0)).toBe(60);
});

test("zero and text count as answered; a half-typed ratio and a missing state without reason do not", () => {
  const answers = answersOf({
    "TIP-JUS-08": 0,
    "TIP-DAT-03": { value: { type: "text", text: "A study." } },
    "TIP-PRV-06": { value: { type: "ratio", numerator: 1, denominator: null, breakdowns: {}, crossTabs: {} } },
    "TIP-LEG-01": "not_available",
    "TIP-LEG-05": "not_applicable",
    "TIP-LEG-02": { state: "not_available", reason: " " },
  });
  const progress = submissionProgress(catalogue, answers);
  expect(progress).toMatchObject({ answered: 4, reported: 2, notAvailable: 1, notApplicable: 1 });
  expect(progress.sections.find(({ dimension, instrument }) => instrument === "TIP" && dimension === "LEG")).toEqual({
    instrument: "TIP",
    dimension: "LEG",
    expected: 6,
    answered: 2,
  });
});

test("same as last round keeps value, reason and evidence, and leaves the old comment behind", () => {
  const law = { ...answerOf("TIP-LEG-01", 3), comment: "Changed in 2025." };
  expect(carriedAnswer(indicatorOf("TIP-LEG-01"), law, today)).toEqual({ ...law, comment: "" });
  const missing = answerOf("TIP-LEG-01", "not_available");
  expect(carriedAnswer(indicatorOf("TIP-LEG-01"), missing, today)).toEqual(missing);
});

test("nothing is carried for figures of the year, for a first round, or when the answer no longer fits", () => {
  expect(carriedAnswer(indicatorOf("TIP-JUS-08"), answerOf("TIP-JUS-08", 4), today)).toBeNull();
  expect(carriedAnswer(indicatorOf("TIP-LEG-01"), undefined, today)).toBeNull();
  expect(carriedAnswer(indicatorOf("TIP-LEG-01"), answerOf("TIP-LEG-01", 9), today)).toBeNull();
  expect(carriedAnswer(indicatorOf("TIP-LEG-01"), answerOf("TIP-LEG-01", "not_applicable"), today)).toBeNull();
  expect(carriedAnswer(indicatorOf("TIP-LEG-01"), answerOf("TIP-LEG-01", true), today)).toBeNull();
});
