import type { Answer, AnswerValue } from "./answer.ts";

/** Is every part of the value there (total, numerator, denominator; a text that is not blank)? Breakdowns are optional. */
export function isCompleteValue(value: AnswerValue): boolean {
  switch (value.type) {
    case "count":
      return value.total !== null;
    case "ratio":
      return value.numerator !== null && value.denominator !== null;
    case "text":
      return value.text.trim() !== "";
    case "ordinal":
    case "boolean":
    case "money":
    case "date":
      return true;
  }
}

/** State `reported` with a complete value. A half-typed ratio is not an answer yet: it counts as not reported. Methodology §3. */
export function isReported(answer: Answer | undefined): boolean {
  return answer !== undefined && answer.state === "reported" && answer.value !== null && isCompleteValue(answer.value);
}
