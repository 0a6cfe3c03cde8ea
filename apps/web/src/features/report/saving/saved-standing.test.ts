import type { AnswerInput } from "@avances/contracts";
import { expect, test } from "vitest";
import { emptyAnswer } from "./answer-draft.ts";
import { savedStanding } from "./saved-standing.ts";

const reported = (part: Partial<AnswerInput>): AnswerInput => ({ ...emptyAnswer, state: "reported", ...part });
const count = (total: number | null, breakdowns = {}) => ({ type: "count", total, breakdowns, crossTabs: {} }) as const;

test.each([
  ["a cleared answer", emptyAnswer, "cleared"],
  ["a comment alone", reported({ comment: "Source: police" }), "part"],
  ["cells without their total", reported({ value: count(null, { sex: { female: 3 } }) }), "part"],
  ["a count", reported({ value: count(0) }), "whole"],
  ["a declared gap", { ...emptyAnswer, state: "not_available", reason: "" }, "whole"],
] as const)("%s is %s", (_what, answer, standing) => expect(savedStanding(answer)).toBe(standing));
