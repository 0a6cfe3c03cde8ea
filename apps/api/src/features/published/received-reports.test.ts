import {
  acceptSubmission,
  exemptSubmission,
  getIndex,
  getMatrix,
  getPublicCountry,
  getPublicFileState,
  getPublicIndicator,
  getReceivedReports,
  publishSubmission,
  returnSubmission,
  showReceivedReports,
  withdrawSubmission,
} from "@avances/contracts";
import { currentEdition } from "@avances/db/queries/release-queries";
import { insertSubmissions } from "@avances/db/queries/submission-queries";
import { type Role, roles } from "@avances/domain/access";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { found } from "#features/shared/allow.ts";
import { agree, aRound, auditOf, fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type Who } from "#testing/start-test-api.ts";
import { readCountries, readInputs } from "./country-state.ts";
import { findParts, keepReports } from "./keep-country.ts";
import { answerKeys } from "./put-together.ts";
import { newRelease } from "./release.ts";
import { catchUpEdition } from "./renew-edition.ts";

/**
 * CRI is published. GTM, HND, NIC and BLZ owe a report; PAN is excused and USA was not asked, and both submit one all the same. The public
 * learns of what was received only while the secretariat lets it, and then only that.
 */
let api: TestApi;
const patience = { timeout: 30_000 };
const secretariat = { as: "secretariat" as const };
const ids: Record<string, string> = {};
const params = (country: string) => ({ submissionId: found(ids[country]) });
const by = (country: string): Who => `focal_point:${country}`;

const edition = async () => found(await api.db.asPublic(currentEdition)).id;
/** Waits until the API, which learns of an edition by a notification of the database, serves the newest. */
const read = () =>
  vi.waitFor(
    async () => expect((await api.call(getMatrix, {})).text).toBe(await newRelease(api.deps).text(answerKeys.matrix)),
    patience,
  );
const cellOf = async (country: string) =>
  found((await api.call(getMatrix, {})).body.cells.find((cell) => cell.country === country));
const statesNow = async () =>
  Object.fromEntries((await api.call(getMatrix, {})).body.cells.map(({ country, state }) => [country, state]));
const send = async (country: string) => {
  await fill(api, by(country), params(country).submissionId, { seed: 4 });
  await submit(api, by(country), params(country).submissionId);
};
const decision = async () => (await api.call(getReceivedReports, secretariat)).body;
const show = async (shown: boolean, more: object = {}) =>
  api.call(showReceivedReports, {
    ...secretariat,
    revision: (await decision()).revision,
    body: { shown },
    ...more,
  });
const linesOf = async (file: string, country: string) =>
  (await api.app.inject({ url: `/api/v1/public/${file}?country=${country}` })).body.trimEnd().split("\r\n").slice(1);
/** Everything that the public reads, without the number and date of the edition. */
const publicText = async () => {
  const replies = [
    await api.call(getMatrix, {}),
    await api.call(getIndex, {}),
    await api.call(getPublicIndicator, { params: { indicatorCode: "TIP-PRO-01" } }),
    ...(await Promise.all(
      ["GTM", "HND", "PAN", "USA"].map((iso3) => api.call(getPublicCountry, { params: { iso3 } })),
    )),
  ];
  return replies.map(({ body }) => JSON.stringify({ ...body, edition: null }));
};

beforeAll(async () => {
  api = await startTestApi({ now: "2027-03-05T16:00:00Z" });
  Object.assign(ids, await aRound(api, 2027, ["CRI", "GTM", "HND", "NIC", "BLZ", "PAN"]));
  ids.USA = api.deps.newId();
  await api.db.asActor(await api.person("secretariat"), (tx) =>
    insertSubmissions(tx, [
      {
        id: found(ids.USA),
        roundYear: 2027,
        countryCode: "USA",
        obligated: false,
        status: "not_started",
        dueOn: "2027-04-30",
      },
    ]),
  );
  const reason = "The registers were lost in a flood";
  await api.call(exemptSubmission, { ...secretariat, params: params("PAN"), body: { reason } });
  await send("CRI");
  await api.call(acceptSubmission, { ...secretariat, params: params("CRI") });
  await agree(api, by("CRI"), params("CRI").submissionId);
  expect((await api.call(publishSubmission, { ...secretariat, params: params("CRI") })).status).toBe(200);
});
afterAll(() => api.close());

describe("while the public may not know it, which is so from the start,", () => {
  test("a report that comes changes nothing that is public, and makes no edition", async () => {
    await read();
    const before = { edition: await edition(), text: await publicText() };
    api.clock.set("2027-03-08T16:12:34Z");
    for (const country of ["GTM", "PAN", "USA"]) await send(country);
    await catchUpEdition(api.deps);
    expect({ edition: await edition(), text: await publicText() }).toEqual(before);
    expect(before.text.join()).not.toContain('"received"');
    expect((await statesNow()).GTM).toBe("not_published");
    expect((await api.call(getReceivedReports, secretariat)).body).toEqual({
      shown: false,
      decided: null,
      revision: 0,
    });
  });

  test.each(roles.filter((role) => role !== "secretariat"))(
    "%s may neither read nor change that",
    async (role: Role) => {
      const as = (
        ["focal_point", "alternate", "approver", "contributor", "liaison_officer"].includes(role) ? `${role}:CRI` : role
      ) as Who;
      const before = await edition();
      expect((await api.call(getReceivedReports, { as })).status).toBe(403);
      expect((await api.call(showReceivedReports, { as, revision: 0, body: { shown: true } })).status).toBe(403);
      expect(await edition()).toBe(before);
      expect((await api.call(getReceivedReports, secretariat)).body.shown).toBe(false);
    },
  );
});

describe("when the secretariat lets the public know it,", () => {
  let before: readonly string[];

  test("the same act writes the edition that says so of each country that owes a report and sent one", async () => {
    before = await publicText();
    const last = await edition();
    const key = { idempotencyKey: "let-them-know", revision: 0 };
    const reply = await show(true, key);
    expect(reply.body).toMatchObject({ shown: true, decided: { byName: "secretariat" } });
    expect(await edition()).toBe(last + 1);
    // A repeated request, and the same decision once more, decide nothing.
    expect((await show(true, key)).body).toEqual(reply.body);
    expect((await show(true)).body).toEqual(reply.body);
    // Nor does somebody who has not seen it.
    const late = await show(false, { revision: 0 });
    expect([late.status, late.problem?.code]).toEqual([412, "revision-stale"]);
    expect(late.problem?.details).toEqual({ current: reply.body });
    expect(await edition()).toBe(last + 1);
    expect((await auditOf(api, "received-reports")).map(({ action }) => action)).toEqual(["received-reports.shown"]);
    await read();
    expect(await statesNow()).toMatchObject({
      CRI: "published",
      GTM: "received",
      HND: "not_published",
      PAN: "exempt",
      USA: "not_asked",
    });
  });

  test("it says that alone: no date, no version, no figure, and nothing of those that owe none", async () => {
    expect(await cellOf("GTM")).toEqual({
      country: "GTM",
      roundYear: 2027,
      referenceYear: 2026,
      state: "received",
      obligated: true,
      publishedAt: null,
      version: null,
      coverage: null,
    });
    // Word for word what was public before, but for the state of one country.
    const after = await publicText();
    expect(after.map((text) => text.replaceAll('"received"', '"not_published"'))).toEqual(before);
    expect(after.join()).not.toMatch(/2027-03-08/);
  });

  test("the index, the indicators and both files say it, and no denominator changes", async () => {
    const received = { country: "GTM", roundYear: 2027, state: "received" };
    const { body } = await api.call(getPublicIndicator, { params: { indicatorCode: "TIP-PRO-01" } });
    expect(body.unpublished).toContainEqual(received);
    expect((await api.call(getIndex, {})).body.unpublished).toContainEqual(received);
    expect(body.totals).toMatchObject([{ expected: 5, published: 1, notPublished: 4, exempt: 1 }]);
    const lines = { data: await linesOf("data.csv", "GTM"), index: await linesOf("index.csv", "GTM") };
    expect([lines.data.length, lines.index.length]).toEqual([57, 15]);
    for (const line of [...lines.data, ...lines.index]) expect(line).toContain(",received,");
    for (const country of ["HND", "PAN", "USA"])
      expect((await linesOf("data.csv", country)).join()).not.toContain(",received,");
  });

  test("a report that comes later is told the next day: the country does not wait for it, and no edition is dated by it", async () => {
    const last = await edition();
    await send("HND");
    api.clock.set("2027-03-08T23:59:59Z");
    await catchUpEdition(api.deps);
    expect(await edition()).toBe(last);
    expect((await api.call(getPublicFileState, secretariat)).body.isBehind).toBe(false);
    api.clock.set("2027-03-09T00:00:00Z");
    expect((await api.call(getPublicFileState, secretariat)).body.isBehind).toBe(true);
    await Promise.all([catchUpEdition(api.deps), catchUpEdition(api.deps)]);
    expect(await edition()).toBe(last + 1);
    expect((await api.call(getPublicFileState, secretariat)).body.isBehind).toBe(false);
    await read();
    expect((await statesNow()).HND).toBe("received");
  });

  test("what becomes of it before it is published is not public", async () => {
    const last = await edition();
    const reason = "Figures to be checked";
    expect(
      (await api.call(withdrawSubmission, { as: by("HND"), params: params("HND"), body: { reason } })).status,
    ).toBe(200);
    const body = { comments: [{ indicatorCode: "TIP-LEG-01", body: "Which law?" }] };
    expect((await api.call(returnSubmission, { ...secretariat, params: params("GTM"), body })).status).toBe(200);
    api.clock.set("2027-03-10T06:00:00Z");
    await catchUpEdition(api.deps);
    expect(await edition()).toBe(last);
    expect(await statesNow()).toMatchObject({ GTM: "received", HND: "received" });
  });

  test("a part is stored under what it was made from, also when a report comes while it is made", async () => {
    const inputsOf = () =>
      api.db.asPublisher(async (tx) => {
        const inputs = await readInputs(tx, api.deps, api.clock.now());
        return { inputs, countries: await readCountries(tx, inputs, ["NIC"]) };
      });
    const { inputs, countries } = await inputsOf();
    await send("NIC");
    const [part] = await api.db.asPublisher((tx) => keepReports(tx, inputs, countries));
    const now = await inputsOf();
    const kept = await api.db.asPublisher((tx) => findParts(tx, now.countries));
    expect(kept.parts).toContainEqual(part);
    const earlier = await api.db.asPublisher((tx) => findParts(tx, countries));
    expect(earlier.parts.map(({ payloadHash }) => payloadHash)).not.toContain(part?.payloadHash);
    api.clock.set("2027-03-11T06:00:00Z");
    await catchUpEdition(api.deps);
    await read();
    expect((await statesNow()).NIC).toBe("received");
  });

  test("once it is published it is published", async () => {
    await api.call(acceptSubmission, { ...secretariat, params: params("NIC") });
    await agree(api, by("NIC"), params("NIC").submissionId);
    expect((await api.call(publishSubmission, { ...secretariat, params: params("NIC") })).status).toBe(200);
    await read();
    expect(await statesNow()).toMatchObject({ NIC: "published", GTM: "received" });
  });

  test("switched off again, the next edition says nothing of it, and later reports change nothing", async () => {
    const last = await edition();
    const told = await publicText();
    expect((await show(false)).body).toMatchObject({ shown: false, decided: { byName: "secretariat" } });
    expect(await edition()).toBe(last + 1);
    await read();
    const after = await publicText();
    expect(after).toEqual(told.map((text) => text.replaceAll('"received"', '"not_published"')));
    await send("BLZ");
    api.clock.set("2027-03-12T06:00:00Z");
    await catchUpEdition(api.deps);
    expect([await edition(), await publicText()]).toEqual([last + 1, after]);
    expect((await linesOf("data.csv", "GTM")).join()).not.toContain(",received,");
    expect((await auditOf(api, "received-reports")).map(({ action }) => action)).toEqual([
      "received-reports.shown",
      "received-reports.hidden",
    ]);
  });
});
