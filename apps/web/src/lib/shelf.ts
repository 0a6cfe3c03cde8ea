import type { Guard } from "./read-kept.ts";
import { release } from "./release.ts";
import { vault } from "./vault.ts";

/**
 * What the browser keeps of a person's work until the server has it: one entry per person, kind and name. Every entry carries its
 * shape and the release that wrote it.
 *
 * - An entry that cannot be read (another shape, cut off, not ours) is set aside with its raw text, shown, and blocks nothing.
 * - When the browser stores nothing (a private window, a full disk), the page holds the entry, and says so.
 * - One person's entries are never read for another.
 */

/** `answer`: typed, not confirmed by the server. `text`: a note or form not sent yet. `before`: what an act on an answer replaced. */
export const kinds = ["answer", "text", "before"] as const;
export type Kind = (typeof kinds)[number];

/** The shape of each kind in this release. Raise the number when the shape changes. */
const shapes: Readonly<Record<Kind, number>> = { answer: 1, text: 1, before: 1 };

export interface Place {
  readonly userId: string;
  readonly kind: Kind;
  /** Unique per person and kind: `<submission>.<indicator>`, `note.<submission>.<indicator>`, … */
  readonly name: string;
}

/** An entry that could not be read, with its raw text. */
export interface Aside {
  readonly key: string;
  /** The rest of its key, which says where it belonged. */
  readonly name: string;
  readonly raw: string;
}

/** Why the browser stores nothing: its storage is inaccessible, or full. */
export type StorageTrouble = "closed" | "full";

export interface ShelfState {
  /** What is kept now for this person, except `before`. */
  readonly places: readonly Place[];
  readonly aside: readonly Aside[];
  /** Null as long as the browser stores what it is given. */
  readonly trouble: StorageTrouble | null;
  /** Something of this person exists only in this page, because the browser would not store it: closing the page would lose it. */
  readonly isHeld: boolean;
}

const keptPrefix = "avances.kept.";
const asidePrefix = "avances.aside.";

export interface Shelf {
  readonly keep: (place: Place, data: unknown) => void;
  readonly drop: (place: Place) => void;
  /** The entry at this place; undefined when there is none or it cannot be read. */
  readonly read: <T>(place: Place, guard: Guard<T>) => T | undefined;
  /**
   * Would the entry at this place be there if the page were gone in this moment? `soon`: a moment later it will. `page`: no, because the browser does
   * not store it.
   */
  readonly keptIn: (place: Place) => "device" | "soon" | "page";
  /** All readable entries of this kind whose name begins like this, by the rest of their name. */
  readonly readAll: <T>(start: Place, guard: Guard<T>) => ReadonlyMap<string, T>;
  /** Sets aside an entry that can be read but no longer belongs anywhere. */
  readonly setAside: (place: Place) => void;
  readonly dropAside: (key: string) => void;
  /** Sets aside all entries of this person that cannot be read. */
  readonly inspect: (userId: string) => void;
  /** Forgets what is kept of this person, or only these kinds. Entries set aside are forgotten with the last kind. */
  readonly forget: (userId: string, which?: readonly Kind[]) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Call when another tab has changed something. */
  readonly lookAgain: () => void;
  /** What is kept of this person; the same object until something changes. */
  readonly stateOf: (userId: string) => ShelfState;
}

/** What a storage that writes later knows about what it could not write. */
interface Behind {
  readonly trouble: () => StorageTrouble | null;
  readonly hasUnwritten: (start: string) => boolean;
  readonly outlivesPage: (name: string) => boolean;
}
const nothingBehind: Behind = { trouble: () => null, hasUnwritten: () => false, outlivesPage: () => true };

export function makeShelf(storage: () => Storage, behind: Behind = nothingBehind): Shelf {
  const listeners = new Set<() => void>();
  /** Entries that the browser would not store, by key. */
  const held = new Map<string, string>();
  const states = new Map<string, ShelfState>();
  let trouble: StorageTrouble | null = null;

  const keyOf = ({ userId, kind, name }: Place) => `${keptPrefix}${userId}.${kind}.${name}`;

  function changed(): void {
    states.clear();
    for (const listener of listeners) listener();
  }

  function keysFrom(start: string): string[] {
    const stored = attempt(() => namesIn(storage())) ?? [];
    return [...new Set([...stored, ...held.keys()])].filter((key) => key.startsWith(start)).sort();
  }

  function getText(key: string): string | null {
    return held.get(key) ?? attempt(() => storage().getItem(key)) ?? null;
  }

  function putText(key: string, text: string): void {
    try {
      storage().setItem(key, text);
      held.delete(key);
      if (held.size === 0) trouble = null;
    } catch (error) {
      held.set(key, text);
      trouble = troubleOf(error, attempt(() => storage().length) ?? 0);
    }
  }

  function removeText(key: string): void {
    held.delete(key);
    attempt(() => storage().removeItem(key));
  }

  function moveAside(key: string, userId: string): void {
    const raw = getText(key);
    if (raw === null) return;
    const name = key.slice(keptPrefix.length + userId.length + 1);
    const start = `${asidePrefix}${userId}.${name}`;
    let target = start;
    for (let copy = 2; getText(target) !== null && getText(target) !== raw; copy += 1) target = `${start}#${copy}`;
    // First remove, then add: a full storage has room for only one of the two, and what was removed leaves room for it.
    removeText(key);
    putText(target, raw);
    if (held.has(target)) attempt(() => storage().setItem(key, raw));
  }

  function readAt<T>(key: string, place: Pick<Place, "userId" | "kind">, guard: Guard<T>): T | undefined {
    const text = getText(key);
    if (text === null) return undefined;
    const data = unwrapped(text, place.kind);
    if (data !== undefined && guard(data.value)) return data.value;
    moveAside(key, place.userId);
    states.clear();
    // This may be called while a page is being rendered, so the listeners are told a moment later.
    queueMicrotask(changed);
    return undefined;
  }

  return {
    keep(place, data) {
      const key = keyOf(place);
      const [isKnown, before] = [getText(key) !== null, trouble];
      putText(key, JSON.stringify({ shape: shapes[place.kind], release, data }));
      if (!isKnown || trouble !== before) changed();
    },
    drop(place) {
      const key = keyOf(place);
      if (getText(key) === null) return;
      removeText(key);
      changed();
    },
    read: (place, guard) => readAt(keyOf(place), place, guard),
    keptIn(place) {
      const key = keyOf(place);
      if (held.has(key)) return "page";
      if (behind.outlivesPage(key)) return "device";
      return behind.trouble() === null ? "soon" : "page";
    },
    readAll<T>(start: Place, guard: Guard<T>) {
      const found = new Map<string, T>();
      const prefix = keyOf(start);
      for (const key of keysFrom(prefix)) {
        const data = readAt(key, start, guard);
        if (data !== undefined) found.set(key.slice(prefix.length), data);
      }
      return found;
    },
    setAside(place) {
      moveAside(keyOf(place), place.userId);
      changed();
    },
    dropAside(key) {
      if (!key.startsWith(asidePrefix)) return;
      removeText(key);
      changed();
    },
    inspect(userId) {
      const before = keysFrom(`${asidePrefix}${userId}.`).length;
      for (const key of keysFrom(`${keptPrefix}${userId}.`)) {
        const kind = kindIn(key, userId);
        if (kind === undefined || unwrapped(getText(key) ?? "", kind) === undefined) moveAside(key, userId);
      }
      if (keysFrom(`${asidePrefix}${userId}.`).length !== before) changed();
    },
    forget(userId, which = kinds) {
      for (const key of keysFrom(`${keptPrefix}${userId}.`)) {
        const kind = kindIn(key, userId);
        if (kind === undefined || which.includes(kind)) removeText(key);
      }
      if (which.length === kinds.length) for (const key of keysFrom(`${asidePrefix}${userId}.`)) removeText(key);
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lookAgain: changed,
    stateOf(userId) {
      const known = states.get(userId);
      if (known !== undefined) return known;
      const start = `${keptPrefix}${userId}.`;
      const places = keysFrom(start).flatMap((key) => {
        const kind = kindIn(key, userId);
        if (kind === undefined || kind === "before") return [];
        return [{ userId, kind, name: key.slice(start.length + kind.length + 1) }];
      });
      const asideStart = `${asidePrefix}${userId}.`;
      const aside = keysFrom(asideStart).map((key) => ({
        key,
        name: key.slice(asideStart.length),
        raw: getText(key) ?? "",
      }));
      const isUnwritten = behind.hasUnwritten(start) || behind.hasUnwritten(asideStart);
      const isHeld = isUnwritten || [...held.keys()].some((key) => key.startsWith(start) || key.startsWith(asideStart));
      const state = { places, aside, trouble: trouble ?? (isUnwritten ? behind.trouble() : null), isHeld };
      states.set(userId, state);
      return state;
    },
  };
}

function namesIn(storage: Storage): string[] {
  return Array.from({ length: storage.length }, (_, place) => storage.key(place)).filter((key) => key !== null);
}

/** The kind in a key of this person; undefined for keys of an older release or of other code. */
function kindIn(key: string, userId: string): Kind | undefined {
  const rest = key.slice(keptPrefix.length + userId.length + 1);
  return kinds.find((kind) => rest.startsWith(`${kind}.`));
}

/** The content of an entry of this kind; undefined when it has another shape or is not an entry at all. */
function unwrapped(text: string, kind: Kind): { readonly value: unknown } | undefined {
  const entry = attempt(() => JSON.parse(text) as unknown);
  if (typeof entry !== "object" || entry === null || !("shape" in entry) || !("data" in entry)) return undefined;
  return entry.shape === shapes[kind] ? { value: entry.data } : undefined;
}

function troubleOf(error: unknown, entries: number): StorageTrouble {
  const isQuota = error instanceof DOMException && /quota/i.test(error.name);
  // Some browsers report "full" for a storage that never accepts anything.
  return isQuota && entries > 0 ? "full" : "closed";
}

/** The browser may refuse any use of its storage; a refused entry counts as missing. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** The shelf of this browser; what is on it is encrypted where the browser can (`vault.ts`). */
export const shelf = makeShelf(vault.storage, vault);
vault.subscribe(shelf.lookAgain);
if (typeof window !== "undefined") window.addEventListener("storage", shelf.lookAgain);
