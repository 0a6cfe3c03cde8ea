import { parentPort } from "node:worker_threads";
import type { FromWriter, ToWriter } from "./write-paper.ts";

/** Writes files in a thread of its own: a long report takes longer than others may be kept waiting. Each writer is read when it is first asked for. */
const writers = {
  docx: async (paper: ToWriter["paper"]) => (await import("./to-docx.ts")).toDocx(paper),
  pdf: async (paper: ToWriter["paper"]) => (await import("./to-pdf.ts")).toPdf(paper),
  html: async (paper: ToWriter["paper"]) => Buffer.from((await import("./to-html.ts")).toHtml(paper)),
} as const;

parentPort?.on("message", ({ kind, paper }: ToWriter) => {
  writers[kind](paper).then(
    // A copy of its own, which can be handed over as it is.
    (file) => {
      const bytes = Uint8Array.from(file);
      parentPort?.postMessage({ bytes } satisfies FromWriter, [bytes.buffer]);
    },
    (error) => parentPort?.postMessage({ error } satisfies FromWriter),
  );
});
