import fc from "fast-check";
import { expect, test } from "vitest";
import { answerOf, breakdownOf, type Given } from "../../testing/answers.ts";
import { catalogue } from "../../testing/catalogue.ts";
import type { IndicatorCode } from "../catalogue/catalogue.ts";
import type { Answer, Answers } from "./answer.ts";
import { type CheckInput, checkSubmission } from "./check-answer.ts";
import { recheck, startCheck } from "./running-check.ts";

const round = { referencePeriodStart: "2026-01-01", referencePeriodEnd: "2026-12-31", dueDate: "2027-04-30" };
const codes = catalogue.indicators.map(({ code }) => code);
const smallCount = fc.constantFrom(0, 1, 2, 9, 10, 40, 400);

/** An answer of the indicator's own type, sound or not: half typed, with breakdowns that do not add up, without evidence or reason. */
function anyAnswer(code: IndicatorCode): fc.Arbitrary<Answer | null> {
  const indicator = catalogue.indicators.find((one) => one.code === code);
  const given = ((): fc.Arbitrary<Given> => {
    switch (indicator?.valueType) {
      case "ordinal":
        return fc.integer({ min: 0, max: 4 });
      case "boolean":
        return fc.boolean();
      case "ratio":
        return fc.tuple(smallCount, smallCount);
      case "money":
        return fc
          .constantFrom("CRC", "USD")
          .map((currency) => ({ value: { type: "money", amountMinor: 5, currency } }));
      case "date":
        return fc.constantFrom("2025-06-30", "2030-12-31").map((date) => ({ value: { type: "date", date } }));
      case "text":
        return fc.constantFrom("", "Two protocols.").map((text) => ({ value: { type: "text", text } }));
      default:
        return smallCount;
    }
  })();
  const cells = fc
    .tuple(smallCount, smallCount)
    .map(([female, male]) => ({ sex: breakdownOf("sex", { female, male }) }));
  const said = fc
    .tuple(given, fc.option(cells), fc.constantFrom("", "The register was changed."), fc.boolean())
    .map(([value, breakdowns, comment, isCited]): Answer => {
      const isCounted = indicator?.valueType === "count" || indicator?.valueType === "ratio";
      const answer = answerOf(code, value, isCounted && breakdowns !== null ? breakdowns : {});
      return { ...answer, comment, evidence: isCited ? answer.evidence : [] };
    });
  const missing = fc
    .tuple(
      fc.constantFrom("not_available" as const, "not_applicable" as const),
      fc.constantFrom("", "Too short", "No institution counts these persons."),
    )
    .map(([state, reason]) => ({ ...answerOf(code, state), reason }));
  return fc.oneof(
    { weight: 6, arbitrary: said },
    { weight: 1, arbitrary: missing },
    { weight: 1, arbitrary: fc.constant(null) },
  );
}

const anyEdit = fc.constantFrom(...codes).chain((code) => anyAnswer(code).map((answer) => ({ code, answer })));
const anyReport = fc.array(anyEdit, { maxLength: 60 }).map((edits) => edited(new Map(), edits));

type Edit = { readonly code: IndicatorCode; readonly answer: Answer | null };

function edited(answers: Answers, edits: readonly Edit[]): Answers {
  const next = new Map(answers);
  for (const { code, answer } of edits) {
    if (answer === null) next.delete(code);
    else next.set(code, answer);
  }
  return next;
}

test("after any edits the running check says exactly what checking the whole report says, in the same order", () => {
  let seen = 0;
  fc.assert(
    fc.property(
      anyReport,
      fc.option(anyReport),
      fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
      (first, previous, steps) => {
        const input = (answers: Answers): CheckInput => ({ catalogue, answers, previous, round });
        let check = startCheck(input(first));
        expect(check.findings).toEqual(checkSubmission(input(first)));
        let answers = first;
        for (const edits of steps) {
          answers = edited(answers, edits);
          check = recheck(check, input(answers));
          expect(check.findings).toEqual(checkSubmission(input(answers)));
          seen += check.findings.length;
        }
      },
    ),
    { numRuns: 150 },
  );
  // It compared findings, not two empty lists.
  expect(seen).toBeGreaterThan(1_000);
});

test("nothing is judged again that did not change: its findings are the same objects; another last round is judged anew", () => {
  const answers = new Map([
    ["TIP-PRO-01", answerOf("TIP-PRO-01", 10, { sex: breakdownOf("sex", { female: 4 }) })],
    ["TIP-LEG-06", answerOf("TIP-LEG-06", { value: { type: "money", amountMinor: 5, currency: "USD" }, comment: "" })],
  ]);
  const check = startCheck({ catalogue, answers, previous: null, round });
  expect(check.findings.length).toBeGreaterThan(0);
  const more = recheck(check, {
    ...check.input,
    answers: edited(answers, [{ code: "TIP-COO-05", answer: answerOf("TIP-COO-05", true) }]),
  });
  expect(more.findings.filter((finding) => check.findings.includes(finding))).toEqual(check.findings);
  expect(recheck(check, { ...check.input, answers: new Map(answers) })).toBe(check);

  const previous = new Map([
    ["TIP-LEG-06", answerOf("TIP-LEG-06", { value: { type: "money", amountMinor: 5, currency: "CRC" } })],
  ]);
  const other = recheck(check, { ...check.input, previous });
  expect(other.findings.map(({ ruleId }) => ruleId)).toContain("currency_changed");
});
