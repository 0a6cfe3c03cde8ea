import { randomUUID } from "node:crypto";
import {
  addTranslation,
  type BodyInputOf,
  fileGuidelineStatement,
  type GuidelineStatementView,
  getGuidelineStatement,
  getGuidelines,
  getOwnNetwork,
  replyToMatter,
  saveGuidelineStatement,
  saveGuidelineSteps,
  showGuidelineStatement,
  withdrawGuidelineStatement,
  withdrawReply,
} from "@avances/contracts";
import { roles } from "@avances/domain/access";
import { planAll } from "@avances/notices";
import { query } from "@avances/testing/query";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi, type TestPerson, type Who } from "../../../testing/start-test-api.ts";

let api: TestApi;
let iom: TestPerson;
let rncom: TestPerson;
beforeAll(async () => {
  api = await startTestApi();
  iom = await api.addPerson({ role: "observer", organisation: "IOM" });
  rncom = await api.addPerson({ role: "civil_society", organisation: "RNCOM" });
});
afterAll(() => api?.close());

type Written = BodyInputOf<typeof saveGuidelineStatement>;
type Steps = BodyInputOf<typeof saveGuidelineSteps>;
const named = (en: string, es: string, code: string | null = null) => ({ code, name: { en, es }, indicators: [] });
const noSource = { en: "", es: "" };
const saveSteps = (steps: Steps["steps"], revision: number, as: Who | TestPerson = "secretariat") =>
  api.call(saveGuidelineSteps, { as, body: { source: noSource, steps }, revision });
const norm = named("Adopted as a norm", "Adoptado como norma", "G1");
const staff = named("Staff trained", "Personal formado", "G2");
/** The version of the steps, which the first test enters. */
const version = async () => (await api.call(getGuidelines, { as: "secretariat" })).body.revision;

const cri = "focal_point:CRI" as const;
const own = (more: Partial<Written> = {}): Written => ({
  ...{ language: "es", subject: "Decreto 39325", body: "", translation: null, overruled: [], country: "CRI" },
  ...{
    step: "G1",
    said: "yes",
    asOf: "2026-03-01",
    replyDays: null,
    visibility: "network",
    files: [],
    meetingId: null,
  },
  ...more,
});
const ofCostaRica = (more: Partial<Written> = {}) => own({ said: "partly", replyDays: 14, ...more });
const at = ({ id, revision }: GuidelineStatementView) => ({ params: { matterId: id }, revision });
const save = (body: Written, as: Who | TestPerson) =>
  api.call(saveGuidelineStatement, { as, params: { matterId: randomUUID() }, body, revision: 0 });
async function stated(body: Written, as: Who | TestPerson): Promise<GuidelineStatementView> {
  return (await api.call(fileGuidelineStatement, { as, ...at((await save(body, as)).body) })).body;
}
const read = (as: Who | TestPerson, { id }: Pick<GuidelineStatementView, "id">) =>
  api.call(getGuidelineStatement, { as, params: { matterId: id } });
const matrix = async (as: Who | TestPerson) => (await api.call(getGuidelines, { as })).body;
const reply = (as: Who | TestPerson, { id }: Pick<GuidelineStatementView, "id">, text = "") =>
  api.call(replyToMatter, {
    ...{ as, params: { matterId: id } },
    body: { said: text === "" ? "no_comment" : "reply", language: "es", text, files: [], overruled: [] },
  });
const others = () => ["secretariat", "focal_point:MEX", "presidency", "rcgm_delegate", rncom] as const;

test("the Secretariat enters the steps and changes them; a step keeps its code, and what nobody decided is refused", async () => {
  expect(await matrix(cri)).toMatchObject({ revision: 0, sets: [], statements: [], states: ["CRI"], mayChange: false });
  expect((await save(own(), cri)).problem).toMatchObject({ details: { faults: ["step_unknown"] } });
  const entered = await saveSteps(
    [
      { ...norm, code: null },
      { ...staff, code: null },
    ],
    0,
  );
  expect(entered.body.sets.at(-1)?.steps.map(({ code }) => code)).toEqual(["G1", "G2"]);
  expect((await saveSteps([norm], 0)).problem).toMatchObject({
    code: "revision-stale",
    details: { current: { revision: 1 } },
  });
  expect((await saveSteps([norm, staff], 1)).problem).toMatchObject({ details: { faults: ["same"] } });
  for (const as of [cri, iom] as const) expect((await saveSteps([norm], 1, as)).status).toBe(403);
});

test("whoever speaks for a country says it of that country, IOM of each, and nobody else of any", async () => {
  const statuses = new Map<string, number>();
  for (const role of roles) {
    const inCountry = ["focal_point", "alternate", "contributor", "approver", "liaison_officer"].includes(role);
    const as = await api.addPerson({ role, ...(inCountry && { country: "SLV" }) });
    statuses.set(role, (await save(own({ country: "SLV" }), as)).status);
  }
  const writers = [...statuses].filter(([, status]) => status === 200).map(([role]) => role);
  expect(writers.sort()).toEqual(["alternate", "focal_point", "liaison_officer"]);
  expect((await save(ofCostaRica(), iom)).status).toBe(200);
  expect((await save(own({ country: "MEX" }), cri)).problem).toMatchObject({
    details: { faults: ["not_yours", "reply_days"] },
  });
  expect((await save(ofCostaRica(), rncom)).problem).toMatchObject({ details: { faults: ["not_yours"] } });
  expect((await matrix(iom)).states).toHaveLength(11);
  expect((await matrix(rncom)).states).toEqual([]);
  // A day that has not come, where the country is.
  expect((await save(own({ asOf: "2027-02-11" }), cri)).problem).toMatchObject({ details: { faults: ["as_of"] } });
});

test("what a country says of itself is read at once by whoever it chose, and stands until it says something else", async () => {
  const first = await stated(own(), cri);
  expect(first).toMatchObject({ opening: "level", replyUntil: null, mayReply: false, addressees: [] });
  for (const as of others()) expect((await read(as, first)).body.said).toBe("yes");
  // Names of people are for their own side and the Secretariat.
  expect((await read(rncom, first)).body.versions[0]?.byName).toBeNull();
  api.clock.advance(1_000);
  const second = await stated(own({ said: "no", subject: "El decreto fue derogado" }), cri);
  const standing = (await matrix(rncom)).statements.filter(({ author, step }) => author === "CRI" && step === "G1");
  expect(standing.map(({ id }) => id)).toEqual([second.id]);
  expect((await read(rncom, second)).body.others.map(({ id }) => id)).toContain(first.id);
  // Withdrawn, it is gone for others, and what was said before stands again.
  await api.call(withdrawGuidelineStatement, { as: cri, ...at(second), body: { reason: "It was mistaken" } });
  expect((await read(rncom, second)).status).toBe(404);
  expect((await matrix(rncom)).statements.some(({ id }) => id === first.id)).toBe(true);
});

test("a view of IOM reaches its country alone; others read it from its answer on, with the answer", async () => {
  const draft = (await save(ofCostaRica({ visibility: "members" }), iom)).body;
  expect(draft.opening).toBe("draft");
  // It waits for its own side until it is filed, and for nobody else.
  const drafts = async (as: Who | TestPerson) =>
    (await api.call(getOwnNetwork, { as })).body.tasks
      .filter(({ kind }) => kind === "draft")
      .map(({ matterId, matterKind }) => [matterId, matterKind]);
  expect(await drafts(iom)).toContainEqual([draft.id, "guideline_statement"]);
  for (const as of [...others(), cri, "approver:CRI"] as const)
    expect((await drafts(as)).flat()).not.toContain(draft.id);
  for (const as of [...others(), cri]) expect((await read(as, draft)).status).toBe(404);
  const view = (await api.call(fileGuidelineStatement, { as: iom, ...at(draft) })).body;
  expect((await drafts(iom)).flat()).not.toContain(draft.id);
  expect(view).toMatchObject({ opening: "first", replyUntil: "2027-02-24", openedAt: null, addressees: ["CRI"] });
  for (const as of others()) {
    expect([as, (await read(as, view)).status]).toEqual([as, 404]);
    expect((await matrix(as)).statements.some(({ author }) => author === "IOM")).toBe(false);
  }
  // The Secretariat knows that there is one to answer, and nobody else does.
  expect((await matrix("secretariat")).toAnswer).toEqual([{ country: "CRI", step: "G1", replyUntil: "2027-02-24" }]);
  expect((await matrix("focal_point:MEX")).toAnswer).toEqual([]);
  expect((await read("approver:CRI", view)).body).toMatchObject({ said: "partly", mayReply: false, mayWrite: false });
  expect((await read(cri, view)).body).toMatchObject({ said: "partly", mayReply: true });
  for (const as of ["secretariat", "focal_point:MEX", iom] as const)
    expect((await reply(as, view)).status).not.toBe(201);
  expect(
    (
      await api.call(addTranslation, {
        ...{ as: "secretariat", params: { matterId: view.id } },
        body: { textRevision: 1, language: "en", subject: "Decree", body: "", overruled: [] },
      })
    ).status,
  ).toBe(404);

  expect((await reply(cri, view, "El decreto rige desde 2016.")).status).toBe(201);
  const opened = (await read("focal_point:MEX", view)).body;
  expect(opened).toMatchObject({ opening: "replied", openedAt: api.clock.now().toISOString(), mayReply: false });
  expect(opened.replies.map(({ participant, text }) => [participant, text])).toEqual([
    ["CRI", "El decreto rige desde 2016."],
  ]);
  expect((await matrix("secretariat")).toAnswer).toEqual([]);
  // Not wider than its level; and beside what the country says, never in its place.
  expect((await read(rncom, view)).status).toBe(404);
  const both = (await matrix("focal_point:MEX")).statements.filter(
    ({ country, step }) => country === "CRI" && step === "G1",
  );
  expect(both.map(({ author, said }) => [author, said]).sort()).toEqual([
    ["CRI", "yes"],
    ["IOM", "partly"],
  ]);
  await api.call(showGuidelineStatement, { as: iom, ...at(view), body: { visibility: "network" } });
  expect((await read(rncom, view)).status).toBe(200);
});

test("a view is not withdrawn by whoever has not seen what its country answered meanwhile, nor that it took an answer back", async () => {
  const view = await stated(ofCostaRica({ step: "G1", replyDays: 7 }), iom);
  const withdraw = (heard?: number) =>
    api.call(withdrawGuidelineStatement, {
      ...{ as: iom, ...at(view) },
      body: { reason: "It was mistaken", ...(heard !== undefined && { heard }) },
    });
  const refused = async (heard: number | undefined, seenNow: number) => {
    const { status, problem } = await withdraw(heard);
    const current = problem?.details?.current as GuidelineStatementView | undefined;
    expect([status, problem?.code, current?.revision, current?.heard]).toEqual([
      ...[412, "revision-stale", view.revision, seenNow],
    ]);
    expect(current?.replies).toHaveLength(1);
  };
  expect(view.heard).toBe(0);
  const { body: said } = await reply(cri, view, "El decreto rige desde 2016.");
  await refused(undefined, 1);
  await refused(0, 1);
  await api.call(withdrawReply, { as: cri, params: { matterId: view.id, replyId: said.id } });
  await refused(1, 2);
  expect((await withdraw(2)).body).toMatchObject({ state: "withdrawn", heard: 2 });
});

test("without an answer others read a view once the days of the country are over by its clocks, and not before", async () => {
  const tick = () =>
    planAll({ ...api.deps, config: { ...api.deps.config, ticketKey: api.deps.config.secrets.ticketKey } });
  const view = await stated(ofCostaRica({ step: "G2", replyDays: 7 }), iom);
  const gone = await stated(ofCostaRica({ country: "HND", step: "G2", replyDays: 7 }), iom);
  const quiet = await stated(ofCostaRica({ country: "GTM", step: "G2", replyDays: 7, visibility: "secretariat" }), iom);
  const stuck = await stated(ofCostaRica({ country: "SLV", step: "G2", replyDays: 7 }), iom);
  await api.call(withdrawGuidelineStatement, { as: iom, ...at(gone), body: { reason: "It was mistaken" } });
  // The last minute of the last day in San José.
  api.clock.set("2027-02-18T05:59:00Z");
  await tick();
  for (const as of others()) expect((await read(as, view)).status).toBe(404);
  api.clock.set("2027-02-18T06:00:00Z");
  // One that cannot be opened at this moment holds up no other, nor what else is due; it is opened the next time.
  await query(
    api.ownerUrl,
    `create function app.not_now() returns trigger language plpgsql as $$ begin raise 'held'; end $$;
     create trigger not_now before update on app.matter for each row when (new.id = '${stuck.id}') execute function app.not_now()`,
  );
  await tick();
  expect((await read("secretariat", stuck)).status).toBe(404);
  await query(api.ownerUrl, "drop trigger not_now on app.matter; drop function app.not_now()");
  for (const as of others()) expect((await read(as, view)).body).toMatchObject({ opening: "days" });
  api.clock.advance(60_000);
  await tick();
  expect((await read("secretariat", stuck)).body.openedAt).toBe("2027-02-18T06:01:00.000Z");
  // What the Secretariat alone reads, its country goes on reading and may still answer.
  expect((await read("secretariat", quiet)).body.opening).toBe("days");
  expect((await read("focal_point:MEX", quiet)).status).toBe(404);
  expect((await read("focal_point:GTM", quiet)).body.mayReply).toBe(true);
  // What was withdrawn in the days is opened to nobody; its country keeps it.
  for (const as of others()) expect((await read(as, gone)).status).toBe(404);
  expect((await read("focal_point:HND", gone)).body).toMatchObject({ state: "withdrawn", opening: "first" });
  // A late answer stands beside it, and it stays open since it was.
  await reply(cri, view, "Se formó a más personal.");
  expect((await read("focal_point:MEX", view)).body).toMatchObject({
    opening: "days",
    openedAt: "2027-02-18T06:00:00.000Z",
  });
});

test("a step that is asked about no more keeps what was said of it; a draft of it is not filed", async () => {
  const draft = (await save(own({ step: "G2" }), cri)).body;
  await saveSteps([{ ...norm, name: { en: "Adopted by law", es: "Adoptado por ley" } }], await version());
  expect((await api.call(fileGuidelineStatement, { as: cri, ...at(draft) })).problem).toMatchObject({
    details: { faults: ["step_unknown"] },
  });
  const now = await matrix(cri);
  expect(now.sets.map(({ version: one, steps }) => [one, steps.map(({ code }) => code)])).toEqual([
    [1, ["G1", "G2"]],
    [2, ["G1"]],
  ]);
  // It names the set in whose words it was asked.
  expect(
    now.statements.find(({ author, step, state }) => author === "CRI" && step === "G1" && state === "filed")
      ?.setVersion,
  ).toBe(1);
  expect(now.statements.some(({ step, state }) => step === "G2" && state === "filed")).toBe(true);
});
