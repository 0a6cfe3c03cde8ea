import { isOfSecretariat } from "../access/role.ts";
import { tiedIndicators } from "../answer/tied-indicators.ts";
import type { Catalogue, IndicatorCode } from "../catalogue/catalogue.ts";
import { isEditable, type SubmissionStatus } from "./submission-status.ts";

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

/** A report that was returned, or never was. */
interface Returned {
  readonly status: SubmissionStatus;
  /** When it was last returned; null = never. Also as ISO 8601 with `Z`. */
  readonly returnedAt: Date | string | null;
}

/**
 * What the Secretariat asked when it returned the report: the remarks that were made in that very act. What it says before or afterwards
 * is talk ("thank you, that is clear") and asks nothing. The questions stand while the country is at the version that answers them, also
 * when it has sent that version and taken it back; never of a report that was not returned, or is not the country's to change now.
 */
export function questionsOf<R extends Remark>({ status, returnedAt }: Returned, remarks: readonly R[]): readonly R[] {
  if (returnedAt === null || !isEditable(status)) return [];
  return remarks.filter((remark) => isSaidByDesk(remark) && instant(remark.createdAt) === instant(returnedAt));
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
        !isOfSecretariat(one.authorRole) &&
        isSince(one.createdAt),
    );
    return !isSaved && !isSaid;
  });
}

/**
 * The answers that may be changed to clear this report up: those in question, those that the Secretariat spoke of since on the version it
 * returned, and those that rules tie to them, however far, because a correction may make others follow. Null = all: the whole report is
 * in question, or nothing is. Needs every remark of the Secretariat, also those that the reader may not read.
 */
export function answersInQuestion(
  catalogue: Catalogue,
  report: Returned,
  remarks: readonly Remark[],
): readonly IndicatorCode[] | null {
  const questions = questionsOf(report, remarks);
  const [first] = questions;
  if (first === undefined || questions.some(({ indicatorCode }) => indicatorCode === null)) return null;
  const isSpokenOf = (remark: Remark) =>
    isSaidByDesk(remark) && remark.version === first.version && instant(remark.createdAt) >= instant(first.createdAt);
  let reached: readonly IndicatorCode[] = [
    ...new Set(remarks.filter(isSpokenOf).flatMap(({ indicatorCode }) => indicatorCode ?? [])),
  ];
  for (;;) {
    const further = tiedIndicators(catalogue, reached);
    if (further.length === reached.length) return further;
    reached = further;
  }
}

function isSaidByDesk({ authorRole, audience }: Remark): boolean {
  return isOfSecretariat(authorRole) && audience === "shared";
}

function instant(at: Date | string): number {
  return new Date(at).valueOf();
}
