import { CatalogueFaulty, MigrationRefused, migrate } from "@avances/db";
import { LocalPostgresError } from "@avances/local-postgres";
import { readLocalConfig, StartError } from "./config.ts";
import { openDataFolder } from "./open-data-folder.ts";
import { requireFreePort } from "./require-free-port.ts";
import { stopRequest } from "./stop-request.ts";

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
    log(`Avances is ready: http://${config.host}:${config.port}`);
    await stop;
    log("Stopping …");
  } finally {
    await folder.close();
  }
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
