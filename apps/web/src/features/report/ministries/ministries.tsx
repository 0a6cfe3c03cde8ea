import { useSuspenseQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { proposalsQuery } from "#lib/proposals-query.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { LinkButton } from "#ui/button.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { useReportBase } from "../report-context.ts";
import { AskForm } from "./ask-form.tsx";
import { DecidedPart } from "./decided-part.tsx";
import { ministriesTexts } from "./ministries.texts.ts";
import { sectionsQuery } from "./ministries-queries.ts";
import { SectionsPart } from "./sections-part.tsx";
import { WaitingPart } from "./waiting-part.tsx";

/** What other ministries were asked for, and what contributors propose: taken or given back here. Inside the frame of its report. */
export function Ministries({ submissionId }: { readonly submissionId: string }) {
  const t = useTexts(ministriesTexts);
  const lang = useLanguage();
  const { view, country, canEdit } = useReportBase();
  const [proposals, asked] = useSuspenseQueries({
    queries: [proposalsQuery(submissionId), sectionsQuery(submissionId)],
  });
  const all = proposals.data.proposals;
  const { sections, lastDay } = asked.data;
  const open = all.filter(({ state }) => state === "open");
  const params = { lang, submissionId };
  return (
    <>
      <PageHeader
        variant="work"
        title={t.title(country, roundWords[lang].round(roundOf(view.submission)))}
        breadcrumbs={[
          <Link key="form" to="/$lang/reports/$submissionId" params={params}>
            {t.form}
          </Link>,
        ]}
        lead={t.lead(open.length, sections.filter(({ removedAt }) => removedAt === null).length)}
        actions={
          <LinkButton to="/$lang/reports/$submissionId" params={params}>
            {t.back}
          </LinkButton>
        }
      />
      <WaitingPart proposals={all} sections={sections} />
      <SectionsPart sections={sections} lastDay={lastDay} />
      {canEdit ? <AskForm lastDay={lastDay} sections={sections} /> : null}
      <DecidedPart proposals={all} />
    </>
  );
}
