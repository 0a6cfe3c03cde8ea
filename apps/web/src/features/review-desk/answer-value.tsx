import type { AnswerInput } from "@avances/contracts";
import type { Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { valueWords } from "#lib/answer-words.ts";
import { useFormat } from "#lib/format.ts";
import { ValueState } from "#ui/value-state.tsx";
import { Breakdowns } from "./breakdowns.tsx";
import { deskTexts } from "./desk.texts.ts";
import styles from "./review-desk.module.css";

interface AnswerValueProps {
  readonly indicator: Indicator;
  readonly answer: Pick<AnswerInput, "state" | "value" | "reason"> | undefined;
  readonly size: "large" | "small";
}

/** A value in words, or which kind of missing and why; breakdowns folded below. */
export function AnswerValue({ indicator, answer, size }: AnswerValueProps) {
  const t = useTexts(deskTexts).answer;
  const lang = useLanguage();
  const f = useFormat();
  if (answer === undefined || answer.state === "not_reported")
    return <ValueState state="not_reported" variant="word" />;
  if (answer.state !== "reported") {
    return (
      <>
        <p>
          <ValueState state={answer.state} variant="word" />
        </p>
        {answer.reason === "" ? null : <p className={styles.reason}>{answer.reason}</p>}
      </>
    );
  }
  const words = valueWords(indicator, answer.value, lang, f, t);
  return (
    <>
      <p className={size === "large" ? styles.large : styles.small}>
        {words} {answer.value?.type === "count" ? <span className={styles.unit}>{indicator.unit[lang]}</span> : null}
        {answer.value?.type === "ordinal" ? (
          <span className={styles.unit}>{t.level(String(answer.value.level))}</span>
        ) : null}
      </p>
      <Breakdowns value={answer.value} />
    </>
  );
}
