import { describe, expect, test } from "vitest";
import {
  gapKey,
  gapsOf,
  notWorkedIn,
  type OpeningFacts,
  openingReasons,
  openingSteps,
  type PreparedRound,
  planKey,
  stepOfReason,
} from "./opening-check.ts";

const everyRole = ["focal_point", "alternate", "approver", "liaison_officer", "national_focal_point"] as const;
const facts: OpeningFacts = {
  today: "2026-11-30",
  takenYears: [2025, 2026],
  announcedOn: [],
  countries: ["CRI", "GTM", "CAN"].map((country) => ({ country, daysOff: new Set(), holders: everyRole })),
  regionalHolders: ["presidency"],
  groups: [{ code: "CA-MEX", members: ["CRI", "GTM"] }],
  groupChanges: [],
  catalogue: { version: "2026.2", untranslated: [] },
};
const dates: PreparedRound = {
  year: 2027,
  copiedFrom: 2026,
  catalogueSeen: "2026.2",
  opensOn: "2027-02-01",
  dueOn: "2027-04-30",
  obligatedGroup: "CA-MEX",
  obligatedCountries: ["CRI", "GTM"],
  signatureRequired: false,
  knownGaps: [],
  mailsSeen: null,
};
const sound: PreparedRound = { ...dates, mailsSeen: planKey(dates) };
const whys = (plan: Partial<PreparedRound>, more: Partial<OpeningFacts> = {}) => {
  const changed = { ...sound, ...plan };
  return openingReasons(
    { ...changed, mailsSeen: plan.mailsSeen === undefined ? planKey(changed) : plan.mailsSeen },
    { ...facts, ...more },
  ).map(({ why }) => why);
};
const withHolders = (country: string, holders: OpeningFacts["countries"][number]["holders"]) => ({
  countries: facts.countries.map((one) => (one.country === country ? { ...one, holders } : one)),
});

test("a sound plan can be opened", () => expect(whys({})).toEqual([]));

describe("each fault has its own reason", () => {
  test.each([
    ["year-wrong", { year: 1999 }],
    ["year-wrong", { year: Number.NaN }],
    ["year-taken", { year: 2026, opensOn: "2026-12-01", dueOn: "2027-02-01" }],
    ["catalogue-unseen", { catalogueSeen: "2026.1" }],
    ["opening-missing", { opensOn: "" }],
    ["opening-missing", { opensOn: "2027-02-30" }],
    ["opening-past", { opensOn: "2026-11-29" }],
    ["opening-other-year", { opensOn: "2029-02-01", dueOn: "2029-04-30" }],
    ["due-missing", { dueOn: "30/04/2027" }],
    ["due-before-opening", { dueOn: "2027-01-31" }],
    ["due-too-far", { dueOn: "2028-02-03" }],
    ["group-unknown", { obligatedGroup: "NONE" }],
    ["no-country", { obligatedCountries: [] }],
  ] as const)("%s %j", (why, plan) => expect(whys(plan)).toEqual([why]));

  test("a due date that has passed, and an opening on the day of a cancelled round", () => {
    expect(whys({ opensOn: "2026-11-30", dueOn: "2026-11-30" })).toEqual(["due-past"]);
    expect(whys({}, { announcedOn: ["2027-02-01"] })).toEqual(["opening-announced"]);
    expect(whys({}, { announcedOn: ["2027-02-02"] })).toEqual([]);
  });

  test("a group that has no member on the opening day, although it had some before", () => {
    const leaves = (country: string, from: string) => ({ group: "CA-MEX", country, joins: false, from });
    const groupChanges = [leaves("CRI", "2027-01-01"), leaves("GTM", "2027-02-01")];
    expect(whys({}, { groupChanges })).toEqual(["group-empty"]);
    expect(whys({ opensOn: "2027-01-31" }, { groupChanges })).toEqual([]);
  });

  test("a text that is missing in a language", () => {
    const catalogue = { version: "2026.2", untranslated: [{ language: "es" as const, count: 3 }] };
    expect(openingReasons(sound, { ...facts, catalogue })).toEqual([
      { why: "catalogue-untranslated", language: "es", count: 3 },
    ]);
  });

  test("messages that nobody has looked at, or that were changed by a date or a country since", () => {
    expect(whys({ mailsSeen: null })).toEqual(["mails-unseen"]);
    expect(openingReasons({ ...sound, dueOn: "2027-05-03" }, facts)).toEqual([{ why: "mails-unseen" }]);
    expect(openingReasons({ ...sound, obligatedCountries: ["GTM", "CRI"] }, facts)).toEqual([]);
  });
});

describe("who is to be written to", () => {
  test("an obligated country with nobody who reports; a voluntary one may have nobody", () => {
    expect(
      openingReasons(sound, { ...facts, ...withHolders("GTM", ["liaison_officer", "national_focal_point"]) }),
    ).toEqual([{ why: "no-contact", countries: ["GTM"] }]);
    expect(openingReasons(sound, { ...facts, ...withHolders("CAN", []) })).toEqual([]);
  });

  test("somebody who signs is needed only where a signature is asked for", () => {
    const without = withHolders(
      "GTM",
      everyRole.filter((one) => one !== "approver"),
    );
    expect(whys({}, without)).toEqual([]);
    expect(whys({ signatureRequired: true }, without)).toEqual(["no-signer"]);
  });

  test("a role without a holder, with the steps that need it, until the secretariat knows of each country", () => {
    const without = { ...facts, ...withHolders("GTM", ["focal_point", "alternate", "national_focal_point"]) };
    expect(openingReasons(sound, without)).toEqual([
      { why: "no-holder", audience: "liaison_officer", steps: ["escalation_14", "escalation_30"], countries: ["GTM"] },
    ]);
    const known = { ...sound, knownGaps: [gapKey("liaison_officer", "GTM")] };
    expect(openingReasons(known, without)).toEqual([]);
    const both = {
      ...facts,
      countries: without.countries.map((one) => ({
        ...one,
        holders: ["focal_point", "alternate", "national_focal_point"] as const,
      })),
    };
    expect(openingReasons(known, both)).toMatchObject([{ why: "no-holder", countries: ["CRI", "GTM"] }]);
    expect(gapsOf(known, without)).toHaveLength(1);
  });

  test("the presidency belongs to no country", () => {
    const without = { ...facts, regionalHolders: [] };
    expect(openingReasons(sound, without)).toEqual([
      { why: "no-holder", audience: "presidency", steps: ["escalation_30"], countries: [] },
    ]);
    expect(openingReasons({ ...sound, knownGaps: [gapKey("presidency", null)] }, without)).toEqual([]);
  });

  test("an alternate is missed where there is a focal point, and not beside the whole contact", () => {
    expect(
      openingReasons(sound, {
        ...facts,
        ...withHolders("GTM", ["focal_point", "liaison_officer", "national_focal_point"]),
      }),
    ).toMatchObject([{ why: "no-holder", audience: "alternate", countries: ["GTM"] }]);
  });
});

test("all reasons are told at once, in the order of the steps", () => {
  const wrong = {
    ...sound,
    year: 2026,
    catalogueSeen: null,
    dueOn: "2026-01-01",
    obligatedCountries: [],
    mailsSeen: null,
  };
  const told = openingReasons(wrong, { ...facts, regionalHolders: [] });
  expect(told.map(({ why }) => why)).toEqual([
    "year-taken",
    "catalogue-unseen",
    "due-before-opening",
    "due-past",
    "no-country",
    "no-holder",
    "mails-unseen",
  ]);
  const order = told.map(({ why }) => openingSteps.indexOf(stepOfReason[why]));
  expect(order).toEqual([...order].sort((one, other) => one - other));
});

test("where a day is not worked", () => {
  const countries = [
    { country: "CRI", daysOff: new Set(["2027-04-12"]) },
    { country: "GTM", daysOff: new Set<string>() },
  ];
  expect(notWorkedIn("2027-04-12", countries)).toEqual(["CRI"]);
  expect(notWorkedIn("2027-04-10", countries)).toEqual(["CRI", "GTM"]);
  expect(notWorkedIn("2027-04-13", countries)).toEqual([]);
});
