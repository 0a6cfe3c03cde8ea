import { query } from "@avances/testing/query";
import { type Browser, chromium } from "playwright";
import { findBrowser } from "../bin/browser.mjs";
import type { Child } from "./child.ts";
import { compare, median, type Pace } from "./load.ts";
import { password, signIn } from "./person.ts";
import type { Cluster } from "./region.ts";
import { type Measured, ms } from "./report.ts";

interface Grown {
  readonly name: `bench_${string}`;
  /** As the superuser. */
  readonly url: string;
  readonly countries: number;
}

const connections = 8;
const answeredWithinMs = 150;
const drawnWithinMs = 1_000;
const previewedWithinMs = 2_000;
const acceptedWithinMs = 1_000;
const deliveredAtMostMs = 600_000;
const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];

/** The newest round is open, and every country has people and was asked. */
const opened = `
  set session_replication_role = replica;
  update app.round set opens_on = current_date - 20, due_on = current_date + 20 where year = (select max(year) from app.round);
  update app.submission set due_on = current_date + 20 where round_year = (select max(year) from app.round);
  set session_replication_role = origin;
  analyze;`;

/** The desk where every country has people and asks: how fast it answers and is drawn, and what a reminder to all of them costs. */
export async function measureReminding(cluster: Cluster, many: Grown, pace: Pace): Promise<readonly Measured[]> {
  await query(many.url, opened);
  const [{ year = 0 } = {}] = await query<{ year: number }>(many.url, "select max(year)::int as year from app.round");
  const api = await cluster.startApi(many.name);
  try {
    await untilSettled(many.url);
    const { headers } = await signIn(api, "ts");
    const path = `/api/v1/rounds/${year}/status`;
    const { desk } = await compare({ desk: { server: api, path, headers } }, connections, pace);
    const drawnMs = await drawing(api, year, many.countries, pace);

    const countries = (
      await query<{ code: string }>(many.url, "select alpha3 as code from ref.country order by 1")
    ).map(({ code }) => code);
    const ask = async (body: object) => {
      const startedAt = performance.now();
      const reply = await fetch(`${api.url}/api/v1/rounds/${year}/notices/resend`, {
        method: "POST",
        headers: { ...headers, "idempotency-key": crypto.randomUUID() },
        body: JSON.stringify({ countries, ...body }),
      });
      const text = await reply.text();
      if (!reply.ok) throw new Error(`reminding was refused: ${text.slice(0, 300)}`);
      return { took: performance.now() - startedAt, reply: JSON.parse(text) as Reply };
    };
    const previews = [];
    for (let round = 0; round < pace.rounds; round += 1) previews.push(await ask({ preview: true }));
    const previewMs = median(previews.map(({ took }) => took));
    const shown = previews.at(-1)?.reply;
    const seen = shown?.countries.map(({ country, asksWritten }) => ({ country, asksWritten }));
    const accepted = await ask({ seen, preview: false });
    const deliveredMs = await untilSettled(many.url);
    const what = `${many.countries} countries`;
    return [
      {
        name: `Late monitor of ${what} that have people and were asked, ${connections} connections, 99 of 100`,
        target: `≤ ${answeredWithinMs} ms`,
        measured: `${ms(desk.p99)}, every second within ${ms(desk.p50)}`,
        reached: desk.p99 <= answeredWithinMs,
      },
      {
        name: "The same, from the start of the page to its last line, in a browser",
        target: "≤ 1 s",
        measured: ms(drawnMs),
        reached: drawnMs <= drawnWithinMs,
      },
      {
        name: `A reminder to ${what}: every message shown (${shown?.messages.length ?? 0})`,
        target: "≤ 2 s",
        measured: ms(previewMs),
        reached: previewMs <= previewedWithinMs,
      },
      {
        name: "The same: sent, until it is accepted",
        target: "≤ 1 s",
        measured: `${ms(accepted.took)}; delivered in the background after ${ms(deliveredMs)}`,
        reached: accepted.took <= acceptedWithinMs,
      },
    ];
  } finally {
    await api.stop();
  }
}

interface Reply {
  readonly messages: readonly unknown[];
  readonly countries: readonly { readonly country: string; readonly asksWritten: number }[];
}

/** Until no message waits that may leave now; milliseconds. Several times in a row, because what is due is planned first. */
async function untilSettled(url: string): Promise<number> {
  const startedAt = performance.now();
  let quiet = 0;
  let settledMs = 0;
  while (quiet < 3) {
    const [row] = await query<{ waiting: number }>(
      url,
      "select count(*)::int as waiting from app.outgoing_mail where state in ('queued', 'sending') and next_attempt_at <= now() + interval '1 minute'",
    );
    if (quiet === 0) settledMs = performance.now() - startedAt;
    quiet = row?.waiting === 0 ? quiet + 1 : 0;
    if (performance.now() - startedAt > deliveredAtMostMs) throw new Error(`${row?.waiting} messages still wait`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return settledMs;
}

async function drawing(api: Child, year: number, lines: number, pace: Pace): Promise<number> {
  const executablePath = findBrowser();
  const browser = await chromium.launch({ args: flags, ...(executablePath !== undefined && { executablePath }) });
  try {
    const took: number[] = [];
    for (let round = 0; round < pace.rounds; round += 1) took.push(await drawnMs(browser, api, year, lines));
    return median(took);
  } finally {
    await browser.close();
  }
}

async function drawnMs(browser: Browser, api: Child, year: number, lines: number): Promise<number> {
  // Playwright hands over what it waits for as text, which the policy of the page does not run.
  const page = await browser.newPage({ bypassCSP: true, viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(60_000);
  try {
    await page.goto(`${api.url}/en/sign-in`);
    await page.locator("input[type=email]").fill("ts@demo.avances.example");
    await page.locator("input[type=password]").fill(password);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/home");
    await page.goto(`${api.url}/en/rounds/${year}`);
    const isDrawn = `document.querySelectorAll("[data-board=handle]").length >= ${lines} && performance.now()`;
    return (await page.waitForFunction(isDrawn).then((handle) => handle.jsonValue())) as number;
  } finally {
    await page.close();
  }
}
