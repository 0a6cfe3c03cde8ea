import { randomUUID } from "node:crypto";
import { openNextRound } from "@avances/api/testing/published/grown-region";
import { openDatabase } from "@avances/db";
import { addWorkingDays } from "@avances/domain/round";
import { planAll } from "@avances/notices";
import { query } from "@avances/testing/query";
import type { Child } from "./child.ts";
import { compare, type Pace } from "./load.ts";
import { signIn } from "./person.ts";
import type { Cluster } from "./region.ts";
import { measureReminding } from "./reminding.ts";
import { type Measured, ms, percent, perSecond, times } from "./report.ts";
import { answersToSave, openReports, portalSaves, withoutPause } from "./saving.ts";

type Copy = `bench_${string}`;

/** The grown regions by their number of countries: that of the Conference, and that of the world. */
interface Grown {
  readonly few: { readonly name: Copy; readonly url: string; readonly countries: number };
  readonly many: { readonly name: Copy; readonly url: string; readonly countries: number };
}

const connections = 8;
const dearerAtMost = 4;
const pageWithinKb = 200;
const plannedWithinMs = 1_000;

/** What the Secretariat's pages and scheduler cost with many countries, compared with few. */
export async function measureDesk(cluster: Cluster, { few, many }: Grown, pace: Pace): Promise<readonly Measured[]> {
  const newest = "select max(year)::int as year from app.round";
  const [{ year = 0 } = {}] = await query<{ year: number }>(many.url, newest);
  const rows: Measured[] = [];
  const servers = [await cluster.startApi(few.name), await cluster.startApi(many.name)] as const;
  try {
    const [ofFew, ofMany] = [await signIn(servers[0], "ts"), await signIn(servers[1], "ts")];
    const contestant = (path: string) => ({
      few: { server: servers[0], path, headers: ofFew.headers },
      many: { server: servers[1], path, headers: ofMany.headers },
    });
    const monitor = await compare(contestant(`/api/v1/rounds/${year}/status`), connections, pace);
    const dearer = monitor.many.p50 / monitor.few.p50;
    rows.push({
      name: `Late monitor of ${many.countries} countries, ${connections} connections, every second, against that of the Conference`,
      target: `≤ ${dearerAtMost} ×`,
      measured: `${times(dearer)} (${ms(monitor.many.p50)}, the Conference ${ms(monitor.few.p50)})`,
      reached: dearer <= dearerAtMost,
    });
    const pages = contestant("/api/v1/submissions");
    const size = await bytesOf(`${servers[1].url}${pages.many.path}`, ofMany.headers);
    const list = await compare(pages, connections, pace);
    rows.push({
      name: `First page of all submissions of ${many.countries} countries`,
      target: `≤ ${pageWithinKb} kB`,
      measured: `${Math.round(size / 1000)} kB, every second within ${ms(list.many.p50)} (the Conference ${ms(list.few.p50)})`,
      reached: size <= pageWithinKb * 1000,
    });
  } finally {
    for (const server of servers) await server.stop();
  }
  rows.push(...(await measurePlanning(cluster, many)));
  rows.push(...(await measureReminding(cluster, many, pace)));
  rows.push(await measureSavingAtBoth(cluster, { few, many }, pace));
  return rows;
}

const sameAtLeast = 0.9;

/** Saves of the Conference's countries, where few and where many countries have been reporting for a long time. */
async function measureSavingAtBoth(cluster: Cluster, { few, many }: Grown, pace: Pace): Promise<Measured> {
  const servers = [await cluster.startApi(few.name), await cluster.startApi(many.name)] as const;
  try {
    const answers = await answersToSave();
    const saves = async (server: Child) => withoutPause(portalSaves(server, await openReports(server), answers));
    const saving = await compare({ few: await saves(servers[0]), many: await saves(servers[1]) }, connections, pace);
    const share = saving.many.requestsPerSecond / saving.few.requestsPerSecond;
    return {
      name: `Saving one answer where ${many.countries} countries report, against the Conference's ${few.countries}`,
      target: "the same (≥ 90 %)",
      measured: `${percent(share)} (${perSecond(saving.many.requestsPerSecond)}, the Conference ${perSecond(saving.few.requestsPerSecond)})`,
      reached: share >= sameAtLeast,
    };
  } finally {
    for (const server of servers) await server.stop();
  }
}

async function measurePlanning(
  cluster: Cluster,
  { name, url, countries }: Grown["many"],
): Promise<readonly Measured[]> {
  const opensOn = await openNextRound(url);
  const db = openDatabase({ url: cluster.appUrl(name), onError: () => undefined });
  try {
    const failed: string[] = [];
    const deps = {
      db,
      // Whatever day the opening falls on, by then it may have left everywhere.
      clock: { now: () => new Date(`${addWorkingDays(opensOn, 2)}T20:00:00Z`) },
      newId: randomUUID,
      config: {
        mailFrom: "Avances <avances@example.org>",
        publicUrl: "https://avances.example",
        ticketKey: randomUUID(),
      },
      log: { error: (_: unknown, message: string) => failed.push(message) },
    };
    const tick = async () => {
      const startedAt = performance.now();
      const { queued } = await planAll(deps);
      return { queued, tookMs: performance.now() - startedAt };
    };
    const first = await tick();
    const again = await tick();
    if (failed.length > 0 || first.queued < countries || again.queued > 0)
      throw new Error(`${first.queued} messages were planned, then ${again.queued}; ${failed.length} countries failed`);
    return [
      {
        name: `Planning the opening of a round for ${countries} countries (${first.queued} messages)`,
        target: "≤ 1 s",
        measured: `${ms(first.tookMs)}; once more, with nothing due: ${ms(again.tookMs)}`,
        reached: first.tookMs <= plannedWithinMs,
      },
    ];
  } finally {
    await db.close();
  }
}

async function bytesOf(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const response = await fetch(url, { headers });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return (await response.arrayBuffer()).byteLength;
}
