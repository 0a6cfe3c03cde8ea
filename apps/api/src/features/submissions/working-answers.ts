import type { Tx } from "@avances/db";
import { listAnswers, stampOfAnswers } from "@avances/db/queries/answer-queries";
import type { AnswerRow } from "@avances/db/queries/rows";
import type { Actor } from "@avances/domain/access";
import { LRUCache } from "lru-cache";
import { inOneTrip } from "#features/shared/in-one-trip.ts";
import { partSeenBy } from "#features/shared/previous-answers.ts";

interface Kept {
  readonly stamp: string;
  readonly rows: readonly AnswerRow[];
}

const kept = new LRUCache<string, Kept>({ max: 100 });

/**
 * The stored answers that this reader sees, by indicator code: the same list (which nobody changes) as long as none of them is written, so that
 * what is made from it can be kept with it. PostgreSQL is asked each time, as this actor, which answers there are and as what they stand; only what
 * they say is remembered.
 */
export async function workingAnswers(tx: Tx, actor: Actor, submissionId: string): Promise<readonly AnswerRow[]> {
  const key = `${submissionId} ${partSeenBy(actor)}`;
  const stamp = await stampOfAnswers(tx, submissionId);
  if (stamp === null) return [];
  const last = kept.get(key);
  if (last?.stamp === stamp) return last.rows;
  // Sent together, but each sees what was committed when it began: rows between two equal stamps are those of the stamp.
  const [rows, after] = await inOneTrip([listAnswers(tx, submissionId), stampOfAnswers(tx, submissionId)]);
  if (after === stamp) kept.set(key, { stamp, rows });
  return rows;
}
