import { mayDo, roleFacts } from "@avances/domain/access";
import { daysBetween, localDate } from "@avances/domain/round";
import { statusAsExpected } from "@avances/domain/submission";
import { useSuspenseQueries, useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { currentRound } from "#lib/current-round.ts";
import { useFormat } from "#lib/format.ts";
import { later } from "#lib/later.tsx";
import { cameByLink } from "#lib/person-rights.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { serverToday, useSession } from "#lib/session.ts";
import { countriesQuery, roundsQuery, submissionQuery } from "#lib/shared-queries.ts";
import { answerPromiseTexts } from "#ui/answer-promise.texts.ts";
import { answerPromise } from "#ui/answer-promise.ts";
import { LinkButton } from "#ui/button.tsx";
import { Decisions } from "#ui/decisions.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { NextMeeting, ReadersNetwork } from "#ui/next-meeting.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { ExemptMark, StatusBadge } from "#ui/status-badge.tsx";
import { FirstSteps } from "./first-steps.tsx";
import styles from "./home.module.css";
import { homeTexts } from "./home.texts.ts";
import { ownReportsQuery } from "./home-queries.ts";
import { HomeSections } from "./home-sections.tsx";
import { QuestionsAsked } from "./questions-asked.tsx";
import { ReportHistory } from "./report-history.tsx";
import { reportLead } from "./report-lead.ts";
import { WaitingReports } from "./waiting-reports.tsx";

/** Only those who decide about proposals need it. */
const ProposalsHere = later(() => import("./proposals-here.tsx").then((m) => m.ProposalsHere));

/** Home of a country team: the round, its state, what is due, what is missing, and one button to continue. */
export function CountryHome() {
  const t = useTexts(homeTexts);
  const [list, countries, rounds] = useSuspenseQueries({ queries: [ownReportsQuery, countriesQuery, roundsQuery] });
  const { submissions } = list.data;
  const { person, session } = useSession();
  const lang = useLanguage();
  const country = countries.data.countries.find(({ alpha3 }) => alpha3 === person?.country);
  // A round that opens later does not replace the one that is under way.
  const underWay = currentRound(rounds.data.rounds, serverToday(session));
  const current = submissions.find(({ year }) => year === underWay?.year) ?? submissions[0];
  if (current === undefined || country === undefined) {
    return (
      <>
        <PageHeader variant="work" title={country?.name[lang] ?? t.eyebrow} />
        <NextMeeting />
        <ReadersNetwork />
        <EmptyState title={t.none.title}>{t.none.text}</EmptyState>
      </>
    );
  }
  return (
    <>
      <CurrentReport
        submissionId={current.id}
        name={country.name[lang]}
        capital={country.capital[lang]}
        isFirst={submissions.length === 1}
        waiting={<WaitingReports submissions={submissions} currentId={current.id} timeZone={country.timeZone} />}
      />
      <ReportHistory submissions={submissions} timeZone={country.timeZone} />
    </>
  );
}

interface CurrentReportProps {
  readonly submissionId: string;
  readonly name: string;
  readonly capital: string;
  readonly isFirst: boolean;
  /** Every report that waits for the country. */
  readonly waiting: ReactNode;
}

function CurrentReport({ submissionId, name, capital, isFirst, waiting }: CurrentReportProps) {
  const t = useTexts(homeTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { person, session } = useSession();
  const { data: view } = useSuspenseQuery(submissionQuery(submissionId));
  const { submission, progress, may } = view;
  const assigned = person?.assignedIndicators ?? null;
  // A link has a date of its own, which stands above its form.
  const isByLink = cameByLink(person);
  const today = localDate(new Date(session?.now ?? submission.dueOn), view.timeZone);
  const due = submission.returnDueOn ?? submission.dueOn;
  const days = daysBetween(today, due);
  const lead = reportLead(t.lead, f, {
    submission,
    days,
    answered: progress.answered,
    expected: progress.expected,
    isPart: assigned !== null,
    isByLink,
    asked: view.threads.filter(({ state, waitsFor }) => state === "open" && waitsFor === "country").length,
  });
  const promise = answerPromise(useTexts(answerPromiseTexts), f, view.answerBy, today);
  const isUntouched = submission.status === "not_started" || submission.status === "exempt";
  const label = !may.edit
    ? t.action.read
    : submission.status === "returned" && !isByLink
      ? t.action.answer
      : isUntouched
        ? t.action.start
        : t.action.continue;
  const params = { lang, submissionId };
  return (
    <>
      <PageHeader
        variant="work"
        eyebrow={person === null || roleFacts[person.role].makesReport ? t.eyebrow : t.ofCountry}
        title={t.title(name, roundWords[lang].round(roundOf(submission)))}
        lead={
          <span className={styles.lead}>
            <StatusBadge status={submission.status} />
            <ExemptMark status={submission.status} exempt={submission.exempt} />
            <span>{lead}</span>
            {promise === null ? null : <span>{promise}</span>}
            {may.edit && !isByLink && days >= 0 && statusAsExpected(submission) !== "exempt" ? (
              <span className="quiet small">{t.zone(f.weekday(due), capital)}</span>
            ) : null}
          </span>
        }
        actions={
          <>
            <LinkButton variant="primary" to="/$lang/reports/$submissionId" params={params}>
              {label}
            </LinkButton>
            {may.submit || may.sign ? (
              <LinkButton to="/$lang/reports/$submissionId/review" params={params}>
                {may.submit ? t.review : t.sign}
              </LinkButton>
            ) : null}
            {view.publication !== null ? (
              <LinkButton to="/$lang/reports/$submissionId/publication" params={params}>
                {t.preview}
              </LinkButton>
            ) : null}
            {submission.version > 0 && !isByLink ? (
              <LinkButton to="/$lang/reports/$submissionId/receipt" params={params}>
                {t.receipt}
              </LinkButton>
            ) : null}
          </>
        }
      />
      {/* What the page is about, before the work of the Network. */}
      <div className={styles.notes}>
        {waiting}
        {may.edit && person !== null && mayDo(person.role, "proposal.decide") ? <ProposalsHere view={view} /> : null}
        <Decisions view={view} />
        {assigned?.length === 0 ? null : <QuestionsAsked view={view} />}
      </div>
      <NextMeeting />
      <ReadersNetwork />
      {assigned?.length === 0 ? (
        <EmptyState title={t.unassigned.title}>{t.unassigned.text}</EmptyState>
      ) : (
        <>
          {isUntouched && isFirst ? <FirstSteps /> : null}
          <HomeSections submissionId={submissionId} progress={progress} />
        </>
      )}
    </>
  );
}
