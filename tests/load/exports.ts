import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { longPaper, type PaperKind, writePaper } from "@avances/api/testing/long-paper";
import { median, type Pace } from "./load.ts";
import { kB, type Measured, ms, seconds } from "./report.ts";

/** Milliseconds for a report of 60 points with twelve charts and eleven annex tables of 60 lines. */
const within: Readonly<Record<PaperKind, number | null>> = { docx: 5_000, pdf: 10_000, html: null };
/** Others wait no longer than this. */
const mostStill = 50;
/** Of the file that is handed out by mail. */
const mostBytes = 3_000_000;

/** How long the files of a long report take to write, as the portal writes them: in a thread of its own, without the database. */
export async function measureExports(pace: Pace): Promise<readonly Measured[]> {
  const paper = longPaper();
  const rows: Measured[] = [];
  const resolution = 2;
  const delay = monitorEventLoopDelay({ resolution });
  let still = 0;
  for (const kind of ["docx", "pdf", "html"] as const) {
    const took: number[] = [];
    let bytes = 0;
    for (let round = 0; round < pace.rounds; round += 1) {
      // What was there before is not counted.
      await wait(100);
      delay.enable();
      delay.reset();
      const start = performance.now();
      bytes = (await writePaper(kind, paper)).length;
      took.push(performance.now() - start);
      delay.disable();
      still = Math.max(still, delay.max / 1e6 - resolution);
    }
    const middle = median(took);
    const target = within[kind];
    rows.push({
      name: `A report of 60 points, 12 charts and 11 × 60 lines as ${kind}; the first, which starts the thread, ${seconds(took[0] ?? 0)}`,
      target: target === null ? "" : `≤ ${seconds(target)}`,
      measured: seconds(middle),
      reached: target === null ? null : middle <= target,
    });
    rows.push({
      ...{ name: `The same: size as ${kind}`, target: `≤ ${kB(mostBytes)}`, measured: kB(bytes) },
      reached: bytes <= mostBytes,
    });
  }
  rows.push({
    ...{ name: "The same: the server stands still for others, at most", target: `≤ ${mostStill} ms` },
    ...{ measured: ms(still), reached: still <= mostStill },
  });
  return rows;
}
