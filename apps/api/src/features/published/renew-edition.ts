import type { Tx } from "@avances/db";
import { listPublicStates } from "@avances/db/queries/public-voice-queries";
import { currentEdition, lockPublication, newestEdition } from "@avances/db/queries/release-queries";
import type { Deps } from "#deps.ts";
import { errorFacts } from "#error-facts.ts";
import type { RenewEdition } from "#features/shared/act-in-public.ts";
import { prepareEdition } from "./prepare-edition.ts";
import { publishedElsewhere, whyAnew } from "./why-anew.ts";
import { makeEdition } from "./write-edition.ts";

type Need = Pick<Deps, "db" | "clock" | "log" | "catalogues" | "reference" | "config">;

/**
 * Writes a new edition if the public file would now differ. Part of every act that may change it, in the act's transaction, as
 * `app_publisher`. Does nothing before something is public for the first time.
 */
export const renewEdition: RenewEdition = async (tx, deps, now) => {
  await lockPublication(tx);
  if ((await newestEdition(tx)) === undefined && (await listPublicStates(tx)).length === 0) return;
  const edition = await makeEdition(tx, deps, now);
  if (edition.isNew) await edition.write();
};

/**
 * The same for changes that no act of this release makes: a round's opening day comes; this start differs from what its newest edition was made
 * from (rules, texts of the catalogue, country names, time zones); or a release with another edition format, running beside or before this one,
 * has published since, so that what it published or hid is missing here. Editions of another format are neither read nor touched.
 * Several instances of any release may run it at once. `signal` ends it between two reports.
 */
export async function catchUpEdition(deps: Need, signal?: AbortSignal): Promise<void> {
  const now = deps.clock.now();
  const reason = (tx: Tx) => whyAnew(tx, deps, now);
  if ((await deps.db.asPublisher(reason)) === null) return;
  await prepareEdition(deps, now, signal);
  await deps.db.asPublisher(async (tx) => {
    await lockPublication(tx);
    const why = await reason(tx);
    if (why === null) return;
    const edition = await makeEdition(tx, deps, now);
    // If the other release published nothing that is missing here, nothing is written: each write makes the other check in turn.
    if (why === publishedElsewhere && !edition.isNew) return;
    await edition.write();
    deps.log.info({ why }, "the public file was made anew");
  });
}

/** True if there is an edition that this release can read, or no edition at all. */
export async function hasReadableEdition(tx: Tx): Promise<boolean> {
  return (await currentEdition(tx)) !== undefined || (await newestEdition(tx)) === undefined;
}

/** Catches up, and logs a failure. */
export async function lookAfterEdition(deps: Need, signal?: AbortSignal): Promise<void> {
  try {
    await catchUpEdition(deps, signal);
  } catch (error) {
    // The database is down, there is a fault in the code, or the portal is stopping: the next look tries again.
    if (!signal?.aborted) deps.log.error(errorFacts(error), "the public file could not be looked after");
  }
}

const everyMs = 60_000;

/** Looks after the public file now and at regular intervals. Returns a function that stops it and waits for work under way. */
export function keepEdition(deps: Need, lookEveryMs = everyMs): () => Promise<void> {
  const stop = new AbortController();
  let underWay: Promise<void> | null = null;
  const look = () => {
    underWay ??= lookAfterEdition(deps, stop.signal).finally(() => {
      underWay = null;
    });
  };
  look();
  const timer = setInterval(look, lookEveryMs);
  return async () => {
    clearInterval(timer);
    stop.abort();
    await underWay;
  };
}
