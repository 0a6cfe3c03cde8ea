import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { FileStore } from "./file-store.ts";
import { folderStore } from "./folder-store.ts";

let folder: string;
let store: FileStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "avances-files-"));
  store = folderStore(join(folder, "files"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const key = "ab0123456789abcdef0123456789abcd";
const content = randomBytes(200_000);

async function* inPieces(bytes: Buffer, size = 7_001): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const everything = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());

async function listed(): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const each of store.keys()) found.push(each);
  return found;
}

async function read(of: string) {
  const found = await store.open(of);
  return found && { bytes: found.bytes, content: await buffer(found.content) };
}

test("what was kept is there to the byte, for this account alone; a draft is not", async () => {
  const draft = await store.receive(inPieces(content), content.length);
  expect([draft.bytes, draft.sha256]).toEqual([200_000, createHash("sha256").update(content).digest("hex")]);
  expect((await draft.read()).equals(content)).toBe(true);
  expect(await read(key)).toBe(null);
  await draft.keep(key);
  await draft.discard();
  expect(await read(key)).toEqual({ bytes: 200_000, content });
  const [file] = everything();
  expect(everything()).toHaveLength(1);
  expect(join(file?.parentPath ?? "", file?.name ?? "")).toBe(join(folder, "files", "ab", key));
  expect(statSync(join(folder, "files", "ab", key)).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, "files")).mode & 0o777).toBe(0o700);
  expect(await listed()).toEqual([key]);
  await store.remove(key);
  await store.remove(key);
  expect([await read(key), everything()]).toEqual([null, []]);
});

test("what is kept again under a key replaces what was there", async () => {
  for (const bytes of [Buffer.from("one"), Buffer.from("another")]) {
    const draft = await store.receive(inPieces(bytes), 100);
    await draft.keep(key);
  }
  expect((await read(key))?.content.toString()).toBe("another");
});

test("more than was to come, and a sender who breaks off, leave nothing", async () => {
  await expect(store.receive(inPieces(content), content.length - 1)).rejects.toMatchObject({ name: "TooManyBytes" });
  const breaking = (async function* () {
    yield content;
    throw new Error("aborted");
  })();
  await expect(store.receive(breaking, content.length * 2)).rejects.toThrow("aborted");
  const discarded = await store.receive(inPieces(content), content.length);
  await discarded.discard();
  expect(everything()).toEqual([]);
});

test("no bytes at all are a file of 0 bytes", async () => {
  const draft = await store.receive(inPieces(Buffer.alloc(0)), 10);
  expect(draft.bytes).toBe(0);
  await draft.keep(key);
  expect(await read(key)).toEqual({ bytes: 0, content: Buffer.alloc(0) });
});

test.each(["", "..", "../../etc/passwd", "AB0123456789abcdef0123456789abcd", `${key}\u0000`, `${key}/a`])(
  "%j is no key",
  async (wrong) => {
    const draft = await store.receive(inPieces(content), content.length);
    await expect(draft.keep(wrong)).rejects.toThrow("no key");
    await draft.discard();
    await expect(store.open(wrong)).rejects.toThrow("no key");
    await expect(store.remove(wrong)).rejects.toThrow("no key");
    expect(everything()).toEqual([]);
  },
);

test("only what is a file of the store is listed", async () => {
  expect(await listed()).toEqual([]);
  const draft = await store.receive(inPieces(content), content.length);
  await (await store.receive(inPieces(content), content.length)).keep(key);
  for (const path of ["lost+found/a", "ab/notes.txt", `cd/${key}`, "README"]) {
    const whole = join(folder, "files", path);
    mkdirSync(join(whole, ".."), { recursive: true });
    writeFileSync(whole, "a");
  }
  expect(await listed()).toEqual([key]);
  await draft.discard();
});

test("drafts of a process that ended are removed once they are old", async () => {
  const [old] = [
    await store.receive(inPieces(content), content.length),
    await store.receive(inPieces(content), content.length),
  ];
  const [draft] = readdirSync(join(folder, "files", "incoming"));
  utimesSync(join(folder, "files", "incoming", draft ?? ""), 1_000, 1_000);
  expect(await store.removeDrafts(new Date(2_000_000))).toBe(1);
  expect(everything()).toHaveLength(1);
  expect(await folderStore(join(folder, "none")).removeDrafts(new Date())).toBe(0);
  expect(old.bytes).toBe(content.length);
});

test("a disk that is full, and a folder that is none, are told apart", async () => {
  const full = (async function* () {
    yield content;
    throw Object.assign(new Error("write"), { code: "ENOSPC" });
  })();
  await expect(store.receive(full, content.length)).rejects.toMatchObject({ name: "StoreFull" });
  expect(everything()).toEqual([]);
  writeFileSync(join(folder, "file"), "a");
  const none = folderStore(join(folder, "file"));
  await expect(none.receive(inPieces(content), content.length)).rejects.toMatchObject({ code: "ENOTDIR" });
});
