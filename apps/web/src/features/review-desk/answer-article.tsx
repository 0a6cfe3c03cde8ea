import { blocksSubmission, findingMessage } from "@avances/domain/answer";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { saidAnswers } from "#lib/said-answers.ts";
import { Checkbox } from "#ui/field.tsx";
import { AnswerValue } from "./answer-value.tsx";
import { deskTexts } from "./desk.texts.ts";
import type { DeskAnswer } from "./desk-answers.ts";
import { useDesk } from "./desk-context.ts";
import { DeskThread, Reopened } from "./desk-thread.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { QuestionBox } from "./question-box.tsx";
import styles from "./review-desk.module.css";
import { verdictTexts } from "./verdict.texts.ts";
import { VerdictBar } from "./verdict-bar.tsx";

/** One answer to review: now and a year ago, what the rules say, why, and the question, if there is one. It cannot be edited here. */
export function AnswerArticle({ answer }: { readonly answer: DeskAnswer }) {
  const t = useTexts(deskTexts);
  const lang = useLanguage();
  const v = useTexts(verdictTexts);
  const { view, newlyChanged, base } = useDesk();
  const { indicator, now, before, isChanged } = answer;
  const { code } = indicator;
  const { year, referenceYear } = view.previous;
  return (
    <article id={code} data-answer className={styles.answer} aria-labelledby={`${code}-name`}>
      <header>
        <h3 id={`${code}-name`} tabIndex={-1}>
          {indicator.name[lang]}
        </h3>
        <p className={styles.codeLine}>
          <span>{code}</span>
          {indicator.sensitivity === "restricted" ? <span>{t.answer.restricted}</span> : null}
          {isChanged ? <b>{t.answer.changed}</b> : null}
          {newlyChanged.has(code) ? <b className={styles.new}>{t.newer.mark}</b> : null}
        </p>
      </header>
      <div className={styles.pair}>
        <div>
          <h4>{base === null ? t.answer.now : v.nowHeading(String(view.submission.version))}</h4>
          <AnswerValue indicator={indicator} answer={now} size="large" />
        </div>
        {base !== null ? (
          <div className={styles.before}>
            <h4>{v.baseHeading(String(base))}</h4>
            {before === undefined ? (
              <p className="quiet">{t.answer.blank}</p>
            ) : (
              <>
                <AnswerValue indicator={indicator} answer={before} size="small" />
                {before.comment ? <p className="small">{before.comment}</p> : null}
              </>
            )}
          </div>
        ) : year === null || referenceYear === null ? null : (
          <div className={styles.before}>
            <h4>{t.answer.before(roundWords[lang].round(roundOf({ year, referenceYear })))}</h4>
            {before === undefined ? (
              <p className="quiet">{t.answer.noBefore}</p>
            ) : (
              <AnswerValue indicator={indicator} answer={before} size="small" />
            )}
          </div>
        )}
      </div>
      <Findings answer={answer} />
      {now?.comment ? (
        <div className={styles.comment}>
          <h4>{t.answer.comment}</h4>
          <p>{now.comment}</p>
        </div>
      ) : null}
      <EvidenceList evidence={now?.evidence ?? []} />
      <Reopened code={code} />
      <DeskThread code={code} />
      <ConfirmNotApplicable answer={answer} />
      {view.may.review ? <VerdictBar answer={answer} /> : null}
      {view.may.review ? <QuestionBox code={code} /> : null}
    </article>
  );
}

function Findings({ answer: { findings } }: { readonly answer: DeskAnswer }) {
  const t = useTexts(deskTexts).finding;
  const lang = useLanguage();
  const { catalogue, view } = useDesk();
  if (findings.length === 0) return null;
  const answers = saidAnswers(view.answers);
  return (
    <ul className={styles.findings}>
      {findings.map((finding) => (
        <li key={JSON.stringify(finding)} className={styles[finding.severity]}>
          <b>{t[finding.severity]}.</b> {findingMessage(catalogue, finding, lang)}{" "}
          {finding.requiresComment ? (blocksSubmission(finding, answers) ? t.unexplained : t.explained) : null}
        </li>
      ))}
    </ul>
  );
}

function ConfirmNotApplicable({ answer: { indicator, now } }: { readonly answer: DeskAnswer }) {
  const t = useTexts(deskTexts).confirm;
  const { view, country, notes } = useDesk();
  const { code } = indicator;
  if (now?.state !== "not_applicable") return null;
  if (view.confirmedNotApplicable.includes(code)) return <p className="small quiet">{t.done}</p>;
  if (!view.may.review || view.submission.status !== "submitted") return null;
  const before = view.confirmedBefore.find(({ indicatorCode }) => indicatorCode === code);
  return (
    <Checkbox
      label={t.label(country)}
      help={before ? t.before(String(before.version)) : t.help}
      checked={notes.confirmed.has(code)}
      onChange={(event) => notes.confirm(code, event.target.checked)}
    />
  );
}
