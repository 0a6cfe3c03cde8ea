import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { amountText } from "../saving/answer-draft.ts";
import type { FieldFault } from "../saving/values/value-form.ts";
import { faultTexts } from "./fault.texts.ts";

interface FaultWordsProps {
  readonly fault: FieldFault;
  /** For an amount: the currency it is read in. Words and example are then those for money. */
  readonly currency?: string | undefined;
}

/** Why the text in a field was not saved, in words that say what to do. */
export function FaultWords({ fault, currency }: FaultWordsProps) {
  const t = useTexts(faultTexts);
  const f = useFormat();
  if (fault.kind === "ambiguous") return t.ambiguous;
  if (fault.kind === "which-currency") return t.whichCurrency(fault.mark, fault.currencies.at(-1) ?? "");
  const { kind } = fault;
  const example = amountText(123_450, currency ?? "USD", f);
  const isMoney = currency !== undefined && Object.hasOwn(t.money, kind);
  return `${t.notSaved} ${isMoney ? t.money[kind as keyof typeof t.money](example) : t[kind]}`;
}
