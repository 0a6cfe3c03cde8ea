import { blocksSubmission, type Finding, findingMessage } from "@avances/domain/answer";
import type { Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFindingsAt, useReportFacts } from "../report-context.ts";
import styles from "./findings-list.module.css";
import { formTexts } from "./form.texts.ts";

/** What the rules say about this answer, in words. Nothing here keeps a draft from being saved. */
export function FindingsList({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(formTexts);
  const lang = useLanguage();
  const { catalogue, answers } = useReportFacts();
  const here = useFindingsAt(indicator.code);
  if (here.length === 0) return null;
  return (
    <ul className={styles.findings} aria-live="polite">
      {here.map((finding) => (
        <li key={JSON.stringify(finding)} className={styles[finding.severity]}>
          <FindingMark severity={finding.severity} />
          <p>
            <span className={styles.kind}>{t.findings[finding.severity]}.</span>{" "}
            {findingMessage(catalogue, finding, lang)}{" "}
            {finding.requiresComment
              ? blocksSubmission(finding, answers)
                ? t.findings.needsComment
                : t.findings.explained
              : null}
          </p>
        </li>
      ))}
    </ul>
  );
}

export function FindingMark({ severity }: { readonly severity: Finding["severity"] }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className={styles[`${severity}Mark`]}>
      {severity === "error" ? <path d="M8 1.2 15.2 14.5H.8Z" /> : <circle cx="8" cy="8" r="6.6" />}
      <path d="M8 5.4v4.2M8 11v1.4" />
    </svg>
  );
}
