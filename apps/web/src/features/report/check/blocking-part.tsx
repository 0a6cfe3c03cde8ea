import { findingMessage } from "@avances/domain/answer";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { FindingMark } from "../form/findings-list.tsx";
import { useReportFacts } from "../report-context.ts";
import { SaveMark } from "../saving/save-mark.tsx";
import { AnswerHead } from "./answer-head.tsx";
import styles from "./check.module.css";
import { checkTexts } from "./check.texts.ts";
import type { CheckFacts } from "./check-facts.ts";
import { Part } from "./part.tsx";

/** What must be corrected before the report can be sent, each with the way to its answer. */
export function BlockingPart({ facts, count }: { readonly facts: CheckFacts; readonly count: number }) {
  const t = useTexts(checkTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { catalogue, view } = useReportFacts();
  return (
    <Part number={2} title={t.blocking.heading} note={t.blocking.note(count)} isEmpty={count === 0}>
      <ul className={styles.rows}>
        {facts.faults.map((fault) => (
          <li key={fault} className={styles.alarmRow}>
            <p className={styles.finding}>
              <FindingMark severity="error" />
              <span>{t.faults[fault](f.date(view.round.opensOn))}</span>
            </p>
          </li>
        ))}
        {facts.errors.map((finding) => (
          <li key={JSON.stringify(finding)} className={styles.alarmRow}>
            <AnswerHead code={finding.indicators[0] ?? null} part={2} />
            <p className={styles.finding}>
              <FindingMark severity="error" />
              <span>{findingMessage(catalogue, finding, lang)}</span>
            </p>
          </li>
        ))}
        {facts.unsaved.map((code) => (
          <li key={`unsaved ${code}`} className={styles.alarmRow}>
            <AnswerHead code={code} part={2} />
            <p>{t.blocking.unsaved}</p>
            <SaveMark code={code} />
          </li>
        ))}
      </ul>
    </Part>
  );
}
