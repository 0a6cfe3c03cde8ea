import { databaseFault } from "@avances/db";
import { tryLockForm } from "@avances/db/queries/form-queries";
import type { Deps } from "#deps.ts";
import { errorFacts } from "#error-facts.ts";
import { findForms, keepForm } from "./keep-forms.ts";
import { findSeries, keepSeries, seriesOf } from "./keep-series.ts";
import { type ReportNow, readReports, readRules } from "./read-reports.ts";

type Need = Pick<Deps, "db" | "log" | "catalogues" | "reference">;

/**
 * Makes what the next edition needs and is not there, a report and then a country at a time, each in a transaction of its own: whoever is
 * killed on the way leaves what is made to the next, and others get their turn between. What another instance is making is left to it.
 * Throws when something cannot be made, after everything else is; the log says which report it is.
 */
export async function prepareEdition(deps: Need, now: Date, signal?: AbortSignal): Promise<void> {
  const { db, log, catalogues, reference } = deps;
  const { rules, reports, missing } = await db.asPublisher(async (tx) => {
    const read = await readReports(tx, deps, now, reference.countries);
    const rules = await readRules(tx, deps, read.rounds);
    return { rules, reports: read.reports, missing: (await findForms(tx, rules, read.reports)).missing };
  });
  const failed: ReportNow[] = [];
  for (const report of missing) {
    signal?.throwIfAborted();
    try {
      await db.asPublisher(async (tx) => {
        if (await tryLockForm(tx, report)) await keepForm(tx, rules, report);
      });
    } catch (error) {
      if (databaseFault(error)) throw error;
      failed.push(report);
      const { country, roundYear } = report;
      log.error({ country, round: roundYear, ...errorFacts(error) }, "a report cannot be made public");
    }
  }
  if (failed.length > 0) throw new Error(`${failed.length} reports cannot be made public`);

  const series = await db.asPublisher(async (tx) => {
    const { forms } = await findForms(tx, rules, reports);
    return (await findSeries(tx, seriesOf(catalogues.current, reports, forms))).missing;
  });
  for (const one of series) await db.asPublisher((tx) => keepSeries(tx, catalogues.current, one));
}
