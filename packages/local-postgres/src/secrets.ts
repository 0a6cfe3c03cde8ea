import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { explainFailure, LocalPostgresError } from "./local-postgres-error.ts";
import { readPrivateJson, writePrivateJson } from "./private-file.ts";

const fileName = "secrets.json";

const secretNames = ["jwtKey", "ticketKey", "deviceKey", "passwordPepper", "auditKey", "appDatabasePassword"] as const;

/** Each is 32 random bytes as base64url. */
export type Secrets = Record<(typeof secretNames)[number], string>;

/** The secrets that belong to an instance, wherever its data are; the database password belongs to one server. */
export type InstanceSecrets = Omit<Secrets, "appDatabasePassword">;

/**
 * The secrets of a data folder: made at the first start, kept in `secrets.json` (mode 600) and never changed afterwards.
 * A secret that an older version did not have is added. Throws `LocalPostgresError` when the file cannot be read or written, or is gone
 * while its database is there: with new secrets nobody's password would work.
 */
export function loadSecrets(dataDir: string): Secrets {
  const path = join(dataDir, fileName);
  try {
    const kept = readPrivateJson(path) ?? {};
    if (Object.keys(kept).length === 0 && existsSync(join(dataDir, "database.json"))) {
      throw new LocalPostgresError(
        `The file secrets.json is missing from the data folder ${dataDir}, and without it no password works: restore it from a backup, or set AVANCES_DATA to a new folder.`,
      );
    }
    const missing = secretNames.filter((name) => typeof kept[name] !== "string");
    const made = Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString("base64url")]));
    const all = { ...kept, ...made };
    if (missing.length > 0) writePrivateJson(path, all);
    return all as Secrets;
  } catch (error) {
    throw explainFailure("read the secrets of this instance", error, dataDir);
  }
}

/** The secrets of the instance in a data folder; null when it has none (none are made). Throws `LocalPostgresError`. */
export function readInstanceSecrets(dataDir: string): InstanceSecrets | null {
  if (!existsSync(join(dataDir, fileName))) return null;
  const { appDatabasePassword: _ofTheServer, ...secrets } = loadSecrets(dataDir);
  return secrets;
}

/** Gives a data folder the secrets of the instance that is being restored into it. Throws `LocalPostgresError`. */
export function replaceInstanceSecrets(dataDir: string, secrets: Readonly<Record<string, string>>): void {
  const { appDatabasePassword } = loadSecrets(dataDir);
  try {
    writePrivateJson(join(dataDir, fileName), { ...secrets, appDatabasePassword });
  } catch (error) {
    throw explainFailure("write the secrets of this instance", error, dataDir);
  }
}
