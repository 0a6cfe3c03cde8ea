import { type Answers, checkSubmission } from "@avances/domain/answer";
import { catalogue } from "@avances/domain/testing/catalogue";
import fc from "fast-check";
import { expect, test } from "vitest";
import { generateAnswers } from "./generate-answers.ts";

const roundOf = (year: number) => ({
  referencePeriodStart: `${year}-01-01`,
  referencePeriodEnd: `${year}-12-31`,
  dueDate: `${year + 1}-04-30`,
});
const countries = ["BLZ", "CAN", "CRI", "DOM", "GTM", "HND", "MEX", "NIC", "PAN", "SLV", "USA"];

test("no generated submission breaks an error rule, over five rounds of any country and seed", () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(...countries), (seed, country) => {
      let previous: Answers | null = null;
      for (let referenceYear = 2021; referenceYear <= 2025; referenceYear += 1) {
        const answers: Answers = new Map(
          generateAnswers(catalogue, { country, language: "es", referenceYear, seed, previous, share: 1 }).map(
            (answer) => [answer.indicatorCode, answer],
          ),
        );
        const errors = checkSubmission({ catalogue, answers, previous, round: roundOf(referenceYear) }).filter(
          ({ severity }) => severity === "error",
        );
        expect(errors).toEqual([]);
        previous = answers;
      }
    }),
    { numRuns: 60 },
  );
});

test("the same options give the same answers, and another country others", () => {
  const options = { country: "CRI", language: "es", referenceYear: 2025, seed: 1, previous: null, share: 1 } as const;
  expect(generateAnswers(catalogue, options)).toEqual(generateAnswers(catalogue, options));
  expect(generateAnswers(catalogue, options)).not.toEqual(generateAnswers(catalogue, { ...options, country: "GTM" }));
});
