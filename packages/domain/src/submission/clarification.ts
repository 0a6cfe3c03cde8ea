import { isOfSecretariat } from "../access/role.ts";
import { tiedIndicators } from "../answer/tied-indicators.ts";
import type { Catalogue, IndicatorCode } from "../catalogue/catalogue.ts";
import { isEditable, type SubmissionStatus } from "./submission-status.ts";

/** The parts of a remark on a report that matter for clarification. */
export interface Remark {
  /** Null = the remark is about the whole report. */
  readonly indicatorCode: IndicatorCode | null;
  readonly audience: string;
  readonly authorRole: string;
  /** The version that the remark is about. */
  readonly version: number;
  /** A Date, or ISO 8601 with `Z`. */
  readonly createdAt: Date | string;
}

/** A report and when it was returned, if ever. */
interface Returned {
  readonly status: SubmissionStatus;
  /** When it was last returned; null = never. A Date, or ISO 8601 with `Z`. */
  readonly returnedAt: Date | string | null;
}

/**
 * What the Secretariat asked when it returned the report: the remarks made in that very act. Remarks before or after it are conversation
 * ("thank you, that is clear") and ask nothing. The questions stand while the country works on the version that answers them, also when it
 * has sent that version and withdrawn it; there are none while the report cannot be changed by the country or was never returned.
 */
export function questionsOf<R extends Remark>({ status, returnedAt }: Returned, remarks: readonly R[]): readonly R[] {
  if (returnedAt === null || !isEditable(status)) return [];
  return remarks.filter((remark) => isSaidByDesk(remark) && instant(remark.createdAt) === instant(returnedAt));
}

/** A thread that was closed, as far as it matters here; of one that was closed several times the last suffices. Whoever writes in it afterwards takes nothing back. */
export interface ClosedThread {
  readonly indicatorCode: IndicatorCode | null;
  readonly audience: string;
  /** A Date, or ISO 8601 with `Z`. */
  readonly at: Date | string;
}

/**
 * The questions the country has not yet answered: since the return it neither saved the answer in question (for the whole report: any
 * answer) nor shared a note on it with the Secretariat, and the Secretariat has not closed the question. Whoever sends the report again with
 * any of them is asked about them first. `savedAt`: when each answer was last saved, cleared ones included.
 */
export function openQuestions<R extends Remark>(
  questions: readonly R[],
  remarks: readonly Remark[],
  savedAt: ReadonlyMap<IndicatorCode, Date | string>,
  closed: readonly ClosedThread[] = [],
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
    const isClosed = closed.some(
      (one) => one.indicatorCode === indicatorCode && one.audience === "shared" && isSince(one.at),
    );
    return !isSaved && !isSaid && !isClosed;
  });
}

/** An answer that the country opened itself, and when. */
export interface Reopened {
  readonly indicatorCode: IndicatorCode;
  /** A Date, or ISO 8601 with `Z`. */
  readonly at: Date | string;
}

/**
 * The answers that may be changed during clarification: those in question, those about which the Secretariat made later remarks on the
 * returned version, those that the country opened itself with a reason, and all that rules tie to them, directly or not, because one
 * correction may require others. Null = all of them: the whole report is in question, or nothing is. Needs every remark of the Secretariat
 * and every opened answer, also those the reader may not read.
 */
export function answersInQuestion(
  catalogue: Catalogue,
  report: Returned,
  remarks: readonly Remark[],
  reopened: readonly Reopened[] = [],
): readonly IndicatorCode[] | null {
  const questions = questionsOf(report, remarks);
  const [first] = questions;
  if (first === undefined || questions.some(({ indicatorCode }) => indicatorCode === null)) return null;
  const isSpokenOf = (remark: Remark) =>
    isSaidByDesk(remark) && remark.version === first.version && instant(remark.createdAt) >= instant(first.createdAt);
  let reached: readonly IndicatorCode[] = [
    ...new Set([
      ...remarks.filter(isSpokenOf).flatMap(({ indicatorCode }) => indicatorCode ?? []),
      ...reopened.flatMap(({ indicatorCode, at }) => (instant(at) >= instant(first.createdAt) ? [indicatorCode] : [])),
    ]),
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
