import type { AnswerValueOf, DateFault, UnreadableReason } from "@avances/domain/answer";
import type { Catalogue, Indicator, ValueType } from "@avances/domain/catalogue";
import type { Formats } from "#lib/format.ts";
import type { AnswerDraft } from "../answer-draft.ts";

/** Why a typed text was not saved. */
export type FieldFault =
  | { readonly kind: UnreadableReason | DateFault | "no-title" | "not-an-address" | "too-long" | "not-one-line" }
  /** The readings, of an amount in minor units, the largest first. */
  | { readonly kind: "ambiguous"; readonly readings: readonly number[] }
  /** Another currency stands beside the amount than the chosen one, which is the last of `currencies`. */
  | { readonly kind: "which-currency"; readonly mark: string; readonly currencies: readonly string[] };

/** What of a form is the value. */
export type ValueDraft = Pick<AnswerDraft, "level" | "yes" | "fields">;

export interface FormToRead {
  readonly catalogue: Catalogue;
  readonly indicator: Indicator;
  readonly draft: ValueDraft;
  /** What stands at this place cannot be saved. */
  readonly refuse: (place: string, fault: FieldFault) => void;
}

/** How a value of one kind stands in the form, and how it is read from there. */
export interface ValueForm<T extends ValueType> {
  /** What stands in an empty form already; absent = nothing. `currency`: the one that is proposed. */
  readonly blank?: (currency: string) => AnswerDraft["fields"];
  /** The form for a saved value: numbers in the reader's format. */
  readonly draftOf: (value: AnswerValueOf<T>, f: Pick<Formats, "number">) => Partial<ValueDraft>;
  /** Null when nothing stands in the form. Where something unreadable does, it is refused and its place keeps what it has in `saved`. */
  readonly read: (form: FormToRead, saved: AnswerValueOf<T> | null) => AnswerValueOf<T> | null;
}
