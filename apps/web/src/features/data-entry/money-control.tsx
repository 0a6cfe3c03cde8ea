import { parseAmount } from "@avances/domain/answer";
import type { Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { NumberField, Select } from "#ui/field.tsx";
import { amountText, minorDigitsOf } from "./answer-draft.ts";
import { currencies } from "./currencies.ts";
import { dataEntryTexts } from "./data-entry.texts.ts";
import { AmountReadings, FaultWords } from "./field-fault.tsx";
import styles from "./indicator-article.module.css";
import { useReportFacts } from "./report-context.ts";
import { useEntry } from "./use-answer-store.ts";

/** Amount and currency. Where a separator could be either, both readings are offered and nothing is guessed. */
export function MoneyControl({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(dataEntryTexts);
  const f = useFormat();
  const { currency: usual } = useReportFacts();
  const { store, entry } = useEntry(indicator.code);
  const currency = entry.draft.fields.currency ?? usual;
  const text = entry.draft.fields.amount ?? "";
  const fault = entry.faults.amount;
  const parsed = parseAmount(text, minorDigitsOf(currency));
  const isOther = parsed.kind === "number" && amountText(parsed.value, currency, f) !== text.trim();
  const put = (fields: Readonly<Record<string, string>>) =>
    store.edit(indicator.code, (draft) => ({ ...draft, fields: { ...draft.fields, currency, ...fields } }));
  return (
    <div className={styles.money}>
      <Select
        label={t.value.currency}
        value={currency}
        onChange={(event) => {
          put({ currency: event.target.value });
          store.commit(indicator.code);
        }}
      >
        {[...new Set([...currencies, currency])].map((code) => (
          <option key={code} value={code}>
            {code}
          </option>
        ))}
      </Select>
      <div data-stay tabIndex={-1}>
        <NumberField
          decimals
          label={t.value.amount}
          value={text}
          onChange={(event) => put({ amount: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === "Enter") store.commit(indicator.code);
          }}
          error={fault ? <FaultWords fault={fault} money /> : undefined}
          after={isOther && parsed.kind === "number" ? t.value.readAs(f.money(parsed.value, currency)) : undefined}
        />
        {fault?.kind === "ambiguous" ? (
          <AmountReadings
            readings={fault.readings}
            currency={currency}
            onChoose={(amount) => {
              put({ amount });
              store.commit(indicator.code);
            }}
          />
        ) : null}
      </div>
    </div>
  );
}
