import { setTimeout as wait } from "node:timers/promises";
import type { Child } from "./child.ts";

/** What a page of the server was drawn from: the edition in which each answer last changed, by its address below `/api/v1`. */
export type Reads = ReadonlyMap<string, string>;

const headers = { "accept-encoding": "br" };
const withinMs = 60_000;

/** The page as the server sends it now; null when it left the drawing to the browser. */
export async function readsOfPage(server: Child, path: string): Promise<Reads | null> {
  const response = await fetch(`${server.url}${path}`, { headers });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  const [, reads] = /data-reads="([^"]*)"/.exec(await response.text()) ?? [];
  if (reads === undefined) return null;
  return new Map(reads.split(" ").map((read) => read.split("=") as [string, string]));
}

/** Waits until the page is drawn, kept and compressed; returns its size as brotli, in bytes. */
export async function keptPage(server: Child, path: string): Promise<number> {
  for (const deadline = performance.now() + withinMs; performance.now() < deadline; await wait(100)) {
    if ((await readsOfPage(server, path)) === null) continue;
    const response = await fetch(`${server.url}${path}`, { headers });
    await response.arrayBuffer();
    if (response.headers.get("content-encoding") === "br") return Number(response.headers.get("content-length"));
  }
  throw new Error(`${path} was not drawn and compressed in time`);
}
