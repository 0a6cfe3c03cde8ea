import { createHash } from "node:crypto";
import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import { z } from "zod";
import { BackupRefused } from "./backup-refused.ts";
import {
  type About,
  AboutSchema,
  type BackupFile,
  type BackupTable,
  folderOf,
  type KeptSecrets,
  keyOfEntry,
  type Manifest,
  ManifestSchema,
  SecretsSchema,
} from "./manifest.ts";
import { isAgeFile, unsealing } from "./sealing.ts";

/** A backup that was read to its end and is complete. */
export interface Backup {
  readonly about: About;
  readonly secrets: KeptSecrets;
  readonly manifest: Manifest;
}

/** Where the content of a backup goes. */
export interface Takes {
  /** Consumes all rows of a table, in the form that `COPY … FROM STDIN` accepts. */
  table(table: BackupTable, rows: AsyncIterable<Buffer>): Promise<void>;
  /** Called after all tables. */
  file(key: string, content: Buffer): Promise<void>;
}

/**
 * Reads a whole backup, passes each table and then each file to `takes`, one after the other, and checks every checksum. Throws `BackupRefused` when the file was
 * changed or cut off (which may be noticed only after some of it was taken), when the passphrase is missing or wrong, and when the file is
 * not a backup of Avances. If one of `takes` throws, reading ends with that error.
 */
export async function readBackup(path: string, passphrase: string | null, takes: Takes = nowhere): Promise<Backup> {
  const entries = entriesOf(path, passphrase);
  try {
    return await readAll(entries, takes);
  } finally {
    await entries.return(undefined);
  }
}

const nowhere: Takes = {
  table: async (_table, rows) => {
    for await (const _row of rows);
  },
  file: async () => undefined,
};

interface Entry {
  readonly name: string;
  readonly body: Buffer;
}

async function readAll(entries: AsyncGenerator<Entry>, takes: Takes): Promise<Backup> {
  const next = async () => (await entries.next()).value as Entry | undefined;
  const aboutEntry = await next();
  const about = readAbout(aboutEntry);
  const secretsEntry = await next();
  const secrets = readJson(secretsEntry, "secrets.json", SecretsSchema);

  let entry = await next();
  const found: Omit<Manifest["tables"][number], "rows">[] = [];
  for (const table of about.tables) {
    const sum = createHash("sha256");
    let bytes = 0;
    const rows = async function* () {
      while (entry?.name.startsWith(folderOf(table))) {
        sum.update(entry.body);
        bytes += entry.body.length;
        yield entry.body;
        entry = await next();
      }
    };
    await takes.table(table, rows());
    found.push({ schema: table.schema, name: table.name, bytes, sha256: sum.digest("hex") });
  }
  const files: BackupFile[] = [];
  for (let key = keyOfEntry(entry?.name ?? ""); entry && key !== null; key = keyOfEntry(entry?.name ?? "")) {
    files.push({ key, bytes: entry.body.length, sha256: sha256(entry) });
    await takes.file(key, entry.body);
    entry = await next();
  }
  const manifest = readJson(entry, "manifest.json", ManifestSchema);
  const isWhole =
    (await next()) === undefined &&
    manifest.about === sha256(aboutEntry) &&
    manifest.secrets === sha256(secretsEntry) &&
    JSON.stringify(manifest.tables.map(({ rows: _rows, ...table }) => table)) === JSON.stringify(found) &&
    JSON.stringify(manifest.files) === JSON.stringify(files);
  if (!isWhole) throw damaged();
  return { about, secrets, manifest };
}

async function* entriesOf(path: string, passphrase: string | null): AsyncGenerator<Entry, undefined> {
  const steps = opening(path, passphrase);
  const archive = extract();
  const reading = pipeline([createReadStream(path), ...steps, createGunzip(), archive]);
  try {
    for await (const entry of archive) {
      yield { name: entry.header.name, body: await buffer(entry) };
    }
    await reading;
  } catch (error) {
    // An error in the stream explains more than the error it causes in the archive.
    const cause = await reading.then(
      () => error,
      (fault: unknown) => fault,
    );
    throw cause instanceof BackupRefused ? cause : damaged(cause);
  } finally {
    reading.catch(() => undefined);
    archive.destroy();
  }
}

/** The streams between the file and its archive. Throws `BackupRefused` when the file does not exist or is not a backup. */
function opening(path: string, passphrase: string | null) {
  const start = firstBytes(path);
  if (start[0] === 0x1f && start[1] === 0x8b) return [];
  if (!isAgeFile(start)) {
    throw new BackupRefused(`${path} is not a backup of Avances: name a file that \`npm run backup\` wrote.`);
  }
  if (passphrase === null) {
    throw new BackupRefused("This backup is encrypted: give its passphrase in BACKUP_PASSPHRASE.");
  }
  return [unsealing(passphrase)];
}

function firstBytes(path: string): Buffer {
  try {
    const file = openSync(path, "r");
    try {
      const start = Buffer.alloc(32);
      return start.subarray(0, readSync(file, start, 0, start.length, 0));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new BackupRefused(
      code === "ENOENT"
        ? `There is no file ${path}: name a backup.`
        : `${path} cannot be read (${code}): name a backup.`,
      { cause: error },
    );
  }
}

/** Refuses an intact file of another product or a newer format with a sentence of its own; it is not called damaged. */
function readAbout(entry: Entry | undefined): About {
  const { product, format } = readJson(entry, "about.json", z.looseObject({ product: z.string(), format: z.int() }));
  if (product !== "avances") throw new BackupRefused(`This is a backup of ${product}: name one of Avances.`);
  if (format !== 1 && format !== 2)
    throw new BackupRefused("This backup was written by a newer Avances: update the program.");
  return readJson(entry, "about.json", AboutSchema);
}

function readJson<T>(entry: Entry | undefined, name: string, schema: z.ZodType<T>): T {
  if (entry?.name !== name) throw damaged();
  try {
    return schema.parse(JSON.parse(entry.body.toString("utf8")));
  } catch (error) {
    throw damaged(error);
  }
}

function sha256(entry: Entry | undefined): string {
  return createHash("sha256")
    .update(entry?.body ?? "")
    .digest("hex");
}

function damaged(cause?: unknown): BackupRefused {
  return new BackupRefused("The backup file is damaged or cut off, and nothing of it was taken: use another backup.", {
    cause,
  });
}
