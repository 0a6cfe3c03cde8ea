import {
  type BodyOf,
  cancelMeeting,
  correctMeeting,
  exemptSubmission,
  getMeeting,
  holdMeeting,
  listMeetings,
  listParticipants,
  type MeetingView,
  planMeeting,
  recordAttendance,
} from "@avances/contracts";
import { isOfSecretariat, roles } from "@avances/domain/access";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aRound, fill, submit } from "../../../testing/reporting-round.ts";
import { startTestApi, type TestApi } from "../../../testing/start-test-api.ts";

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api?.close());

const outside = ["contributor"];

test("everybody of the Network reads that no meeting was entered; whoever fills in a part of a report is refused", async () => {
  for (const role of roles) {
    const reply = await api.call(listMeetings, { as: await api.person(role) });
    if (outside.includes(role)) expect([role, reply.status]).toEqual([role, 403]);
    else expect([role, reply.status, reply.body]).toEqual([role, 200, { meetings: [] }]);
  }
  expect((await api.call(listMeetings)).status).toBe(401);
});

test("who takes part is named in both languages, with the organisations' abbreviations", async () => {
  const { body } = await api.call(listParticipants, { as: await api.person("observer") });
  const named = (code: string) => body?.participants.find((one) => one.code === code);
  expect(named("CRI")).toMatchObject({ kind: "member", name: { es: "Costa Rica" }, abbreviation: null });
  expect(named("PER")).toMatchObject({ kind: "observer_country", name: { es: "Perú" } });
  expect(named("IOM")).toMatchObject({ kind: "organisation", abbreviation: { en: "IOM", es: "OIM" } });
  expect((await api.call(listParticipants, { as: await api.person("contributor") })).status).toBe(403);
});

const plan = { heldOn: "2027-03-16", untilOn: "2027-03-17", place: "Tegucigalpa", host: "HND" } as const;
const lon = { ...plan, body: "LON", publicSource: null } as const;
const why = { reason: "The host asked for it" };

/** Entered by the Secretariat; each on a day of its own, because a body begins one meeting a day. */
async function entered(more: Partial<BodyOf<typeof planMeeting>> = {}): Promise<MeetingView> {
  const reply = await api.call(planMeeting, { as: "secretariat", body: { ...lon, ...more } });
  expect([reply.status, reply.problem]).toEqual([201, null]);
  return reply.body;
}
const on = ({ id, revision }: MeetingView) => ({ as: "secretariat" as const, params: { meetingId: id }, revision });

test("the Secretariat enters a meeting, and everybody of the Network reads it in the list and by itself", async () => {
  const made = await entered({ place: " Tegucigalpa " });
  expect(made).toMatchObject({
    ...{ ...lon, timeZone: "America/Tegucigalpa", state: "planned", revision: 1, invented: false },
    ...{ cancelledReason: null, record: [{ revision: 1, act: "planned", before: {} }] },
  });
  const past = await entered({
    ...{ heldOn: "2013-11-18", untilOn: "2013-11-18", place: "San José", host: "CRI", publicSource: "RCM-LON-2013" },
  });
  expect(past).toMatchObject({ untilOn: null, timeZone: "America/Costa_Rica", state: "planned" });
  const body = { ...lon, body: "RCGM", heldOn: "2027-05-01", untilOn: null, host: null } as const;
  const unknown = (await api.call(planMeeting, { as: "secretariat#2", body })).body;
  expect(unknown).toMatchObject({ host: null, timeZone: "America/Costa_Rica" });
  for (const role of roles.filter((one) => !outside.includes(one))) {
    const as = await api.person(role);
    const { meetings } = (await api.call(listMeetings, { as })).body;
    expect([role, meetings.map(({ id }) => id)]).toEqual([role, [unknown.id, made.id, past.id]]);
    expect([role, (await api.call(getMeeting, { as, params: { meetingId: made.id } })).body.place]).toEqual([
      role,
      "Tegucigalpa",
    ]);
  }
  const stranger = { as: await api.person("contributor"), params: { meetingId: made.id } };
  expect((await api.call(getMeeting, stranger)).status).toBe(403);
});

test("nobody else enters or changes a meeting", async () => {
  const meeting = await entered({ heldOn: "2027-06-01", untilOn: null });
  const others = roles.filter((role) => !isOfSecretariat(role));
  for (const role of others) {
    const as = await api.person(role);
    const call = { ...on(meeting), as };
    const replies = [
      await api.call(planMeeting, { as, body: { ...lon, heldOn: "2027-06-02", untilOn: null } }),
      await api.call(correctMeeting, { ...call, body: { ...plan, ...why } }),
      await api.call(cancelMeeting, { ...call, body: why }),
      await api.call(holdMeeting, call),
      await api.call(recordAttendance, { ...call, body: { notes: [{ ...attended("CRI"), holds: true }] } }),
    ];
    expect([role, replies.map(({ status }) => status)]).toEqual([role, [403, 403, 403, 403, 403]]);
  }
  expect((await api.call(getMeeting, on(meeting))).body).toEqual(meeting);
});

test("what cannot be so is refused with every reason, and nothing is entered", async () => {
  const before = (await api.call(listMeetings, { as: "secretariat" })).body;
  const faults = async (more: object) => {
    const reply = await api.call(planMeeting, { as: "secretariat", body: { ...lon, ...more } });
    return [reply.status, reply.problem?.details?.faults];
  };
  const fresh = { heldOn: "2027-07-01", untilOn: null };
  expect(await faults({ ...fresh, untilOn: "2027-06-30", host: "ZZZ" })).toEqual([422, ["order", "host"]]);
  expect(await faults({ ...fresh, untilOn: "2027-08-01" })).toEqual([422, ["too_long"]]);
  expect(await faults({ ...fresh, publicSource: "A report" })).toEqual([422, ["source"]]);
  expect(await faults({ heldOn: "2013-11-18", untilOn: null })).toEqual([422, ["already"]]);
  expect((await faults({ ...fresh, place: " " }))[0]).toBe(400);
  expect((await faults({ ...fresh, place: "a\nb" }))[0]).toBe(400);
  expect((await faults({ ...fresh, heldOn: "2027-02-30" }))[0]).toBe(400);
  expect((await api.call(listMeetings, { as: "secretariat" })).body).toEqual(before);
});

test("two people who enter the same meeting at once enter it once", async () => {
  const body = { ...lon, heldOn: "2027-08-10", untilOn: null };
  const replies = await Promise.all(
    (["secretariat", "secretariat#2"] as const).map((as) => api.call(planMeeting, { as, body })),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 422]);
  const { meetings } = (await api.call(listMeetings, { as: "secretariat" })).body;
  expect(meetings.filter(({ heldOn }) => heldOn === body.heldOn)).toHaveLength(1);
});

test("a correction says what was and what is, with the reason; the other body may meet on that day", async () => {
  const meeting = await entered({ heldOn: "2027-09-01", untilOn: null });
  await entered({ heldOn: "2027-09-02", untilOn: null });
  await entered({ body: "RCGM", heldOn: "2027-09-03", untilOn: null });
  const to = (more: object) => ({
    heldOn: "2027-09-03",
    untilOn: null,
    place: "Tegucigalpa",
    host: "HND",
    ...why,
    ...more,
  });
  const correct = (more: object = {}) => api.call(correctMeeting, { ...on(meeting), body: to(more) });
  expect((await correct({ heldOn: "2027-09-01" })).problem?.details?.faults).toEqual(["same"]);
  expect((await correct({ heldOn: "2027-09-02" })).problem?.details?.faults).toEqual(["already"]);
  expect((await correct({ reason: "no" })).status).toBe(400);
  const changed = (await correct({ host: "CRI" })).body;
  expect(changed).toMatchObject({ heldOn: "2027-09-03", host: "CRI", timeZone: "America/Costa_Rica", revision: 2 });
  expect(changed.record.at(-1)).toMatchObject({
    ...{ act: "dates_corrected", reason: why.reason },
    ...{ before: { heldOn: "2027-09-01", host: "HND" }, after: { heldOn: "2027-09-03", host: "CRI" } },
  });
});

test("of two who decide on the same meeting the slower one reads what the other did", async () => {
  const meeting = await entered({ heldOn: "2027-10-01", untilOn: null });
  const [one, other] = await Promise.all([
    api.call(cancelMeeting, { ...on(meeting), body: why }),
    api.call(correctMeeting, {
      ...on(meeting),
      as: "secretariat#2",
      body: { ...plan, heldOn: "2027-10-02", untilOn: null, ...why },
    }),
  ]);
  const slower = one.status === 200 ? other : one;
  expect([one.status, other.status].sort()).toEqual([200, 412]);
  const now = (await api.call(getMeeting, on(meeting))).body;
  expect(now.revision).toBe(2);
  expect(slower.problem?.details?.current).toEqual(now);
});

test("a cancelled meeting stays, with the reason, and nothing more is done to it", async () => {
  const meeting = await entered({ heldOn: "2027-11-01", untilOn: null });
  const cancelled = (await api.call(cancelMeeting, { ...on(meeting), body: { reason: " A hurricane came " } })).body;
  expect(cancelled).toMatchObject({ state: "cancelled", cancelledReason: "A hurricane came", revision: 2 });
  const after = [
    await api.call(cancelMeeting, { ...on(cancelled), body: why }),
    await api.call(holdMeeting, on(cancelled)),
    await api.call(correctMeeting, { ...on(cancelled), body: { ...plan, ...why } }),
  ];
  expect(after.map(({ problem }) => problem?.code)).toEqual(Array(3).fill("transition-refused"));
  const { meetings } = (await api.call(listMeetings, { as: "secretariat" })).body;
  expect(meetings.find(({ id }) => id === meeting.id)?.state).toBe("cancelled");
  // Its day is free again.
  await entered({ heldOn: "2027-11-01", untilOn: null });
});

const attended = (participant: string) => ({ participant, fact: "attended" as const });
const shared = (participant: string) => ({ participant, fact: "shared_progress" as const });

test("attending, sharing progress and submitting indicators are three facts; what nobody recorded is not on record", async () => {
  // The clock of this API stands at 10 February 2027.
  const reports = await aRound(api, 2027, ["CRI", "HND", "MEX", "CAN", "PAN"]);
  await fill(api, "focal_point:CRI", reports.CRI as string);
  await submit(api, "focal_point:CRI", reports.CRI as string);
  for (const country of ["CAN", "PAN"]) {
    const params = { submissionId: reports[country] as string };
    await api.call(exemptSubmission, { as: "secretariat", params, body: { reason: "It reports by itself" } });
  }
  await fill(api, "focal_point:CAN", reports.CAN as string);
  await submit(api, "focal_point:CAN", reports.CAN as string);
  const meeting = await entered({ heldOn: "2027-02-10", untilOn: "2027-02-11" });
  const notes = [
    { ...attended("CRI"), holds: true },
    { ...attended("MEX"), holds: true },
    { ...shared("CRI"), holds: true },
    { ...attended("BLZ"), holds: false },
    { ...attended("IOM"), holds: true },
  ];
  const recorded = (await api.call(recordAttendance, { ...on(meeting), body: { notes } })).body;
  const of = (code: string, view = recorded) => view.attendance.find(({ participant }) => participant === code);
  expect(recorded.round).toBe(2027);
  expect(of("CRI")).toEqual({
    participant: "CRI",
    attended: true,
    sharedProgress: true,
    sharedFrom: "record",
    submitted: true,
  });
  expect(of("MEX")).toEqual({
    participant: "MEX",
    attended: true,
    sharedProgress: null,
    sharedFrom: null,
    submitted: false,
  });
  expect(of("BLZ")).toEqual({
    participant: "BLZ",
    attended: false,
    sharedProgress: null,
    sharedFrom: null,
    submitted: null,
  });
  expect(of("HND")).toEqual({
    participant: "HND",
    attended: null,
    sharedProgress: null,
    sharedFrom: null,
    submitted: false,
  });
  // Neither owes a report: of what one of them did all the same it is told, and the other has not failed to.
  expect([of("CAN")?.submitted, of("PAN")?.submitted]).toEqual([true, null]);
  expect(of("IOM")).toEqual({
    participant: "IOM",
    attended: true,
    sharedProgress: null,
    sharedFrom: null,
    submitted: null,
  });
  expect(recorded.record.at(-1)?.after).toMatchObject({ "BLZ.attended": "no", "CRI.shared_progress": "yes" });

  // What was recorded can be taken back: then it is as if nobody had recorded it, and the record tells both.
  const back = {
    notes: [
      { ...attended("IOM"), holds: null },
      { ...shared("CRI"), holds: null },
      { ...attended("HND"), holds: null },
    ],
  };
  const undone = (await api.call(recordAttendance, { ...on(recorded), body: back })).body;
  expect(of("IOM", undone)).toBeUndefined();
  expect(of("CRI", undone)).toMatchObject({ attended: true, sharedProgress: null });
  expect(undone.record.at(-1)).toMatchObject({
    before: { "IOM.attended": "yes", "CRI.shared_progress": "yes" },
    after: { "IOM.attended": null, "CRI.shared_progress": null },
  });
  expect(Object.keys(undone.record.at(-1)?.after ?? {}).sort()).toEqual(["CRI.shared_progress", "IOM.attended"]);
  const redone = (
    await api.call(recordAttendance, { ...on(undone), body: { notes: [{ ...attended("IOM"), holds: false }] } })
  ).body;
  expect(of("IOM", redone)?.attended).toBe(false);

  // Only what differs is written, and can be corrected to the contrary.
  const again = {
    notes: [
      { ...attended("CRI"), holds: true },
      { ...attended("MEX"), holds: false },
    ],
  };
  const corrected = (await api.call(recordAttendance, { ...on(redone), body: again })).body;
  expect(of("MEX", corrected)?.attended).toBe(false);
  expect(corrected.record.at(-1)).toMatchObject({ before: { "MEX.attended": "yes" }, after: { "MEX.attended": "no" } });
  expect(Object.keys(corrected.record.at(-1)?.after ?? {})).toEqual(["MEX.attended"]);
  const faults = async (body: typeof again) =>
    (await api.call(recordAttendance, { ...on(corrected), body })).problem?.details?.faults;
  expect(await faults(again)).toEqual(["same"]);
  expect(await faults({ notes: [{ ...attended("ZZZ"), holds: true }] })).toEqual(["participant"]);

  // Who has submitted is for those alone who see the state of every report.
  const params = { meetingId: meeting.id };
  const asDelegate = (await api.call(getMeeting, { as: "rcgm_delegate", params })).body;
  expect([asDelegate.round, of("CRI", asDelegate)?.submitted]).toEqual([2027, true]);
  const asHonduras = (await api.call(getMeeting, { as: "focal_point:HND", params })).body;
  expect([of("CRI", asHonduras)?.submitted, of("HND", asHonduras)?.submitted]).toEqual([true, false]);
  for (const role of ["observer", "civil_society", "coalition"] as const) {
    const seen = (await api.call(getMeeting, { as: role, params })).body;
    expect([role, seen.round, seen.attendance.filter(({ submitted }) => submitted !== null)]).toEqual([role, null, []]);
    expect(of("CRI", seen)?.attended).toBe(true);
  }
});

test("nobody has attended before the first day, and nothing was held before the last", async () => {
  const running = await entered({ heldOn: "2027-02-09", untilOn: "2027-02-11" });
  const coming = await entered({ heldOn: "2027-02-20", untilOn: null });
  const faults = (reply: { problem: { details?: Record<string, unknown> | undefined } | null }) =>
    reply.problem?.details?.faults;
  const body = { notes: [{ ...attended("CRI"), holds: true }] };
  expect(faults(await api.call(recordAttendance, { ...on(coming), body }))).toEqual(["before_its_day"]);
  expect(faults(await api.call(holdMeeting, on(running)))).toEqual(["before_its_day"]);
  // Two in the morning in Tegucigalpa: the last day has begun.
  api.clock.set("2027-02-11T08:00:00Z");
  const held = (await api.call(holdMeeting, on(running))).body;
  expect(held).toMatchObject({ state: "held", revision: 2 });
  expect((await api.call(holdMeeting, on(held))).problem?.code).toBe("transition-refused");
  expect((await api.call(cancelMeeting, { ...on(held), body: why })).problem?.code).toBe("transition-refused");
  // What was held is not moved to a day to come; a mistyped day is corrected.
  const move = (heldOn: string) =>
    api.call(correctMeeting, { ...on(held), body: { ...plan, heldOn, untilOn: null, ...why } });
  expect(faults(await move("2027-04-01"))).toEqual(["before_its_day"]);
  expect((await move("2027-02-08")).body).toMatchObject({ heldOn: "2027-02-08", state: "held" });
});

test("a meeting that somebody is on record as having attended is neither cancelled nor moved to a day to come", async () => {
  const meeting = await entered({ heldOn: "2027-02-05", untilOn: null });
  const note = (view: MeetingView, holds: boolean | null) =>
    api.call(recordAttendance, { ...on(view), body: { notes: [{ ...attended("CRI"), holds }] } });
  const there = (await note(meeting, true)).body;
  const faults = (reply: { problem: { details?: Record<string, unknown> | undefined } | null }) =>
    reply.problem?.details?.faults;
  const move = (view: MeetingView, heldOn: string) =>
    api.call(correctMeeting, { ...on(view), body: { ...plan, heldOn, untilOn: null, ...why } });
  expect(faults(await api.call(cancelMeeting, { ...on(there), body: why }))).toEqual(["attended"]);
  expect(faults(await move(there, "2027-12-01"))).toEqual(["before_its_day"]);
  const earlier = (await move(there, "2027-02-04")).body;
  expect(earlier.heldOn).toBe("2027-02-04");
  // Once it is taken back nobody has attended, as far as anybody knows.
  const nobody = (await note(earlier, null)).body;
  const later = (await move(nobody, "2027-12-01")).body;
  expect((await api.call(cancelMeeting, { ...on(later), body: why })).body.state).toBe("cancelled");
});

test("the Network and the group to which it reports are no delegation and no host; the Coalition may be", async () => {
  const host = async (code: string, heldOn: string) => {
    const reply = await api.call(planMeeting, {
      as: "secretariat",
      body: { ...lon, heldOn, untilOn: null, host: code },
    });
    return [reply.status, reply.problem?.details?.faults];
  };
  expect(await host("LON", "2027-12-10")).toEqual([422, ["host"]]);
  expect(await host("RCGM", "2027-12-11")).toEqual([422, ["host"]]);
  expect(await host("COALITION", "2027-12-12")).toEqual([201, undefined]);
  const meeting = await entered({ heldOn: "2027-02-03", untilOn: null });
  const body = { notes: [{ ...attended("LON"), holds: true }] };
  expect((await api.call(recordAttendance, { ...on(meeting), body })).problem?.details?.faults).toEqual([
    "participant",
  ]);
});

test("on a demonstration a meeting is marked as invented unless it stands in a published report", async () => {
  const demonstration = await startTestApi({ demonstration: true });
  try {
    const enter = async (body: BodyOf<typeof planMeeting>) =>
      (await demonstration.call(planMeeting, { as: "secretariat", body })).body.invented;
    expect(await enter(lon)).toBe(true);
    const past = { ...lon, heldOn: "2013-11-18", untilOn: null };
    expect(await enter({ ...past, publicSource: "RCM-LON-2013" })).toBe(false);
  } finally {
    await demonstration.close();
  }
});
