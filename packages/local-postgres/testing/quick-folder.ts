import { existsSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";

const memory = "/dev/shm";
/** Several times what the databases of a whole run take at once. */
const room = 3 * 2 ** 30;

/**
 * A folder for databases that are thrown away. In memory where there is room for them: a database is some six hundred files, and making
 * those on a disk takes longer than most of the tests that want one.
 */
export function quickFolder(): string {
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return Math.min(bavail * bsize, process.availableMemory()) < room ? tmpdir() : memory;
}

/** Every folder that `quickFolder` may have named, now or in an earlier run. */
export const possibleFolders: readonly string[] = [...new Set([tmpdir(), memory])].filter((folder) =>
  existsSync(folder),
);
