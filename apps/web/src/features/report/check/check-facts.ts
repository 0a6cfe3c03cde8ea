import { blocksSubmission, type Finding } from "@avances/domain/answer";
import type { IndicatorCode } from "@avances/domain/catalogue";
import type { SendingFault } from "@avances/domain/submission";
import type { ReportFacts } from "../report-context.ts";
import { type AnswerEntry, isOpen } from "../saving/answer-store.ts";
import { partsOf, type ReportParts } from "./report-parts.ts";

/** An answer whose figure the rules ask to be explained. */
export interface NoteAsked {
  readonly code: IndicatorCode;
  readonly findings: readonly Finding[];
  /** Has it no note yet? Then the report cannot be sent. */
  readonly isMissing: boolean;
}

/** All that the check says of a report, from its answers as this page has them. */
export interface CheckFacts {
  readonly parts: ReportParts;
  /** Questions of the Secretariat that the country has not come back to. */
  readonly openQuestions: number;
  /** What keeps it from being sent as a report, for people who may send it; by the same rule as on the server. */
  readonly faults: readonly SendingFault[];
  /** Errors of the rules, by indicator. */
  readonly errors: readonly Finding[];
  /** Answers that the server does not have as they are here. */
  readonly unsaved: readonly IndicatorCode[];
  readonly notes: readonly NoteAsked[];
  /** Warnings that ask for no note. */
  readonly remarks: readonly Finding[];
}

export function checkFacts(
  report: Pick<ReportFacts, "catalogue" | "previous" | "answers" | "findings" | "clarification">,
  entries: ReadonlyMap<IndicatorCode, AnswerEntry>,
  faults: readonly SendingFault[],
): CheckFacts {
  const { catalogue, previous, answers, findings, clarification } = report;
  const asking = findings.filter(({ requiresComment }) => requiresComment);
  const places = new Map(catalogue.indicators.map(({ code }, place) => [code, place]));
  const place = ({ indicators }: Finding) => places.get(indicators[0] ?? "") ?? 0;
  const inOrder = (some: readonly Finding[]) => [...some].sort((one, other) => place(one) - place(other));
  const byIndicator = Map.groupBy(inOrder(asking), ({ indicators }) => indicators[0] ?? "");
  return {
    parts: partsOf(catalogue, previous, answers),
    openQuestions: clarification.open.length,
    faults,
    errors: inOrder(findings.filter(({ severity, requiresComment }) => severity === "error" && !requiresComment)),
    unsaved: [...entries.values()].filter(isOpen).map(({ indicator }) => indicator.code),
    notes: [...byIndicator].map(([code, own]) => ({
      code,
      findings: own,
      isMissing: own.some((finding) => blocksSubmission(finding, answers)),
    })),
    remarks: inOrder(findings.filter(({ severity, requiresComment }) => severity === "warning" && !requiresComment)),
  };
}

/** How many things stand between the report and being sent, by their part of the page. */
export function waits({ faults, errors, unsaved, notes, openQuestions }: CheckFacts) {
  return {
    questions: openQuestions,
    blocking: faults.length + errors.length + unsaved.length,
    notes: notes.filter(({ isMissing }) => isMissing).length,
  };
}
