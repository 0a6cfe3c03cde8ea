import { createHash } from "node:crypto";
import type { Tx } from "@avances/db";
import { batchesOf } from "@avances/db/queries/batches";
import { listFormIndexes } from "@avances/db/queries/form-queries";
import { insertMadeParts, insertPayloads, listMadeParts } from "@avances/db/queries/release-queries";
import { indexText, partKeys, type ReportPart, reportsText } from "./country-parts.ts";
import { type CountryInputs, type EditionInputs, readCountries } from "./country-state.ts";
import { findForms, type KeptForms } from "./keep-forms.ts";
import { matrixCell, type Scored } from "./public-report.ts";
import { placeOf, type ReportNow, readReports } from "./read-reports.ts";
import { readIndex } from "./report-form.ts";

/** A part of an edition: the hash of its content. */
export interface KeptPart {
  readonly key: string;
  readonly payloadHash: string;
}

/** The parts that exist, and the countries for which some must be made first. */
export interface CountryParts {
  readonly parts: readonly KeptPart[];
  /** Countries whose "who reported when" must be written anew. */
  readonly withoutReports: readonly CountryInputs[];
  /** Countries whose index and progress must be computed. */
  readonly withoutSeries: readonly CountryInputs[];
}

/** For these countries: what exists and what must be made. */
export async function findParts(tx: Tx, countries: readonly CountryInputs[]): Promise<CountryParts> {
  const rows = await listMadeParts(
    tx,
    countries.flatMap(({ reports, series }) => [reports, series]),
  );
  const there = new Set(rows.map(({ inputHash }) => inputHash));
  return {
    parts: rows.map(({ key, payloadHash }) => ({ key, payloadHash })),
    withoutReports: countries.filter(({ reports }) => !there.has(reports)),
    withoutSeries: countries.filter(({ series }) => !there.has(series)),
  };
}

/** How many countries are read at once. */
const countriesAtOnce = 16;

/**
 * Writes and stores who reported when in these countries. Their forms must exist. The caller holds the lock of publication, which every act
 * on what is public takes but one: a country may submit at any moment, and each statement sees its own. So a part is stored only
 * if its inputs are still the same afterwards; otherwise the country is read again.
 */
export async function keepReports(
  tx: Tx,
  inputs: EditionInputs,
  countries: readonly CountryInputs[],
): Promise<readonly KeptPart[]> {
  const { rules, rounds } = inputs;
  const parts: KeptPart[] = [];
  for (const batch of batchesOf(countries, countriesAtOnce)) {
    const codes = batch.map(({ country }) => country);
    const reports = await readReports(tx, rounds, codes);
    const { forms } = await findForms(tx, rules, reports);
    const byCountry = Map.groupBy(reports, ({ country }) => country);
    const before = new Map(batch.map((one) => [one.country, one.reports]));
    const now = await readCountries(tx, inputs, codes);
    const isSame = (one: CountryInputs) => one.reports === before.get(one.country);
    const same = now.filter(isSame);
    const changed = now.filter((one) => !isSame(one));
    parts.push(
      ...(await keepMade(
        tx,
        same.map(({ country, reports: inputHash }) => ({
          inputHash,
          key: partKeys.reports(country),
          content: reportsText((byCountry.get(country) ?? []).map((report) => reportPart(report, forms))),
        })),
      )),
      ...(await keepReports(tx, inputs, changed)),
    );
  }
  return parts;
}

function reportPart({ version, ...report }: ReportNow, forms: KeptForms): ReportPart {
  const form = version ? forms.get(placeOf(report)) : undefined;
  const release = version && form ? { ...version, version: version.number, coverage: form.coverage } : null;
  return { cell: matrixCell(report, release), form: form?.id ?? null };
}

/**
 * Computes and stores a country's index and progress. Its forms must exist. Undefined, and nothing is stored, when other reports of the
 * country have become public in the meantime: each statement sees its own moment, and the stored part must match the hash of its inputs.
 */
export async function keepSeries(
  tx: Tx,
  inputs: EditionInputs,
  { country, series: inputHash }: CountryInputs,
): Promise<readonly KeptPart[] | undefined> {
  const { rules, rounds } = inputs;
  const reports = await readReports(tx, rounds, [country]);
  const { forms } = await findForms(tx, rules, reports);
  const scored = await scoredReports(tx, reports, forms);
  const [now] = await readCountries(tx, inputs, [country]);
  if (now?.series !== inputHash) return undefined;
  return keepMade(tx, [{ inputHash, key: partKeys.index(country), content: indexText(rules.current, scored) }]);
}

/** The scores of the reports that have a form. */
async function scoredReports(tx: Tx, reports: readonly ReportNow[], forms: KeptForms): Promise<readonly Scored[]> {
  const ids = [...forms.values()].map(({ id }) => id);
  const indexes = new Map((await listFormIndexes(tx, ids)).map(({ id, index }) => [id, index]));
  return reports.flatMap(({ country, roundYear, referenceYear, ...report }): readonly Scored[] => {
    const form = forms.get(placeOf({ country, roundYear }));
    if (report.version === null || form === undefined) return [];
    const index = indexes.get(form.id);
    if (index === undefined) throw new Error(`no form ${form.id}`);
    return [{ country, roundYear, referenceYear, index: readIndex(index) }];
  });
}

/** Stores parts and records from which inputs they were made. */
export async function keepMade(
  tx: Tx,
  made: readonly { readonly inputHash: string; readonly key: string; readonly content: string }[],
): Promise<readonly KeptPart[]> {
  const parts = await keepContents(
    tx,
    made.map(({ key, content }) => [key, content]),
  );
  await insertMadeParts(
    tx,
    made.map(({ inputHash, key, content }) => ({ inputHash, key, payloadHash: contentHash(key, content) })),
  );
  return parts;
}

/** Stores parts (key and content) under the hash of both. Parts in `known`, by key, already exist. */
export async function keepContents(
  tx: Tx,
  contents: readonly (readonly [key: string, content: string])[],
  known: ReadonlyMap<string, KeptPart> = new Map(),
): Promise<readonly KeptPart[]> {
  const parts = contents.map(([key, content]) => ({ key, content, payloadHash: contentHash(key, content) }));
  await insertPayloads(
    tx,
    parts
      .filter(({ key, payloadHash }) => known.get(key)?.payloadHash !== payloadHash)
      .map(({ content, payloadHash }) => ({
        hash: payloadHash,
        contentType: "text/plain; charset=utf-8",
        body: Buffer.from(content),
        brotli: null,
      })),
  );
  return parts.map(({ key, payloadHash }) => ({ key, payloadHash }));
}

function contentHash(key: string, content: string): string {
  return createHash("sha256").update(`${key}\n`).update(content).digest("hex");
}
