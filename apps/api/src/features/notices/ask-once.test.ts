import { listNotices, openRound, resendNotices } from "@avances/contracts";
import { planRound } from "@avances/notices";
import { testClient } from "@avances/testing";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

/** Two people of the secretariat remind the same countries: the second is told about the first's reminder, and decides again. */
let api: TestApi;
const params = { year: 2027 };
type Secretariat = "secretariat" | "secretariat#2";
type Seen = { country: string; asksWritten: number }[];

beforeEach(async () => {
  await api?.close();
  api = await startTestApi({ now: "2027-02-10T15:00:00Z" });
  for (const who of ["focal_point:CRI", "focal_point:GTM", "secretariat#2"] as const) await api.person(who);
  const body = { year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30", obligatedGroup: "CA-MEX" };
  await api.call(openRound, { as: "secretariat", body });
});
afterAll(() => api.close());

async function look(as: Secretariat): Promise<Seen> {
  const { body } = await api.call(resendNotices, { as, params, body: { group: "CA-MEX", preview: true } });
  return body.countries.map(({ country, asksWritten }) => ({ country, asksWritten }));
}
const send = (as: Secretariat, seen: Seen, rest: { except?: string[]; countries?: string[] } = {}) =>
  api.call(resendNotices, {
    as,
    params,
    body: { ...(rest.countries === undefined && { group: "CA-MEX" }), ...rest, seen, preview: false },
  });
/** The countries that were reminded, one entry per act. */
const reminded = async () =>
  (await api.call(listNotices, { as: "secretariat", params })).body.notices
    .filter(({ step }) => step === "resend")
    .map(({ country }) => country)
    .sort();
const ask = async (country: string, by: Secretariat) => ({
  country,
  step: "resend",
  at: api.clock.now().toISOString(),
  byName: (await api.person(by)).displayName,
});

test("of two who send at once one does; the other is told who asked whom and when, looks again, and may send", async () => {
  const [owner, watcher] = [0, 1].map(() => testClient({ connectionString: api.ownerUrl }));
  if (owner === undefined || watcher === undefined) throw new Error("No client");
  await Promise.all([owner.connect(), watcher.connect()]);
  try {
    const people = ["secretariat", "secretariat#2"] as const;
    const seen = await Promise.all(people.map(look));
    // Both have read what they need and are waiting, before either has written anything.
    await owner.query("begin; lock table app.notice_batch in exclusive mode");
    const sends = people.map((who, index) => send(who, seen[index] ?? []));
    await vi.waitFor(
      async () => {
        const { rows } = await watcher.query<{ n: number }>(
          "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        );
        expect(rows[0]?.n).toBe(2);
      },
      { timeout: 30_000 },
    );
    await owner.query("commit");
    const replies = await Promise.all(sends);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await reminded()).toEqual(["CRI", "GTM"]);

    const second = replies.findIndex(({ status }) => status === 409);
    const [loser, winner] = second === 0 ? people : [people[1], people[0]];
    expect(replies[second]?.problem).toMatchObject({
      code: "asked-meanwhile",
      details: { asks: [await ask("CRI", winner), await ask("GTM", winner)] },
    });
    expect((await send(loser, await look(loser))).status).toBe(200);
    expect(await reminded()).toEqual(["CRI", "CRI", "GTM", "GTM"]);
  } finally {
    await Promise.all([owner.end(), watcher.end()]);
  }
});

test("it is asked for each country to which something goes, and for no other", async () => {
  const seen = await look("secretariat");
  expect((await send("secretariat#2", await look("secretariat#2"), { countries: ["CRI"] })).status).toBe(200);
  const refused = await send("secretariat", seen);
  expect(refused.problem?.details).toEqual({ asks: [await ask("CRI", "secretariat#2")] });
  expect((await send("secretariat", seen, { except: ["CRI"] })).status).toBe(200);
  expect(await reminded()).toEqual(["CRI", "GTM"]);
  // A sender without a preview counts as having seen no ask.
  expect((await send("secretariat", [])).problem?.code).toBe("asked-meanwhile");
});

test("what the calendar has sent meanwhile counts as well, and names nobody as its sender", async () => {
  const seen = await look("secretariat");
  api.clock.set("2027-03-31T15:30:00Z");
  await planRound({ ...api.deps, config: api.deps.config });
  const refused = await send("secretariat", seen);
  const byItself = { step: "before_30", at: api.clock.now().toISOString(), byName: null };
  expect(refused.problem?.details).toEqual({
    asks: [
      { country: "CRI", ...byItself },
      { country: "GTM", ...byItself },
    ],
  });
  expect(await reminded()).toEqual([]);
});
