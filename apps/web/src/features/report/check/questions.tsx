import { useTexts } from "#i18n/i18n.ts";
import { IndicatorLink } from "../indicator-link.tsx";
import report from "../report.module.css";
import { useReportFacts } from "../report-context.ts";
import { checkTexts } from "./check.texts.ts";

/** For a returned report: every question, and whether the country has answered it. */
export function Questions() {
  const t = useTexts(checkTexts).questions;
  const { clarification } = useReportFacts();
  const { questions, open } = clarification;
  if (questions.length === 0) return null;
  return (
    <section className={`section ${report.part}`} aria-labelledby="questions">
      <h2 id="questions" className={report.heading}>
        {t.heading}
      </h2>
      <ul className={report.rows}>
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
