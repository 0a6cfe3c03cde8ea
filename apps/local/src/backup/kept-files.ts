import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import { type BackupFile, BackupRefused, type BackupSource } from "@avances/backup";
import type { StoredFile } from "@avances/db";
import {
  type Bucket,
  BucketFull,
  bucketStore,
  type FileStore,
  folderStore,
  StoreAway,
  StoreFull,
} from "@avances/files";

/** Where the files of a portal are: in the bucket if there is one, else in the folder. */
export interface FilesPlace {
  readonly folder: string;
  readonly bucket?: Bucket | undefined;
}

function storeAt({ folder, bucket }: FilesPlace): FileStore {
  return bucket === undefined ? folderStore(folder) : bucketStore(bucket, folderStore(folder));
}

const nameOf = ({ folder, bucket }: FilesPlace) =>
  bucket === undefined ? resolve(folder) : `the bucket ${bucket.url}`;
const setting = ({ bucket }: FilesPlace) => (bucket === undefined ? "FILES_DIR" : "FILES_BUCKET_URL");

interface FilesToKeep {
  /** Ids of those that are left out. Complete when `contents` was read to its end. */
  readonly lost: readonly string[];
  readonly contents: BackupSource["files"];
}

/**
 * The files that the rows of a backup speak of, each compared with its row. One that is not there, or is something else, refuses the backup: most
 * often the folder is the wrong one, and a backup without files would look like one with all of them.
 */
export async function filesToKeep(
  place: FilesPlace,
  stored: readonly StoredFile[],
  { withoutLostFiles = false }: { readonly withoutLostFiles?: boolean },
): Promise<FilesToKeep> {
  const store = storeAt(place);
  const lost: string[] = [];
  // What is missing is told before an hour of writing.
  await inWords(place)(async () => {
    for (const { id, key, bytes } of stored) if ((await sizeOf(store, key)) !== bytes) lost.push(id);
  });
  if (lost.length > 0 && !withoutLostFiles) throw lostFiles(place, lost, stored.length);
  const there = stored.filter(({ id }) => !lost.includes(id));
  return {
    lost,
    contents: async function* () {
      for (const { id, key, sha256 } of there) {
        const content = await inWords(place)(async () => {
          const opened = await store.open(key);
          return opened && (await buffer(opened.content));
        });
        if (content && createHash("sha256").update(content).digest("hex") === sha256) yield { key, content };
        else if (withoutLostFiles) lost.push(id);
        else throw lostFiles(place, [id], stored.length);
      }
    },
  };
}

async function sizeOf(store: FileStore, key: string): Promise<number | null> {
  const opened = await store.open(key);
  opened?.content.destroy();
  return opened?.bytes ?? null;
}

function lostFiles(place: FilesPlace, lost: readonly string[], all: number): BackupRefused {
  const some = lost.slice(0, 3).join(", ");
  return new BackupRefused(
    `Of ${all} ${all === 1 ? "file" : "files"} that people added, ${lost.length} ${lost.length === 1 ? "is" : "are"} not in ${nameOf(place)} as the portal stored them (${some}${lost.length > 3 ? ", …" : ""}): set ${setting(place)} to the ${place.bucket === undefined ? "folder" : "bucket"} of the portal. If they are lost, back up what is there with --without-lost-files.`,
  );
}

/** Where the files of a backup go. */
export interface FilesToRestore {
  take(key: string, content: Buffer): Promise<void>;
  /** Takes away what `take` has written, as far as the store lets it: what stays is of this backup and does no harm to another try. Never rejects. */
  undo(): Promise<void>;
}

/**
 * Throws `BackupRefused` when the folder holds files that are not in the backup: a restore never adds to another portal. Those of this backup may
 * be there already, from a restore that did not get to its end.
 */
export async function filesToRestore(place: FilesPlace, kept: readonly BackupFile[]): Promise<FilesToRestore> {
  const store = storeAt(place);
  const own = new Set(kept.map(({ key }) => key));
  const told = inWords(place);
  await told(async () => {
    for await (const key of store.keys()) {
      if (own.has(key)) continue;
      throw new BackupRefused(
        place.bucket === undefined
          ? `The folder ${resolve(place.folder)} holds files of another portal, and a restore never writes over anything: set AVANCES_DATA or FILES_DIR to a new folder.`
          : `The bucket ${place.bucket.url} holds files of another portal, and a restore never writes over anything: set FILES_BUCKET_URL to an empty one.`,
      );
    }
  });
  const taken: string[] = [];
  return {
    take: (key, content) =>
      told(async () => {
        const draft = await store.receive(once(content), content.length);
        try {
          await draft.keep(key);
          taken.push(key);
        } finally {
          await draft.discard();
        }
      }),
    async undo() {
      // Why it is undone is what the person must read, so a fault here takes the place of no other.
      for (const key of taken.splice(0)) await store.remove(key).catch(() => undefined);
    },
  };
}

/** Faults of the folder or the bucket as one sentence that says what to do. */
function inWords(place: FilesPlace): <T>(work: () => Promise<T>) => Promise<T> {
  return async (work) => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StoreAway)
        throw new BackupRefused(
          `${error.message}: set FILES_BUCKET_URL to the bucket and the key of the portal, and try again when it answers.`,
          { cause: error },
        );
      // What goes into a bucket waits on the disk first: either may be full.
      if (error instanceof BucketFull)
        throw new BackupRefused(
          `${error.message}: free some space in it, or set FILES_BUCKET_URL to an empty one with more room.`,
          { cause: error },
        );
      if (error instanceof StoreFull)
        throw new BackupRefused(
          `The disk of ${resolve(place.folder)} is full: free some space, or set FILES_DIR to another disk.`,
          { cause: error },
        );
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      if (!["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"].includes(code)) throw error;
      throw new BackupRefused(
        `The files in ${resolve(place.folder)} cannot be read or written (${code}): let this account do so, or set FILES_DIR to another folder.`,
        { cause: error },
      );
    }
  };
}

async function* once(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}
