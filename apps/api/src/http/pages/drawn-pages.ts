import { LRUCache } from "lru-cache";
import type { Log } from "#deps.ts";
import { errorFacts } from "#error-facts.ts";
import type { Premade } from "../premade.ts";
import type { PageDrawer } from "./page-drawer.ts";
import { addressOf, type PageAt } from "./page-list.ts";
import type { PageShell } from "./page-shell.ts";

/** What pages are drawn from; the same object as long as nothing in it changes. */
export interface PageSource {
  /** False while an older release's edition is being replaced: nothing is drawn then. */
  isReady(): Promise<boolean>;
  /** The answer at an address below `/api/v1`; undefined when there is none. */
  answer(path: string): Promise<Premade | undefined>;
}

interface Need {
  readonly drawer: PageDrawer;
  readonly shell: PageShell;
  readonly source: () => PageSource;
  /** `yyyy-mm-dd` */
  readonly today: () => string;
  readonly log: Pick<Log, "error">;
}

interface Kept {
  /** Null: it could not be drawn. */
  readonly page: Premade | null;
  readonly day: string;
  /** The tags of the answers it was drawn from. */
  readonly drawnFrom: ReadonlyMap<string, string>;
  /** The source for which it is known to be right. A page that nobody asks for again must not keep the answers of an old edition in memory. */
  source: WeakRef<PageSource>;
}

/**
 * Gives a page as the server draws it; null when the browser must draw it: it failed here, too many others wait, or this reader may not (`mayDraw`, asked
 * only for a page with a filter that is not drawn yet: of those there may be any number).
 */
export type DrawnPages = (
  at: PageAt,
  search: URLSearchParams,
  mayDraw: () => boolean,
) => Premade | null | Promise<Premade | null>;

/** The whole Conference's pages in both languages; the one not read for longest is dropped first. */
const mostBytes = 24 * 1024 * 1024;
/** Of pages with a filter there may be any number: they push out only each other. */
const mostBytesOfFiltered = 8 * 1024 * 1024;
/** When so many wait, those with a filter are left to the browser. */
const mostWaiting = 8;
const tryAgainMs = 10_000;

/**
 * Each page is drawn when somebody first asks for it, once for everybody who waits, and kept as bytes. After the next edition, or on the next day, one
 * whose answers are the same bytes is still right; only the others are drawn again.
 */
export function drawnPages({ drawer, shell, source, today, log }: Need): DrawnPages {
  const [whole, filtered] = [cacheOf(mostBytes), cacheOf(mostBytesOfFiltered)];
  const drawing = new Map<string, Promise<Premade | null>>();

  return (at, search, mayDraw) => {
    // The front door only leads to a language, which the reader's browser knows.
    if (!at.params.has("lang")) return null;
    const known = knownSearch(at, search);
    const address = addressOf(at.page, Object.fromEntries(at.params)) + known;
    const kept = known === "" ? whole : filtered;
    const had = kept.get(address);
    if (had !== undefined && had.source.deref() === source() && had.day === today()) return had.page;
    const under = drawing.get(address);
    if (under !== undefined) return under;
    if (known !== "" && had === undefined && (drawer.waiting() >= mostWaiting || !mayDraw())) return null;
    const made = renew(at, address, kept, had).finally(() => drawing.delete(address));
    drawing.set(address, made);
    return made;
  };

  async function renew(
    at: PageAt,
    address: string,
    kept: LRUCache<string, Kept>,
    had: Kept | undefined,
  ): Promise<Premade | null> {
    const now = source();
    const day = today();
    if (had !== undefined && had.day === day && (await isStillRight(had, now))) {
      had.source = new WeakRef(now);
      return had.page;
    }
    if (!(await now.isReady())) return null;
    const drawnFrom = new Map<string, string>();
    try {
      const drawn = await drawer.draw(address, shell.factsOn(day), async (path) => {
        const answer = await now.answer(path);
        if (answer !== undefined) drawnFrom.set(path, answer.etag);
        return answer?.body;
      });
      const page = shell.filled(at.params.get("lang") ?? "", day, drawn, at.page.styles);
      kept.set(address, { page, day, drawnFrom, source: new WeakRef(now) });
      return page;
    } catch (error) {
      log.error({ ...errorFacts(error), page: at.page.path }, "a page could not be drawn");
      kept.set(address, { page: null, day, drawnFrom, source: new WeakRef(now) }, { ttl: tryAgainMs });
      return null;
    }
  }
}

function cacheOf(maxSize: number): LRUCache<string, Kept> {
  // With room for the compressed forms.
  return new LRUCache({ maxSize, sizeCalculation: ({ page }) => 1 + Math.ceil(1.4 * (page?.body.length ?? 0)) });
}

async function isStillRight({ page, drawnFrom }: Kept, source: PageSource): Promise<boolean> {
  if (page === null) return false;
  const answers = await Promise.all(
    [...drawnFrom].map(async ([path, etag]) => (await source.answer(path).catch(() => undefined))?.etag === etag),
  );
  return answers.every(Boolean);
}

/** What the page keeps in its address, in one order; whatever else was added to the address changes nothing on it. */
export function knownSearch({ page }: Pick<PageAt, "page">, search: URLSearchParams): string {
  const known = new URLSearchParams();
  for (const name of page.search) for (const value of search.getAll(name)) known.append(name, value);
  return known.size > 0 ? `?${known}` : "";
}
