import type { Tx } from "@avances/db";
import { countMarks, listReviewPromises } from "@avances/db/queries/verdict-queries";
import type { CalendarDate } from "@avances/domain/round";
import { answerBy } from "@avances/domain/submission";

/** By which day each report is answered, as promised when it came, and how many of its answers are marked. */
export async function listPromisesAndMarks(tx: Tx) {
  const [decisions, marks] = [await listReviewPromises(tx), await countMarks(tx)];
  return {
    promiseOf: ({ submittedAt }: { readonly submittedAt: Date | null }, timeZone: string): CalendarDate | null =>
      submittedAt === null ? null : answerBy(submittedAt, timeZone, decisions),
    marksOf: (submissionId: string): number => marks.get(submissionId) ?? 0,
  };
}
