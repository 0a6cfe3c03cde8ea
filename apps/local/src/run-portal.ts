import {
  addSecretariatPerson,
  type FirstPerson,
  inviteFirstSecretariat,
  PersonRefused,
  type RunningApi,
  startApi,
  startClock,
} from "@avances/api";
import { beginDemonstration, databaseFault, instanceState, migrate } from "@avances/db";
import type { DatabaseKind } from "@avances/db/queries/instance-queries";
import { explainFailure } from "@avances/local-postgres";
import { apiConfig } from "./api-config.ts";
import { askFirstPerson, type Terminal } from "./ask-first-person.ts";
import { type LocalConfig, StartError } from "./config.ts";
import { kindToRun } from "./kind-to-run.ts";
import type { DataFolder } from "./open-data-folder.ts";
import { quietLog } from "./quiet-log.ts";
import { ownWelcome, welcome } from "./welcome.ts";

interface RunOptions {
  readonly stop: Promise<void>;
  /** Where questions can be asked; null = nobody is there to answer. */
  readonly terminal: Terminal | null;
  log(message: string): void;
}

/**
 * Migrates the database of an open data folder, fills it if it is empty, and runs API, web app and scheduler until `stop`. Throws a
 * `LocalPostgresError` when the disk is full or the database has stopped.
 */
export async function runPortal(config: LocalConfig, folder: DataFolder, options: RunOptions): Promise<void> {
  try {
    await run(config, folder, options);
  } catch (error) {
    const kind = databaseFault(error)?.kind;
    if (kind !== "disk-full" && kind !== "unavailable") throw error;
    throw explainFailure("use the database", error, config.database ? "the database" : config.dataDir);
  }
}

async function run(config: LocalConfig, folder: DataFolder, options: RunOptions): Promise<void> {
  const { stop, log } = options;
  await migrate({ ownerUrl: folder.ownerUrl, appUrl: folder.appUrl, ...folder.roles, log });
  folder.recordVersion();
  const { kind, firstPerson } = await makeInstance(config, folder, options);
  const api = await startApi({
    config: apiConfig(config, folder),
    clock: startClock(config.clockStart),
    log: quietLog,
  });
  try {
    if (config.clockStart) log(`This portal has another clock: it began at ${config.clockStart.toISOString()}.`);
    log(kind === "demonstration" ? welcome(config.publicUrl) : await greeting(api, config, firstPerson));
    await stop;
    log("Stopping …");
  } finally {
    await api.close();
  }
}

interface Instance {
  readonly kind: DatabaseKind;
  /** Null = the person named at an earlier start, if any. */
  readonly firstPerson: FirstPerson | null;
}

/**
 * Decides what an empty instance becomes: a demonstration, filled with its region, or a portal for real work with a first account. One
 * never becomes the other. The first person's address is never guessed: it comes from the settings,
 * or is asked for at the terminal; without a terminal the portal starts without an account and waits until one is named.
 */
async function makeInstance(config: LocalConfig, folder: DataFolder, options: RunOptions): Promise<Instance> {
  const { log } = options;
  const state = await instanceState(folder.ownerUrl);
  const kind = kindToRun(state, config);
  if (kind === "demonstration" && (config.firstPerson ?? config.addedPerson)) throw ofDemonstration();
  if (state !== "empty") return { kind, firstPerson: config.firstPerson };
  if (kind === "real") return { kind, firstPerson: config.firstPerson ?? (await askWho(options)) };
  log("Making the demonstration region (once; this takes a minute) …");
  const { seedDemonstration } = await import("./demonstration/seed-demonstration.ts");
  const clock = startClock(config.clockStart);
  await beginDemonstration(folder.ownerUrl);
  const workshop = await startApi({
    config: {
      ...apiConfig(config, folder),
      host: "127.0.0.1",
      port: 0,
      scheduler: false,
      // The story has its own clock.
      keepEdition: false,
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
  return { kind: "demonstration", firstPerson: null };
}

function ofDemonstration(): StartError {
  return new StartError(
    "A demonstration has its own people, whose accounts are printed at each start. People are named where work is real: start with --empty, and with another AVANCES_DATA if the demonstration is to stay.",
  );
}

async function askWho({ terminal, stop }: RunOptions): Promise<FirstPerson | null> {
  if (terminal === null) return null;
  const stopped = new AbortController();
  void stop.then(() => stopped.abort());
  return askFirstPerson(terminal, stopped.signal);
}

async function greeting(api: RunningApi, config: LocalConfig, firstPerson: FirstPerson | null): Promise<string> {
  const added = config.addedPerson && (await addPerson(api, config.addedPerson));
  const first = added === null ? await inviteFirstSecretariat(api.deps, firstPerson) : null;
  return ownWelcome(config.publicUrl, { first, added, sendsMail: config.mailMode === "live" });
}

/** Turns a refused account into a `StartError` for people: the address belongs to somebody else, or this person can already sign in. */
async function addPerson(api: RunningApi, person: FirstPerson) {
  try {
    return await addSecretariatPerson(api.deps, person);
  } catch (error) {
    if (error instanceof PersonRefused) throw new StartError(`--add-secretariat ${person.address}: ${error.message}`);
    throw error;
  }
}
