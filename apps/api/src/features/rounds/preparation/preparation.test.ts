import {
  changeGroup,
  dropPreparation,
  getPreparation,
  getRoundStatus,
  listOutgoingMail,
  listPreparations,
  openPreparedRound,
  openRound,
  type PreparationView,
  prepareRound,
  readPlannedMail,
  simulateOpening,
} from "@avances/contracts";
import { gapKey, planKey } from "@avances/domain/round";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditOf } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ now: "2026-11-30T15:00:00Z" });
  for (const who of ["focal_point:CRI", "focal_point:CAN", "secretariat", "secretariat#2"] as const)
    await api.person(who);
});
afterAll(() => api.close());

type Plan = NonNullable<PreparationView["plan"]>;
const plan = (year: number, more: Partial<Plan> = {}): Plan => {
  const dates = {
    opensOn: `${year}-02-01`,
    dueOn: `${year}-04-30`,
    obligatedCountries: ["CRI"],
    signatureRequired: false,
    ...more,
  };
  return {
    year,
    copiedFrom: null,
    catalogueSeen: api.deps.catalogues.current.version,
    obligatedGroup: "CA-MEX",
    knownGaps: [
      gapKey("alternate", "CRI"),
      gapKey("liaison_officer", "CRI"),
      gapKey("national_focal_point", "CRI"),
      gapKey("presidency", null),
    ],
    mailsSeen: planKey(dates),
    ...dates,
  };
};
const of = (year: number) => ({ params: { year } });
const put = (body: Plan, revision: number, as: "secretariat" | "secretariat#2" = "secretariat") =>
  api.call(prepareRound, { as, ...of(body.year), body, revision });
const read = async (year: number) => (await api.call(getPreparation, { as: "secretariat", ...of(year) })).body;
const isOpen = async (year: number) =>
  (await api.call(getRoundStatus, { as: "secretariat", ...of(year) })).problem === undefined;

test("nothing is prepared at first; what is kept comes back as it was typed, with every reason at once", async () => {
  const before = await read(2027);
  expect(before).toMatchObject({ plan: null, revision: 0, changed: null, reasons: [] });
  const typed = plan(2027, {
    opensOn: "2027-02-30",
    dueOn: "",
    obligatedCountries: [],
    mailsSeen: null,
    catalogueSeen: null,
  });
  const kept = await put(typed, 0);
  expect(kept.body.plan).toEqual(typed);
  expect(kept.body.reasons.map(({ why, step }) => [step, why])).toEqual([
    ["indicators", "catalogue-unseen"],
    ["dates", "opening-missing"],
    ["dates", "due-missing"],
    ["dates", "no-country"],
    ["mails", "mails-unseen"],
  ]);
  expect(await read(2027)).toEqual(kept.body);
  const { preparations } = (await api.call(listPreparations, { as: "secretariat" })).body;
  expect(preparations.map(({ year }) => year)).toEqual([2027]);
});

test("a country without contact, a role without holder and a missing signer are told by country", async () => {
  const { revision } = await read(2027);
  const typed = plan(2027, { obligatedCountries: ["CRI", "GTM"], signatureRequired: true, knownGaps: [] });
  const { reasons } = (await put(typed, revision)).body;
  expect(reasons).toMatchObject([
    { why: "no-contact", countries: ["GTM"] },
    { why: "no-signer", countries: ["CRI", "GTM"] },
    { why: "no-holder", audience: "alternate", countries: ["CRI"] },
    { why: "no-holder", audience: "liaison_officer", countries: ["CRI", "GTM"] },
    { why: "no-holder", audience: "national_focal_point", countries: ["CRI", "GTM"] },
    { why: "no-holder", audience: "presidency", countries: [] },
  ]);
});

test("two people do not overwrite each other: the second is told what is so now", async () => {
  const { revision } = await read(2027);
  const first = await put(plan(2027, { dueOn: "2027-05-03" }), revision);
  const second = await put(plan(2027, { dueOn: "2027-05-10" }), revision, "secretariat#2");
  expect(second.problem).toMatchObject({
    code: "revision-stale",
    details: { current: { revision: first.body.revision } },
  });
  expect((await read(2027)).plan?.dueOn).toBe("2027-05-03");
});

describe("the messages before the opening", () => {
  test("every step of every country, and overdue ones for obligated countries alone; nothing is opened or written", async () => {
    const { revision } = await read(2027);
    await put(plan(2027), revision);
    const { mails } = (await api.call(simulateOpening, { as: "secretariat", ...of(2027) })).body;
    const stepsOf = (country: string) => mails.filter((mail) => mail.country === country).map(({ step }) => step);
    expect(stepsOf("CRI")).toEqual([
      ...["opening", "before_30", "before_14", "before_7", "before_1", "due_today"],
      ...["overdue_1", "overdue_7", "escalation_14", "escalation_30", "closing_45"],
    ]);
    expect(stepsOf("CAN")).toEqual(["opening"]);
    expect(stepsOf("GTM")).toEqual(["opening"]);
    expect(mails.filter(({ obligated }) => !obligated).every(({ step }) => step === "opening")).toBe(true);
    const opening = mails.find(({ country, step }) => country === "CRI" && step === "opening");
    expect(opening).toMatchObject({
      at: "2027-02-01T15:00:00.000Z",
      to: [{ name: "focal_point CRI", audience: "focal_point" }],
    });
    expect(await isOpen(2027)).toBe(false);
    expect(
      (await api.call(listOutgoingMail, { as: "secretariat" })).body.messages.filter(({ kind }) => kind === "opening"),
    ).toEqual([]);
    expect(await auditOf(api, "2027")).toEqual([]);
  });

  test("each as its reader would get it, with the number of the request", async () => {
    const letter = async (step: "opening" | "overdue_7") =>
      (await api.call(readPlannedMail, { as: "secretariat", params: { year: 2027, country: "CRI", step } })).body
        .letters;
    const [opening] = await letter("opening");
    expect(opening).toMatchObject({ recipient: "focal_point CRI", audience: "focal_point" });
    expect(opening?.bodyText).toMatch(/30 (April|de abril de) 2027/);
    const late = await letter("overdue_7");
    expect(late.map(({ audience }) => audience)).toEqual(expect.arrayContaining(["focal_point", "secretariat"]));
    // Opening, four reminders before the date, one on it, one after it: the eighth request.
    expect(late[0]?.bodyText).toMatch(/8|eighth|octav/i);
    expect(
      (
        await api.call(readPlannedMail, {
          as: "secretariat",
          params: { year: 2027, country: "CAN", step: "overdue_7" },
        })
      ).body.letters,
    ).toEqual([]);
  });

  test("a plan without possible dates has no messages, and a year that nobody prepares is not found", async () => {
    await put(plan(2031, { dueOn: "" }), 0);
    expect((await api.call(simulateOpening, { as: "secretariat", ...of(2031) })).body.mails).toEqual([]);
    expect((await api.call(simulateOpening, { as: "secretariat", ...of(2040) })).problem?.code).toBe("not-found");
  });
});

describe("the opening", () => {
  const open = (
    year: number,
    revision: number,
    as: "secretariat" | "secretariat#2" = "secretariat",
    idempotencyKey?: string,
  ) => api.call(openPreparedRound, { as, ...of(year), revision, ...(idempotencyKey && { idempotencyKey }) });

  test("is refused with every reason while there is one, and nothing is sent", async () => {
    const kept = await put(plan(2030, { dueOn: "2030-01-01", mailsSeen: null, obligatedCountries: ["CRI", "GTM"] }), 0);
    const refused = await open(2030, kept.body.revision);
    expect(refused.problem).toMatchObject({ code: "round-not-ready", details: { reasons: kept.body.reasons } });
    expect(kept.body.reasons.map(({ why }) => why)).toEqual(
      expect.arrayContaining(["due-before-opening", "no-contact", "mails-unseen"]),
    );
    expect(await isOpen(2030)).toBe(false);
    expect((await read(2030)).plan).not.toBeNull();
  });

  test("is refused for what somebody has not seen", async () => {
    const { revision } = await read(2027);
    expect((await open(2027, revision - 1)).problem?.code).toBe("revision-stale");
    expect((await open(2044, 0)).problem?.code).toBe("not-found");
  });

  test("happens once, however often and by however many people it is asked for; the preparation ends", async () => {
    const { revision } = await read(2027);
    const replies = await Promise.all([
      open(2027, revision, "secretariat", "open-2027-once"),
      open(2027, revision, "secretariat", "open-2027-once"),
      open(2027, revision, "secretariat#2", "open-2027-other"),
    ]);
    expect(replies.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(1);
    expect((await auditOf(api, "2027")).map(({ action }) => action)).toEqual(["round.opened"]);
    const status = (await api.call(getRoundStatus, { as: "secretariat", ...of(2027) })).body;
    expect(status.counts.expected).toBe(1);
    expect(await read(2027)).toMatchObject({ plan: null, revision: 0 });
    const again = await put(plan(2027), 0);
    expect(again.body.reasons.map(({ why }) => why)).toEqual(["year-taken"]);
    const dropped = await api.call(dropPreparation, { as: "secretariat", ...of(2027), revision: again.body.revision });
    expect(dropped.body.plan).toBeNull();
  });
});

test("a group is as its members were on the opening day", async () => {
  const body = {
    country: "DOM",
    joins: true,
    from: "2029-01-01",
    reason: "The Conference decided so in Santo Domingo",
  };
  const changed = await api.call(changeGroup, { as: "secretariat", params: { group: "CA-MEX" }, body });
  expect(changed.body.groupChanges).toMatchObject([
    { group: "CA-MEX", country: "DOM", joins: true, from: "2029-01-01" },
  ]);
  const refused = async (group: string, country: string) =>
    (await api.call(changeGroup, { as: "secretariat", params: { group }, body: { ...body, country } })).problem?.code;
  expect(await refused("NONE", "DOM")).toBe("not-found");
  expect(await refused("CA-MEX", "FRA")).toBe("invalid-input");
  for (const [year, expected] of [
    [2028, 8],
    [2029, 9],
  ] as const) {
    const round = { year, opensOn: `${year}-02-01`, dueOn: `${year}-04-30`, obligatedGroup: "CA-MEX" };
    await api.call(openRound, { as: "secretariat", body: round });
    const { counts } = (await api.call(getRoundStatus, { as: "secretariat", ...of(year) })).body;
    expect([year, counts.expected]).toEqual([year, expected]);
  }
});

test("nobody but the secretariat reads or changes what is prepared", async () => {
  for (const as of ["focal_point:CRI", "rcgm_delegate"] as const) {
    expect((await api.call(getPreparation, { as, ...of(2031) })).problem?.code).toBe("not-allowed");
    expect((await api.call(prepareRound, { as, ...of(2032), body: plan(2032), revision: 0 })).problem?.code).toBe(
      "not-allowed",
    );
  }
});
