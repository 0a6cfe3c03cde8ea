import { findIndicator, type IndicatorCode } from "@avances/domain/catalogue";
import { useLanguage } from "#i18n/language.ts";
import { AnswerText } from "../answer-text.tsx";
import { useReportFacts } from "../report-context.ts";
import styles from "./check.module.css";
import { RowLink } from "./row-link.tsx";

/** Code, question and present answer of a row that is about an answer; `whole` in their place when it is about the report. */
export function AnswerHead({
  code,
  whole,
  part,
}: {
  readonly code: IndicatorCode | null;
  readonly whole?: string;
  readonly part: number;
}) {
  const lang = useLanguage();
  const { catalogue, answers } = useReportFacts();
  const indicator = code === null ? undefined : findIndicator(catalogue, code);
  if (indicator === undefined) return <p className={styles.rowHead}>{whole ?? code}</p>;
  return (
    <p className={styles.rowHead}>
      <span className={styles.code}>{indicator.code}</span>{" "}
      <RowLink code={indicator.code} part={part}>
        {indicator.name[lang]}
      </RowLink>
      {": "}
      <AnswerText indicator={indicator} answer={answers.get(indicator.code)} />
    </p>
  );
}
