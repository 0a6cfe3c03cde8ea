import { getIndex, getMatrix, getPublicIndicator, listPublicIndicators } from "@avances/contracts";
import { reportStates } from "@avances/domain/submission";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi } from "../../apps/api/src/testing/start-test-api.ts";
import { seedDemonstration } from "../../apps/local/src/demonstration/seed-demonstration.ts";

/** The invented region as the public finds it: there to show what the portal can show, so every state must occur in it. */
let api: TestApi;

beforeAll(async () => {
  const now = "2027-05-08T15:00:00Z";
  api = await startTestApi({ now, demonstration: true });
  await seedDemonstration(api.deps, { ownerUrl: api.ownerUrl, now: new Date(now), log: () => undefined });
}, 180_000);
afterAll(() => api?.close());

test("every state of a report and of an answer can be seen by the public", async () => {
  const matrix = (await api.call(getMatrix)).body;
  expect(new Set(matrix.cells.map(({ state }) => state))).toEqual(new Set(reportStates));
  const { indicators } = (await api.call(listPublicIndicators)).body;
  const states = new Set<string>();
  for (const { code } of indicators) {
    const { rows } = (await api.call(getPublicIndicator, { params: { indicatorCode: code } })).body;
    for (const row of rows) states.add(row.unconfirmed ? "unconfirmed" : row.state);
  }
  expect(states).toEqual(
    new Set(["reported", "not_reported", "not_available", "not_applicable", "unconfirmed", "small_base", "suppressed"]),
  );
});

test("one country has an instrument with too few answers for a score, in the round that stands for the region", async () => {
  const { rows, rounds } = (await api.call(getIndex)).body;
  const insufficient = rows.filter(
    ({ instruments }) => instruments.SOM.applicable && !instruments.SOM.published && instruments.TIP.published,
  );
  expect(insufficient.map(({ country, roundYear }) => [country, roundYear])).toContainEqual([
    "BLZ",
    rounds.map(({ roundYear }) => roundYear).sort((a, b) => b - a)[1],
  ]);
});
