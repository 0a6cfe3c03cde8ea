import { brotliDecompressSync } from "node:zlib";
import { getRoundStatus, invitePerson, openRound } from "@avances/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

/** A board that is given again as long as nothing was written: what changes by the clock alone changes on it too. */
let api: TestApi;
const params = { year: 2027 };
const dueOn = "2027-04-30";

beforeAll(async () => {
  api = await startTestApi({ now: "2027-04-26T15:00:10Z" });
  const body = { year: 2027, opensOn: "2027-02-01", dueOn, obligatedGroup: "CA-MEX" };
  await api.call(openRound, { as: "secretariat", body });
  const person = {
    ...({ displayName: "Ana", address: "ana@mp.example.org", role: "focal_point" } as const),
    ...({ country: "CRI", language: "es", phone: null, isShared: false } as const),
  };
  const invited = await api.call(invitePerson, { as: "secretariat", body: person });
  expect(invited.status, JSON.stringify(invited.problem)).toBe(201);
});
afterAll(() => api.close());

const board = async () => (await api.call(getRoundStatus, { as: "secretariat", params })).body;
const costaRica = async () => {
  const row = (await board()).countries.find(({ country }) => country === "CRI");
  if (row?.desk === undefined) throw new Error("Costa Rica is not on the board");
  return { ...row, desk: row.desk };
};

test("its bytes are the same compressed and not, read once or again", async () => {
  const person = await api.person("secretariat");
  const ask = async (encoding?: string) => {
    const { rawPayload, headers } = await api.app.inject({
      url: "/api/v1/rounds/2027/status",
      headers: { cookie: person.cookie, ...(encoding !== undefined && { "accept-encoding": encoding }) },
    });
    return { bytes: rawPayload, encoding: headers["content-encoding"] };
  };
  const plain = await ask();
  for (let time = 0; time < 2; time += 1) {
    const { bytes, encoding } = await ask("br");
    expect(encoding).toBe("br");
    expect(brotliDecompressSync(bytes).equals(plain.bytes)).toBe(true);
    expect((await ask()).bytes.equals(plain.bytes)).toBe(true);
  }
});

test("it says the minute in which it was drawn, and another after that", async () => {
  const first = (await board()).generatedAt;
  api.clock.advance(20_000);
  const sameMinute = (await board()).generatedAt;
  expect(Date.parse(sameMinute) - Date.parse(first)).toBeLessThan(60_000);
  api.clock.advance(60_000);
  expect((await board()).generatedAt).toBe(api.clock.now().toISOString());
});

test("an invitation runs out in its second", async () => {
  expect((await costaRica()).desk.invitation).toBe("sent_not_used");
  // 72 hours after it was made.
  api.clock.set("2027-04-29T15:00:09Z");
  expect((await costaRica()).desk.invitation).toBe("sent_not_used");
  api.clock.set("2027-04-29T15:00:10Z");
  expect((await costaRica()).desk.invitation).toBe("expired");
});

test("a country is late when its own day is over, to the second", async () => {
  api.clock.set("2027-05-01T05:59:59Z");
  expect((await costaRica()).timeliness.kind).toBe("due_today");
  api.clock.set("2027-05-01T06:00:00Z");
  expect((await costaRica()).timeliness.kind).toBe("overdue");
});

test("the next step is another as soon as it was due", async () => {
  const before = (await costaRica()).desk.nextNotice;
  if (before === null) throw new Error("No step is left");
  api.clock.set(new Date(Date.parse(before.at) - 1_000).toISOString());
  expect((await costaRica()).desk.nextNotice?.at).toBe(before.at);
  api.clock.set(new Date(Date.parse(before.at) + 1_000).toISOString());
  expect((await costaRica()).desk.nextNotice?.at).not.toBe(before.at);
});
