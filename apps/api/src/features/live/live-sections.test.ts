import { askForSection, changeSection, handInSection, type LiveNews, removeSection } from "@avances/contracts";
import { testClient } from "@avances/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStream } from "#testing/event-stream.ts";
import { aRound } from "#testing/reporting-round.ts";
import { openSection } from "#testing/section-guest.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

let api: TestApi;
let owner: ReturnType<typeof testClient>;
let submissionId: string;

beforeAll(async () => {
  api = await startTestApi({ config: { streamSeconds: 600 } });
  owner = testClient({ connectionString: api.ownerUrl });
  await owner.connect();
  submissionId = (await aRound(api, 2027, ["CRI"])).CRI as string;
  await api.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await owner?.end();
  await api?.close();
});

test("the open page of another ministry hears that other answers are asked, and that its part was taken back", async () => {
  const path = `/submissions/${submissionId}/live`;
  const desk = await openStream<LiveNews>(api.app, await api.person("alternate:CRI"), path);
  const begun = await desk.until((news) => news.stream !== undefined);
  expect([begun.proposals, begun.asked]).toEqual([0, undefined]);
  const heard = () => desk.news.filter(({ stream, proposals }) => stream === undefined && proposals !== undefined);

  const { body: section } = await api.call(askForSection, {
    ...{ as: "focal_point:CRI", params: { submissionId }, headers: { "idempotency-key": "a-section-of-this-test" } },
    body: {
      ...{ name: "Rosa Vargas", institution: "Ministerio Público", address: "rosa@fiscalia.example", language: "es" },
      ...{ indicators: ["TIP-JUS-02", "TIP-PRO-01"], dueOn: "2027-03-15", note: "" },
    },
  });
  await expect.poll(() => heard().length).toBe(1);

  const person = await openSection(api, owner, section.id);
  const ministry = await openStream<LiveNews>(api.app, person, path);
  const first = await ministry.until((news) => news.stream !== undefined);
  expect([first.asked, first.proposals, first.people]).toEqual([1, undefined, []]);

  const params = { submissionId, sectionId: section.id };
  const changed = await api.call(changeSection, {
    as: "focal_point:CRI",
    params,
    body: { revision: 1, dueOn: "2027-03-20", indicators: ["TIP-PRO-01", "TIP-PRO-02"] },
  });
  expect(changed.status).toBe(200);
  expect(await ministry.until(({ asked }) => asked === 2)).toEqual({ asked: 2 });
  const before = heard().length;
  expect((await api.call(handInSection, { as: person, params: { submissionId } })).status).toBe(200);
  await expect.poll(() => heard().length).toBeGreaterThan(before);

  await api.call(removeSection, { as: "focal_point:CRI", params });
  await expect.poll(ministry.isOver).toBe(true);
  const again = await openStream<LiveNews>(api.app, person, path);
  expect(again.status).toBe(401);
  await Promise.all([desk, ministry, again].map((stream) => stream.leave()));
});
