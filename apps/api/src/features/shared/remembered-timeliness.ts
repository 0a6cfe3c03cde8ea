import type { SubmissionRow } from "@avances/db/queries/rows";
import { statusAsExpected, type Timeliness, timeliness } from "@avances/domain/submission";
import { LRUCache } from "lru-cache";

const remembered = new LRUCache<string, Timeliness>({ max: 5_000 });

/**
 * The domain's judgement, remembered where it can no longer change: the first submission fixes timeliness for good, and the board
 * shows six rounds of every country. Time-zone arithmetic is by far the most expensive part of that page.
 */
export function timelinessOf(
  row: Pick<SubmissionRow, "status" | "dueOn" | "firstSubmittedAt" | "obligated"> & { readonly exempt: boolean },
  timeZone: string,
  now: Date,
): Timeliness {
  const { status, obligated, exempt, dueOn, firstSubmittedAt } = row;
  const input = { status, obligated, exempt, firstSubmittedAt, dueDate: dueOn, timeZone, now };
  // Not submitted: it can change only at a local midnight, and no zone has one within a UTC quarter of an hour.
  const until = firstSubmittedAt === null ? Math.floor(now.getTime() / 900_000) : firstSubmittedAt.getTime();
  const key = `${statusAsExpected(input) === "exempt"} ${exempt} ${obligated} ${dueOn} ${firstSubmittedAt === null} ${until} ${timeZone}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const judged = timeliness(input);
  remembered.set(key, judged);
  return judged;
}
