import { minorDigits } from "@avances/domain/reference";
import type { Formats } from "#lib/format.ts";
import type { ValueWords } from "./value-words.ts";

/** An amount of a report to the last unit that was written; without ".00", which nobody wrote. */
export function moneyText(amountMinor: number, currency: string, f: Pick<Formats, "amount" | "money">): string {
  return amountMinor % 10 ** minorDigits(currency) === 0
    ? f.amount(amountMinor, currency)
    : f.money(amountMinor, currency);
}

export const moneyWords: ValueWords<"money"> = {
  isFigure: true,
  words: ({ amountMinor, currency }, { f }) => moneyText(amountMinor, currency, f),
  cell: ({ amountMinor, currency }, { f }) => f.amount(amountMinor, currency),
};
