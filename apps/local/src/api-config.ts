import { fileURLToPath } from "node:url";
import type { StartOptions } from "@avances/api";
import type { LocalConfig } from "./config.ts";
import type { DataFolder } from "./open-data-folder.ts";

const webRoot = fileURLToPath(new URL("../../web/dist", import.meta.url));

/** The API's configuration, from the settings of this machine and the secrets of its data folder. */
export function apiConfig(config: LocalConfig, folder: DataFolder): StartOptions["config"] {
  const { jwtKey, ticketKey, deviceKey, passwordPepper } = folder.secrets;
  return {
    production: false,
    port: config.port,
    host: config.host,
    databaseUrl: folder.appUrl,
    ...(config.databaseReadUrl && { databaseReadUrl: config.databaseReadUrl }),
    publicUrl: config.publicUrl,
    trustedProxies: [...config.trustedProxies],
    mailMode: config.mailMode,
    ...(config.smtpUrl && { smtpUrl: config.smtpUrl }),
    ...(config.inboxUrl && { inboxUrl: config.inboxUrl }),
    mailFrom: config.mailFrom,
    desk: config.desk,
    scheduler: config.hasScheduler,
    filesDir: config.filesDir,
    ...(config.fileScanner && { fileScanner: config.fileScanner }),
    webRoot,
    secrets: { jwtKey, ticketKey, deviceKey, passwordPepper },
  };
}
