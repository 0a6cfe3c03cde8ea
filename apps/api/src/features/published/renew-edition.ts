import { currentEdition, lockPublication } from "@avances/db/queries/release-queries";
import type { Deps } from "#deps.ts";
import { madeFrom } from "./made-from.ts";
import { writeEdition } from "./write-edition.ts";

/**
 * Makes the public file anew when the newest edition was made from something else than this start has: by an older release, whose answers
 * have another shape than this release's pages read or hide by other rules, or with other texts of the catalogue or names of countries. Nothing happens before the first publication. Any number of instances may start at once.
 */
export async function renewEdition(deps: Pick<Deps, "db" | "clock" | "log" | "catalogues" | "reference" | "config">) {
  const mark = madeFrom(deps);
  const isOld = (edition: { readonly algorithm: string } | undefined) =>
    edition !== undefined && edition.algorithm !== mark;
  if (!isOld(await deps.db.asPublic(currentEdition))) return;
  await deps.db.asPublisher(async (tx) => {
    await lockPublication(tx);
    if (!isOld(await currentEdition(tx))) return;
    await writeEdition(tx, deps, deps.clock.now());
    deps.log.info({ madeFrom: mark }, "the public file was made anew");
  });
}
