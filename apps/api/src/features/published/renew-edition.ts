import { currentEdition, lockPublication } from "@avances/db/queries/release-queries";
import { listRounds } from "@avances/db/queries/round-queries";
import { hasOpened } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { errorFacts } from "#error-facts.ts";
import type { RenewEdition } from "#reporting/act-in-public.ts";
import { madeFrom } from "./made-from.ts";
import { makeEdition, writeEdition } from "./write-edition.ts";

type Need = Pick<Deps, "db" | "clock" | "log" | "catalogues" | "reference" | "config">;

/**
 * Makes the public file anew if what it would say now is not what it says. Part of every act that may change it, in its transaction, as
 * `app_publisher`. Nothing happens before the first publication.
 */
export const renewEdition: RenewEdition = async (tx, deps, now) => {
  await lockPublication(tx);
  if ((await currentEdition(tx)) === undefined) return;
  const edition = await makeEdition(tx, deps, now);
  if (edition.isNew) await edition.write();
};

/**
 * The same for what no act does: a round's opening day comes, or this start has something else than the newest edition was made from: an older
 * release, whose answers have another shape than this release's pages read or hide by other rules, or other texts of the catalogue or
 * names of countries. Any number of instances may do so at once.
 */
export async function catchUpEdition(deps: Need): Promise<void> {
  const now = deps.clock.now();
  const zones = deps.reference.countries.map(({ timeZone }) => timeZone);
  if ((await deps.db.asPublic(currentEdition)) === undefined) return;
  const reason = async (tx: Parameters<typeof currentEdition>[0]): Promise<string | null> => {
    const edition = await currentEdition(tx);
    if (edition === undefined) return null;
    if (edition.algorithm !== madeFrom(deps)) return "made from something else";
    const rounds = await listRounds(tx);
    const comes = rounds.some((round) => hasOpened(round, now, zones) && !hasOpened(round, edition.publishedAt, zones));
    return comes ? "a round opened" : null;
  };
  if ((await deps.db.asPublisher(reason)) === null) return;
  await deps.db.asPublisher(async (tx) => {
    await lockPublication(tx);
    const why = await reason(tx);
    if (why === null) return;
    await writeEdition(tx, deps, now);
    deps.log.info({ why }, "the public file was made anew");
  });
}

const everyMs = 60_000;

/** Looks after the public file until it is stopped, as often as the scheduler looks for work. Returns what stops it and waits for what is under way. */
export function keepEdition(deps: Need, lookEveryMs = everyMs): () => Promise<void> {
  let underWay: Promise<void> | null = null;
  const look = () => {
    underWay ??= catchUpEdition(deps)
      // The database is away, or a fault of ours: the next minute tries again.
      .catch((error: unknown) => deps.log.error(errorFacts(error), "the public file could not be looked after"))
      .finally(() => {
        underWay = null;
      });
  };
  const timer = setInterval(look, lookEveryMs);
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
