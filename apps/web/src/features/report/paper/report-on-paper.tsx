import { isOfSecretariat } from "@avances/domain/access";
import { submissionProgress } from "@avances/domain/answer";
import { Link, useParams } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { useSession } from "#lib/session.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { useReportFacts } from "../report-context.ts";
import { ReportFrame } from "../report-frame.tsx";
import { WholeAnswer } from "../whole-answer.tsx";
import styles from "./paper.module.css";
import { paperTexts } from "./paper.texts.ts";
import { PaperSections } from "./paper-sections.tsx";
import { usePaperFoot } from "./use-paper-foot.ts";

/** The whole report for paper: every answer with its breakdowns, evidence and notes, and what state it is in. */
export function ReportOnPaper() {
  const { submissionId } = useParams({ from: "/$lang/signed-in/reports/$submissionId/paper" });
  return (
    <ReportFrame submissionId={submissionId}>
      <Report />
    </ReportFrame>
  );
}

function Report() {
  const t = useTexts(paperTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { session } = useSession();
  const { view, country, catalogue, answers } = useReportFacts();
  const { submission, timeZone } = view;
  const round = roundWords[lang].round(roundOf(submission));
  const number = `${submission.country}-${submission.year}-${submission.version}`;
  const isSent = ["submitted", "accepted", "published"].includes(submission.status);
  const state = submission.version === 0 ? t.report.draft : isSent ? t.report.sent(number) : t.report.after(number);
  const { answered, expected } = submissionProgress(catalogue, answers);
  usePaperFoot(`${country} · ${round} · ${state}`);
  return (
    <>
      <PageHeader
        variant="work"
        title={t.report.title(country, round)}
        breadcrumbs={[
          <Link key="form" to="/$lang/reports/$submissionId" params={{ lang, submissionId: submission.id }}>
            {t.form}
          </Link>,
        ]}
        lead={
          <>
            <b>{state}</b> {t.report.as(f.instant(session?.now ?? new Date(), timeZone))}{" "}
            {t.report.answered(f.number(answered), f.number(expected))}
          </>
        }
        actions={<PrintActions />}
      />
      <PaperSections>
        {(indicator) => (
          <>
            <WholeAnswer indicator={indicator} answer={answers.get(indicator.code)} />
            <Notes code={indicator.code} />
          </>
        )}
      </PaperSections>
    </>
  );
}

/** The remarks on an answer that this reader may read. */
function Notes({ code }: { readonly code: string }) {
  const t = useTexts(paperTexts).report;
  const f = useFormat();
  const { view } = useReportFacts();
  const notes = view.comments.filter(({ indicatorCode }) => indicatorCode === code);
  if (notes.length === 0) return null;
  return (
    <div className={styles.notes}>
      <h4>{t.notes}</h4>
      <ul>
        {notes.map(({ id, authorName, authorRole, createdAt, body }) => (
          <li key={id} data-desk={isOfSecretariat(authorRole) || undefined}>
            <b>{authorName}</b>, {f.instant(createdAt, view.timeZone)}: {body}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function PrintActions() {
  const t = useTexts(paperTexts);
  const lang = useLanguage();
  const { view } = useReportFacts();
  return (
    <>
      <Button variant="primary" onClick={() => window.print()}>
        {t.print}
      </Button>
      <LinkButton to="/$lang/reports/$submissionId/review" params={{ lang, submissionId: view.submission.id }}>
        {t.back}
      </LinkButton>
    </>
  );
}
