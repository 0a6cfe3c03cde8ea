import { query } from "@avances/testing/query";
import type { Deps } from "#deps.ts";

/** A release with a rule that hides more. */
export function stricter(deps: Deps): Deps {
  const { suppression } = deps.catalogues.current;
  const current = {
    ...deps.catalogues.current,
    suppression: { ...suppression, threshold: suppression.threshold * 3 },
  };
  return { ...deps, catalogues: { ...deps.catalogues, current, version: () => current } };
}

/**
 * Gives the newest editions, from this one on, another format, as if a release with other parts had written them. `url`: for the
 * superuser, because editions are frozen.
 */
export async function giveFormat(url: string, format: number, fromEdition: number): Promise<void> {
  await query(
    url,
    `set session_replication_role = replica; update release.edition set format = ${format} where id >= ${fromEdition}`,
  );
}
