import { acceptSubmission, getPublicFileState, openRound, publishSubmission } from "@avances/contracts";
import { currentEdition, editionFormat } from "@avances/db/queries/release-queries";
import { query } from "@avances/testing/query";
import { afterAll, beforeAll, expect, test } from "vitest";
import { found } from "#features/shared/allow.ts";
import { stricter } from "#testing/published/other-release.ts";
import { agree, aRound, fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";
import { publicFileState } from "./public-file-state.ts";
import { catchUpEdition } from "./renew-edition.ts";

/** The Secretariat is told how far the public file is, by whichever instance it asks. */
let api: TestApi;
const secretariat = { as: "secretariat" as const };
const state = async () => (await api.call(getPublicFileState, secretariat)).body;
/** As a release with stricter rules would say it. */
const stateByStricter = async () => publicFileState(stricter(api.deps), await api.person("secretariat"));
const edition = async () => {
  const { id, publishedAt } = found(await api.db.asPublic(currentEdition));
  return { id, publishedAt: publishedAt.toISOString() };
};
const upToDate = async () => ({ edition: await edition(), isBehind: false, remaining: [] });

beforeAll(async () => {
  api = await startTestApi({ now: "2027-05-05T16:00:00Z" });
});
afterAll(() => api.close());

test("before the first publication there is no edition, and none that is behind", async () => {
  expect(await state()).toEqual({ edition: null, isBehind: false, remaining: [] });
});

test("an act leaves nothing behind", async () => {
  const params = { submissionId: found((await aRound(api, 2027, ["CRI"])).CRI) };
  await fill(api, "focal_point:CRI", params.submissionId);
  await submit(api, "focal_point:CRI", params.submissionId);
  await api.call(acceptSubmission, { ...secretariat, params, body: {} });
  await agree(api, "focal_point:CRI", params.submissionId);
  await api.call(publishSubmission, { ...secretariat, params, body: {} });
  expect(await state()).toEqual(await upToDate());
});

test("a release with other rules is behind until it has made its edition, and names the countries whose reports it has not prepared", async () => {
  const before = await edition();
  expect(await stateByStricter()).toEqual({
    edition: before,
    isBehind: true,
    remaining: [{ country: "CRI", reports: 1 }],
  });
  await catchUpEdition(stricter(api.deps));
  expect(await stateByStricter()).toEqual(await upToDate());
  // The release of before, were it started again: more is hidden by now, so its form is to be made anew.
  expect(await state()).toMatchObject({ isBehind: true, remaining: [{ country: "CRI", reports: 1 }] });
  await catchUpEdition(api.deps);
  expect(await state()).toEqual(await upToDate());
});

test("a round that has opened is still to be told, and then it is", async () => {
  const body = { year: 2028, opensOn: "2027-06-10", dueOn: "2027-08-31", obligatedGroup: "CA-MEX" };
  expect((await api.call(openRound, { ...secretariat, body })).status).toBe(201);
  expect(await state()).toEqual(await upToDate());
  api.clock.set("2027-06-10T04:00:00Z");
  expect(await state()).toEqual({ edition: await edition(), isBehind: true, remaining: [] });
  await catchUpEdition(api.deps);
  expect(await state()).toEqual(await upToDate());
});

test("what another release wrote beside it is no lag, as long as every report is prepared", async () => {
  await query(
    api.ownerUrl,
    `insert into release.edition (format, published_at, catalogue_version, threshold, algorithm, input_hash)
     values (${editionFormat + 1}, now(), '2026.1', 5, 'other', 'x')`,
  );
  expect(await state()).toEqual(await upToDate());
});

test("a report that cannot be made public stays named, with the edition of before", async () => {
  // Someone with all rights over the database has written a part that is larger than its whole.
  await query(
    api.ownerUrl,
    `set session_replication_role = replica;
     update app.version_answer set value = jsonb_set(value, '{numerator}', to_jsonb((value->>'denominator')::int + 1))
     where value->>'type' = 'ratio'`,
  );
  const before = await edition();
  const other = stricter(stricter(api.deps));
  await expect(catchUpEdition(other)).rejects.toThrow("cannot be made public");
  expect(await publicFileState(other, await api.person("secretariat"))).toEqual({
    edition: before,
    isBehind: true,
    remaining: [{ country: "CRI", reports: 1 }],
  });
});
