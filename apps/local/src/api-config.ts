import { fileURLToPath } from "node:url";
import type { StartOptions } from "@avances/api";
import type { LocalConfig } from "./config.ts";
import type { DataFolder } from "./open-data-folder.ts";

const webRoot = fileURLToPath(new URL("../../web/dist", import.meta.url));

/** The API's configuration, from the settings of this machine and the secrets of its data folder. */
export function apiConfig(config: LocalConfig, folder: Pick<DataFolder, "appUrl" | "secrets">): StartOptions["config"] {
  const { jwtKey, ticketKey, deviceKey, passwordPepper } = folder.secrets;
  const { rates, mailRepliesKey } = config;
  return {
    production: false,
    port: config.port,
    host: config.host,
    ...(config.metricsPort !== undefined && { metricsPort: config.metricsPort }),
    ...(config.metricsHost !== undefined && { metricsHost: config.metricsHost }),
    databaseUrl: folder.appUrl,
    ...(config.databaseReadUrl && { databaseReadUrl: config.databaseReadUrl }),
    publicUrl: config.publicUrl,
    trustedProxies: [...config.trustedProxies],
    ...(rates.public !== undefined && { publicRatePerMinute: rates.public }),
    ...(rates.session !== undefined && { sessionRatePerMinute: rates.session }),
    ...(rates.write !== undefined && { writeRatePerMinute: rates.write }),
    mailMode: config.mailMode,
    ...(config.smtpUrl && { smtpUrl: config.smtpUrl }),
    ...(config.inboxUrl && { inboxUrl: config.inboxUrl }),
    mailFrom: config.mailFrom,
    desk: config.desk,
    ...(config.secretariatCountry && { secretariatCountry: config.secretariatCountry }),
    scheduler: config.hasScheduler,
    filesDir: config.filesDir,
    ...(config.filesBucket && { filesBucket: config.filesBucket }),
    ...(config.fileScanner && { fileScanner: config.fileScanner }),
    webRoot,
    offlinePages: config.offlinePages,
    secrets: { jwtKey, ticketKey, deviceKey, passwordPepper, ...(mailRepliesKey && { mailRepliesKey }) },
  };
}
