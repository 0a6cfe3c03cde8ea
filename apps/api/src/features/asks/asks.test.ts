import {
  type AsksOfCountry,
  type CountryStatus,
  getAsks,
  getAsksCsv,
  getAsksWorkbook,
  getRoundStatus,
  noteExchange,
  resendNotices,
  withdrawExchange,
} from "@avances/contracts";
import { loadLedger, runScheduler, timesAsked } from "@avances/notices";
import { startMailSink } from "@avances/testing";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeEach, expect, test } from "vitest";
import { openStream } from "#testing/event-stream.ts";
import { aRound } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type Who } from "#testing/start-test-api.ts";

let api: TestApi;
const params = { year: 2027 };
const call = {
  country: "HND",
  channel: "telephone",
  happenedOn: "2027-02-09",
  withWhom: "Suyapa Zelaya",
  isAsk: true,
  said: "by_date",
  promisedOn: "2027-03-01",
  detail: "",
} as const;

beforeEach(async () => {
  await api?.close();
  api = await startTestApi({ now: "2027-02-10T15:00:00Z", config: { streamSeconds: 600 } });
  for (const who of ["focal_point:HND", "focal_point:MEX", "secretariat#2"] as const) await api.person(who);
  await aRound(api, 2027, ["HND", "MEX"]);
});
afterAll(() => api.close());

const note = (patch: Partial<Parameters<typeof body>[0]> = {}, as: Who = "secretariat") =>
  api.call(noteExchange, { as, params, body: body(patch) });
const body = (patch: object) => ({ ...call, ...patch });
const asks = async (as: Who = "secretariat", country = "HND"): Promise<AsksOfCountry> =>
  (await api.call(getAsks, { as, params: { country } })).body;

async function runSchedulerOnce(): Promise<void> {
  const stop = new AbortController();
  const sink = await startMailSink();
  const config = { ...api.deps.config, ticketKey: api.deps.config.secrets.ticketKey };
  const live = { mailMode: "live", smtpUrl: sink.url } as const;
  const scheduler = runScheduler({ ...api.deps, config: { ...config, ...live } }, stop.signal);
  await scheduler.runOnce();
  stop.abort();
  await scheduler.done;
  await sink.close();
}

test("messages, calls and letters are one list with one count, and the board says the same number", async () => {
  await runSchedulerOnce();
  await note();
  api.clock.set("2027-02-12T15:00:00Z");
  await api.call(resendNotices, {
    as: "secretariat",
    params,
    body: { countries: ["HND"], preview: false, seen: [{ country: "HND", asksWritten: 1 }] },
  });
  await runSchedulerOnce();
  await note({ channel: "letter", happenedOn: "2027-02-12", said: "no_answer", promisedOn: null, withWhom: "" });
  const own = await asks();
  expect(
    own.entries.map((entry) => [entry.kind === "message" ? entry.step : entry.channel, entry.day, entry.nth]),
  ).toEqual([
    ["telephone", "2027-02-09", 1],
    ["opening", "2027-02-10", 2],
    ["resend", "2027-02-12", 3],
    ["letter", "2027-02-12", 4],
  ]);
  expect(own.rounds).toMatchObject([
    { year: 2027, referenceYear: 2026, asks: 4, lastAskOn: "2027-02-12", isCancelled: false },
  ]);
  expect(own.entries.find(({ id }) => id === own.rounds[0]?.lastAnswerId)).toMatchObject({
    said: "by_date",
    promisedOn: "2027-03-01",
    notedByName: (await api.person("secretariat")).displayName,
  });
  const ledger = await api.db.asWorker((tx) => loadLedger(tx, [2027]));
  expect(timesAsked(ledger(2027, "HND"))).toBe(4);
  const board = (await api.call(getRoundStatus, { as: "secretariat", params })).body;
  expect(board.countries.find(({ country }) => country === "HND")?.desk).toMatchObject({
    asks: 4,
    lastAnswer: { channel: "telephone", day: "2027-02-09", said: "by_date", promisedOn: "2027-03-01" },
  });
  expect(board.countries.find(({ country }) => country === "MEX")?.desk?.lastAnswer).toBeNull();
});

test("the board gives its last message the number that it has in the list of all requests, whatever was noted, and when", async () => {
  await runSchedulerOnce();
  const numbers = async () => {
    const { entries } = await asks();
    const { desk } = (await api.call(getRoundStatus, { as: "secretariat", params })).body.countries.find(
      ({ country }) => country === "HND",
    ) as CountryStatus;
    return [desk?.lastAsk?.ordinal, entries.findLast(({ kind }) => kind === "message")?.nth, desk?.asks];
  };
  expect(await numbers()).toEqual([1, 1, 1]);
  // A call of the day before, noted later; one of the same day, after the message; one that was no request.
  await note();
  expect(await numbers()).toEqual([2, 2, 2]);
  await note({ happenedOn: "2027-02-10" });
  expect(await numbers()).toEqual([2, 2, 3]);
  await note({ isAsk: false });
  expect(await numbers()).toEqual([2, 2, 3]);
  // A reminder that was written and has not left yet will be the fourth.
  api.clock.set("2027-02-12T15:00:00Z");
  const body = { countries: ["HND"], preview: false, seen: [{ country: "HND", asksWritten: 1 }] };
  await api.call(resendNotices, { as: "secretariat", params, body });
  expect((await numbers())[0]).toBe(4);
  await runSchedulerOnce();
  expect(await numbers()).toEqual([4, 4, 4]);
});

test("when a country was asked last is said of calls and letters too: on the board, and before it is reminded", async () => {
  api.clock.set("2027-02-15T15:00:00Z");
  await note({ country: "MEX", happenedOn: "2027-02-14" });
  const board = (await api.call(getRoundStatus, { as: "secretariat", params })).body;
  expect(board.countries.find(({ country }) => country === "MEX")?.desk).toMatchObject({
    ...{ asks: 1, lastAskOn: "2027-02-14", lastAsk: null },
  });
  const preview = await api.call(resendNotices, {
    as: "secretariat",
    params,
    body: { countries: ["MEX"], preview: true },
  });
  expect(preview.body.countries).toMatchObject([{ asks: 1, lastAskOn: "2027-02-14" }]);
});

test("a call that reached nobody is noted and is no request; what cannot be noted is refused with what is wrong", async () => {
  expect((await note({ said: "no_answer", promisedOn: null, isAsk: false })).body.nth).toBeNull();
  const refused = async (patch: object) => (await note(patch)).problem?.details?.faults;
  expect(await refused({ said: "no_answer", promisedOn: null })).toEqual(["ask_reached_nobody"]);
  expect(await refused({ happenedOn: "2027-02-11" })).toEqual(["day"]);
  expect(await refused({ promisedOn: "2027-02-08" })).toEqual(["promise"]);
  expect(await refused({ promisedOn: "2027-12-01" })).toEqual(["promise"]);
  expect(await refused({ said: "waits_for", promisedOn: null })).toEqual(["detail"]);
  expect((await note({ country: "ZZZ" })).problem?.code).toBe("not-found");
  expect((await api.call(noteExchange, { as: "secretariat", params: { year: 2031 }, body: call })).problem?.code).toBe(
    "not-found",
  );
  expect((await asks()).rounds[0]).toMatchObject({ asks: 0, lastAnswerId: null });
});

test("a note is read by the Secretariat and by that country, whoever reads all of its report there, and by nobody else", async () => {
  await note({ detail: "The new director begins in March" });
  for (const who of ["focal_point:HND", "alternate:HND", "approver:HND", "liaison_officer:HND"] as const)
    expect((await asks(who)).entries).toMatchObject([{ detail: "The new director begins in March", nth: 1 }]);
  for (const [who, code] of [
    ["focal_point:MEX", "not-found"],
    ["contributor:HND", "not-allowed"],
    ["rcgm_delegate", "not-allowed"],
    ["presidency", "not-allowed"],
    ["observer", "not-allowed"],
  ] as const)
    expect((await api.call(getAsks, { as: who, params: { country: "HND" } })).problem?.code).toBe(code);
  expect((await note({}, "focal_point:HND")).problem?.code).toBe("not-allowed");
  const own = await api.call(getAsksCsv, { as: "focal_point:HND", query: { language: "es" } });
  expect(own.text).toContain("The new director begins in March");
  const foreign = await api.call(getAsksCsv, { as: "focal_point:MEX", query: { country: "HND" } });
  expect(foreign.problem?.code).toBe("not-found");
});

test("a wrong note is withdrawn with a reason, once, stays for both to read, and counts no more", async () => {
  const { id } = (await note()).body;
  const withdraw = (as: Who = "secretariat#2") =>
    api.call(withdrawExchange, { as, params: { exchangeId: id }, body: { reason: "It was about Guatemala" } });
  expect((await withdraw("focal_point:HND")).problem?.code).toBe("not-allowed");
  const withdrawn = { byName: (await api.person("secretariat#2")).displayName, reason: "It was about Guatemala" };
  expect((await withdraw()).body).toMatchObject({ nth: null, withdrawn });
  expect((await withdraw()).problem?.code).toBe("transition-refused");
  const own = await asks("focal_point:HND");
  expect(own.entries).toMatchObject([{ id, nth: null, withdrawn }]);
  expect(own.rounds[0]).toMatchObject({ asks: 0, lastAskOn: null, lastAnswerId: null });
});

test("the same key notes once", async () => {
  const request = { as: "secretariat", params, body: call, idempotencyKey: "call-to-honduras" } as const;
  const [one, again] = [await api.call(noteExchange, request), await api.call(noteExchange, request)];
  expect(again.body).toEqual(one.body);
  expect((await asks()).entries).toHaveLength(1);
});

test("notes of one instant stand in the order in which they were made, and the last of them is the last word", async () => {
  const days = ["2027-03-01", "2027-03-02", "2027-03-03", "2027-03-04", "2027-03-05", "2027-03-08"];
  for (const promisedOn of days) expect((await note({ promisedOn })).status).toBe(201);
  const { entries, rounds } = await asks();
  const said = entries.map((entry) => ("promisedOn" in entry ? entry.promisedOn : null));
  expect([said, rounds[0]?.lastAnswerId]).toEqual([days, entries.at(-1)?.id]);
  const board = (await api.call(getRoundStatus, { as: "secretariat", params })).body;
  expect(board.countries.find(({ country }) => country === "HND")?.desk?.lastAnswer?.promisedOn).toBe("2027-03-08");
});

test("the other person of the Secretariat hears of a note while looking at the board; a country does not", async () => {
  await api.app.listen({ host: "127.0.0.1", port: 0 });
  const [desk, country] = await Promise.all(
    (["secretariat#2", "focal_point:MEX"] as const).map(async (who) => {
      const stream = await openStream<{ everything: boolean; countries: string[] }>(
        api.app,
        await api.person(who),
        "/rounds/2027/live",
      );
      await stream.until(({ everything }) => everything);
      return stream;
    }),
  );
  if (desk === undefined || country === undefined) throw new Error("No stream");
  const { id } = (await note()).body;
  await desk.until(({ countries }) => countries.includes("HND"));
  const heard = desk.news.length;
  await api.call(withdrawExchange, { as: "secretariat", params: { exchangeId: id }, body: { reason: "A mistake" } });
  await desk.until(({ countries }) => countries.includes("HND") && desk.news.length > heard);
  expect(country.news.flatMap(({ countries }) => countries)).toEqual([]);
  await Promise.all([desk.leave(), country.leave()]);
});

test("the file for a meeting: all countries or one, in both languages, words never run as a formula", async () => {
  await runSchedulerOnce();
  await note({ detail: '=HYPERLINK("http://x")', said: "other", promisedOn: null });
  const lines = async (query: object) =>
    (await api.call(getAsksCsv, { as: "secretariat", query })).text.split("\r\n").filter(Boolean);
  const all = await lines({ language: "en" });
  expect(all[0]).toContain("\uFEFFCountry,Round,Data for,Request no.,Day,Time there");
  expect(all.slice(1).map((line) => line.split(",").slice(0, 5).join(" "))).toEqual([
    "Honduras 2027 2026 1 2027-02-09",
    "Honduras 2027 2026 2 2027-02-10",
    "Mexico 2027 2026 1 2027-02-10",
  ]);
  const one = await lines({ language: "es", country: "HND" });
  expect(one).toHaveLength(3);
  expect(one[1]).toContain(`;"'=HYPERLINK(""http://x"")";`);
  expect(one[2]).toContain("09:00;Tegucigalpa;Mensaje automático;Apertura de la ronda;focal_point HND (punto focal)");

  const reply = await api.app.inject({
    method: "GET",
    url: "/api/v1/asks.xlsx?country=HND&language=es",
    headers: { cookie: (await api.person("secretariat")).cookie },
  });
  expect(reply.headers["content-disposition"]).toContain('filename="solicitudes-HND-2027-02-10.xlsx"');
  const files = unzipSync(new Uint8Array(reply.rawPayload));
  const words = strFromU8(files["xl/sharedStrings.xml"] ?? new Uint8Array());
  expect(words).toContain("Solicitudes a Honduras desde la ronda 2027");
  expect(strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array())).not.toContain("<f>");
  expect((await api.call(getAsksWorkbook, { as: "rcgm_delegate" })).problem?.code).toBe("not-allowed");
});
