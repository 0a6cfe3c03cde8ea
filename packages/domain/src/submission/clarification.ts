import { tiedIndicators } from "../answer/tied-indicators.ts";
import type { Catalogue, IndicatorCode } from "../catalogue/catalogue.ts";
import type { SubmissionStatus } from "./submission-status.ts";

/** A remark on a report, as far as clarifying goes. */
export interface Remark {
  /** Null = the whole report is spoken of. */
  readonly indicatorCode: IndicatorCode | null;
  readonly audience: string;
  readonly authorRole: string;
  /** The version that was spoken of. */
  readonly version: number;
  /** Also as ISO 8601 with `Z`. */
  readonly createdAt: Date | string;
}

interface Returned {
  readonly status: SubmissionStatus;
  readonly version: number;
}

/** What the Secretariat asks of a returned report; nothing of one that is not returned. */
export function questionsOf<R extends Remark>({ status, version }: Returned, remarks: readonly R[]): readonly R[] {
  if (status !== "returned") return [];
  return remarks.filter((remark) => remark.authorRole === "secretariat" && remark.version === version);
}

/**
 * The questions to which the country has not come back: neither was the answer in question saved since (of the whole report: any answer),
 * nor a note on it shared with the Secretariat. A report is not sent again before each was touched. `savedAt`: when each answer was last
 * saved, cleared ones included.
 */
export function openQuestions<R extends Remark>(
  questions: readonly R[],
  remarks: readonly Remark[],
  savedAt: ReadonlyMap<IndicatorCode, Date | string>,
): readonly R[] {
  const all = [...savedAt.values()];
  return questions.filter(({ indicatorCode, createdAt }) => {
    const isSince = (at: Date | string | undefined) => at !== undefined && instant(at) >= instant(createdAt);
    const isSaved = indicatorCode === null ? all.some(isSince) : isSince(savedAt.get(indicatorCode));
    const isSaid = remarks.some(
      (one) =>
        one.indicatorCode === indicatorCode &&
        one.audience === "shared" &&
        one.authorRole !== "secretariat" &&
        isSince(one.createdAt),
    );
    return !isSaved && !isSaid;
  });
}

/**
 * The answers that may be changed to clear these questions up: those in question, and those that rules tie to them, however far, because
 * a correction may make others follow. Null = all: the whole report is in question, or nothing in particular is.
 */
export function answersInQuestion(catalogue: Catalogue, questions: readonly Remark[]): readonly IndicatorCode[] | null {
  const codes = questions.flatMap(({ indicatorCode }) => indicatorCode ?? []);
  if (codes.length < questions.length || codes.length === 0) return null;
  let reached: readonly IndicatorCode[] = [...new Set(codes)];
  for (;;) {
    const further = tiedIndicators(catalogue, reached);
    if (further.length === reached.length) return further;
    reached = further;
  }
}

function instant(at: Date | string): number {
  return new Date(at).valueOf();
}
