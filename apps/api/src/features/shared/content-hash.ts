import { createHash } from "node:crypto";
import type { Answer } from "@avances/domain/answer";
import { canonicalJson } from "#http/canonical-json.ts";

/** The proof on a receipt: SHA-256 over the canonical JSON of all answers in the order of their codes. Hex. */
export function contentHash(answers: readonly Answer[]): string {
  const inOrder = [...answers].sort((one, other) => (one.indicatorCode < other.indicatorCode ? -1 : 1)).map(content);
  return sha256(canonicalJson(inOrder));
}

/** What the audit trail keeps of an answer: enough to prove it later, but nothing readable. Null when there is no answer. */
export function answerHash(answer: Answer | undefined): string | null {
  return answer === undefined ? null : sha256(canonicalJson(content(answer)));
}

function content({ indicatorCode, state, value, reason, comment, evidence }: Answer) {
  return { indicatorCode, state, value, reason, comment, evidence };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
