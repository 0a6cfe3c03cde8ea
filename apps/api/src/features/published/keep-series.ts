import { createHash } from "node:crypto";
import type { Tx } from "@avances/db";
import { listFormIndexes } from "@avances/db/queries/form-queries";
import { insertMadeParts, insertPayloads, listMadeParts } from "@avances/db/queries/release-queries";
import type { Catalogue } from "@avances/domain/catalogue";
import { partKeys, seriesParts } from "./country-parts.ts";
import type { KeptForms } from "./keep-forms.ts";
import { hashOf, seriesMark } from "./made-from.ts";
import type { Scored } from "./public-report.ts";
import { placeOf, type ReportNow } from "./read-reports.ts";
import { readIndex } from "./report-form.ts";

/** A part of an edition: its content by hash. */
export interface KeptPart {
  readonly key: string;
  readonly payloadHash: string;
}

/** The forms of a country in all its rounds, and a hash of everything that its index and its progress are computed from. */
export interface Series {
  readonly country: string;
  readonly reports: readonly (Pick<ReportNow, "country" | "roundYear" | "referenceYear"> & { readonly form: number })[];
  readonly inputHash: string;
}

/** What is computed for each country among these reports. Whether a round is open, and who is exempt in it, is not in it. */
export function seriesOf(current: Catalogue, reports: readonly ReportNow[], forms: KeptForms): readonly Series[] {
  const mark = seriesMark(current);
  return [...Map.groupBy(reports, ({ country }) => country)].map(([country, own]) => {
    const withForm = own.flatMap(({ roundYear, referenceYear, ...report }) => {
      const form = forms.get(placeOf({ country: report.country, roundYear }));
      return form ? [{ country, roundYear, referenceYear, form: form.id }] : [];
    });
    return { country, reports: withForm, inputHash: hashOf(mark, country, withForm) };
  });
}

/** Of these countries, those whose parts are there, and those whose parts are to be made. */
export async function findSeries(
  tx: Tx,
  series: readonly Series[],
): Promise<{ readonly parts: readonly KeptPart[]; readonly missing: readonly Series[] }> {
  const parts = await listMadeParts(
    tx,
    series.map(({ inputHash }) => inputHash),
  );
  const there = new Set(parts.map(({ inputHash }) => inputHash));
  return { parts, missing: series.filter(({ inputHash }) => !there.has(inputHash)) };
}

/** Makes the index and the progress of a country and keeps them. */
export async function keepSeries(
  tx: Tx,
  current: Catalogue,
  { country, reports, inputHash }: Series,
): Promise<readonly KeptPart[]> {
  const ids = reports.map(({ form }) => form);
  const indexes = new Map((await listFormIndexes(tx, ids)).map(({ id, index }) => [id, index]));
  const scoredReports = reports.map(({ form, ...report }): Scored => {
    const index = indexes.get(form);
    if (index === undefined) throw new Error(`no form ${form}`);
    return { ...report, index: readIndex(index) };
  });
  const made = seriesParts(current, scoredReports);
  const parts = await keepContents(tx, [
    [partKeys.index(country), made.index],
    [partKeys.dimensions(country), made.dimensions],
  ]);
  await insertMadeParts(
    tx,
    parts.map((part) => ({ ...part, inputHash })),
  );
  return parts;
}

/** Stores parts (key and content) under the hash of both. Those in `known`, by key, are there already. */
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
