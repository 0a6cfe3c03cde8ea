import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "@avances/db";
import { newestEdition } from "@avances/db/queries/release-queries";
import type { Deps } from "#deps.ts";
import { errorFacts } from "#error-facts.ts";
import { newRelease, type Release } from "./release.ts";

/** The public file as bytes in memory. */
export interface ReleaseCache {
  /** The newest edition that this instance has heard of and read. */
  current(): Release;
  close(): Promise<void>;
}

/** Wait before asking a replica again that does not have an edition yet. */
const askAgainMs = 100;

type Need = Pick<Deps, "catalogues" | "reference" | "config"> & {
  readonly db: Pick<Database, "asPublic" | "asPublisher" | "onEdition">;
  readonly log: Pick<Deps["log"], "error">;
};

/**
 * The release of the current edition. When an edition is published, also by another instance, its parts are read first and then it replaces
 * the previous one, so nobody waits and nobody gets parts of both.
 */
export function releaseCache(deps: Need): ReleaseCache {
  const { db, log } = deps;
  let release = newRelease(deps);
  let [heard, asked] = [0, 0];
  let mayHaveMissed = false;
  let isClosed = false;
  let looking: Promise<void> | null = null;

  /** Asked on the primary: a replica may not have it yet, and the notification is not repeated. */
  const newestWritten = async () => (await db.asPublisher(newestEdition))?.id ?? 0;

  /** Takes the newest edition, once the replica has every edition that was announced. */
  async function look(): Promise<void> {
    for (let done = 0; !isClosed && done < asked; ) {
      const now = asked;
      try {
        if (mayHaveMissed) {
          mayHaveMissed = false;
          heard = Math.max(heard, await newestWritten());
        }
        const told = heard;
        if (((await db.asPublic(newestEdition))?.id ?? 0) < told) {
          await wait(askAgainMs);
          continue;
        }
        const next = newRelease(deps, await release.reports());
        const [before, after] = await Promise.all([release.edition(), next.edition()]);
        if (before?.id !== after?.id) release = next;
        done = now;
      } catch (error) {
        mayHaveMissed = true;
        log.error(errorFacts(error), "a new edition could not be read");
        await wait(10 * askAgainMs);
      }
    }
  }

  const end = db.onEdition((number: number | null) => {
    mayHaveMissed ||= number === null;
    heard = Math.max(heard, number ?? 0);
    asked += 1;
    looking ??= look().finally(() => {
      looking = null;
    });
  });
  return {
    current: () => release,
    close: async () => {
      isClosed = true;
      await Promise.all([end(), looking]);
    },
  };
}
