import type { Tx } from "@avances/db";
import { lockForm } from "@avances/db/queries/form-queries";
import {
  currentEdition,
  insertEdition,
  insertEditionEntries,
  listEditionEntries,
  lockPublication,
  shareEditionEntries,
} from "@avances/db/queries/release-queries";
import type { CountryCode } from "@avances/domain/reference";
import type { Deps } from "#deps.ts";
import { ProtocolError } from "#http/problem-details.ts";
import { partKeys } from "./country-parts.ts";
import { type CountryInputs, type EditionInputs, readCountries, readInputs } from "./country-state.ts";
import { definitionsOf } from "./definitions.ts";
import { frameOf } from "./frame.ts";
import { findParts, keepContents, keepReports, keepSeries } from "./keep-country.ts";
import { findForms, keepForm } from "./keep-forms.ts";
import { findVoices, keepLists, keepVoices } from "./keep-voices.ts";
import { editionMark, hashOf } from "./made-from.ts";
import { placeOf, readReports } from "./read-reports.ts";

type Need = Pick<Deps, "catalogues" | "reference" | "config">;

/** How many forms, computations of countries and voices an act does itself, of each: its own and a few left over. `prepareEdition` does the rest. */
const mostInAnAct = 20;

/**
 * Writes the public file as it is now as a new edition. Runs as `app_publisher` in the transaction of the act that made it necessary, and
 * makes only what that act changed: the form of a report, and the parts of its country. Refuses with `unavailable` while
 * much else must be made first.
 */
export async function writeEdition(tx: Tx, deps: Need, now: Date): Promise<void> {
  await lockPublication(tx);
  await (await makeEdition(tx, deps, now)).write();
}

/** An edition that is made but not yet written. */
export interface MadeEdition {
  /** Does it differ from the one that the public reads? */
  readonly isNew: boolean;
  /** Writes it as a new edition. A part that did not change is shared with the previous edition. */
  write(): Promise<void>;
}

/** The public file as it would be now. The caller holds the lock of publication. */
export async function makeEdition(tx: Tx, deps: Need, asked: Date): Promise<MadeEdition> {
  const { current } = deps.catalogues;
  const before = await currentEdition(tx);
  // An act that waited for the lock began before the edition that was written meanwhile, and clocks of instances differ: time never goes back.
  const now = before && before.publishedAt > asked ? before.publishedAt : asked;
  const inputs = await readInputs(tx, deps, now);
  const countries = await withForms(
    tx,
    inputs,
    deps.reference.countries.map(({ alpha3 }) => alpha3),
  );
  const { parts, withoutReports, withoutSeries } = await findParts(tx, countries);
  if (withoutSeries.length > mostInAnAct) throw new ProtocolError("unavailable");
  const made = [...parts, ...(await keepReports(tx, inputs, withoutReports))];
  for (const one of withoutSeries) {
    const series = await keepSeries(tx, inputs, one);
    // Nobody publishes while the lock of publication is held.
    if (series === undefined) throw new Error(`something else is public of ${one.country}`);
    made.push(...series);
  }

  const known = new Map(
    before ? (await listEditionEntries(tx, before.id)).map((entry) => [entry.key, entry] as const) : [],
  );
  const definitions = definitionsOf(deps, deps.reference.countries);
  const voices = await findVoices(tx, definitions);
  if (voices.missing.length > mostInAnAct) throw new ProtocolError("unavailable");
  made.push(...voices.parts, ...(await keepVoices(tx, deps, voices)), ...(await keepLists(tx, voices, known)));
  const frame = frameOf(definitions.countries, inputs.rounds, inputs.states);
  const told = await keepContents(
    tx,
    [
      [partKeys.definitions, JSON.stringify(definitions)],
      [partKeys.frame, JSON.stringify(frame)],
    ],
    known,
  );
  const entries = [...told, ...made].sort((one, other) => (one.key < other.key ? -1 : 1));
  const changed = entries.filter(({ key, payloadHash }) => known.get(key)?.payloadHash !== payloadHash);
  return {
    isNew: changed.length > 0 || known.size !== entries.length,
    async write() {
      const editionId = await insertEdition(tx, {
        publishedAt: now,
        catalogueVersion: current.version,
        threshold: current.suppression.threshold,
        algorithm: editionMark(current, definitions, deps.reference.countries),
        inputHash: hashOf(...entries.map(({ payloadHash }) => payloadHash)),
      });
      await insertEditionEntries(
        tx,
        changed.map((part) => ({ ...part, editionId, since: editionId })),
      );
      if (before === undefined) return;
      // A part that is unchanged keeps the edition in which it last changed.
      const there = new Set(entries.map(({ key }) => key));
      const gone = [...known.keys()].filter((key) => !there.has(key));
      const except = [...changed.map(({ key }) => key), ...gone];
      await shareEditionEntries(tx, { from: before.id, to: editionId, except });
    },
  };
}

/** The states of these countries when every public report has its form; a few missing forms are made here. */
async function withForms(
  tx: Tx,
  inputs: EditionInputs,
  countries: readonly CountryCode[],
): Promise<readonly CountryInputs[]> {
  const found = await readCountries(tx, inputs, countries);
  const missing = found.filter((one) => one.missing > 0);
  if (missing.reduce((sum, one) => sum + one.missing, 0) > mostInAnAct) throw new ProtocolError("unavailable");
  const codes = missing.map(({ country }) => country);
  if (codes.length === 0) return found;
  const reports = await readReports(tx, inputs.rounds, codes);
  for (const report of (await findForms(tx, inputs.rules, reports)).missing) {
    await lockForm(tx, report);
    // Nobody publishes while the lock of publication is held.
    if ((await keepForm(tx, inputs.rules, report)) === undefined)
      throw new Error(`${placeOf(report)} is public in another version`);
  }
  const now = new Map((await readCountries(tx, inputs, codes)).map((one) => [one.country, one]));
  return found.map((one) => now.get(one.country) ?? one);
}
