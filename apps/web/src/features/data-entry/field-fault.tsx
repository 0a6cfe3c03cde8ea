import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { Button } from "#ui/button.tsx";
import { amountText } from "./answer-draft.ts";
import { dataEntryTexts } from "./data-entry.texts.ts";
import styles from "./indicator-article.module.css";
import { stay } from "./stay.ts";
import type { FieldFault } from "./to-value-from-form.ts";

/** Why the text in a field was not saved, in words. */
export function FaultWords({ fault, money = false }: { readonly fault: FieldFault; readonly money?: boolean }) {
  const t = useTexts(dataEntryTexts);
  if (fault.kind === "ambiguous") return t.fault.ambiguous;
  const words = fault.kind === "not-whole" && money ? t.fault["not-whole-money"] : t.fault[fault.kind];
  return `${t.fault.notSaved} ${words}`;
}

interface ReadingsProps {
  readonly readings: readonly [number, number];
  readonly currency: string;
  readonly onChoose: (text: string) => void;
}

/** "1.234" is a thousand or one and a bit: the person says which. */
export function AmountReadings({ readings, currency, onChoose }: ReadingsProps) {
  const f = useFormat();
  return (
    <div className={styles.readings}>
      {readings.map((reading) => (
        <Button
          key={reading}
          size="small"
          onClick={(event) => {
            stay(event.currentTarget);
            onChoose(amountText(reading, currency, f));
          }}
        >
          {f.money(reading, currency)}
        </Button>
      ))}
    </div>
  );
}
