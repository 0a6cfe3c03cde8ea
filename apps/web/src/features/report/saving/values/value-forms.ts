import type { AnswerValue, AnswerValueOf } from "@avances/domain/answer";
import type { ValueType } from "@avances/domain/catalogue";
import type { Formats } from "#lib/format.ts";
import type { AnswerDraft } from "../answer-draft.ts";
import { countForm } from "./count.ts";
import { dateForm } from "./date.ts";
import { levelForm } from "./level.ts";
import { moneyForm } from "./money.ts";
import { ratioForm } from "./ratio.ts";
import { textForm } from "./text.ts";
import type { FormToRead, ValueDraft, ValueForm } from "./value-form.ts";
import { yesNoForm } from "./yes-no.ts";

/** How each type of value is written into the form, and read from it. */
const valueForms: { readonly [T in ValueType]: ValueForm<T> } = {
  ordinal: levelForm,
  boolean: yesNoForm,
  count: countForm,
  ratio: ratioForm,
  money: moneyForm,
  date: dateForm,
  text: textForm,
};

/** What an empty form of this type holds. */
export function blankFields(type: ValueType, currency: string): AnswerDraft["fields"] {
  return valueForms[type].blank?.(currency) ?? {};
}

/** The form for a saved value. */
export function valueDraftOf<T extends ValueType>(
  value: AnswerValueOf<T>,
  f: Pick<Formats, "number">,
): Partial<ValueDraft> {
  return valueForms[value.type].draftOf(value, f);
}

/** Reads the value from a form of this type. `saved`: what was saved last. */
export function readValue<T extends ValueType>(
  type: T,
  form: FormToRead,
  saved: AnswerValue | null,
): AnswerValueOf<T> | null {
  return valueForms[type].read(form, saved !== null && isOf(saved, type) ? saved : null);
}

function isOf<T extends ValueType>(value: AnswerValue, type: T): value is AnswerValue & AnswerValueOf<T> {
  return value.type === type;
}
