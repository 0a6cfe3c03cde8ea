import { type Answer, answeredAs } from "@avances/domain/answer";
import type { Found } from "../judge.ts";
import type { AnswerEntry } from "../saving/answer-store.ts";

/** How one answer stands, in one word: the first of these that is so. */
export type LineStanding =
  | { readonly kind: "conflict" | "offline" | "signedOut" | "refused" | "fault" | "typing" | "saving" }
  | { readonly kind: "question" | "error" | "explain" | "warning" }
  /** As in the round before; `since`: every round has said so since this one, or null. */
  | { readonly kind: "confirmed"; readonly since: number | null }
  | { readonly kind: "saved"; readonly at: string }
  | { readonly kind: "part" | "proposed" | "none" | "closed" };

export interface LineFacts {
  readonly entry: Pick<AnswerEntry, "queue" | "typing" | "faults">;
  /** What the rules read of it; null while it is not reported. */
  readonly answer: Answer | null;
  readonly found: Found | null;
  /** The Secretariat asks about it and has no reply yet. */
  readonly isAsked: boolean;
  readonly mayEdit: boolean;
  /** The report was sent at least once. */
  readonly wasSent: boolean;
  readonly hasProposal: boolean;
  /** It says what was proposed from the round before. */
  readonly isAsProposed: boolean;
  readonly since: number | null;
}

/** What is not saved comes first, then what is asked of the country, then what is settled. */
export function lineStanding(facts: LineFacts): LineStanding {
  return (
    unsaved(facts) ??
    (facts.isAsked ? { kind: "question" } : null) ??
    (facts.mayEdit && facts.found !== null ? { kind: facts.found } : null) ??
    settled(facts) ?? { kind: facts.hasProposal ? "proposed" : "none" }
  );
}

function unsaved({ entry: { queue, typing, faults } }: LineFacts): LineStanding | null {
  switch (queue.trouble?.kind) {
    case "conflict":
      return { kind: "conflict" };
    case "offline":
      return { kind: "offline" };
    case "signed-out":
    case "other-person":
      return { kind: "signedOut" };
    case "refused":
      return { kind: "refused" };
    case undefined:
      break;
  }
  if (queue.sending !== null) return { kind: "saving" };
  if (typing) return { kind: "typing" };
  return Object.keys(faults).length > 0 ? { kind: "fault" } : null;
}

function settled({ entry, answer, mayEdit, wasSent, isAsProposed, since }: LineFacts): LineStanding | null {
  const { savedAt } = entry.queue;
  if (answer === null) return null;
  if (answeredAs(answer) === null) return { kind: "part" };
  // What stays as it was sent is locked, whatever it says: that it says the same as before stands beside it.
  if (isLocked({ mayEdit, wasSent })) return { kind: "closed" };
  if (isAsProposed) return { kind: "confirmed", since };
  return savedAt === null ? null : { kind: "saved", at: savedAt };
}

type Access = Pick<LineFacts, "mayEdit" | "wasSent">;

function isLocked({ mayEdit, wasSent }: Access): boolean {
  return wasSent && !mayEdit;
}

/** The shape before a line. `open`: somebody writes here. */
export type LineMarkKind = LineStanding["kind"] | "open";

/**
 * A locked answer has its lock, open or not and also where it is blank, unless something of it is not saved or the Secretariat asks about it. Only what
 * can be written has the pencil while it is open, and a clash keeps its own mark until it is settled.
 */
export function lineMark({ kind }: LineStanding, access: Access & { readonly isOpen: boolean }): LineMarkKind {
  if (isLocked(access) && isSettled(kind)) return "closed";
  return access.isOpen && access.mayEdit && kind !== "conflict" ? "open" : kind;
}

function isSettled(kind: LineStanding["kind"]): boolean {
  switch (kind) {
    case "confirmed":
    case "saved":
    case "part":
    case "proposed":
    case "none":
    case "closed":
      return true;
    case "conflict":
    case "offline":
    case "signedOut":
    case "refused":
    case "fault":
    case "typing":
    case "saving":
    case "question":
    case "error":
    case "explain":
    case "warning":
      return false;
  }
}
