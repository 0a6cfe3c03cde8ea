import { randomUUID } from "node:crypto";
import { listMeetings, listParticipants } from "@avances/contracts";
import { roles } from "@avances/domain/access";
import { testClient } from "@avances/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
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

test("meetings stand with the latest day first, as they were entered", async () => {
  const owner = testClient({ connectionString: api.ownerUrl });
  await owner.connect();
  const enter = async (day: string, more: string) => {
    const id = randomUUID();
    await owner.query(
      `insert into app.meeting (id, body_code, held_on, until_on, place, host_code, state, revision, public_source, created_at, created_by, created_by_name)
       values ($1, $2, $3, ${more}, 1, $4, now(), $1, 'Secretary')`,
      [id, "LON", day, day < "2020" ? "RCM-LON-2013" : null],
    );
    return id;
  };
  const first = await enter("2013-11-18", "null, 'San José', 'CRI', 'held'");
  const next = await enter("2026-12-16", "'2026-12-17', 'Tegucigalpa', null, 'planned'");
  await owner.end();
  const { body } = await api.call(listMeetings, { as: await api.person("rcgm_delegate") });
  expect(body?.meetings).toEqual([
    {
      ...{ id: next, body: "LON", heldOn: "2026-12-16", untilOn: "2026-12-17", place: "Tegucigalpa", host: null },
      ...{ state: "planned", publicSource: null },
    },
    {
      ...{ id: first, body: "LON", heldOn: "2013-11-18", untilOn: null, place: "San José", host: "CRI" },
      ...{ state: "held", publicSource: "RCM-LON-2013" },
    },
  ]);
});
