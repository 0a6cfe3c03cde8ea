import { acceptSubmission, getMatrix, getPublicIndicator, publishSubmission } from "@avances/contracts";
import { currentEdition, listEditionEntries } from "@avances/db/queries/release-queries";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agree, aRound, auditOf, fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

let api: TestApi;
let ids: Readonly<Record<string, string>>;

const params = (country: string) => ({ submissionId: ids[country] as string });
const publish = (country: string, same: { readonly idempotencyKey?: string; readonly revision?: number } = {}) =>
  api.call(publishSubmission, { as: "secretariat", params: params(country), ...same });
const editions = async () => (await api.db.asPublic(currentEdition))?.id ?? 0;
const matrix = async () => (await api.call(getMatrix, {})).body;

beforeAll(async () => {
  api = await startTestApi();
  ids = await aRound(api, 2027, ["CRI", "GTM", "PAN"]);
  for (const [country, seed] of [
    ["CRI", 1],
    ["GTM", 2],
  ] as const) {
    await fill(api, `focal_point:${country}`, ids[country] as string, { seed });
    await submit(api, `focal_point:${country}`, ids[country] as string);
  }
});
afterAll(() => api.close());

describe("publication", () => {
  test("before the first publication the public file has every shape and no row", async () => {
    const { body } = await api.call(getPublicIndicator, { params: { indicatorCode: "TIP-PRO-01" } });
    expect(body).toMatchObject({ edition: null, rows: [], indicator: { code: "TIP-PRO-01" } });
  });

  test("a report that is not accepted cannot be published, and no edition is written", async () => {
    const refused = await publish("CRI");
    expect(refused).toMatchObject({ status: 409, problem: { code: "transition-refused" } });
    expect(await editions()).toBe(0);
  });

  test("publishing writes one edition in the same act, and repeating the request writes no other", async () => {
    await api.call(acceptSubmission, { as: "secretariat", params: params("CRI") });
    await agree(api, "focal_point:CRI", ids.CRI as string);
    const same = { idempotencyKey: "publish-costa-rica-once", revision: await api.revisionOf(ids.CRI as string) };
    const replies = await Promise.all([publish("CRI", same), publish("CRI", same), publish("CRI", same)]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await editions()).toBe(1);
    expect((await auditOf(api, ids.CRI as string)).map(({ action }) => action)).toContain("submission.published");
    await expect
      .poll(async () =>
        (await matrix()).cells
          .filter(({ state }) => state !== "not_asked")
          .map(({ country, state }) => `${country} ${state}`),
      )
      .toEqual(["CRI published", "GTM not_published", "PAN not_published"]);
  });

  test("a second country makes a second edition; what it does not change keeps its bytes", async () => {
    await api.call(acceptSubmission, { as: "secretariat", params: params("GTM") });
    await agree(api, "focal_point:GTM", ids.GTM as string);
    await publish("GTM");
    const [first, second] = await Promise.all([
      api.db.asPublic((tx) => listEditionEntries(tx, 1)),
      api.db.asPublic((tx) => listEditionEntries(tx, 2)),
    ]);
    const hashOf = (entries: typeof first, key: string) => entries.find((entry) => entry.key === key)?.payloadHash;
    expect(hashOf(second, "reports/CRI")).toBeDefined();
    expect(hashOf(second, "reports/CRI")).toBe(hashOf(first, "reports/CRI"));
    expect(hashOf(second, "reports/GTM")).not.toBe(hashOf(first, "reports/GTM"));
    await expect.poll(async () => (await matrix()).edition?.id).toBe(2);
  });

  test("only the secretariat publishes", async () => {
    const reply = await api.call(publishSubmission, { as: "focal_point:CRI", params: params("CRI") });
    expect(reply.status).toBe(403);
  });
});
