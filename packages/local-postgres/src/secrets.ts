import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { explainFailure } from "./local-postgres-error.ts";
import { readPrivateJson, writePrivateJson } from "./private-file.ts";

const secretNames = ["jwtKey", "ticketKey", "deviceKey", "passwordPepper", "auditKey", "appDatabasePassword"] as const;

/** Each is 32 random bytes as base64url. */
export type Secrets = Record<(typeof secretNames)[number], string>;

/**
 * The secrets of a data folder: made at the first start, kept in `secrets.json` (mode 600) and never changed afterwards.
 * A secret that an older version did not know is added. Throws `LocalPostgresError` when the file cannot be read or written.
 */
export function loadSecrets(dataDir: string): Secrets {
  const path = join(dataDir, "secrets.json");
  try {
    const kept = readPrivateJson(path) ?? {};
    const missing = secretNames.filter((name) => typeof kept[name] !== "string");
    const made = Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString("base64url")]));
    const all = { ...kept, ...made };
    if (missing.length > 0) writePrivateJson(path, all);
    return all as Secrets;
  } catch (error) {
    throw explainFailure("read the secrets of this instance", error, dataDir);
  }
}
