import { compare, type Pace } from "./load.ts";
import { signIn } from "./person.ts";
import type { Cluster } from "./region.ts";
import { type Measured, ms, perSecond } from "./report.ts";

const connections = 8;

/** The two answers that people with an account wait for most often, and the memory of the process after all that work. */
export async function measurePages(cluster: Cluster, pace: Pace): Promise<readonly Measured[]> {
  const api = await cluster.startApi("region");
  try {
    const secretariat = await signIn(api, "ts");
    const focalPoint = await signIn(api, "focal.cri");
    const { submissions } = await focalPoint.get<{
      submissions: readonly { id: string; year: number; answered: number }[];
    }>("/submissions");
    const latest = submissions.find(({ answered }) => answered > 0);
    if (!latest) throw new Error("Costa Rica has no report");
    const { monitor, page } = await compare(
      {
        monitor: { server: api, path: `/api/v1/rounds/${latest.year}/status`, headers: secretariat.headers },
        page: { server: api, path: `/api/v1/submissions/${latest.id}`, headers: focalPoint.headers },
      },
      connections,
      pace,
    );
    const memory = api.memoryMb();
    const row = (name: string, rate: typeof monitor): Measured => ({
      name: `${name}, ${connections} connections, 99 of 100 within`,
      target: "≤ 30 ms",
      measured: `${ms(rate.p99)} (every second: ${ms(rate.p50)}; ${perSecond(rate.requestsPerSecond)})`,
      reached: rate.p99 <= 30,
    });
    return [
      row("Late monitor with contacts, asks and six rounds", monitor),
      row("Data of a submission page", page),
      {
        name: "Memory of the process with API and scheduler after this load",
        target: "≤ 350 MB",
        measured: `${Math.round(memory)} MB`,
        reached: memory <= 350,
      },
    ];
  } finally {
    await api.stop();
  }
}
