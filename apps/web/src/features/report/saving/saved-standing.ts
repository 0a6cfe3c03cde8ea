import type { AnswerInput } from "@avances/contracts";
import { isCompleteValue } from "@avances/domain/answer";

/**
 * What the server holds of an answer: nothing any more (`cleared`), something without the answer itself (`part`: a comment, evidence, cells
 * without their total), or an answer (`whole`). "Saved" alone is said of a whole one only.
 */
export function savedStanding({ state, value }: AnswerInput): "cleared" | "part" | "whole" {
  if (state === "not_reported") return "cleared";
  if (state !== "reported") return "whole";
  return value !== null && isCompleteValue(value) ? "whole" : "part";
}
