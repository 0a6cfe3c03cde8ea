import type { Tx } from "@avances/db";
import { earlierSubmissions, previousAcceptedVersion } from "@avances/db/queries/answer-saving-queries";
import { toAnswers } from "@avances/db/queries/rows";
import { listVersionAnswers } from "@avances/db/queries/version-queries";
import { type Actor, seesAssignedOnly } from "@avances/domain/access";
import type { Answers, EarlierRound } from "@avances/domain/answer";
import { referenceYear } from "@avances/domain/round";
import { LRUCache } from "lru-cache";

export interface PreviousRound {
  readonly year: number;
  /** Year of the data that the round holds. */
  readonly referenceYear: number;
  readonly answers: Answers;
}

/** Frozen versions never change, so they can be cached. The most recently used ones are kept. */
const kept = new LRUCache<string, Answers>({ max: 200 });

/**
 * The latest accepted version of the country's nearest earlier round; undefined when there is none. Which version that is, is
 * queried in the actor's transaction every time, so row-level security decides before anything comes from the cache.
 */
export async function previousRound(tx: Tx, actor: Actor, submissionId: string): Promise<PreviousRound | undefined> {
  const version = await previousAcceptedVersion(tx, submissionId);
  return (
    version && {
      year: version.year,
      referenceYear: referenceYear(version),
      answers: await frozenAnswers(tx, actor, version.versionId),
    }
  );
}

export interface EarlierAnswers extends EarlierRound {
  readonly referenceYear: number;
  /** The accepted version; null when there is none. Its answers never change. */
  readonly versionId: string | null;
}

/**
 * The country's rounds before this submission's, newest first, each with the answers of its accepted version (null when none is accepted),
 * as far as the actor may see them.
 */
export async function earlierRounds(tx: Tx, actor: Actor, submissionId: string): Promise<readonly EarlierAnswers[]> {
  const rounds = await earlierSubmissions(tx, submissionId);
  return Promise.all(
    rounds.map(async ({ year, referenceEnd, versionId }) => ({
      year,
      referenceYear: referenceYear({ referenceEnd }),
      versionId,
      answers: versionId === null ? null : await frozenAnswers(tx, actor, versionId),
    })),
  );
}

/** Answers of a frozen version by indicator code, as far as the actor may see them. */
export async function frozenAnswers(tx: Tx, actor: Actor, versionId: string): Promise<Answers> {
  const key = `${versionId} ${partSeenBy(actor)}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const answers = toAnswers(await listVersionAnswers(tx, versionId));
  kept.set(key, answers);
  return answers;
}

/** A contributor sees a part of a version: what was cached for one reader must not be given to another. */
export function partSeenBy(actor: Actor): string {
  return seesAssignedOnly(actor.role) ? `of ${actor.assignedIndicators?.join()}` : "all";
}
