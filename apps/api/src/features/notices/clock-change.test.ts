import {
  dispatchLetter,
  enterCountryDays,
  holdReminders,
  listHolds,
  listScheduledReminders,
  previewLetter,
  resendNotices,
  scheduleReminders,
  showAnswerLink,
  writeLetter,
} from "@avances/contracts";
import { answerToken } from "@avances/notices";
import { query } from "@avances/testing/query";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aRound } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

/*
 * What the desk does with days around midnight of Sunday 14 March 2027 in Washington, where this day has 23 hours: it ends at 04:00 of universal time,
 * not at 05:00 as the one before. Beside it Costa Rica, whose clocks stay, and the Dominican Republic, where a year begins an hour earlier.
 */
const params = { year: 2027 };
const lastSecond = "2027-03-15T03:59:59Z";
const nextDay = "2027-03-15T04:00:00Z";
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ now: lastSecond });
  for (const who of ["focal_point:USA", "focal_point:CRI", "focal_point:DOM"] as const) await api.person(who);
  await aRound(api, 2027, ["USA", "CRI", "DOM"]);
});
afterAll(() => api.close());

const hold = (lastDay: string) =>
  api.call(holdReminders, {
    as: "secretariat",
    params,
    body: { country: "USA", lastDay, reason: "An election is held" },
    idempotencyKey: crypto.randomUUID(),
  });
const write = async (country: string, kind: "resend_before" | "resend_overdue") => {
  const addressee = { name: "Jane Doe", title: "", institution: "", salutation: "" };
  const wanted = { country, kind, language: "en", addressee } as const;
  const { body } = await api.call(previewLetter, { as: "secretariat", params, body: wanted });
  const seen = { subject: body.subject, paragraphs: [...body.paragraphs] };
  return (await api.call(writeLetter, { as: "secretariat", params, body: { ...wanted, seen } })).body;
};
const dispatch = (code: string, on: string) =>
  api.call(dispatchLetter, { as: "secretariat", params: { code }, body: { on } });

test("a hold until that day counts to its last second, and from then on the day has passed", async () => {
  api.clock.set(lastSecond);
  expect((await hold("2027-03-13")).problem?.details).toMatchObject({ field: "lastDay", earliest: "2027-03-14" });
  expect((await hold("2027-03-14")).body.holds).toMatchObject([{ lastDay: "2027-03-14", counts: true }]);
  const counts = async () =>
    (await api.call(listHolds, { as: "secretariat", params })).body.holds.map((one) => one.counts);
  api.clock.set(nextDay);
  expect(await counts()).toEqual([false]);
  expect((await hold("2027-03-14")).problem?.details).toMatchObject({ field: "lastDay", earliest: "2027-03-15" });
});

test("that day can be kept quiet until it ends there", async () => {
  const quiet = { kind: "quiet", firstDay: "2027-03-14", lastDay: "2027-03-14", reason: "A day of mourning" } as const;
  const enter = (country: string) =>
    api.call(enterCountryDays, {
      as: "secretariat",
      params: { country },
      body: quiet,
      idempotencyKey: crypto.randomUUID(),
    });
  api.clock.set(nextDay);
  expect((await enter("USA")).problem).toMatchObject({
    code: "days-refused",
    details: { field: "firstDay", why: "past" },
  });
  // It is ten in the evening of the same day there.
  expect((await enter("CRI")).status).toBe(200);
  api.clock.set(lastSecond);
  expect((await enter("USA")).status).toBe(200);
});

test("the link of a request offers the days of the capital, and its page says of the due date what is so there", async () => {
  api.clock.set(lastSecond);
  const body = { countries: ["USA"], preview: false, seen: [{ country: "USA", asksWritten: 0 }] };
  expect((await api.call(resendNotices, { as: "secretariat", params, body })).status).toBe(200);
  const [notice] = await query<{ id: string }>(api.ownerUrl, "select id from app.notice where step = 'resend'");
  const token = answerToken(api.deps.config.secrets.ticketKey, notice?.id ?? "");
  const shown = async () => {
    const { earliest, latest, askedOn } = (await api.call(showAnswerLink, { body: { token } })).body;
    return [earliest, latest, askedOn];
  };
  expect(await shown()).toEqual(["2027-03-14", "2027-05-13", "2027-03-14"]);
  api.clock.set(nextDay);
  expect(await shown()).toEqual(["2027-03-15", "2027-05-14", "2027-03-14"]);
});

test("a reminder that is set for the first Monday of summer leaves at nine by the new hour, whoever's clocks named it", async () => {
  api.clock.set("2027-03-12T15:00:00Z");
  for (const [country, time, timeZone] of [
    ["USA", "09:00", null],
    ["DOM", "06:00", "America/Tijuana"],
    ["CRI", "09:00", null],
  ] as const) {
    const body = { countries: [country], moment: { day: "2027-03-15", time, timeZone } };
    const set = { as: "secretariat", params, body, idempotencyKey: crypto.randomUUID() } as const;
    expect((await api.call(scheduleReminders, set)).status).toBe(201);
  }
  const { waiting } = (await api.call(listScheduledReminders, { as: "secretariat", params })).body;
  expect(waiting.map(({ country, at }) => [country, at]).sort()).toEqual([
    ["CRI", "2027-03-15T15:00:00.000Z"],
    ["DOM", "2027-03-15T13:00:00.000Z"],
    ["USA", "2027-03-15T13:00:00.000Z"],
  ]);
});

test("a letter bears the day of the capital, is numbered in the year of that day, and was dispatched on no day that has not come there", async () => {
  api.clock.set(lastSecond);
  const { code, datedOn } = await write("USA", "resend_before");
  expect([code, datedOn]).toEqual(["AV-2027-0001", "2027-03-14"]);
  expect((await dispatch(code, "2027-03-15")).problem?.code).toBe("exchange-refused");
  api.clock.set(nextDay);
  expect((await dispatch(code, "2027-03-15")).body.dispatched).toMatchObject({ on: "2027-03-15" });
  // Half past midnight of the new year in Santo Domingo; in Washington it is still the old one.
  api.clock.set("2028-01-01T04:30:00Z");
  const written = [];
  for (const country of ["DOM", "USA", "CRI"]) written.push(await write(country, "resend_overdue"));
  expect(written.map((one) => [one.code, one.datedOn])).toEqual([
    ["AV-2028-0001", "2028-01-01"],
    ["AV-2027-0002", "2027-12-31"],
    ["AV-2027-0003", "2027-12-31"],
  ]);
});
