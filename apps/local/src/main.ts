import { LocalPostgresError } from "@avances/local-postgres";
import { terminalOf } from "./ask-first-person.ts";
import { readLocalConfig, StartError } from "./config.ts";
import { openDataFolder } from "./open-data-folder.ts";
import { quickImports } from "./quick-imports.ts";
import { requireFreePort } from "./require-free-port.ts";
import { stopRequest } from "./stop-request.ts";

const log = (message: string) => console.log(message);

/** Runs everything in one process until it is asked to stop. */
async function main(): Promise<void> {
  const stop = stopRequest();
  const config = readLocalConfig(process.argv.slice(2));
  await requireFreePort(config.host, config.port, config.publicUrl);
  quickImports();
  // Reading the program takes about as long as starting the database: they go side by side.
  const readProgram = () => import("./run-portal.ts");
  const onStarting = () => void readProgram().catch(() => undefined);

  log("Starting the database …");
  const folder = await openDataFolder(config, { log, onStarting });
  try {
    const { runPortal } = await readProgram();
    await runPortal(config, folder, { stop, log, terminal: terminalOf(process) });
  } catch (error) {
    // What went wrong first is what is told, also when the database can no longer stop in good order.
    await folder.close().catch(() => undefined);
    throw error;
  }
  await folder.close();
}

/** Refusals whose message says what to do; everything else is a fault of ours and shows where it happened. */
function isForPeople(error: unknown): error is Error {
  const names = ["MigrationRefused", "CatalogueFaulty", "SettingsRefused"];
  return (
    error instanceof StartError ||
    error instanceof LocalPostgresError ||
    (error instanceof Error && names.includes(error.name))
  );
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(isForPeople(error) ? `\n${error.message}` : error);
    process.exit(1);
  },
);
