import {
  addComment,
  askForSection,
  type BoardNews,
  cancelRound,
  extendSubmission,
  holdReminders,
  liftHold,
  openRound,
  resendNotices,
  saveAnswer,
} from "@avances/contracts";
import { revokeSession } from "@avances/db/queries/session-queries";
import type { FastifyInstance } from "fastify";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { buildServer } from "#server.ts";
import { type EventStream, openStream } from "#testing/event-stream.ts";
import { aRound, fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type Who } from "#testing/start-test-api.ts";

let api: TestApi;
let second: FastifyInstance;
let ids: Readonly<Record<string, string>>;
const streams: EventStream<BoardNews>[] = [];

beforeAll(async () => {
  api = await startTestApi({ now: "2027-02-10T15:00:00Z", config: { streamSeconds: 600 } });
  await api.app.listen({ host: "127.0.0.1", port: 0 });
  ({ app: second } = await buildServer(api.deps));
  await second.listen({ host: "127.0.0.1", port: 0 });
  ids = await aRound(api, 2027, ["CRI", "MEX"]);
  // An account that is added is news for the secretariat.
  for (const who of readersOfBoard) await api.person(who);
});
afterEach(async () => {
  for (const stream of streams.splice(0)) await stream.leave();
});
afterAll(async () => {
  await second?.close();
  await api?.close();
});

const readersOfBoard = [
  ...(["secretariat", "secretariat#2", "rcgm_delegate", "civil_society"] as const),
  ...(["focal_point:MEX", "focal_point:CRI", "alternate:CRI"] as const),
];

async function follow(who: Who, year = 2027, app = api.app): Promise<EventStream<BoardNews>> {
  const stream = await openStream<BoardNews>(app, await api.person(who), `/rounds/${year}/live`);
  streams.push(stream);
  if (stream.status === 200) await stream.until(({ everything }) => everything);
  return stream;
}
const of = (country: string) => (news: BoardNews) => news.countries.includes(country);
const told = (stream: EventStream<BoardNews>) => [...new Set(stream.news.flatMap(({ countries }) => countries))].sort();
const params = (country: string) => ({ submissionId: ids[country] as string });
const extend = (country: string, dueOn: string, as: Who = "secretariat") =>
  api.call(extendSubmission, { as, params: params(country), body: { dueOn, reason: "Change of government" } });
const answer = {
  state: "not_available",
  value: null,
  reason: "There is no register",
  comment: "",
  evidence: [],
} as const;
/** What is told later than this act: whoever hears of it has heard of everything before. */
let day = 10;
const afterwards = async (stream: EventStream<BoardNews>) => {
  day += 1;
  expect((await extend("MEX", `2027-06-${day}`)).status).toBe(200);
  await stream.until(of("MEX"));
};

test("that the reminders of a whole round are held, or that it ends, is news for the Secretariat alone", async () => {
  const [desk, region, country] = [
    await follow("secretariat"),
    await follow("rcgm_delegate"),
    await follow("focal_point:CRI"),
  ];
  const round = { year: 2027 };
  const heard = () => [desk, region, country].map(({ news }) => news.filter(({ everything }) => everything).length);
  expect(heard()).toEqual([1, 1, 1]);
  const held = await api.call(holdReminders, {
    as: "secretariat",
    params: round,
    body: { country: null, lastDay: "2027-03-01", reason: "A summit of all countries" },
  });
  await desk.until(() => heard()[0] === 2);
  const holdId = held.body.holds[0]?.id as string;
  await api.call(liftHold, { as: "secretariat", params: { ...round, holdId }, body: { reason: "It is over" } });
  await desk.until(() => heard()[0] === 3);
  for (const stream of [region, country]) await afterwards(stream);
  expect(heard()).toEqual([3, 1, 1]);
});

test("another person's act is told within two seconds, in any instance, to everybody who reads the board", async () => {
  const readers = await Promise.all([
    follow("secretariat#2"),
    follow("secretariat#2", 2027, second),
    follow("rcgm_delegate"),
    follow("focal_point:MEX"),
    follow("focal_point:CRI"),
  ]);
  const begun = performance.now();
  expect((await extend("CRI", "2027-06-01")).status).toBe(200);
  // An instance that has just begun to listen may have missed something, and says so too.
  const heard = await Promise.all(readers.map((each) => each.until(of("CRI"))));
  expect(heard.map(({ countries }) => countries)).toEqual(readers.map(() => ["CRI"]));
  expect(performance.now() - begun).toBeLessThan(2_000);
});

test("how far the work is, the secretariat and the country itself learn, and nobody else that there was any", async () => {
  const [desk, own, other, region] = await Promise.all([
    follow("secretariat"),
    follow("alternate:CRI"),
    follow("focal_point:MEX"),
    follow("rcgm_delegate"),
  ]);
  // The first answer begins the report, which everybody may know.
  const save = (revision: number) =>
    api.call(saveAnswer, {
      as: "focal_point:CRI",
      params: { ...params("CRI"), indicatorCode: "TIP-PRO-04" },
      revision,
      body: { ...answer, reason: `${answer.reason} (${revision})` },
    });
  await save(0);
  await Promise.all([desk, own, other, region].map((each) => each.until(of("CRI"))));
  for (const each of [desk, own, other, region]) each.news.splice(0);
  expect((await save(1)).status).toBe(200);
  await Promise.all([desk, own].map((each) => each.until(of("CRI"))));
  for (const each of [other, region]) {
    await afterwards(each);
    expect(told(each)).toEqual(["MEX"]);
    each.news.splice(0);
  }
});

test("asks and contacts are told to the secretariat alone; what a board does not show, to nobody", async () => {
  const [desk, own, region] = await Promise.all([
    follow("secretariat#2"),
    follow("focal_point:CRI"),
    follow("rcgm_delegate"),
  ]);
  const preview = await api.call(resendNotices, {
    as: "secretariat",
    params: { year: 2027 },
    body: { countries: ["CRI"], preview: true },
  });
  const seen = preview.body.countries.map(({ country, asksWritten }) => ({ country, asksWritten }));
  const sent = await api.call(resendNotices, {
    as: "secretariat",
    params: { year: 2027 },
    body: { countries: ["CRI"], seen, preview: false },
  });
  expect(sent.body.batchId).not.toBeNull();
  await desk.until(of("CRI"));
  desk.news.splice(0);
  await api.addPerson({ role: "approver", country: "CRI" });
  await desk.until(of("CRI"));
  desk.news.splice(0);
  for (const each of [own, region]) {
    await afterwards(each);
    expect(told(each)).toEqual(["MEX"]);
  }
  // Whom a country asks in its ministries stands on no board.
  const asked = await api.call(askForSection, {
    as: "focal_point:CRI",
    params: params("CRI"),
    body: {
      ...{ name: "Lucía Vega", institution: "Fiscalía", address: "vega@fiscalia.example", language: "es" },
      ...{ indicators: ["TIP-LEG-01"], dueOn: "2027-03-15", note: "" },
    },
  });
  expect(asked.status).toBe(201);
  await api.call(addComment, {
    as: "focal_point:CRI",
    params: params("CRI"),
    body: { audience: "shared", body: "A question about the register.", indicatorCode: null },
  });
  await afterwards(desk);
  expect(told(desk)).toEqual(["MEX"]);
});

test("another round is another board; a round that changes is read anew; one that is not there is not found", async () => {
  const before = await api.call(openRound, {
    as: "secretariat",
    body: { year: 2028, opensOn: "2028-02-01", dueOn: "2028-04-30", obligatedGroup: "CA-MEX" },
  });
  const [of2027, of2028] = await Promise.all([follow("secretariat"), follow("secretariat", 2028)]);
  of2028.news.splice(0);
  await afterwards(of2027);
  expect(of2028.news).toEqual([]);
  const cancelled = await api.call(cancelRound, {
    as: "secretariat",
    params: { year: 2028 },
    body: { reason: "It was opened by mistake" },
    revision: before.body.revision,
  });
  expect(cancelled.status).toBe(200);
  await of2028.until(({ everything }) => everything);
  expect((await follow("secretariat", 2031)).status).toBe(404);
  expect((await follow("civil_society")).status).toBe(403);
});

test("a session that has ended hears nothing more", async () => {
  const person = await api.person("secretariat#2");
  const stream = await follow("secretariat#2");
  await api.db.asAuth((tx) => revokeSession(tx, person.sessionId, "test", api.clock.now()));
  stream.news.splice(0);
  await extend("CRI", "2027-07-01");
  await expect.poll(stream.isOver, { timeout: 10_000 }).toBe(true);
  expect(stream.news).toEqual([]);
});

test("many saves within a moment are told together", async () => {
  const desk = await follow("secretariat");
  await fill(api, "focal_point:MEX", ids.MEX as string);
  await submit(api, "focal_point:MEX", ids.MEX as string);
  await desk.until(of("MEX"));
  expect(desk.news.length).toBeLessThan(6);
  expect(told(desk)).toEqual(["MEX"]);
});
