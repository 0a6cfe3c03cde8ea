import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsClient } from "aws4fetch";
import type { Bucket } from "../src/bucket-store.ts";

/** What is used of it; it has no types of its own. */
type Server = new (options: {
  readonly port: number;
  readonly address: string;
  readonly silent: boolean;
  readonly directory: string;
}) => { run(): Promise<AddressInfo>; close(): Promise<void> };
const require = createRequire(import.meta.url);
const S3rver = require("@20minutes/s3rver") as Server;

export interface S3Server {
  readonly port: number;
  readonly folder: string;
  /** An empty bucket of this name. */
  bucket(name: string): Promise<Bucket>;
  /** What it holds stays in its folder. */
  close(): Promise<void>;
}

/** A server that speaks S3 on this machine and compares signatures. `port`, `folder`: of one that was there before. */
export async function startS3Server({
  port = 0,
  folder = mkdtempSync(join(tmpdir(), "avances-s3-")),
} = {}): Promise<S3Server> {
  const server = new S3rver({ port, address: "127.0.0.1", silent: true, directory: folder });
  const { port: taken } = await server.run();
  const keys = { region: "us-east-1", keyId: "S3RVER", secret: "S3RVER" };
  return {
    ...{ port: taken, folder },
    async bucket(name) {
      const url = `http://127.0.0.1:${taken}/${name}`;
      const { keyId: accessKeyId, secret: secretAccessKey, region } = keys;
      const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 0 });
      const made = await client.fetch(url, { method: "PUT" });
      if (!made.ok) throw new Error(`No bucket was made: ${made.status}`);
      return { url, ...keys };
    },
    close: () => server.close(),
  };
}

/** Takes away what a server has written. */
export const removeS3Folder = ({ folder }: Pick<S3Server, "folder">): void => rmSync(folder, { recursive: true });
