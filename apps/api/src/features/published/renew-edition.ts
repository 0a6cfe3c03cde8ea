import type { Tx } from "@avances/db";
import { currentEdition, editionFormat, lockPublication, newestEdition } from "@avances/db/queries/release-queries";
import { listRounds } from "@avances/db/queries/round-queries";
import { hasOpened } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { errorFacts } from "#error-facts.ts";
import type { RenewEdition } from "#features/shared/act-in-public.ts";
import { definitionsOf } from "./definitions.ts";
import { editionMark } from "./made-from.ts";
import { prepareEdition } from "./prepare-edition.ts";
import { makeEdition, writeEdition } from "./write-edition.ts";

type Need = Pick<Deps, "db" | "clock" | "log" | "catalogues" | "reference" | "config">;

/**
 * Makes the public file anew if what it would say now is not what it says. Part of every act that may change it, in its transaction, as
 * `app_publisher`. Nothing happens before the first publication.
 */
export const renewEdition: RenewEdition = async (tx, deps, now) => {
  await lockPublication(tx);
  if ((await newestEdition(tx)) === undefined) return;
  const edition = await makeEdition(tx, deps, now);
  if (edition.isNew) await edition.write();
};

/**
 * The same for what no act does: a round's opening day comes, or this start has something else than the newest edition was made from: an older
 * release, whose answers have another shape than this release's pages read or hide by other rules, or other texts of the catalogue or
 * names of countries. Any number of instances may do so at once. An edition of a newer release is left to that one. `signal`
 * ends it between two reports.
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
    await writeEdition(tx, deps, now);
    deps.log.info({ why }, "the public file was made anew");
  });
}

async function whyAnew(tx: Tx, deps: Need, now: Date): Promise<string | null> {
  const edition = await newestEdition(tx);
  if (edition === undefined || edition.format > editionFormat) return null;
  const { countries } = deps.reference;
  const mark = editionMark(deps.catalogues.current, definitionsOf(deps, countries), countries);
  if (edition.format < editionFormat || edition.algorithm !== mark) return "made from something else";
  const zones = countries.map(({ timeZone }) => timeZone);
  const comes = (await listRounds(tx)).some(
    (round) => hasOpened(round, now, zones) && !hasOpened(round, edition.publishedAt, zones),
  );
  return comes ? "a round opened" : null;
}

/** Is there an edition that this release can read, or is there none to be read at all? */
export async function hasReadableEdition(tx: Tx): Promise<boolean> {
  return (await currentEdition(tx)) !== undefined || (await newestEdition(tx)) === undefined;
}

/** Catches up, and logs what came in the way. */
export async function lookAfterEdition(deps: Need, signal?: AbortSignal): Promise<void> {
  try {
    await catchUpEdition(deps, signal);
  } catch (error) {
    // The database is away, a fault of ours, or the portal stops: the next look tries again.
    if (!signal?.aborted) deps.log.error(errorFacts(error), "the public file could not be looked after");
  }
}

const everyMs = 60_000;

/** Looks after the public file, now and as often as the scheduler looks for work. Returns what stops it and waits for what is under way. */
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
