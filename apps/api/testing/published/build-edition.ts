// A portal that starts with stricter rules than those of the newest edition, so that it makes the public file anew. When told to stop, it does so
// inside a transaction with finished but uncommitted work, and waits to be killed: after so many forms, or while it writes the edition.
import { type Database, openDatabase, type Tx } from "@avances/db";
import { newestEdition } from "@avances/db/queries/release-queries";
import { madeForm } from "@avances/db/schema";
import { ApiConfigSchema } from "#config.ts";
import { catchUpEdition } from "#features/published/renew-edition.ts";
import { loadCatalogues, loadReferenceData } from "#load-reference-data.ts";

const [databaseUrl = "", now = "", stricterBy = "1", stopAfter = ""] = process.argv.slice(2);
const secret = "s".repeat(43);
const settings = ApiConfigSchema.parse({
  production: false,
  databaseUrl,
  publicUrl: "http://127.0.0.1",
  mailMode: "capture",
  mailFrom: "nobody@example.org",
  scheduler: false,
  webRoot: null,
  filesDir: "/nonexistent",
  secrets: { jwtKey: secret, ticketKey: secret, deviceKey: secret, passwordPepper: secret },
});
const db = openDatabase({ url: databaseUrl, onError: () => undefined });
const made = (tx: Tx) => tx.$count(madeForm);
const first = await db.asPublisher(async (tx) => ({ edition: (await newestEdition(tx))?.id, made: await made(tx) }));
const stopping: Database["asPublisher"] = (work) =>
  db.asPublisher(async (tx) => {
    const result = await work(tx);
    const isHere =
      stopAfter === "edition"
        ? (await newestEdition(tx))?.id !== first.edition
        : (await made(tx)) > first.made + Number(stopAfter);
    if (stopAfter !== "" && isHere) {
      process.stdout.write("stopped");
      await new Promise(() => undefined);
    }
    return result;
  });
const { current } = await loadCatalogues(db);
const { suppression } = current;
const stricter = { ...current, suppression: { ...suppression, threshold: suppression.threshold + Number(stricterBy) } };
await catchUpEdition({
  db: { ...db, asPublisher: stopping },
  clock: { now: () => new Date(now) },
  log: { info: () => undefined, error: () => undefined },
  catalogues: { current: stricter, releases: [stricter], version: () => stricter },
  reference: await loadReferenceData(db),
  config: { ...settings, demonstration: false },
});
await db.close();
