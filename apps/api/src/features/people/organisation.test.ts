import { askForRole, type BodyInputOf, confirmRequest, getSession, invitePerson, listPeople } from "@avances/contracts";
import { roles } from "@avances/domain/access";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addAccount } from "#testing/add-account.ts";
import { startTestApi, type TestApi, type TestPerson } from "#testing/start-test-api.ts";

// For whom an account of an observer, of civil society or of the Coalition writes and reads in the Network.

let api: TestApi;
let ana: TestPerson;
let eva: TestPerson;
beforeAll(async () => {
  api = await startTestApi();
  // With a second person, so that nothing is done by one alone that takes two.
  ana = await addAccount(api, { role: "secretariat", email: "ana@ts.example" });
  eva = await addAccount(api, { role: "secretariat", email: "eva@ts.example" });
});
afterAll(() => api?.close());

const invitation = (n: number, more: Partial<BodyInputOf<typeof invitePerson>> = {}) => ({
  ...{ address: `guest${n}@people.example`, displayName: "A guest", role: "observer" as const, country: null },
  language: "en" as const,
  ...more,
});
const pointers = (reply: { problem: { errors?: readonly { pointer: string }[] | undefined } | null }) =>
  reply.problem?.errors?.map(({ pointer }) => pointer);

test("two people say it: when they invite, and when they change it later; the person's own page learns it, the record names the act", async () => {
  const as = ana;
  const made = await api.call(invitePerson, { as, body: invitation(1, { organisation: "IOM" }) });
  expect([made.status, made.body.organisation, made.body.invitation]).toEqual([201, "IOM", "awaiting_second_person"]);
  const { userId: personId, ...guest } = await api.addPerson({ role: "civil_society", organisation: null });
  const ask = (organisation: string | null) =>
    api.call(askForRole, { as, params: { personId }, body: { role: "civil_society", country: null, organisation } });
  const confirm = async (requestId: string | undefined, by: TestPerson) =>
    api.call(confirmRequest, { as: by, params: { personId, requestId: requestId ?? "" } });
  for (const organisation of ["RNCOM", "PER", null]) {
    const { waiting } = (await ask(organisation)).body;
    expect(waiting?.wanted?.organisation).toBe(organisation);
    expect((await confirm(waiting?.id, ana)).status).toBe(403);
    expect((await confirm(waiting?.id, eva)).body.organisation).toBe(organisation);
    const own = await api.call(getSession, { as: { userId: personId, ...guest } });
    expect(own.body.person?.organisation).toBe(organisation);
  }
  expect((await ask(null)).status).toBe(400);
});

test("nobody gets the side of a member, of the Secretariat or of a body by being called an observer", async () => {
  const { userId: personId } = await api.addPerson({ role: "observer", organisation: null });
  const params = { personId };
  for (const organisation of ["CRI", "RCM-TS", "LON", "RCGM", "ZZZ"]) {
    const body = { role: "observer", country: null, organisation } as const;
    const asked = await api.call(askForRole, { as: "secretariat", params, body });
    expect([organisation, asked.status, pointers(asked)]).toEqual([organisation, 400, ["/organisation"]]);
    const invited = await api.call(invitePerson, { as: "secretariat", body: invitation(2, { organisation }) });
    expect([organisation, invited.status, pointers(invited)]).toEqual([organisation, 400, ["/organisation"]]);
  }
  const { people } = (await api.call(listPeople, { as: "secretariat" })).body;
  expect(people.find(({ id }) => id === personId)?.organisation).toBeNull();
  expect(people.some(({ address }) => address === "guest2@people.example")).toBe(false);
});

test("members and the Secretariat read for themselves, and only the Secretariat says for whom anybody reads", async () => {
  for (const role of ["rcgm_delegate", "presidency"] as const) {
    const { userId: personId } = await api.addPerson({ role, organisation: null });
    const reply = await api.call(askForRole, {
      as: "secretariat",
      params: { personId },
      body: { role, country: null, organisation: "IOM" },
    });
    expect([role, reply.status, pointers(reply)]).toEqual([role, 400, ["/organisation"]]);
  }
  const { userId: personId } = await api.person("observer");
  for (const role of roles.filter((one) => one !== "secretariat")) {
    const as = await api.person(role);
    const body = { role: "observer", country: null, organisation: "IOM" } as const;
    const reply = await api.call(askForRole, { as, params: { personId }, body });
    expect([role, reply.status]).toEqual([role, 403]);
  }
});
