import {
  acceptSubmission,
  getPublicationPreview,
  getPublicCountry,
  getSubmission,
  publishSubmission,
  returnSubmission,
  saveAnswer,
} from "@avances/contracts";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { agree, aRound, fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

/** A confirmation of "not applicable" belongs to the accepted version and does not carry over to a later one. */
let api: TestApi;
let id: string;
const secretariat = { as: "secretariat" as const };
const cri = "focal_point:CRI" as const;
const code = "TIP-LEG-06";
const patience = { timeout: 20_000 };

const view = async (as: "secretariat" | typeof cri = "secretariat") =>
  (await api.call(getSubmission, { as, params: { submissionId: id } })).body;
const accept = (confirmNotApplicable: string[], as: "secretariat" | "secretariat#2" = "secretariat") =>
  api.call(acceptSubmission, { as, params: { submissionId: id }, body: { confirmNotApplicable } });
const declare = async (reason: string) => {
  const saved = (await view(cri)).answers.find(({ indicatorCode }) => indicatorCode === code);
  const body = { state: "not_applicable" as const, value: null, reason, comment: "", evidence: [] };
  const reply = await api.call(saveAnswer, {
    as: cri,
    params: { submissionId: id, indicatorCode: code },
    revision: saved?.revision ?? 0,
    body,
  });
  if (reply.status !== 200) throw new Error(reply.text);
};
const giveBack = () =>
  api.call(returnSubmission, {
    ...secretariat,
    params: { submissionId: id },
    body: { comments: [{ indicatorCode: code, body: "Why does it not apply?" }] },
  });

/** For the indicator on a public page: is its "not applicable" marked as not confirmed? */
function unconfirmedIn(text: string): readonly boolean[] {
  const found: boolean[] = [];
  JSON.parse(text, (_, value) => {
    if (value?.code === code || value?.indicatorCode === code)
      found.push(JSON.stringify(value).includes('"unconfirmed":true'));
    return value;
  });
  return found;
}

beforeAll(async () => {
  api = await startTestApi();
  id = (await aRound(api, 2027, ["CRI"])).CRI as string;
  await fill(api, cri, id);
  await declare("There is no such law");
  await submit(api, cri, id);
});
afterAll(() => api.close());

test("returning the report ends it: the version that is sent instead is decided on anew", async () => {
  expect((await accept([code])).status).toBe(200);
  expect(await view()).toMatchObject({ confirmedNotApplicable: [code], confirmedBefore: [] });
  await giveBack();
  const before = [{ indicatorCode: code, version: 1 }];
  expect(await view()).toMatchObject({ confirmedNotApplicable: [], confirmedBefore: before });
  await declare("Quite another reason");
  await submit(api, cri, id);
  for (const as of ["secretariat", cri] as const)
    expect(await view(as)).toMatchObject({
      submission: { version: 2 },
      confirmedNotApplicable: [],
      confirmedBefore: before,
    });
});

test("accepted without it, it is confirmed nowhere: not on the desk, not on the page to come, not in public", async () => {
  expect((await accept([], "secretariat#2")).status).toBe(200);
  expect((await view()).confirmedNotApplicable).toEqual([]);
  const preview = await api.call(getPublicationPreview, { as: cri, params: { submissionId: id } });
  expect(unconfirmedIn(preview.text)).toEqual([true]);
  await agree(api, cri, id);
  expect((await api.call(publishSubmission, { ...secretariat, params: { submissionId: id } })).status).toBe(200);
  const page = await vi.waitFor(async () => {
    const reply = await api.call(getPublicCountry, { params: { iso3: "CRI" } });
    expect(reply.body.edition).not.toBeNull();
    return reply;
  }, patience);
  expect(unconfirmedIn(page.text)).toEqual([true]);
});

test("confirmed again, it is confirmed in the version that is accepted", async () => {
  id = (await aRound(api, 2026, ["CRI"])).CRI as string;
  await fill(api, cri, id, { seed: 7 });
  await declare("There is no such law");
  await submit(api, cri, id);
  await accept([code]);
  await giveBack();
  await declare("It is a matter of the provinces");
  await submit(api, cri, id);
  expect((await accept([code])).status).toBe(200);
  expect(await view()).toMatchObject({ confirmedNotApplicable: [code], confirmedBefore: [] });
});
