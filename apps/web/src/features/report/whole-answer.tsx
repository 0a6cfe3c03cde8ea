import type { AnswerInput } from "@avances/contracts";
import { isCounted } from "@avances/domain/answer";
import { findCodeList, type Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { Written } from "#ui/written.tsx";
import { answerTexts } from "./answer.texts.ts";
import styles from "./answer-text.module.css";
import { AnswerText, BreakdownText, type ShownAnswer } from "./answer-text.tsx";
import { commentLabel } from "./comment-label.ts";
import { useReportGround } from "./report-context.ts";

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
          <h4>{commentLabel(t, indicator)}</h4>
          <p className={styles.prose}>
            <Written text={answer.comment} />
          </p>
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
            <Written isName text={title} />
          ) : (
            <a href={url} target="_blank" rel="noreferrer">
              <Written isName text={title} />
            </a>
          )}
          {locator === null ? null : `, ${locator}`}
        </li>
      ))}
    </ul>
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
