import type { AnswerInput } from "@avances/contracts";
import { isCompleteValue } from "@avances/domain/answer";

/**
 * What the server holds of an answer: nothing (`cleared`), something but not the answer itself (`part`: a comment, evidence, cells
 * without their total), or an answer (`whole`). Only a whole answer is called "saved" without addition.
 */
export function savedStanding({ state, value }: AnswerInput): "cleared" | "part" | "whole" {
  if (state === "not_reported") return "cleared";
  if (state !== "reported") return "whole";
  return value !== null && isCompleteValue(value) ? "whole" : "part";
}
