/**
 * Why a part of the application did not come. `outdated`: a newer release is known to be there; `offline`: the portal could not be reached at all;
 * `unloaded`: it could be reached, and more is not known.
 */
export type WhyMissing = "outdated" | "offline" | "unloaded";

/** Its message is not the browser's: the router loads the document again when it reads that, also where nothing can be loaded. */
export class PartMissing extends Error {
  readonly why: WhyMissing;
  constructor(why: WhyMissing) {
    super(why);
    this.why = why;
  }
}

/** While a page that the server drew is taken over, nothing may fail: it stays as it is until all has come. */
export const drawn = { isWaiting: false };

let timesBack = 0;
// The server draws with this module too.
if (typeof window !== "undefined") {
  window.addEventListener("online", () => {
    timesBack++;
  });
}

/**
 * Loads a page or another part that is a file of its own. A connection that comes back while it is being found out why the part is missing would be
 * heard by nobody, so the part is then asked for once more before anything is said.
 */
export async function loadPart<T>(load: () => Promise<T>, isAgain = false): Promise<T> {
  if (drawn.isWaiting) return loadUntilThere(load);
  const before = timesBack;
  try {
    return await load();
  } catch (error) {
    if (!isMissing(error)) throw error;
    const why = await whyMissing();
    if (!isAgain && (why === "unloaded" || (why === "offline" && timesBack > before))) return loadPart(load, true);
    throw new PartMissing(why);
  }
}

/** In the words of each browser. */
const isMissing = (error: unknown) =>
  /dynamically imported module|module script failed|preload CSS/i.test(String(error));

/** Says so while it has not come, in the words that every page has ready (`app/app-shell.tsx`), and tries again. */
export async function loadUntilThere<T>(load: () => Promise<T>): Promise<T> {
  for (let isAgain = false; ; isAgain = true) {
    try {
      const part = await load();
      if (isAgain) document.documentElement.dataset.scripts = "";
      return part;
    } catch (error) {
      if (!isMissing(error)) throw error;
      document.documentElement.dataset.scripts = await whyMissing();
      await nextTry();
    }
  }
}

export function nextTry(): Promise<unknown> {
  return new Promise((wake) => {
    setTimeout(wake, 10_000);
    addEventListener("online", wake, { once: true });
  });
}

/** Calls `act` once, when the portal answers again: asked when the network is back, and every ten seconds, as a portal that was away announces itself to nobody. */
export async function whenPortalAnswers(act: () => void, signal: AbortSignal): Promise<void> {
  do await nextTry();
  while (!(signal.aborted || (await askPortal().catch(() => null))));
  if (!signal.aborted) act();
}

const askPortal = () => fetch("/", { cache: "no-store" });

/** By what the portal's first document names as its code now, and by what it no longer has. */
async function whyMissing(): Promise<WhyMissing> {
  const own = document.querySelector("#code,script[type=module]");
  const code = own?.getAttribute("href") ?? own?.getAttribute("src") ?? "";
  try {
    const reply = await askPortal();
    const isGone = performance
      .getEntriesByType("resource")
      .some((entry) => (entry as PerformanceResourceTiming).responseStatus === 404 && entry.name.endsWith(".js"));
    return isGone || (reply.ok && !(await reply.text()).includes(code)) ? "outdated" : "unloaded";
  } catch {
    return "offline";
  }
}
