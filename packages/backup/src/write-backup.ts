import { createHash } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type Pack, pack } from "tar-stream";
import { BackupRefused } from "./backup-refused.ts";
import {
  type About,
  type BackupFile,
  type BackupTable,
  folderOf,
  type KeptSecrets,
  type Manifest,
  nameOfFile,
} from "./manifest.ts";
import { type Seal, sealing } from "./sealing.ts";

/** Rows of one table as `COPY … TO STDOUT` writes them. */
export interface TableRows {
  readonly body: AsyncIterable<Buffer>;
  /** Number of rows; right only after the body has been read. */
  count(): number;
}

export interface BackupSource {
  readonly about: About;
  readonly secrets: KeptSecrets;
  /** Called for each table of `about`, in that order, one after the other. */
  rowsOf(table: BackupTable): TableRows;
  /**
   * The files that the rows speak of. Called when all tables have been read, and read one after the other: a file never changes, so each row of
   * before has its bytes now.
   */
  files(): AsyncIterable<{ readonly key: string; readonly content: Buffer }>;
  /** Called after all tables have been read. */
  sequences(): Promise<Manifest["sequences"]>;
}

/** Largest size of one entry. A longer body is divided, because an entry states its size before its content. */
const partBytes = 1_048_576;

/**
 * Writes a backup into a new file that only this account may read, completely or not at all: a tar archive, compressed with gzip, and
 * encrypted if a seal is given. Returns what it holds. Throws `BackupRefused` when the file already exists or cannot be written.
 */
export async function writeBackup(
  path: string,
  seal: Seal | null,
  source: BackupSource,
  signal?: AbortSignal,
): Promise<Manifest> {
  if (existsSync(path)) throw new BackupRefused(`${path} is there already: name another file.`);
  const draft = `${path}.part`;
  try {
    await mkdir(dirname(draft), { recursive: true, mode: 0o700 });
    await rm(draft, { force: true });
    const manifest = await writeInto(draft, seal, source, signal);
    await rename(draft, path);
    return manifest;
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw explained(error, path);
  }
}

async function writeInto(
  draft: string,
  seal: Seal | null,
  source: BackupSource,
  signal: AbortSignal | undefined,
): Promise<Manifest> {
  const archive = pack();
  const steps = [
    Readable.from(archive),
    createGzip(),
    ...(seal === null ? [] : [sealing(seal)]),
    createWriteStream(draft, { flags: "wx", mode: 0o600, flush: true }),
  ];
  const written = pipeline(steps, signal ? { signal } : {});
  const packed = packAll(archive, source);
  // Whichever fails first ends the other, and is the error that is reported.
  packed.catch((error: Error) => archive.destroy(error));
  const [manifest] = await Promise.all([packed, written]);
  return manifest;
}

async function packAll(archive: Pack, source: BackupSource): Promise<Manifest> {
  const about = json(source.about);
  const secrets = json(source.secrets);
  await add(archive, "about.json", about);
  await add(archive, "secrets.json", secrets);
  const tables: Manifest["tables"] = [];
  for (const table of source.about.tables) {
    const { body, count } = source.rowsOf(table);
    const sum = createHash("sha256");
    let [bytes, part] = [0, 0];
    for await (const piece of inParts(body)) {
      sum.update(piece);
      bytes += piece.length;
      part += 1;
      await add(archive, `${folderOf(table)}${String(part).padStart(6, "0")}.copy`, piece);
    }
    const { schema, name } = table;
    tables.push({ schema, name, rows: count(), bytes, sha256: sum.digest("hex") });
  }
  const files: BackupFile[] = [];
  for await (const { key, content } of source.files()) {
    await add(archive, nameOfFile(key), content);
    files.push({ key, bytes: content.length, sha256: sha256(content) });
  }
  const manifest: Manifest = {
    about: sha256(about),
    secrets: sha256(secrets),
    tables,
    files,
    sequences: await source.sequences(),
  };
  await add(archive, "manifest.json", json(manifest));
  archive.finalize();
  return manifest;
}

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

async function* inParts(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let kept: Buffer[] = [];
  let length = 0;
  for await (const piece of body) {
    kept.push(piece);
    length += piece.length;
    if (length < partBytes) continue;
    yield Buffer.concat(kept);
    [kept, length] = [[], 0];
  }
  if (length > 0) yield Buffer.concat(kept);
}

/** Resolves when the archive has taken the entry, so that the database is read no faster than the file is written. */
function add(archive: Pack, name: string, body: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name, mode: 0o600 }, body, (error) => (error ? reject(error) : resolve()));
  });
}

function explained(error: unknown, path: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const sentence = {
    ENOSPC: `The disk of ${path} is full: free some space, or name a file on another disk.`,
    EDQUOT: `The disk of ${path} is full: free some space, or name a file on another disk.`,
    EACCES: `This account may not write ${path}: name another file.`,
    EPERM: `This account may not write ${path}: name another file.`,
    EROFS: `${path} is on a read-only disk: name another file.`,
    ENOTDIR: `${path} lies in something that is no folder: name another file.`,
    EEXIST: `${path} lies in something that is no folder: name another file.`,
  }[code];
  return sentence ? new BackupRefused(sentence, { cause: error }) : error;
}
