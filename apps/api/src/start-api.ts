import { randomUUIDv7 } from "node:crypto";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { openDatabase } from "@avances/db";
import type { z } from "zod";
import { ApiConfigSchema } from "./config.ts";
import type { Clock, Deps, Log } from "./deps.ts";
import { loadCatalogues, loadReferenceData } from "./load-reference-data.ts";
import { buildServer } from "./server.ts";

export interface StartOptions {
  readonly config: z.input<typeof ApiConfigSchema>;
  readonly clock: Clock;
  readonly log: Log;
}

export interface RunningApi {
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly deps: Deps;
  /** Not ready any more, finishes what is under way (at most 10 s), closes the database. */
  close(): Promise<void>;
}

const finishWithinMs = 10_000;
const startAttempts = 10;

/** Starts one instance of the API on a migrated database. Throws when the database is not there or has another schema. */
export async function startApi(options: StartOptions): Promise<RunningApi> {
  const config = ApiConfigSchema.parse(options.config);
  const { clock, log } = options;
  const db = openDatabase({
    url: config.databaseUrl,
    ...(config.databaseReadUrl && { readUrl: config.databaseReadUrl }),
    onError: (error) => log.error({ error: error.name }, "a database connection broke"),
  });
  try {
    await untilReady(db);
    const [catalogues, reference] = await Promise.all([loadCatalogues(db), loadReferenceData(db)]);
    const deps: Deps = { db, clock, log, config, catalogues, reference, newId: () => randomUUIDv7() };
    const { app, health } = await buildServer(deps);
    await app.listen({ host: config.host, port: config.port });
    const { port } = app.server.address() as AddressInfo;
    let closing: Promise<void> | undefined;
    const close = async () => {
      health.stopping();
      await Promise.race([app.close(), wait(finishWithinMs, undefined, { ref: false })]);
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

async function untilReady(db: Pick<Deps["db"], "ready">): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const { state } = await db.ready();
    if (state === "ready") return;
    if (state === "wrong-schema") throw new Error("The database has another schema than this program was written for: run the migrations first.");
    if (attempt === startAttempts) throw new Error("The database cannot be reached: check DATABASE_URL and that the server runs.");
    await wait(1_000);
  }
}
