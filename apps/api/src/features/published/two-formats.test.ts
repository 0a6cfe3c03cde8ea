import { acceptSubmission, exemptSubmission, publishSubmission } from "@avances/contracts";
import { currentEdition, editionFormat, newestEdition } from "@avances/db/queries/release-queries";
import { query } from "@avances/testing/query";
import { afterAll, beforeAll, expect, test } from "vitest";
import { found } from "#features/shared/allow.ts";
import { growRegion } from "#testing/published/grown-region.ts";
import { giveFormat, stricter } from "#testing/published/other-release.ts";
import { agree, aRound, fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";
import { storedEdition } from "./edition-source.ts";
import { catchUpEdition } from "./renew-edition.ts";

/** Releases with different edition formats write side by side and one after the other: each keeps its own editions true. */
let api: TestApi;
let ids: Readonly<Record<string, string>>;
const round = 2027;
const newer = editionFormat + 1;
const older = editionFormat - 1;
const rounds = 4;

const edition = async () => found(await api.db.asPublic(currentEdition));
const newest = async () => found(await api.db.asPublic(newestEdition));
const rowsOf = async (country: string) => [
  ...(await (await storedEdition(api.db, await edition())).rows.ofCountry(country)).values(),
];
const suppressed = async (country: string) => (await rowsOf(country)).join().split('"s"').length - 1;
const publishedCells = async () =>
  (await storedEdition(api.db, await edition())).cells.filter(({ state }) => state === "published").length;
const exempt = (country: string) =>
  api.call(exemptSubmission, {
    as: "secretariat",
    params: { submissionId: found(ids[country]) },
    body: { reason: "Decided at the table" },
  });
/** A release that writes another format and did nothing that would change what the public reads. */
const written = (format: number) =>
  query(
    api.ownerUrl,
    `insert into release.edition (format, published_at, catalogue_version, threshold, algorithm, input_hash)
     values (${format}, now(), '2026.1', 5, 'other', 'x')`,
  );

beforeAll(async () => {
  api = await startTestApi({ now: "2027-05-05T16:00:00Z" });
  ids = await aRound(api, round, ["CRI", "GTM", "HND"]);
  const params = { submissionId: found(ids.CRI) };
  await fill(api, "focal_point:CRI", params.submissionId);
  await submit(api, "focal_point:CRI", params.submissionId);
  await api.call(acceptSubmission, { as: "secretariat", params, body: {} });
  await agree(api, "focal_point:CRI", params.submissionId);
  expect((await api.call(publishSubmission, { as: "secretariat", params, body: {} })).status).toBe(200);
});
afterAll(() => api.close());

test("a release that is rolled back catches up with what a newer one published and hid, and its acts go on", async () => {
  const last = await edition();
  const hidden = await suppressed("CRI");
  const { length: countries } = api.deps.reference.countries;
  // All except two that have not reported.
  const reports = countries * rounds - 2;
  // The newer release hides more, and many reports are published under it: more forms than an act makes itself.
  await growRegion(api.ownerUrl, { countries, rounds });
  await catchUpEdition(stricter(api.deps));
  await giveFormat(api.ownerUrl, newer, last.id + 1);
  expect([await edition(), await suppressed("CRI"), await publishedCells()]).toEqual([last, hidden, 1]);
  expect((await exempt("GTM")).status).toBe(503);

  await Promise.all([catchUpEdition(api.deps), catchUpEdition(api.deps)]);
  const anew = await edition();
  expect([(await newest()).id, await publishedCells()]).toEqual([anew.id, reports]);
  expect(await suppressed("CRI")).toBeGreaterThan(hidden);
  expect((await exempt("GTM")).status).toBe(200);
  expect((await edition()).id).toBe(anew.id + 1);
});

test("where only a newer release has published, a release that is rolled back makes its own file", async () => {
  const last = await edition();
  const cells = await publishedCells();
  await giveFormat(api.ownerUrl, newer, 0);
  expect(await api.db.asPublic(currentEdition)).toBeUndefined();
  await catchUpEdition(api.deps);
  expect([(await edition()).id > last.id, await publishedCells()]).toEqual([true, cells]);
});

test("what releases of other formats write beside it makes none write again, unless the public reads something else", async () => {
  const last = await edition();
  for (const format of [newer, older]) {
    await written(format);
    for (const _ of [1, 2]) await catchUpEdition(api.deps);
    expect([await edition(), (await newest()).format]).toEqual([last, format]);
  }
  // An act of one release is shown by the other at its next check, once.
  expect((await exempt("HND")).status).toBe(200);
  const told = await edition();
  await giveFormat(api.ownerUrl, newer, told.id);
  expect(await edition()).toEqual(last);
  for (const _ of [1, 2]) await catchUpEdition(api.deps);
  const anew = await edition();
  expect(anew.id).toBe(told.id + 1);
  expect(
    (await storedEdition(api.db, anew)).cells.find((cell) => cell.country === "HND" && cell.roundYear === round),
  ).toMatchObject({ state: "exempt" });
});
