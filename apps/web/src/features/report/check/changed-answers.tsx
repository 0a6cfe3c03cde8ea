import { findIndicator, type IndicatorCode } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { Callout } from "#ui/callout.tsx";
import { AnswerText } from "../answer-text.tsx";
import { IndicatorLink } from "../indicator-link.tsx";
import report from "../report.module.css";
import { useReportFacts } from "../report-context.ts";
import { checkTexts } from "./check.texts.ts";

interface ChangedAnswersProps {
  readonly codes: readonly IndicatorCode[];
  /** The server refused the report because of these answers. */
  readonly isRefused: boolean;
}

/** Answers that changed since the page showed them, in their present form: nobody declares what they have not seen. */
export function ChangedAnswers({ codes, isRefused }: ChangedAnswersProps) {
  const t = useTexts(checkTexts);
  const { catalogue, answers } = useReportFacts();
  const rows = codes.map((code) => ({ code, indicator: findIndicator(catalogue, code) }));
  return (
    <Callout tone="caution" live="alert" title={t.answersChanged.title(codes.length)}>
      <p>
        {isRefused ? t.answersChanged.notSent : null} {t.answersChanged.text}
      </p>
      <ul className={report.rows}>
        {rows.map(({ code, indicator }) => (
          <li key={code}>
            <IndicatorLink code={code} />
            {indicator === undefined ? null : (
              <p>
                {t.answersChanged.now} <AnswerText indicator={indicator} answer={answers.get(code)} />
              </p>
            )}
          </li>
        ))}
      </ul>
      <p>{t.answersChanged.next}</p>
    </Callout>
  );
}
