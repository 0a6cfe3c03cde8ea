import {
  askForSignature,
  getReceipt,
  getReceiptFile,
  getSubmission,
  saveAnswer,
  sendBackForSignature,
  signSubmission,
  withdrawSubmission,
} from "@avances/contracts";
import { planRound } from "@avances/notices";
import { testClient } from "@avances/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aRound, auditOf, declared, fill, sendReport } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type Who } from "#testing/start-test-api.ts";

let api: TestApi;
let owner: ReturnType<typeof testClient>;
let ids: Readonly<Record<string, string>>;
let free: Readonly<Record<string, string>>;

beforeAll(async () => {
  api = await startTestApi();
  owner = testClient({ connectionString: api.ownerUrl });
  await owner.connect();
  ids = await aRound(api, 2027, ["CRI", "GTM", "PAN", "MEX"], undefined, { signatureRequired: true });
  free = await aRound(api, 2026, ["CRI"]);
  for (const country of ["CRI", "GTM", "PAN", "MEX"])
    for (const role of ["focal_point", "alternate", "approver"]) await api.person(`${role}:${country}` as Who);
});
afterAll(async () => {
  await owner?.end();
  await api?.close();
});

const idOf = (country: string) => ids[country] as string;
const answersOf = async (country: string) => (await declared(api, idOf(country))).answers;
const read = async (as: Who, country: string) =>
  (await api.call(getSubmission, { as, params: { submissionId: idOf(country) } })).body;

async function ask(country: string, answers?: Readonly<Record<string, number>>) {
  const body = { answers: answers ?? (await answersOf(country)) };
  return api.call(askForSignature, { as: `focal_point:${country}`, params: { submissionId: idOf(country) }, body });
}
async function sign(
  country: string,
  answers?: Readonly<Record<string, number>>,
  as: Who = `approver:${country}` as Who,
) {
  const body = { declaration: true as const, answers: answers ?? (await answersOf(country)) };
  return api.call(signSubmission, { as, params: { submissionId: idOf(country) }, body });
}
const sendBack = (country: string, reason = "The figure of the prosecution is another") =>
  api.call(sendBackForSignature, {
    as: `approver:${country}` as Who,
    params: { submissionId: idOf(country) },
    body: { reason },
  });
const send = (country: string) => sendReport(api, `focal_point:${country}` as Who, idOf(country));

/** The country changes an answer. */
async function change(country: string, indicatorCode = "TIP-LEG-01") {
  const { answers } = await read(`focal_point:${country}` as Who, country);
  const revision = answers.find((one) => one.indicatorCode === indicatorCode)?.revision ?? 0;
  const reply = await api.call(saveAnswer, {
    as: `alternate:${country}` as Who,
    params: { submissionId: idOf(country), indicatorCode },
    revision,
    body: { state: "not_available", value: null, reason: "There is no register yet", comment: "", evidence: [] },
  });
  if (reply.status !== 200) throw new Error(reply.text);
}

/** The messages about a report, in the order in which they were queued: to which role, of which step. */
async function told(country: string): Promise<readonly string[]> {
  const { rows } = await owner.query<{ told: string }>(
    `select u.role || ' ' || m.kind as told from app.outgoing_mail m join app.app_user u on u.id = m.user_id
     where m.country_code = $1 order by m.created_at, u.role`,
    [country],
  );
  return rows.map((row) => row.told);
}

describe("a round that asks for the signature of a second person", () => {
  test("is signed by the approver and then submitted; the receipt names who signed", async () => {
    await fill(api, "focal_point:CRI", idOf("CRI"));
    expect((await send("CRI")).problem).toMatchObject({
      code: "signature-missing",
      details: { standing: "unasked", indicators: [] },
    });
    const asked = await ask("CRI");
    expect(asked.body).toMatchObject({
      steps: [{ step: "asked", byName: "focal_point CRI", version: 1 }],
      approvers: ["approver CRI"],
    });
    // The revision of the report is as it was: nobody's view of it went stale.
    expect(asked.headers.etag).toBe(`"v${await api.revisionOf(idOf("CRI"))}"`);
    expect((await send("CRI")).problem?.details).toMatchObject({ standing: "asked" });
    expect((await read("approver:CRI", "CRI")).may).toMatchObject({ sign: true, submit: false, edit: false });

    api.clock.advance(60_000);
    const signed = await sign("CRI");
    expect(signed.body.steps.map(({ step }) => step)).toEqual(["asked", "signed"]);
    const at = api.clock.now().toISOString();
    api.clock.advance(60_000);
    const receipt = (await send("CRI")).body;
    expect(receipt).toMatchObject({ version: 1, signedByName: "approver CRI", signedAt: at });
    const params = { submissionId: idOf("CRI") };
    expect((await api.call(getReceipt, { as: "liaison_officer:CRI", params })).body).toEqual(receipt);
    // The secretariat sees who signed, and nothing of the way there.
    const seen = await read("secretariat", "CRI");
    expect(seen.signature).toBeNull();
    expect(seen.versions).toMatchObject([{ version: 1, signedByName: "approver CRI" }]);
    expect((await auditOf(api, idOf("CRI"))).map(({ action }) => action)).toEqual(
      expect.arrayContaining(["submission.signature_asked", "submission.signature_signed", "submission.submitted"]),
    );
    expect(await told("CRI")).toEqual([
      "approver signature_asked",
      "alternate signature_given",
      "focal_point signature_given",
      "alternate submitted",
      "focal_point submitted",
    ]);
  });

  test("a signature falls when an answer changes, and the refusal names it; the same again needs a new one after withdrawal", async () => {
    await fill(api, "focal_point:GTM", idOf("GTM"));
    await ask("GTM");
    expect((await sign("GTM")).status).toBe(200);
    expect((await ask("GTM")).problem?.code).toBe("not-available-now");
    expect((await sign("GTM")).problem?.code).toBe("not-available-now");
    await change("GTM");
    expect((await send("GTM")).problem).toMatchObject({
      status: 409,
      code: "signature-missing",
      details: { standing: "fallen", indicators: ["TIP-LEG-01"] },
    });
    expect((await sign("GTM")).status).toBe(200);
    expect((await send("GTM")).status).toBe(200);
    const params = { submissionId: idOf("GTM") };
    await api.call(withdrawSubmission, { as: "focal_point:GTM", params, body: { reason: "A figure is missing" } });
    expect((await read("focal_point:GTM", "GTM")).signature?.steps).toEqual([]);
    expect((await send("GTM")).problem?.details).toMatchObject({ standing: "unasked" });
  });

  test("exactly what was seen is signed, and nothing that could not be submitted", async () => {
    await api.call(saveAnswer, {
      as: "focal_point:PAN",
      params: { submissionId: idOf("PAN"), indicatorCode: "TIP-LEG-03" },
      revision: 0,
      body: { state: "not_available", value: null, reason: "", comment: "", evidence: [] },
    });
    expect((await ask("PAN")).status).toBe(422);
    await change("PAN", "TIP-LEG-03");
    const before = await answersOf("PAN");
    await change("PAN", "TIP-LEG-02");
    expect((await sign("PAN", before)).problem).toMatchObject({
      code: "answers-changed",
      details: { indicators: ["TIP-LEG-02"] },
    });
    expect((await ask("PAN", before)).problem?.code).toBe("answers-changed");
    expect((await read("approver:PAN", "PAN")).signature?.steps).toEqual([]);
  });

  test("who reports cannot sign, and who signs cannot submit; whoever last wrote an answer signs nothing", async () => {
    for (const as of [
      "focal_point:PAN",
      "alternate:PAN",
      "liaison_officer:PAN",
      "contributor:PAN",
      "secretariat",
    ] as const)
      expect([as, (await sign("PAN", undefined, as)).status]).toEqual([as, 403]);
    expect((await sign("PAN", undefined, "approver:GTM")).status).toBe(404);
    expect((await sendReport(api, "approver:PAN", idOf("PAN"))).status).toBe(403);
    const approver = await api.person("approver:PAN");
    await owner.query(
      "update app.answer set updated_by = $1 where submission_id = $2 and indicator_code = 'TIP-LEG-02'",
      [approver.userId, idOf("PAN")],
    );
    expect((await sign("PAN")).problem).toMatchObject({
      status: 409,
      code: "signer-is-author",
      details: { indicators: ["TIP-LEG-02"] },
    });
  });

  test("two people vouch for a report: whoever signed does not submit it, in whatever role", async () => {
    await fill(api, "focal_point:MEX", idOf("MEX"));
    await ask("MEX");
    await sign("MEX");
    const approver = await api.person("approver:MEX");
    await owner.query("update app.app_user set role = 'focal_point' where id = $1", [approver.userId]);
    const refused = await sendReport(api, { ...approver, role: "focal_point" }, idOf("MEX"));
    await owner.query("update app.app_user set role = 'approver' where id = $1", [approver.userId]);
    expect(refused.problem?.details).toMatchObject({ standing: "own" });
  });

  test("is sent back with a reason that stays in the country, also after signing, and asked for again", async () => {
    const reason = "The prosecution counts eleven";
    expect((await sendBack("MEX", reason)).status).toBe(200);
    expect((await sendBack("MEX", reason)).problem?.code).toBe("not-available-now");
    const steps = (await read("focal_point:MEX", "MEX")).signature?.steps ?? [];
    expect(steps.at(-1)).toMatchObject({ step: "sent_back", reason, byName: "approver MEX" });
    expect((await send("MEX")).problem?.details).toMatchObject({ standing: "sent_back" });
    expect(JSON.stringify(await read("secretariat", "MEX"))).not.toContain("eleven");
    expect((await read("contributor:MEX", "MEX")).signature).toBeNull();
    const { rows } = await owner.query("select 1 from app.outgoing_mail where body_text like '%eleven%'");
    expect(rows).toEqual([]);
    expect((await ask("MEX")).status).toBe(200);
    expect((await told("MEX")).filter((one) => one.startsWith("focal_point"))).toEqual([
      "focal_point signature_given",
      "focal_point signature_refused",
    ]);
  });
});

test("a round that asks for none is submitted without, and has none to give", async () => {
  const submissionId = free.CRI as string;
  await fill(api, "focal_point:CRI", submissionId);
  const params = { submissionId };
  const body = await declared(api, submissionId);
  const view = (await api.call(getSubmission, { as: "approver:CRI", params })).body;
  expect([view.signature, view.may.sign]).toEqual([null, false]);
  expect(
    (await api.call(askForSignature, { as: "focal_point:CRI", params, body: { answers: body.answers } })).problem?.code,
  ).toBe("not-available-now");
  expect((await api.call(signSubmission, { as: "approver:CRI", params, body })).problem?.code).toBe(
    "not-available-now",
  );
  const receipt = (await sendReport(api, "focal_point:CRI", submissionId, { body })).body;
  expect([receipt.signedAt, receipt.signedByName]).toEqual([null, null]);
});

describe("the receipt as a file", () => {
  const file = (as: Who, country: string, query: { version?: string; language?: "en" | "es" } = {}) =>
    api.call(getReceiptFile, { as, params: { submissionId: idOf(country) }, query });

  test("is the same each time, for everybody who reads the whole report, and named after country, round and version", async () => {
    const first = await file("focal_point:CRI", "CRI");
    expect(first.headers).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": 'attachment; filename="CRI-2027-1-constancia.pdf"',
      "cache-control": "no-store",
    });
    expect(first.text.startsWith("%PDF-1.7")).toBe(true);
    api.clock.advance(86_400_000);
    for (const as of ["approver:CRI", "liaison_officer:CRI", "secretariat"] as const)
      expect([as, (await file(as, "CRI", { version: "1" })).text === first.text]).toEqual([as, true]);
    const english = await file("focal_point:CRI", "CRI", { language: "en" });
    expect(english.headers["content-disposition"]).toContain("CRI-2027-1-receipt.pdf");
    expect(english.text).not.toBe(first.text);
  });

  test("is not for those who see a part, nor for another country, and only of versions that are there", async () => {
    expect((await file("contributor:CRI", "CRI")).status).toBe(403);
    expect((await file("focal_point:GTM", "CRI")).status).toBe(404);
    expect((await file("focal_point:CRI", "CRI", { version: "2" })).status).toBe(404);
    expect((await file("focal_point:PAN", "PAN")).status).toBe(404);
  });
});

test("the message of receipt is queued together with the version, carries its proof, and is not sent twice by the planner", async () => {
  const receipt = (await api.call(getReceipt, { as: "focal_point:CRI", params: { submissionId: idOf("CRI") } })).body;
  const mails = () =>
    owner.query<{ body_text: string; language: string }>(
      "select body_text, language from app.outgoing_mail where country_code = 'CRI' and kind = 'submitted' and body_text like '%CRI-2027-1%'",
    );
  const { rows } = await mails();
  expect(rows).toHaveLength(2);
  for (const { body_text: text } of rows) {
    expect(text).toContain(receipt.contentHash);
    expect(text).toContain(`/reports/${receipt.submissionId}/receipt?version=1`);
    expect(text).toContain("approver CRI");
  }
  await planRound(api.deps);
  expect((await mails()).rows).toHaveLength(2);
});
