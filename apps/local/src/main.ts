import { inviteFirstSecretariat, type RunningApi, startApi, startClock } from "@avances/api";
import { CatalogueFaulty, instanceKind, MigrationRefused, migrate } from "@avances/db";
import { LocalPostgresError } from "@avances/local-postgres";
import { apiConfig } from "./api-config.ts";
import { type LocalConfig, readLocalConfig, StartError } from "./config.ts";
import { seedDemonstration } from "./demonstration/seed-demonstration.ts";
import { type DataFolder, openDataFolder } from "./open-data-folder.ts";
import { quietLog } from "./quiet-log.ts";
import { requireFreePort } from "./require-free-port.ts";
import { stopRequest } from "./stop-request.ts";
import { firstAccountWelcome, welcome } from "./welcome.ts";

const log = (message: string) => console.log(message);

/** Runs everything in one process until it is asked to stop. */
async function main(): Promise<void> {
  const stop = stopRequest();
  const config = readLocalConfig(process.argv.slice(2));
  await requireFreePort(config.host, config.port);

  log("Starting the database …");
  const folder = await openDataFolder(config, log);
  try {
    await migrate({ ownerUrl: folder.ownerUrl, appUrl: folder.appUrl, log });
    folder.recordVersion();
    const kind = await makeInstance(config, folder);
    const api = await startApi({
      config: apiConfig(config, folder, { demonstration: kind === "demonstration" }),
      clock: startClock(config.clockStart?.toISOString()),
      log: quietLog,
    });
    try {
      await greet(api, config, kind);
      await stop;
      log("Stopping …");
    } finally {
      await api.close();
    }
  } finally {
    await folder.close();
  }
}

/** Fills an empty instance with the demonstration region if that is wanted; what an instance is it stays. */
async function makeInstance(config: LocalConfig, folder: DataFolder): Promise<"demonstration" | "real"> {
  const kind = await instanceKind(folder.ownerUrl);
  if (kind !== "empty") return kind;
  if (!config.isDemo) return "real";
  log("Making the demonstration region (once; this takes a minute) …");
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

async function greet(api: RunningApi, config: LocalConfig, kind: "demonstration" | "real"): Promise<void> {
  if (kind === "demonstration") return log(welcome(config.publicUrl));
  const invitation = await inviteFirstSecretariat(api.deps, {
    address: config.firstAddress,
    displayName: "Technical Secretariat",
    language: "es",
  });
  log(firstAccountWelcome(config.publicUrl, invitation?.link ?? null));
}

function isForPeople(error: unknown): error is Error {
  return [StartError, LocalPostgresError, MigrationRefused, CatalogueFaulty].some((kind) => error instanceof kind);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(isForPeople(error) ? `\n${error.message}` : error);
    process.exit(1);
  },
);
