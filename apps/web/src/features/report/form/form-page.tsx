import { type Answers, answeredAs, submissionProgress } from "@avances/domain/answer";
import type { IndicatorCode } from "@avances/domain/catalogue";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useState } from "react";
import { whenIdle } from "#lib/later.tsx";
import { useSession } from "#lib/session.ts";
import { hasDecisions } from "#ui/has-decisions.ts";
import { useJudge, useReportFacts } from "../report-context.ts";
import { ReportFrame } from "../report-frame.tsx";
import { KeptBanner } from "../saving/kept-banner.tsx";
import { useStore } from "../saving/use-answer-store.ts";
import { type Section, sectionsOf, sectionToShow } from "../sections.ts";
import { AnswerList } from "./answer-list.tsx";
import { type Filter, type FilterFacts, filters, fitsFilter, shownBy } from "./filters.ts";
import styles from "./form-page.module.css";
import { Decisions, keepStill, NothingAsked, prepareLaterParts, ReadOnlyNote } from "./later-parts.ts";
import { ListActsContext } from "./list-acts.ts";
import { OwnPartHere } from "./ministries-here.tsx";
import { prepareReturnedParts, ReturnedBanner } from "./returned-parts.ts";
import { SectionNav } from "./section-nav.tsx";
import { useFormKeys } from "./use-form-keys.ts";
import { useListActs } from "./use-list-acts.ts";
import { useQuestionsFirst } from "./use-questions-first.ts";
import { useStart } from "./use-start.ts";
import { WayOnContext } from "./way-on.ts";
import { WorkBar } from "./work-bar.tsx";

/** The form: the answers of one section, or those of a filter, each a line that opens; saved answer by answer. */
export function FormPage() {
  const { submissionId } = useParams({ from: "/$lang/signed-in/reports/$submissionId" });
  return (
    <ReportFrame submissionId={submissionId}>
      <Form key={submissionId} />
    </ReportFrame>
  );
}

function Form() {
  const { view, catalogue, answers, canEdit } = useReportFacts();
  const search = useSearch({ from: "/$lang/signed-in/reports/$submissionId" });
  const sections = useMemo(() => sectionsOf(catalogue, catalogue.indicators), [catalogue]);
  const isAnswered = (code: string) => answeredAs(answers.get(code)) !== null;
  const section = sectionToShow(sections, search, isAnswered);
  const filter = useQuestionsFirst(search.indicator === undefined ? search.show : undefined);
  useSettledAddress(filter === undefined ? section : undefined, search.section);
  const { counts, codes, again } = useFiltered(filter);
  const groups = useGroups(sections, section, codes);
  const shown = groups.flatMap(({ indicators }) => indicators.map(({ code }) => code));
  const list = useListActs({ sections, shown });
  useFormKeys(list.acts);
  useStart({ section, filter, shown, indicator: search.indicator, list });
  useEffect(() => whenIdle(() => void prepareLaterParts()), []);
  useEffect(keepStill, []);
  const progress = submissionProgress(catalogue, answers);
  return (
    <ListActsContext value={list.acts}>
      <WayOnContext value={list.acts}>
        <WorkBar progress={progress} filter={filter} counts={counts} onAgain={again} />
        <div className={styles.notes}>
          <KeptBanner />
          <OwnPartHere />
          <Returned />
          {hasDecisions(view) ? <Decisions view={view} /> : null}
          {canEdit ? null : <ReadOnlyNote />}
        </div>
        {section === undefined ? (
          <NothingAsked />
        ) : (
          <div className={styles.layout}>
            <SectionNav sections={sections} current={filter === undefined ? section : undefined} progress={progress} />
            <AnswerList sections={sections} groups={groups} filter={filter} open={list.open} onToggle={list.toggle} />
          </div>
        )}
      </WayOnContext>
    </ListActsContext>
  );
}

/**
 * How many answers each filter holds now, and which the chosen one shows. Those are settled when it is chosen: an answer that no longer fits
 * stays where it is until the filter is chosen again, so that nothing vanishes from under the cursor.
 */
function useFiltered(filter: Filter | undefined) {
  const { catalogue, answers, clarification } = useReportFacts();
  const judge = useJudge();
  const store = useStore();
  const { person } = useSession();
  const codes = catalogue.indicators.map(({ code }) => code);
  const facts = (said: Answers): FilterFacts => ({
    answers: said,
    at: judge.now().at,
    questioned: new Set(clarification.questions.flatMap(({ indicatorCode }) => indicatorCode ?? [])),
    entries: store.entries(),
    name: person?.displayName ?? "",
  });
  const [times, setTimes] = useState(0);
  const choose = () => ({
    filter,
    times,
    codes: filter === undefined ? null : shownBy(filter, codes, facts(judge.now().answers)),
  });
  const [settled, setSettled] = useState(choose);
  if (settled.filter !== filter || settled.times !== times) setSettled(choose());
  const now = facts(answers);
  const again = useCallback(() => setTimes((before) => before + 1), []);
  const counts = Object.fromEntries(
    filters.map((one) => [one, codes.filter((code) => fitsFilter(one, code, now)).length]),
  ) as Record<Filter, number>;
  return { counts, codes: settled.filter === filter ? settled.codes : null, again };
}

/** The section to show, or of all sections the answers of the filter. The same object while they are the same. */
function useGroups(
  sections: readonly Section[],
  section: Section | undefined,
  codes: readonly IndicatorCode[] | null,
): readonly Section[] {
  return useMemo(() => {
    if (codes === null) return section === undefined ? [] : [section];
    const chosen = new Set(codes);
    return sections.flatMap((one) => {
      const indicators = one.indicators.filter(({ code }) => chosen.has(code));
      return indicators.length === 0 ? [] : [{ ...one, indicators }];
    });
  }, [sections, section, codes]);
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

/** Also after it was sent again and withdrawn: the same questions stand, without a date of their own. */
function Returned() {
  const { view, clarification } = useReportFacts();
  const isReturned = view.submission.status === "returned" || clarification.questions.length > 0;
  useEffect(() => (isReturned ? whenIdle(() => void prepareReturnedParts()) : undefined), [isReturned]);
  return isReturned ? <ReturnedBanner /> : null;
}
