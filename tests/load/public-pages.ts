import { indicatorRead } from "@avances/api/testing/published/wide-edition";
import type { Child } from "./child.ts";
import { keptPage } from "./drawn-page.ts";
import { compare, type Pace } from "./load.ts";
import { startBare } from "./public-file.ts";
import type { Cluster } from "./region.ts";
import { kB, type Measured, ms, percent, perSecond } from "./report.ts";

const connections = 64;
const headers = { "accept-encoding": "br" };
const shareAtLeast = 0.4;
const largeWithinMs = 50;
const page = `/en/indicators/${indicatorRead}`;
const payloads = ["matrix", "index", "indicators", `indicators/${indicatorRead}`, "countries/CRI"];

/** A page drawn on the server and kept, with many readers at once. */
export async function measurePublicPages(cluster: Cluster, pace: Pace): Promise<readonly Measured[]> {
  const [api, hello] = [await cluster.startApi("region"), await startBare("hello")];
  try {
    const size = await keptPage(api, page);
    const rates = await compare(
      { hello: { server: hello }, page: { server: api, path: page, headers } },
      connections,
      pace,
    );
    const share = rates.page.requestsPerSecond / rates.hello.requestsPerSecond;
    return [
      {
        name: `A page as HTML from memory, ${kB(size)} as brotli, ${connections} connections, against a constant as JSON`,
        target: "≥ 40 %",
        measured: `${percent(share)} (${perSecond(rates.page.requestsPerSecond)}, constant ${perSecond(rates.hello.requestsPerSecond)}; 99 of 100 within ${ms(rates.page.p99)})`,
        reached: share >= shareAtLeast,
      },
    ];
  } finally {
    await Promise.all([api.stop(), hello.stop()]);
  }
}

/** The public answers of a server with this many countries and rounds, with many readers at once. */
export async function measurePayloads(server: Child, size: string, pace: Pace): Promise<Measured> {
  const contestants = payloads.map((name) => [name, { server, path: `/api/v1/public/${name}`, headers }]);
  for (const name of payloads) await compressed(`${server.url}/api/v1/public/${name}`);
  const rates = await compare<string>(Object.fromEntries(contestants), connections, pace);
  const worst = Math.max(...Object.values(rates).map(({ p99 }) => p99));
  const each = payloads.map((name) => `${name} ${ms(rates[name]?.p99 ?? Number.NaN)}`).join(", ");
  return {
    name: `${size}, ${connections} connections: 99 of 100 replies of each public answer within`,
    target: `≤ ${largeWithinMs} ms`,
    measured: `${ms(worst)} (${each})`,
    reached: worst <= largeWithinMs,
  };
}

/** An answer is put together when somebody first asks for it, and compressed aside. */
async function compressed(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const response = await fetch(url, { headers });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    if (response.headers.get("content-encoding") === "br") return;
  }
  throw new Error(`${url} is not compressed`);
}
