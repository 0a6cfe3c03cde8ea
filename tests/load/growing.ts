import { randomUUID } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { doubleIndicators, growRegion } from "@avances/api/testing/published/grown-region";
import { query } from "@avances/testing/query";
import type { Child } from "./child.ts";
import { readsOfPage } from "./drawn-page.ts";
import { measureDesk } from "./growing-desk.ts";
import type { Pace } from "./load.ts";
import { signIn } from "./person.ts";
import { measurePayloads } from "./public-pages.ts";
import type { Cluster } from "./region.ts";
import { type Measured, ms, seconds } from "./report.ts";

interface Size {
  readonly countries: number;
  readonly rounds: number;
  readonly visibleWithinMs: number;
  /** Twice the indicators of the catalogue. */
  readonly isDoubled: boolean;
}

/** The Conference after thirty years, the world, and the world with twice the questions. */
const sizes = {
  few: { countries: 11, rounds: 30, visibleWithinMs: 1_000, isDoubled: false },
  many: { countries: 195, rounds: 30, visibleWithinMs: 10_000, isDoubled: false },
  most: { countries: 195, rounds: 30, visibleWithinMs: 10_000, isDoubled: true },
} satisfies Record<string, Size>;
const answeredWithinMs = 1_000;
const pageWithinMs = 15_000;
const frozenAtMostMs = 50;
const memoryAtMostMb = 600;
const allMadeWithinMs = 1_800_000;

/** The cost of publishing one report where many are public, and of serving many countries. */
export async function measureGrowth(cluster: Cluster, pace: Pace): Promise<readonly Measured[]> {
  const [few, many] = [await grown(cluster, sizes.few), await grown(cluster, sizes.many)];
  return [
    ...(await measurePublishing(cluster, few, pace)),
    ...(await measurePublishing(cluster, many, pace)),
    ...(await measureDesk(cluster, { few, many }, pace)),
  ];
}

/** The same with twice the indicators, and the public answers of that size. */
export async function measureDoubled(cluster: Cluster, pace: Pace): Promise<readonly Measured[]> {
  return measurePublishing(cluster, await grown(cluster, sizes.most), pace);
}

/** A copy of the region grown to this size. */
interface Grown extends Size {
  readonly name: `bench_${string}`;
  /** As the superuser. */
  readonly url: string;
  /** `195 countries × 30 rounds`, with the number of indicators where it is not that of the catalogue. */
  readonly words: string;
}

async function grown(cluster: Cluster, size: Size): Promise<Grown> {
  const name = `bench_grown_${size.countries}` as const;
  let words = `${size.countries} countries × ${size.rounds} rounds`;
  const url = await cluster.copy(name, async (ownerUrl) => {
    await growRegion(ownerUrl, size);
    if (size.isDoubled) words += ` × ${await doubleIndicators(ownerUrl)} indicators`;
    await query(ownerUrl, oneAccepted);
  });
  return { ...size, name, url, words };
}

async function measurePublishing(
  cluster: Cluster,
  { name: copy, url, words, ...size }: Grown,
  pace: Pace,
): Promise<readonly Measured[]> {
  const loopFile = join(tmpdir(), `avances-loop-${randomUUID()}`);
  const startedAt = performance.now();
  const [{ id: before = 0 } = {}] = await query<{ id: number }>(url, newest);
  const api = await cluster.startApi(copy, loopFile);
  try {
    await until(async () => ((await query<{ id: number }>(url, newest))[0]?.id ?? 0) > before, allMadeWithinMs, 500);
    const allMadeMs = performance.now() - startedAt;
    const [report] = await query<{ id: string; revision: number; reports: number }>(url, waiting);
    if (!report) throw new Error("No report waits to be published");
    const secretariat = await signIn(api, "ts");
    const etag = (await fetch(`${api.url}${matrix}`)).headers.get("etag") ?? "";
    const editionBefore = await editionOfPage(api);
    await frozenMs(api, loopFile);

    const askedAt = performance.now();
    const reply = await fetch(`${api.url}/api/v1/submissions/${report.id}/publish`, {
      method: "POST",
      headers: { ...secretariat.headers, "idempotency-key": randomUUID(), "if-match": `"v${report.revision}"` },
      body: "{}",
    });
    if (!reply.ok) throw new Error(`publishing was refused: ${await reply.text()}`);
    const answeredMs = performance.now() - askedAt;
    await until(
      async () => (await fetch(`${api.url}${matrix}`, { headers: { "if-none-match": etag } })).status === 200,
      size.visibleWithinMs * 10,
    );
    const visibleMs = performance.now() - askedAt;
    const drawnWithin = pageWithinMs * 4;
    await until(async () => (await editionOfPage(api)) !== editionBefore, drawnWithin, 50);
    const pageMs = performance.now() - askedAt;
    const frozen = await frozenMs(api, loopFile);
    const memory = api.peakMemoryMb();
    const payloads = size.isDoubled ? [await measurePayloads(api, words, pace)] : [];

    const name = `Publishing one report where ${report.reports} are public (${words})`;
    const row = (what: string, target: string, measured: string, reached: boolean | null): Measured => ({
      name: what,
      target,
      measured,
      reached,
    });
    return [
      row(`${name}: answered`, "≤ 1 s", ms(answeredMs), answeredMs <= answeredWithinMs),
      row(
        "The same: read by everybody",
        `≤ ${seconds(size.visibleWithinMs)}`,
        ms(visibleMs),
        visibleMs <= size.visibleWithinMs,
      ),
      row("The same: the country's page as HTML shows it", "≤ 15 s", seconds(pageMs), pageMs <= pageWithinMs),
      row("The same: the server stands still for others, at most", "≤ 50 ms", ms(frozen), frozen <= frozenAtMostMs),
      row(
        "The same: memory of the process at its peak",
        size.isDoubled ? "" : "≤ 600 MB",
        `${Math.round(memory)} MB`,
        size.isDoubled ? null : memory <= memoryAtMostMb,
      ),
      row(
        "The same: making everything anew after the rules have changed, while the edition before is read",
        "",
        seconds(allMadeMs),
        null,
      ),
      ...payloads,
    ];
  } finally {
    await api.stop();
    rmSync(loopFile, { force: true });
  }
}

const matrix = "/api/v1/public/matrix";
const newest = "select max(id)::int as id from release.edition";
const waiting = `select id, revision, (select count(*)::int from app.submission where published_version is not null) as reports
  from app.submission where country_code = 'CRI' and round_year = (select min(year) from app.round)`;
/** Costa Rica's oldest report is accepted, long enough ago, and not yet public; and the newest edition is from an older release. */
const oneAccepted = `
  set session_replication_role = replica;
  update app.submission set status = 'accepted', accepted_version = version, published_version = null, published_at = null
  where country_code = 'CRI' and round_year = (select min(year) from app.round);
  set session_replication_role = origin;
  insert into release.edition (format, published_at, catalogue_version, threshold, algorithm, input_hash)
  select 1, now(), catalogue_version, threshold, 'older', 'older' from release.edition order by id desc limit 1;`;

/** The edition in which the country last changed, as its page on the server says. Throws when the server leaves the page to the browser. */
async function editionOfPage(api: Child): Promise<string> {
  const edition = (await readsOfPage(api, "/en/countries/CRI"))?.get("/public/countries/CRI");
  if (edition === undefined) throw new Error("The server did not draw the page of Costa Rica");
  return edition;
}

/** The longest time for which the server's event loop stood still since the last call. */
async function frozenMs(api: Child, file: string): Promise<number> {
  rmSync(file, { force: true });
  process.kill(api.pid, "SIGUSR2");
  let read: number | undefined;
  await until(async () => {
    try {
      read = Number(readFileSync(file, "utf8"));
      return true;
    } catch {
      return false;
    }
  }, 10_000);
  return read ?? Number.NaN;
}

async function until(isTrue: () => Promise<boolean>, withinMs: number, everyMs = 5): Promise<void> {
  for (const deadline = performance.now() + withinMs; performance.now() < deadline; await wait(everyMs))
    if (await isTrue()) return;
  throw new Error(`not within ${seconds(withinMs)}`);
}
