import { cpus, loadavg, totalmem } from "node:os";

/** One measured number: its target and the result. */
export interface Measured {
  readonly name: string;
  readonly target: string;
  readonly measured: string;
  /** Null: shown for information, without a target. */
  readonly reached: boolean | null;
}

export interface Machine {
  readonly date: string;
  readonly cores: number;
  readonly processor: string;
  readonly memoryGb: number;
  readonly node: string;
  readonly postgres: string;
  /** Load average of the minute before the bench; far above zero = the machine was busy with something else. */
  readonly loadBefore: number;
}

export function describeMachine(loadBefore: number, postgres: string): Machine {
  return {
    date: new Date().toISOString().slice(0, 10),
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? "unknown",
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    postgres,
    loadBefore,
  };
}

/** Load average of the last minute; 0 on systems that have none. */
export function machineLoad(): number {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10;
}

/** The machine in a line; an empty `postgres` is left out. */
export function machineLine({ date, cores, processor, memoryGb, node, postgres, loadBefore }: Machine): string {
  const database = postgres && `, PostgreSQL ${postgres}`;
  return `${date}, ${cores} × ${processor}, ${memoryGb} GB, Node ${node}${database}, load before the run ${loadBefore}`;
}

/** The table, in Markdown, ready for `docs/performance.md`. */
export function toMarkdown(machine: Machine, rows: readonly Measured[]): string {
  return [
    machineLine(machine),
    "",
    "| What | Target | Measured | |",
    "|---|---|---|---|",
    ...rows.map(({ name, target, measured, reached }) => `| ${name} | ${target} | ${measured} | ${mark(reached)} |`),
  ].join("\n");
}

function mark(reached: boolean | null): string {
  if (reached === null) return "";
  return reached ? "✓" : "✗";
}

export const percent = (share: number) => `${Math.round(share * 100)} %`;
export const times = (factor: number) => `${factor.toFixed(1)} ×`;
export const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
export const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`;
export const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
export const perSecond = (rate: number) => `${Math.round(rate).toLocaleString("en")}/s`;
