import { blocksSubmission } from "@avances/domain/answer";
import { daysBetween, localDate } from "@avances/domain/round";
import { Link, useParams } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { useSession } from "#lib/session.ts";
import { LinkButton } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { isOpen } from "./answer-store.ts";
import { CommentThread } from "./comment-thread.tsx";
import { KeptBanner } from "./kept-banner.tsx";
import { useReportFacts } from "./report-context.ts";
import { ReportFrame } from "./report-frame.tsx";
import styles from "./review.module.css";
import { reviewTexts } from "./review.texts.ts";
import { ReviewChanges } from "./review-changes.tsx";
import { reviewLead } from "./review-lead.ts";
import { IndicatorLink, ReviewProblems } from "./review-problems.tsx";
import { ReviewQuestions } from "./review-questions.tsx";
import { ReviewSections } from "./review-sections.tsx";
import { SubmitPanel } from "./submit-panel.tsx";
import { useEntries, useStore } from "./use-answer-store.ts";

/** Before submitting: what will be sent, what stands in the way, what changed; then the declaration and one key. */
export function ReviewPage() {
  const { submissionId } = useParams({ from: "/$lang/signed-in/reports/$submissionId/review" });
  return (
    <ReportFrame submissionId={submissionId}>
      <Review />
    </ReportFrame>
  );
}

function Review() {
  const t = useTexts(reviewTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { session } = useSession();
  const { view, country, findings, answers, clarification, sendingFaults } = useReportFacts();
  const { submission } = view;
  const unsaved = [...useEntries(useStore()).values()].filter(isOpen);
  const points = findings.filter((finding) => blocksSubmission(finding, answers)).length + sendingFaults.length;
  const due = submission.returnDueOn ?? submission.dueOn;
  const days = session === undefined ? null : daysBetween(localDate(new Date(session.now), view.timeZone), due);
  const isSent =
    submission.status === "submitted" || submission.status === "accepted" || submission.status === "published";
  const lead = reviewLead(t.lead, {
    isSent,
    opensOn: sendingFaults.includes("round-not-open") ? f.date(view.round.opensOn) : null,
    points,
    questions: clarification.open.length,
    unsaved: unsaved.length,
    maySubmit: view.may.submit,
  });
  return (
    <>
      <PageHeader
        variant="work"
        title={t.title(country, roundWords[lang].round(roundOf(submission)))}
        breadcrumbs={[
          <Link key="form" to="/$lang/reports/$submissionId" params={{ lang, submissionId: submission.id }}>
            {t.form}
          </Link>,
        ]}
        lead={
          <>
            {lead} {isSent || days === null ? null : days < 0 ? t.passed : t.dueIn(f.date(due), f.relativeDays(days))}
          </>
        }
        actions={
          <LinkButton to="/$lang/reports/$submissionId" params={{ lang, submissionId: submission.id }}>
            {t.back}
          </LinkButton>
        }
      />
      <div className="stack-s">
        <KeptBanner />
        {unsaved.length > 0 ? (
          <Callout tone="caution" title={t.unsaved.title(unsaved.length)}>
            <p>{t.unsaved.text}</p>
            <ul>
              {unsaved.map(({ indicator }) => (
                <li key={indicator.code}>
                  <IndicatorLink code={indicator.code} />
                </li>
              ))}
            </ul>
          </Callout>
        ) : null}
      </div>
      <ReviewQuestions />
      <ReviewProblems />
      <ReviewSections />
      <ReviewChanges />
      <section className="section" aria-labelledby="whole">
        <h2 id="whole" className={styles.heading}>
          {t.notes}
        </h2>
        <CommentThread code={null} />
      </section>
      {view.may.submit ? (
        <SubmitPanel isBlocked={points > 0 || unsaved.length > 0 || clarification.open.length > 0} />
      ) : null}
    </>
  );
}
