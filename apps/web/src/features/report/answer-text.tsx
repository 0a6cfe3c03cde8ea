import type { AnswerInput } from "@avances/contracts";
import { type AnswerValue, isCounted } from "@avances/domain/answer";
import { findCodeList, type Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { ValueState } from "#ui/value-state.tsx";
import { valueWords } from "#values/words-of-values.tsx";
import { answerTexts } from "./answer.texts.ts";
import styles from "./answer-text.module.css";
import { useReportGround } from "./report-context.ts";

/** An answer from the form, the server, or the rules. */
interface ShownAnswer {
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
  if (answer === undefined || answer.state === "not_reported")
    return <ValueState state="not_reported" variant="word" />;
  if (answer.state !== "reported") {
    return (
      <>
        <ValueState state={answer.state} variant="word" />
        {answer.reason === "" ? null : <span className={styles.reason}>{answer.reason}</span>}
      </>
    );
  }
  if (answer.value === null) return <ValueState state="not_reported" variant="word" />;
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
      {valueWords(value, { indicator, language: lang, f, texts: t })}
    </span>
  );
}

/** The whole answer, for reading only: value, breakdowns, comment, evidence. */
export function WholeAnswer({
  indicator,
  answer,
}: {
  readonly indicator: Indicator;
  readonly answer: AnswerInput | undefined;
}) {
  const t = useTexts(answerTexts);
  const lang = useLanguage();
  return (
    <div className={styles.whole}>
      <p className={styles.large}>
        <AnswerText indicator={indicator} answer={answer} />
        {answer?.value?.type === "count" ? <span className={styles.unit}> {indicator.unit[lang]}</span> : null}
      </p>
      <BreakdownText answer={answer} />
      <CrossText answer={answer} />
      {answer?.comment ? (
        <div>
          <h4>{t.comment}</h4>
          <p className={styles.prose}>{answer.comment}</p>
        </div>
      ) : null}
      {answer && answer.evidence.length > 0 ? (
        <div>
          <h4>{t.evidence}</h4>
          <EvidenceList evidence={answer.evidence} />
        </div>
      ) : null}
    </div>
  );
}

export function EvidenceList({ evidence }: { readonly evidence: AnswerInput["evidence"] }) {
  return (
    <ul className={styles.evidence}>
      {evidence.map(({ title, url, locator }) => (
        <li key={`${title}${url}${locator}`}>
          {url === null ? (
            title
          ) : (
            <a href={url} target="_blank" rel="noreferrer">
              {title}
            </a>
          )}
          {locator === null ? null : `, ${locator}`}
        </li>
      ))}
    </ul>
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

/** The two-way tables of an answer; their margins stand among the breakdowns. */
function CrossText({ answer }: { readonly answer: Pick<ShownAnswer, "value"> | undefined }) {
  const lang = useLanguage();
  const f = useFormat();
  const { catalogue } = useReportGround();
  const value = answer?.value;
  if (!isCounted(value)) return null;
  return Object.entries(value.crossTabs).map(([key, cells]) => {
    const [rows, columns] = key.split("×").map((code) => findCodeList(catalogue, code));
    if (rows === undefined || columns === undefined) return null;
    return (
      <div key={key} className={styles.scroll}>
        <table className={styles.cross}>
          <caption>
            {rows.name[lang]} × {columns.name[lang].toLocaleLowerCase(lang)}
          </caption>
          <thead>
            <tr>
              <td />
              {columns.codes.map(({ code, label }) => (
                <th scope="col" key={code}>
                  {label[lang]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.codes.map((row) => (
              <tr key={row.code}>
                <th scope="row">{row.label[lang]}</th>
                {columns.codes.map(({ code }) => {
                  const cell = cells[row.code]?.[code];
                  return <td key={code}>{cell === undefined ? "" : f.number(cell)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  });
}
