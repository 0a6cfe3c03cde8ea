import { fileURLToPath } from "node:url";
import { SettingsRefused } from "@avances/settings";
import { processEnvironment } from "./config.ts";
import { createJsonLog } from "./json-log.ts";
import { readEnvironment } from "./read-environment.ts";
import { startApi } from "./start-api.ts";
import { startClock } from "./start-clock.ts";

/** Exit code for "somebody must change a setting" (`EX_CONFIG`): a supervisor need not try again. */
const badSettings = 78;

/** Runs one instance of the API (with web app and scheduler) until it is asked to stop; then the process ends. */
export function runApi(): Promise<never> {
  return serve().then(
    () => process.exit(0),
    (error: unknown) => {
      const isForPeople = error instanceof SettingsRefused;
      process.stderr.write(
        `${isForPeople ? error.message : error instanceof Error ? error.message : "The start failed"}\n`,
      );
      process.exit(isForPeople ? badSettings : 1);
    },
  );
}

async function serve(): Promise<void> {
  const log = createJsonLog();
  const webRoot = fileURLToPath(new URL("../../web/dist", import.meta.url));
  const { config, clockStart } = readEnvironment(processEnvironment(), webRoot);
  const api = await startApi({ config, clock: startClock(clockStart), log });
  log.info({ url: api.url, mailMode: config.mailMode }, "ready");
  if (config.mailMode === "capture")
    log.info({}, "no mail leaves this instance (MAIL_MODE=capture): people who are invited receive no link");
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, resolve);
  });
  log.info({}, "stopping");
  await api.close();
}
