import { resendNotices } from "@avances/contracts";
import { runScheduler } from "@avances/notices";
import { query } from "@avances/testing/query";
import { afterAll, beforeEach, expect, test } from "vitest";
import { aRound, fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

let api: TestApi;
let submissionId: string;

beforeEach(async () => {
  await api?.close();
  api = await startTestApi({ now: "2027-04-16T15:00:00Z" });
  await api.person("focal_point:HND");
  submissionId = (await aRound(api, 2027, ["HND"])).HND as string;
  const countries = ["HND"];
  const seen = [{ country: "HND", asksWritten: 1 }];
  const reply = await api.call(resendNotices, {
    ...{ as: "secretariat", params: { year: 2027 }, body: { countries, preview: false, seen } },
  });
  expect(reply.status).toBe(200);
});
afterAll(() => api.close());

async function run(): Promise<void> {
  const stop = new AbortController();
  const config = { ...api.deps.config, ticketKey: api.deps.config.secrets.ticketKey };
  const scheduler = runScheduler({ ...api.deps, config }, stop.signal);
  await scheduler.runOnce();
  stop.abort();
  await scheduler.done;
}
const moveTo = async (address: string) => {
  const { userId } = await api.person("focal_point:HND");
  await query(api.ownerUrl, "update app.app_user set email = $2 where id = $1", [userId, address]);
};
const mails = () =>
  query<{ to: string; state: string; notice: string; said: string }>(
    api.ownerUrl,
    `select m.to_address as "to", m.state, n.state as notice, m.last_answer as said
     from app.outgoing_mail m join app.notice n on n.id = m.notice_id where n.step = 'resend'`,
  );

test("what waited for an old address, or was stopped there, goes to the new one as long as it is due", async () => {
  await moveTo("new@hnd.example");
  await run();
  await run();
  expect(await mails()).toMatchObject([{ to: "new@hnd.example", state: "kept", notice: "kept" }]);
  // Once: it has arrived, and another address changes nothing of that.
  await moveTo("third@hnd.example");
  await run();
  expect(await mails()).toMatchObject([{ to: "new@hnd.example", state: "kept" }]);
});

test("what was given up at the old address goes to the new one too", async () => {
  await query(
    api.ownerUrl,
    "update app.outgoing_mail set state = 'dead', last_answer = '550 no such user', settled_at = now()",
  );
  await query(api.ownerUrl, "update app.notice set state = 'dead' where step = 'resend'");
  await run();
  expect(await mails()).toMatchObject([{ state: "dead" }]);
  await moveTo("new@hnd.example");
  await run();
  expect(await mails()).toMatchObject([{ to: "new@hnd.example", state: "kept", notice: "kept" }]);
});

test("of several requests that did not arrive only the last goes to the new one", async () => {
  const again = async (asksWritten: number) => {
    const body = { countries: ["HND"], preview: false, seen: [{ country: "HND", asksWritten }] };
    const reply = await api.call(resendNotices, { as: "secretariat", params: { year: 2027 }, body });
    expect(reply.status).toBe(200);
  };
  api.clock.advance(86_400_000);
  await again(2);
  api.clock.advance(3 * 86_400_000);
  await again(3);
  await query(
    api.ownerUrl,
    "update app.outgoing_mail set state = 'dead', last_answer = '550 no such user', settled_at = now()",
  );
  await query(api.ownerUrl, "update app.notice set state = 'dead' where step = 'resend'");
  await moveTo("new@hnd.example");
  await run();
  await run();
  const moved = (await mails()).filter(({ to }) => to === "new@hnd.example");
  expect(moved).toMatchObject([{ state: "kept", notice: "kept" }]);
  expect((await mails()).filter(({ state }) => state === "dead")).toHaveLength(2);
});

test("what is no longer due by then goes nowhere, and what is long past is not touched", async () => {
  await moveTo("new@hnd.example");
  await fill(api, "focal_point:HND", submissionId);
  await submit(api, "focal_point:HND", submissionId);
  await run();
  await run();
  expect(await mails()).toMatchObject([{ to: "new@hnd.example", state: "stopped", said: "status-changed submitted" }]);
  await query(
    api.ownerUrl,
    "update app.outgoing_mail set state = 'dead', created_at = created_at - interval '61 days', to_address = 'old@hnd.example'",
  );
  await run();
  expect(await mails()).toMatchObject([{ to: "old@hnd.example", state: "dead" }]);
});
