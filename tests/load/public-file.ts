import { indicatorRead } from "@avances/api/testing/published/wide-edition";
import { query } from "@avances/testing/query";
import { type Child, freePort, startChild } from "./child.ts";
import { compare, type Pace, type Rate } from "./load.ts";
import type { Cluster } from "./region.ts";
import { kB, type Measured, percent, perSecond, times } from "./report.ts";

const connections = 64;
/** With a large reply fewer connections fill the line. */
const connectionsOfLarge = 8;
const path = `/api/v1/public/indicators/${indicatorRead}`;
const headers = { "accept-encoding": "br" };

/** The public file, compared with servers that do less, or do the same in the simplest way. */
export async function measurePublicFile(cluster: Cluster, pace: Pace): Promise<readonly Measured[]> {
  const api = await cluster.startApi("region");
  const wide = await cluster.startApi("wide");
  const hello = await startBare("hello");
  const rows = await startRows(cluster, api);
  const size = await sizeOf(api);
  const wideSize = await sizeOf(wide);
  const bytes = await startBare("bytes", { BARE_BYTES: String(wideSize) });
  try {
    const small = await compare(
      { hello: { server: hello }, portal: { server: api, path, headers }, rows: { server: rows } },
      connections,
      pace,
    );
    const large = await compare(
      { portal: { server: wide, path, headers }, bytes: { server: bytes, headers } },
      connectionsOfLarge,
      pace,
    );
    const [ofHello, ofRows] = [small.hello, small.rows].map(
      (other) => small.portal.requestsPerSecond / other.requestsPerSecond,
    ) as [number, number];
    // The cost of every reply (headers, log) is measured above; this is what its size adds.
    const added = difference(large.portal, small.portal);
    const addedToBare = difference(large.bytes, small.hello);
    const growth = added === null || addedToBare === null ? null : added / addedToBare;
    const detail = (other: string, rate: number) =>
      `${perSecond(small.portal.requestsPerSecond)}, ${other} ${perSecond(rate)}`;
    return [
      {
        name: `Public indicator, ${kB(size)} as brotli, ${connections} connections, against a constant as JSON`,
        target: "≥ 50 %",
        measured: `${percent(ofHello)} (${detail("constant", small.hello.requestsPerSecond)})`,
        reached: ofHello >= 0.5,
      },
      {
        name: "The same, processor time of the server for one request",
        target: "",
        measured: `${micros(small.portal.processorMicros)}, constant ${micros(small.hello.processorMicros)}`,
        reached: null,
      },
      {
        name: "The same, against reading the 55 rows for each request",
        target: "≥ 8 ×",
        measured: `${times(ofRows)} (${detail("rows", small.rows.requestsPerSecond)})`,
        reached: ofRows >= 8,
      },
      {
        name: `195 countries × 30 rounds, ${kB(wideSize)} as brotli: processor time that the size adds to a request, against what it adds to a bare server`,
        target: "≤ 1.25 ×",
        measured: `${growth === null ? "unknown" : times(growth)} (${micros(added)}, bare ${micros(addedToBare)}; ${perSecond(large.portal.requestsPerSecond)})`,
        reached: growth === null ? null : growth <= 1.25,
      },
    ];
  } finally {
    await Promise.all([api, wide, hello, rows, bytes].map((each) => each.stop()));
  }
}

/** One of the bare servers of `bare-server.ts`. */
export async function startBare(kind: string, env: Readonly<Record<string, string>> = {}): Promise<Child> {
  const port = await freePort();
  const args = ["tests/load/bare-server.ts", kind, String(port)];
  return startChild({ args, env, port, readyPath: "/ready", withinMs: 30_000 });
}

/** The bare server that reads 55 rows for each request: the very rows that the portal publishes. */
export async function startRows(cluster: Cluster, api: Child): Promise<Child> {
  await fillRows(api, cluster.bareUrl);
  return startBare("rows", { BARE_DATABASE_URL: cluster.bareUrl });
}

async function fillRows(api: Child, bareUrl: string): Promise<void> {
  const response = await fetch(`${api.url}${path}`);
  const { rows } = (await response.json()) as { rows: readonly unknown[] };
  await query(bareUrl, "truncate bare_row");
  await query(
    bareUrl,
    `insert into bare_row select 'indicator', country, "roundYear", "referenceYear", state, value
      from jsonb_to_recordset($1) as row(country text, "roundYear" int, "referenceYear" int, state text, value jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** Bytes of the compressed answer. */
async function sizeOf(api: Child): Promise<number> {
  const response = await fetch(`${api.url}${path}`, { headers });
  if (response.headers.get("content-encoding") !== "br") throw new Error("The public file is not compressed");
  await response.arrayBuffer();
  return Number(response.headers.get("content-length"));
}

/** Additional processor time of one reply over another, in microseconds. */
function difference(one: Rate, other: Rate): number | null {
  return one.processorMicros === null || other.processorMicros === null
    ? null
    : one.processorMicros - other.processorMicros;
}

const micros = (value: number | null) => (value === null ? "unknown" : `${Math.round(value)} µs`);
