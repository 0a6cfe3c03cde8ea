import { inviteFirstSecretariat, type RunningApi, startApi, startClock } from "@avances/api";
import { databaseFault, instanceKind, migrate } from "@avances/db";
import { explainFailure } from "@avances/local-postgres";
import { apiConfig } from "./api-config.ts";
import { type LocalConfig, StartError } from "./config.ts";
import type { DataFolder } from "./open-data-folder.ts";
import { quietLog } from "./quiet-log.ts";
import { firstAccountWelcome, welcome } from "./welcome.ts";

type UsableKind = "demonstration" | "real";

interface RunOptions {
  readonly stop: Promise<void>;
  log(message: string): void;
}

/**
 * Migrates the database of an open data folder, fills it if it is empty, and runs API, web app and scheduler until `stop`. Throws a
 * `LocalPostgresError` when the disk is full or the database went away.
 */
export async function runPortal(config: LocalConfig, folder: DataFolder, options: RunOptions): Promise<void> {
  try {
    await run(config, folder, options);
  } catch (error) {
    const kind = databaseFault(error)?.kind;
    if (kind !== "disk-full" && kind !== "unavailable") throw error;
    throw explainFailure("use the database", error, config.databaseUrl ? "the database" : config.dataDir);
  }
}

async function run(config: LocalConfig, folder: DataFolder, { stop, log }: RunOptions): Promise<void> {
  await migrate({ ownerUrl: folder.ownerUrl, appUrl: folder.appUrl, log });
  folder.recordVersion();
  const kind = await makeInstance(config, folder, log);
  const api = await startApi({
    config: apiConfig(config, folder, { demonstration: kind === "demonstration" }),
    clock: startClock(config.clockStart?.toISOString()),
    log: quietLog,
  });
  try {
    log(await greeting(api, config, kind));
    await stop;
    log("Stopping …");
  } finally {
    await api.close();
  }
}

/** Fills an empty instance with the demonstration region if that is wanted; what an instance is it stays. */
async function makeInstance(
  config: LocalConfig,
  folder: DataFolder,
  log: (message: string) => void,
): Promise<UsableKind> {
  const kind = await instanceKind(folder.ownerUrl);
  if (kind === "unfinished") {
    const where = config.databaseUrl ? "the database" : `the folder ${config.dataDir}`;
    throw new StartError(`The demonstration region was left half made: delete ${where} and start again.`);
  }
  if (kind !== "empty") return kind;
  if (!config.isDemo) return "real";
  log("Making the demonstration region (once; this takes a minute) …");
  const { seedDemonstration } = await import("./demonstration/seed-demonstration.ts");
  const clock = startClock(config.clockStart?.toISOString());
  const workshop = await startApi({
    config: {
      ...apiConfig(config, folder, { demonstration: true }),
      host: "127.0.0.1",
      port: 0,
      scheduler: false,
      webRoot: null,
    },
    clock,
    log: quietLog,
  });
  try {
    await seedDemonstration(workshop.deps, { ownerUrl: folder.ownerUrl, now: clock.now(), log });
  } finally {
    await workshop.close();
  }
  return "demonstration";
}

async function greeting(api: RunningApi, config: LocalConfig, kind: UsableKind): Promise<string> {
  if (kind === "demonstration") return welcome(config.publicUrl);
  const invitation = await inviteFirstSecretariat(api.deps, {
    address: config.firstAddress,
    displayName: "Technical Secretariat",
    language: "es",
  });
  return firstAccountWelcome(config.publicUrl, invitation?.link ?? null);
}
