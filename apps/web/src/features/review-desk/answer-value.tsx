import type { AnswerInput } from "@avances/contracts";
import type { AnswerValue as AnyValue } from "@avances/domain/answer";
import type { Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { ValueWord } from "#ui/value-mark.tsx";
import { valueWords } from "#values/words-of-values.ts";
import { Breakdowns } from "./breakdowns.tsx";
import { deskTexts } from "./desk.texts.ts";
import styles from "./review-desk.module.css";

interface AnswerValueProps {
  readonly indicator: Indicator;
  readonly answer: Pick<AnswerInput, "state" | "value" | "reason"> | undefined;
  readonly size: "large" | "small";
}

/** A value in words, or the missing state and its reason; breakdowns folded below. */
export function AnswerValue({ indicator, answer, size }: AnswerValueProps) {
  const t = useTexts(deskTexts).answer;
  const lang = useLanguage();
  const f = useFormat();
  if (answer === undefined || answer.state === "not_reported") return <ValueWord state="not_reported" />;
  if (answer.state !== "reported") {
    return (
      <>
        <p>
          <ValueWord state={answer.state} />
        </p>
        {answer.reason === "" ? null : <p className={styles.reason}>{answer.reason}</p>}
      </>
    );
  }
  const { value } = answer;
  if (value === null) return <p className={size === "large" ? styles.large : styles.small} />;
  const beside = besideWords(value, { unit: indicator.unit[lang], level: t.level });
  return (
    <>
      <p className={size === "large" ? styles.large : styles.small}>
        {valueWords(value, { indicator, language: lang, f, texts: t })}{" "}
        {beside === null ? null : <span className={styles.unit}>{beside}</span>}
      </p>
      <Breakdowns value={value} />
    </>
  );
}

/** Small words beside a value: what was counted, or the level behind the words. */
function besideWords(
  value: AnyValue,
  words: { readonly unit: string; readonly level: (level: string) => string },
): string | null {
  switch (value.type) {
    case "count":
      return words.unit;
    case "ordinal":
      return words.level(String(value.level));
    case "boolean":
    case "ratio":
    case "money":
    case "date":
    case "text":
      return null;
  }
}
