import type { Answers } from "../answer/answer.ts";
import { submissionProgress } from "../answer/submission-progress.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { CalendarDate } from "../round/calendar-date.ts";
import { hasOpened } from "../round/has-opened.ts";

/** Why a working copy cannot be received as a report. */
export type SendingFault =
  /** The round's opening day has not begun in the country's capital: nobody was asked yet. */
  | "round-not-open"
  /** No indicator has a value, or a reason why it has none. */
  | "nothing-answered";

export interface WorkingCopy {
  readonly round: { readonly opensOn: CalendarDate };
  /** IANA zone of the country's capital. */
  readonly timeZone: string;
  readonly now: Date;
  readonly catalogue: Catalogue;
  readonly answers: Answers;
}

/**
 * Everything that keeps a working copy from counting as a report, whatever its answers say; empty = nothing. The first submission fixes
 * timeliness for good, so it must be a real report: sent in an open round, with something in it.
 */
export function sendingFaults({ round, timeZone, now, catalogue, answers }: WorkingCopy): readonly SendingFault[] {
  const faults: SendingFault[] = [];
  if (!hasOpened(round, now, [timeZone])) faults.push("round-not-open");
  if (submissionProgress(catalogue, answers).answered === 0) faults.push("nothing-answered");
  return faults;
}
