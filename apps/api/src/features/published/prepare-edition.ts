import { databaseFault } from "@avances/db";
import { batchesOf } from "@avances/db/queries/batches";
import { tryLockForm } from "@avances/db/queries/form-queries";
import type { Deps } from "#deps.ts";
import { errorFacts } from "#error-facts.ts";
import { readCountries, readInputs } from "./country-state.ts";
import { definitionsOf } from "./definitions.ts";
import { findParts, keepSeries } from "./keep-country.ts";
import { findForms, keepForm } from "./keep-forms.ts";
import { findVoices, keepVoices } from "./keep-voices.ts";
import { type ReportNow, readReports } from "./read-reports.ts";

type Need = Pick<Deps, "db" | "log" | "catalogues" | "reference" | "config">;

/** How many voices are made in one transaction. */
const voicesAtOnce = 32;

/**
 * Makes what the next edition needs and does not have yet, one report, then one country, then a few voices at a time, each in its own transaction: a process
 * that is killed leaves its finished work to the next, and other work gets a turn in between. What another instance is making is skipped.
 * If something cannot be made, makes everything else first and then throws; the log says which report it is.
 */
export async function prepareEdition(deps: Need, now: Date, signal?: AbortSignal): Promise<void> {
  const { db, log, reference } = deps;
  const all = reference.countries.map(({ alpha3 }) => alpha3);
  const { inputs, missing } = await db.asPublisher(async (tx) => {
    const inputs = await readInputs(tx, deps, now);
    return { inputs, missing: (await readCountries(tx, inputs, all)).filter((one) => one.missing > 0) };
  });
  const { rules, rounds } = inputs;
  const failed: ReportNow[] = [];
  for (const { country } of missing) {
    const reports = await db.asPublisher(
      async (tx) => (await findForms(tx, rules, await readReports(tx, rounds, [country]))).missing,
    );
    for (const report of reports) {
      signal?.throwIfAborted();
      try {
        await db.asPublisher(async (tx) => {
          if (await tryLockForm(tx, report)) await keepForm(tx, rules, report);
        });
      } catch (error) {
        if (databaseFault(error)) throw error;
        failed.push(report);
        log.error({ country, round: report.roundYear, ...errorFacts(error) }, "a report cannot be made public");
      }
    }
  }
  if (failed.length > 0) throw new Error(`${failed.length} reports cannot be made public`);

  const { withoutSeries } = await db.asPublisher(async (tx) => findParts(tx, await readCountries(tx, inputs, all)));
  for (const country of withoutSeries) await db.asPublisher((tx) => keepSeries(tx, inputs, country));

  const definitions = definitionsOf(deps, reference.countries);
  const { missing: voices, isKnown } = await db.asPublisher((tx) => findVoices(tx, definitions));
  for (const batch of batchesOf(voices, voicesAtOnce)) {
    signal?.throwIfAborted();
    const made = new Set(batch.map(({ key }) => key));
    // Found again: what was withdrawn or answered meanwhile is another part, or none.
    await db.asPublisher(async (tx) => {
      const now = await findVoices(tx, definitions);
      await keepVoices(tx, deps, { isKnown, missing: now.missing.filter(({ key }) => made.has(key)) });
    });
  }
}
