import type { Tx } from "@avances/db";
import { insertForm, insertHiddenCells, insertMadeForm, listForms } from "@avances/db/queries/form-queries";
import { formMark, hashOf } from "./made-from.ts";
import { placeOf, type ReportNow, readVersion } from "./read-reports.ts";
import { type FormRules, makeForm, writeIndex } from "./report-form.ts";

/** A stored form, and the coverage of its index. */
export interface KeptForm {
  readonly id: number;
  readonly coverage: number;
}

/** The form of each public report, by place (`placeOf`). */
export type KeptForms = ReadonlyMap<string, KeptForm>;

/** The existing forms of these public reports, and the reports whose form must be made first. */
export async function findForms(
  tx: Tx,
  rules: FormRules,
  reports: readonly ReportNow[],
): Promise<{ readonly forms: KeptForms; readonly missing: readonly ReportNow[] }> {
  const markOf = new Map(
    [...new Set(reports.map(({ roundYear }) => roundYear))].map((year) => [year, formMark(rules, year)]),
  );
  const countries = [...new Set(reports.map(({ country }) => country))];
  const there = new Map(
    (await listForms(tx, [...new Set(markOf.values())], { countries })).map((row) => [
      `${placeOf(row)}|${row.version}|${row.madeWith}`,
      row,
    ]),
  );
  const forms = new Map<string, KeptForm>();
  const missing: ReportNow[] = [];
  for (const report of reports) {
    if (report.version === null) continue;
    const form = there.get(`${placeOf(report)}|${report.version.number}|${markOf.get(report.roundYear)}`);
    if (form === undefined) missing.push(report);
    else forms.set(placeOf(report), form);
  }
  return { forms, missing };
}

/**
 * Makes and stores the form of a public report, with the cells that it hides. Uses a form that somebody else has made in the meantime.
 * Undefined when the version is no longer the public one. The caller holds `lockForm`: each form of a report hides what earlier ones hid.
 */
export async function keepForm(tx: Tx, rules: FormRules, report: ReportNow): Promise<KeptForm | undefined> {
  const version = await readVersion(tx, report);
  if (version === undefined) return undefined;
  const { country, roundYear, number } = version;
  const madeWith = formMark(rules, roundYear);
  const [there] = (await listForms(tx, [madeWith], { countries: [country], roundYear })).filter(
    (form) => form.version === number,
  );
  if (there) return there;
  const { answers, index, hiddenCells } = makeForm(rules, version);
  const place = { countryCode: country, roundYear, version: number };
  const indexText = writeIndex(index);
  const { coverage } = index.overall;
  const digest = hashOf(indexText, answers);
  const id = await insertForm(tx, { ...place, digest, coverage, index: indexText }, answers);
  await insertHiddenCells(
    tx,
    [...hiddenCells].map((cellId) => ({ countryCode: country, year: roundYear, cellId })),
  );
  await insertMadeForm(tx, {
    ...place,
    madeWith,
    hiddenCells: new Set([...version.sticky, ...hiddenCells]).size,
    formId: id,
  });
  return { id, coverage };
}
