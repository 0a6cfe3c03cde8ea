import { addTerm, type BodyOf, type BodyView, endTerm, getBody, withdrawTerm } from "@avances/contracts";
import { isOfSecretariat, roles } from "@avances/domain/access";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api?.close());

const body = "COALITION" as const;
const crisis: BodyOf<typeof addTerm> = {
  ...{ participant: "CRI", role: "secretariat", fromOn: null, untilOn: null, knownOn: "2013-11-18" },
  source: "RCM-LON-2013",
};
const add = (more: Partial<BodyOf<typeof addTerm>> = {}, of: "LON" | "RCGM" | "COALITION" = body) =>
  api.call(addTerm, { as: "secretariat", params: { body: of }, body: { ...crisis, ...more } });
const read = async (of: "LON" | "RCGM" | "COALITION" = body): Promise<BodyView> =>
  (await api.call(getBody, { as: "observer", params: { body: of } })).body;
const faults = (reply: { problem: { details?: Record<string, unknown> | undefined } | null }) =>
  reply.problem?.details?.faults;

test("nothing is on record until somebody enters it; everybody of the Network reads it, nobody else", async () => {
  for (const role of roles) {
    const reply = await api.call(getBody, { as: await api.person(role), params: { body } });
    if (role === "contributor") expect([role, reply.status]).toEqual([role, 403]);
    else expect([role, reply.status, reply.body]).toEqual([role, 200, { body, terms: [] }]);
  }
  expect((await api.call(getBody, { params: { body } })).status).toBe(401);
  const entered = await add();
  expect(entered.status).toBe(201);
  expect(entered.body.terms).toMatchObject([{ ...crisis, body, invented: false, withdrawn: null }]);
  expect(await read()).toEqual(entered.body);
  // Of another body that says nothing.
  expect((await read("LON")).terms).toEqual([]);
});

test("nobody but the Secretariat enters, ends or withdraws", async () => {
  const [term] = (await read()).terms;
  const params = { termId: term?.id ?? "" };
  for (const role of roles.filter((one) => !isOfSecretariat(one))) {
    const as = await api.person(role);
    const replies = [
      await api.call(addTerm, { as, params: { body }, body: { ...crisis, participant: "MEX" } }),
      await api.call(endTerm, { as, params, body: { untilOn: "2014-01-01" } }),
      await api.call(withdrawTerm, { as, params, body: { reason: "It was mistyped" } }),
    ];
    expect([role, replies.map(({ status }) => status)]).toEqual([role, [403, 403, 403]]);
  }
  expect((await read()).terms).toEqual([term]);
});

test("one country may hold two roles at once; what cannot be so is refused with every reason", async () => {
  expect((await add({ role: "member", fromOn: "2014-01-01", knownOn: null })).status).toBe(201);
  expect(faults(await add())).toEqual(["already"]);
  expect(faults(await add({ knownOn: null, participant: "LON" }))).toEqual(["dates", "participant"]);
  expect(faults(await add({ participant: "ZZZ" }))).toEqual(["participant"]);
  expect(faults(await add({ participant: "COALITION" }))).toEqual(["participant"]);
  expect(faults(await add({ participant: "PAN", untilOn: "2013-01-01" }))).toEqual(["order"]);
  expect(faults(await add({ participant: "PAN", knownOn: "2031-01-01" }))).toEqual(["known_ahead"]);
  expect((await add({ source: "" })).status).toBe(400);
  // Beside a first day, a day on which it was so is not kept.
  const both = await add({ participant: "PAN", fromOn: "2015-01-01", knownOn: "2031-01-01" });
  expect(both.body.terms.at(-1)).toMatchObject({ fromOn: "2015-01-01", knownOn: null });
});

test("an end is said once; what is wrong is withdrawn with the reason, stays in the record and frees its days", async () => {
  const made = (await add({ participant: "HND", fromOn: "2020-01-01", knownOn: null }, "RCGM")).body.terms[0];
  const params = { termId: made?.id ?? "" };
  const end = (untilOn: string) => api.call(endTerm, { as: "secretariat", params, body: { untilOn } });
  expect(faults(await end("2019-12-31"))).toEqual(["order"]);
  expect((await end("2021-12-31")).body.terms[0]).toMatchObject({ untilOn: "2021-12-31" });
  expect((await end("2022-12-31")).problem?.code).toBe("transition-refused");
  const withdraw = () =>
    api.call(withdrawTerm, { as: "secretariat#2", params, body: { reason: " The year was mistyped " } });
  const withdrawn = (await withdraw()).body.terms[0]?.withdrawn;
  expect(withdrawn).toMatchObject({ reason: "The year was mistyped", byName: expect.any(String) });
  expect((await withdraw()).problem?.code).toBe("transition-refused");
  expect((await end("2022-12-31")).problem?.code).toBe("transition-refused");
  expect((await add({ participant: "HND", fromOn: "2020-01-01", knownOn: null }, "RCGM")).status).toBe(201);
  const missing = { termId: "018f0000-0000-7000-8000-000000000007" };
  expect(
    (await api.call(endTerm, { as: "secretariat", params: missing, body: { untilOn: "2022-12-31" } })).status,
  ).toBe(404);
});

test("two people who enter the same at once enter it once, and of two who end and withdraw both are told what holds", async () => {
  const same = { participant: "MEX", fromOn: "2016-01-01", knownOn: null } as const;
  const replies = await Promise.all(
    (["secretariat", "secretariat#2"] as const).map((as) =>
      api.call(addTerm, { as, params: { body: "LON" }, body: { ...crisis, ...same } }),
    ),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 422]);
  const { terms } = await read("LON");
  expect(terms).toHaveLength(1);
  const params = { termId: terms[0]?.id ?? "" };
  const [ended, withdrawn] = await Promise.all([
    api.call(endTerm, { as: "secretariat", params, body: { untilOn: "2017-01-01" } }),
    api.call(withdrawTerm, { as: "secretariat#2", params, body: { reason: "It was another year" } }),
  ]);
  expect(withdrawn.status).toBe(200);
  expect([200, 409]).toContain(ended.status);
  expect((await read("LON")).terms[0]?.withdrawn).not.toBeNull();
});

test("on a demonstration a role is marked as invented unless its source is a published report", async () => {
  const demonstration = await startTestApi({ demonstration: true });
  try {
    const enter = async (source: string, participant: string) =>
      (
        await demonstration.call(addTerm, {
          as: "secretariat",
          params: { body },
          body: { ...crisis, participant, source },
        })
      ).body.terms.at(-1)?.invented;
    expect(await enter("RCM-LON-2013", "CRI")).toBe(false);
    expect(await enter("Something that was told", "MEX")).toBe(true);
  } finally {
    await demonstration.close();
  }
});
