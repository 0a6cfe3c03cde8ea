import type { Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { stay } from "#lib/stay.ts";
import { Button } from "#ui/button.tsx";
import { NumberField, Select } from "#ui/field.tsx";
import { amountText } from "../saving/answer-draft.ts";
import { currencies } from "../saving/currencies.ts";
import { type MoneyReading, readMoney } from "../saving/read-money.ts";
import { useEntry } from "../saving/use-answer-store.ts";
import type { FieldFault } from "../saving/values/value-form.ts";
import { FaultChoice, FaultWords } from "./field-fault.tsx";
import { formTexts } from "./form.texts.ts";
import styles from "./indicator-article.module.css";

/** Amount and currency. When either can be read in several ways, all readings are offered and nothing is guessed. */
export function MoneyControl({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(formTexts);
  const f = useFormat();
  const { store, entry } = useEntry(indicator.code);
  const { fields } = entry.draft;
  const text = fields.amount ?? "";
  const fault = entry.faults.amount;
  const reading = readMoney(fields);
  const { amount, currency, setByText } = reading;
  const isOther = amount.kind === "number" && !fault && amountText(amount.value, currency, f) !== text.trim();
  const put = (changed: Readonly<Record<string, string>>) =>
    store.edit(indicator.code, (draft) => ({ ...draft, fields: { ...draft.fields, ...changed } }));
  const decide = (changed: Readonly<Record<string, string>>) => {
    put(changed);
    store.commit(indicator.code);
  };
  return (
    <div className={styles.money} data-stay tabIndex={-1}>
      <NumberField
        decimals
        label={t.value.amount}
        value={text}
        onChange={(event) => put({ amount: event.target.value })}
        onSeveralCells={() => store.commit(indicator.code)}
        onKeyDown={(event) => {
          if (event.key === "Enter") store.commit(indicator.code);
        }}
        error={fault ? <AmountFault fault={fault} reading={reading} decide={decide} /> : undefined}
        after={isOther ? t.value.readAs(f.money(amount.value, currency)) : undefined}
      />
      <Select
        label={t.value.currency}
        value={currency}
        onChange={(event) => decide({ currency: event.target.value, currencyBy: "choice" })}
      >
        {[...new Set([...currencies, currency])].map((code) => (
          <option key={code} value={code}>
            {code}
          </option>
        ))}
      </Select>
      <p className={styles.setByText} aria-live="polite">
        {setByText === null ? null : (
          <>
            <span>{t.value.currencySet(setByText.mark, currency)}</span>{" "}
            <Button
              size="small"
              variant="quiet"
              onClick={(event) => {
                stay(event.currentTarget);
                decide({ amount: reading.figures, currency: setByText.instead, currencyBy: "choice" });
              }}
            >
              {t.value.currencyInstead(setByText.instead)}
            </Button>
          </>
        )}
      </p>
    </div>
  );
}

interface AmountFaultProps {
  readonly fault: FieldFault;
  readonly reading: MoneyReading;
  readonly decide: (changed: Readonly<Record<string, string>>) => void;
}

function AmountFault({ fault, reading, decide }: AmountFaultProps) {
  const f = useFormat();
  const { amount, currency, figures } = reading;
  return (
    <>
      <FaultWords fault={fault} currency={currency} />
      {fault.kind === "ambiguous" ? (
        <FaultChoice
          choices={fault.readings}
          words={(value) => f.money(value, currency)}
          // The chosen currency, even if it was only typed beside the figures that are now replaced.
          onChoose={(value) => decide({ amount: amountText(value, currency, f), currency, currencyBy: "choice" })}
        />
      ) : null}
      {fault.kind === "which-currency" ? (
        <FaultChoice
          choices={fault.currencies}
          words={(code) => (amount.kind === "number" ? f.money(amount.value, code) : code)}
          onChoose={(code) => decide({ amount: figures, currency: code, currencyBy: "choice" })}
        />
      ) : null}
    </>
  );
}
