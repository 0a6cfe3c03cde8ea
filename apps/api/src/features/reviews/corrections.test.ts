import {
  correctExtension,
  correctReturnDate,
  exemptSubmission,
  extendSubmission,
  getRoundStatus,
  getSubmission,
  returnSubmission,
  saveAnswer,
  takeBackExemption,
  takeBackExtension,
} from "@avances/contracts";
import { planRound } from "@avances/notices";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aRound, auditOf, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

let api: TestApi;
let ids: Readonly<Record<string, string>>;
/** Each test has its own country; the round is due on 30 April, and it is 10 February. */
const countries = ["CRI", "GTM", "HND", "MEX", "NIC", "PAN", "SLV"] as const;
let country: (typeof countries)[number] = "CRI";
let used = 0;

beforeAll(async () => {
  api = await startTestApi();
  ids = await aRound(api, 2027, countries);
  // The opening messages were sent.
  for (const each of countries) await api.person(`focal_point:${each}`);
  await planRound(api.deps);
});
afterAll(() => api.close());
beforeEach(() => {
  api.clock.set("2027-02-10T15:00:00Z");
  country = countries[used++] ?? "CRI";
});

const on = (monthAndDay: string) => `2027-${monthAndDay}`;
const params = () => ({ submissionId: ids[country] as string });
const focalPoint = () => `focal_point:${country}` as const;
const trail = () => auditOf(api, ids[country] as string);
const extend = (dueOn: string) =>
  api.call(extendSubmission, { as: "secretariat", params: params(), body: { dueOn, reason: "Change of government" } });
const correct = (dueOn: string) =>
  api.call(correctExtension, { as: "secretariat", params: params(), body: { dueOn, reason: "The year was mistyped" } });
const takeBack = () =>
  api.call(takeBackExtension, { as: "secretariat", params: params(), body: { reason: "It was another country" } });
const view = async () => (await api.call(getSubmission, { as: focalPoint(), params: params() })).body;
const row = async () =>
  (await api.call(getRoundStatus, { as: "secretariat", params: { year: 2027 } })).body.countries.find(
    (each) => each.country === country,
  );
const lastAct = async () => (await view()).acts.at(-1);
async function begin(indicatorCode = "TIP-LEG-01"): Promise<void> {
  const body = {
    state: "not_available" as const,
    value: null,
    reason: "There is no register",
    comment: "",
    evidence: [],
  };
  const call = { params: { ...params(), indicatorCode }, revision: 0, body };
  const reply = await api.call(saveAnswer, { as: focalPoint(), ...call });
  if (reply.status !== 200) throw new Error(reply.text);
}

describe("an extension", () => {
  test("is corrected to another date, and the country's calendar follows; the record keeps both dates and why", async () => {
    await extend(on("12-30"));
    expect((await row())?.desk?.nextNotice).toMatchObject({ step: "before_30", at: `${on("11-30")}T15:00:00.000Z` });
    expect((await correct(on("05-30"))).body).toMatchObject({ dueOn: on("05-30"), extended: true });
    expect(await row()).toMatchObject({
      dueOn: on("05-30"),
      extended: true,
      extensionReason: "Change of government",
      desk: { nextNotice: { step: "before_30", at: `${on("04-30")}T15:00:00.000Z` } },
    });
    expect(await lastAct()).toMatchObject({
      act: "extension_corrected",
      byRole: "secretariat",
      before: { dueOn: on("12-30") },
      after: { dueOn: on("05-30") },
      reason: "The year was mistyped",
    });
    expect((await trail()).at(-1)).toMatchObject({
      action: "submission.extension-corrected",
      countryCode: country,
      detail: { from: on("12-30"), to: on("05-30") },
    });
  });

  test("is never corrected so that the country becomes late: the new date is after the round's and after today, and differs", async () => {
    await extend(on("06-30"));
    const faults = async (...dates: string[]) => {
      for (const date of dates)
        expect([date, (await correct(date)).problem?.code]).toEqual([date, "round-dates-out-of-order"]);
    };
    await faults(on("04-30"), on("03-01"), on("06-30"), "2099-01-01", "2028-05-01");
    api.clock.set(`${on("06-10")}T15:00:00Z`);
    await faults(on("06-10"), on("05-31"));
    expect((await view()).submission).toMatchObject({ dueOn: on("06-30"), timeliness: { kind: "not_due" } });
    expect((await correct(on("06-11"))).status).toBe(200);
  });

  test("is taken back: the round's date counts again, also when it has passed", async () => {
    await extend(on("06-30"));
    api.clock.set(`${on("05-10")}T15:00:00Z`);
    expect((await view()).submission.timeliness.kind).toBe("not_due");
    expect((await takeBack()).body).toMatchObject({
      dueOn: on("04-30"),
      extended: false,
      timeliness: { kind: "overdue", daysLate: 10 },
    });
    expect(await row()).toMatchObject({ extended: false, extensionReason: null, dueOn: on("04-30") });
    expect(await lastAct()).toMatchObject({
      act: "extension_taken_back",
      before: { dueOn: on("06-30") },
      after: { dueOn: on("04-30") },
      reason: "It was another country",
    });
    expect((await takeBack()).problem).toMatchObject({ code: "transition-refused", details: { extended: false } });
    expect((await correct(on("07-31"))).problem?.code).toBe("transition-refused");
    expect((await extend(on("06-15"))).status).toBe(200);
  });

  test("stands once something was submitted by it: the first submission fixed timeliness", async () => {
    await extend(on("06-30"));
    await begin();
    api.clock.set(`${on("05-10")}T15:00:00Z`);
    await submit(api, focalPoint(), ids[country] as string);
    for (const reply of [await correct(on("07-31")), await takeBack()])
      expect(reply.problem).toMatchObject({ code: "transition-refused", details: { status: "submitted" } });
    expect((await view()).submission.timeliness).toEqual({ kind: "on_time", daysLate: -51 });
  });
});

test("returned work is given another date, within the same bounds, and only while the country has it", async () => {
  await begin();
  const answerBy = (dueOn: string) =>
    api.call(correctReturnDate, {
      as: "secretariat",
      params: params(),
      body: { dueOn, reason: "More time was asked" },
    });
  await submit(api, focalPoint(), ids[country] as string);
  expect((await answerBy(on("03-31"))).problem).toMatchObject({ details: { status: "submitted", from: ["returned"] } });
  const body = { dueOn: on("12-25"), comments: [{ indicatorCode: null, body: "Please look at this again" }] };
  await api.call(returnSubmission, { as: "secretariat", params: params(), body });
  for (const date of [on("02-10"), on("12-25"), "2099-01-01"])
    expect([date, (await answerBy(date)).problem?.code]).toEqual([date, "round-dates-out-of-order"]);
  expect((await answerBy(on("02-25"))).body).toMatchObject({
    status: "returned",
    returnDueOn: on("02-25"),
    dueOn: on("04-30"),
  });
  expect((await row())?.desk?.nextNotice).toMatchObject({ step: "returned_before_5" });
  expect(await lastAct()).toMatchObject({
    act: "return_date_corrected",
    before: { returnDueOn: on("12-25") },
    after: { returnDueOn: on("02-25") },
  });
  expect((await trail()).at(-1)).toMatchObject({ action: "submission.return-date-corrected" });
});

test("an exemption is taken back: the report is owed again as far as it was prepared, and is reminded of", async () => {
  const exempt = () =>
    api.call(exemptSubmission, {
      as: "secretariat",
      params: params(),
      body: { reason: "A hurricane hit the capital" },
    });
  const undo = () =>
    api.call(takeBackExemption, { as: "secretariat", params: params(), body: { reason: "It was another country" } });
  expect((await undo()).problem).toMatchObject({ details: { status: "not_started", from: ["exempt"] } });
  await exempt();
  expect((await row())?.desk?.nextNotice).toBeNull();
  expect((await undo()).body).toMatchObject({ status: "not_started", timeliness: { kind: "not_due" } });
  expect(await row()).toMatchObject({ exemptReason: null, desk: { nextNotice: { step: "before_30" } } });
  await begin();
  await exempt();
  expect((await undo()).body).toMatchObject({ status: "draft", answered: 1 });
  expect(await lastAct()).toMatchObject({ act: "exemption_taken_back", before: { status: "exempt" } });
  // Even if the country has started voluntarily in the meantime: until it sends, nobody reminds it, and no date is moved for it.
  await exempt();
  await begin("TIP-LEG-02");
  expect(await row()).toMatchObject({ status: "draft", exempt: true, desk: { nextNotice: null } });
  expect((await extend(on("05-20"))).problem).toMatchObject({
    code: "transition-refused",
    details: { status: "exempt" },
  });
  expect((await undo()).body).toMatchObject({ status: "draft", exempt: false, timeliness: { kind: "not_due" } });
  expect(await row()).toMatchObject({ exempt: false, desk: { nextNotice: { step: "before_30" } } });
  expect((await trail()).at(-1)).toMatchObject({ action: "submission.exemption-taken-back" });
});
