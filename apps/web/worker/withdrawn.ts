/**
 * Sent at the address of the worker when a portal is run without it (`OFFLINE_PAGES=off`): takes the place of the worker that a browser has, removes its
 * files and does nothing. It stays: pages that go on registering it find nothing new, and the worker can take its place again the same way.
 */
declare const self: ServiceWorkerGlobalScope;

self.addEventListener("install", (event) => {
  event.waitUntil(self.skipWaiting());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(removeFiles());
});

async function removeFiles(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith("avances-")) await caches.delete(name);
  await self.registration.navigationPreload?.disable();
}
