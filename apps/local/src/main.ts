import "@avances/db/quick-imports";
import { terminalOf } from "./ask-first-person.ts";
import { readLocalConfig } from "./config.ts";
import { openDataFolder } from "./open-data-folder.ts";
import { requireFreePort } from "./require-free-port.ts";
import { stopRequest } from "./stop-request.ts";
import { toldFault } from "./told-fault.ts";

const log = (message: string) => console.log(message);

/** Runs everything in one process until it is asked to stop. */
async function main(): Promise<void> {
  const stop = stopRequest();
  const config = readLocalConfig(process.argv.slice(2));
  await requireFreePort(config.host, config.port, config.publicUrl);
  // Loading the program takes about as long as starting the database, so both happen at once.
  const readProgram = () => import("./run-portal.ts");
  const onStarting = () => void readProgram().catch(() => undefined);

  log("Starting the database …");
  const folder = await openDataFolder(config, { log, onStarting });
  try {
    const { runPortal } = await readProgram();
    await runPortal(config, folder, { stop, log, terminal: terminalOf(process) });
  } catch (error) {
    // Report the first fault, even if stopping the database then fails as well.
    await folder.close().catch(() => undefined);
    throw error;
  }
  await folder.close();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(toldFault(error));
    process.exit(1);
  },
);
