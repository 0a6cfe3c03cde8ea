import { toMoneySeries } from "@avances/charts/series";
import type { ReactNode } from "react";
import { SmallMultiples } from "#charts/small-multiples.tsx";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicIndicator } from "#lib/published-queries.ts";
import { useSpeech } from "#lib/speech.ts";
import { indicatorTexts } from "./indicator.texts.ts";
import styles from "./indicators.module.css";
import { mixedSentence } from "./mixed-sentence.ts";

interface MoneyViewsProps {
  readonly data: PublicIndicator;
  readonly today: string;
  /** Every amount with its currency. */
  readonly table: ReactNode;
}

/** Amounts year by year, each country in its own currency and on its own scale, and the table of all amounts. */
export function MoneyViews({ data, today, table }: MoneyViewsProps) {
  const t = useTexts(indicatorTexts);
  const f = useFormat();
  const lang = useLanguage();
  const speech = useSpeech(data.countries);
  const { drawn, mixed } = toMoneySeries(data, lang, today);
  const inOrder = drawn.toSorted((a, b) => f.compare(a.label, b.label));
  return (
    <div className={styles.amounts}>
      {inOrder.length === 0 ? null : (
        <SmallMultiples series={inOrder} format={f.amountAlone} ownScale scaleNote={t.ownCurrency} />
      )}
      {mixed.length === 0 ? null : <p className={styles.changeNote}>{mixedSentence(mixed, speech)}</p>}
      {table}
    </div>
  );
}
