import { useSuspenseQueries } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { catalogueQuery, countriesQuery } from "#lib/shared-queries.ts";
import { Callout } from "#ui/callout.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { ExtendedMark, LateMark, StatusBadge } from "#ui/status-badge.tsx";
import { DecisionPanel } from "./decision-panel.tsx";
import { deskTexts } from "./desk.texts.ts";
import { deskAnswers, differences } from "./desk-answers.ts";
import { DeskProvider } from "./desk-context.ts";
import { DeskFacts } from "./desk-facts.tsx";
import { DeskList } from "./desk-list.tsx";
import styles from "./review-desk.module.css";
import { reportQuery } from "./review-queries.ts";
import { useDeskNotes } from "./use-desk-notes.ts";

/** The Secretariat's page for one report: ask, accept, return, publish. Figures are never edited here. */
export function ReviewDeskPage() {
  const { submissionId } = useParams({ from: "/$lang/signed-in/reviews/$submissionId" });
  return <ReviewDesk key={submissionId} submissionId={submissionId} />;
}

function ReviewDesk({ submissionId }: { readonly submissionId: string }) {
  const t = useTexts(deskTexts);
  const lang = useLanguage();
  const [{ data: view }, { data: catalogue }, { data: list }] = useSuspenseQueries({
    queries: [reportQuery(submissionId), catalogueQuery, countriesQuery],
  });
  // The version shown at first, with which a later one is compared.
  const [opened] = useState(view);
  const notes = useDeskNotes(submissionId, view.submission.version);
  const { submission } = view;
  const country = list.countries.find(({ alpha3 }) => alpha3 === submission.country)?.name[lang] ?? submission.country;
  const round = roundWords[lang].round(roundOf(submission));
  const isNewer = submission.version > opened.submission.version;
  const newlyChanged = isNewer ? differences(opened.answers, view.answers) : new Set<string>();
  const away = submission.status === "draft" || submission.status === "returned" ? t.away[submission.status] : null;
  return (
    <DeskProvider value={{ view, catalogue, country, answers: deskAnswers(catalogue, view), notes, newlyChanged }}>
      <PageHeader
        variant="work"
        title={t.title(country, round)}
        heading={t.heading(country, round)}
        breadcrumbs={[
          <Link key="reviews" to="/$lang/reviews" params={{ lang }}>
            {t.back}
          </Link>,
        ]}
        lead={
          <span className={styles.marks}>
            <StatusBadge status={submission.status} />
            {submission.timeliness.kind === "received_late" ? <LateMark received /> : null}
            {submission.extended ? <ExtendedMark /> : null}
          </span>
        }
      />
      {submission.version === 0 ? (
        <EmptyState title={t.away.none}>{t.away.noneText}</EmptyState>
      ) : (
        <>
          {away === null ? null : <Callout>{away}</Callout>}
          {isNewer ? (
            <Callout tone="caution" live="status" title={t.newer.title(String(submission.version))}>
              {t.newer.text(newlyChanged.size)}
              {t.newer.kept}
            </Callout>
          ) : null}
          <div className={styles.desk}>
            <aside className={styles.side}>
              <DecisionPanel />
              <DeskFacts />
            </aside>
            <DeskList />
          </div>
        </>
      )}
    </DeskProvider>
  );
}
