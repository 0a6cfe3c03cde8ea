import { randomUUID } from "node:crypto";
import {
  type ActivityView,
  addTerm,
  type BodyInputOf,
  cancelMeeting,
  declineSupport,
  endorseActivity,
  evaluateActivity,
  fileActivity,
  fileCommitment,
  getActivity,
  getActivityEntry,
  getOwnNetwork,
  getTimeline,
  holdActivity,
  listActivities,
  moveCommitment,
  planMeeting,
  replyToMatter,
  reviseActivity,
  saveActivity,
  saveCommitment,
  showActivity,
  supportActivity,
  tellSeen,
  withdrawActivity,
  withdrawTerm,
} from "@avances/contracts";
import { testClient } from "@avances/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApi, type TestApi, type TestPerson } from "../../../testing/start-test-api.ts";
import { whileHeld } from "../../../testing/while-held.ts";

let api: TestApi;
let iom: TestPerson;
/** A meeting that was, and one that comes. */
let meetingId: string;
let meetingAhead: string;

beforeAll(async () => {
  api = await startTestApi();
  iom = await api.addPerson({ role: "observer", organisation: "IOM" });
  const plan = { ...{ untilOn: null, place: "San José", host: "CRI", publicSource: null }, body: "LON" as const };
  const at = async (heldOn: string) =>
    (await api.call(planMeeting, { as: "secretariat", body: { ...plan, heldOn } })).body.id;
  const day = (days: number) => new Date(api.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
  [meetingId, meetingAhead] = [await at(day(-30)), await at(day(30))];
  [past, ahead, year] = [day(-10), day(60), Number(day(-10).slice(0, 4))];
});
afterAll(() => api?.close());
let past: string;
let ahead: string;
let year: number;

type As = NonNullable<NonNullable<Parameters<TestApi["call"]>[1]>["as"]>;
type Written = BodyInputOf<typeof saveActivity>;
const workshop = (more: Partial<Written> = {}): Written => ({
  ...{ language: "es", subject: "Taller regional", body: "Propósito", translation: null, overruled: [], files: [] },
  ...{ activityKind: "workshop", audience: ["labour", "police"], startsOn: ahead, endsOn: null, place: "San José" },
  ...{ host: "CRI", funding: { state: "sought", note: "Cooperación" }, meetingId, visibility: "network" },
  aims: [
    { kind: "indicator", code: "TIP-PRV-04" },
    { kind: "indicator", code: "TIP-PRO-03" },
  ],
  ...more,
});
const why = { reason: "It was entered twice" };
const costaRica = "focal_point:CRI";

const at = ({ id, revision }: ActivityView) => ({ params: { matterId: id }, revision });
const of = ({ id }: ActivityView) => ({ matterId: id });

async function drafted(body = workshop(), as: As = costaRica): Promise<ActivityView> {
  const reply = await api.call(saveActivity, { as, params: { matterId: randomUUID() }, body, revision: 0 });
  expect([reply.status, reply.problem]).toEqual([200, null]);
  return reply.body;
}
async function proposed(body = workshop(), as: As = costaRica): Promise<ActivityView> {
  const reply = await api.call(fileActivity, { as, ...at(await drafted(body, as)) });
  expect([reply.status, reply.problem]).toEqual([200, null]);
  return reply.body;
}
const read = (as: As, activity: ActivityView) => api.call(getActivity, { as, params: of(activity) });
const support = (as: As, activity: ActivityView, supports = true) =>
  api.call(supportActivity, { as, params: of(activity), body: { supports } });
const hold = (as: As, activity: ActivityView, more: Partial<BodyInputOf<typeof holdActivity>> = {}) =>
  api.call(holdActivity, {
    ...{ as, params: of(activity) },
    body: { fromOn: past, untilOn: null, place: "San José", attendance: [], overruled: [], ...more },
  });
const evaluate = (as: As, activity: ActivityView, more: Partial<BodyInputOf<typeof evaluateActivity>> = {}) =>
  api.call(evaluateActivity, {
    ...{ as, params: of(activity) },
    body: { language: "es", text: "Se detectaron más casos", results: [], overruled: [], ...more },
  });
const endorse = (as: As, activity: ActivityView, more: Partial<BodyInputOf<typeof endorseActivity>> = {}) =>
  api.call(endorseActivity, { as, params: of(activity), body: { said: "endorsed", meetingId, point: "6a", ...more } });

describe("a proposal", () => {
  test("is written by countries, organisations and the Secretariat for themselves, and is its own side's until it is filed", async () => {
    for (const [as, author] of [
      [costaRica, "CRI"],
      ["liaison_officer:HND", "HND"],
      ["secretariat", "RCM-TS"],
      [iom, "IOM"],
    ] as const) {
      const draft = await drafted(workshop(), as);
      expect(draft).toMatchObject({ author, state: "draft", stage: "proposed", may: { write: true, hold: false } });
      expect((await read("focal_point:MEX", draft)).status).toBe(404);
    }
    for (const as of ["approver:CRI", "contributor:CRI", "rcgm_delegate", "presidency"] as const) {
      const params = { matterId: randomUUID() };
      const reply = await api.call(saveActivity, { as, params, body: workshop(), revision: 0 });
      expect([as, reply.status]).toEqual([as, 403]);
    }
    const nobody = await api.addPerson({ role: "observer" });
    const params = { matterId: randomUUID() };
    expect((await api.call(saveActivity, { as: nobody, params, body: workshop(), revision: 0 })).status).toBe(404);
    expect((await api.call(listActivities, { as: nobody })).body.mayWrite).toBe(false);
    expect((await api.call(listActivities, { as: iom })).body.mayWrite).toBe(true);
  });

  test("is read by its circle; another version stands beside the first; it is shown to fewer only while unseen; withdrawn with a reason", async () => {
    const members = await proposed(workshop({ visibility: "members" }));
    expect((await read("rcgm_delegate", members)).status).toBe(200);
    expect((await read(iom, members)).status).toBe(404);
    const one = await proposed();
    const { visibility: _, ...rest } = workshop({ body: "Otro propósito", endsOn: ahead });
    const revised = await api.call(reviseActivity, { as: costaRica, ...at(one), body: rest });
    expect(revised.body).toMatchObject({
      version: 2,
      endsOn: null,
      versions: [{ body: "Propósito" }, rest.body && {}],
    });
    expect((await api.call(saveActivity, { as: costaRica, ...at(revised.body), body: workshop() })).status).toBe(409);
    const late = await api.call(showActivity, { as: costaRica, ...at(one), body: { visibility: "members" } });
    expect([late.status, late.problem?.code]).toEqual([412, "revision-stale"]);
    await api.call(tellSeen, { as: "focal_point:MEX", params: of(one), body: { version: 2 } });
    const fewer = await api.call(showActivity, { as: costaRica, ...at(revised.body), body: { visibility: "members" } });
    expect(fewer.problem?.details?.faults).toEqual(["shown_already"]);
    // Who supports it meanwhile is seen before it is withdrawn.
    await support("focal_point:MEX", one);
    const unseen = await api.call(withdrawActivity, { as: costaRica, ...at(revised.body), body: why });
    expect(unseen.problem).toMatchObject({ code: "revision-stale", details: { current: { heard: 1 } } });
    const gone = await api.call(withdrawActivity, {
      ...{ as: costaRica, ...at(revised.body) },
      body: { ...why, heard: 1 },
    });
    expect(gone.body).toMatchObject({ state: "withdrawn", may: { write: false, hold: false, decide: false } });
    expect((await read("secretariat", one)).body.withdrawn?.reason).toBe(why.reason);
    expect((await read("focal_point:MEX", one)).status).toBe(404);
  });

  test("that cannot be so is refused with its reasons, and details of persons are asked about wherever they stand", async () => {
    const refusal = async (more: Partial<Written>) => {
      const params = { matterId: randomUUID() };
      const body = workshop(more);
      const { problem } = await api.call(saveActivity, { as: costaRica, params, body, revision: 0 });
      return problem?.details?.faults ?? problem?.details?.found ?? problem?.code;
    };
    expect(await refusal({ audience: [], aims: [] })).toEqual(["audience_missing", "aim_missing"]);
    expect(await refusal({ startsOn: null, endsOn: ahead })).toEqual(["day_missing"]);
    expect(await refusal({ endsOn: past })).toEqual(["days"]);
    expect(await refusal({ host: "IOM" })).toEqual(["country"]);
    expect(await refusal({ aims: [{ kind: "indicator", code: "TIP-XXX-99" }] })).toEqual(["link_unknown"]);
    expect(await refusal({ meetingId: randomUUID() })).toEqual(["meeting_unknown"]);
    expect(await refusal({ subject: " " })).toBe("invalid-input");
    expect(await refusal({ funding: { state: "own", note: "Tel. 2222-3333" } })).toEqual(["phone"]);
    expect(await refusal({ place: "Escriba a ana@example.org" })).toEqual(["mail"]);
    const one = await proposed();
    expect((await evaluate(costaRica, one, { text: "Tel. 2222-3333" })).problem?.code).toBe("not-allowed");
    await hold(costaRica, one);
    expect((await evaluate(costaRica, one, { text: "Tel. 2222-3333" })).problem?.details?.found).toEqual(["phone"]);
    const result = { indicator: "TIP-PRV-04", year, text: "ana@example.org" };
    expect((await evaluate(costaRica, one, { results: [result] })).problem?.details?.found).toEqual(["mail"]);
    expect((await hold(costaRica, one, { place: "Tel. 2222-3333" })).problem?.details?.found).toEqual(["phone"]);
  });
});

describe("what becomes of it", () => {
  test("whoever was asked for support may decline in words, which whoever asked reads and nobody else; it is asked no more, and may support it later", async () => {
    const one = await proposed(workshop({ addressees: ["HND", "IOM"] }));
    const decline = (as: As, text = "No contamos con personal este año") =>
      api.call(declineSupport, { as, params: of(one), body: { language: "es", text, overruled: [] } });
    const asked = async (as: As) =>
      (await api.call(getOwnNetwork, { as })).body.tasks?.some(
        ({ kind, matterId }) => kind === "support" && matterId === one.id,
      );
    expect([await asked("focal_point:HND"), await asked("focal_point:MEX")]).toEqual([true, false]);
    expect((await read("focal_point:HND", one)).body.may).toMatchObject({ decline: true, support: true });
    for (const as of ["focal_point:MEX", costaRica, "secretariat"] as const)
      expect([as, (await decline(as)).problem?.code]).toEqual([as, "not-allowed"]);
    expect((await decline("approver:HND")).status).toBe(403);
    expect((await decline("focal_point:HND", "Tel. 2222-3333")).problem?.details?.found).toEqual(["phone"]);
    const declined = await decline("focal_point:HND");
    expect([declined.status, declined.body.declined, declined.body.may.decline]).toEqual([201, ["HND"], false]);
    expect((await decline("focal_point:HND")).problem?.code).toBe("not-allowed");
    expect(await asked("focal_point:HND")).toBe(false);
    // Whoever asked reads it, and that side; to everybody else the proposal is as it was.
    expect((await read(costaRica, one)).body).toMatchObject({
      ...{ declined: ["HND"], stage: "proposed", standing: "proposed", supporters: [] },
      said: { declines: [{ participant: "HND", text: "No contamos con personal este año", byName: null }] },
    });
    for (const as of ["focal_point:MEX", "secretariat", iom, "rcgm_delegate", "approver:HND"] as const) {
      const { body } = await read(as, one);
      expect([as, body.declined, body.said.declines]).toEqual([as, [], []]);
      expect(JSON.stringify((await api.call(listActivities, { as })).body)).not.toContain("personal este");
    }
    expect(await asked(iom)).toBe(true);
    api.clock.advance(1_000);
    const later = await support("focal_point:HND", one);
    expect([later.status, later.body.supporters, later.body.declined]).toEqual([201, ["HND"], []]);
  });

  test("each side supports for itself and may take that back; nobody supports the own", async () => {
    const one = await proposed();
    expect((await support("focal_point:MEX", one)).status).toBe(201);
    expect((await support(iom, one)).body.supporters).toEqual(["MEX", "IOM"]);
    expect((await support("liaison_officer:MEX", one)).problem?.details?.faults).toEqual(["same"]);
    expect((await support("focal_point:GTM", one, false)).problem?.details?.faults).toEqual(["same"]);
    expect((await support(costaRica, one)).problem?.code).toBe("not-allowed");
    expect((await support("approver:MEX", one)).status).toBe(403);
    api.clock.advance(60_000);
    const fewer = (await support("liaison_officer:MEX", one, false)).body;
    expect(fewer.supporters).toEqual(["IOM"]);
    expect(fewer.said.support).toMatchObject([{ participant: "MEX", supports: true }, {}, { supports: false }]);
    // Who of the others it was is for their own side and the Secretariat.
    expect(fewer.said.support.map(({ byName }) => byName === null)).toEqual([false, true, false]);
    expect((await read("secretariat", one)).body.said.support.every(({ byName }) => byName !== null)).toBe(true);
  });

  test("of two of one side who support it at once one counts; nothing is said to what was withdrawn meanwhile", async () => {
    const one = await proposed();
    const twice = await Promise.all(["focal_point:MEX", "liaison_officer:MEX"].map((as) => support(as as As, one)));
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect((await read("secretariat", one)).body.said.support).toHaveLength(1);
    const late = await whileHeld<{ readonly status: number; readonly problem: { readonly code: string } | null }>(
      api,
      one.id,
      {
        calls: () => [support(iom, one), endorse("secretariat", one), hold(costaRica, one)],
        change: `update app.matter set state = 'withdrawn', revision = revision + 1, withdrawn_at = now(), withdrawn_by = created_by,
          withdrawn_by_name = '', withdrawn_reason = 'Por error' where id = $1`,
      },
    );
    expect(late.map(({ status, problem }) => [status, problem?.code])).toEqual([
      [404, "not-found"],
      [409, "transition-refused"],
      [409, "transition-refused"],
    ]);
    expect((await read("secretariat", one)).body.said).toMatchObject({ endorsements: [], held: [] });
  });

  test("the Secretariat notes what a meeting said, and at which point; said otherwise, the last counts", async () => {
    const one = await proposed();
    for (const as of [costaRica, "focal_point:MEX", iom] as const) expect((await endorse(as, one)).status).toBe(403);
    expect((await endorse("secretariat", one, { meetingId: meetingAhead })).problem?.details?.faults).toEqual([
      "meeting_to_come",
    ]);
    const unknown = await endorse("secretariat", one, { meetingId: randomUUID() });
    expect(unknown.problem?.details?.faults).toEqual(["meeting_unknown"]);
    const said = (await endorse("secretariat", one, { said: "not_endorsed", point: "" })).body;
    expect(said).toMatchObject({ stage: "not_endorsed", standing: "not_endorsed", endorsement: { point: "" } });
    api.clock.advance(60_000);
    const again = (await endorse("secretariat", one)).body;
    expect(again).toMatchObject({ stage: "endorsed", standing: "to_come", endorsement: { meetingId, point: "6a" } });
    expect(again.said.endorsements).toHaveLength(2);
    expect((await endorse("secretariat", one)).problem?.details?.faults).toEqual(["same"]);
    expect((await endorse("secretariat", await drafted(workshop(), costaRica))).status).toBe(404);
  });

  test("its own side says that it was held, in numbers, and later what came of it; all that was said stays", async () => {
    const one = await proposed();
    expect((await evaluate(costaRica, one)).problem?.code).toBe("not-allowed");
    for (const as of ["focal_point:MEX", "secretariat"] as const)
      expect([as, (await hold(as, one)).problem?.code]).toEqual([as, "not-allowed"]);
    expect((await hold(costaRica, one, { fromOn: ahead })).problem?.details?.faults).toEqual(["to_come"]);
    const attendance = [
      { country: "CRI", institution: "labour" as const, persons: 14 },
      { country: "HND", institution: "police" as const, persons: 6 },
      { country: null, institution: "international" as const, persons: 2 },
    ];
    const twice = await hold(costaRica, one, {
      attendance: [...attendance, { ...attendance[0], persons: 1 } as never],
    });
    expect(twice.problem?.details?.faults).toEqual(["twice"]);
    const held = (await hold(costaRica, one, { attendance })).body;
    // No meeting has endorsed it, and nothing says that one did.
    expect(held).toMatchObject({ stage: "held", standing: "held", endorsement: null, held: { attendance } });
    expect((await support("focal_point:MEX", one)).problem?.code).toBe("not-allowed");
    api.clock.advance(60_000);
    expect((await hold(costaRica, one, { attendance: attendance.slice(0, 1) })).body).toMatchObject({
      ...{ held: { attendance: attendance.slice(0, 1) }, said: { held: [{ attendance }, {}] } },
    });
    const result = { indicator: "TIP-PRV-04", year, text: "Más inspecciones" };
    const wrong = await evaluate(costaRica, one, {
      results: [
        { ...result, indicator: "TIP-PRV-06" },
        { ...result, year: year - 1 },
      ],
    });
    expect(wrong.problem?.details?.faults).toEqual(["result_indicator", "result_year"]);
    expect((await evaluate(costaRica, one, { text: " " })).problem?.details?.faults).toEqual(["result_missing"]);
    const evaluated = (await evaluate("liaison_officer:CRI", one, { results: [result] })).body;
    expect(evaluated).toMatchObject({ stage: "evaluated", evaluation: { results: [result] }, may: { evaluate: true } });
    expect((await read(iom, one)).body.evaluation?.byName).toBe(null);
    const list = (await api.call(listActivities, { as: iom })).body.activities;
    expect(list.find(({ id }) => id === one.id)).toMatchObject({ stage: "evaluated", supporters: [] });
  });

  test("whoever is asked for support reads it at every level and stays asked; nobody asks their own side, and no reply is kept", async () => {
    const one = await proposed(workshop({ visibility: "secretariat", addressees: ["HND", "IOM", "CRI"] }));
    expect(one.addressees).toEqual(["HND", "IOM"]);
    expect([(await read("focal_point:HND", one)).status, (await read(iom, one)).status]).toEqual([200, 200]);
    expect((await read("focal_point:MEX", one)).status).toBe(404);
    const { visibility: _, ...rest } = workshop({ body: "Otro propósito", addressees: ["MEX"] });
    const revised = (await api.call(reviseActivity, { as: costaRica, ...at(one), body: rest })).body;
    expect(revised.addressees).toEqual(["HND", "IOM", "MEX"]);
    expect((await read("focal_point:MEX", one)).status).toBe(200);
    const body = { said: "reply", language: "es", text: "Sí", files: [], overruled: [] } as const;
    const reply = await api.call(replyToMatter, { as: "focal_point:HND", params: of(one), body });
    expect([reply.status, reply.problem?.code]).toEqual([404, "not-found"]);
    const unknown = { params: { matterId: randomUUID() }, body: workshop({ addressees: ["ZZZ"] }), revision: 0 };
    const refused = await api.call(saveActivity, { as: costaRica, ...unknown });
    expect(refused.problem?.details?.faults).toEqual(["addressee_unknown"]);
  });

  test("whose days have passed without a word is neither held nor missed", async () => {
    expect(await proposed(workshop({ startsOn: past }))).toMatchObject({ stage: "proposed", standing: "not_recorded" });
    expect(await proposed(workshop({ startsOn: null }))).toMatchObject({ standing: "proposed" });
  });

  test("the trail holds codes and never words", async () => {
    const one = await proposed(workshop({ subject: "Palabra secreta" }));
    await support("focal_point:MEX", one);
    await endorse("secretariat", one);
    await hold(costaRica, one);
    await evaluate(costaRica, one, { text: "Palabra secreta" });
    const owner = testClient({ connectionString: api.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query("select action, detail::text from app.audit_event where object_id = $1", [
      one.id,
    ]);
    await owner.end();
    expect(rows.map(({ action }) => action).sort()).toEqual([
      ...["matter.endorsement-noted", "matter.evaluated", "matter.filed", "matter.held", "matter.supported"],
      "matter.written",
    ]);
    expect(JSON.stringify(rows)).not.toContain("secreta");
  });
});

test("as a file for a calendar program it stands on the days on which it was held, or is planned; without a day there is none", async () => {
  const file = (as: As, activity: ActivityView, language: "es" | "en" = "es") =>
    api.call(getActivityEntry, { as, params: of(activity), query: { language } });
  const one = await proposed(workshop({ endsOn: null }));
  const planned = await file(iom, one);
  expect(planned.text).toContain(`UID:activity-${one.id}@`);
  expect(planned.text).toContain("SUMMARY:Actividad propuesta: Taller regional");
  expect(planned.text).toContain(`DTSTART;VALUE=DATE:${ahead.replaceAll("-", "")}`);
  expect(planned.text).toContain("STATUS:TENTATIVE");
  expect(planned.text).toContain("TRANSP:TRANSPARENT");
  expect(planned.headers["content-disposition"]).toContain(`actividad-${ahead}.ics`);
  await endorse("secretariat", one);
  const endorsed = await file(iom, one, "en");
  expect(endorsed.text).toContain("SUMMARY:Activity: Taller regional");
  expect(endorsed.text).toContain("STATUS:CONFIRMED");
  await hold(costaRica, one);
  const sequence = ({ text }: { readonly text: string }) => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
  const held = await file(iom, one);
  expect(held.text).toContain(`DTSTART;VALUE=DATE:${past.replaceAll("-", "")}`);
  expect([sequence(planned) < sequence(endorsed), sequence(endorsed) < sequence(held)]).toEqual([true, true]);
  const refusedOne = await proposed();
  await endorse("secretariat", refusedOne, { said: "not_endorsed" });
  expect((await file(iom, refusedOne)).text).toContain("STATUS:CANCELLED");
  expect((await file(iom, await proposed(workshop({ startsOn: null })))).status).toBe(404);
  expect((await file("contributor:CRI", one)).status).toBe(403);
});

describe("the timeline", () => {
  const timeline = async (as: As) => (await api.call(getTimeline, { as })).body;
  const lineOf = async (as: As, { id }: ActivityView) =>
    (await timeline(as)).activities.find((one) => one.id === id) ?? null;

  test("has an activity once it has a day: planned, endorsed or held; not the draft, not what was not endorsed or is not on record as held", async () => {
    const one = await proposed();
    expect(await lineOf(iom, one)).toMatchObject({
      ...{ fromOn: ahead, untilOn: null, standing: "proposed", isToCome: true, author: "CRI", body: "LON" },
      title: { language: "es", subject: "Taller regional", translations: [] },
    });
    await endorse("secretariat", one);
    expect(await lineOf(iom, one)).toMatchObject({ standing: "to_come", isToCome: true });
    await hold(costaRica, one, { place: "Cartago" });
    expect(await lineOf(iom, one)).toMatchObject({ fromOn: past, standing: "held", isToCome: false, place: "Cartago" });

    const draft = await drafted();
    const withoutDay = await proposed(workshop({ startsOn: null }));
    const unsaid = await proposed(workshop({ startsOn: past }));
    const turnedDown = await proposed();
    await endorse("secretariat", turnedDown, { said: "not_endorsed" });
    for (const none of [draft, withoutDay, unsaid, turnedDown]) expect(await lineOf(costaRica, none)).toBeNull();
    const ofMembers = await proposed(workshop({ visibility: "members" }));
    expect([await lineOf("focal_point:HND", ofMembers), await lineOf(iom, ofMembers)]).toEqual([
      expect.objectContaining({ standing: "proposed" }),
      null,
    ]);
    expect((await api.call(getTimeline, { as: "contributor:CRI" })).status).toBe(403);
  });

  test("has a commitment from the day on which it was noted as done, for those who read it", async () => {
    const params = { matterId: randomUUID() };
    const body = {
      ...{ language: "es" as const, subject: "Enviar la guía", body: "", overruled: [], meetingId, point: "3b" },
      ...{ translation: { subject: "Send the guide", body: "" }, responsible: "CRI", to: [], dueOn: null },
      ...{ visibility: "members" as const, stage: "open" as const, isInReport: false },
    };
    const saved = await api.call(saveCommitment, { as: "secretariat", params, body, revision: 0 });
    const act = ({ revision }: { readonly revision: number }) => ({ as: "secretariat" as const, params, revision });
    const filed = await api.call(fileCommitment, act(saved.body));
    expect((await timeline("secretariat")).commitments).toEqual([]);
    const moved = { stage: "done" as const, note: "", overruled: [] };
    expect((await api.call(moveCommitment, { ...act(filed.body), body: moved })).status).toBe(200);
    const { commitments, today } = await timeline("focal_point:HND");
    const translations = [{ language: "en", subject: "Send the guide", state: "translated" }];
    expect(commitments).toEqual([
      {
        ...{ id: params.matterId, responsible: "CRI", body: "LON", notedOn: today, invented: false },
        title: { language: "es", subject: "Enviar la guía", translations },
      },
    ]);
    expect((await timeline(iom)).commitments).toEqual([]);
  });

  test("has meetings also when they were cancelled, and who held an office; members of a body and what was withdrawn are not in it", async () => {
    const add = async (more: Partial<BodyInputOf<typeof addTerm>>) => {
      const term = { fromOn: null, untilOn: null, knownOn: past, participant: "CRI", source: "Acta" } as const;
      const body = { ...term, role: "secretariat" as const, ...more };
      const { status, body: view } = await api.call(addTerm, { as: "secretariat", params: { body: "RCGM" }, body });
      expect(status).toBe(201);
      return view.terms.find(({ role, participant }) => role === body.role && participant === body.participant)?.id;
    };
    const id = await add({});
    await add({ role: "member" });
    const wrong = await add({ role: "presidency", participant: "HND" });
    await api.call(withdrawTerm, { as: "secretariat", params: { termId: wrong ?? "" }, body: why });
    const plan = { untilOn: null, place: "San José", host: "CRI", publicSource: null, body: "RCGM" as const };
    const { body: planned } = await api.call(planMeeting, { as: "secretariat", body: { ...plan, heldOn: ahead } });
    const cancelled = { as: "secretariat", params: { meetingId: planned.id }, revision: planned.revision } as const;
    expect((await api.call(cancelMeeting, { ...cancelled, body: why })).status).toBe(200);
    const { offices, meetings } = await timeline(iom);
    expect(offices).toEqual([
      {
        ...{ id, body: "RCGM", participant: "CRI", role: "secretariat", invented: false },
        ...{ fromOn: null, untilOn: null, knownOn: past },
      },
    ]);
    expect(meetings.map((one) => [one.heldOn, one.state])).toContainEqual([ahead, "cancelled"]);
  });
});
