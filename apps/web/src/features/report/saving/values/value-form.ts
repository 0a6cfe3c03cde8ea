import type { AnswerValueOf, DateFault, UnreadableReason } from "@avances/domain/answer";
import type { Catalogue, Indicator, ValueType } from "@avances/domain/catalogue";
import type { Formats } from "#lib/format.ts";
import type { AnswerDraft } from "../answer-draft.ts";

/** Why a typed text was not saved. */
export type FieldFault =
  | { readonly kind: UnreadableReason | DateFault | "no-title" | "not-an-address" | "too-long" | "not-one-line" }
  /** The possible readings (of an amount in minor units), the largest first. */
  | { readonly kind: "ambiguous"; readonly readings: readonly number[] }
  /** The currency beside the amount differs from the chosen one, which is the last of `currencies`. */
  | { readonly kind: "which-currency"; readonly mark: string; readonly currencies: readonly string[] };

/** The part of a form that is the value. */
export type ValueDraft = Pick<AnswerDraft, "level" | "yes" | "fields">;

export interface FormToRead {
  readonly catalogue: Catalogue;
  readonly indicator: Indicator;
  readonly draft: ValueDraft;
  /** The figure of another answer that the denominator must equal: null = blank there; undefined = this page does not have that answer. */
  readonly linked?: number | null | undefined;
  /** Reports that the text at this key cannot be saved. */
  readonly refuse: (place: string, fault: FieldFault) => void;
}

/** How a value of one type is written into the form, and read from it. */
export interface ValueForm<T extends ValueType> {
  /** What an empty form already holds; absent = nothing. `currency`: the proposed one. */
  readonly blank?: (currency: string) => AnswerDraft["fields"];
  /** The form for a saved value: numbers in the reader's format. */
  readonly draftOf: (value: AnswerValueOf<T>, f: Pick<Formats, "number">) => Partial<ValueDraft>;
  /** Null when the form is empty. An unreadable text is refused, and its part keeps the value of `saved`. */
  readonly read: (form: FormToRead, saved: AnswerValueOf<T> | null) => AnswerValueOf<T> | null;
}
