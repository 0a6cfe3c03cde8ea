import { resolve } from "node:path";
import { BackupRefused, type KeptSecrets, type Manifest, writeBackup } from "@avances/backup";
import { readDatabase } from "@avances/db";
import {
  databaseUrl,
  findServerOfFolder,
  lockDataFolder,
  readInstanceSecrets,
  requireServer,
  startLocalPostgres,
} from "@avances/local-postgres";
import type { KeepingConfig } from "./keeping-config.ts";
import { filesToKeep } from "./kept-files.ts";

export interface MakeOptions {
  readonly path: string;
  readonly now: Date;
  /** Aborts the backup; no file is left then. */
  readonly signal?: AbortSignal;
  /** Back up although files are lost; they are left out. */
  readonly withoutLostFiles?: boolean;
  log(message: string): void;
}

export interface Made {
  readonly manifest: Manifest;
  /** Ids of files whose bytes were not there and that were left out. */
  readonly lost: readonly string[];
}

/**
 * Writes everything that makes an instance, at one moment, into a new file: its database (running or not), its files and its secrets. Throws
 * `BackupRefused`, `DatabaseRefused` or `LocalPostgresError`.
 */
export async function makeBackup(config: KeepingConfig, options: MakeOptions): Promise<Made> {
  const { path, now, signal, log } = options;
  const source = await openSource(config, log);
  try {
    const seal = config.passphrase === null ? null : { passphrase: config.passphrase };
    return await readDatabase(
      source.ownerUrl,
      async ({ postgres, migrations, tables, rowsOf, sequences, storedFiles }) => {
        const about = {
          product: "avances" as const,
          format: 2 as const,
          createdAt: now.toISOString(),
          postgres,
          migrations: [...migrations],
          tables: tables.map((table) => ({ ...table, columns: [...table.columns] })),
        };
        const secrets = secretsOf(config);
        const files = await filesToKeep(config.files, await storedFiles(), options);
        const contents = { about, secrets, rowsOf, sequences, files: files.contents };
        return { manifest: await writeBackup(path, seal, contents, signal), lost: files.lost };
      },
    );
  } finally {
    await source.close();
  }
}

interface Source {
  readonly ownerUrl: string;
  close(): Promise<void>;
}

const nothing = async () => undefined;

async function openSource({ database, dataDir }: KeepingConfig, log: (message: string) => void): Promise<Source> {
  if (database) {
    await requireServer(database.ownerUrl);
    return { ownerUrl: database.ownerUrl, close: nothing };
  }
  const found = findServerOfFolder(dataDir);
  if (found.state === "none") {
    throw new BackupRefused(
      `There is no database in the data folder ${resolve(dataDir)}: set AVANCES_DATA to that of the portal, or DATABASE_OWNER_URL to its database.`,
    );
  }
  if (found.state === "running") return { ownerUrl: databaseUrl(found.adminUrl, "avances"), close: nothing };
  const folder = resolve(dataDir);
  const lock = lockDataFolder(folder);
  try {
    log("Starting the database …");
    const server = await startLocalPostgres({ dataDir: folder, log });
    return {
      ownerUrl: databaseUrl(server.adminUrl, "avances"),
      close: async () => {
        await server.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function secretsOf({ deployed, dataDir }: KeepingConfig): KeptSecrets {
  const secrets = deployed ?? readInstanceSecrets(resolve(dataDir));
  if (secrets) return secrets;
  throw new BackupRefused(
    `The secrets of the portal are neither in the environment nor in the data folder ${resolve(dataDir)}, and without them no password works after a restore: give the settings the portal has (.env), or set AVANCES_DATA.`,
  );
}
