import { expect, test, vi } from "vitest";
import { fakeIndexedDb } from "#testing/indexed-db.ts";
import { memoryStorage } from "#testing/storage.ts";
import { makeShelf } from "./shelf.ts";
import { makeVault, type Vault } from "./vault.ts";

/** One device: its files, over which each page has a vault of its own. */
function device(local = memoryStorage()) {
  const indexed = fakeIndexedDb();
  const page = async (user = "ana"): Promise<Vault> => {
    const vault = makeVault({
      local: () => local,
      indexed: () => indexed.factory,
      subtle: () => globalThis.crypto.subtle,
      channel: () => undefined,
    });
    await vault.open();
    await vault.prepare(user);
    // The pieces of key stream are made in the meantime.
    await new Promise((resolve) => setTimeout(resolve, 30));
    return vault;
  };
  /** The names in `localStorage`, without the one that says that there is something in IndexedDB. */
  const left = () =>
    Array.from({ length: local.length }, (_, place) => local.key(place)).filter(
      (key) => key !== "avances.device-holds",
    );
  return { local, indexed, page, left };
}
const name = "avances.kept.ana.answer.s1.TIP-PRO-01";

test("what is kept is there in the next page, and nowhere on the device as it was typed", async () => {
  const { indexed, page, left } = device();
  const vault = await page();
  vault.storage().setItem(name, "ochocientas víctimas");
  expect(vault.storage().getItem(name)).toBe("ochocientas víctimas");
  await vault.settled();
  expect((await page()).storage().getItem(name)).toBe("ochocientas víctimas");
  const kept = [...(indexed.stores.get("kept")?.values() ?? [])].map(({ body }) =>
    Buffer.from(body as ArrayBuffer).toString("latin1"),
  );
  expect(kept.join()).not.toContain("ochocientas");
  expect(left()).toEqual([]);
  const keys = [...(indexed.stores.get("keys")?.values() ?? [])] as unknown as {
    store: CryptoKey;
    journal: CryptoKey;
  }[];
  expect(keys.map(({ store, journal }) => [store.extractable, journal.extractable])).toEqual([[false, false]]);
});

test("what was let go does not come back when the page is closed before the device has let go of it", async () => {
  const { local, indexed, page } = device();
  const vault = await page();
  vault.storage().setItem(name, "saved meanwhile");
  await vault.settled();
  indexed.fault = new DOMException("", "AbortError");
  vault.storage().removeItem(name);
  await vault.settled();
  indexed.fault = null;
  const next = await page();
  expect(next.storage().getItem(name)).toBeNull();
  await next.settled();
  expect([indexed.stores.get("kept")?.size, local.length]).toEqual([0, 0]);
  // What is kept again under the same name counts.
  next.storage().setItem(name, "typed again");
  next.storage().removeItem(name);
  next.storage().setItem(name, "typed once more");
  expect((await page()).storage().getItem(name)).toBe("typed once more");
});

test("what is typed within the moment in which an earlier form is written is the later one, and so is what is let go then", async () => {
  const { indexed, page } = device();
  const [vault, other] = [await page(), "avances.kept.ana.answer.s1.TIP-PRO-02"];
  const clock = vi.spyOn(Date, "now").mockReturnValue(1_800_000_000_000);
  try {
    vault.storage().setItem(name, "1");
    vault.storage().setItem(other, "saved meanwhile");
    // The first forms are read and being encrypted; the page is gone when they are written.
    await Promise.resolve();
    await Promise.resolve();
    vault.storage().setItem(name, "11");
    vault.storage().removeItem(other);
    const written = () => [name, other].every((key) => indexed.stores.get("kept")?.has(key));
    while (!written()) await new Promise((resolve) => setImmediate(resolve));
    indexed.fault = new DOMException("", "AbortError");
    await vault.settled();
    indexed.fault = null;
  } finally {
    clock.mockRestore();
  }
  const next = await page();
  expect([next.storage().getItem(name), next.storage().getItem(other)]).toEqual(["11", null]);
});

test("the first key press, before any key stream was made, is said to be kept only when it is", async () => {
  const { local, indexed } = device();
  const vault = makeVault({
    local: () => local,
    indexed: () => indexed.factory,
    subtle: () => globalThis.crypto.subtle,
    channel: () => undefined,
  });
  await vault.open();
  const shelf = makeShelf(vault.storage, vault);
  const place = { userId: "ana", kind: "answer", name: "s1.TIP-PRO-01" } as const;
  const told = new Promise<void>((resolve) => vault.subscribe(resolve));
  shelf.keep(place, { total: "7" });
  expect(shelf.keptIn(place)).toBe("soon");
  await told;
  expect(shelf.keptIn(place)).toBe("device");
  expect(JSON.stringify([...(indexed.stores.get("kept")?.keys() ?? []), local.length])).not.toBe("[0]");
  await vault.settled();
  // From now on each key press is in the journal at once; where neither takes it, it is in this page alone.
  shelf.keep(place, { total: "71" });
  expect(shelf.keptIn(place)).toBe("device");
  indexed.fault = new DOMException("", "QuotaExceededError");
  local.setItem = () => {
    throw new DOMException("", "QuotaExceededError");
  };
  shelf.keep(place, { total: "712" });
  await vault.settled();
  expect(shelf.keptIn(place)).toBe("page");
});

test("who looks at what is kept a second time while it is being read does not bring back what stood there before", async () => {
  const { indexed, page } = device();
  const first = await page();
  first.storage().setItem(name, "before");
  await first.settled();
  const vault = makeVault({
    local: memoryStorage,
    indexed: () => indexed.factory,
    subtle: () => globalThis.crypto.subtle,
    channel: () => undefined,
  });
  const [one, other] = [vault.open(), vault.open()];
  await one;
  vault.storage().setItem(name, "typed since");
  await other;
  expect(vault.storage().getItem(name)).toBe("typed since");
});

test("a device that holds something is waited for, however slow: its form is not shown without what was typed into it", async () => {
  const { local, indexed, page } = device();
  const vault = await page();
  vault.storage().setItem(name, "11");
  await vault.settled();
  vi.useFakeTimers();
  try {
    const slow = { open: () => later(() => indexed.factory.open("avances", 1)) } as unknown as IDBFactory;
    const next = makeVault({
      local: () => local,
      indexed: () => slow,
      subtle: () => globalThis.crypto.subtle,
      channel: () => undefined,
    });
    const opened = next.open();
    await vi.advanceTimersByTimeAsync(20_000);
    vi.useRealTimers();
    await opened;
    expect([next.isEncrypted(), next.storage().getItem(name)]).toEqual([true, "11"]);
  } finally {
    vi.useRealTimers();
  }
});

/** A request that is answered after fifteen seconds. */
function later(request: () => IDBOpenDBRequest): Partial<IDBOpenDBRequest> {
  const made: { onsuccess?: (() => void) | null; result?: unknown } = {};
  setTimeout(() => {
    const real = request();
    real.onsuccess = () => {
      made.result = real.result;
      made.onsuccess?.();
    };
  }, 15_000);
  return made as Partial<IDBOpenDBRequest>;
}

test("the journal is taken over where it is newer, and a piece that was cut off is left out", async () => {
  const { local, indexed, page, left } = device();
  const vault = await page();
  vault.storage().setItem(name, "before");
  await vault.settled();
  indexed.fault = new DOMException("", "AbortError");
  vault.storage().setItem(name, "typed last");
  const key = left()[0] ?? "";
  const entry = local.getItem(key) ?? "";
  expect(key).toBe(`avances.journal.${name}`);
  expect(entry).not.toMatch(/typed|last/);
  await vault.settled();
  indexed.fault = null;
  const next = await page();
  expect(next.storage().getItem(name)).toBe("typed last");
  await next.settled();
  expect(left()).toEqual([]);
  local.setItem(key, `${entry.slice(0, -9)}%%`);
  expect((await page()).storage().getItem(name)).toBe("typed last");
});

test("with the last entry of a person the key goes, and what another tab writes afterwards has a key of its own", async () => {
  const { indexed, page } = device();
  const [vault, other] = [await page(), await page()];
  vault.storage().setItem(name, "x");
  await vault.forget("ana");
  expect(indexed.stores.get("keys")?.size).toBe(1);
  vault.storage().removeItem(name);
  await vault.forget("ana");
  expect([indexed.stores.get("keys")?.size, indexed.stores.get("kept")?.size]).toEqual([0, 0]);
  other.storage().setItem(name, "written with the session ended");
  await other.settled();
  expect((await page()).storage().getItem(name)).toBe("written with the session ended");
});

test("plain text of earlier releases is taken over and removed; the shelf finds it as it was", async () => {
  const text = JSON.stringify({ shape: 1, release: "0.1.0", data: { body: "A note" } });
  const { left, page } = device(memoryStorage({ "avances.kept.ana.text.note.s1.report": text, "avances.theme": "x" }));
  const vault = await page();
  await vault.settled();
  expect(left()).toEqual(["avances.theme"]);
  const shelf = makeShelf((await page()).storage);
  expect(shelf.stateOf("ana").places).toEqual([{ userId: "ana", kind: "text", name: "note.s1.report" }]);
  expect(shelf.stateOf("esteban").places).toEqual([]);
});

test("a full disk is said once neither IndexedDB nor the journal took it, and no more when writing works again", async () => {
  const { indexed, page } = device(memoryStorage({}, { room: 0 }));
  const vault = await page();
  const shelf = makeShelf(vault.storage, vault);
  indexed.fault = new DOMException("", "QuotaExceededError");
  shelf.keep({ userId: "ana", kind: "answer", name: "s1.TIP-PRO-01" }, { total: "7" });
  await vault.settled();
  shelf.lookAgain();
  expect(shelf.stateOf("ana")).toMatchObject({ trouble: "full", isHeld: true });
  indexed.fault = null;
  shelf.keep({ userId: "ana", kind: "answer", name: "s1.TIP-PRO-01" }, { total: "8" });
  await vault.settled();
  shelf.lookAgain();
  expect(shelf.stateOf("ana")).toMatchObject({ trouble: null, isHeld: false });
});

test("what is sealed is read with the same person's key alone, and never again after that was destroyed, in any tab", async () => {
  const { page } = device();
  const [vault, otherTab] = [await page(), await page()];
  const sealed = await vault.seal("ana", "ochocientas víctimas");
  if (sealed === null) throw new Error("Not sealed");
  expect(Buffer.from(sealed.body).toString("latin1")).not.toContain("ochocientas");
  expect(await (await page()).unseal("ana", sealed)).toBe("ochocientas víctimas");
  await vault.prepare("eva");
  expect(await vault.unseal("eva", sealed)).toBeNull();
  // Nobody's key is made for a copy.
  expect(await vault.seal("nobody", "text")).toBeNull();

  await vault.forget("ana");
  expect(await vault.unseal("ana", sealed)).toBeNull();
  expect(await otherTab.seal("ana", "late")).toBeNull();
  expect(await (await page("eva")).unseal("ana", sealed)).toBeNull();
});

test("without Web Crypto everything stays in localStorage, as before", async () => {
  const local = memoryStorage();
  const vault = makeVault({
    local: () => local,
    indexed: () => fakeIndexedDb().factory,
    subtle: () => undefined,
    channel: () => undefined,
  });
  await vault.open();
  expect([vault.isEncrypted(), vault.storage()]).toEqual([false, local]);
  await vault.forget("ana");
});
