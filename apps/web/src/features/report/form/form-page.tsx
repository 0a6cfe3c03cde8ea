import { isReported, submissionProgress } from "@avances/domain/answer";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { LinkButton } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { Decisions } from "#ui/decisions.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { Progress } from "#ui/progress.tsx";
import { StatusBadge } from "#ui/status-badge.tsx";
import { useReportFacts } from "../report-context.ts";
import { ReportFrame } from "../report-frame.tsx";
import { KeptBanner } from "../saving/kept-banner.tsx";
import { type Section, sectionsOf, sectionToShow } from "../sections.ts";
import { formTexts } from "./form.texts.ts";
import styles from "./form-page.module.css";
import { ReturnedBanner } from "./returned-banner.tsx";
import { SectionNav } from "./section-nav.tsx";
import { SectionView } from "./section-view.tsx";

/** The form: one section of the report at a time, saved answer by answer. */
export function FormPage() {
  const { submissionId } = useParams({ from: "/$lang/signed-in/reports/$submissionId" });
  return (
    <ReportFrame submissionId={submissionId}>
      <Form />
    </ReportFrame>
  );
}

function Form() {
  const t = useTexts(formTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { view, catalogue, answers, country } = useReportFacts();
  const search = useSearch({ from: "/$lang/signed-in/reports/$submissionId" });
  const { submission } = view;
  const sections = sectionsOf(catalogue, catalogue.indicators);
  const isAnswered = (code: string) => {
    const answer = answers.get(code);
    return answer !== undefined && (answer.state !== "reported" || isReported(answer));
  };
  const section = sectionToShow(sections, search, isAnswered);
  useSettledAddress(section, search.section);
  const progress = submissionProgress(catalogue, answers);
  return (
    <>
      <PageHeader
        variant="work"
        title={t.title(country, roundWords[lang].round(roundOf(submission)))}
        breadcrumbs={[
          <Link key="home" to="/$lang/home" params={{ lang }}>
            {t.home}
          </Link>,
        ]}
        lead={
          <span className={styles.facts}>
            <StatusBadge status={submission.status} />
            <span>{t.due(f.date(submission.returnDueOn ?? submission.dueOn))}</span>
            <span>{t.period(f.date(view.round.referenceStart), f.date(view.round.referenceEnd))}</span>
          </span>
        }
        aside={<Progress label={t.answered} done={progress.answered} of={progress.expected} />}
        actions={
          view.may.submit ? (
            <LinkButton to="/$lang/reports/$submissionId/review" params={{ lang, submissionId: submission.id }}>
              {t.toCheck}
            </LinkButton>
          ) : undefined
        }
      />
      <div className="stack-s">
        <KeptBanner />
        <ReturnedBanner />
        <Decisions view={view} />
        <ReadOnlyNote />
      </div>
      {section === undefined ? (
        <EmptyState title={t.empty.title}>{t.empty.text}</EmptyState>
      ) : (
        <div className={styles.layout}>
          <SectionNav sections={sections} current={section} progress={progress} />
          <SectionView key={section.key} sections={sections} section={section} indicator={search.indicator} />
        </div>
      )}
    </>
  );
}

/** Once a section is shown, it is written into the address, so that the page does not jump on when its last blank is filled. */
function useSettledAddress(section: Section | undefined, asked: string | undefined): void {
  const navigate = useNavigate({ from: "/$lang/reports/$submissionId" });
  const key = section?.key;
  useEffect(() => {
    if (key !== undefined && key !== asked) {
      void navigate({ search: (search) => ({ ...search, section: key }), replace: true, resetScroll: false });
    }
  }, [key, asked, navigate]);
}

function ReadOnlyNote() {
  const t = useTexts(formTexts);
  const lang = useLanguage();
  const { view, canEdit } = useReportFacts();
  if (canEdit) return null;
  const { status, id } = view.submission;
  const isSent = status === "submitted" || status === "accepted" || status === "published";
  return (
    <Callout
      title={isSent ? t.readOnly : t.readOnlyRole}
      actions={
        isSent ? (
          <LinkButton size="small" to="/$lang/reports/$submissionId/receipt" params={{ lang, submissionId: id }}>
            {t.receipt}
          </LinkButton>
        ) : undefined
      }
    >
      {status === "published" ? t.readOnlyPublic : isSent ? t.readOnlyMore : null}
    </Callout>
  );
}
