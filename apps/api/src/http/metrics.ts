import { createServer } from "node:http";
import { listHeartbeats, readHeartbeats } from "@avances/db/queries/heartbeat-queries";
import { mailHealth } from "@avances/db/queries/mail-queries";
import { schedulerPulse } from "@avances/domain/round";
import type { Deps, Log } from "../deps.ts";

/** How many requests of each kind were answered, and how long they took. */
export interface RequestCounts {
  /** By method, route template and status. */
  readonly answered: Map<string, { readonly labels: Labels; count: number }>;
  /** By route template. */
  readonly took: Map<string, { readonly labels: Labels; readonly below: number[]; count: number; seconds: number }>;
}

type Labels = Readonly<Record<string, string>>;

/** Seconds. */
const bounds = [0.01, 0.05, 0.15, 0.5, 1, 2.5, 10] as const;

export function newRequestCounts(): RequestCounts {
  return { answered: new Map(), took: new Map() };
}

/**
 * The same log, which also counts the requests that it is told of: what is measured is no more than what the log may hold, and both ways to an answer
 * tell it.
 */
export function countingLog(log: Log, counts: RequestCounts): Log {
  return {
    error: (fields, message) => log.error(fields, message),
    info: (fields, message) => {
      if (message === "request") count(counts, fields);
      log.info(fields, message);
    },
  };
}

function count({ answered, took }: RequestCounts, fields: Parameters<Log["info"]>[0]): void {
  const { method, status, ms } = fields;
  // Addresses without a route are one: whoever tries addresses makes no new series.
  const route = String(fields.route ?? "none");
  const labels = { method: String(method), route, status: String(status) };
  const key = `${method} ${route} ${status}`;
  const one = answered.get(key) ?? { labels, count: 0 };
  one.count += 1;
  answered.set(key, one);
  const seconds = Number(ms) / 1000;
  const time = took.get(route) ?? { labels: { route }, below: bounds.map(() => 0), count: 0, seconds: 0 };
  time.count += 1;
  time.seconds += seconds;
  for (const [index, bound] of bounds.entries()) if (seconds <= bound) time.below[index] = (time.below[index] ?? 0) + 1;
  took.set(route, time);
}

interface Sample {
  readonly labels?: Labels;
  readonly value: number;
  /** What comes after the name of the metric: of a histogram its parts. */
  readonly suffix?: string;
}

/** One metric in the text format of Prometheus, version 0.0.4. */
function metric(
  name: string,
  type: "counter" | "gauge" | "histogram",
  help: string,
  samples: readonly Sample[],
): string {
  const lines = samples.map(({ labels = {}, value, suffix = "" }) => {
    const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
    return `${name}${suffix}${pairs.length === 0 ? "" : `{${pairs.join(",")}}`} ${value}`;
  });
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines, ""].join("\n");
}

const escaped = (text: string) => text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");

type Need = Pick<Deps, "db" | "clock">;

/** Everything that is measured, as one text. What the database knows is left out while it cannot be reached, and that it cannot is said. */
export async function metricsText({ db, clock }: Need, counts: RequestCounts): Promise<string> {
  const now = clock.now();
  const known = await db
    .asWorker(async (tx) => ({
      processes: await listHeartbeats(tx),
      pulse: schedulerPulse(await readHeartbeats(tx), now),
      mail: await mailHealth(tx),
    }))
    .catch(() => null);
  const { answered, took } = counts;
  return [
    metric("avances_database_up", "gauge", "Whether the database answered this request.", [
      { value: known === null ? 0 : 1 },
    ]),
    ...(known === null
      ? []
      : [
          metric(
            "avances_scheduler_last_run_timestamp_seconds",
            "gauge",
            "When a part of a scheduler last got through its work, by its clock; those of the last day.",
            known.processes.map(({ part, instance: scheduler, at }) => ({
              labels: { part, scheduler },
              value: at.getTime() / 1000,
            })),
          ),
          metric(
            "avances_scheduler_working",
            "gauge",
            "1 = planner and sender got through their work within the last minutes; 0 = the Secretariat reads a warning.",
            [{ value: known.pulse.state === "working" ? 1 : 0 }],
          ),
          metric("avances_mail_dead", "gauge", "Messages that were given up.", [{ value: known.mail.dead }]),
          metric("avances_mail_oldest_unsent_seconds", "gauge", "How long the oldest unsent message waits; 0 = none.", [
            {
              value:
                known.mail.oldestUnsentAt === null
                  ? 0
                  : Math.max(0, (now.getTime() - known.mail.oldestUnsentAt.getTime()) / 1000),
            },
          ]),
        ]),
    metric(
      "avances_http_requests_total",
      "counter",
      "Requests that this instance answered since its start.",
      [...answered.values()].map(({ labels, count: value }) => ({ labels, value })),
    ),
    metric(
      "avances_http_request_duration_seconds",
      "histogram",
      "How long they took, until the answer was handed over whole.",
      [...took.values()].flatMap(({ labels, below, count: all, seconds }) => [
        ...bounds.map((bound, index) => ({
          suffix: "_bucket",
          labels: { ...labels, le: String(bound) },
          value: below[index] ?? 0,
        })),
        { suffix: "_bucket", labels: { ...labels, le: "+Inf" }, value: all },
        { suffix: "_sum", labels, value: Number(seconds.toFixed(3)) },
        { suffix: "_count", labels, value: all },
      ]),
    ),
    metric(
      "avances_database_connections",
      "gauge",
      "Connections of this instance to the database, by role.",
      db.pools().flatMap(({ role, total, idle }) => [
        { labels: { role, state: "busy" }, value: total - idle },
        { labels: { role, state: "idle" }, value: idle },
      ]),
    ),
    metric(
      "avances_database_waiting",
      "gauge",
      "Work that waits for a connection, by role.",
      db.pools().map(({ role, waiting }) => ({ labels: { role }, value: waiting })),
    ),
    metric("process_resident_memory_bytes", "gauge", "Memory of this process.", [{ value: process.memoryUsage.rss() }]),
    metric("process_start_time_seconds", "gauge", "When this process started.", [
      { value: Math.round(Date.now() / 1000 - process.uptime()) },
    ]),
  ].join("\n");
}

/**
 * Answers `/metrics` on a port of its own, which is not the one that people reach: nothing on it needs a secret, and no proxy leads there by mistake.
 * Returns the function that stops it. Rejects where it cannot listen.
 */
export async function serveMetrics(
  deps: Need,
  counts: RequestCounts,
  at: { readonly host: string; readonly port: number },
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const isKnown =
      request.url?.split("?")[0] === "/metrics" && (request.method === "GET" || request.method === "HEAD");
    if (!isKnown) return void response.writeHead(404, { "content-length": 0 }).end();
    metricsText(deps, counts).then(
      (text) =>
        response
          .writeHead(200, { "content-type": "text/plain; version=0.0.4; charset=utf-8", "cache-control": "no-store" })
          .end(request.method === "HEAD" ? undefined : text),
      () => response.writeHead(500, { "content-length": 0 }).end(),
    );
  });
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(at.port, at.host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : at.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
