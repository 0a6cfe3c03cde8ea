import { parentPort, workerData } from "node:worker_threads";
import type { DrawPage } from "@avances/contracts";
import type { FromDrawer, ToDrawer } from "./page-drawer.ts";

// The thread that draws pages: a large page takes longer than the other requests may wait. It has no connection to the database and asks the
// main thread for each answer by its address.

const { drawPage } = (await import(String(workerData))) as { readonly drawPage: DrawPage };
type Answered = Extract<ToDrawer, { kind: "answer" }>["answer"];

const asked = new Map<number, (answer: Answered) => void>();

function tell(message: FromDrawer): void {
  parentPort?.postMessage(message);
}

globalThis.fetch = async (address) => {
  const question = asked.size === 0 ? 1 : Math.max(...asked.keys()) + 1;
  const answer = await new Promise<Answered>((answered) => {
    asked.set(question, answered);
    tell({ kind: "asks", question, address: String(address) });
  });
  return new Response(answer, { status: answer === null ? 404 : 200 });
};

parentPort?.on("message", (message: ToDrawer) => {
  if (message.kind === "draw") void draw(message.address, message.facts);
  else {
    asked.get(message.question)?.(message.answer);
    asked.delete(message.question);
  }
});

async function draw(...page: Parameters<DrawPage>): Promise<void> {
  try {
    tell({ kind: "drawn", page: await drawPage(...page) });
  } catch (error) {
    tell({ kind: "failed", error });
  }
}
