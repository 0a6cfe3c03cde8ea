import { submissionProgress } from "@avances/domain/answer";
import { daysBetween, localDate } from "@avances/domain/round";
import { type SendingFault, sendingFaults } from "@avances/domain/submission";
import { Link, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useMemo } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { loadPart } from "#lib/part.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { useSession } from "#lib/session.ts";
import { LinkButton } from "#ui/button.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { CommentThread } from "../form/comment-thread.tsx";
import { type ReportFacts, useReportFacts } from "../report-context.ts";
import { ReportFrame } from "../report-frame.tsx";
import { KeptBanner } from "../saving/kept-banner.tsx";
import { useEntries, useStore } from "../saving/use-answer-store.ts";
import { AnswerParts } from "./answer-parts.tsx";
import { AskPanel } from "./ask-panel.tsx";
import { BlockingPart } from "./blocking-part.tsx";
import styles from "./check.module.css";
import { checkTexts } from "./check.texts.ts";
import { type CheckFacts, checkFacts, waits } from "./check-facts.ts";
import { checkLead } from "./check-lead.ts";
import { Contents } from "./contents.tsx";
import { NotesPart } from "./notes-part.tsx";
import { ProposalsWaiting } from "./proposals-waiting.tsx";
import { QuestionsPart } from "./questions-part.tsx";
import { returnToRow } from "./row-link.tsx";
import { SignPanel } from "./sign-panel.tsx";
import { signatureOf } from "./signature.ts";
import { SubmitPanel } from "./submit-panel.tsx";
import type { Waits } from "./waiting-for.tsx";

/** Before submitting: the report as one document, what keeps it from being sent, and the declaration always in sight. */
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
  const report = useReportFacts();
  const { view, country } = report;
  const { submission } = view;
  const facts = checkFacts(report, useEntries(useStore()), useSendingFaults(report));
  const waiting = waits(facts);
  const round = roundWords[lang].round(roundOf(submission));
  const { year } = view.previous;
  const rounds = {
    now: roundWords[lang].name(roundOf(submission)),
    before: year === null ? null : roundWords[lang].name({ roundYear: year }),
  };
  const params = { lang, submissionId: submission.id };
  useEffect(() => returnToRow(submission.id), [submission.id]);
  return (
    <>
      <PageHeader
        variant="work"
        title={t.title(country, round)}
        breadcrumbs={[
          <Link key="form" to="/$lang/reports/$submissionId" params={params}>
            {t.form}
          </Link>,
        ]}
        lead={<Lead facts={facts} waiting={waiting} />}
        actions={
          <>
            {/* The first stop: whoever has read the document before need not go through its links again. */}
            {view.may.submit ? (
              <a href="#declaration">{t.toDeclaration}</a>
            ) : view.may.sign ? (
              <a href="#declaration">{t.toSignature}</a>
            ) : null}
            <LinkButton to="/$lang/reports/$submissionId" params={params}>
              {t.back}
            </LinkButton>
          </>
        }
      />
      <KeptBanner />
      <ProposalsWaiting />
      <div className={styles.layout}>
        <Contents
          entries={contentsOf(t, facts, waiting, { ...rounds, questions: report.clarification.questions.length })}
        >
          <Link to="/$lang/reports/$submissionId/paper" params={params}>
            {t.paper}
          </Link>
          <Link to="/$lang/reports/$submissionId/blank" params={params}>
            {t.blank}
          </Link>
        </Contents>
        <div>
          <QuestionsPart />
          <BlockingPart facts={facts} count={waiting.blocking} />
          <NotesPart facts={facts} count={waiting.notes} />
          <AnswerParts parts={facts.parts} rounds={rounds} />
          {/* Where the Secretariat asks about the whole report, it is in the first part: one note has one place. */}
          {report.clarification.questions.some(({ indicatorCode }) => indicatorCode === null) ? null : (
            <section className={styles.whole} aria-labelledby="whole">
              <h2 id="whole">{t.wholeReport}</h2>
              <CommentThread code={null} />
            </section>
          )}
        </div>
      </div>
      <Panel waiting={waiting} />
    </>
  );
}

/** Contributors see only a part of the report, so they are not told whether the whole can be sent. */
function useSendingFaults({ view, whole, answers }: ReportFacts): readonly SendingFault[] {
  const { session } = useSession();
  return useMemo(() => {
    if (session === undefined || !(view.may.submit || view.may.sign)) return [];
    return sendingFaults({ ...view, now: new Date(session.now), catalogue: whole, answers });
  }, [session, view, whole, answers]);
}

/** How much is answered, what must be settled, and until when. */
function Lead({ facts, waiting }: { readonly facts: CheckFacts; readonly waiting: Waits }) {
  const t = useTexts(checkTexts);
  const f = useFormat();
  const { session } = useSession();
  const { view, catalogue, answers } = useReportFacts();
  const { submission, may } = view;
  const isSent = ["submitted", "accepted", "published"].includes(submission.status);
  const due = submission.returnDueOn ?? submission.dueOn;
  const days = session === undefined ? null : daysBetween(localDate(new Date(session.now), view.timeZone), due);
  const { answered, expected } = submissionProgress(catalogue, answers);
  const lead = checkLead(t.lead, {
    isSent,
    opensOn: facts.faults.includes("round-not-open") ? f.date(view.round.opensOn) : null,
    answered,
    expected,
    // The opening day is said in its own words.
    blocking: waiting.blocking - (facts.faults.includes("round-not-open") ? 1 : 0),
    unsaved: facts.unsaved.length,
    notes: waiting.notes,
    questions: waiting.questions,
    maySubmit: may.submit,
    maySign: may.sign,
    signature: signatureOf(view)?.kind ?? null,
  });
  return (
    <>
      {lead} {isSent || days === null ? null : days < 0 ? t.passed : t.dueIn(f.date(due), f.relativeDays(days))}
    </>
  );
}

function contentsOf(
  t: (typeof checkTexts)["en"],
  { parts, notes }: CheckFacts,
  waiting: Waits,
  { before, questions }: { readonly before: string | null; readonly questions: number },
): Parameters<typeof Contents>[0]["entries"] {
  const { changed, confirmed, noNumber, missing, again } = parts;
  const entry = (number: number, title: string, count: number) => ({ number, title, count, waits: null });
  return [
    // What was settled stays in its part, so the contents count it too: they agree with what they lead to.
    { ...entry(1, t.questions.heading, questions), open: waiting.questions, waits: "caution" },
    { ...entry(2, t.blocking.heading, waiting.blocking), waits: "alarm" },
    { ...entry(3, t.notes.heading, notes.length), open: waiting.notes, waits: "caution" },
    entry(4, before === null ? t.parts.changed.first : t.parts.changed.heading(before), changed.length),
    entry(5, t.parts.confirmed.heading, confirmed.length),
    entry(6, t.parts.noNumber.heading, noNumber.length),
    entry(7, t.parts.missing.heading, missing.length),
    entry(8, before === null ? t.parts.again.first : t.parts.again.heading(before), again.length),
  ];
}

/** The act that this reader may do next, at the foot of the page; nothing for those who only read. */
function Panel({ waiting }: { readonly waiting: Waits }) {
  const { view } = useReportFacts();
  const standing = signatureOf(view);
  if (view.may.submit) {
    if (standing !== null && standing.kind !== "signed")
      return <AskPanel waits={waiting} standing={standing} approvers={view.signature?.approvers ?? []} />;
    return <SubmitPanel waits={waiting} signedBy={standing === null ? null : standing.last.byName} />;
  }
  if (view.may.sign && standing !== null) return <SignPanel waits={waiting} standing={standing} />;
  return null;
}

const Ministries = lazy(() =>
  loadPart(() => import("../ministries/parts-of-report.ts").then((m) => ({ default: m.Ministries }))),
);

/** What other ministries were asked for and propose. Its frame is here because the frame of a report is: what it shows is loaded with the page. */
export function MinistriesPage() {
  const { submissionId } = useParams({ from: "/$lang/signed-in/reports/$submissionId/ministries" });
  return (
    <ReportFrame submissionId={submissionId}>
      <Suspense>
        <Ministries submissionId={submissionId} />
      </Suspense>
    </ReportFrame>
  );
}
