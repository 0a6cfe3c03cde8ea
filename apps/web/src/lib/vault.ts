import type { StorageTrouble } from "./shelf.ts";

/**
 * Where the shelf keeps its entries: like `localStorage` to its callers (at once, in the order of the calls), encrypted on the device.
 *
 * Every entry is in memory; IndexedDB is written behind, each entry encrypted with the key of its person (AES-GCM, not extractable, destroyed when
 * the person signs out). That takes some milliseconds, and a page may be closed within them: so each entry first goes, at once, into a journal in
 * `localStorage`, encrypted with a piece of key stream that was made beforehand (AES-CTR; no piece is used twice), and leaves it when IndexedDB
 * has it. What is found in the journal at the next start is taken over. See docs/decisions/0034-what-is-typed-is-kept-encrypted.md.
 */
export interface Vault {
  /** Reads what is kept; resolves when the storage can be used, encrypted or not. Never rejects. */
  open(): Promise<void>;
  /** The storage: encrypted once `open` has found that this browser can; until then, and in other browsers, `localStorage` itself. */
  storage(): Storage;
  isEncrypted(): boolean;
  /** Makes the key of this person and the first piece of key stream; resolves when the first key press finds both, or does not wait for them longer. */
  prepare(userId: string): Promise<void>;
  /** Destroys the key of a person of whom nothing is kept any more. */
  forget(userId: string): Promise<void>;
  /** Encrypts a text for this person; null where that cannot be done, or their key was destroyed. */
  seal(userId: string, text: string): Promise<Sealed | null>;
  /** The text; null when its key was destroyed or is another one. */
  unseal(userId: string, sealed: Sealed): Promise<string | null>;
  /** Resolves when everything that was kept so far is in IndexedDB, or cannot be. */
  settled(): Promise<void>;
  trouble(): StorageTrouble | null;
  /** Would the entry with this key be there if the page were gone in this moment? */
  outlivesPage(name: string): boolean;
  /** Is there an entry whose key begins like this that only this page has? */
  hasUnwritten(start: string): boolean;
  /** Calls back when another tab has changed something, or writing failed or works again. */
  subscribe(listener: () => void): () => void;
}

/** A text that can be read only with the key of its person. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly body: ArrayBuffer;
}

interface Kept extends Sealed {
  readonly name: string;
  readonly userId: string;
  /** When this form of the entry was typed (milliseconds since 1970, by this device; no two the same): which of two is the later one. */
  readonly at: number;
}

interface Keys {
  readonly userId: string;
  /** Tells the keys of one sign-in from those of the next. */
  readonly id: string;
  /** For entries in IndexedDB. */
  readonly store: CryptoKey;
  /** For the journal. */
  readonly journal: CryptoKey;
}

/** A piece of key stream: what is encrypted with it is combined with bytes from `used` on, which are then never used again. */
interface Pad {
  readonly counter: Uint8Array<ArrayBuffer>;
  readonly stream: Uint8Array<ArrayBuffer>;
  used: number;
}

/** In the journal in the place of an entry: when it was let go. */
const gonePrefix = "gone.";
const databaseName = "avances";
const journalPrefix = "avances.journal.";
/** Entries of the shelf, also as earlier releases kept them in `localStorage`. */
const ownKey = /^avances\.(?:kept|aside)\.([^.]+)\./;
const padBytes = 131_072;
const blockBytes = 16;
/** Said in `localStorage` while there is something in IndexedDB. */
const heldKey = "avances.device-holds";
const openWithinMs = 4_000;
/** A page that did not wait would show a form without what was typed into it: so much later only a storage that is broken answers. */
const openHeldWithinMs = 60_000;
const prepareWithinMs = 1_000;
const againMs = 5_000;

interface World {
  readonly local: () => Storage;
  readonly indexed: () => IDBFactory | undefined;
  /** Undefined where a page was not loaded over https or from this machine. */
  readonly subtle: () => SubtleCrypto | undefined;
  readonly channel: () => BroadcastChannel | undefined;
}

export function makeVault(world: World): Vault {
  const memory = new Map<string, string>();
  const keys = new Map<string, Promise<Keys>>();
  const pads = new Map<string, Pad[]>();
  /** Entries that are not in IndexedDB yet, with the number of the change. */
  const dirty = new Map<string, number>();
  /** When the form of the entry that is in memory was typed. */
  const stamps = new Map<string, number>();
  let latest = 0;
  const listeners = new Set<() => void>();
  let database: IDBDatabase | null = null;
  let changes = 0;
  let writing: Promise<void> | null = null;
  let opening: Promise<void> | null = null;
  let trouble: StorageTrouble | null = null;
  const journaled = new Set<string>();
  let channel: BroadcastChannel | undefined;

  const tell = () => {
    for (const listener of listeners) listener();
  };

  /** One at a time: a second reading would put what was kept before over what was typed since. */
  function open(): Promise<void> {
    if (database !== null) return Promise.resolve();
    opening ??= openAll().finally(() => {
      opening = null;
    });
    return opening;
  }

  async function openAll(): Promise<void> {
    const [factory, subtle] = [attempt(world.indexed), attempt(world.subtle)];
    if (!factory || !subtle) return;
    try {
      const isHolding = attempt(() => world.local().getItem(heldKey)) !== null;
      const opened = await inTime(openDatabase(factory), isHolding ? openHeldWithinMs : openWithinMs);
      // A key that cannot be stored would be another one at the next start, and everything lost: some private windows.
      for (const stored of await all<Keys>(opened, "keys")) keys.set(stored.userId, Promise.resolve(stored));
      const at = new Map<string, number>();
      for (const kept of await all<Kept>(opened, "kept")) {
        at.set(kept.name, kept.at);
        latest = Math.max(latest, kept.at);
        const text = await decrypted(subtle, kept);
        if (text !== null) memory.set(kept.name, text);
      }
      await takeOverJournal(subtle, at);
      database = opened;
      opened.onversionchange = () => opened.close();
      channel = attempt(world.channel);
      channel?.addEventListener("message", hear);
      takeOverPlain();
    } catch {
      database = null;
      memory.clear();
    }
  }

  async function decrypted(subtle: SubtleCrypto, { userId, iv, body }: Kept): Promise<string | null> {
    const own = await keys.get(userId);
    // Its key was destroyed: the person signed out.
    if (own === undefined) return null;
    // What cannot be decrypted is shown as an entry that cannot be read.
    return (await decryptedWith(subtle, own, { iv, body })) ?? `?${toBase64(new Uint8Array(body))}`;
  }

  /** Null when another key encrypted it. */
  async function decryptedWith(subtle: SubtleCrypto, own: Keys, { iv, body }: Sealed): Promise<string | null> {
    try {
      return new TextDecoder().decode(await subtle.decrypt({ name: "AES-GCM", iv }, own.store, body));
    } catch {
      return null;
    }
  }

  async function encryptedWith(subtle: SubtleCrypto, own: Keys, text: string): Promise<Sealed> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, body: await subtle.encrypt({ name: "AES-GCM", iv }, own.store, new TextEncoder().encode(text)) };
  }

  /** What was typed last before a page was closed or killed. */
  async function takeOverJournal(subtle: SubtleCrypto, at: ReadonlyMap<string, number>): Promise<void> {
    for (const key of localKeys(journalPrefix)) {
      const name = key.slice(journalPrefix.length);
      const userId = ownKey.exec(name)?.[1] ?? "";
      const entry = world.local().getItem(key) ?? "";
      if (entry.startsWith(gonePrefix) && Number(entry.slice(gonePrefix.length)) >= (at.get(name) ?? 0)) {
        memory.delete(name);
        touch(name);
        continue;
      }
      const [counter = "", offset = "", when = "", body = ""] = entry.split(".");
      latest = Math.max(latest, Number(when) || 0);
      const own = await keys.get(userId);
      if (own !== undefined && Number(when) > (at.get(name) ?? 0)) {
        try {
          const block = addBlocks(fromBase64(counter), Number(offset) / blockBytes);
          const plain = await subtle.decrypt(
            { name: "AES-CTR", counter: block, length: 64 },
            own.journal,
            fromBase64(body),
          );
          memory.set(name, new TextDecoder("utf-8", { fatal: true }).decode(plain));
          touch(name);
          stamps.set(name, Number(when));
          journaled.add(name);
          continue;
        } catch {
          // Cut off while it was written: the form before it is in IndexedDB.
        }
      }
      attempt(() => world.local().removeItem(key));
    }
  }

  /** What earlier releases kept as plain text goes where everything is, and leaves `localStorage` when it is there. */
  function takeOverPlain(): void {
    for (const key of localKeys("avances.")) {
      const userId = ownKey.exec(key)?.[1];
      const text = userId === undefined ? null : attempt(() => world.local().getItem(key));
      if (userId === undefined || text === null || text === undefined) continue;
      // When an older release kept another form of the same entry, both are shown.
      const isOther = memory.has(key) && memory.get(key) !== text;
      const name = isOther ? `${key.replace("avances.kept.", "avances.aside.")}#plain` : key;
      memory.set(name, text);
      plain.set(name, key);
      touch(name);
    }
    void write();
  }
  /** Where an entry still lies as plain text. */
  const plain = new Map<string, string>();

  function localKeys(start: string): string[] {
    const storage = attempt(world.local);
    if (storage === undefined) return [];
    return (attempt(() => Array.from({ length: storage.length }, (_, place) => storage.key(place))) ?? []).filter(
      (key): key is string => key?.startsWith(start) === true,
    );
  }

  function touch(name: string): void {
    changes += 1;
    dirty.set(name, changes);
    // Also within one millisecond, and when the clock of the device is set back.
    latest = Math.max(Date.now(), latest + 1);
    stamps.set(name, latest);
  }

  const storage: Storage = {
    get length() {
      return memory.size;
    },
    key: (place) => [...memory.keys()][place] ?? null,
    getItem: (name) => memory.get(name) ?? null,
    setItem(name, text) {
      memory.set(name, text);
      touch(name);
      journal(name, text);
      channel?.postMessage({ name, text });
      void write();
    },
    removeItem(name) {
      if (!memory.delete(name)) return;
      touch(name);
      journalGone(name);
      channel?.postMessage({ name, text: null });
      void write();
    },
    clear() {
      for (const name of [...memory.keys()]) storage.removeItem(name);
    },
  };

  /** What stands there already is an earlier form of the entry: where this one finds no place, that one is better than none. */
  function journal(name: string, text: string): void {
    journaled.delete(name);
    const userId = ownKey.exec(name)?.[1] ?? "";
    const bytes = new TextEncoder().encode(text);
    const mine = pads.get(userId) ?? [];
    const pad = mine.find(({ used }) => used + bytes.length <= padBytes);
    void refill(userId);
    if (pad === undefined) return;
    const start = pad.used;
    // Pieces begin at a block, so that they can be decrypted alone.
    pad.used = Math.ceil((start + bytes.length) / blockBytes) * blockBytes;
    for (let place = 0; place < bytes.length; place += 1)
      bytes[place] = (bytes[place] ?? 0) ^ (pad.stream[start + place] ?? 0);
    try {
      const entry = [toBase64(pad.counter), start, stamps.get(name), toBase64(bytes)].join(".");
      world.local().setItem(journalPrefix + name, entry);
      journaled.add(name);
    } catch {
      // Full or closed: IndexedDB alone has it, when it has.
    }
  }

  /** What was typed faster than key stream could be made. */
  function journalLate(userId: string): void {
    const late = [...dirty.keys()].filter((name) => !journaled.has(name) && ownKey.exec(name)?.[1] === userId);
    for (const name of late) {
      const text = memory.get(name);
      if (text !== undefined) journal(name, text);
    }
    if (late.some((name) => journaled.has(name))) tell();
  }

  /** An entry that was let go must not come back when the page is closed before IndexedDB has let go of it. */
  function journalGone(name: string): void {
    journaled.delete(name);
    attempt(() => world.local().setItem(journalPrefix + name, gonePrefix + stamps.get(name)));
  }

  function leaveJournal(name: string): void {
    journaled.delete(name);
    attempt(() => world.local().removeItem(journalPrefix + name));
  }

  const refilling = new Map<string, Promise<void>>();
  /** Resolves when the piece that is being made is there; never rejects. */
  function refill(userId: string): Promise<void> {
    const mine = (pads.get(userId) ?? []).filter(({ used }) => used < padBytes / 2);
    const now = refilling.get(userId);
    if (mine.length >= 2 || now !== undefined) return now ?? Promise.resolve();
    const made = makePad(userId)
      .then((pad) => {
        refilling.delete(userId);
        pads.set(userId, [...(pads.get(userId) ?? []).filter(({ used }) => used < padBytes - 4_096), pad]);
        journalLate(userId);
        void refill(userId);
      })
      .catch(() => {
        refilling.delete(userId);
      });
    refilling.set(userId, made);
    return made;
  }

  async function makePad(userId: string): Promise<Pad> {
    const { journal: key } = await keysOf(userId);
    // Eight random bytes, and a count from 0: two pads never meet.
    const counter = new Uint8Array(blockBytes);
    crypto.getRandomValues(counter.subarray(0, 8));
    const subtle = world.subtle() as SubtleCrypto;
    const stream = await subtle.encrypt({ name: "AES-CTR", counter, length: 64 }, key, new Uint8Array(padBytes));
    return { counter, stream: new Uint8Array(stream), used: 0 };
  }

  function keysOf(userId: string): Promise<Keys> {
    const known = keys.get(userId);
    if (known !== undefined) return known;
    const made = makeKeys(userId);
    keys.set(userId, made);
    made.catch(() => keys.delete(userId));
    return made;
  }

  async function makeKeys(userId: string): Promise<Keys> {
    const subtle = world.subtle() as SubtleCrypto;
    const make = (name: string) =>
      subtle.generateKey({ name, length: 256 }, false, ["encrypt", "decrypt"]) as Promise<CryptoKey>;
    const id = toBase64(crypto.getRandomValues(new Uint8Array(12)));
    const mine: Keys = { userId, id, store: await make("AES-GCM"), journal: await make("AES-CTR") };
    // Two tabs of a new browser at once: the first key stays.
    return change(["keys"], async (store) => {
      const found = await asked<Keys | undefined>(store("keys").get(userId));
      if (found === undefined) store("keys").put(mine);
      return found ?? mine;
    });
  }

  /** One transaction; resolves when it is complete. `work` waits for nothing but requests of the transaction. */
  function change<T>(
    stores: readonly string[],
    work: (store: (name: string) => IDBObjectStore) => Promise<T>,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      const transaction = (database as IDBDatabase).transaction([...stores], "readwrite");
      let result: T;
      transaction.oncomplete = () => resolve(result);
      transaction.onabort = () => reject(transaction.error ?? new Error("The transaction was aborted"));
      work((name) => transaction.objectStore(name)).then(
        (made) => {
          result = made;
        },
        (error: unknown) => {
          attempt(() => transaction.abort());
          reject(error);
        },
      );
    });
  }

  /** Writes until nothing is left to write: one transaction at a time. */
  function write(): Promise<void> {
    writing ??= writeAll().finally(() => {
      writing = null;
    });
    return writing;
  }

  /** False when the keys of somebody are not those of this moment: another tab has signed out. Then nothing was written. */
  async function written(names: readonly string[]): Promise<boolean> {
    const subtle = world.subtle() as SubtleCrypto;
    const used = new Map<string, Keys>();
    const entries = await Promise.all(
      names.map(async (name): Promise<Kept | { readonly name: string; readonly body: null }> => {
        // Read together: while the key is waited for, something newer may be typed, and must not be taken for older than this.
        const [text, at] = [memory.get(name), stamps.get(name) ?? Date.now()];
        const userId = ownKey.exec(name)?.[1];
        if (text === undefined || userId === undefined) return { name, body: null };
        const own = await keysOf(userId);
        used.set(userId, own);
        return { name, userId, at, ...(await encryptedWith(subtle, own, text)) };
      }),
    );
    const stale = await change(["kept", "keys"], async (store) => {
      const gone: string[] = [];
      for (const [userId, { id }] of used)
        if ((await asked<Keys | undefined>(store("keys").get(userId)))?.id !== id) gone.push(userId);
      for (const entry of gone.length > 0 ? [] : entries) {
        if (entry.body === null) store("kept").delete(entry.name);
        else store("kept").put(entry);
      }
      return gone;
    });
    for (const userId of stale) {
      keys.delete(userId);
      pads.delete(userId);
    }
    return stale.length === 0;
  }

  async function writeAll(): Promise<void> {
    // What is typed in one breath is written once.
    await Promise.resolve();
    while (dirty.size > 0) {
      const batch = [...dirty];
      try {
        if (!(await written(batch.map(([name]) => name)))) continue;
      } catch (error) {
        const isQuota = error instanceof DOMException && /quota/i.test(error.name);
        trouble = isQuota ? "full" : "closed";
        tell();
        // Tried again with the next change, and by itself; meanwhile the journal has what it could take.
        setTimeout(() => void write(), againMs);
        return;
      }
      if (trouble !== null) {
        trouble = null;
        tell();
      }
      attempt(() => (memory.size > 0 ? world.local().setItem(heldKey, "1") : world.local().removeItem(heldKey)));
      const isLate = batch.some(([name]) => memory.has(name) && !journaled.has(name));
      for (const [name, change] of batch) {
        if (dirty.get(name) !== change) continue;
        dirty.delete(name);
        leaveJournal(name);
        const at = plain.get(name);
        if (at !== undefined) attempt(() => world.local().removeItem(at));
        plain.delete(name);
      }
      if (isLate) tell();
    }
  }

  /** Another tab has changed an entry; it also writes it. */
  function hear({ data }: MessageEvent<{ readonly name: string; readonly text: string | null }>): void {
    if (data.text === null) memory.delete(data.name);
    else memory.set(data.name, data.text);
    dirty.delete(data.name);
    stamps.delete(data.name);
    tell();
  }

  return {
    open,
    storage: () => (database === null ? world.local() : storage),
    isEncrypted: () => database !== null,
    async prepare(userId) {
      if (database === null) return;
      const ready = keysOf(userId).then(() => refill(userId));
      await inTime(ready, prepareWithinMs).catch(() => undefined);
    },
    async forget(userId) {
      if (database === null) return;
      await write();
      if ([...memory.keys()].some((name) => ownKey.exec(name)?.[1] === userId)) return;
      keys.delete(userId);
      pads.delete(userId);
      await change(["keys"], async (store) => void store("keys").delete(userId)).catch(() => undefined);
    },
    async seal(userId, text) {
      const [opened, subtle] = [database, attempt(world.subtle)];
      if (opened === null || !subtle) return null;
      // The stored key and never a new one: whoever signed out, also in another tab, must not get one again by a copy that was late.
      const stored = asked<Keys | undefined>(opened.transaction("keys", "readonly").objectStore("keys").get(userId));
      const own = await stored.catch(() => undefined);
      return own === undefined ? null : encryptedWith(subtle, own, text);
    },
    async unseal(userId, sealed) {
      const [own, subtle] = [await keys.get(userId)?.catch(() => undefined), attempt(world.subtle)];
      return own === undefined || !subtle ? null : decryptedWith(subtle, own, sealed);
    },
    settled: async () => {
      if (database !== null) await write();
    },
    trouble: () => trouble,
    outlivesPage: (name) => database === null || !dirty.has(name) || journaled.has(name),
    hasUnwritten: (start) =>
      trouble !== null &&
      [...dirty.keys()].some((name) => name.startsWith(start) && memory.has(name) && !journaled.has(name)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function openDatabase(factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(databaseName, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("kept", { keyPath: "name" });
    request.result.createObjectStore("keys", { keyPath: "userId" });
  };
  return asked(request);
}

function all<T>(database: IDBDatabase, store: string): Promise<readonly T[]> {
  return asked(database.transaction(store, "readonly").objectStore(store).getAll()) as Promise<readonly T[]>;
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB refused"));
  });
}

/** Some browsers never answer when their storage is broken. */
function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("IndexedDB does not answer")), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** The counter block so many blocks further on; the last eight bytes count. */
function addBlocks(counter: Uint8Array<ArrayBuffer>, blocks: number): Uint8Array<ArrayBuffer> {
  const next = new Uint8Array(counter);
  const view = new DataView(next.buffer);
  view.setBigUint64(8, view.getBigUint64(8) + BigInt(blocks));
  return next;
}

function toBase64(bytes: Uint8Array): string {
  let text = "";
  // In pieces: a call has only so many arguments.
  for (let place = 0; place < bytes.length; place += 8_192)
    text += String.fromCharCode(...bytes.subarray(place, place + 8_192));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** The vault of this browser. */
export const vault = makeVault({
  local: () => localStorage,
  indexed: () => indexedDB,
  subtle: () => (crypto as Partial<Crypto>).subtle,
  channel: () => new BroadcastChannel("avances-vault"),
});
