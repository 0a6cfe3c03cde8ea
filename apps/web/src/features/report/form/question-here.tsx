import type { IndicatorCode } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useReportBase } from "../report-context.ts";
import { CommentThread } from "./comment-thread.tsx";
import styles from "./question-here.module.css";
import { returnedTexts } from "./returned.texts.ts";

/** What the Secretariat asks about this answer, what was replied and the place for the reply: below the line of the answer, open or not. */
export function QuestionHere({ code }: { readonly code: IndicatorCode }) {
  const t = useTexts(returnedTexts).asked;
  const { clarification, mayEdit, mayWriteOn } = useReportBase();
  const isHere = ({ indicatorCode }: { readonly indicatorCode: string | null }) => indicatorCode === code;
  if (!clarification.questions.some(isHere)) return null;
  const isOpen = clarification.open.some(isHere);
  return (
    <div className={styles.question} data-open={isOpen} data-question={code}>
      <p className={styles.title}>{isOpen ? t.title : t.settled}</p>
      {mayEdit(code) ? <p className="quiet small">{!isOpen ? t.done : mayWriteOn(code) ? t.todo : t.change}</p> : null}
      <CommentThread isUnfolded code={code} />
    </div>
  );
}
