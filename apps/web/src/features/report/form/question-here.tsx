import type { IndicatorCode } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { Callout } from "#ui/callout.tsx";
import { useReportFacts } from "../report-context.ts";
import { formTexts } from "./form.texts.ts";
import styles from "./returned-banner.module.css";

/** What the Secretariat asks about this answer, above all its controls. */
export function QuestionHere({ code }: { readonly code: IndicatorCode }) {
  const t = useTexts(formTexts).asked;
  const { clarification, mayEdit } = useReportFacts();
  const isHere = ({ indicatorCode }: { readonly indicatorCode: string | null }) => indicatorCode === code;
  const here = clarification.questions.filter(isHere);
  if (here.length === 0) return null;
  const isOpen = clarification.open.some(isHere);
  return (
    <Callout tone={isOpen ? "caution" : "done"} title={t.title}>
      {here.map(({ id, body }) => (
        <p key={id} className={styles.words}>
          {body}
        </p>
      ))}
      {mayEdit(code) ? <p>{isOpen ? t.todo : t.done}</p> : null}
    </Callout>
  );
}
