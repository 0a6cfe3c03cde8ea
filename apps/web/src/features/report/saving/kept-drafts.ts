import {
  type Guard,
  isListOf,
  isNullOr,
  isNumber,
  isOneOf,
  isRecordOf,
  isShape,
  isText,
  isTruth,
} from "#lib/read-kept.ts";
import type { AnswerDraft, EvidenceDraft } from "./answer-draft.ts";

/** A form that the server has not confirmed, with the revision of the answer it is based on. */
export interface KeptDraft {
  readonly draft: AnswerDraft;
  readonly revision: number;
  /** The form of that answer: what of `draft` was changed here, and what stood there before. Absent in what earlier releases kept. */
  readonly base?: AnswerDraft;
  /** When it was begun, in milliseconds since 1970 by this device. */
  readonly since?: number;
}

/** Acts that replace a whole form at once. */
export const replacingActs = ["last-round", "state", "cleared", "theirs", "evidence", "pasted", "total-only"] as const;
export type ReplacingAct = (typeof replacingActs)[number];

/** The form before such an act, for undo. */
export interface Replaced {
  readonly act: ReplacingAct;
  readonly draft: AnswerDraft;
}

const isAnswerDraft = isShape<AnswerDraft>({
  state: isOneOf(["reported", "not_available", "not_applicable"]),
  level: isNullOr(isNumber),
  yes: isNullOr(isTruth),
  fields: isRecordOf(isText),
  reason: isText,
  comment: isText,
  evidence: isListOf(isShape<EvidenceDraft>({ title: isText, url: isText, locator: isText })),
});

const isBare = isShape<Pick<KeptDraft, "draft" | "revision">>({ draft: isAnswerDraft, revision: isNumber });
export const isKeptDraft: Guard<KeptDraft> = (value): value is KeptDraft => {
  if (typeof value !== "object" || value === null) return false;
  const { base, since, ...rest } = value as Partial<KeptDraft>;
  return isBare(rest) && (base === undefined || isAnswerDraft(base)) && (since === undefined || isNumber(since));
};
export const isReplaced = isShape<Replaced>({ act: isOneOf(replacingActs), draft: isAnswerDraft });

/** Keys that say how a value is written, and are not values themselves. */
const settings: ReadonlySet<string> = new Set(["currency", "currencyBy"]);

/** Has any part of a value been typed in this form? A currency alone does not count. */
function hasValue({ level, yes, fields }: AnswerDraft): boolean {
  const isTyped = Object.entries(fields).some(([place, text]) => !settings.has(place) && text.trim() !== "");
  return level !== null || yes !== null || isTyped;
}

/** Would somebody miss something if this form were emptied? */
export function hasWork(draft: AnswerDraft): boolean {
  const isSaid = draft.reason.trim() !== "" || draft.comment.trim() !== "";
  return (
    hasValue(draft) || isSaid || draft.evidence.some((row) => Object.values(row).some((text) => text.trim() !== ""))
  );
}

/**
 * A form that says there is no value, with the value it had when that was chosen, so that it is found again on returning to "reported".
 * The value is not sent before that.
 */
export function withValueOf(draft: AnswerDraft, before: Replaced | undefined): AnswerDraft {
  if (draft.state === "reported" || before?.act !== "state" || !hasValue(before.draft)) return draft;
  const { level, yes, fields } = before.draft;
  return { ...draft, level, yes, fields };
}
