import pg from "pg";
import { compare, type Pace } from "./load.ts";
import { signIn } from "./person.ts";
import { startRows } from "./public-file.ts";
import type { Cluster } from "./region.ts";
import { type Measured, ms, percent, perSecond } from "./report.ts";

const connections = 8;

/** The two replies that people with an account wait for most often, and the memory of the process after all that work. */
export async function measurePages(cluster: Cluster, pace: Pace): Promise<readonly Measured[]> {
  const api = await cluster.startApi("region");
  const rows = await startRows(cluster, api);
  try {
    const secretariat = await signIn(api, "ts");
    const focalPoint = await signIn(api, "focal.cri");
    const { submissions } = await focalPoint.get<{
      submissions: readonly { id: string; year: number; answered: number }[];
    }>("/submissions");
    const latest = submissions.find(({ answered }) => answered > 0);
    if (!latest) throw new Error("Costa Rica has no report");
    const { monitor, page, bare } = await compare(
      {
        bare: { server: rows },
        monitor: { server: api, path: `/api/v1/rounds/${latest.year}/status`, headers: secretariat.headers },
        page: { server: api, path: `/api/v1/submissions/${latest.id}`, headers: focalPoint.headers },
      },
      connections,
      pace,
    );
    const stopWriting = await keepWriting(cluster.bareUrl);
    const { written } = await compare(
      { written: { server: api, path: `/api/v1/rounds/${latest.year}/status`, headers: secretariat.headers } },
      connections,
      pace,
    ).finally(stopWriting);
    const memory = api.memoryMb();
    const row = (name: string, rate: typeof monitor): Measured => {
      const share = rate.requestsPerSecond / bare.requestsPerSecond;
      return {
        name: `${name}, ${connections} connections, against reading 55 rows`,
        target: "≥ 25 %",
        measured: `${percent(share)} (${perSecond(rate.requestsPerSecond)}, rows ${perSecond(bare.requestsPerSecond)}; every second within ${ms(rate.p50)}, 99 of 100: ${ms(rate.p99)})`,
        reached: share >= 0.25,
      };
    };
    return [
      row("Late monitor with contacts, asks and six rounds", monitor),
      {
        ...row(
          "The same while something is written every three milliseconds, so that all is read anew each time",
          written,
        ),
        ...{ target: "", reached: null },
      },
      row("Data of a submission page", page),
      {
        name: "Memory of the process with API and scheduler after this load",
        target: "≤ 300 MB",
        measured: `${Math.round(memory)} MB`,
        reached: memory <= 300,
      },
    ];
  } finally {
    await Promise.all([api.stop(), rows.stop()]);
  }
}

/** Ends a transaction that counts as a write every three milliseconds; returns what stops it. */
async function keepWriting(url: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const timer = setInterval(() => void client.query("select pg_current_xact_id()"), 3);
  return async () => {
    clearInterval(timer);
    await client.end();
  };
}
