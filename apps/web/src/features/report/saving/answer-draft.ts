import type { AnswerInput } from "@avances/contracts";
import { breakdownPlace, crossPlace } from "@avances/domain/answer";
import type { MissingState } from "@avances/domain/catalogue";
import { minorDigits } from "@avances/domain/reference";
import type { Formats } from "#lib/format.ts";

/** An evidence reference in the form: every part is text. */
export interface EvidenceDraft {
  readonly title: string;
  readonly url: string;
  readonly locator: string;
}

/**
 * The form of one indicator: the texts as typed, never parsed numbers. An unreadable text stays here and in
 * its field, and only the readable parts are saved (`to-value-from-form.ts`).
 */
export interface AnswerDraft {
  readonly state: "reported" | MissingState;
  readonly level: number | null;
  readonly yes: boolean | null;
  /**
   * Typed text by key: `total`, `numerator`, `denominator`, `amount`, `currency`, `date`, `text`, and the cells (`cellKey`).
   * `currencyBy` is present once somebody has chosen or saved the currency; without it, the currency is only proposed.
   * Computed cells have no text here: they follow from what was typed (`domain/answer/computed-cells.ts`).
   */
  readonly fields: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly comment: string;
  readonly evidence: readonly EvidenceDraft[];
}

/** Key of a breakdown cell in `fields`. */
export const cellKey = breakdownPlace;

/** Key of a cell of a two-way table in `fields`. */
export const crossCellKey = crossPlace;

/** Key in `fields`: present once the country has said that only the total is known. What was typed in cells waits in the form. */
export const totalOnlyKey = "totalOnly";

export const emptyAnswer: AnswerInput = {
  state: "not_reported",
  value: null,
  reason: "",
  comment: "",
  evidence: [],
};

/**
 * An amount as the form writes it: always with its decimals, and never with three of them (which could be thousands), so that reading it
 * again is never ambiguous.
 */
export function amountText(amountMinor: number, currency: string, f: Pick<Formats, "number">): string {
  const digits = minorDigits(currency);
  const units = 10 ** digits;
  const whole = f.number(Math.floor(amountMinor / units));
  const decimals = String(amountMinor % units).padStart(digits, "0");
  return digits === 0 ? whole : `${whole}.${digits === 3 ? `${decimals}0` : decimals}`;
}
