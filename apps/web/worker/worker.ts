/**
 * The service worker of the pages on which a report is made: opens them when the portal cannot be reached, from files of one release that it
 * fetched when it was installed. It keeps the application and nothing that anybody wrote or read: that is `src/lib/copies.ts`, encrypted.
 * With the portal in reach every page comes from the portal. Why it is like this: docs/decisions/0039-the-form-opens-without-network.md
 */
interface Listed {
  /** Made of the names of all files: two builds with one release have the same files. */
  readonly release: string;
  /** Addresses of all files that these pages need: those below `/assets/` have a hash in their name. */
  readonly files: readonly string[];
  /** The file with which the application begins: a page that does not name it is of another release. */
  readonly entry: string;
  /** Languages of the portal: the first part of every address. */
  readonly languages: readonly string[];
}

/** Written in front of this code by the build (`offline-worker.ts`). */
declare const listed: Listed;
declare const self: ServiceWorkerGlobalScope;

const prefix = "avances-";
const cacheName = prefix + listed.release;
/** Whoever waits longer for a page gets it from this computer. */
const patienceMs = 5_000;
/** For so long after that, the small files of the page are not waited for either. */
const awayMs = 10_000;
const plainFiles = listed.files.filter((path) => !path.startsWith("/assets/"));
/** The same document for every page that needs an account, in each language. It holds nothing of anybody. */
const shellOf = (language: string) => `/${language}/home`;

let awayUntil = 0;

self.addEventListener("install", (event) => {
  event.waitUntil(
    fill().then(
      () => self.skipWaiting(),
      async (fault: unknown) => {
        // What is there in part only would later pass for the release before. Of this release another scope may have all.
        if (!(await isWhole(cacheName))) await caches.delete(cacheName);
        throw fault;
      },
    ),
  );
  // Requests of the interface never wait for this worker to be started. Few browsers know it.
  const { addRoutes } = event as { addRoutes?: (rules: object) => Promise<void> };
  try {
    const rules = { condition: { urlPattern: { pathname: "/api/*" } }, source: "network" };
    addRoutes?.call(event, rules).catch(() => undefined);
  } catch {
    // It works without.
  }
});

/** All or nothing: when a file does not come, or the portal has another release by now, this worker is not installed. */
async function fill(): Promise<void> {
  const cache = await caches.open(cacheName);
  // One after the other, because somebody is working over the same line.
  for (const path of listed.files) {
    if ((await cache.match(path)) !== undefined) continue;
    const isHashed = path.startsWith("/assets/");
    const known = isHashed ? await kept(path) : undefined;
    const reply = known ?? (await fetch(path, { cache: isHashed ? "default" : "no-cache", credentials: "omit" }));
    if (!reply.ok) throw new Error(`${path} did not come`);
    await cache.put(path, reply);
  }
  const shells = new Map<string, Response>();
  for (const path of listed.languages.map(shellOf)) {
    const reply = await fetch(path, { cache: "no-store", credentials: "omit" });
    const text = await reply.clone().text();
    if (!reply.ok || !text.includes(listed.entry)) throw new Error("The portal has another release");
    shells.set(path, reply);
  }
  // Last, and together: a cache that holds one of them is whole.
  for (const [path, reply] of shells) await cache.put(path, reply);
  // The same release is installed once for each scope, and one of them may have removed what another was filling.
  if (!(await isWhole(cacheName))) throw new Error("It was removed meanwhile");
}

/** Was everything fetched of the release that this cache is for? An installation may have failed, or been ended by the browser. */
async function isWhole(name: string): Promise<boolean> {
  const cache = (await caches.keys()).includes(name) ? await caches.open(name) : null;
  for (const path of listed.languages.map(shellOf)) if ((await cache?.match(path)) !== undefined) return true;
  return false;
}

self.addEventListener("activate", (event) => {
  event.waitUntil(takeCharge());
});

async function takeCharge(): Promise<void> {
  // The page is asked for while this worker is being started.
  await self.registration.navigationPreload?.enable();
  const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  const whole: string[] = [];
  for (const name of others) if (await isWhole(name)) whole.push(name);
  // The one before stays: a page of that release may be open and need files that the portal no longer has.
  for (const name of others) if (name !== whole.at(-1)) await caches.delete(name);
  await self.clients.claim();
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event, pathname));
  else if (pathname.startsWith("/assets/")) event.respondWith(kept(pathname).then((file) => file ?? fetch(request)));
  else if (plainFiles.includes(pathname)) event.respondWith(plainFile(request, pathname));
});

/** From the portal, as if there were no worker; if that cannot be reached, the document of this release, which fetches only files of this release. */
async function page(event: FetchEvent, pathname: string): Promise<Response> {
  const coming = fromPortal(event);
  const reply = await inTime(coming).catch(() => null);
  if (reply !== null && ![502, 503, 504].includes(reply.status)) {
    awayUntil = 0;
    return reply;
  }
  const shell = await own(shellOf(pathname.split("/")[1] ?? ""));
  if (shell === undefined) return reply ?? coming;
  awayUntil = Date.now() + awayMs;
  return shell;
}

async function fromPortal(event: FetchEvent): Promise<Response> {
  const preloaded = (await event.preloadResponse) as Response | undefined;
  return preloaded ?? fetch(event.request);
}

/** A file whose address says nothing about its release comes from where its page comes from. */
async function plainFile(request: Request, pathname: string): Promise<Response> {
  const file = await own(pathname);
  if (file !== undefined && Date.now() < awayUntil) return file;
  const coming = fetch(request);
  return (await inTime(coming).catch(() => file)) ?? coming;
}

/** A file of this release. */
async function own(path: string): Promise<Response | undefined> {
  return (await caches.open(cacheName)).match(path, { ignoreVary: true });
}

/** A file whose name holds its hash, of this release or the one before. */
async function kept(path: string): Promise<Response | undefined> {
  return caches.match(path, { ignoreVary: true });
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("The portal does not answer")), patienceMs);
    work.then(resolve, reject);
  });
}
