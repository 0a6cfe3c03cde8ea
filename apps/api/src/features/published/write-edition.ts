import { setImmediate } from "node:timers/promises";
import type { Tx } from "@avances/db";
import { lockForm } from "@avances/db/queries/form-queries";
import {
  currentEdition,
  type EditionEntryRow,
  insertEdition,
  insertEditionEntries,
  listEditionEntries,
  lockPublication,
} from "@avances/db/queries/release-queries";
import type { Deps } from "#deps.ts";
import { ProtocolError } from "#http/problem-details.ts";
import { partKeys, type ReportPart } from "./country-parts.ts";
import { type Definitions, definitionsOf } from "./definitions.ts";
import { frameOf } from "./frame.ts";
import { findForms, type KeptForms, keepForm } from "./keep-forms.ts";
import { findSeries, type KeptPart, keepContents, keepSeries, seriesOf } from "./keep-series.ts";
import { editionMark, hashOf } from "./made-from.ts";
import { matrixCell } from "./public-report.ts";
import { placeOf, type Reports, readReports, readRules } from "./read-reports.ts";
import type { FormRules } from "./report-form.ts";

type Need = Pick<Deps, "catalogues" | "reference" | "config">;

/** An act makes as many forms, and what is computed of as many countries, itself: its own, and a few that were left over. `prepareEdition` makes the rest. */
const mostInAnAct = 20;

/**
 * Writes the public file as it is now as one more edition. Runs as `app_publisher` in the transaction of the act that made it necessary, and
 * makes only what that act changed: the form of a report, and the parts of its country. Refuses with `unavailable` while
 * much else is to be made first.
 */
export async function writeEdition(tx: Tx, deps: Need, now: Date): Promise<void> {
  await lockPublication(tx);
  await (await makeEdition(tx, deps, now)).write();
}

/** An edition that is made and not written. */
export interface MadeEdition {
  /** Does it say something else than the one that the public reads? */
  readonly isNew: boolean;
  /** Writes it as one more edition. A part that did not change is shared with the edition before. */
  write(): Promise<void>;
}

/** What the public file would be now. The caller holds the lock of publication. */
export async function makeEdition(tx: Tx, deps: Need, now: Date): Promise<MadeEdition> {
  const { current } = deps.catalogues;
  const read = await readReports(tx, deps, now, deps.reference.countries);
  const forms = await allForms(tx, await readRules(tx, deps, read.rounds), read);
  const series = await findSeries(tx, seriesOf(current, read.reports, forms));
  if (series.missing.length > mostInAnAct) throw new ProtocolError("unavailable");
  const computed = [...series.parts];
  for (const one of series.missing) computed.push(...(await keepSeries(tx, current, one)));

  const before = await currentEdition(tx);
  const known = new Map(
    before ? (await listEditionEntries(tx, before.id)).map((entry) => [entry.key, entry] as const) : [],
  );
  const definitions = definitionsOf(deps, deps.reference.countries);
  const told = await keepContents(tx, await contentsOf(definitions, read, forms), known);
  const entries = [...told, ...computed].map((part) => ({ ...part, since: sinceOf(part, known) }));
  return {
    isNew: entries.some(({ since }) => since === null) || known.size !== entries.length,
    async write() {
      const editionId = await insertEdition(tx, {
        publishedAt: now,
        catalogueVersion: current.version,
        threshold: current.suppression.threshold,
        algorithm: editionMark(current, definitions),
        inputHash: hashOf(...entries.map(({ payloadHash }) => payloadHash)),
      });
      await insertEditionEntries(
        tx,
        entries.map(({ key, payloadHash, since }) => ({ key, payloadHash, editionId, since: since ?? editionId })),
      );
    },
  };
}

/** The form of every public report; a few that are missing are made here. */
async function allForms(tx: Tx, rules: FormRules, { reports }: Reports): Promise<KeptForms> {
  const { forms, missing } = await findForms(tx, rules, reports);
  if (missing.length > mostInAnAct) throw new ProtocolError("unavailable");
  const all = new Map(forms);
  for (const report of missing) {
    await lockForm(tx, report);
    const form = await keepForm(tx, rules, report);
    // Nobody publishes while the lock of publication is held.
    if (form === undefined) throw new Error(`${placeOf(report)} is public in another version`);
    all.set(placeOf(report), form);
  }
  return all;
}

/** The parts that are written down as they are: words, rounds, and who reported when. Others get a turn between. */
async function contentsOf(
  definitions: Definitions,
  { rounds, reports }: Reports,
  forms: KeptForms,
): Promise<readonly (readonly [key: string, content: string])[]> {
  const byCountry = new Map<string, ReportPart[]>();
  for (const [place, { version, ...report }] of reports.entries()) {
    const form = forms.get(placeOf(report));
    const release = version && form ? { ...version, version: version.number, coverage: form.coverage } : null;
    const parts = byCountry.get(report.country) ?? [];
    byCountry.set(report.country, parts);
    parts.push({ cell: matrixCell(report, release), form: form?.id ?? null });
    if (place % 1_000 === 999) await setImmediate();
  }
  const cells = [...byCountry.values()].flatMap((parts) => parts.map(({ cell }) => cell));
  const contents: (readonly [key: string, content: string])[] = [
    [partKeys.definitions, JSON.stringify(definitions)],
    [partKeys.frame, JSON.stringify(frameOf(definitions.countries, rounds, cells))],
  ];
  for (const [place, { iso3 }] of definitions.countries.entries()) {
    contents.push([partKeys.reports(iso3), JSON.stringify(byCountry.get(iso3) ?? [])]);
    if (place % 32 === 31) await setImmediate();
  }
  return contents;
}

/** Since when the part stands under its key; null when it is new there. */
function sinceOf({ key, payloadHash }: KeptPart, known: ReadonlyMap<string, EditionEntryRow>): number | null {
  const before = known.get(key);
  return before?.payloadHash === payloadHash ? before.since : null;
}
