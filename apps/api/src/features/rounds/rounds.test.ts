import {
  extendSubmission,
  getRoundStatus,
  openRound,
  returnSubmission,
  saveAnswer,
  withdrawSubmission,
} from "@avances/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aRound, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ now: "2027-02-10T15:00:00Z" });
  for (const year of [2026, 2027]) {
    const body = { year, opensOn: `${year}-02-01`, dueOn: `${year}-04-30`, obligatedGroup: "CA-MEX" };
    await api.call(openRound, { as: "secretariat", body });
  }
  await api.person("focal_point:CRI");
});
afterAll(() => api.close());

const status = (
  as: "secretariat" | "rcgm_delegate" | "focal_point:CRI" | "focal_point:GTM" | "contributor:CRI",
  year = "2027",
) => api.call(getRoundStatus, { as, params: { year } as never });

test("an open round has a row for every member country; eight are obliged", async () => {
  const { body } = await status("secretariat");
  expect(body.countries).toHaveLength(11);
  expect(body.counts).toMatchObject({ expected: 8, notStarted: 8, received: 0, overdue: 0 });
  const costaRica = body.countries.find(({ country }) => country === "CRI");
  expect(costaRica?.desk).toMatchObject({
    focalPoint: { name: "focal_point CRI" },
    invitation: "expired",
    // The opening message was missed; a scheduler that ran now would send it.
    nextNotice: { step: "opening", at: "2027-02-10T15:00:00.000Z" },
  });
  expect(costaRica?.history.map(({ year, timeliness }) => [year, timeliness])).toEqual([[2026, "overdue"]]);
  expect(body.countries.find(({ country }) => country === "GTM")?.desk).toMatchObject({
    focalPoint: null,
    invitation: "none",
  });
});

test("the desk is the secretariat's alone; a contributor sees one country; a focal point sees the region", async () => {
  for (const as of ["rcgm_delegate", "focal_point:CRI"] as const) {
    const reply = await status(as);
    expect(reply.body.countries).toHaveLength(11);
    expect(reply.text).not.toContain("desk");
    expect(reply.text).not.toContain("@");
  }
  const contributor = await status("contributor:CRI");
  expect(contributor.body.countries.map(({ country }) => country)).toEqual(["CRI"]);
  expect((await status("secretariat", "2031")).problem?.code).toBe("not-found");
});

test("a round is opened once, by the secretariat, with dates in order", async () => {
  const body = { year: 2028, opensOn: "2028-02-01", dueOn: "2028-04-30", obligatedGroup: "CA-MEX" };
  expect((await api.call(openRound, { as: "focal_point:CRI", body })).problem?.code).toBe("not-allowed");
  const refused = async (change: object) =>
    (await api.call(openRound, { as: "secretariat", body: { ...body, ...change } })).problem?.code;
  expect(await refused({ year: 2027 })).toBe("round-exists");
  expect(await refused({ dueOn: "2028-01-31" })).toBe("round-dates-out-of-order");
  expect(await refused({ opensOn: "2035-02-01", dueOn: "2035-04-30" })).toBe("round-dates-out-of-order");
  expect(await refused({ obligatedGroup: "NONE" })).toBe("invalid-input");
  expect(await refused({ obligatedCountries: ["FRA"] })).toBe("invalid-input");
  const replies = await Promise.all(
    [1, 2, 3].map(() => api.call(openRound, { as: "secretariat", body, idempotencyKey: "open-2028-once" })),
  );
  expect(replies.map((reply) => reply.status)).toEqual([201, 201, 201]);
});

test("late is told in days of the country's own calendar", async () => {
  api.clock.set("2027-05-01T05:59:59Z");
  const before = await status("secretariat");
  expect(before.body.countries.find(({ country }) => country === "CRI")?.timeliness).toEqual({
    kind: "due_today",
    daysLate: 0,
  });
  api.clock.set("2027-05-01T06:00:00Z");
  const after = await status("secretariat");
  expect(after.body.countries.find(({ country }) => country === "CRI")?.timeliness).toEqual({
    kind: "overdue",
    daysLate: 1,
  });
  expect(after.body.counts.overdue).toBe(8);
});

test("a report that was returned or taken back was received all the same, for every reader of the board", async () => {
  const ids = await aRound(api, 2030, ["CRI", "GTM", "HND", "NIC"], "2027-02-01");
  for (const country of ["CRI", "GTM", "HND"] as const) {
    const params = { submissionId: ids[country] as string };
    const body = { state: "not_available", value: null, reason: "There is no register", comment: "", evidence: [] };
    const saved = { params: { ...params, indicatorCode: "TIP-LEG-01" }, revision: 0, body: body as never };
    await api.call(saveAnswer, { as: `focal_point:${country}`, ...saved });
    await submit(api, `focal_point:${country}`, params.submissionId);
    if (country === "GTM")
      await api.call(returnSubmission, {
        as: "secretariat",
        params,
        body: { comments: [{ indicatorCode: null, body: "Please look at this again" }] },
      });
    if (country === "HND") await api.call(withdrawSubmission, { as: "focal_point:HND", params });
  }
  for (const as of ["secretariat", "rcgm_delegate", "presidency", "focal_point:CRI"] as const) {
    const { counts } = (await api.call(getRoundStatus, { as, params: { year: 2030 } })).body;
    expect([as, counts]).toEqual([
      as,
      {
        expected: 4,
        received: 3,
        overdue: 0,
        extended: 0,
        inPreparation: 0,
        notStarted: 1,
        exempt: 0,
        receivedLate: 0,
        returned: 1,
        withdrawn: 1,
      },
    ]);
  }
});

test("how far the work is and why a date moved stay with who reads the whole report, and the secretariat", async () => {
  const costaRica = async (as: Parameters<typeof status>[0]) =>
    (await status(as)).body.countries.find(({ country }) => country === "CRI");
  const submissionId = (await costaRica("secretariat"))?.submissionId as string;
  const body = { dueOn: "2027-06-01", reason: "The new authorities take office in May" };
  await api.call(extendSubmission, { as: "secretariat", params: { submissionId }, body });
  for (const as of ["secretariat", "focal_point:CRI"] as const) {
    expect(await costaRica(as)).toMatchObject({ extended: true, extensionReason: body.reason, answered: 0 });
  }
  for (const as of ["rcgm_delegate", "focal_point:GTM", "contributor:CRI"] as const) {
    expect(await costaRica(as), as).toMatchObject({
      extended: true,
      dueOn: body.dueOn,
      extensionReason: null,
      answered: null,
    });
  }
});
