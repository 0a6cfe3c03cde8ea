import { marksOfReports, unpublishedOf } from "@avances/charts/series";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { PublicCountry } from "#lib/published-queries.ts";
import { roundWords } from "#lib/round-words.ts";
import { useSpeech } from "#lib/speech.ts";
import { StatusShape } from "#ui/status-badge.tsx";
import { ValueWord } from "#ui/value-mark.tsx";
import styles from "./countries.module.css";
import { countriesTexts } from "./countries.texts.ts";
import { countryReportsFacts } from "./country-facts.ts";
import { countryReportsSentence } from "./country-sentences.ts";

/** Every round since the first, oldest first: published, or why not, by mark and word. No place is blank. */
export function HistoryStrip({ data, today }: { readonly data: PublicCountry; readonly today: string }) {
  const t = useTexts(countriesTexts);
  const f = useFormat();
  const lang = useLanguage();
  const speech = useSpeech([data.country]);
  if (data.reporting.length === 0) return null;
  const markOf = marksOfReports({ rounds: data.rounds, unpublished: unpublishedOf(data.reporting) }, today);
  const rounds = data.reporting.toSorted((a, b) => a.roundYear - b.roundYear);
  return (
    <section className="section" aria-labelledby="reports">
      <h2 id="reports" className="sr-only">
        {t.reporting}
      </h2>
      <ol className={styles.strip}>
        {rounds.map((cell) => (
          <li key={cell.roundYear}>
            <span className={styles.state}>
              {cell.state === "published" ? (
                <>
                  <StatusShape status="published" /> {t.publishedShort}
                </>
              ) : (
                <ValueWord state={markOf(cell.country, cell.roundYear)} />
              )}
            </span>
            <span className={styles.years}>{roundWords[lang].data(cell)}</span>
            {cell.publishedAt === null ? null : (
              <span className={styles.detail}>
                {t.publishedOn(f.shortDate(cell.publishedAt.slice(0, 10)), f.percent((cell.coverage ?? 0) / 100))}
              </span>
            )}
          </li>
        ))}
      </ol>
      <p className="small quiet">{countryReportsSentence(countryReportsFacts(data, today), speech)}</p>
    </section>
  );
}
