import { useQuery, useSuspenseQueries } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { catalogueQuery, countriesQuery } from "#lib/shared-queries.ts";
import { Callout } from "#ui/callout.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { ExtendedMark, LateMark } from "#ui/standing-marks.tsx";
import { StatusBadge } from "#ui/status-badge.tsx";
import { DecisionPanel } from "./decision-panel.tsx";
import { deskTexts } from "./desk.texts.ts";
import { against, deskAnswers, differences } from "./desk-answers.ts";
import { DeskProvider } from "./desk-context.ts";
import { DeskFacts } from "./desk-facts.tsx";
import { DeskList } from "./desk-list.tsx";
import styles from "./review-desk.module.css";
import { reportQuery, versionAnswersQuery } from "./review-queries.ts";
import { useDeskNotes, withKept } from "./use-desk-notes.ts";
import { useLiveDesk } from "./use-live-desk.ts";
import { useVerdicts } from "./use-verdicts.ts";

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
  const { version: base } = useSearch({ from: "/$lang/signed-in/reviews/$submissionId" });
  const verdicts = useVerdicts(submissionId, view.submission.version);
  const waiting = verdicts.all.filter(({ verdict, askedAt }) => verdict === "question" && askedAt === null);
  const notes = withKept(
    useDeskNotes(submissionId, view.submission.version),
    new Map(waiting.map(({ indicatorCode, words }) => [indicatorCode, words])),
    (indicatorCode) => verdicts.mark([{ indicatorCode, verdict: null, reason: null, words: "" }]),
  );
  useLiveDesk(submissionId);
  const lapsed = new Set(verdicts.all.filter(({ stands }) => !stands).map(({ indicatorCode }) => indicatorCode));
  const isBase =
    base !== undefined && view.versions.some(({ version }) => version === base && version < view.submission.version);
  const { data: earlier } = useQuery({ ...versionAnswersQuery(submissionId, base ?? 0), enabled: isBase });
  const { submission } = view;
  const member = list.countries.find(({ alpha3 }) => alpha3 === submission.country);
  const country = member?.name[lang] ?? submission.country;
  const answers = deskAnswers(catalogue, view, lapsed);
  const round = roundWords[lang].round(roundOf(submission));
  const isNewer = submission.version > opened.submission.version;
  const newlyChanged = isNewer ? differences(opened.answers, view.answers) : new Set<string>();
  const away = submission.status === "draft" || submission.status === "returned" ? t.away[submission.status] : null;
  return (
    <DeskProvider
      value={{
        ...{ view, catalogue, country, notes, verdicts, newlyChanged },
        answers: earlier === undefined ? answers : against(answers, earlier.answers),
        workingLanguage: member?.workingLanguage ?? lang,
        base: earlier === undefined ? null : earlier.version,
      }}
    >
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
