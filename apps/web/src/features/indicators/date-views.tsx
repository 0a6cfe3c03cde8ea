import { thenAndNow, toDateSeries } from "@avances/charts/series";
import { lapses } from "@avances/domain/catalogue";
import { lastDayOfData } from "@avances/domain/round";
import { DateLine } from "#charts/date-line.tsx";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicIndicator } from "#lib/published-queries.ts";
import { roundWords } from "#lib/round-words.ts";
import { indicatorTexts } from "./indicator.texts.ts";
import styles from "./indicators.module.css";
import { RoundSelect, useRound } from "./view-controls.tsx";

/** The date that each country gave for one round, on a line of time. */
export function DateViews({ data, today }: { readonly data: PublicIndicator; readonly today: string }) {
  const t = useTexts(indicatorTexts);
  const f = useFormat();
  const lang = useLanguage();
  const { round, change } = useRound(data);
  if (round === null) return null;
  const series = toDateSeries(data, lang, today).sort((a, b) => f.compare(a.label, b.label));
  const lastDay = lastDayOfData(round);
  const { code, name } = data.indicator;
  return (
    <>
      <form data-names="" className={styles.switches} data-print="no">
        <RoundSelect data={data} round={round} change={change} />
      </form>
      <DateLine
        caption={t.datesCaption(name[lang], roundWords[lang].data(round))}
        lastDay={lastDay}
        round={round}
        countries={thenAndNow(series, round.roundYear)}
        lapses={lapses(code)}
      />
      <p className={styles.changeNote}>{t.datesNote(f.date(lastDay))}</p>
    </>
  );
}
