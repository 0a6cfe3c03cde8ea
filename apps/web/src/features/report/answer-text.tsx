import type { AnswerInput } from "@avances/contracts";
import { type AnswerValue, isCounted } from "@avances/domain/answer";
import { findCodeList, type Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { ValueWord } from "#ui/value-mark.tsx";
import { Written } from "#ui/written.tsx";
import { valueWords } from "#values/words-of-values.ts";
import { answerTexts } from "./answer.texts.ts";
import styles from "./answer-text.module.css";
import { useReportGround } from "./report-context.ts";

/** An answer from the form, the server, or the rules. */
export interface ShownAnswer {
  readonly state: AnswerInput["state"];
  readonly value: AnswerValue | null;
  readonly reason: string;
}

interface AnswerTextProps {
  readonly indicator: Indicator;
  readonly answer: ShownAnswer | undefined;
}

/** An answer as text: its value in words, or the missing state and its reason. */
export function AnswerText({ indicator, answer }: AnswerTextProps) {
  const t = useTexts(answerTexts);
  const lang = useLanguage();
  const f = useFormat();
  if (answer === undefined || answer.state === "not_reported") return <ValueWord state="not_reported" />;
  if (answer.state !== "reported") {
    return (
      <>
        <ValueWord state={answer.state} />
        {answer.reason === "" ? null : (
          <span className={styles.reason}>
            <Written text={answer.reason} />
          </span>
        )}
      </>
    );
  }
  if (answer.value === null) return <ValueWord state="not_reported" />;
  const { value } = answer;
  return (
    <span className={styles.value}>
      {/* Many levels say "Level 2, and …" of the one before: without its own number a text reads as that one. */}
      {value.type === "ordinal" ? (
        <>
          <span className="sr-only">{t.level} </span>
          <b className={styles.digit}>{f.number(value.level)}</b>{" "}
        </>
      ) : null}
      {value.type === "text" ? (
        <Written text={value.text} />
      ) : (
        valueWords(value, { indicator, language: lang, f, texts: t })
      )}
    </span>
  );
}

export function BreakdownText({ answer }: { readonly answer: Pick<ShownAnswer, "value"> | undefined }) {
  const t = useTexts(answerTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { catalogue } = useReportGround();
  const value = answer?.value;
  if (!isCounted(value)) return null;
  const lists = Object.entries(value.breakdowns);
  if (lists.length === 0) return null;
  return (
    <dl className={styles.breakdowns}>
      {lists.map(([code, cells]) => {
        const list = findCodeList(catalogue, code);
        const parts = (list?.codes ?? []).flatMap(({ code: category, label }) => {
          const cell = cells[category];
          return cell === undefined ? [] : [{ category, name: label[lang], cell }];
        });
        return (
          <div key={code}>
            <dt>{t.by((list?.name[lang] ?? code).toLocaleLowerCase(lang))}</dt>
            <dd>
              <ul className={styles.cells}>
                {parts.map(({ category, name, cell }) => (
                  <li key={category}>
                    <span>{name}</span> <b>{f.number(cell)}</b>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
