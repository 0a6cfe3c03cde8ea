import { longPaper, toDocx, toHtml, toPdf } from "@avances/api/testing/long-paper";
import { median, type Pace } from "./load.ts";
import type { Cluster } from "./region.ts";
import { kB, type Measured, seconds } from "./report.ts";

/** Milliseconds for a report of 60 points with eleven annex tables of 60 lines. It has no charts: files have none yet. */
const within = { docx: 5_000, pdf: 10_000 } as const;

/** How long the files of a long report take to write, without the database. */
export async function measureExports(_cluster: Cluster, pace: Pace): Promise<readonly Measured[]> {
  const paper = longPaper();
  const writers = { docx: () => toDocx(paper), pdf: () => toPdf(paper), html: async () => Buffer.from(toHtml(paper)) };
  const rows: Measured[] = [];
  for (const [kind, write] of Object.entries(writers)) {
    const took: number[] = [];
    let bytes = 0;
    for (let round = 0; round < pace.rounds; round += 1) {
      const start = performance.now();
      bytes = (await write()).length;
      took.push(performance.now() - start);
    }
    const middle = median(took);
    const target = kind === "docx" || kind === "pdf" ? within[kind] : null;
    rows.push({
      name: `A report of 60 points and 11 × 60 lines as ${kind} (${kB(bytes)})`,
      target: target === null ? "" : `≤ ${seconds(target)}`,
      measured: seconds(middle),
      reached: target === null ? null : middle <= target,
    });
  }
  return rows;
}
