import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { apiPrefix, type DrawnPage, type PageFacts } from "@avances/contracts";
import { inTurns, slicesOf } from "../in-turns.ts";

export type ToDrawer =
  | { readonly kind: "draw"; readonly address: string; readonly facts: PageFacts }
  /** The next bytes of an answer. */
  | { readonly kind: "piece"; readonly question: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "answer"; readonly question: number; readonly isThere: boolean };
export type FromDrawer =
  | { readonly kind: "asks"; readonly question: number; readonly address: string }
  | { readonly kind: "drawn"; readonly page: DrawnPage }
  | { readonly kind: "failed"; readonly error: unknown };

/** Gives the answer at an address below `/api/v1` as bytes; undefined when there is none. */
export type Answer = (path: string) => Promise<Buffer | undefined>;

export interface PageDrawer {
  /** Draws one page after the other. Rejects when the page failed, or took too long. */
  draw(address: string, facts: PageFacts, answer: Answer): Promise<DrawnPage>;
  /** How many pages are being drawn or wait. */
  waiting(): number;
  close(): Promise<void>;
}

/** A thread that has nothing to do ends and gives its memory back; most pages of an edition are asked for soon after it appeared. */
const restsMs = 20_000;
const longestMs = 30_000;
/** A page that needs more is left to the browser. The index of 195 countries and thirty rounds needs less than half of it. */
const mostMegabytes = 320;

/** Draws pages in a thread of its own, which begins with the first page. `module`: the built `draw-page.js` of the web application; throws when it is missing. */
export function pageDrawer(module: string): PageDrawer {
  if (!existsSync(module)) throw new Error(`${module} is missing: build the web application of this release`);
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let isClosed = false;
  let resting: NodeJS.Timeout | undefined;

  async function end(): Promise<void> {
    clearTimeout(resting);
    const ended = worker;
    worker = null;
    await ended?.terminate();
  }

  function start(): Worker {
    const started = new Worker(new URL("./page-worker.ts", import.meta.url), {
      workerData: module,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    started.unref();
    // Also while nothing is drawn: a thread that ended is not used again, and what went wrong in it harms no request. Who waits is told below.
    started.on("error", () => undefined);
    started.on("exit", () => {
      if (worker === started) worker = null;
    });
    return started;
  }

  async function drawNow(address: string, facts: PageFacts, answer: Answer): Promise<DrawnPage> {
    if (isClosed) throw new Error("The server is stopping");
    clearTimeout(resting);
    worker ??= start();
    const drawing = worker;
    const tell = (message: ToDrawer) => drawing.postMessage(message);
    const handOver = async (question: number, bytes: Buffer | undefined) => {
      // Copied, because the answer stays here too, and bytes, because a long text takes much longer to hand over.
      await inTurns(slicesOf(bytes ?? Buffer.of()), (slice) => {
        const copy = new Uint8Array(slice);
        drawing.postMessage({ kind: "piece", question, bytes: copy } satisfies ToDrawer, [copy.buffer]);
      });
      tell({ kind: "answer", question, isThere: bytes !== undefined });
    };
    const { promise, resolve, reject } = Promise.withResolvers<DrawnPage>();
    const tooLong = setTimeout(() => reject(new Error("The page takes too long")), longestMs);
    const onMessage = (message: FromDrawer) => {
      if (message.kind === "drawn") resolve(message.page);
      else if (message.kind === "failed") reject(message.error);
      else
        answer(message.address.slice(apiPrefix.length))
          .then((bytes) => handOver(message.question, bytes))
          .catch(reject);
    };
    const onExit = () => reject(new Error("The thread that draws pages ended"));
    drawing.on("message", onMessage).on("error", reject).on("exit", onExit);
    tell({ kind: "draw", address, facts });
    try {
      return await promise;
    } catch (error) {
      // Whatever it still does would be mixed up with the next page.
      await end();
      throw error;
    } finally {
      clearTimeout(tooLong);
      drawing.off("message", onMessage).off("error", reject).off("exit", onExit);
      resting = setTimeout(() => void end(), restsMs).unref();
    }
  }

  return {
    draw(...page) {
      waiting += 1;
      const drawn = last
        .catch(() => undefined)
        .then(() => drawNow(...page))
        .finally(() => {
          waiting -= 1;
        });
      last = drawn;
      return drawn;
    },
    waiting: () => waiting,
    async close() {
      isClosed = true;
      await end();
    },
  };
}
