import { scopeOf } from "@avances/domain/access";
import { checkSubmission } from "@avances/domain/answer";
import type { IndicatorCode } from "@avances/domain/catalogue";
import { sendingFaults } from "@avances/domain/submission";
import { type ReactNode, useMemo } from "react";
import { useLanguage } from "#i18n/language.ts";
import { useSession } from "#lib/session.ts";
import { clarificationOf } from "./clarification.ts";
import { previousAnswers, ReportContext } from "./report-context.ts";
import { answersOf } from "./saving/answer-store.ts";
import { currencyOf } from "./saving/currencies.ts";
import { useFollowLinked } from "./saving/linked-figures.ts";
import { AnswerStoreContext, useAnswerStore, useEntries } from "./saving/use-answer-store.ts";
import { useReport } from "./submission-queries.ts";

/**
 * Everything the pages of one report share: its answers as this page has them, and the findings of the rules. The rules are the
 * server's own, run here on every change, so that form, check and server never disagree.
 */
export function ReportFrame({
  submissionId,
  children,
}: {
  readonly submissionId: string;
  readonly children: ReactNode;
}) {
  const lang = useLanguage();
  const { session } = useSession();
  const { person, view, catalogue: whole, country, indicators } = useReport(submissionId);
  const catalogue = useMemo(
    () => (indicators.length === whole.indicators.length ? whole : { ...whole, indicators }),
    [whole, indicators.length, indicators],
  );
  const currency = currencyOf(view.submission.country, view.previous.answers);
  const store = useAnswerStore({ userId: person?.id ?? "", view, catalogue, indicators, currency });
  const entries = useEntries(store);
  const facts = useMemo(() => {
    const answers = answersOf(entries);
    const previous = previousAnswers(view);
    const { referenceStart, referenceEnd } = view.round;
    const round = {
      referencePeriodStart: referenceStart,
      referencePeriodEnd: referenceEnd,
      dueDate: view.submission.dueOn,
    };
    const before = view.previous.year === null ? null : previous;
    // The whole catalogue is judged, because rules may concern several indicators; only findings on visible indicators are shown.
    const seen = new Set(catalogue.indicators.map(({ code }) => code));
    const findings = checkSubmission({ catalogue: whole, answers, previous: before, round });
    return {
      answers,
      previous,
      findings: findings.filter(({ indicators: concerned }) => concerned.every((code) => seen.has(code))),
    };
  }, [entries, view, catalogue, whole]);
  const clarification = useMemo(() => clarificationOf(view), [view]);
  const { answers } = facts;
  const notSendable = useMemo(() => {
    // Contributors see only a part of the report, so they are not told whether the whole can be sent.
    if (session === undefined || !view.may.submit) return [];
    return sendingFaults({ ...view, now: new Date(session.now), catalogue: whole, answers });
  }, [session, view, whole, answers]);
  const role = person?.role;
  const canEdit = view.may.edit && view.copy === "working";
  const mayEdit = (code: IndicatorCode) => canEdit && (view.inQuestion?.includes(code) ?? true);
  useFollowLinked(store, entries, mayEdit);
  return (
    <AnswerStoreContext value={store}>
      <ReportContext
        value={{
          ...facts,
          sendingFaults: notSendable,
          catalogue,
          view,
          country: country?.name[lang] ?? view.submission.country,
          canEdit,
          mayEdit,
          clarification,
          canComment: role !== undefined && scopeOf(role, "review-comment.write") === "own",
          currency,
        }}
      >
        {children}
      </ReportContext>
    </AnswerStoreContext>
  );
}
