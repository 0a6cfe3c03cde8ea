import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { addComment, type LiveNews, readAnswers, saveAnswer, saveAnswers, tellPlace } from "@avances/contracts";
import { findSession, revokeSession } from "@avances/db/queries/session-queries";
import type { FastifyInstance } from "fastify";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { buildServer } from "#server.ts";
import { type EventStream, openStream } from "#testing/event-stream.ts";
import { aRound, fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type TestPerson } from "#testing/start-test-api.ts";
import { liveHub } from "./live-hub.ts";

let api: TestApi;
let second: FastifyInstance;
let submissionId: string;
let countries: Readonly<Record<string, string>>;
const streams: EventStream<LiveNews>[] = [];

beforeAll(async () => {
  api = await startTestApi({ config: { streamSeconds: 600 } });
  countries = await aRound(api, 2027, ["CRI", "MEX"]);
  submissionId = countries.CRI as string;
  await api.app.listen({ host: "127.0.0.1", port: 0 });
  // Another instance on the same database.
  ({ app: second } = await buildServer(api.deps));
  await second.listen({ host: "127.0.0.1", port: 0 });
});
afterEach(async () => {
  for (const stream of streams.splice(0)) await stream.leave();
});
afterAll(async () => {
  await second?.close();
  await api?.close();
});

async function follow(person: TestPerson, app = api.app, id = submissionId): Promise<EventStream<LiveNews>> {
  const stream = await openStream<LiveNews>(app, person, `/submissions/${id}/live`);
  streams.push(stream);
  if (stream.status === 200) await stream.until((each) => each.stream !== undefined);
  return stream;
}

const notAvailable = {
  state: "not_available",
  value: null,
  reason: "There is no register of it",
  comment: "",
  evidence: [],
} as const;
const revisions = new Map<string, number>();
async function save(code: string, as: TestPerson | "focal_point:CRI" = "focal_point:CRI") {
  const revision = revisions.get(code) ?? 0;
  const reply = await api.call(saveAnswer, {
    as,
    params: { submissionId, indicatorCode: code },
    body: { ...notAvailable, reason: `${notAvailable.reason} (${revision})` },
    revision,
  });
  revisions.set(code, reply.body.answer.revision);
  return reply.body;
}
const has = (code: string) => (news: LiveNews) => news.answers?.[code] === revisions.get(code);

test("what a colleague saves is told to everybody who may see it, in any instance, and not what it says", async () => {
  const esteban = await api.person("alternate:CRI");
  const [here, there] = [await follow(esteban), await follow(esteban, second)];
  expect([here.status, here.headers.get("content-type"), here.headers.get("content-encoding")]).toEqual([
    200,
    "text/event-stream; charset=utf-8",
    null,
  ]);
  expect(here.headers.get("x-accel-buffering")).toBe("no");
  const begun = performance.now();
  await save("TIP-PRO-04");
  const told = await Promise.all([here, there].map((each) => each.until(has("TIP-PRO-04"))));
  expect(performance.now() - begun).toBeLessThan(2_000);
  expect(told).toMatchObject([{ answers: { "TIP-PRO-04": 1 } }, { answers: { "TIP-PRO-04": 1 } }]);
  expect(JSON.stringify([here.news, there.news])).not.toContain("register");
  // The first answer begins the report, which is an act.
  await here.until(({ revision, stream }) => revision === 2 && stream === undefined);

  const many = ["TIP-LEG-01", "TIP-LEG-02"].map((indicatorCode) => ({ ...notAvailable, indicatorCode, revision: 0 }));
  await api.call(saveAnswers, { as: "focal_point:CRI", params: { submissionId }, body: { answers: many } });
  expect(await here.until(({ answers }) => answers?.["TIP-LEG-02"] !== undefined)).toEqual({
    answers: { "TIP-LEG-01": 1, "TIP-LEG-02": 1 },
  });

  const read = await api.call(readAnswers, {
    as: esteban,
    params: { submissionId },
    query: { indicators: "TIP-PRO-04,TIP-LEG-03" },
  });
  expect(read.body.answers).toMatchObject([
    { indicatorCode: "TIP-PRO-04", revision: 1, updatedByName: "focal_point CRI" },
  ]);
  expect(read.body.byReader).toEqual([]);
  const own = await api.call(readAnswers, {
    as: "focal_point:CRI",
    params: { submissionId },
    query: { indicators: "TIP-PRO-04" },
  });
  expect(own.body.byReader).toEqual(["TIP-PRO-04"]);
});

test("a contributor learns of assigned answers only; the Secretariat of nothing in the draft; another country of nothing at all", async () => {
  const carla = await api.addPerson({ role: "contributor", country: "CRI", assignedIndicators: ["TIP-PRO-01"] });
  const secretariat = await api.person("secretariat");
  const [limited, desk] = [await follow(carla), await follow(secretariat)];
  expect(limited.news[0]?.answers).toEqual({});
  expect(desk.news[0]).toEqual({
    stream: expect.any(String),
    revision: expect.any(Number),
    answers: {},
    notes: 0,
    people: [],
    verdicts: 0,
  });
  expect((await follow(await api.person("focal_point:MEX"))).status).toBe(404);
  await save("TIP-PRO-02");
  await save("TIP-PRO-01");
  await limited.until(has("TIP-PRO-01"));
  await api.call(addComment, {
    as: "focal_point:CRI",
    params: { submissionId },
    body: { indicatorCode: null, audience: "country", body: "Only among us" },
  });
  await api.call(addComment, {
    as: "focal_point:CRI",
    params: { submissionId },
    body: { indicatorCode: null, audience: "shared", body: "For the Secretariat" },
  });
  expect(await desk.until(({ notes, stream }) => notes === 1 && stream === undefined)).toEqual({ notes: 1 });
  expect(limited.news.flatMap(({ answers }) => Object.keys(answers ?? {}))).toEqual(["TIP-PRO-01"]);
  expect(
    desk.news
      .slice(1)
      .flatMap(({ answers, people }) => [answers, people])
      .filter((each) => each !== undefined),
  ).toEqual([]);
});

test("who is there, and where: across instances, until they leave; a contributor knows only those at assigned answers", async () => {
  const ana = await api.addPerson({ role: "focal_point", country: "CRI", displayName: "Ana Solano" });
  const esteban = await api.addPerson({ role: "alternate", country: "CRI", displayName: "Esteban Quirós" });
  const carla = await api.addPerson({ role: "contributor", country: "CRI", assignedIndicators: ["TIP-PRO-01"] });
  const [mine, limited] = [await follow(ana), await follow(carla, second)];
  const his = await follow(esteban, second);
  const tab = await follow(ana);
  const at = (name: string, code: string | null) => (news: LiveNews) =>
    news.people?.some((each) => each.name === name && each.indicatorCode === code) === true;
  await mine.until(at("Esteban Quirós", null));
  const goTo = (indicatorCode: string, as = esteban, stream = his) =>
    api.call(tellPlace, {
      as,
      params: { submissionId, streamId: stream.news[0]?.stream as string },
      body: { section: indicatorCode.slice(0, 7), indicatorCode },
    });
  expect((await goTo("TIP-PRO-04")).status).toBe(204);
  expect((await mine.until(at("Esteban Quirós", "TIP-PRO-04"))).people).toContainEqual({
    stream: his.news[0]?.stream,
    who: "colleague",
    name: "Esteban Quirós",
    section: "TIP-PRO",
    indicatorCode: "TIP-PRO-04",
  });
  const last = (stream: EventStream<LiveNews>) =>
    stream.news.findLast(({ people }) => people !== undefined)?.people ?? [];
  expect(last(mine).find(({ stream }) => stream === tab.news[0]?.stream)).toMatchObject({ who: "own-tab" });
  expect(last(limited).map(({ name }) => name)).not.toContain("Esteban Quirós");
  await goTo("TIP-PRO-01");
  await limited.until(at("Esteban Quirós", "TIP-PRO-01"));

  // Nobody moves another person, and nobody is where they cannot be.
  await goTo("TIP-LEG-01", ana, his);
  expect((await goTo("TIP-PRO-04", carla, limited)).status).toBe(404);
  await his.leave();
  await mine.until(
    ({ people }) => people?.every(({ name }) => name !== "Esteban Quirós") === true && people.length > 0,
  );
  expect(mine.news.some(at("Esteban Quirós", "TIP-LEG-01"))).toBe(false);
});

test("who left is gone everywhere, even when the news of the arrival was slow", async () => {
  const { db, log } = api.deps;
  let isFirst = true;
  const slow = liveHub({
    log,
    db: {
      onLive: db.onLive,
      authQuery: async (query) => {
        const isSlow = isFirst;
        isFirst = false;
        if (isSlow) await wait(300);
        return db.authQuery(query);
      },
    },
  });
  const other = liveHub({ db, log });
  try {
    const person = {
      submission: submissionId,
      user: randomUUID(),
      browser: "one",
      bySection: false,
      section: null,
      indicatorCode: null,
    };
    let heard = 0;
    other.follow(submissionId, () => {
      heard += 1;
    });
    const leave = slow.arrive({ ...person, stream: randomUUID(), name: "Here and gone" });
    leave();
    slow.arrive({ ...person, stream: randomUUID(), name: "Here" });
    const names = () => [slow, other].map((hub) => hub.peopleAt(submissionId).map(({ name }) => name));
    await expect.poll(names, { timeout: 5_000 }).toEqual([["Here"], ["Here"]]);
    // Long enough for the slow news, had it been passed over.
    await wait(500);
    expect(names()).toEqual([["Here"], ["Here"]]);
    expect(heard).toBeGreaterThan(0);
  } finally {
    await Promise.all([slow.close(), other.close()]);
  }
});

test("nothing is told to a session that has ended, and listening does not keep one alive", async () => {
  const leaving = await api.addPerson({ role: "alternate", country: "CRI" });
  const stream = await follow(leaving);
  const lastUsed = async () => (await api.db.authQuery((tx) => findSession(tx, leaving.sessionId)))?.session.lastUsedAt;
  const before = await lastUsed();
  await api.db.asAuth((tx) => revokeSession(tx, leaving.sessionId, "test", api.clock.now()));
  await save("TIP-PRO-04");
  await expect.poll(() => stream.isOver()).toBe(true);
  expect(stream.news.some(has("TIP-PRO-04"))).toBe(false);
  expect(await lastUsed()).toEqual(before);
});

test("one person has eight streams in an instance, not nine; those that end make room", async () => {
  const busy = await api.addPerson({ role: "alternate", country: "CRI" });
  const all = [];
  for (let n = 0; n < 8; n += 1) all.push(await follow(busy));
  const ninth = await follow(busy);
  expect([ninth.status, ninth.headers.get("retry-after")]).toEqual([429, "60"]);
  await all[0]?.leave();
  await expect.poll(async () => (await follow(busy)).status).toBe(200);
});

test("an instance that stops ends its streams and waits for nobody", async () => {
  const { app } = await buildServer(api.deps);
  await app.listen({ host: "127.0.0.1", port: 0 });
  const stream = await follow(await api.person("alternate:CRI"), app);
  const begun = performance.now();
  await app.close();
  await expect.poll(() => stream.isOver()).toBe(true);
  expect(performance.now() - begun).toBeLessThan(5_000);
});

test("a report that is submitted is news to the Secretariat as well", async () => {
  const mexico = countries.MEX as string;
  await fill(api, "focal_point:MEX", mexico);
  const desk = await follow(await api.person("secretariat"), api.app, mexico);
  const before = desk.news[0]?.revision as number;
  await submit(api, "focal_point:MEX", mexico);
  // The last answer of before may still be told meanwhile.
  const isNewer = ({ revision, stream }: { revision?: number; stream?: string }) =>
    stream === undefined && revision !== undefined && revision > before;
  expect(await desk.until(isNewer)).toEqual({ revision: before + 1 });
});
