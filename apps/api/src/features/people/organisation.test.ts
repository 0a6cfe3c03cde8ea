import {
  type BodyInputOf,
  editPerson,
  getPersonHistory,
  getSession,
  invitePerson,
  listPeople,
} from "@avances/contracts";
import { roles } from "@avances/domain/access";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

// For whom an account of an observer, of civil society or of the Coalition reads the work of the Network.

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  // With a second person, so that nothing is done by one alone that takes two.
  await api.person("secretariat#2");
});
afterAll(() => api?.close());

const invitation = (n: number, more: Partial<BodyInputOf<typeof invitePerson>> = {}) => ({
  ...{ address: `guest${n}@people.example`, displayName: "A guest", role: "observer" as const, country: null },
  language: "en" as const,
  ...more,
});
const pointers = (reply: { problem: { errors?: readonly { pointer: string }[] | undefined } | null }) =>
  reply.problem?.errors?.map(({ pointer }) => pointer);

test("the Secretariat says it when it invites and changes it later; the person's own page learns it, the record names the field", async () => {
  const as = "secretariat";
  const made = await api.call(invitePerson, { as, body: invitation(1, { organisation: "IOM" }) });
  expect([made.status, made.body.organisation]).toEqual([201, "IOM"]);
  const { userId: personId, ...guest } = await api.addPerson({ role: "civil_society", organisation: null });
  const edit = (organisation: string | null) =>
    api.call(editPerson, { as, params: { personId }, body: { organisation } });
  expect((await edit("RNCOM")).body.organisation).toBe("RNCOM");
  expect((await api.call(getSession, { as: { userId: personId, ...guest } })).body.person?.organisation).toBe("RNCOM");
  expect((await edit("PER")).body.organisation).toBe("PER");
  expect((await edit(null)).body.organisation).toBeNull();
  const { events } = (await api.call(getPersonHistory, { as, params: { personId } })).body;
  expect(events.filter(({ action }) => action === "user.edited").map(({ fields }) => fields)).toEqual(
    Array(3).fill(["organisationCode"]),
  );
});

test("nobody gets the side of a member, of the Secretariat or of a body by being called an observer", async () => {
  const { userId: personId } = await api.addPerson({ role: "observer", organisation: null });
  const params = { personId };
  for (const organisation of ["CRI", "RCM-TS", "LON", "RCGM", "ZZZ"]) {
    const edited = await api.call(editPerson, { as: "secretariat", params, body: { organisation } });
    expect([organisation, edited.status, pointers(edited)]).toEqual([organisation, 400, ["/organisation"]]);
    const invited = await api.call(invitePerson, { as: "secretariat", body: invitation(2, { organisation }) });
    expect([organisation, invited.status, pointers(invited)]).toEqual([organisation, 400, ["/organisation"]]);
  }
  const { people } = (await api.call(listPeople, { as: "secretariat" })).body;
  expect(people.find(({ id }) => id === personId)?.organisation).toBeNull();
  expect(people.some(({ address }) => address === "guest2@people.example")).toBe(false);
});

test("members and the Secretariat read for themselves, and only the Secretariat says for whom anybody reads", async () => {
  for (const role of ["rcgm_delegate", "presidency", "secretariat"] as const) {
    const { userId: personId } = await api.addPerson({ role, organisation: null });
    const reply = await api.call(editPerson, {
      as: "secretariat",
      params: { personId },
      body: { organisation: "IOM" },
    });
    expect([role, reply.status, pointers(reply)]).toEqual([role, 400, ["/organisation"]]);
  }
  const { userId: personId } = await api.person("observer");
  for (const role of roles.filter((one) => one !== "secretariat")) {
    const as = await api.person(role);
    const reply = await api.call(editPerson, { as, params: { personId }, body: { organisation: "IOM" } });
    expect([role, reply.status]).toEqual([role, 403]);
  }
});
