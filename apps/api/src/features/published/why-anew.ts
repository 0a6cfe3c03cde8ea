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
import { isVoice } from "./country-parts.ts";
import { readCountries, readInputs } from "./country-state.ts";
import { type Definitions, definitionsOf } from "./definitions.ts";
import { findParts } from "./keep-country.ts";
import { findVoices } from "./keep-voices.ts";
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
  const definitions = definitionsOf(deps, countries);
  const mark = editionMark(deps.catalogues.current, definitions, countries);
  if (edition?.algorithm !== mark) return "made from something else";
  const zones = countries.map(({ timeZone }) => timeZone);
  const comes = (await listRounds(tx)).some(
    (round) => hasOpened(round, now, zones) && !hasOpened(round, edition.publishedAt, zones),
  );
  if (comes) return "a round opened";
  if (newest.id > edition.id) return publishedElsewhere;
  if (!(await tellsVoices(tx, definitions, edition))) return "something else is said beside the figures";
  // Once a day, so that the time of an edition does not tell when a report was sent.
  if (dayOf(now) === dayOf(edition.publishedAt) || !(await mayShowReceived(tx))) return null;
  return (await tellsReports(tx, deps, edition, now)) ? null : "reports were received";
}

/**
 * Does the edition hold what is said beside the figures now? Acts write it with their edition; somebody's name, or a release without this part, may have
 * come between.
 */
async function tellsVoices(tx: Tx, definitions: Definitions, edition: EditionRow): Promise<boolean> {
  const { all, parts, missing } = await findVoices(tx, definitions);
  const told = (await listEditionEntries(tx, edition.id)).filter(({ key }) => isVoice(key));
  const hashes = new Map(told.map(({ key, payloadHash }) => [key, payloadHash]));
  const isSame = parts.every(({ key, payloadHash }) => hashes.get(key) === payloadHash);
  return missing.length === 0 && isSame && told.length === all.length;
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
