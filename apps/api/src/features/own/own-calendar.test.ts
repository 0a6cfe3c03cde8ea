import {
  type BodyInputOf,
  cancelMeeting,
  cancelRound,
  endCalendar,
  exemptSubmission,
  extendSubmission,
  fileActivity,
  getOwnSettings,
  makeCalendar,
  planMeeting,
  returnSubmission,
  saveActivity,
} from "@avances/contracts";
import { updateUser } from "@avances/db/queries/user-queries";
import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aRound, fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type Who } from "#testing/start-test-api.ts";

// The calendar of due dates, read with a parser of another library than the one that writes it.

let api: TestApi;
let ids: Readonly<Record<string, string>>;
beforeAll(async () => {
  api = await startTestApi({ now: "2027-02-10T15:00:00Z", config: { publicUrl: "https://avances.example.org" } });
  ids = await aRound(api, 2027, ["CRI", "SLV", "MEX"]);
});
afterAll(() => api.close());

const make = async (as: Who) => (await api.call(makeCalendar, { as })).body;
const pathOf = (address: string) => new URL(address).pathname;
const get = (path: string, headers: Readonly<Record<string, string>> = {}, remoteAddress = "127.0.0.1") =>
  api.app.inject({ url: path, headers, remoteAddress });
let programs = 0;

/** The entries of a calendar by their `uid`. */
async function entriesAt(path: string) {
  // Each read comes from a place of its own: how often one place may ask is the business of the last test.
  programs += 1;
  const reply = await get(path, {}, `10.0.${Math.floor(programs / 250)}.${1 + (programs % 250)}`);
  expect(reply.statusCode).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(reply.body));
  return new Map(
    calendar.getAllSubcomponents("vevent").map((component) => {
      const event = new ICAL.Event(component);
      return [
        event.uid,
        {
          date: event.startDate.toString(),
          isAllDay: event.startDate.isDate,
          until: event.endDate.toString(),
          sequence: event.sequence,
          title: event.summary,
          text: event.description,
          ...(event.location && { place: event.location }),
          url: component.getFirstPropertyValue("url"),
          status: component.getFirstPropertyValue("status"),
          alarms: component.getAllSubcomponents("valarm").length,
        },
      ];
    }),
  );
}

test("a focal point's calendar is of the own country, in the own language, and moves with its date", async () => {
  const [secretariat, { userId }] = [await api.person("secretariat"), await api.person("focal_point:CRI")];
  await api.db.asActor(secretariat, (tx) => updateUser(tx, userId, { language: "es" }));
  const { address, settings } = await make("focal_point:CRI");
  expect(address).toMatch(/^https:\/\/avances\.example\.org\/calendar\/[\w-]{43}\.ics$/);
  expect(settings).toMatchObject({ calendar: { offered: "country", feed: { since: api.clock.now().toISOString() } } });
  const uid = "2027-cri-due@avances.example.org";
  const before = await entriesAt(pathOf(address));
  expect([...before.keys()]).toEqual([uid]);
  expect(before.get(uid)).toEqual({
    ...{ date: "2027-04-30", isAllDay: true, until: "2027-05-01", sequence: 2, status: "CONFIRMED", alarms: 1 },
    title: "Fecha límite del informe: Costa Rica, ronda 2027",
    text: "La Secretaría Técnica espera el informe de Costa Rica para la ronda 2027 (datos de 2026) hasta el final de este día, hora de San José.",
    url: `https://avances.example.org/es/reports/${ids.CRI}`,
  });
  await api.call(extendSubmission, {
    as: "secretariat",
    params: { submissionId: ids.CRI as string },
    body: { dueOn: "2027-05-14", reason: "The ministry of justice asked for two weeks." },
  });
  const after = (await entriesAt(pathOf(address))).get(uid);
  expect(after?.date).toBe("2027-05-14");
  expect(after?.sequence).toBeGreaterThan(2);
});

test("the secretariat's calendar has the dates of rounds and of every country, and reminds of none", async () => {
  const { address, settings } = await make("secretariat");
  expect(settings.calendar.offered).toBe("rounds");
  const entries = await entriesAt(pathOf(address));
  expect([...entries.keys()].map((uid) => uid.replace("@avances.example.org", "")).sort()).toEqual(
    ["2027-cri-due", "2027-mex-due", "2027-opening", "2027-round_due", "2027-slv-due"].sort(),
  );
  expect([...entries.values()].reduce((sum, { alarms }) => sum + alarms, 0)).toBe(0);
  expect(entries.get("2027-mex-due@avances.example.org")?.url).toBe(
    "https://avances.example.org/en/rounds/2027?country=MEX",
  );
});

test("an exempted country, a returned report, a received one", async () => {
  const { address } = await make("focal_point:MEX");
  const uid = "2027-mex-due@avances.example.org";
  const due = async () => (await entriesAt(pathOf(address))).get(uid);
  await api.call(exemptSubmission, {
    as: "secretariat",
    params: { submissionId: ids.MEX as string },
    body: { reason: "A state of emergency was declared in the country." },
  });
  expect(await due()).toMatchObject({
    ...{ status: "CANCELLED", alarms: 0 },
    text: "No report is expected of Mexico in the 2027 round.",
  });

  const salvador = pathOf((await make("focal_point:SLV")).address);
  await fill(api, "focal_point:SLV", ids.SLV as string);
  await submit(api, "focal_point:SLV", ids.SLV as string);
  expect((await entriesAt(salvador)).get("2027-slv-due@avances.example.org")).toMatchObject({
    ...{ status: "CONFIRMED", alarms: 0 },
    text: "El Salvador has already sent its report for the 2027 round.",
  });
  await api.call(returnSubmission, {
    as: "secretariat",
    params: { submissionId: ids.SLV as string },
    body: {
      comments: [{ indicatorCode: api.deps.catalogues.current.indicators[0]?.code ?? "", body: "Which law is meant?" }],
      dueOn: "2027-03-05",
    },
  });
  expect((await entriesAt(salvador)).get("2027-slv-return_due@avances.example.org")).toMatchObject({
    ...{ date: "2027-03-05", status: "CONFIRMED", alarms: 1 },
    title: "Clarifications due: El Salvador, 2027 round",
  });
});

test("a round that was withdrawn stays as cancelled for those whose calendar had it", async () => {
  await aRound(api, 2026, ["CRI", "HND"]);
  const { address } = await make("focal_point:HND");
  const uid = "2026-hnd-due@avances.example.org";
  const before = (await entriesAt(pathOf(address))).get(uid);
  expect(before?.status).toBe("CONFIRMED");
  await api.call(cancelRound, {
    as: "secretariat",
    params: { year: 2026 },
    revision: 1,
    body: { reason: "It was opened for the wrong year." },
  });
  const after = await entriesAt(pathOf(address));
  expect([...after.keys()]).toEqual([uid]);
  expect(after.get(uid)).toMatchObject({ date: before?.date, status: "CANCELLED", alarms: 0 });
  expect(after.get(uid)?.sequence).toBeGreaterThan(before?.sequence ?? 99);
});

test("only the present address works, for as long as its person is there, and everything else is not found", async () => {
  const first = pathOf((await make("alternate:CRI")).address);
  const second = pathOf((await make("alternate:CRI")).address);
  expect([(await get(first)).statusCode, (await get(second)).statusCode]).toEqual([404, 200]);
  const wrong = [
    "/calendar/x.ics",
    "/calendar/.ics",
    second.replace(".ics", ""),
    second.replace(/.\.ics$/, "-.ics"),
    `${second.slice(0, 30)}.ics`,
    `/calendar/${"a".repeat(43)}.ics`,
    "/calendar/%00%ff.ics",
  ];
  const replies = await Promise.all(wrong.map((path) => get(path)));
  expect(replies.map(({ statusCode }) => statusCode).filter((status) => status !== 404 && status !== 400)).toEqual([]);
  const ended = (await api.call(endCalendar, { as: "alternate:CRI" })).body;
  expect(ended.calendar.feed).toBeNull();
  expect((await get(second)).statusCode).toBe(404);
  expect((await api.call(getOwnSettings, { as: "alternate:CRI" })).body.calendar.feed).toBeNull();
});

test("it is for one program: no shared cache keeps it, a tag says that nothing changed, HEAD has no body", async () => {
  const path = pathOf((await make("focal_point:CRI")).address);
  const reply = await get(path);
  expect(reply.headers).toMatchObject({
    "cache-control": "private, no-cache",
    "content-type": "text/calendar; charset=utf-8",
  });
  expect((await get(path, { "if-none-match": String(reply.headers.etag) })).statusCode).toBe(304);
  const head = await api.app.inject({ method: "HEAD", url: path });
  expect([head.statusCode, head.body, head.headers["content-length"]]).toEqual([
    200,
    "",
    String(Buffer.byteLength(reply.body)),
  ]);
  expect(api.logLines.join("\n")).not.toContain(path.slice(10, 40));
  // RFC 5545, 3.1: no line is longer than 75 octets.
  expect(Math.max(...reply.body.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
});

test("everybody has a calendar: that of an observer has meetings alone, that of who fills in a part none", async () => {
  expect((await api.call(getOwnSettings, { as: "presidency" })).body).toEqual({
    calendar: { offered: "meetings", showsMeetings: true, feed: null },
    digest: { offered: null, wanted: true },
  });
  expect((await api.call(makeCalendar)).status).toBe(401);
  const plan = {
    body: "LON",
    heldOn: "2027-06-01",
    untilOn: "2027-06-02",
    place: "Tegucigalpa; sala 2",
    host: "HND",
  } as const;
  const meeting = (await api.call(planMeeting, { as: "secretariat", body: { ...plan, publicSource: null } })).body;
  const past = { ...plan, heldOn: "2013-11-18", untilOn: null, publicSource: "RCM-LON-2013" };
  await api.call(planMeeting, { as: "secretariat", body: past });
  const uid = `meeting-${meeting.id}@avances.example.org`;
  const observer = await entriesAt(pathOf((await make("observer")).address));
  // What was long ago is in no calendar.
  expect([...observer.keys()]).toEqual([uid]);
  expect(observer.get(uid)).toEqual({
    ...{ date: "2027-06-01", isAllDay: true, until: "2027-06-03", sequence: 1, status: "CONFIRMED", alarms: 0 },
    ...{ title: "Meeting: Liaison Officer Network", text: "Host: Honduras.", place: "Tegucigalpa; sala 2" },
    url: `https://avances.example.org/en/network/meetings/${meeting.id}`,
  });
  for (const who of ["secretariat", "focal_point:MEX", "rcgm_delegate", "liaison_officer:CRI"] as const)
    expect([who, [...(await entriesAt(pathOf((await make(who)).address))).keys()].includes(uid)]).toEqual([who, true]);
  // Those who tell of their country's progress have the day by which it is awaited; whoever only reads has not.
  const awaited = `progress-${meeting.id}-mex@avances.example.org`;
  const dayOf = async (who: Who) => (await entriesAt(pathOf((await make(who)).address))).get(awaited);
  expect(await dayOf("focal_point:MEX")).toMatchObject({
    ...{ date: "2027-05-18", status: "CONFIRMED", alarms: 1, sequence: 1 },
  });
  // Once the meeting has begun, by its own clocks, nothing is asked by that day any more.
  const [before, own] = [api.clock.now().toISOString(), pathOf((await make("focal_point:MEX")).address)];
  api.clock.set("2027-06-01T05:59:00Z");
  expect((await entriesAt(own)).get(awaited)).toMatchObject({ alarms: 1 });
  api.clock.set("2027-06-01T06:00:00Z");
  const over = (await entriesAt(own)).get(awaited);
  expect(over).toMatchObject({ status: "CONFIRMED", alarms: 0 });
  expect(over?.text).toMatch(/was awaited .* The meeting has begun since|se esperaban .* La reunión ya comenzó/);
  api.clock.set(before);
  expect((await dayOf("focal_point:MEX"))?.url).toContain(`/network/meetings/${meeting.id}`);
  for (const who of ["observer", "liaison_officer:CRI"] as const) expect(await dayOf(who)).toBeUndefined();
  const { address, settings } = await make("contributor:MEX");
  expect(settings.calendar).toMatchObject({ offered: "country", showsMeetings: false });
  expect((await entriesAt(pathOf(address))).has(uid)).toBe(false);

  // The file of the one meeting is the same entry, in the language that is asked for; a cancelled one says so in both.
  const file = async (as: Who) => {
    const { cookie } = await api.person(as);
    return get(`/api/v1/meetings/${meeting.id}/meeting.ics?language=es`, { cookie });
  };
  const alone = await file("observer");
  expect(alone.headers["content-type"]).toContain("text/calendar");
  expect(alone.headers["content-disposition"]).toContain("reunion-2027-06-01.ics");
  expect(alone.body).toContain(`UID:${uid}`);
  expect(alone.body).toContain("SUMMARY:Reunión: Red de Funcionarios de Enlace");
  expect((await file("contributor:MEX")).statusCode).toBe(403);
  const params = { meetingId: meeting.id };
  const body = { reason: "A hurricane is coming" };
  await api.call(cancelMeeting, { as: "secretariat", params, revision: 1, body });
  expect((await entriesAt(pathOf((await make("observer")).address))).get(uid)).toMatchObject({
    ...{ status: "CANCELLED", sequence: 2, text: "This meeting was cancelled." },
  });
  expect((await file("observer")).body).toContain("STATUS:CANCELLED");
  expect(await dayOf("focal_point:MEX")).toMatchObject({ status: "CANCELLED", alarms: 0, sequence: 2 });
});

test("proposed activities stand in the calendar of those who read them, until a meeting does not endorse them", async () => {
  const written: Omit<BodyInputOf<typeof saveActivity>, "visibility"> = {
    ...{ language: "es", subject: "Taller", body: "", translation: null, overruled: [], files: [], host: "CRI" },
    ...{ activityKind: "workshop", audience: ["labour"], startsOn: "2027-07-01", endsOn: "2027-07-02", place: "" },
    ...{ funding: { state: "own", note: "" }, aims: [{ kind: "indicator", code: "TIP-PRV-04" }], meetingId: null },
  };
  const propose = async (visibility: "members" | "network") => {
    const params = { matterId: crypto.randomUUID() };
    await api.call(saveActivity, { as: "focal_point:CRI", params, revision: 0, body: { ...written, visibility } });
    await api.call(fileActivity, { as: "focal_point:CRI", params, revision: 1 });
    return params.matterId;
  };
  const [forMembers, forAll] = [await propose("members"), await propose("network")];
  const uid = (id: string) => `activity-${id}@avances.example.org`;
  const observer = await entriesAt(pathOf((await make("observer")).address));
  expect(observer.has(uid(forMembers))).toBe(false);
  expect(observer.get(uid(forAll))).toEqual({
    ...{ date: "2027-07-01", isAllDay: true, until: "2027-07-03", sequence: 2, status: "TENTATIVE", alarms: 0 },
    ...{
      title: "Proposed activity: Taller",
      text: "Proposed by: Costa Rica. No endorsement by a meeting is on record.",
    },
    url: `https://avances.example.org/en/network/activities/${forAll}`,
  });
  expect((await entriesAt(pathOf((await make("liaison_officer:HND")).address))).has(uid(forMembers))).toBe(true);
  expect((await entriesAt(pathOf((await make("contributor:CRI")).address))).has(uid(forAll))).toBe(false);
});

test("a program that asks all the time is told to wait", async () => {
  const replies = [];
  for (let count = 0; count < 80; count += 1) replies.push((await get("/calendar/none.ics")).statusCode);
  expect(replies).toContain(429);
});
