import {
  acceptSubmission,
  exemptSubmission,
  getIndex,
  getMatrix,
  getPublicCountry,
  getPublicIndicator,
  getRoundStatus,
  listPublicIndicators,
  publishSubmission,
} from "@avances/contracts";
import populationFile from "@avances/domain/data/population.json" with { type: "json" };
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { agree, aRound, fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

/** The API learns of an edition by a notification of the database; how soon depends on the machine. */
const patience = { timeout: 30_000 };
let api: TestApi;
const round = { roundYear: 2027, referenceYear: 2026 };

// CRI published, GTM owes a report, PAN is excused; all others were not asked. A second round is planned for next year.
beforeAll(async () => {
  api = await startTestApi();
  const ids = await aRound(api, 2027, ["CRI", "GTM", "PAN"]);
  await aRound(api, 2028, ["CRI", "GTM", "PAN"]);
  const params = (country: string) => ({ submissionId: ids[country] as string });
  const { submissionId } = params("CRI");
  await fill(api, "focal_point:CRI", submissionId);
  await submit(api, "focal_point:CRI", submissionId);
  const act = { as: "secretariat" as const };
  const exempted = await api.call(exemptSubmission, {
    ...act,
    params: params("PAN"),
    body: { reason: "The registers were lost in a flood" },
  });
  expect(exempted.status).toBe(200);
  // It starts a report all the same, and nobody is told.
  await fill(api, "focal_point:PAN", params("PAN").submissionId);
  await api.call(acceptSubmission, { ...act, params: params("CRI") });
  await agree(api, "focal_point:CRI", submissionId);
  expect((await api.call(publishSubmission, { ...act, params: params("CRI") })).status).toBe(200);
  await vi.waitFor(async () => expect((await api.call(getMatrix, {})).body.edition?.id).toBe(1), patience);
});
afterAll(() => api.close());

describe("every country and round is told apart", () => {
  test("in the matrix: published, not published, exempt, not asked", async () => {
    const { cells, countries } = (await api.call(getMatrix, {})).body;
    expect(cells).toHaveLength(countries.length);
    const states = Object.fromEntries(cells.map(({ country, state }) => [country, state]));
    expect(cells.filter(({ obligated }) => obligated).map(({ country }) => country)).toEqual(["CRI", "GTM"]);
    expect(states).toMatchObject({ CRI: "published", GTM: "not_published", PAN: "exempt", USA: "not_asked" });
    expect(cells.map(({ roundYear, referenceYear }) => ({ roundYear, referenceYear }))).toEqual(cells.map(() => round));
  });

  test("in an indicator and in the index: who has no report, and why", async () => {
    const { body: indicator } = await api.call(getPublicIndicator, { params: { indicatorCode: "TIP-PRO-01" } });
    const { body: index } = await api.call(getIndex, {});
    for (const { unpublished, rows } of [indicator, index]) {
      expect(unpublished).toHaveLength(indicator.countries.length - 1);
      expect(unpublished).toContainEqual({ country: "GTM", roundYear: 2027, state: "not_published" });
      expect(unpublished).toContainEqual({ country: "PAN", roundYear: 2027, state: "exempt" });
      expect(unpublished).toContainEqual({ country: "USA", roundYear: 2027, state: "not_asked" });
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({ country: "CRI", ...round });
    }
  });

  test("on a country's page there is a cell for each round, also without anything published", async () => {
    const { body } = await api.call(getPublicCountry, { params: { iso3: "PAN" } });
    expect(body.reporting).toMatchObject([{ country: "PAN", ...round, state: "exempt", publishedAt: null }]);
    expect(body.country.treatiesAsOf).toBe("2015-03-14");
  });

  test("the exempt and those not asked are in no denominator", async () => {
    const { body } = await api.call(getPublicIndicator, { params: { indicatorCode: "TIP-PRO-01" } });
    expect(body.totals).toMatchObject([
      { ...round, expected: 2, published: 1, notPublished: 1, exempt: 1, notAsked: body.countries.length - 3 },
    ]);
    expect(body.mainRound).toEqual(round);
    const { indicators } = (await api.call(listPublicIndicators, {})).body;
    expect(indicators.map(({ latest }) => latest?.roundYear)).toEqual(indicators.map(() => 2027));
  });
});

test("a count of persons with a rate comes with the population of each public report, and its year; others come without", async () => {
  const file = async (indicatorCode: string) =>
    (await api.call(getPublicIndicator, { params: { indicatorCode } })).body.rate;
  const { source, license, population } = populationFile;
  const persons = population.CRI["2024"];
  expect(await file("TIP-PRO-01")).toEqual({
    per: 100_000,
    source,
    license,
    populations: [{ country: "CRI", ...round, persons, populationYear: 2024 }],
  });
  for (const other of ["TIP-PRO-08", "TIP-PRO-04", "TIP-LEG-01"]) expect(await file(other)).toBeNull();
});

test("a round that has not opened is listed nowhere in the public file", async () => {
  const bodies = [
    (await api.call(getMatrix, {})).body,
    (await api.call(getIndex, {})).body,
    (await api.call(getPublicCountry, { params: { iso3: "CRI" } })).body,
    (await api.call(getPublicIndicator, { params: { indicatorCode: "TIP-PRO-01" } })).body,
  ];
  for (const body of bodies) {
    expect(body.rounds).toEqual([{ ...round, opensOn: "2027-02-01", dueOn: "2027-04-30", catalogueVersion: "2026.3" }]);
    expect(JSON.stringify(body)).not.toContain("2028");
  }
});

test("an exempt country that begins is exempt on the board; what it sends is received and published, and is in no denominator", async () => {
  const board = async () => (await api.call(getRoundStatus, { as: "rcgm_delegate", params: { year: 2027 } })).body;
  const own = async () => (await board()).countries.find(({ country }) => country === "PAN");
  expect((await board()).counts).toMatchObject({
    expected: 3,
    received: 1,
    exempt: 1,
    inPreparation: 0,
    notStarted: 1,
  });
  const submissionId = (await own())?.submissionId as string;
  api.clock.set("2027-06-30T15:00:00Z");
  expect(await own()).toMatchObject({ status: "draft", exempt: true, timeliness: { kind: "exempt" } });
  expect((await board()).counts).toMatchObject({ exempt: 1, overdue: 1 });

  await submit(api, "focal_point:PAN", submissionId);
  expect(await own()).toMatchObject({ status: "submitted", exempt: true, timeliness: { kind: "voluntary" } });
  expect((await board()).counts).toMatchObject({ received: 2, receivedLate: 0, exempt: 0 });

  await api.call(acceptSubmission, { as: "secretariat", params: { submissionId } });
  await agree(api, "focal_point:PAN", submissionId);
  expect((await api.call(publishSubmission, { as: "secretariat", params: { submissionId } })).status).toBe(200);
  await vi.waitFor(async () => expect((await api.call(getMatrix, {})).body.edition?.id).toBe(2), patience);
  const { cells } = (await api.call(getMatrix, {})).body;
  expect(cells.find(({ country, roundYear }) => country === "PAN" && roundYear === 2027)).toMatchObject({
    state: "published",
    obligated: false,
  });
  const { body } = await api.call(getPublicIndicator, { params: { indicatorCode: "TIP-PRO-01" } });
  expect(body.totals.find(({ roundYear }) => roundYear === 2027)).toMatchObject({
    expected: 2,
    published: 2,
    exempt: 0,
  });
});
