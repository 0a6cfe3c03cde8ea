import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { openDatabase } from "@avances/db";
import { settledKind } from "@avances/db/queries/instance-queries";
import { wallFaults } from "@avances/db/queries/safety-queries";
import { kindFaults, SettingsRefused } from "@avances/settings";
import type { z } from "zod";
import { ApiConfigSchema } from "./config.ts";
import type { Clock, Deps, Log } from "./deps.ts";
import { lookAfterFiles } from "./features/files/look-after-files.ts";
import { hasReadableEdition, keepEdition, lookAfterEdition } from "./features/published/renew-edition.ts";
import { countingLog, newRequestCounts, type RequestCounts, serveMetrics } from "./http/metrics.ts";
import { idsInOrder } from "./ids-in-order.ts";
import { loadCatalogues, loadReferenceData } from "./load-reference-data.ts";
import { openFiles } from "./open-files.ts";
import { buildServer } from "./server.ts";

export interface StartOptions {
  readonly config: z.input<typeof ApiConfigSchema>;
  readonly clock: Clock;
  readonly log: Log;
}

export interface RunningApi {
  /** Its address, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly deps: Deps;
  /** Reports not ready, finishes work under way (at most 10 s), closes the database. */
  close(): Promise<void>;
}

const finishWithinMs = 10_000;
const startAttempts = 10;

/**
 * Starts one instance of the API, with the scheduler inside unless `config.scheduler` is off, on a migrated database. Throws when the
 * database is not reachable or has another schema.
 */
export async function startApi(options: StartOptions): Promise<RunningApi> {
  const settings = ApiConfigSchema.parse(options.config);
  const { clock } = options;
  const counts = newRequestCounts();
  const log = settings.metricsPort === undefined ? options.log : countingLog(options.log, counts);
  const db = openDatabase({
    url: settings.databaseUrl,
    ...(settings.databaseReadUrl && { readUrl: settings.databaseReadUrl }),
    onError: (error) => log.error({ error: error.name }, "a database connection broke"),
  });
  try {
    await untilReady(db);
    const faults = await db.authQuery(wallFaults);
    if (faults.length > 0) throw new SettingsRefused(faults.map((fault) => `DATABASE_URL: ${fault}`));
    const kind = await db.authQuery(settledKind);
    const contradictions = kindFaults(kind, settings);
    if (contradictions.length > 0) throw new SettingsRefused(contradictions);
    const config = { ...settings, demonstration: kind === "demonstration" };
    // Its connection is opened while the rest is read.
    const isEditionThere = db.asPublisher(hasReadableEdition);
    isEditionThere.catch(() => undefined);
    // One after the other on one connection: opening a second one takes longer than the queries.
    const catalogues = await loadCatalogues(db);
    const reference = await loadReferenceData(db);
    const files = openFiles(config);
    const deps: Deps = { db, clock, log, config, catalogues, reference, files, newId: idsInOrder() };
    // If an edition can be read, people read it until the next one is made; otherwise the start waits for the first attempt to make one.
    if (!(await isEditionThere)) await lookAfterEdition(deps);
    const { app, health } = await buildServer(deps);
    await app.listen({ host: config.host, port: config.port }).catch(refuseAddress);
    const { port } = app.server.address() as AddressInfo;
    const metrics = await startMetrics(deps, counts);
    const stopKeeping = config.keepEdition ? keepEdition(deps) : async () => undefined;
    const stopLooking = lookAfterFiles(deps);
    const stopScheduler = config.scheduler ? await startScheduler(deps) : async () => undefined;
    let closing: Promise<void> | undefined;
    const close = async () => {
      health.stopping();
      await Promise.race([
        Promise.all([app.close(), stopScheduler(), stopKeeping(), stopLooking(), metrics?.close()]),
        wait(finishWithinMs, undefined, { ref: false }),
      ]);
      app.server.closeAllConnections();
      await Promise.race([db.close(), wait(2_000, undefined, { ref: false })]);
    };
    return {
      url: `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`,
      deps,
      close: () => {
        closing ??= close();
        return closing;
      },
    };
  } catch (error) {
    await db.close().catch(() => undefined);
    throw error;
  }
}

/** Answers `/metrics` where a port is set for it. */
async function startMetrics(deps: Deps, counts: RequestCounts) {
  const { metricsPort, metricsHost: host } = deps.config;
  if (metricsPort === undefined) return null;
  return serveMetrics(deps, counts, { host, port: metricsPort }).catch(() => {
    throw new SettingsRefused([
      "METRICS_PORT: cannot listen there; write a port that no other program uses, and in METRICS_HOST an address of this machine",
    ]);
  });
}

/** An address it cannot listen on: names the two settings, whatever the system calls the error. */
function refuseAddress(error: NodeJS.ErrnoException): never {
  const fault = {
    EADDRINUSE: "PORT: another program listens there already; stop that one or write another port",
    EACCES: "PORT: this account may not listen there; write one above 1023",
    EADDRNOTAVAIL: "HOST: is no address of this machine; write one, or 0.0.0.0 for all of them",
    ENOTFOUND: "HOST: is a name that nobody knows; write an address of this machine, or 0.0.0.0 for all of them",
  }[error.code ?? ""];
  throw fault ? new SettingsRefused([fault]) : error;
}

/** Runs the scheduler inside this process. Returns a function that stops it; it then finishes the message it is sending. */
async function startScheduler({ db, clock, log, config }: Deps): Promise<() => Promise<void>> {
  const { runScheduler } = await import("@avances/notices");
  const { mailMode, smtpUrl, inboxUrl, mailFrom, publicUrl, desk, secretariatCountry } = config;
  const stop = new AbortController();
  const scheduler = runScheduler(
    {
      db,
      clock,
      log,
      config: {
        ...{ mailMode, smtpUrl, inboxUrl, mailFrom, publicUrl, desk, secretariatCountry },
        ticketKey: config.secrets.ticketKey,
      },
    },
    stop.signal,
  );
  return async () => {
    stop.abort();
    await scheduler.done;
  };
}

async function untilReady(db: Pick<Deps["db"], "ready">): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const { state } = await db.ready();
    if (state === "ready") return;
    if (state === "wrong-schema")
      throw new Error("The database has another schema than this program was written for: run the migrations first.");
    if (attempt === startAttempts)
      throw new Error("The database cannot be reached: check DATABASE_URL and that the server runs.");
    await wait(1_000);
  }
}
