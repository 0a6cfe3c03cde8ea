import type { Tx } from "@avances/db";
import { mayShowReceived } from "@avances/db/queries/received-reports-queries";
import {
  currentEdition,
  type EditionRow,
  listEditionEntries,
  newestEdition,
} from "@avances/db/queries/release-queries";
import { listRounds } from "@avances/db/queries/round-queries";
import { hasOpened } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { readCountries, readInputs } from "./country-state.ts";
import { definitionsOf } from "./definitions.ts";
import { findParts } from "./keep-country.ts";
import { editionMark } from "./made-from.ts";

/** What the other has published may be told here already: only the edition that would be made says so. */
export const publishedElsewhere = "another release published";

/**
 * Why the public file is to be looked at anew by this release, in words for the log; null when nothing but acts that write an edition has happened since its
 * newest one, or before the first publication. Role `app_publisher`.
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
  if (newest.id > edition.id) return publishedElsewhere;
  // Once a day, so that the time of an edition does not tell when a report was sent.
  if (dayOf(now) === dayOf(edition.publishedAt) || !(await mayShowReceived(tx))) return null;
  return (await tellsReports(tx, deps, edition, now)) ? null : "reports were received";
}

const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);

/**
 * Does the edition say of every report what is so now? Only a report that was received can make a difference: whoever submits does not wait
 * for the public file.
 */
async function tellsReports(
  tx: Tx,
  deps: Pick<Deps, "catalogues" | "reference">,
  edition: EditionRow,
  now: Date,
): Promise<boolean> {
  const codes = deps.reference.countries.map(({ alpha3 }) => alpha3);
  const countries = await readCountries(tx, await readInputs(tx, deps, now), codes);
  const { parts, withoutReports } = await findParts(tx, countries);
  const told = new Map((await listEditionEntries(tx, edition.id)).map(({ key, payloadHash }) => [key, payloadHash]));
  return withoutReports.length === 0 && parts.every(({ key, payloadHash }) => told.get(key) === payloadHash);
}
