import { describe, expect, test } from "vitest";
import { isCountryRole, type Role, roles } from "../access/role.ts";
import {
  type ActivityDraft,
  type ActivityHeld,
  activityFaults,
  activityNeed,
  activityPlace,
  activityStage,
  activityStages,
  countedAttendance,
  declinedBy,
  endorsementFaults,
  evaluationFaults,
  heldFaults,
  mayReport,
  maySupport,
  mostPersons,
  type ProposedActivity,
} from "./activity.ts";
import { activityWords } from "./activity-words.ts";
import { matterStates } from "./matter.ts";
import { participantOf } from "./participant.ts";
import type { MatterReader } from "./visibility.ts";

const timeZone = "America/Costa_Rica";
/** 30 April in Costa Rica, 1 May in Europe. */
const now = new Date("2027-05-01T04:00:00.000Z");
const countries = new Set(["CRI", "HND", "PER"]);

test("how far it has come follows from what is on record; being held says nothing of a meeting", () => {
  const facts = { endorsement: null, isHeld: false, isEvaluated: false } as const;
  expect(activityStage(facts)).toBe("proposed");
  expect(activityStage({ ...facts, endorsement: "endorsed" })).toBe("endorsed");
  expect(activityStage({ ...facts, endorsement: "not_endorsed" })).toBe("not_endorsed");
  for (const endorsement of [null, "endorsed", "not_endorsed"] as const) {
    expect(activityStage({ ...facts, endorsement, isHeld: true })).toBe("held");
    expect(activityStage({ endorsement, isHeld: true, isEvaluated: true })).toBe("evaluated");
  }
});

describe("where it stands", () => {
  const at = (stage: (typeof activityStages)[number], startsOn: string | null, endsOn: string | null = null) =>
    activityPlace({ stage, startsOn, endsOn, timeZone }, now);

  test("its last day ends by its own clocks, and then nothing is known until somebody says so", () => {
    for (const [stage, ahead] of [
      ["proposed", "proposed"],
      ["endorsed", "to_come"],
    ] as const) {
      expect([stage, at(stage, null)]).toEqual([stage, ahead]);
      expect([stage, at(stage, "2027-06-01")]).toEqual([stage, ahead]);
      expect([stage, at(stage, "2027-04-30")]).toEqual([stage, ahead]);
      expect([stage, at(stage, "2027-04-20", "2027-04-30")]).toEqual([stage, ahead]);
      expect([stage, at(stage, "2027-04-29")]).toEqual([stage, "not_recorded"]);
    }
  });

  test("what was held was held, and what was not endorsed does not come", () => {
    for (const day of [null, "2020-01-01", "2030-01-01"]) {
      expect(at("held", day)).toBe("held");
      expect(at("evaluated", day)).toBe("held");
      expect(at("not_endorsed", day)).toBe("not_endorsed");
    }
  });
});

const organisations: Partial<Record<Role, string>> = {
  observer: "IOM",
  civil_society: "RNCOM",
  coalition: "COALITION",
};
const reader = (role: Role, more: Partial<MatterReader> = {}): MatterReader => ({
  ...{ role, country: isCountryRole(role) ? "CRI" : null, organisation: organisations[role] ?? null },
  ...more,
});
const proposal = (more: Partial<ProposedActivity> = {}): ProposedActivity => ({
  ...{ author: "HND", state: "filed", stage: "proposed" },
  ...more,
});
const section = { id: "1", submissionId: "2" };

describe("who may", () => {
  const supporters = (of: ProposedActivity, more: Partial<MatterReader> = {}) =>
    roles.filter((role) => maySupport(reader(role, more), participantOf(reader(role, more)), of));
  const speakers = ["focal_point", "alternate", "liaison_officer"];

  test("support what others propose: everybody who writes for a side, until it was held", () => {
    const all = ["secretariat", ...speakers, "observer", "civil_society", "coalition"];
    for (const stage of ["proposed", "endorsed", "not_endorsed"] as const)
      expect(supporters(proposal({ stage }))).toEqual(all);
    expect(supporters(proposal({ author: "CRI" }))).toEqual(all.filter((one) => !speakers.includes(one)));
    for (const stage of ["held", "evaluated"] as const) expect(supporters(proposal({ stage }))).toEqual([]);
    for (const state of matterStates.filter((one) => one !== "filed"))
      expect([state, supporters(proposal({ state }))]).toEqual([state, []]);
    expect(supporters(proposal(), { section })).toEqual([]);
    expect(maySupport(reader("observer", { organisation: null }), null, proposal())).toBe(false);
    expect(maySupport(reader("focal_point"), "MEX", proposal())).toBe(false);
  });

  test("say what became of it: whoever proposed it, and what came of it only once it was held", () => {
    const own = proposal({ author: "CRI" });
    const holders = roles.filter((role) => mayReport(reader(role), own).held);
    expect(holders).toEqual(speakers);
    expect(roles.filter((role) => mayReport(reader(role), own).evaluated)).toEqual([]);
    for (const stage of ["held", "evaluated"] as const)
      expect(roles.filter((role) => mayReport(reader(role), { ...own, stage }).evaluated)).toEqual(speakers);
    expect(mayReport(reader("focal_point"), { ...own, state: "withdrawn", stage: "held" })).toEqual({
      ...{ held: false, evaluated: false },
    });
    expect(mayReport(reader("secretariat"), { ...own, stage: "held" })).toEqual({ held: false, evaluated: false });
  });
});

test("what cannot be so in a proposal", () => {
  const sound: ActivityDraft = {
    ...{ startsOn: "2027-06-01", endsOn: "2027-06-03", audience: ["labour"], place: "San José", host: "CRI" },
    ...{ fundingNote: "", aims: ["TIP-PRV-04"] },
  };
  const faults = (more: Partial<ActivityDraft>) => activityFaults({ ...sound, ...more }, countries);
  expect(faults({})).toEqual([]);
  expect(faults({ startsOn: null, endsOn: null, host: null, place: "" })).toEqual([]);
  expect(faults({ startsOn: null })).toEqual(["day_missing"]);
  expect(faults({ endsOn: "2027-05-31" })).toEqual(["days"]);
  expect(faults({ startsOn: "2027-02-30", endsOn: null })).toEqual(["days"]);
  expect(faults({ place: "a\nb" })).toEqual(["place"]);
  expect(faults({ place: "x".repeat(201) })).toEqual(["place"]);
  expect(faults({ host: "IOM" })).toEqual(["country"]);
  expect(faults({ fundingNote: "x".repeat(301), audience: [], aims: [] })).toEqual([
    ...["funding_long", "audience_missing", "aim_missing"],
  ]);
});

test("what a meeting said: it has begun, and something is new", () => {
  const meeting = { heldOn: "2027-04-30", untilOn: null, state: "planned", timeZone } as const;
  const said = { said: "endorsed", meetingId: "m", point: "6a" } as const;
  expect(endorsementFaults(said, null, meeting, now)).toEqual([]);
  expect(endorsementFaults({ ...said, point: "" }, said, meeting, now)).toEqual([]);
  expect(endorsementFaults(said, said, meeting, now)).toEqual(["same"]);
  expect(endorsementFaults(said, null, { ...meeting, heldOn: "2027-05-01" }, now)).toEqual(["meeting_to_come"]);
  expect(endorsementFaults(said, null, { ...meeting, state: "cancelled" }, now)).toEqual(["meeting_to_come"]);
  expect(endorsementFaults({ ...said, point: "x".repeat(21) }, null, meeting, now)).toEqual(["point"]);
});

test("that it was held: no day to come by its own clocks, and everybody counted once", () => {
  const one = { country: "CRI", institution: "police", persons: 12 } as const;
  const sound: ActivityHeld = { fromOn: "2027-04-29", untilOn: "2027-04-30", place: "", attendance: [one] };
  const faults = (more: Partial<ActivityHeld>) => heldFaults({ ...sound, ...more }, countries, { now, timeZone });
  expect(faults({})).toEqual([]);
  expect(faults({ attendance: [] })).toEqual([]);
  expect(faults({ untilOn: "2027-05-01" })).toEqual(["to_come"]);
  expect(faults({ untilOn: "2027-04-28" })).toEqual(["days"]);
  expect(faults({ attendance: [one, { ...one, country: null }, { ...one, institution: "labour" }] })).toEqual([]);
  expect(faults({ attendance: [one, { ...one, persons: 1 }] })).toEqual(["twice"]);
  expect(faults({ attendance: [{ ...one, country: "IOM" }] })).toEqual(["country"]);
  for (const persons of [0, -1, 1.5, mostPersons + 1])
    expect(faults({ attendance: [{ ...one, persons }] })).toEqual(["persons"]);
});

test("what came of it: of an indicator at which it aimed, in a year since it was held", () => {
  const result = { indicator: "TIP-PRV-04", year: 2027, text: "Más casos detectados" };
  const faults = (text: string, results: readonly (typeof result)[]) =>
    evaluationFaults({ text, results }, ["TIP-PRV-04", "TIP-PRV-06"], { heldOn: "2026-12-31", now, timeZone });
  expect(faults("Bien", [])).toEqual([]);
  expect(faults("", [result, { ...result, year: 2026 }])).toEqual([]);
  expect(faults(" ", [])).toEqual(["result_missing"]);
  expect(faults("", [{ ...result, indicator: "TIP-PRO-03" }])).toEqual(["result_indicator"]);
  expect(faults("", [{ ...result, year: 2025 }])).toEqual(["result_year"]);
  expect(faults("", [{ ...result, year: 2028 }])).toEqual(["result_year"]);
  expect(faults("", [result, { ...result, text: "Otra vez" }])).toEqual(["twice"]);
  expect(faults("", [{ ...result, text: " " }])).toEqual(["result_text"]);
});

test("what it needs: of whoever proposed it a word on its days and on what came of it, of the Secretariat what a meeting said", () => {
  const need = (more: object, reader: object = {}) =>
    activityNeed(
      { ...proposal({ author: "CRI" }), standing: "proposed", addressees: [], supporters: [], declined: [], ...more },
      { side: "CRI", decides: false, hasMeetingBegun: true, ...reader },
    );
  expect(need({})).toBe(null);
  expect(need({ standing: "not_recorded" })).toBe("say_held");
  expect(need({ standing: "not_recorded" }, { side: "HND" })).toBe(null);
  expect(need({ stage: "held", standing: "held" })).toBe("say_result");
  expect(need({ stage: "evaluated", standing: "held" })).toBe(null);
  expect(need({ standing: "not_recorded", state: "withdrawn" })).toBe(null);
  const secretariat = { side: "RCM-TS", decides: true };
  expect(need({}, secretariat)).toBe("note_meeting");
  expect(need({}, { ...secretariat, hasMeetingBegun: false })).toBe(null);
  for (const stage of ["endorsed", "not_endorsed", "held"] as const) expect(need({ stage }, secretariat)).toBe(null);
  const asked = { addressees: ["HND", "IOM"] };
  expect(need(asked, { side: "HND" })).toBe("support");
  expect(need(asked, { side: "NIC" })).toBe(null);
  expect(need(asked, { side: null })).toBe(null);
  expect(need({ ...asked, supporters: ["HND"] }, { side: "HND" })).toBe(null);
  expect(need({ ...asked, declined: ["HND"] }, { side: "HND" })).toBe(null);
  expect(need({ ...asked, declined: ["HND"] }, { side: "IOM" })).toBe("support");
  for (const standing of ["not_recorded", "to_come", "held", "not_endorsed"] as const)
    expect(need({ ...asked, standing }, { side: "HND" })).toBe(null);
});

test("who was asked declined until it says that it supports it, and a support that was said before changes nothing", () => {
  const said = (participantCode: string, day: string) => ({
    participantCode,
    at: new Date(`2027-02-${day}T15:00:00Z`),
  });
  const support = (code: string, day: string, supports = true) => ({ ...said(code, day), supports });
  expect(declinedBy([said("HND", "02")], [])).toEqual(["HND"]);
  expect(
    declinedBy([said("HND", "02")], [support("HND", "01"), support("HND", "02", false), support("GTM", "03")]),
  ).toEqual(["HND"]);
  expect(declinedBy([said("HND", "02"), said("GTM", "02")], [support("HND", "03")])).toEqual(["GTM"]);
  expect(declinedBy([said("HND", "02"), said("HND", "04")], [support("HND", "03")])).toEqual(["HND"]);
});

test("people are counted, and countries once", () => {
  expect(countedAttendance([])).toEqual({ persons: 0, countries: 0 });
  expect(
    countedAttendance([
      { country: "CRI", institution: "police", persons: 12 },
      { country: "CRI", institution: "labour", persons: 3 },
      { country: null, institution: "international", persons: 2 },
    ]),
  ).toEqual({ persons: 17, countries: 1 });
});

test("every stage has a word of its own in both languages", () => {
  for (const language of ["en", "es"] as const) {
    const words = activityStages.map((stage) => activityWords[language].stages[stage]);
    expect(new Set(words).size).toBe(activityStages.length);
  }
});
