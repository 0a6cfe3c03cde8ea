import type { getPublicFileState as contract, ReplyOf } from "@avances/contracts";
import { currentEdition } from "@avances/db/queries/release-queries";
import type { Actor } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { readCountries, readInputs } from "./country-state.ts";
import { publishedElsewhere, whyAnew } from "./why-anew.ts";

/** Which edition is read, and what a newer one waits for, if one is to be made. Any instance says the same of the same release. */
export async function publicFileState(
  deps: Pick<Deps, "db" | "clock" | "catalogues" | "reference" | "config">,
  actor: Actor,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "submission.publish");
  const now = deps.clock.now();
  return deps.db.asPublisher(async (tx) => {
    const row = await currentEdition(tx);
    const edition = row ? { id: row.id, publishedAt: row.publishedAt.toISOString() } : null;
    const why = await whyAnew(tx, deps, now);
    if (why === null) return { edition, isBehind: false, remaining: [] };
    const countries = deps.reference.countries.map(({ alpha3 }) => alpha3);
    const remaining = (await readCountries(tx, await readInputs(tx, deps, now), countries)).flatMap(
      ({ country, missing }) => (missing > 0 ? [{ country, reports: missing }] : []),
    );
    return { edition, isBehind: why !== publishedElsewhere || remaining.length > 0, remaining };
  });
}
