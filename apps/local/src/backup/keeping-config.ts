import type { KeptSecrets } from "@avances/backup";
import {
  bucketUrl,
  type Environment,
  folder,
  postgresUrl,
  readSettings,
  rolePrefix,
  secretKey,
  words,
} from "@avances/settings";
import { type DatabaseConfig, databaseOf, filesDirOf } from "../config.ts";
import type { FilesPlace } from "./kept-files.ts";

/** The secrets that a deployment has in its environment, by their names in a backup and in the data folder. */
export const secretSettings = {
  JWT_KEY: "jwtKey",
  TICKET_KEY: "ticketKey",
  DEVICE_KEY: "deviceKey",
  PASSWORD_PEPPER: "passwordPepper",
} as const;

const settings = {
  AVANCES_DATA: folder().default("./data"),
  FILES_DIR: folder().optional(),
  FILES_BUCKET_URL: bucketUrl().optional(),
  DATABASE_OWNER_URL: postgresUrl().optional(),
  DATABASE_URL: postgresUrl().optional(),
  DATABASE_ROLE_PREFIX: rolePrefix().optional(),
  BACKUP_PASSPHRASE: words(12, 1000).optional(),
  JWT_KEY: secretKey().optional(),
  TICKET_KEY: secretKey().optional(),
  DEVICE_KEY: secretKey().optional(),
  PASSWORD_PEPPER: secretKey().optional(),
};

/** The instance to back up or to restore into. */
export interface KeepingConfig {
  readonly dataDir: string;
  /** Where the files are that people added. */
  readonly files: FilesPlace;
  /** Absent: PostgreSQL runs inside the data folder. */
  readonly database: DatabaseConfig | undefined;
  /** Null = not encrypted. */
  readonly passphrase: string | null;
  /** The secrets of a deployment, from its environment; null = they are in the data folder. */
  readonly deployed: KeptSecrets | null;
}

/** Throws `SettingsRefused` naming every fault at once. */
export function readKeepingConfig(env: Environment, { rotateLogin = false } = {}): KeepingConfig {
  const set = readSettings(settings, env, { together: secretFaults });
  const database = databaseOf(set, rotateLogin);
  const secrets = Object.entries(secretSettings).flatMap(([setting, name]) => {
    const value = set[setting as keyof typeof secretSettings];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    dataDir: set.AVANCES_DATA,
    files: { folder: filesDirOf(set), bucket: set.FILES_BUCKET_URL },
    database,
    passphrase: set.BACKUP_PASSPHRASE ?? null,
    // The embedded database has its secrets in its own folder, whatever the environment says.
    deployed: database && secrets.length > 0 ? Object.fromEntries<string>(secrets) : null,
  };
}

function secretFaults(set: { readonly [name in keyof typeof secretSettings]?: string | undefined }): string[] {
  const names = Object.keys(secretSettings) as (keyof typeof secretSettings)[];
  const missing = names.filter((name) => set[name] === undefined);
  if (missing.length === 0 || missing.length === names.length) return [];
  return missing.map((name) => `${name}: is missing beside the other secrets; write the one of the portal`);
}
