import { useTexts } from "#i18n/i18n.ts";
import { useReportFacts } from "./report-context.ts";
import styles from "./review.module.css";
import { reviewTexts } from "./review.texts.ts";
import { IndicatorLink } from "./review-problems.tsx";

/** Of a returned report: every question with whether the country has come back to it. */
export function ReviewQuestions() {
  const t = useTexts(reviewTexts).questions;
  const { clarification } = useReportFacts();
  const { questions, open } = clarification;
  if (questions.length === 0) return null;
  return (
    <section className={`section ${styles.part}`} aria-labelledby="questions">
      <h2 id="questions" className={styles.heading}>
        {t.heading}
      </h2>
      <ul className={styles.rows}>
        {questions.map((question) => (
          <li key={question.id}>
            {question.indicatorCode === null ? <b>{t.whole}</b> : <IndicatorLink code={question.indicatorCode} />}
            <p>{question.body}</p>
            <p>{open.includes(question) ? <b>{t.open}</b> : t.answered}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
