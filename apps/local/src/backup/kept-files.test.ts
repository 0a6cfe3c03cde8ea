import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { bucketStore, folderStore } from "@avances/files";
import { removeS3Folder, type S3Server, startS3Server } from "@avances/files/testing/s3-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filesToKeep, filesToRestore } from "./kept-files.ts";

let server: S3Server;
let folder: string;
beforeAll(async () => {
  server = await startS3Server();
  folder = mkdtempSync(join(tmpdir(), "avances-kept-"));
});
afterAll(async () => {
  removeS3Folder(server);
  rmSync(folder, { recursive: true });
});

test("a backup takes the files of a bucket along, and a restore puts them into another, or into a folder, to the byte", async () => {
  const contents = ["one", "another"].map((text) => Buffer.from(text));
  const rows = contents.map((content, at) => ({
    ...{ id: `file ${at}`, key: String(at).repeat(32), bytes: content.length },
    sha256: createHash("sha256").update(content).digest("hex"),
  }));
  const place = { folder, bucket: await server.bucket("portal") };
  const store = bucketStore(place.bucket, folderStore(folder));
  for (const [at, { key }] of rows.entries()) {
    const draft = await store.receive(one(contents[at] as Buffer), 100);
    await draft.keep(key);
  }
  const kept = await all((await filesToKeep(place, rows, {})).contents());
  expect(kept.map(({ content }) => content)).toEqual(contents);

  for (const target of [{ folder, bucket: await server.bucket("restored") }, { folder: join(folder, "plain") }]) {
    const files = await filesToRestore(target, rows);
    for (const { key, content } of kept) await files.take(key, content);
    const there = target.bucket ? bucketStore(target.bucket, folderStore(folder)) : folderStore(target.folder);
    const read = rows.map(async ({ key }) => buffer((await there.open(key))?.content as never));
    expect(await Promise.all(read)).toEqual(contents);
    // Another portal's files are not added to.
    await expect(filesToRestore(target, rows.slice(1))).rejects.toThrow("holds files of another portal");
    await files.undo();
    expect(await all(there.keys())).toEqual([]);
  }

  const interrupted = await filesToRestore({ folder, bucket: await server.bucket("interrupted") }, rows);
  const [first, second] = kept as [(typeof kept)[0], (typeof kept)[0]];
  await interrupted.take(first.key, first.content);
  await store.remove(rows[0]?.key ?? "");
  await expect(filesToKeep(place, rows, {})).rejects.toThrow("1 is not in the bucket http");
  await server.close();
  const isAway = `does not answer: set FILES_BUCKET_URL to the bucket and the key of the portal, and try again when it answers.`;
  await expect(filesToKeep(place, rows, {})).rejects.toThrow(`The bucket ${place.bucket.url} ${isAway}`);
  // What was written stays there, so that nothing more is claimed; that it cannot be taken away again hides no reason.
  await expect(interrupted.take(second.key, second.content)).rejects.toThrow(isAway);
  await interrupted.undo();
}, 20_000);

test("whether the bucket is full or the disk is said", async () => {
  const full = createServer((request, reply) => {
    request.resume();
    if (request.method === "GET") return void reply.end("<List></List>");
    reply.writeHead(507).end();
  });
  await new Promise<void>((resolve) => void full.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(full.address() as AddressInfo).port}/full`;
  const bucket = { url, region: "us-east-1", keyId: "a", secret: "b" };
  const files = await filesToRestore({ folder, bucket }, []);
  await expect(files.take("0".repeat(32), Buffer.from("one"))).rejects.toThrow(
    `The bucket ${url} is full: free some space in it, or set FILES_BUCKET_URL`,
  );
  await new Promise((resolve) => full.close(resolve));
});

async function* one(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

async function all<T>(some: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const each of some) found.push(each);
  return found;
}
