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
import { CommentThread } from "../form/comment-thread.tsx";
import { IndicatorLink } from "../indicator-link.tsx";
import report from "../report.module.css";
import { useReportFacts } from "../report-context.ts";
import { ReportFrame } from "../report-frame.tsx";
import { isOpen } from "../saving/answer-store.ts";
import { KeptBanner } from "../saving/kept-banner.tsx";
import { useEntries, useStore } from "../saving/use-answer-store.ts";
import { Changes } from "./changes.tsx";
import { checkTexts } from "./check.texts.ts";
import { checkLead } from "./check-lead.ts";
import { Content } from "./content.tsx";
import { Problems } from "./problems.tsx";
import { Questions } from "./questions.tsx";
import { SubmitPanel } from "./submit-panel.tsx";

/** Before submitting: what will be sent, what prevents it, what changed; then the declaration and one button. */
export function CheckPage() {
  const { submissionId } = useParams({ from: "/$lang/signed-in/reports/$submissionId/review" });
  return (
    <ReportFrame submissionId={submissionId}>
      <Check />
    </ReportFrame>
  );
}

function Check() {
  const t = useTexts(checkTexts);
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
  const lead = checkLead(t.lead, {
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
      <Questions />
      <Problems />
      <Content />
      <Changes />
      <section className="section" aria-labelledby="whole">
        <h2 id="whole" className={report.heading}>
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
