import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { removeS3Folder, type S3Server, startS3Server } from "../testing/s3-server.ts";
import { type Bucket, bucketStore } from "./bucket-store.ts";
import { StoreAway } from "./file-store.ts";
import { folderStore } from "./folder-store.ts";

let server: S3Server;
let folder: string;
beforeAll(async () => {
  server = await startS3Server();
  folder = mkdtempSync(join(tmpdir(), "avances-waiting-"));
});
afterAll(async () => {
  await server?.close();
  removeS3Folder(server);
  rmSync(folder, { recursive: true });
});

const storeOf = (bucket: Bucket, keepMs = 12_000) =>
  bucketStore(bucket, folderStore(folder), { answerMs: 20_000, pausesMs: [1, 1], keepMs });
const keyOf = (n: number) => n.toString(16).padStart(32, "a");
const content = randomBytes(200_000);
async function* inPieces(bytes: Buffer, size = 7_001): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const waiting = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).length;

test("what was kept is there to the byte, alone under its key; what waits is on this machine and nowhere else", async () => {
  const store = storeOf(await server.bucket("first"));
  const listed = () => all(store.keys());
  const draft = await store.receive(inPieces(content), content.length);
  expect([draft.bytes, draft.sha256]).toEqual([200_000, createHash("sha256").update(content).digest("hex")]);
  expect((await draft.read()).equals(content)).toBe(true);
  expect([await store.open(keyOf(1)), await listed(), waiting()]).toEqual([null, [], 1]);
  await draft.keep(keyOf(1));
  await draft.discard();
  const opened = await store.open(keyOf(1));
  expect([opened?.bytes, opened && (await buffer(opened.content)).equals(content), waiting()]).toEqual([
    200_000,
    true,
    0,
  ]);
  await (await store.receive(inPieces(Buffer.alloc(0)), 0)).keep(keyOf(2));
  expect(await store.open(keyOf(2))).toMatchObject({ bytes: 0 });
  expect(await listed()).toEqual([keyOf(1), keyOf(2)]);
  await store.remove(keyOf(1));
  await store.remove(keyOf(1));
  expect([await store.open(keyOf(1)), await listed()]).toEqual([null, [keyOf(2)]]);
  await expect(store.open("../first")).rejects.toThrow("no key");
  await expect(store.receive(inPieces(content), 10)).rejects.toMatchObject({ name: "TooManyBytes" });
  expect(waiting()).toBe(0);
});

test("a key that is not its own, a bucket that is not there, and a server that is away are told in a sentence without the key; what waits is kept later", async () => {
  const bucket = await server.bucket("second");
  const store = storeOf(bucket);
  await expect(storeOf({ ...bucket, secret: "another" }).open(keyOf(1))).rejects.toThrow(
    `The bucket ${bucket.url} refuses what the portal asks (403 SignatureDoesNotMatch)`,
  );
  // A missing bucket is no missing file.
  await expect(storeOf({ ...bucket, url: `${bucket.url}-none` }).open(keyOf(1))).rejects.toThrow("404 NoSuchBucket");
  const draft = await store.receive(inPieces(content), content.length);
  await server.close();
  await expect(draft.keep(keyOf(1))).rejects.toMatchObject({
    ...{ name: "StoreAway", message: `The bucket ${bucket.url} does not answer` },
  });
  await expect(store.open(keyOf(1))).rejects.toBeInstanceOf(StoreAway);
  expect(waiting()).toBe(1);
  server = await startS3Server(server);
  await draft.keep(keyOf(1));
  expect((await store.open(keyOf(1)))?.bytes).toBe(content.length);
  expect(waiting()).toBe(0);
});

test("a long list is read to its end, an answer that failed is asked for again, and what is no file of the portal is left out", async () => {
  const asked: string[] = [];
  const slow = createServer((request, reply) => {
    asked.push(request.url ?? "");
    if (asked.length === 1) return void reply.writeHead(503).end();
    const isFirst = !request.url?.includes("continuation-token");
    const next = "<NextContinuationToken>a&amp;b=</NextContinuationToken>";
    reply.end(`<List><Key>${keyOf(isFirst ? 1 : 2)}</Key><Key>notes.txt</Key>${isFirst ? next : ""}</List>`);
  });
  await new Promise<void>((resolve) => void slow.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(slow.address() as AddressInfo).port}/any`;
  const store = storeOf({ url, region: "us-east-1", keyId: "a", secret: "b" });
  expect(await all(store.keys())).toEqual([keyOf(1), keyOf(2)]);
  expect(asked).toEqual(["/any?list-type=2", "/any?list-type=2", "/any?list-type=2&continuation-token=a%26b%3D"]);
  await new Promise((resolve) => slow.close(resolve));
});

test("a server that takes a file and does not say so is waited for no longer than the row may be locked; one that sends elsewhere is not followed", async () => {
  let asked = 0;
  const silent = createServer((request, reply) => {
    asked += 1;
    if (request.method === "GET") reply.writeHead(307, { location: "http://127.0.0.1:9/elsewhere" }).end();
  });
  await new Promise<void>((resolve) => void silent.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/any`;
  const store = storeOf({ url, region: "us-east-1", keyId: "a", secret: "b" }, 60);
  const draft = await store.receive(inPieces(content), content.length);
  const begun = performance.now();
  await expect(draft.keep(keyOf(1))).rejects.toMatchObject({ name: "StoreAway" });
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(asked).toBe(1);
  await expect(store.open(keyOf(1))).rejects.toMatchObject({ message: `The bucket ${url} does not answer` });
  await draft.discard();
  silent.closeAllConnections();
  await new Promise((resolve) => silent.close(resolve));
});

async function all<T>(some: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const each of some) found.push(each);
  return found;
}
