import { blocksSubmission, type Finding, findingMessage } from "@avances/domain/answer";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { Disclosure } from "#ui/disclosure.tsx";
import { FindingMark } from "../form/findings-list.tsx";
import { IndicatorLink } from "../indicator-link.tsx";
import report from "../report.module.css";
import { useReportFacts } from "../report-context.ts";
import styles from "./check.module.css";
import { checkTexts } from "./check.texts.ts";

/** Everything that prevents sending, each with a link to its answer. */
export function Problems() {
  const t = useTexts(checkTexts);
  const f = useFormat();
  const { findings, answers, sendingFaults, view } = useReportFacts();
  const blocking = findings.filter((finding) => blocksSubmission(finding, answers));
  const others = findings.filter((finding) => !blocksSubmission(finding, answers));
  return (
    <section className={`section ${report.part}`} aria-labelledby="problems">
      <h2 id="problems" className={report.heading}>
        {t.problems.heading}
      </h2>
      {blocking.length + sendingFaults.length === 0 ? <p>{t.problems.none}</p> : null}
      {sendingFaults.length > 0 ? (
        <ul className={styles.problems}>
          {sendingFaults.map((fault) => (
            <li key={fault}>
              <FindingMark severity="error" />
              <p>{t.problems.faults[fault](f.date(view.round.opensOn))}</p>
            </li>
          ))}
        </ul>
      ) : null}
      {blocking.length > 0 ? <FindingRows findings={blocking} /> : null}
      {others.length > 0 ? (
        <Disclosure summary={t.problems.warnings(others.length)}>
          <FindingRows findings={others} />
        </Disclosure>
      ) : null}
    </section>
  );
}

function FindingRows({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useTexts(checkTexts);
  const lang = useLanguage();
  const { catalogue, answers } = useReportFacts();
  return (
    <ul className={styles.problems}>
      {findings.map((finding) => (
        <li key={JSON.stringify(finding)}>
          <FindingMark severity={finding.severity} />
          <div>
            <IndicatorLink code={finding.indicators[0] ?? ""} />
            <p>
              {findingMessage(catalogue, finding, lang)}{" "}
              {finding.requiresComment && blocksSubmission(finding, answers) ? <b>{t.problems.comment}</b> : null}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
