import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { Written } from "#ui/written.tsx";
import { useReportFacts } from "../report-context.ts";
import { AnswerHead } from "./answer-head.tsx";
import styles from "./check.module.css";
import { checkTexts } from "./check.texts.ts";

/** The answers that the country opened itself since the report was returned, with the reasons that the Secretariat reads. */
export function ReopenedPart() {
  const t = useTexts(checkTexts).questions;
  const f = useFormat();
  const { view, clarification } = useReportFacts();
  const { returnedAt } = view.submission;
  const opened = view.reopened.filter(({ at }) => returnedAt !== null && at >= returnedAt);
  if (opened.length === 0 || clarification.questions.length === 0) return null;
  return (
    <>
      <h3 className={styles.openedHead}>{t.opened}</h3>
      <ul className={styles.rows}>
        {opened.map(({ indicatorCode, at, byName, reason }) => (
          <li key={at} className={styles.row}>
            <AnswerHead code={indicatorCode} part={1} />
            <p className="small quiet">{t.openedBy(byName, f.instant(at, view.timeZone))}</p>
            <blockquote className={styles.quote}>
              <Written text={reason} />
            </blockquote>
          </li>
        ))}
      </ul>
    </>
  );
}
