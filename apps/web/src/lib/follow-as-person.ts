import { pagePerson } from "./page-person.ts";
import { type Connection, stayConnected } from "./stay-connected.ts";

/** A page that nobody looks at lets go of its stream: a browser has only a few connections for all of its tabs. */
const hiddenMs = 60_000;

/**
 * Keeps a stream open while the page is looked at and still shows this person. Returns the function that ends it. `open` and `lost` as in
 * `stayConnected`.
 */
export function followAsPerson(userId: string, { open, lost }: Pick<Connection, "open" | "lost">): () => void {
  return stayConnected({
    open,
    lost,
    // A browser that knows of no network need not wait until a silent line is found dead.
    isWanted: () =>
      navigator.onLine &&
      isLookedAt() &&
      pagePerson.now().person?.id === userId &&
      pagePerson.now().standing.kind === "same",
    onChange: (look) => {
      const stopWatching = pagePerson.subscribe(look);
      const stopLooking = onLookedAt(look);
      window.addEventListener("online", look);
      window.addEventListener("offline", look);
      return () => {
        stopWatching();
        stopLooking();
        window.removeEventListener("online", look);
        window.removeEventListener("offline", look);
      };
    },
    refused: ({ code }) => pagePerson.wasRefused(code === "other-person" ? "other" : "signed-out", false),
  });
}

let hiddenSince: number | null = null;

/** Is the page on the screen, or was it a moment ago? */
function isLookedAt(): boolean {
  return document.visibilityState === "visible" || (hiddenSince !== null && Date.now() - hiddenSince < hiddenMs);
}

function onLookedAt(look: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = () => {
    clearTimeout(timer);
    hiddenSince = document.visibilityState === "visible" ? null : Date.now();
    if (hiddenSince !== null) timer = setTimeout(look, hiddenMs + 100);
    look();
  };
  document.addEventListener("visibilitychange", changed);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", changed);
  };
}
