import { type ParsedNumber, parseAmount, typedCurrency } from "@avances/domain/answer";
import { minorDigits } from "@avances/domain/reference";
import type { AnswerDraft } from "./answer-draft.ts";

/** The reading of the two fields of an amount. */
export interface MoneyReading {
  /** The currency in which the amount is read: the chosen one or, if none was chosen yet, the typed one. */
  readonly currency: string;
  /** The currency was set by what was typed beside the amount; `instead` is the one that was proposed before. */
  readonly setByText: { readonly mark: string; readonly instead: string } | null;
  /** What was typed beside the amount is not the chosen currency, or is ambiguous: ask. The chosen one comes last. */
  readonly question: { readonly mark: string; readonly currencies: readonly string[] } | null;
  /** The text of the amount without its currency mark. */
  readonly figures: string;
  readonly amount: ParsedNumber;
}

/**
 * Reads amount and currency together. A currency typed beside the amount is never ignored: it replaces a proposed currency,
 * and leads to a question if somebody has chosen another one.
 */
export function readMoney(fields: AnswerDraft["fields"]): MoneyReading {
  const chosen = fields.currency ?? "USD";
  const text = fields.amount ?? "";
  const typed = typedCurrency(text);
  const currencies = typed?.currencies ?? [];
  const [only] = currencies;
  const isSet = currencies.length === 1 && only !== chosen && fields.currencyBy === undefined;
  const currency = isSet && only !== undefined ? only : chosen;
  const isAsked = typed !== null && currencies.length > 0 && !currencies.includes(currency);
  return {
    currency,
    setByText: isSet && typed !== null ? { mark: typed.mark, instead: chosen } : null,
    question: isAsked ? { mark: typed.mark, currencies: [...currencies, chosen] } : null,
    figures: typed?.figures ?? text,
    amount: parseAmount(text, minorDigits(currency)),
  };
}
