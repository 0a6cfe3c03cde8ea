import { Worker } from "node:worker_threads";
import type { Paper } from "./blocks.ts";

export type PaperKind = "docx" | "pdf" | "html";
export interface ToWriter {
  readonly kind: PaperKind;
  readonly paper: Paper;
}
export type FromWriter = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly error: unknown };

/** A thread that has nothing to do ends and gives its memory back. */
const restsMs = 20_000;
/** Far longer than the longest report takes. */
const longestMs = 60_000;
/** A report of 60 points, twelve charts and eleven tables needs a quarter of it. */
const mostMegabytes = 512;

let worker: Worker | null = null;
let resting: NodeJS.Timeout | undefined;
let last: Promise<unknown> = Promise.resolve();

/** The paper as a file. One is written after the other, in a thread of its own that begins with the first: nobody else waits for it. */
export function writePaper(kind: PaperKind, paper: Paper): Promise<Buffer> {
  const written = last.catch(() => undefined).then(() => writeNow({ kind, paper }));
  last = written;
  return written;
}

async function writeNow(order: ToWriter): Promise<Buffer> {
  clearTimeout(resting);
  worker ??= start();
  const writing = worker;
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const tooLong = setTimeout(() => reject(new Error("The file takes too long")), longestMs);
  const onMessage = (message: FromWriter) =>
    "bytes" in message ? resolve(Buffer.from(message.bytes.buffer)) : reject(message.error);
  const onExit = () => reject(new Error("The thread that writes files ended"));
  writing.on("message", onMessage).on("error", reject).on("exit", onExit);
  writing.postMessage(order);
  try {
    return await promise;
  } catch (error) {
    // Whatever it still does would be mixed up with the next file.
    await end();
    throw error;
  } finally {
    clearTimeout(tooLong);
    writing.off("message", onMessage).off("error", reject).off("exit", onExit);
    resting = setTimeout(() => void end(), restsMs).unref();
  }
}

async function end(): Promise<void> {
  const ended = worker;
  worker = null;
  await ended?.terminate();
}

function start(): Worker {
  // The program that is put together has it beside itself (`apps/local/bin/program.mjs`).
  const started = new Worker(new URL("./paper-worker.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
  started.unref();
  // Also while nothing is written: a thread that ended is not used again, and what went wrong in it harms no request. Who waits is told above.
  started.on("error", () => undefined);
  started.on("exit", () => {
    if (worker === started) worker = null;
  });
  return started;
}
