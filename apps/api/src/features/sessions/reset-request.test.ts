import { listMails } from "@avances/db/queries/mail-queries";
import { countFailure, lockThrottle } from "@avances/db/queries/throttle-queries";
import { throttle } from "@avances/db/schema";
import { ticketToken } from "@avances/notices";
import { testClient } from "@avances/testing";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { addAccount } from "#testing/add-account.ts";
import { openBrowser } from "#testing/browser.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

const owner = "ana@mp.example.org";
let api: TestApi;

beforeEach(async () => {
  await api?.close();
  api = await startTestApi({ config: { publicRatePerMinute: 0 } });
  await addAccount(api, { role: "focal_point", country: "CRI", email: owner });
});
afterAll(() => api.close());

const ask = async (email: string, from = "198.51.100.7") =>
  (await openBrowser(api, from).send("POST", "/api/v1/password-resets", { email })).statusCode;
const accept = async (token: string) => {
  const body = { token, password: "nueve barcos salen del puerto" };
  return (await openBrowser(api).send("POST", "/api/v1/password-resets/accept", body)).statusCode;
};
/** The tokens of the reset mails to the owner, oldest first. */
async function tokens() {
  const all = await api.db.asActor(await api.person("secretariat"), (tx) => listMails(tx, { limit: 50 }));
  const key = api.deps.config.secrets.ticketKey;
  return all
    .filter(({ mail }) => mail.toAddress === owner && mail.kind === "password_reset")
    .map(({ mail }) => ticketToken(key, mail.ticketId ?? ""))
    .reverse();
}
const keys = async () => (await api.db.authQuery((tx) => tx.select().from(throttle))).map(({ key }) => key);

test("strangers who ask take nothing from the owner: the link that is under way works, and with the next ask comes one that does", async () => {
  expect(await ask(owner)).toBe(202);
  for (let count = 0; count < 10; count += 1) expect(await ask(owner, "203.0.113.9")).toBe(202);
  const [own = "", ...others] = await tokens();
  // Few messages, and every one of them has the link that works.
  expect(others).toEqual([own, own]);
  api.clock.advance(30 * 60_000);
  expect(await ask(owner)).toBe(202);
  const fresh = (await tokens()).at(-1) ?? "";
  expect(fresh).not.toBe(own);
  expect(await accept(own)).toBe(410);
  expect(await accept(fresh)).toBe(204);
});

test("an ask after a stranger's finds its link open, and after it was used another one", async () => {
  await ask(owner, "203.0.113.9");
  await ask(owner);
  const [first = "", second = ""] = await tokens();
  expect(second).toBe(first);
  expect(await accept(first)).toBe(204);
  await ask(owner);
  expect(await accept((await tokens()).at(-1) ?? "")).toBe(204);
});

test("of two asks at once one makes the link; the other sends it again", async () => {
  const [holder, watcher] = [0, 1].map(() => testClient({ connectionString: api.ownerUrl }));
  if (holder === undefined || watcher === undefined) throw new Error("No client");
  await Promise.all([holder.connect(), watcher.connect()]);
  try {
    // The table can be read but not written: without a lock of their own both requests would now find no link.
    await holder.query("begin; lock table auth.ticket in share mode");
    const asked = ["198.51.100.7", "203.0.113.9"].map((from) => ask(owner, from));
    await vi.waitFor(
      async () => {
        const { rows } = await watcher.query<{ n: number }>(
          "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        );
        expect(rows[0]?.n).toBe(2);
      },
      { timeout: 30_000 },
    );
    await holder.query("commit");
    expect(await Promise.all(asked)).toEqual([202, 202]);
  } finally {
    await Promise.all([holder.end(), watcher.end()]);
  }
  const sent = await tokens();
  expect(sent).toHaveLength(2);
  expect(new Set(sent).size).toBe(1);
});

test("a network address that asks too often is told so, alike for every address it types; others may ask", async () => {
  const asked = await Promise.all(Array.from({ length: 40 }, (_, index) => ask(`nobody${index}@mp.example.org`)));
  expect([asked.filter((status) => status === 202).length, asked.filter((status) => status === 429).length]).toEqual([
    30, 10,
  ]);
  expect([await ask(owner), await ask("nobody@mp.example.org")]).toEqual([429, 429]);
  expect(await tokens()).toEqual([]);
  expect(await ask(owner, "203.0.113.9")).toBe(202);
  expect(await tokens()).toHaveLength(1);
  // No row for each typed address: only those of two network addresses and of a link.
  expect(await keys()).toHaveLength(3);
  api.clock.advance(3_600_000);
  expect(await ask(owner)).toBe(202);
});

test("rows of attempts that no window reaches back to are cleared away; who is blocked until a new password stays so", async () => {
  await api.db.asAuth(async (tx) => {
    for (let index = 0; index < 120; index += 1) await countFailure(tx, `old:${index}`, api.clock.now(), 1_000);
    await lockThrottle(tx, "old:0", null, true);
  });
  api.clock.advance(31 * 86_400_000);
  for (let index = 0; index < 3; index += 1) await ask("nobody@mp.example.org", `203.0.113.${index}`);
  const left = await keys();
  expect(left.filter((key) => key.startsWith("old:"))).toEqual(["old:0"]);
  expect(left).toHaveLength(4);
});
