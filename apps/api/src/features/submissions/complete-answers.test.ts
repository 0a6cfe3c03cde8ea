import { type Answers, blocksSubmission, checkSubmission, submissionProgress } from "@avances/domain/answer";
import { catalogue } from "@avances/domain/testing/catalogue";
import { completeAnswers } from "@avances/testing";
import { describe, expect, test } from "vitest";

const round = { referencePeriodStart: "2026-01-01", referencePeriodEnd: "2026-12-31", dueDate: "2027-04-30" };

describe("a complete submission of the builder", () => {
  test("answers every indicator and can be signed off as it stands, round after round", () => {
    for (let seed = 0; seed < 60; seed += 1) {
      let previous: Answers | null = null;
      for (let year = 0; year < 4; year += 1) {
        const made = completeAnswers(catalogue, { seed: seed * 10 + year, previous });
        const answers: Answers = new Map(made.map((answer) => [answer.indicatorCode, answer]));
        const findings = checkSubmission({ catalogue, answers, previous, round });
        expect(findings.filter((finding) => blocksSubmission(finding, answers))).toEqual([]);
        expect(submissionProgress(catalogue, answers).reported).toBe(catalogue.indicators.length);
        previous = answers;
      }
    }
  });

  test("has the same figures for the same seed and others for another", () => {
    expect(completeAnswers(catalogue, { seed: 7 })).toEqual(completeAnswers(catalogue, { seed: 7 }));
    expect(completeAnswers(catalogue, { seed: 7 })).not.toEqual(completeAnswers(catalogue, { seed: 8 }));
  });
});
