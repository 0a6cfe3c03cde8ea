import { createHash, randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Draft, type FileStore, keyPattern, StoreFull, TooManyBytes } from "./file-store.ts";

/** Drafts lie beside the files, on the same disk, so that keeping one is a rename. */
const incoming = "incoming";

/**
 * Files in a folder, which only this account can read: `ab/abcd…` for each key, because a folder with a hundred thousand entries is slow on
 * some disks. Several processes may share it, on one machine or over a network disk. The folder is made when the first file comes.
 */
export function folderStore(folder: string): FileStore {
  const pathOf = (key: string) => {
    if (!keyPattern.test(key)) throw new Error("This is no key of a file");
    return join(folder, key.slice(0, 2), key);
  };

  return {
    async receive(bytes, most) {
      const path = join(folder, incoming, randomBytes(16).toString("hex"));
      try {
        await makeFolder(dirname(path));
        const received = await write(path, bytes, most);
        return draftOf(path, received, pathOf);
      } catch (error) {
        await rm(path, { force: true }).catch(() => undefined);
        throw explained(error);
      }
    },

    async open(key) {
      const handle = await open(pathOf(key), "r").catch(unlessMissing);
      if (handle === null) return null;
      const { size } = await handle.stat().catch(async (error: unknown) => {
        await handle.close();
        throw error;
      });
      // The stream closes the handle, whether it is read to its end or destroyed.
      return { bytes: size, content: handle.createReadStream() };
    },

    async remove(key) {
      await unlink(pathOf(key)).catch(unlessMissing);
    },

    async *keys() {
      for (const part of await namesIn(folder)) {
        if (!/^[0-9a-f]{2}$/.test(part)) continue;
        for (const key of await namesIn(join(folder, part))) {
          if (keyPattern.test(key) && key.startsWith(part)) yield key;
        }
      }
    },

    async removeDrafts(before) {
      let removed = 0;
      for (const name of await namesIn(join(folder, incoming))) {
        const path = join(folder, incoming, name);
        const found = await stat(path).catch(unlessMissing);
        if (found === null || found.mtime >= before) continue;
        await rm(path, { force: true });
        removed += 1;
      }
      return removed;
    },
  };
}

interface Received {
  readonly bytes: number;
  readonly sha256: string;
}

async function write(path: string, source: AsyncIterable<Uint8Array>, most: number): Promise<Received> {
  const file = await open(path, "wx", 0o600);
  try {
    const sum = createHash("sha256");
    let bytes = 0;
    for await (const part of source) {
      bytes += part.length;
      if (bytes > most) throw new TooManyBytes(`More than ${most} bytes`);
      sum.update(part);
      await writeAll(file, part);
    }
    await file.sync();
    return { bytes, sha256: sum.digest("hex") };
  } finally {
    await file.close();
  }
}

/** A write may take less than it was given. */
async function writeAll(file: FileHandle, part: Uint8Array): Promise<void> {
  let done = 0;
  while (done < part.length) done += (await file.write(part, done)).bytesWritten;
}

function draftOf(path: string, { bytes, sha256 }: Received, pathOf: (key: string) => string): Draft {
  return {
    bytes,
    sha256,
    read: () => readFile(path),
    async keep(key) {
      const target = pathOf(key);
      try {
        await makeFolder(dirname(target));
        await rename(path, target);
        // A name is on the disk only when the folder that it stands in is.
        await syncFolder(dirname(target));
      } catch (error) {
        throw explained(error);
      }
    },
    async discard() {
      await rm(path, { force: true });
    },
  };
}

/** Makes the folder and those above it, and brings their names to the disk. */
async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/** Some systems cannot do it, and write names at once. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch((error: unknown) => {
    if (codeOf(error) === "EISDIR" || codeOf(error) === "EPERM") return null;
    throw error;
  });
  try {
    await folder?.sync();
  } catch (error) {
    if (codeOf(error) !== "EPERM" && codeOf(error) !== "EINVAL") throw error;
  } finally {
    await folder?.close();
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(unlessMissing)) ?? [];
}

function unlessMissing(error: unknown): null {
  if (codeOf(error) === "ENOENT") return null;
  throw error;
}

function explained(error: unknown): unknown {
  const code = codeOf(error);
  return code === "ENOSPC" || code === "EDQUOT" ? new StoreFull("No space is left", { cause: error }) : error;
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}
