import { giveUpFiles, listStatesOfKeys } from "@avances/db/queries/file-queries";
import { fileLimits } from "@avances/domain/network";
import type { Deps } from "#deps.ts";
import { errorFacts } from "#error-facts.ts";

type Need = Pick<Deps, "db" | "clock" | "log" | "files">;

const hourMs = 3_600_000;
const keysAtOnce = 500;

/**
 * Gives up files that were announced and never came, and removes bytes that no file has: what a process that ended had begun to receive, and
 * what was stored for a file that is refused. Any number of instances may do it at once. Bytes under a key that no row knows are left alone and
 * counted: they are of another portal, or of a database that is being restored.
 */
export async function clearFiles({ db, clock, log, files }: Need): Promise<void> {
  const patience = fileLimits.hoursToSend * hourMs;
  await db.asWorker((tx) => giveUpFiles(tx, new Date(clock.now().valueOf() - patience)));
  // Ages of what is in the folder are by the clock of the machine.
  await files.store.removeDrafts(new Date(Date.now() - patience));
  let unknown = 0;
  for await (const keys of inGroups(files.store.keys())) {
    const states = new Map(
      (await db.asWorker((tx) => listStatesOfKeys(tx, keys))).map(({ storeKey, state }) => [storeKey, state]),
    );
    for (const key of keys) {
      const state = states.get(key);
      if (state === undefined) unknown += 1;
      if (state === "refused") await files.store.remove(key);
    }
  }
  if (unknown > 0) log.error({ unknown }, "the folder of files holds some that this portal does not know");
}

async function* inGroups(keys: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let group: string[] = [];
  for await (const key of keys) {
    group.push(key);
    if (group.length < keysAtOnce) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** Looks after files now and every hour. Returns a function that stops it and waits for work under way. */
export function lookAfterFiles(deps: Need): () => Promise<void> {
  let underWay: Promise<void> | null = null;
  const look = () => {
    underWay ??= clearFiles(deps)
      // The database or the disk is away: the next look tries again.
      .catch((error: unknown) => deps.log.error(errorFacts(error), "files could not be looked after"))
      .finally(() => {
        underWay = null;
      });
  };
  look();
  const timer = setInterval(look, hourMs);
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
