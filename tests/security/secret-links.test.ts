import { addAccount } from "@avances/api/testing/add-account";
import { openBrowser } from "@avances/api/testing/browser";
import { startTestApi, type TestApi } from "@avances/api/testing/start-test-api";
import { getOutgoingMail, invitePerson, listOutgoingMail } from "@avances/contracts";
import { runScheduler, ticketToken } from "@avances/notices";
import { testClient } from "@avances/testing";
import { afterAll, beforeAll, expect, test } from "vitest";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await addAccount(api, { role: "focal_point", country: "CRI", email: "forgot@mp.example.org" });
  await api.call(invitePerson, {
    as: "secretariat",
    body: { address: "invited@mp.example.org", displayName: "Pat", role: "observer", country: null, language: "en" },
  });
  await openBrowser(api).send("POST", "/api/v1/password-resets", { email: "forgot@mp.example.org" });
  const stop = new AbortController();
  const config = { ...api.deps.config, ticketKey: api.deps.config.secrets.ticketKey };
  const scheduler = runScheduler({ ...api.deps, config }, stop.signal);
  await scheduler.runOnce();
  stop.abort();
  await scheduler.done;
});
afterAll(() => api.close());

/** Every row of every table, as text. */
async function everything(client: ReturnType<typeof testClient>): Promise<string> {
  const { rows: tables } = await client.query<{ name: string }>(
    "select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('app', 'auth', 'ref', 'release')",
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(`select row_to_json(t)::text as row from ${name} t`);
    texts.push(...rows.map(({ row }) => row));
  }
  return texts.join("\n");
}

test("on an instance that keeps its mail, links of others are in no reply to the secretariat, no table and no log", async () => {
  const client = testClient({ connectionString: api.ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>("select id from auth.ticket");
    expect(rows).toHaveLength(2);
    const tokens = rows.map(({ id }) => ticketToken(api.deps.config.secrets.ticketKey, id));
    const { messages } = (await api.call(listOutgoingMail, { as: "secretariat" })).body;
    expect(messages.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
      "invitation kept",
      "password_reset kept",
    ]);
    const letters = [];
    for (const { id } of messages)
      letters.push((await api.call(getOutgoingMail, { as: "secretariat", params: { mailId: id } })).text);
    const seen = [JSON.stringify(messages), ...letters, await everything(client), ...api.logLines].join("\n");
    expect(tokens.filter((token) => seen.includes(token))).toEqual([]);
    expect(letters.every((letter) => letter.includes("[link removed: it belongs to the addressee alone]"))).toBe(true);
  } finally {
    await client.end();
  }
});
