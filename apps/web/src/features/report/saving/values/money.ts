import { amountText } from "../answer-draft.ts";
import { readMoney } from "../read-money.ts";
import { faultOf } from "./number-fault.ts";
import type { FieldFault, ValueForm } from "./value-form.ts";

export const moneyForm: ValueForm<"money"> = {
  blank: (currency) => ({ currency }),
  draftOf: ({ amountMinor, currency }, f) => ({
    fields: { amount: amountText(amountMinor, currency, f), currency, currencyBy: "saved" },
  }),
  read({ draft, refuse }, saved) {
    const { amount, currency, question } = readMoney(draft.fields);
    if (amount.kind === "empty") return null;
    // The currency is asked before the amount: its decimals decide how the amount is read.
    const isAsked = question !== null && amount.kind !== "invalid";
    const fault: FieldFault | null = isAsked ? { kind: "which-currency", ...question } : faultOf(amount);
    if (amount.kind === "number" && fault === null) return { type: "money", amountMinor: amount.value, currency };
    if (fault !== null) refuse("amount", fault);
    return saved;
  },
};
