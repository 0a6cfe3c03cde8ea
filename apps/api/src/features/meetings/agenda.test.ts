import {
  type AgendaPointView,
  type BodyOf,
  cancelMeeting,
  getMeeting,
  type MeetingView,
  planMeeting,
  saveAgenda,
} from "@avances/contracts";
import { isOfSecretariat, roles } from "@avances/domain/access";
import { countStatements, testClient } from "@avances/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

let api: TestApi;
let owner: ReturnType<typeof testClient>;
beforeAll(async () => {
  api = await startTestApi();
  owner = testClient({ connectionString: api.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await api?.close();
});

type Point = BodyOf<typeof saveAgenda>["points"][number];
let day = 0;
/** A meeting of its own. */
async function planned(): Promise<MeetingView> {
  day += 1;
  const heldOn = `2028-03-${String(day).padStart(2, "0")}`;
  const body = { body: "LON", heldOn, untilOn: null, place: "San José", host: "CRI", publicSource: null } as const;
  return (await api.call(planMeeting, { as: "secretariat", body })).body;
}
const fresh = (number: number, letter: string, title: string, more: Partial<Point> = {}): Point => ({
  ...{ id: null, number, letter, language: "es", title, translation: null, translationHolds: false, presenter: null },
  ...more,
});
const save = (
  { id, revision }: MeetingView,
  points: readonly Point[],
  more: { as?: "secretariat" | "secretariat#2"; reason?: string; overruled?: ("name" | "phone" | "mail")[] } = {},
) => {
  const { as = "secretariat", reason = "", overruled = [] } = more;
  return api.call(saveAgenda, {
    as,
    params: { meetingId: id },
    revision,
    body: { points: [...points], reason, overruled },
  });
};
const saved = async (...args: Parameters<typeof save>): Promise<MeetingView> => {
  const reply = await save(...args);
  expect([reply.status, reply.problem]).toEqual([200, null]);
  return reply.body;
};
const kept = ({ id, number, letter, language, subject, translations, presenter }: AgendaPointView): Point => ({
  ...{ id, number, letter, language, title: subject, presenter, translationHolds: false },
  translation: translations[0]?.subject ?? null,
});
const told = ({ agenda }: Pick<MeetingView, "agenda">) =>
  agenda.map(({ number, letter, subject }) => `${number}${letter} ${subject}`);

const six = [
  fresh(6, "a", "Taller", { presenter: "CRI" }),
  fresh(3, "b", "Espacio permanente"),
  fresh(3, "", "Coalición", { translation: "Coalition" }),
  fresh(6, "", "Actividades"),
  fresh(3, "a", "Observadores"),
];

test("points are entered in any order and stand in theirs; everybody of the Network reads them", async () => {
  const meeting = await planned();
  expect(meeting.agenda).toEqual([]);
  const now = await saved(meeting, six);
  expect(told(now)).toEqual(["3 Coalición", "3a Observadores", "3b Espacio permanente", "6 Actividades", "6a Taller"]);
  expect(now.agenda[0]?.translations).toMatchObject([{ language: "en", subject: "Coalition", state: "translated" }]);
  expect(now.agenda.map(({ presenter }) => presenter)).toEqual([null, null, null, null, "CRI"]);
  expect(now.record.at(-1)).toMatchObject({
    ...{ act: "agenda_changed", revision: 2, before: {}, after: { added: "3, 3a, 3b, 6, 6a" } },
  });
  for (const role of roles.filter((one) => one !== "contributor")) {
    const { agenda } = (await api.call(getMeeting, { as: await api.person(role), params: { meetingId: meeting.id } }))
      .body;
    expect([role, told({ agenda })]).toEqual([role, told(now)]);
  }
  for (const role of roles.filter((one) => !isOfSecretariat(one))) {
    const call = { as: await api.person(role), params: { meetingId: meeting.id }, revision: now.revision };
    const reply = await api.call(saveAgenda, { ...call, body: { points: [], reason: "None is left", overruled: [] } });
    expect([role, reply.status]).toEqual([role, 403]);
  }
});

test("points change places, titles and presenters at once, and each change is told", async () => {
  const before = await saved(await planned(), six);
  const [coalition, observers, space, activities, workshop] = before.agenda.map(kept) as [
    Point,
    Point,
    Point,
    Point,
    Point,
  ];
  const now = await saved(
    before,
    [
      { ...coalition, letter: "a" },
      { ...observers, letter: "", title: "Países observadores", translation: "Observer Countries" },
      { ...space, presenter: "COALITION" },
      // These two change places.
      { ...activities, letter: "a" },
      { ...workshop, letter: "" },
    ],
    { as: "secretariat#2" },
  );
  expect(told(now)).toEqual([
    ...["3 Países observadores", "3a Coalición", "3b Espacio permanente", "6 Taller", "6a Actividades"],
  ]);
  // A point is the same point wherever it stands.
  expect(now.agenda.map(({ id }) => id)).toEqual([observers.id, coalition.id, space.id, workshop.id, activities.id]);
  expect(now.record.at(-1)).toMatchObject({
    before: { moved: "3, 3a, 6, 6a" },
    after: { moved: "3a, 3, 6a, 6", retitled: "3", translated: "3", presented: "3b" },
  });
  const versions = await owner.query(
    "select version, subject from app.matter_version where matter_id = $1 order by version",
    [observers.id],
  );
  expect(versions.rows).toEqual([
    { version: 1, subject: "Observadores" },
    { version: 2, subject: "Países observadores" },
  ]);
});

test("a translation of a changed title is outdated until it is written anew or said to hold", async () => {
  const made = await saved(await planned(), [fresh(1, "", "Uno", { translation: "One" })]);
  const states = ({ agenda }: MeetingView) =>
    agenda.flatMap(({ translations }) => translations.map(({ state }) => state));
  const [one] = made.agenda.map(kept) as [Point];
  const changed = await saved(made, [{ ...one, title: "Primero" }]);
  expect(states(changed)).toEqual(["outdated"]);
  const [late] = changed.agenda.map(kept) as [Point];
  expect((await save(changed, [late])).problem?.details?.faults).toEqual([{ at: null, fault: "same" }]);
  const held = await saved(changed, [{ ...late, translationHolds: true }]);
  expect([states(held), held.agenda[0]?.translations[0]?.subject]).toEqual([["translated"], "One"]);
  const both = await saved(held, [{ ...late, title: "El primero", translationHolds: true }]);
  expect(states(both)).toEqual(["translated"]);
  const anew = await saved(both, [{ ...late, title: "El primero", translation: "The first" }]);
  expect(anew.agenda[0]?.translations).toMatchObject([{ subject: "The first", state: "translated" }]);
});

test("a point that is left out is withdrawn with the reason, frees its place, and is no longer read", async () => {
  const made = await saved(await planned(), [fresh(1, "", "Uno"), fresh(2, "", "Dos")]);
  const [one, two] = made.agenda.map(kept) as [Point, Point];
  expect((await save(made, [one])).problem?.details?.faults).toEqual([{ at: null, fault: "reason" }]);
  const now = await saved(made, [one, fresh(2, "", "Otro")], { reason: " It was put off " });
  expect(told(now)).toEqual(["1 Uno", "2 Otro"]);
  expect(now.record.at(-1)).toMatchObject({
    before: { withdrawn: "2" },
    after: { added: "2" },
    reason: "It was put off",
  });
  const gone = await owner.query("select state, withdrawn_reason from app.matter where id = $1", [two.id]);
  expect(gone.rows).toEqual([{ state: "withdrawn", withdrawn_reason: "It was put off" }]);
  const again = [...now.agenda.map(kept), { ...two, number: 3 }];
  expect((await save(now, again)).problem?.details?.faults).toEqual([{ at: 2, fault: "unknown" }]);
});

test("what cannot be so is refused point by point, and nothing is saved", async () => {
  const made = await saved(await planned(), [fresh(1, "", "Uno")]);
  const other = await saved(await planned(), [fresh(1, "", "De otra reunión")]);
  const [one] = made.agenda.map(kept) as [Point];
  const [foreign] = other.agenda.map(kept) as [Point];
  const reply = await save(made, [
    one,
    fresh(1, "", "Otra vez"),
    { ...foreign, number: 7 },
    fresh(8, "", "Sin nadie", { presenter: "ZZZ" }),
    fresh(9, "", "La Red", { presenter: "LON" }),
  ]);
  expect([reply.status, reply.problem?.code, reply.problem?.details?.faults]).toEqual([
    ...[422, "agenda-refused"],
    [
      { at: 1, fault: "twice" },
      { at: 2, fault: "unknown" },
      { at: 3, fault: "presenter" },
      { at: 4, fault: "presenter" },
    ],
  ]);
  expect((await save(made, [{ ...one, language: "en" }])).problem?.details?.faults).toEqual([
    { at: 0, fault: "language" },
  ]);
  for (const wrong of [{ number: 0 }, { number: 100 }, { letter: "B" }, { title: "" }, { title: "a\nb" }])
    expect((await save(made, [{ ...one, ...wrong }])).status).toBe(400);
  const now = (await api.call(getMeeting, { as: "secretariat", params: { meetingId: made.id } })).body;
  expect(now).toEqual(made);
});

test("of two who save an agenda at once the slower one reads what the other saved", async () => {
  const meeting = await planned();
  const replies = await Promise.all([
    save(meeting, [fresh(1, "", "Uno")]),
    save(meeting, [fresh(1, "", "Otro")], { as: "secretariat#2" }),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
  const slower = replies.find(({ status }) => status === 412);
  const now = (await api.call(getMeeting, { as: "secretariat", params: { meetingId: meeting.id } })).body;
  expect(slower?.problem?.details?.current).toEqual(now);
  expect(now.agenda).toHaveLength(1);
});

test("a title that seems to hold details of a person is asked about, in either language, and may stand", async () => {
  const meeting = await planned();
  const telling = [
    fresh(1, "", "Llamar al +506 8888 7777"),
    fresh(2, "", "Dos", { translation: "Write to ana.solano@example.org" }),
  ];
  const asked = await save(meeting, telling);
  expect([asked.status, asked.problem?.code]).toEqual([422, "personal-details"]);
  const found = asked.problem?.details?.found as ("phone" | "mail")[];
  expect(found).toEqual(expect.arrayContaining(["phone", "mail"]));
  expect((await api.call(getMeeting, { as: "secretariat", params: { meetingId: meeting.id } })).body.agenda).toEqual(
    [],
  );
  expect((await saved(meeting, telling, { overruled: found })).agenda).toHaveLength(2);
  const { rows } = await owner.query("select detail from app.audit_event where action = 'details.overruled'");
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain("8888");
});

test("a reason that seems to hold details of a person is asked about before anything is done; what may stand is recorded with the act, as kinds", async () => {
  const meeting = await planned();
  const reason = "The witness Ana Solano Mora, case number 19-001234-0305-PE, lives there";
  const call = (overruled: ("name" | "document")[]) =>
    api.call(cancelMeeting, {
      ...{ as: "secretariat", params: { meetingId: meeting.id }, revision: meeting.revision },
      body: { reason, overruled },
    });
  const asked = await call(["document"]);
  expect([asked.status, asked.problem?.code]).toEqual([422, "personal-details"]);
  expect(asked.problem?.details).toEqual({ found: ["name"] });
  expect((await call(["name", "document"])).body.cancelledReason).toBe(reason);
  const { rows } = await owner.query(
    "select object_type, detail from app.audit_event where action = 'details.overruled' and object_id = $1",
    [meeting.id],
  );
  expect(rows).toEqual([{ object_type: "meeting", detail: { kinds: "name document" } }]);
});

test("an agenda of a hundred points asks as much of the database as one of a single point", async () => {
  const points = (count: number, title: string) =>
    Array.from({ length: count }, (_, index) => fresh(1 + (index % 50), index < 50 ? "" : "a", `${title} ${index}`));
  const asked = async (count: number) => {
    const made = await planned();
    const statements: number[] = [];
    const step = async (meeting: MeetingView, next: readonly Point[], reason = "") => {
      const [{ statements: some }, now] = await countStatements(() => saved(meeting, next, { reason }));
      statements.push(some);
      return now;
    };
    const begun = await step(
      made,
      points(count, "Punto").map((one) => ({ ...one, translation: `${one.title} translated` })),
    );
    expect(begun.agenda).toHaveLength(count);
    const retold = begun.agenda.map(kept).map((one) => ({ ...one, title: `${one.title} bis`, translationHolds: true }));
    const moved = await step(
      begun,
      retold.map((one) => ({ ...one, number: 51 - one.number })),
    );
    expect(told(moved)[0]).toBe(`${51 - (count === 1 ? 1 : 50)} Punto ${count === 1 ? 0 : 49} bis`);
    expect(new Set(moved.agenda.flatMap(({ translations }) => translations.map(({ state }) => state)))).toEqual(
      new Set(["translated"]),
    );
    const gone = await step(moved, [fresh(99, "", "Otro")], "It was put off");
    expect(told(gone)).toEqual(["99 Otro"]);
    return statements;
  };
  await asked(1);
  const [few, many] = [await asked(1), await asked(100)];
  expect(many).toEqual(few);
});
