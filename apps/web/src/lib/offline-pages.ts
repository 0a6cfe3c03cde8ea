import { languages } from "@avances/domain/catalogue";

const script = "/worker.js";
/** Public pages begin otherwise, so no worker ever stands between them and the portal. */
const scopes = languages.flatMap((language) => [`/${language}/home`, `/${language}/reports/`]);

/** Longer than a browser takes to register what it has been asked to. */
const patienceMs = 2_000;
let registering: Promise<void> = Promise.resolve();

/**
 * Lets the pages of a report open without network from now on (`worker/worker.ts`), as long as `isWanted`. Where the browser cannot, nothing
 * changes.
 */
export function openWithoutNetwork(isWanted: () => boolean): void {
  registering = registering.then(() => registerAll(isWanted));
}

async function registerAll(isWanted: () => boolean): Promise<void> {
  const workers = attempt(() => navigator.serviceWorker);
  if (workers === undefined) return;
  try {
    // One after the other: the first fetches the files, the others find them.
    for (const scope of scopes) {
      if (!isWanted()) return;
      const registration = await workers.register(script, { scope, updateViaCache: "none" });
      await settled(registration.installing);
      // A browser looks by itself only when a page of this scope is opened.
      await registration.update().catch(() => undefined);
      await settled(registration.installing);
    }
  } catch {
    // Refused by the browser, or the portal cannot be reached: the next page tries again.
  }
}

/** Nothing opens without network any more, and no file is left of it. What is being registered just then is removed when it is there. */
export async function openOnlyWithNetwork(): Promise<void> {
  const late = registering.then(removeAll);
  await removeAll();
  await Promise.race([late, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
}

async function removeAll(): Promise<void> {
  try {
    const registrations = (await attempt(() => navigator.serviceWorker)?.getRegistrations()) ?? [];
    await Promise.all(registrations.map((registration) => registration.unregister()));
    const store = attempt(() => caches);
    for (const name of (await store?.keys()) ?? []) await store?.delete(name);
  } catch {
    // The files of the application hold nothing of anybody.
  }
}

function settled(worker: ServiceWorker | null): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker === null || worker.state === "activated" || worker.state === "redundant") resolve();
    };
    worker?.addEventListener("statechange", look);
    look();
  });
}

/** Both exist only under https, or on this machine. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
