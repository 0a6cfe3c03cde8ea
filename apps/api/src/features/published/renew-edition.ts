import { currentEdition, lockPublication } from "@avances/db/queries/release-queries";
import type { Deps } from "#deps.ts";
import { madeWith, writeEdition } from "./write-edition.ts";

/**
 * Makes the public file anew when an older release of the portal wrote the newest edition: its answers have another shape than this
 * release's pages read, or hide by other rules. Nothing happens before the first publication. Any number of instances may start at once.
 */
export async function renewEdition(deps: Pick<Deps, "db" | "clock" | "log" | "catalogues" | "reference" | "config">) {
  const isOld = (edition: { readonly algorithm: string } | undefined) =>
    edition !== undefined && edition.algorithm !== madeWith;
  if (!isOld(await deps.db.asPublic(currentEdition))) return;
  await deps.db.asPublisher(async (tx) => {
    await lockPublication(tx);
    if (!isOld(await currentEdition(tx))) return;
    await writeEdition(tx, deps, deps.clock.now());
    deps.log.info({ madeWith }, "the public file was made anew for this release");
  });
}
