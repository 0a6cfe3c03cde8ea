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

interface EarlierWorkProps {
  readonly submissions: readonly SubmissionSummary[];
  /** IANA time zone of the capital: dates are the country's. */
  readonly timeZone: string;
}

/** Reports of earlier rounds that still wait for the country, each with what is asked and a link. Nothing when there are none. */
export function EarlierWork({ submissions, timeZone }: EarlierWorkProps) {
  const t = useTexts(homeTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { person, session } = useSession();
  const open = openWork(submissions);
  if (open.length === 0) return null;
  return (
    <Callout tone="caution" title={t.earlier.title}>
      <ul className={styles.questions}>
        {open.map((submission) => {
          const due = submission.returnDueOn ?? submission.dueOn;
          const today = localDate(new Date(session?.now ?? due), timeZone);
          const facts = {
            submission,
            days: daysBetween(today, due),
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
      </ul>
    </Callout>
  );
}
