import type { AnswerState } from "@avances/domain/answer";
import { closesByItselfOn } from "@avances/domain/round";
import type { UnpublishedState } from "@avances/domain/submission";
import type { PublishedValue } from "@avances/domain/suppression";
import type { IndicatorRowView } from "./published.ts";

/**
 * Why there is no public report of a country in a round. `not_published_yet`: one is owed, and the days until the round closes by itself are not over. `received`: one was
 * received, before and after; only while the public may know it.
 */
export type ReportMark = UnpublishedState | "not_published_yet";

/**
 * Everything that can stand in the place of a figure, in the order of the legend: states of an answer, of a score (`insufficient`), and of a
 * missing report. Each has its own mark, word and sentence (`place/state-mark.ts`, and the words of the page); no place is ever blank.
 */
export const valueMarks = [
  "not_reported",
  "not_available",
  "not_applicable",
  "unconfirmed",
  "small_base",
  "suppressed",
  "insufficient",
  "received",
  "not_published",
  "not_published_yet",
  "exempt",
  "not_asked",
] as const satisfies readonly (Exclude<AnswerState, "reported"> | "unconfirmed" | "insufficient" | ReportMark)[];
export type ValueMark = (typeof valueMarks)[number];

/** The mark of a report that is not public; `today` as `yyyy-mm-dd`. A round accepts reports until it closes, some time after the due date. */
export function reportMark(state: UnpublishedState, round: { readonly dueOn: string }, today: string): ReportMark {
  return state === "not_published" && today < closesByItselfOn(round) ? "not_published_yet" : state;
}

/**
 * The mark of an answer that shows no figure; null when it shows one (also zero). A share with a hidden part is hidden, and a declared
 * "not applicable" has its own mark until it is confirmed.
 */
export function answerMark({
  state,
  unconfirmed,
  value,
}: Pick<IndicatorRowView, "state" | "unconfirmed" | "value">): ValueMark | null {
  if (state === "not_applicable") return unconfirmed ? "unconfirmed" : "not_applicable";
  if (state !== "reported") return state;
  if (value === null) return "not_reported";
  return isHidden(value) ? "suppressed" : null;
}

/** Is the headline figure hidden? */
function isHidden(value: PublishedValue): boolean {
  switch (value.type) {
    case "count":
      return value.total === "s";
    case "ratio":
      return typeof value.percent !== "number";
    case "ordinal":
    case "boolean":
    case "money":
    case "date":
    case "text":
      return false;
  }
}

/** The marks that appear, each once, in the order of the legend. */
export function marksAmong(marks: Iterable<ValueMark | null>): ValueMark[] {
  const seen = new Set(marks);
  return valueMarks.filter((mark) => seen.has(mark));
}
