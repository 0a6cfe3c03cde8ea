import type { Answer, Answers } from "@avances/domain/answer";
import { submissionProgress } from "@avances/domain/answer";
import { catalogue } from "@avances/domain/testing/catalogue";
import { randomFrom, randomSubmission } from "@avances/domain/testing/random-submission";
import { expect, test } from "vitest";
import { differenceOf } from "./difference.ts";
import { partsOf, type ReportParts } from "./report-parts.ts";

const codesOf = ({ changed, ...others }: ReportParts) => [
  ...changed.map(({ indicator }) => indicator.code),
  ...Object.values(others).flatMap((part) => part.map(({ code }) => code)),
];
const toMap = (answers: readonly Answer[]): Answers => new Map(answers.map((answer) => [answer.indicatorCode, answer]));
const all = catalogue.indicators.map(({ code }) => code).sort();

const reported = (seed: number) => [...randomSubmission(catalogue, randomFrom(seed)).values()];

/** A report with every kind of answer: left out, half typed, without its reason, as before, changed. */
function mixed(seed: number, previous: Answers): Answers {
  return toMap(
    reported(seed).flatMap((answer, place): Answer[] => {
      const before = previous.get(answer.indicatorCode);
      switch ((place + seed) % 7) {
        case 0:
          return [];
        case 1:
          return [{ ...answer, state: "not_available", value: null, reason: place % 2 === 0 ? "" : "No register" }];
        case 2:
          return [{ ...answer, state: "reported", value: null }];
        case 3:
          return before === undefined ? [answer] : [{ ...before, comment: "confirmed", evidence: [] }];
        default:
          return [answer];
      }
    }),
  );
}

test("every indicator stands exactly once in the parts, whatever is answered, with and without an earlier round", () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const earlier = toMap(reported(seed + 100));
    for (const previous of [earlier, new Map() as Answers]) {
      const answers = mixed(seed, previous);
      const parts = partsOf(catalogue, previous, answers);
      expect(codesOf(parts).sort()).toEqual(all);
      // And the parts agree with the count of answers that the server shows.
      const { answered, reported } = submissionProgress(catalogue, answers);
      expect(parts.missing).toHaveLength(all.length - answered);
      expect(parts.noNumber).toHaveLength(answered - reported);
      if (previous.size === 0) expect([parts.confirmed, parts.again]).toEqual([[], []]);
    }
  }
});

test("the same value is confirmed where it lasts, and answered anew where it is asked each round; a comment changes nothing", () => {
  const previous = toMap(reported(1).filter(({ value }) => value !== null));
  const answers = toMap([...previous.values()].map((answer) => ({ ...answer, comment: "as before", evidence: [] })));
  const { changed, confirmed, again } = partsOf(catalogue, previous, answers);
  expect(changed).toEqual([]);
  expect(confirmed.every(({ carryForward }) => carryForward)).toBe(true);
  expect(again.some(({ carryForward }) => carryForward)).toBe(false);
  expect(confirmed.length).toBeGreaterThan(10);
  expect(again.length).toBeGreaterThan(10);
});

const answer = (value: Answer["value"], more: Partial<Answer> = {}): Answer => ({
  indicatorCode: "X",
  state: "reported",
  value,
  reason: "",
  comment: "",
  evidence: [],
  ...more,
});
const count = (total: number, female = 0) =>
  answer({ type: "count", total, breakdowns: { sex: { female } }, crossTabs: {} });
const ratio = (numerator: number, denominator: number) =>
  answer({ type: "ratio", numerator, denominator, breakdowns: {}, crossTabs: {} });
const money = (amountMinor: number, currency = "USD") => answer({ type: "money", amountMinor, currency });

test("a difference is that of the figures that are shown, signed, later minus earlier", () => {
  expect(differenceOf(undefined, count(3))).toEqual({ kind: "new" });
  expect(differenceOf(answer(null, { state: "not_available", reason: "none" }), count(3))).toEqual({
    kind: "had-no-value",
  });
  expect(differenceOf(count(40), count(34))).toEqual({ kind: "count", by: -6 });
  expect(differenceOf(count(34, 10), count(34, 12))).toEqual({ kind: "parts" });
  expect(differenceOf(ratio(67, 116), ratio(60, 103))).toEqual({ kind: "points", by: 0.5 });
  expect(differenceOf(ratio(1, 2), ratio(2, 4))).toEqual({ kind: "points", by: 0 });
  expect(differenceOf(ratio(0, 0), ratio(2, 4))).toEqual({ kind: "other" });
  expect(differenceOf(money(100), money(250))).toEqual({ kind: "money", byMinor: 150, currency: "USD" });
  expect(differenceOf(money(100), money(100, "CRC"))).toEqual({ kind: "currency" });
  const levels = [answer({ type: "ordinal", level: 3 }), answer({ type: "ordinal", level: 1 })] as const;
  expect(differenceOf(...levels)).toEqual({ kind: "levels", by: -2 });
  const dates = [answer({ type: "date", date: "2026-12-31" }), answer({ type: "date", date: "2027-01-01" })] as const;
  expect(differenceOf(...dates)).toEqual({ kind: "days", by: 1 });
  expect(differenceOf(answer({ type: "boolean", value: false }), answer({ type: "boolean", value: true }))).toEqual({
    kind: "other",
  });
});
