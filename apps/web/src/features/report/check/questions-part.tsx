import { useTexts } from "#i18n/i18n.ts";
import { CommentThread } from "../form/comment-thread.tsx";
import { useReportFacts } from "../report-context.ts";
import { AnswerHead } from "./answer-head.tsx";
import styles from "./check.module.css";
import { checkTexts } from "./check.texts.ts";
import { Part } from "./part.tsx";
import { ReopenedPart } from "./reopened-part.tsx";

/** For a returned report: every question, whether the country has come back to it, and the place to reply. */
export function QuestionsPart() {
  const t = useTexts(checkTexts).questions;
  const { clarification } = useReportFacts();
  const { questions, open } = clarification;
  // Several questions about one answer stand in one thread, with one place to reply.
  const codes = [...new Set(questions.map(({ indicatorCode }) => indicatorCode))];
  return (
    <Part number={1} title={t.heading} note={t.note(questions.length, open.length)} isEmpty={questions.length === 0}>
      <ul className={styles.rows}>
        {codes.map((code) => {
          const isOpen = open.some(({ indicatorCode }) => indicatorCode === code);
          return (
            <li key={code ?? "report"} className={isOpen ? styles.cautionRow : styles.row}>
              <AnswerHead code={code} whole={t.whole} part={1} />
              <p>{isOpen ? <b>{t.open}</b> : t.answered}</p>
              <CommentThread isUnfolded code={code} />
            </li>
          );
        })}
      </ul>
      <ReopenedPart />
    </Part>
  );
}
