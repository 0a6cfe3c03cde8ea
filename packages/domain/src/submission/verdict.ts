import type { Answer } from "../answer/index.ts";

/** What somebody of the Secretariat says of an answer that was read. `reservation`: it may be accepted, with a reservation that stays with the office. */
export const verdicts = ["seen", "question", "reservation"] as const;
export type Verdict = (typeof verdicts)[number];

/** Why an answer is questioned. The words of a question begin with it; `other`: they say it alone. */
export const questionReasons = [
  "differs_from_before",
  "does_not_add_up",
  "source_missing",
  "period_unclear",
  "definition_unclear",
  "reason_missing",
  "other",
] as const;
export type QuestionReason = (typeof questionReasons)[number];

type Compared = Pick<Answer, "state" | "value" | "reason" | "comment" | "evidence">;

/**
 * Does a verdict on an answer of one version hold for this one too? As long as both say the same in every part. An answer that is missing says
 * nothing, and says the same as another that is missing.
 */
export function verdictStands(read: Compared | undefined, now: Compared | undefined): boolean {
  if (read === undefined || now === undefined) return read === now;
  const parts = ({ state, value, reason, comment, evidence }: Compared) =>
    JSON.stringify(inOrder({ state, value, reason, comment, evidence }));
  return parts(read) === parts(now);
}

/** The same value with the keys of its objects in order: stored values keep no order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(
    entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, part]) => [name, inOrder(part)]),
  );
}
