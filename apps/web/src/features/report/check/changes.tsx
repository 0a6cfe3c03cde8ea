import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { DataTable } from "#ui/data-table.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { AnswerText } from "../answer-text.tsx";
import { IndicatorLink } from "../indicator-link.tsx";
import report from "../report.module.css";
import { useReportFacts } from "../report-context.ts";
import styles from "./check.module.css";
import { checkTexts } from "./check.texts.ts";
import { changesSince } from "./report-summary.ts";

/** Before and now, for every answer that differs from last year's. */
export function Changes() {
  const t = useTexts(checkTexts);
  const { view, catalogue, previous, answers } = useReportFacts();
  const lang = useLanguage();
  const { year, referenceYear } = view.previous;
  if (year === null || referenceYear === null) {
    return (
      <section className="section">
        <p className="quiet">{t.changes.noPrevious}</p>
      </section>
    );
  }
  const round = roundWords[lang].round(roundOf({ year, referenceYear }));
  const { changed, gone, unchanged } = changesSince(catalogue, previous, answers);
  return (
    <section className="section" aria-labelledby="changes">
      <h2 id="changes" className={report.heading}>
        {t.changes.heading(round)}
      </h2>
      {changed.length === 0 && gone.length === 0 ? (
        <p>{t.changes.none(round)}</p>
      ) : (
        <>
          <p className={styles.note}>{t.changes.unchanged(unchanged)}</p>
          <DataTable caption={t.changes.heading(round)} captionHidden dense stickyFirst={false}>
            <thead>
              <tr>
                <th scope="col">{t.changes.indicator}</th>
                <th scope="col">
                  {t.changes.before} ({roundWords[lang].name({ roundYear: year })})
                </th>
                <th scope="col">{t.changes.now}</th>
              </tr>
            </thead>
            <tbody>
              {changed.map(({ indicator, before, now }) => (
                <tr key={indicator.code}>
                  <th scope="row" className={styles.name}>
                    <IndicatorLink code={indicator.code} />
                  </th>
                  <td className={styles.value}>
                    <AnswerText indicator={indicator} answer={before} />
                  </td>
                  <td className={styles.value}>
                    <AnswerText indicator={indicator} answer={now} />
                  </td>
                </tr>
              ))}
            </tbody>
          </DataTable>
          {gone.length > 0 ? (
            <Disclosure summary={t.changes.gone(gone.length)} variant="ruled">
              <ul className={report.rows}>
                {gone.map(({ code }) => (
                  <li key={code}>
                    <IndicatorLink code={code} />
                  </li>
                ))}
              </ul>
            </Disclosure>
          ) : null}
        </>
      )}
    </section>
  );
}
