import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCountryRole, type Role, roleFacts, roles } from "../access/role.ts";
import { matterStates } from "./matter.ts";
import { canRead, type MatterReader, readsLevel, type Shown, speaksFor, visibilities } from "./visibility.ts";

const reader = (role: Role, more: Partial<MatterReader> = {}): MatterReader => ({
  role,
  country: isCountryRole(role) ? "CRI" : null,
  organisation:
    role === "coalition" ? "COALITION" : role === "civil_society" ? "RNCOM" : role === "observer" ? "IOM" : null,
  ...more,
});
const matter = (more: Partial<Shown>): Shown => ({
  ...{ author: "MEX", visibility: "members", addressees: [], state: "filed", firstTo: null, openedAt: null },
  version: more.state === "draft" ? 0 : 1,
  ...more,
});
const readersOf = (shown: Shown) => roles.filter((role) => canRead(reader(role), shown));

const members: readonly Role[] = [
  ...([
    "secretariat",
    "focal_point",
    "alternate",
    "approver",
    "liaison_officer",
    "rcgm_delegate",
    "presidency",
  ] as const),
];
const network: readonly Role[] = [...members, "observer", "civil_society", "coalition"];

/** By hand, so that a change of what a role reads is made in two places. Readers are of Costa Rica, IOM, RNCOM and the Coalition. */
describe("who reads what Mexico has filed", () => {
  test.each([
    ["secretariat", ["secretariat"]],
    ["members", members],
    ["network", network],
    ["public", network],
  ] as const)("at level %s", (visibility, expected) => {
    expect(readersOf(matter({ visibility }))).toEqual(expected);
  });

  test("a draft is for its own side alone, and there for those who speak", () => {
    expect(readersOf(matter({ state: "draft", addressees: ["CRI", "IOM"] }))).toEqual([]);
    expect(readersOf(matter({ state: "draft", author: "CRI", visibility: "network" }))).toEqual([
      ...(["focal_point", "alternate", "liaison_officer"] as const),
    ]);
    expect(readersOf(matter({ state: "draft", author: "RCM-TS", visibility: "network" }))).toEqual(["secretariat"]);
  });

  test("what was withdrawn stays with its own side, with addressees, and with the Secretariat", () => {
    expect(readersOf(matter({ state: "withdrawn", visibility: "public" }))).toEqual(["secretariat"]);
    expect(readersOf(matter({ state: "withdrawn", addressees: ["CRI", "RNCOM"] }))).toEqual([
      ...(["secretariat", "focal_point", "alternate", "approver", "liaison_officer", "civil_society"] as const),
    ]);
  });

  test("a draft that was withdrawn never was before anybody else", () => {
    const discarded = { state: "withdrawn", version: 0, addressees: ["CRI", "RNCOM"] } as const;
    expect(readersOf(matter(discarded))).toEqual([]);
    expect(readersOf(matter({ ...discarded, author: "CRI" }))).toEqual(["focal_point", "alternate", "liaison_officer"]);
  });

  test("addressees read what others of their kind do not", () => {
    expect(readersOf(matter({ visibility: "secretariat", addressees: ["IOM"] }))).toEqual(["secretariat", "observer"]);
    expect(readersOf(matter({ visibility: "secretariat", addressees: ["CRI"] }))).toEqual([
      ...(["secretariat", "focal_point", "alternate", "approver", "liaison_officer"] as const),
    ]);
  });

  test("what is for one country first is for it alone, not even for the Secretariat, until it is opened", () => {
    const first = { author: "IOM", firstTo: "CRI", visibility: "network", addressees: ["IOM", "MEX"] } as const;
    const ofCountry = ["focal_point", "alternate", "approver", "liaison_officer"];
    // And for whoever wrote it: here the observer, of IOM.
    expect(readersOf(matter(first))).toEqual([...ofCountry, "observer"]);
    expect(readersOf(matter({ ...first, state: "withdrawn" }))).toEqual([...ofCountry, "observer"]);
    expect(readersOf(matter({ ...first, firstTo: "HND" }))).toEqual(["observer"]);
    expect(readersOf(matter({ ...first, state: "draft" }))).toEqual(["observer"]);
    expect(readersOf(matter({ ...first, openedAt: new Date(0) }))).toEqual(network);
  });
});

test("whoever fills in a part of a report, by account or by link, reads nothing of it", () => {
  const section = { id: "s", submissionId: "r" };
  for (const visibility of visibilities)
    for (const state of matterStates)
      for (const firstTo of [null, "CRI"]) {
        const shown = matter({ author: "CRI", visibility, state, firstTo, addressees: ["CRI"] });
        expect(canRead(reader("contributor"), shown)).toBe(false);
        for (const role of roles) expect(canRead(reader(role, { section }), shown)).toBe(false);
      }
});

const shownAny = fc.record({
  author: fc.constantFrom("CRI", "MEX", "IOM", "RCM-TS"),
  visibility: fc.constantFrom(...visibilities),
  addressees: fc.uniqueArray(fc.constantFrom("CRI", "MEX", "IOM", "RNCOM")),
  state: fc.constantFrom(...matterStates),
  firstTo: fc.constantFrom(null, "CRI"),
  openedAt: fc.constant(null),
  version: fc.constantFrom(0, 1, 2),
});

test("a wider level takes reading from nobody, and neither do addressees", () => {
  fc.assert(
    fc.property(shownAny, fc.constantFrom(...roles), fc.constantFrom(...visibilities), (shown, role, visibility) => {
      if (!canRead(reader(role), shown)) return;
      if (visibilities.indexOf(visibility) >= visibilities.indexOf(shown.visibility))
        expect(canRead(reader(role), { ...shown, visibility })).toBe(true);
      expect(canRead(reader(role), { ...shown, addressees: [...shown.addressees, "HND"] })).toBe(true);
    }),
  );
});

test("a person without a side speaks for nobody, and one who reads only does not speak", () => {
  for (const role of roles) {
    expect(speaksFor(reader(role), "CRI")).toBe(roleFacts[role].speaks && isCountryRole(role));
    expect(speaksFor(reader(role), "IOM")).toBe(role === "observer");
    if (readsLevel(role, "secretariat")) expect(readsLevel(role, "members")).toBe(true);
    if (readsLevel(role, "members")) expect(readsLevel(role, "network")).toBe(true);
  }
  expect(canRead({ role: "observer", country: null, organisation: null }, matter({ visibility: "network" }))).toBe(
    true,
  );
  expect(canRead({ role: "observer", country: null, organisation: null }, matter({ addressees: ["IOM"] }))).toBe(false);
});
