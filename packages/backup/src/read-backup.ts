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
  type BackupTable,
  folderOf,
  type KeptSecrets,
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

/** Consumes all rows of a table, in the form that `COPY … FROM STDIN` accepts. */
export type TakeTable = (table: BackupTable, rows: AsyncIterable<Buffer>) => Promise<void>;

/**
 * Reads a whole backup, passes each table to `take`, one after the other, and checks every checksum. Throws `BackupRefused` when the file was
 * changed or cut off (which may be noticed only after tables were taken), when the passphrase is missing or wrong, and when the file is
 * not a backup of Avances. If `take` throws, reading ends with that error.
 */
export async function readBackup(path: string, passphrase: string | null, take: TakeTable = leave): Promise<Backup> {
  const entries = entriesOf(path, passphrase);
  try {
    return await readAll(entries, take);
  } finally {
    await entries.return(undefined);
  }
}

async function leave(_table: BackupTable, rows: AsyncIterable<Buffer>): Promise<void> {
  for await (const _row of rows);
}

interface Entry {
  readonly name: string;
  readonly body: Buffer;
}

async function readAll(entries: AsyncGenerator<Entry>, take: TakeTable): Promise<Backup> {
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
    await take(table, rows());
    found.push({ schema: table.schema, name: table.name, bytes, sha256: sum.digest("hex") });
  }
  const manifest = readJson(entry, "manifest.json", ManifestSchema);
  const isWhole =
    (await next()) === undefined &&
    manifest.about === sha256(aboutEntry) &&
    manifest.secrets === sha256(secretsEntry) &&
    JSON.stringify(manifest.tables.map(({ rows: _rows, ...table }) => table)) === JSON.stringify(found);
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
  if (format !== 1) throw new BackupRefused("This backup was written by a newer Avances: update the program.");
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
