import type { SubmissionView } from "@avances/contracts";
import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { ApiProblem } from "./api-client.ts";
import { copiesOfOthers, hasCopies, markCopies } from "./has-copies.ts";
import { pagePerson } from "./page-person.ts";
import type { Session } from "./session.ts";
import { type Sealed, vault } from "./vault.ts";

/**
 * Copies of what the portal last said about a country's own reports, so that their pages open without network. Each is encrypted with the key of its
 * person, which signing out destroys (`vault.ts`); where the browser cannot encrypt, nothing is copied. They are never an answer while the portal
 * answers, and never replace what is on the screen. See docs/decisions/0039-the-form-opens-without-network.md.
 */
interface Copy extends Sealed {
  /** The person's id, a space, and the key of the query as JSON. */
  readonly name: string;
  readonly userId: string;
  readonly shape: number;
  /** Milliseconds since 1970, by this device: when the portal said it. */
  readonly at: number;
}

/** Raise it when pages can no longer work with a reply as an earlier release got it. */
const shape = 1;
/** As long as a session can last. Who is signed in is said by the portal alone, and without network it cannot say so. */
const longestMs = 12 * 3_600_000;
const databaseName = "avances-copies";
const storeName = "copies";
const writeAfterMs = 400;
const askAgainMs = 10_000;

/** The first part of the keys of queries that home, form and check read. */
const copied: ReadonlySet<unknown> = new Set(["session", "home", "rounds", "countries", "catalogue", "submission"]);

/** What a page knows of its connection to the portal. */
export interface Contact {
  /** The last thing that was asked for was not answered, or the device says that it has no network. */
  readonly isLost: boolean;
  /** When the portal last said what stands on the page about reports (milliseconds since 1970, by this device); null = nothing does. */
  readonly asOf: number | null;
}

let contact: Contact = { isLost: false, asOf: null };
const listeners = new Set<() => void>();
let client: QueryClient | null = null;
/** What came from copies and not from the portal, by the query's hash: when the portal had said it. */
const fromCopies = new Map<string, number>();
/** Copies that a query is about to take. */
const taken = new Set<string>();
const dirty = new Set<string>();
let writing: ReturnType<typeof setTimeout> | undefined;

export const copies = {
  contact: (): Contact => contact,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  watch,
  keepOnly,
};

/** Did the portal not answer at all? */
export function isUnanswered(error: unknown): boolean {
  return error instanceof ApiProblem && [0, 502, 503, 504].includes(error.status);
}

/** The copy of what this query reads, for the person whom the page shows. Throws `error` when there is none that may be shown. */
export async function copyOf(of: QueryClient, queryKey: QueryKey, error: unknown): Promise<unknown> {
  const copiedKey = wholeOf(queryKey);
  if (!copied.has(copiedKey[0])) throw error;
  watch(of);
  await vault.open();
  const key = JSON.stringify(queryKey);
  const all = await readAll().catch(() => []);
  const young = all.filter(({ shape: of, at }) => of === shape && Math.abs(Date.now() - at) < longestMs);
  const session = young
    .filter(({ name }) => name.endsWith(` ${sessionKey}`))
    .sort((one, other) => other.at - one.at)[0];
  // Only ever one person's, and only as long as it is known who that was.
  const userId = pagePerson.now().person?.id ?? session?.userId;
  const copy = young.find(({ name }) => name === `${userId} ${JSON.stringify(copiedKey)}`);
  const text = copy === undefined || session?.userId !== userId ? null : await vault.unseal(copy.userId, copy);
  if (copy === undefined || text === null) throw error;
  const data: unknown = JSON.parse(text);
  taken.add(key);
  fromCopies.set(key, copy.at);
  if (key !== sessionKey) return data;
  const known = data as Session;
  pagePerson.saw(known.person);
  // The portal's clock has gone on meanwhile; what this device's clock says of the distance is the best that is known.
  const now = new Date(new Date(known.now).valueOf() + Math.max(0, Date.now() - copy.at)).toISOString();
  return { ...known, now };
}
/** The form reads a part of the catalogue. In the copy of the whole it has that in every language. */
const wholeOf = (queryKey: QueryKey): QueryKey => (queryKey[0] === "working-catalogue" ? ["catalogue"] : queryKey);
const sessionKey = JSON.stringify(["session"]);

/** Keeps the copies as new as what this page reads, and asks the portal again while it does not answer. Once for each page. */
function watch(of: QueryClient): void {
  if (client !== null) return;
  client = of;
  of.getQueryCache().subscribe((event) => {
    const { queryHash, queryKey } = event.query;
    if (event.type === "updated" && event.action.type === "failed" && isUnanswered(event.action.error)) look(true);
    if (event.type === "updated" && event.action.type === "success") {
      if (taken.delete(queryHash)) look(true);
      else {
        if (event.action.manual !== true) {
          fromCopies.delete(queryHash);
          look(false);
        }
        if (copied.has(queryKey[0])) keep(queryHash);
      }
    }
    if (event.type === "observerAdded" || event.type === "observerRemoved") look(contact.isLost);
  });
  pagePerson.subscribe((now, before) => {
    // What was read for one person is not copied for the next; what is there already goes with `forgetCopiesOfOthers`.
    if ((before.person !== null && now.person?.id !== before.person.id) || now.standing.kind !== "same") dirty.clear();
  });
  addEventListener("offline", () => look(true));
  addEventListener("online", ask);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void write();
  });
  setInterval(() => {
    if (contact.isLost || fromCopies.size > 0) ask();
  }, askAgainMs);
  // What was read before this code was there.
  for (const { queryHash, queryKey, state } of of.getQueryCache().getAll())
    if (state.data !== undefined && copied.has(queryKey[0]) && !taken.has(queryHash)) keep(queryHash);
  look(!navigator.onLine);
}

/** What came from copies is read again, and in any case whose session this is. */
function ask(): void {
  void client?.refetchQueries({
    predicate: (query) => query.queryHash === sessionKey || (fromCopies.has(query.queryHash) && query.isActive()),
  });
  // What is not on the screen, when it comes there.
  void client?.invalidateQueries({ predicate: ({ queryHash }) => fromCopies.has(queryHash), refetchType: "none" });
}

function look(isLost: boolean): void {
  const times = (client?.getQueryCache().findAll({ type: "active" }) ?? [])
    .filter(({ queryKey, state }) => ["submission", "home"].includes(String(queryKey[0])) && state.data !== undefined)
    .map(({ queryHash, state }) => fromCopies.get(queryHash) ?? state.dataUpdatedAt);
  const asOf = times.length === 0 ? null : Math.min(...times);
  if (isLost === contact.isLost && asOf === contact.asOf) return;
  contact = { isLost, asOf };
  // A query may be told of its observers while a page is being drawn.
  queueMicrotask(() => {
    for (const listener of listeners) listener();
  });
}

function keep(queryHash: string): void {
  dirty.add(queryHash);
  writing ??= setTimeout(() => void write(), writeAfterMs);
}

async function write(): Promise<void> {
  clearTimeout(writing);
  writing = undefined;
  const queries = [...dirty].map((hash) => client?.getQueryCache().get(hash));
  dirty.clear();
  const userId = personToCopyFor();
  if (userId === null) return;
  const made: Copy[] = [];
  for (const query of queries) {
    const data: unknown = query?.state.data;
    if (query === undefined || data === undefined || !isOwn(query.queryKey, data)) continue;
    const sealed = await vault.seal(userId, JSON.stringify(data));
    const at = fromCopies.get(query.queryHash) ?? query.state.dataUpdatedAt;
    if (sealed !== null) made.push({ ...sealed, name: `${userId} ${query.queryHash}`, userId, shape, at });
  }
  // Somebody may have signed out meanwhile, here or in another tab.
  if (made.length === 0 || personToCopyFor() !== userId) return;
  // Never a copy without its mark; whose they are is said when it is known what is there.
  if (!hasCopies()) markCopies("");
  await change((store) => {
    for (const copy of made) store.put(copy);
  }).catch(() => undefined);
  if (!hasCopies()) markCopies("");
  const others = copiesOfOthers(pagePerson.now());
  if (others !== null) await keepOnly(others.keep);
}

/** People of a country, whose own session it is. Null = nothing is copied. */
function personToCopyFor(): string | null {
  const { person, standing } = pagePerson.now();
  return person !== null && person.country !== null && standing.kind === "same" ? person.id : null;
}

/** A report is copied only for the country that makes it. */
function isOwn([first]: QueryKey, data: unknown): boolean {
  const { person } = pagePerson.now();
  if (first === "session") return (data as Session).person?.id === person?.id;
  return first !== "submission" || (data as SubmissionView).submission.country === person?.country;
}

/** Copies of this person stay, and of nobody else; null = none stays. */
async function keepOnly(userId: string | null): Promise<void> {
  if (userId === null) dirty.clear();
  if (!hasCopies()) return;
  try {
    let all = await readAll();
    const others = all.filter((copy) => copy.userId !== userId);
    if (others.length > 0) {
      await change((store) => {
        for (const { name } of others) store.delete(name);
      });
      // Another tab may have written meanwhile.
      all = await readAll();
    }
    const owners = [...new Set(all.map((copy) => copy.userId))];
    markCopies(owners.length > 1 ? "" : (owners[0] ?? null));
  } catch {
    // It cannot be read, now or without network. The mark stays, so it is tried again.
  }
}

async function readAll(): Promise<readonly Copy[]> {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const request = database.transaction(storeName).objectStore(storeName).getAll() as IDBRequest<Copy[]>;
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally {
    database.close();
  }
}

async function change(work: (store: IDBObjectStore) => void): Promise<void> {
  const database = await opened();
  try {
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction(storeName, "readwrite");
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      work(transaction.objectStore(storeName));
    });
  } finally {
    database.close();
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: "name" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
