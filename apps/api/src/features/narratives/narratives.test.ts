import { randomUUID } from "node:crypto";
import {
  askForProgress,
  assembleReport,
  type BodyInputOf,
  cancelMeeting,
  fileNarrative,
  getMeeting,
  getNarrative,
  getProgressAsks,
  getProgressOfMeeting,
  listMatterAsks,
  listNarratives,
  type NarrativeView,
  planMeeting,
  previewProgressAsk,
  recordAttendance,
  reviseNarrative,
  saveNarrative,
  saveTemplate,
  showNarrative,
  withdrawNarrative,
} from "@avances/contracts";
import { roles } from "@avances/domain/access";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi, type TestPerson } from "../../../testing/start-test-api.ts";

let api: TestApi;
let iom: TestPerson;
beforeAll(async () => {
  api = await startTestApi();
  iom = await api.addPerson({ role: "observer", organisation: "IOM" });
});
afterAll(() => api?.close());

type Written = BodyInputOf<typeof saveNarrative>;
let days = 0;

/** A meeting that has been, so that what belongs to it can be recorded. */
async function met(body: "LON" | "RCGM" = "LON"): Promise<string> {
  days += 1;
  const heldOn = `2026-01-${String(days).padStart(2, "0")}`;
  const plan = { body, heldOn, untilOn: null, place: "San José", host: "CRI", publicSource: null };
  return (await api.call(planMeeting, { as: "secretariat", body: plan })).body.id;
}
const progress = (meetingId: string, more: Partial<Written> = {}): Written => ({
  ...{ language: "es", subject: "Avances de Costa Rica", body: "Una ley nueva", translation: null, overruled: [] },
  ...{ instrument: "TIP", meetingId, visibility: "members", files: [], indicators: [] },
  ...more,
});
const cri = "focal_point:CRI" as const;
const at = ({ id, revision }: NarrativeView) => ({ params: { matterId: id }, revision });
const save = (body: Written, as: "focal_point:CRI" | "focal_point:MEX" | "secretariat" | TestPerson = cri) =>
  api.call(saveNarrative, { as, params: { matterId: randomUUID() }, body, revision: 0 });
async function told(meetingId: string, more: Partial<Written> = {}): Promise<NarrativeView> {
  const saved = await save(progress(meetingId, more));
  return (await api.call(fileNarrative, { as: cri, ...at(saved.body) })).body;
}
const attendanceOf = async (meetingId: string, code: string, as: "secretariat" | TestPerson = "secretariat") =>
  (await api.call(getMeeting, { as, params: { meetingId } })).body.attendance.find(
    ({ participant }) => participant === code,
  );

test("a draft is its own side's alone; filed, members read it, and it counts as shared to everybody of the Network", async () => {
  const meetingId = await met();
  const saved = await save(progress(meetingId, { indicators: ["TIP-PRV-04"] }));
  expect(saved.status).toBe(200);
  const params = { matterId: saved.body.id };
  for (const as of ["secretariat", "focal_point:MEX", iom] as const)
    expect((await api.call(getNarrative, { as, params })).status).toBe(404);
  expect(await attendanceOf(meetingId, "CRI")).toMatchObject({ sharedProgress: null, sharedFrom: null });

  await api.call(fileNarrative, { as: cri, ...at(saved.body) });
  const read = await api.call(getNarrative, { as: "focal_point:MEX", params });
  expect(read.body).toMatchObject({ instrument: "TIP", indicators: ["TIP-PRV-04"], mayWrite: false, version: 1 });
  // Names of people are for their own side and the Secretariat.
  expect(read.body.versions[0]?.byName).toBeNull();
  expect((await api.call(getNarrative, { as: "secretariat", params })).body.versions[0]?.byName).not.toBeNull();
  // An observer reads the fact, and not the words.
  expect((await api.call(getNarrative, { as: iom, params })).status).toBe(404);
  const seen = (await api.call(getProgressOfMeeting, { as: iom, params: { meetingId } })).body;
  expect(seen).toMatchObject({ shared: [{ participant: "CRI", instruments: ["TIP"] }], narratives: [], side: null });
  for (const as of ["secretariat", iom] as const)
    expect(await attendanceOf(meetingId, "CRI", as)).toMatchObject({ sharedProgress: true, sharedFrom: "narrative" });
  expect((await api.call(getProgressOfMeeting, { as: cri, params: { meetingId } })).body).toMatchObject({
    // It has been: nobody is invited to tell more for it.
    ...{ side: "CRI", left: [], isAsked: true, isOpen: false },
  });
});

test("beside figures stands what speaks of the indicator, or comes from the country, and the reader may read", async () => {
  const [earlier, later] = [await met(), await met()];
  const code = "SOM-PRO-04";
  const first = await told(earlier, { indicators: [code], visibility: "network" });
  const second = await told(later, { indicators: [code, "TIP-PRO-03"], visibility: "members" });
  await save(progress(later, { instrument: "SOM", indicators: [code] }));
  const beside = async (as: "focal_point:MEX" | TestPerson, query: { indicator?: string; country?: string }) =>
    (await api.call(listNarratives, { as, query })).body.narratives.map(({ id }) => id);
  // The latest meeting first; no draft, and nothing of another level.
  expect(await beside("focal_point:MEX", { indicator: code })).toEqual([second.id, first.id]);
  expect(await beside(iom, { indicator: code })).toEqual([first.id]);
  expect(await beside("focal_point:MEX", { indicator: "TIP-PRO-03" })).toEqual([second.id]);
  expect(await beside("focal_point:MEX", { indicator: code, country: "HND" })).toEqual([]);
  expect(await beside("focal_point:MEX", { country: "CRI" })).toEqual(expect.arrayContaining([second.id, first.id]));
  // What it speaks of no more does not stand there, nor what was withdrawn.
  const { visibility: _, ...body } = progress(later, { indicators: [] });
  const revised = (await api.call(reviseNarrative, { as: cri, ...at(second), body })).body;
  expect(await beside("focal_point:MEX", { indicator: code })).toEqual([first.id]);
  await api.call(withdrawNarrative, { as: cri, ...at(revised), body: { reason: "It was mistaken" } });
  expect(await beside("focal_point:MEX", { country: "CRI" })).not.toContain(second.id);
});

test("nobody tells in the place of a country, and whoever only reads tells nothing", async () => {
  const meetingId = await met();
  const by = async (role: (typeof roles)[number]) => {
    const inCountry = ["focal_point", "alternate", "contributor", "approver", "liaison_officer"].includes(role);
    const as = await api.addPerson({ role, ...(inCountry && { country: "SLV" }) });
    return (await save(progress(meetingId), as)).status;
  };
  const statuses = new Map<string, number>();
  for (const role of roles) statuses.set(role, await by(role));
  const writers = [...statuses].filter(([, status]) => status !== 403).map(([role]) => role);
  expect(writers.sort()).toEqual(["alternate", "focal_point", "liaison_officer"]);
});

test("of each Protocol once for a meeting, of the Network alone; what was withdrawn may be told again", async () => {
  const meetingId = await met();
  const first = await told(meetingId);
  expect((await save(progress(meetingId))).problem).toMatchObject({ details: { faults: ["taken"] } });
  expect((await save(progress(meetingId, { instrument: "SOM" }))).status).toBe(200);
  expect((await save(progress(meetingId), "focal_point:MEX")).status).toBe(200);
  // It stays with its Protocol and its meeting.
  const other = await met();
  for (const more of [{ instrument: "SOM" }, { meetingId: other }] as const) {
    const { visibility: _, ...body } = progress(meetingId, more);
    expect((await api.call(reviseNarrative, { as: cri, ...at(first), body })).problem?.code).toBe("transition-refused");
  }
  const gone = await api.call(withdrawNarrative, { as: cri, ...at(first), body: { reason: "It was mistaken" } });
  expect(gone.body.state).toBe("withdrawn");
  expect(await attendanceOf(meetingId, "CRI")).toMatchObject({ sharedProgress: null, sharedFrom: null });
  expect((await save(progress(meetingId))).status).toBe(200);

  expect((await save(progress(await met("RCGM")))).problem).toMatchObject({ details: { faults: ["body"] } });
  const cancelled = await met();
  const late = await save(progress(cancelled));
  await api.call(cancelMeeting, {
    ...{ as: "secretariat", params: { meetingId: cancelled }, revision: 1, body: { reason: "A hurricane" } },
  });
  expect((await api.call(fileNarrative, { as: cri, ...at(late.body) })).problem).toMatchObject({
    details: { faults: ["body"] },
  });
  expect(
    (await save({ ...progress(meetingId, { indicators: ["TIP-LEG-99"] }), instrument: "SOM" })).problem,
  ).toMatchObject({
    details: { faults: ["link_unknown"] },
  });
});

test("what the Secretariat alone reads was not shared, until it is shown to the others", async () => {
  const meetingId = await met();
  const quiet = await told(meetingId, { visibility: "secretariat" });
  expect(await attendanceOf(meetingId, "CRI")).toMatchObject({ sharedProgress: null });
  await api.call(showNarrative, { as: cri, ...at(quiet), body: { visibility: "network" } });
  expect(await attendanceOf(meetingId, "CRI", iom)).toMatchObject({ sharedProgress: true, sharedFrom: "narrative" });
});

test("nobody records by hand what a country said itself; the thanks of the report name whoever shared, told or recorded", async () => {
  const meetingId = await met();
  await told(meetingId);
  const record = (participant: string, holds: boolean) =>
    api.call(recordAttendance, {
      ...{ as: "secretariat", params: { meetingId }, revision: 1 },
      body: { notes: [{ participant, fact: "shared_progress", holds }] },
    });
  expect((await record("CRI", false)).problem).toMatchObject({ details: { faults: ["shared"] } });
  expect((await record("MEX", true)).status).toBe(200);
  expect(await attendanceOf(meetingId, "MEX")).toMatchObject({ sharedProgress: true, sharedFrom: "record" });
  const report = await api.call(assembleReport, { as: "secretariat", params: { meetingId } });
  const [thanks] = report.body.content.points.filter(({ verb }) => verb === "thanks");
  expect(thanks?.words.es).toBe("a las delegaciones que compartieron sus avances: Costa Rica y México.");
});

/** A meeting to come, that was entered when it is asked for nothing by itself yet. */
async function coming(heldOn: string, body: "LON" | "RCGM" = "LON"): Promise<string> {
  const plan = { body, heldOn, untilOn: null, place: "San José", host: "CRI", publicSource: null };
  return (await api.call(planMeeting, { as: "secretariat", body: plan })).body.id;
}
const asks = async (meetingId: string, as: "secretariat" | "focal_point:CRI" | TestPerson = "secretariat") =>
  (await api.call(getProgressAsks, { as, params: { meetingId } })).body;
const lookAt = (meetingId: string, to: readonly string[], text = {}) =>
  api.call(previewProgressAsk, { as: "secretariat", params: { meetingId }, body: { to: [...to], text } });

test("the Secretariat asks by hand with what the preview showed; whoever filed is not asked, and two at once ask once", async () => {
  const meetingId = await coming("2030-03-12");
  const before = await asks(meetingId);
  expect(before.sides).toHaveLength(11);
  expect(before.sides.find(({ participant }) => participant === "CRI")).toMatchObject({
    ...{ told: { TIP: "nothing", SOM: "nothing" }, awaited: true, dueOn: "2030-02-26", requests: 0, lastRequest: null },
    next: { step: "progress_asked", goesAt: "2030-02-05T15:00:00.000Z" },
  });
  const looked = await lookAt(meetingId, ["CRI", "MEX"], { en: "With kind regards to all." });
  expect(looked.body).toMatchObject({ answered: [], requests: [{ count: 0 }, { count: 0 }] });
  expect(new Set(looked.body.messages.map(({ participant }) => participant))).toEqual(new Set(["CRI", "MEX"]));
  for (const { bodyText } of looked.body.messages) expect(bodyText).toContain("With kind regards to all.");
  // Nothing was sent by looking.
  expect((await asks(meetingId)).messages).toEqual([]);

  // The Secretariat edits the words between the look and the press: nothing is sent unseen.
  expect(looked.body.wordings).toEqual([]);
  const words = { subject: "{{number}}, {{standing}}: {{meeting}}", opening: "Greetings to {{country}}.", closing: "" };
  const template = { as: "secretariat", params: { kind: "progress_by_hand", language: "en" } } as const;
  await api.call(saveTemplate, { ...template, body: { words, basedOn: 0 } });
  const unseen = await api.call(askForProgress, {
    ...{ as: "secretariat", params: { meetingId } },
    body: { to: [{ participant: "CRI", count: 0 }], wordings: looked.body.wordings },
  });
  expect(unseen).toMatchObject({ status: 409, problem: { code: "words-changed" } });
  const anew = (await lookAt(meetingId, ["CRI"])).body;
  expect(anew.wordings).toHaveLength(1);
  expect(anew.messages[0]?.subject).toMatch(
    /^Request, [\d,]+ days left \(26 February 2030\): meeting of 12 March 2030$/,
  );
  expect(anew.messages[0]?.bodyText).toContain("Greetings to Costa Rica.\n\nWith a view to the meeting");

  const send = (count: number, key = randomUUID()) =>
    api.call(askForProgress, {
      ...{ as: "secretariat", params: { meetingId }, idempotencyKey: key },
      body: {
        to: [{ participant: "CRI", count }],
        ...{ text: { en: "With kind regards to all." }, wordings: anew.wordings },
      },
    });
  const key = randomUUID();
  const both = await Promise.all([send(0, key), send(0)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 409)?.problem).toMatchObject({
    ...{ code: "asked-meanwhile", details: { participants: ["CRI"] } },
  });
  const after = await asks(meetingId);
  const people = after.sides.find(({ participant }) => participant === "CRI")?.people ?? 0;
  expect(people).toBeGreaterThan(0);
  expect(after.messages).toHaveLength(people);
  expect(after.messages?.[0]).toMatchObject({ step: "progress_by_hand", participant: "CRI" });
  // Whoever had a message today gets the next one tomorrow.
  const due = await asks(await coming("2027-03-17"));
  const nextOf = (code: string) => due.sides.find(({ participant }) => participant === code)?.next?.goesAt;
  expect([nextOf("CRI"), nextOf("MEX")]).toEqual(["2027-02-11T15:00:00.000Z", "2027-02-10T15:00:00.000Z"]);
  // A country reads of itself, and not who of the Secretariat sent it.
  const own = await asks(meetingId, cri);
  expect(own.sides.map(({ participant, requests }) => [participant, requests])).toEqual([["CRI", 1]]);
  expect(own.messages).toBeNull();
  expect(own.sides[0]?.lastRequest).toMatchObject({ step: "progress_by_hand", byName: null });
  expect((await asks(meetingId, iom)).sides).toEqual([]);
  const ledger = await api.call(listMatterAsks, { as: cri, params: { country: "CRI" } });
  expect(ledger.body.progress.asks.filter((one) => one.meetingId === meetingId)).toMatchObject([
    { step: "progress_by_hand", nth: 1, meeting: { body: "LON", heldOn: "2030-03-12" } },
  ]);

  await told(meetingId);
  await told(meetingId, { instrument: "SOM", visibility: "secretariat" });
  expect((await lookAt(meetingId, ["CRI"])).body).toMatchObject({ messages: [], answered: ["CRI"] });
  expect((await send(1)).problem?.code).toBe("asked-meanwhile");
  expect((await asks(meetingId)).sides.find(({ participant }) => participant === "CRI")).toMatchObject({
    ...{ told: { TIP: "shared", SOM: "secretariat" }, awaited: false, next: null },
  });
});

test("nobody is asked for a meeting that has begun, was cancelled or is of another body, nor by anybody but the Secretariat", async () => {
  const cancelled = await coming("2030-03-13");
  const reason = { reason: "A hurricane" };
  await api.call(cancelMeeting, { as: "secretariat", params: { meetingId: cancelled }, revision: 1, body: reason });
  for (const meetingId of [await met(), cancelled, await coming("2030-03-14", "RCGM")]) {
    expect((await lookAt(meetingId, ["CRI"])).problem?.code).toBe("transition-refused");
    const body = { to: [{ participant: "CRI", count: 0 }] };
    const refused = await api.call(askForProgress, { as: "secretariat", params: { meetingId }, body });
    expect(refused.problem?.code).toBe("transition-refused");
    expect((await asks(meetingId)).asks).toBe(false);
  }
  const params = { meetingId: await coming("2030-03-15") };
  expect((await api.call(previewProgressAsk, { as: cri, params, body: { to: ["CRI"] } })).status).toBe(403);
});

test("of a meeting that is entered too late no day is named by which progress was awaited", async () => {
  const soon = new Date(api.clock.now().getTime() + 6 * 86_400_000).toISOString().slice(0, 10);
  const params = { meetingId: await coming(soon) };
  expect((await api.call(getProgressOfMeeting, { as: cri, params })).body).toMatchObject({
    ...{ isOpen: true, left: ["TIP", "SOM"], dueOn: null, timeZone: "America/Costa_Rica" },
  });
});
