import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCountryRole, type Role, roles } from "../access/role.ts";
import { matterKinds, matterStates } from "./matter.ts";
import { participantOf } from "./participant.ts";
import type { MatterReader } from "./visibility.ts";
import {
  lastOfEach,
  mayAssess,
  mayPut,
  mayTake,
  type Put,
  stances,
  stancesOf,
  twoViews,
  type VoiceDraft,
  voiceFaults,
} from "./voice.ts";

const organisations: Partial<Record<Role, string>> = {
  observer: "IOM",
  civil_society: "RNCOM",
  coalition: "COALITION",
};
const reader = (role: Role, more: Partial<MatterReader> = {}): MatterReader => ({
  ...{ role, country: isCountryRole(role) ? "CRI" : null, organisation: organisations[role] ?? null },
  ...more,
});
const put = (more: Partial<Put> = {}): Put => ({
  ...{ kind: "recommendation", author: "RNCOM", state: "filed", addressees: ["CRI", "RCM-TS"] },
  ...more,
});
const takers = (matter: Put) => roles.filter((role) => mayTake(reader(role), participantOf(reader(role)), matter));

test("organisations put contributions, recommendations and proposals, the Secretariat everything but what a country tells of itself, countries proposals and the rest", () => {
  const puts = (role: Role) => matterKinds.filter((kind) => mayPut(role, kind));
  expect(puts("secretariat")).toEqual(
    matterKinds.filter((kind) => kind !== "narrative" && kind !== "guideline_statement"),
  );
  for (const role of ["observer", "civil_society", "coalition"] as const)
    expect([role, puts(role)]).toEqual([role, ["contribution", "recommendation", "activity", "guideline_statement"]]);
  for (const role of ["focal_point", "alternate", "liaison_officer"] as const)
    expect([role, puts(role)]).toEqual([
      role,
      ["agenda_item", "document", "commitment", "activity", "narrative", "guideline_statement"],
    ]);
  for (const role of ["approver", "contributor", "rcgm_delegate", "presidency"] as const)
    expect([role, puts(role)]).toEqual([role, []]);
});

describe("how it is taken", () => {
  const speakers = ["secretariat", "focal_point", "alternate", "liaison_officer"];

  test("a recommendation by those to whom it is put, and who write for their side", () => {
    expect(takers(put())).toEqual(speakers);
    expect(takers(put({ addressees: ["CRI"] }))).toEqual(speakers.slice(1));
    expect(takers(put({ addressees: ["MEX"] }))).toEqual([]);
    expect(takers(put({ addressees: ["IOM", "COALITION"] }))).toEqual([]);
    expect(takers(put({ author: "RCM-TS" }))).toEqual(speakers.slice(1));
  });

  test("of a contribution any member may take note, and the Secretariat: that is all", () => {
    expect(takers(put({ kind: "contribution", addressees: [] }))).toEqual(speakers);
    expect(stancesOf.contribution).toEqual(["took_note"]);
    expect(stancesOf.recommendation).toEqual(stances);
  });

  test("nothing that is a draft, was withdrawn, is of another kind, or by a section link", () => {
    for (const state of matterStates.filter((one) => one !== "filed")) expect(takers(put({ state }))).toEqual([]);
    for (const kind of ["document", "commitment", "agenda_item"] as const) expect(takers(put({ kind }))).toEqual([]);
    const section = { id: "s", submissionId: "r" };
    expect(mayTake(reader("focal_point", { section }), "CRI", put())).toBe(false);
    expect(mayTake(reader("focal_point"), "MEX", put({ addressees: ["MEX"] }))).toBe(false);
  });
});

describe("how far it is carried out", () => {
  const says = (role: Role, country: string, matter = put()) =>
    mayAssess(reader(role), participantOf(reader(role)), country, matter);

  test("each State of itself; whoever made it and the Secretariat beside it; no State of another", () => {
    const both = put({ addressees: ["CRI", "MEX"] });
    const who = (country: string) => roles.filter((role) => says(role, country, both));
    expect(who("CRI")).toEqual(["secretariat", "focal_point", "alternate", "liaison_officer", "civil_society"]);
    expect(who("MEX")).toEqual(["secretariat", "civil_society"]);
    expect(who("HND")).toEqual([]);
    expect(says("observer", "CRI", put({ author: "IOM" }))).toBe(true);
    expect(says("observer", "CRI")).toBe(false);
  });

  test("only of a recommendation that is filed", () => {
    expect(says("secretariat", "CRI", put({ kind: "contribution" }))).toBe(false);
    expect(says("secretariat", "CRI", put({ state: "withdrawn" }))).toBe(false);
  });
});

const at = (day: number) => new Date(Date.UTC(2027, 0, day));

test("what a State says and what others say stand side by side; the last word of each counts, and none takes another's place", () => {
  const all = [
    { of: "CRI", by: "CRI", step: "limited", at: at(1) },
    { of: "CRI", by: "RNCOM", step: "not_started", at: at(2) },
    { of: "MEX", by: "MEX", step: "completed", at: at(3) },
    { of: "CRI", by: "CRI", step: "completed", at: at(4) },
    { of: "CRI", by: "RCM-TS", step: "substantial", at: at(5) },
  ];
  expect(twoViews(all, "CRI")).toEqual({ own: all[3], others: [all[1], all[4]] });
  expect(twoViews(all, "MEX")).toEqual({ own: all[2], others: [] });
  expect(twoViews(all, "HND")).toEqual({ own: null, others: [] });
});

test("each side has one last word, and it is the last that it said", () => {
  const said = fc.array(fc.constantFrom("CRI", "MEX", "IOM"), { maxLength: 12 });
  fc.assert(
    fc.property(said, (sides) => {
      const all = sides.map((by, place) => ({ by, at: at(place + 1), place }));
      const last = lastOfEach(all);
      expect(last.map(({ by }) => by).toSorted()).toEqual([...new Set(sides)].toSorted());
      for (const one of last) expect(one.place).toBe(sides.lastIndexOf(one.by));
    }),
  );
});

const members = new Set(["CRI", "MEX"]);
const draft: VoiceDraft = {
  ...{ kind: "recommendation", author: "RNCOM", meetingId: null, addressees: ["CRI"] },
  ...{ sourceKind: "own", source: "", owner: null },
};

test.each<[string, Partial<VoiceDraft>, readonly string[]]>([
  ["of its author to a State", {}, []],
  ["to the Secretariat", { addressees: ["RCM-TS"] }, []],
  ["to nobody", { addressees: [] }, ["addressee_missing"]],
  ["to an organisation, which cannot answer", { addressees: ["CRI", "IOM"] }, ["addressee_silent"]],
  ["of the Secretariat to itself", { author: "RCM-TS", addressees: ["RCM-TS"] }, ["addressee_silent"]],
  ["of no meeting", { sourceKind: "meeting" }, ["source_meeting"]],
  ["of a meeting", { sourceKind: "meeting", meetingId: "m" }, []],
  ["of a treaty body that is not named", { sourceKind: "treaty_body", source: " " }, ["source_missing"]],
  ["of a report of civil society", { sourceKind: "civil_society", source: "A report" }, []],
  ["seen to by an addressee", { owner: "CRI" }, []],
  ["seen to by the Secretariat", { owner: "RCM-TS" }, []],
  ["seen to by somebody to whom it is not put", { owner: "MEX" }, ["owner"]],
])("a recommendation %s", (_what, more, faults) => expect(voiceFaults({ ...draft, ...more }, members)).toEqual(faults));

test("those to whom it was put stay; of a contribution none of this is asked", () => {
  expect(voiceFaults(draft, members, ["CRI", "MEX"])).toEqual(["addressee_gone"]);
  expect(voiceFaults({ ...draft, addressees: ["CRI", "MEX"] }, members, ["CRI"])).toEqual([]);
  expect(voiceFaults({ ...draft, kind: "contribution", addressees: [], sourceKind: null }, members)).toEqual([]);
});
