import type { Tx } from "@avances/db";
import { currentEdition, lockPublication, newestEdition } from "@avances/db/queries/release-queries";
import { listRounds } from "@avances/db/queries/round-queries";
import { hasOpened } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { errorFacts } from "#error-facts.ts";
import type { RenewEdition } from "#features/shared/act-in-public.ts";
import { definitionsOf } from "./definitions.ts";
import { editionMark } from "./made-from.ts";
import { prepareEdition } from "./prepare-edition.ts";
import { makeEdition } from "./write-edition.ts";

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
 * The same for what no act of this release does: a round's opening day comes; this start has something else than its newest edition was made
 * from (rules, texts of the catalogue, names of countries, time zones); or a release whose editions have another format has published since, one
 * that runs beside this one or one that ran before it, and what it published or hid is not in those of this one. Editions of another format are
 * neither read nor in the way. Any number of instances of any release may do so at once. `signal` ends it between two reports.
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
    // Another release may have published nothing that is not told here, and hears of this one in turn.
    if (why === publishedElsewhere && !edition.isNew) return;
    await edition.write();
    deps.log.info({ why }, "the public file was made anew");
  });
}

const publishedElsewhere = "another release published";

async function whyAnew(tx: Tx, deps: Need, now: Date): Promise<string | null> {
  const newest = await newestEdition(tx);
  if (newest === undefined) return null;
  const edition = await currentEdition(tx);
  const { countries } = deps.reference;
  const mark = editionMark(deps.catalogues.current, definitionsOf(deps, countries), countries);
  if (edition?.algorithm !== mark) return "made from something else";
  const zones = countries.map(({ timeZone }) => timeZone);
  const comes = (await listRounds(tx)).some(
    (round) => hasOpened(round, now, zones) && !hasOpened(round, edition.publishedAt, zones),
  );
  if (comes) return "a round opened";
  return newest.id > edition.id ? publishedElsewhere : null;
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
