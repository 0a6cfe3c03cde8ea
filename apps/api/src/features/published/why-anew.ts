import type { Tx } from "@avances/db";
import { currentEdition, newestEdition } from "@avances/db/queries/release-queries";
import { listRounds } from "@avances/db/queries/round-queries";
import { hasOpened } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { definitionsOf } from "./definitions.ts";
import { editionMark } from "./made-from.ts";

/** What the other has published may be told here already: only the edition that would be made says so. */
export const publishedElsewhere = "another release published";

/**
 * Why the public file is to be looked at anew by this release, in words for the log; null when nothing but acts has happened since its newest edition, or before
 * the first publication. Role `app_publisher`.
 */
export async function whyAnew(
  tx: Tx,
  deps: Pick<Deps, "catalogues" | "reference" | "config">,
  now: Date,
): Promise<string | null> {
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
