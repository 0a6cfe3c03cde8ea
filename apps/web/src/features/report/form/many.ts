import { type Answer, answeredAs, proposedAnswer } from "@avances/domain/answer";
import type { Indicator, IndicatorCode, MissingState } from "@avances/domain/catalogue";
import type { ReportFacts } from "../report-context.ts";
import type { AnswerDraft } from "../saving/answer-draft.ts";
import { type AnswerEntry, isOpen } from "../saving/answer-store.ts";
import { hasWork } from "../saving/kept-drafts.ts";

/** An answer with what is proposed for it. */
export interface Proposed {
  readonly indicator: Indicator;
  readonly proposal: Answer;
}

type Facts = Pick<ReportFacts, "answers" | "previous" | "mayEdit" | "today">;
export type Entries = ReadonlyMap<IndicatorCode, AnswerEntry>;

/** The answers that can be confirmed as in the round before: those that nobody has begun, and for which something is proposed. */
export function confirmable(indicators: readonly Indicator[], facts: Facts, entries: Entries): readonly Proposed[] {
  return silenceable(indicators, facts, entries).flatMap((indicator) => {
    const proposal = proposedAnswer(indicator, facts.previous.get(indicator.code), facts.today);
    return proposal === null ? [] : [{ indicator, proposal }];
  });
}

/** The indicators without an answer that nobody has begun: only these are answered together, so that no work is replaced. */
export function silenceable(indicators: readonly Indicator[], facts: Facts, entries: Entries): readonly Indicator[] {
  return indicators.filter(({ code, allowedMissing }) => {
    const entry = entries.get(code);
    if (entry === undefined || allowedMissing.length === 0 || !facts.mayEdit(code)) return false;
    if (answeredAs(facts.answers.get(code)) !== null) return false;
    return !(hasWork(entry.draft) || isOpen(entry) || entry.draft.state !== "reported");
  });
}

/** The form that says there is no value, for this reason. Comment and sources stay. */
export function withoutValue(state: MissingState, reason: string) {
  return (draft: AnswerDraft): AnswerDraft => ({ ...draft, state, reason });
}
