import type { SubmissionSummary } from "@avances/contracts";
import { daysBetween, localDate } from "@avances/domain/round";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { useSession } from "#lib/session.ts";
import { Callout } from "#ui/callout.tsx";
import { ExemptMark, StatusBadge } from "#ui/status-badge.tsx";
import styles from "./home.module.css";
import { homeTexts } from "./home.texts.ts";
import { openWork } from "./open-work.ts";
import { reportLead } from "./report-lead.ts";

interface WaitingReportsProps {
  readonly submissions: readonly SubmissionSummary[];
  /** The report that the page is about. */
  readonly currentId: string;
  /** IANA time zone of the capital: dates are the country's. */
  readonly timeZone: string;
}

/**
 * Reports of all rounds that wait for the country, most urgent first, each with what is asked and a link. Nothing when only the one that
 * the page is about does.
 */
export function WaitingReports({ submissions, currentId, timeZone }: WaitingReportsProps) {
  const t = useTexts(homeTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { person, session } = useSession();
  const now = session === undefined ? null : new Date(session.now);
  const dayOf = (submission: SubmissionSummary) =>
    now === null ? (submission.returnDueOn ?? submission.dueOn) : localDate(now, timeZone);
  const [first] = submissions;
  const open = first === undefined ? [] : openWork(submissions, dayOf(first));
  if (open.every(({ id }) => id === currentId)) return null;
  return (
    <Callout tone="caution" title={t.waiting.title(open.length)}>
      <ol className={styles.waiting}>
        {open.map((submission) => {
          const due = submission.returnDueOn ?? submission.dueOn;
          const facts = {
            submission,
            days: daysBetween(dayOf(submission), due),
            answered: submission.answered,
            expected: submission.expected,
            isPart: false,
          };
          return (
            <li key={submission.id}>
              <Link to="/$lang/reports/$submissionId" params={{ lang, submissionId: submission.id }}>
                {roundWords[lang].round(roundOf(submission))}
              </Link>{" "}
              <StatusBadge status={submission.status} />{" "}
              <ExemptMark status={submission.status} exempt={submission.exempt} />
              {/* A contributor sees in the form how much of the assigned part is missing; these numbers are about the whole report. */}
              {person?.assignedIndicators === null ? <p>{reportLead(t.lead, f, facts)}</p> : null}
            </li>
          );
        })}
      </ol>
    </Callout>
  );
}
