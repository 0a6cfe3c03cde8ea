import { parentPort, workerData } from "node:worker_threads";
import type { DrawPage } from "@avances/contracts";
import type { FromDrawer, ToDrawer } from "./page-drawer.ts";

// The thread that draws pages: a large page takes longer than the other requests may wait. It has no connection to the database and asks the
// main thread for each answer by its address.

const { drawPage } = (await import(String(workerData))) as { readonly drawPage: DrawPage };
interface Question {
  readonly pieces: Uint8Array<ArrayBuffer>[];
  answered(isThere: boolean): void;
}

const asked = new Map<number, Question>();

function tell(message: FromDrawer): void {
  parentPort?.postMessage(message);
}

globalThis.fetch = async (address) => {
  const question = asked.size === 0 ? 1 : Math.max(...asked.keys()) + 1;
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const isThere = await new Promise<boolean>((answered) => {
    asked.set(question, { pieces, answered });
    tell({ kind: "asks", question, address: String(address) });
  });
  return isThere ? new Response(new Blob(pieces)) : new Response(null, { status: 404 });
};

parentPort?.on("message", (message: ToDrawer) => {
  if (message.kind === "draw") return void draw(message.address, message.facts);
  const question = asked.get(message.question);
  if (message.kind === "piece") return void question?.pieces.push(message.bytes);
  question?.answered(message.isThere);
  asked.delete(message.question);
});

async function draw(...page: Parameters<DrawPage>): Promise<void> {
  try {
    tell({ kind: "drawn", page: await drawPage(...page) });
  } catch (error) {
    tell({ kind: "failed", error });
  }
}
