import { describe, expect, it } from "vitest";
import type { Person } from "./people-queries.ts";
import { isNarrowing, narrowed, narrowings, standingsOf } from "./people-standing.ts";

const today = "2027-02-10";

function person(displayName: string, part: Partial<Person> = {}): Person {
  return {
    ...{ id: displayName, displayName, institution: "", salutation: null, address: `${displayName}@example.org` },
    ...{ role: "focal_point", country: "CRI", organisation: null, assignedIndicators: null, language: "es" },
    ...{ invitation: "used", invitedAt: null, invitedByName: null, waiting: null, openedAlone: false },
    ...{ phone: null, isShared: false, validFrom: null, validUntil: null, changing: null, refused: null },
    ...{ checkedAt: null, leftAt: null, lastSignedInAt: null, endedAt: null },
    ...part,
  } as Person;
}
const refused = { at: "2027-02-01T15:00:00.000Z", answer: "550 no such mailbox" };
const names = (people: readonly Person[]) => people.map(({ displayName }) => displayName);
const of = (...people: Person[]) => {
  const [standing] = standingsOf(people, ["CRI"], today);
  if (standing === undefined) throw new Error("no country");
  const { ready, notYet, lacks } = standing;
  return [names(ready), names(notYet), lacks, names(standing.refused)];
};

describe("who can act for a country", () => {
  it("is whoever is in charge of the report and can sign in, and nobody else", () => {
    // The focal point first, in whatever order they come.
    expect(of(person("Ana", { role: "alternate" }), person("Raúl"))).toEqual([["Raúl", "Ana"], [], [], []]);
    // Reads, fills in a part, or signs; sends nothing.
    for (const role of ["contributor", "approver", "liaison_officer"] as const)
      expect(of(person("Eva", { role }))).toEqual([[], [], ["focal_point", "alternate"], []]);
  });

  it.each([["sent_not_used"], ["expired"], ["awaiting_second_person"]] as const)(
    "not yet whose account stands at %s: the role is held, and nobody can send",
    (invitation) => {
      expect(of(person("Ana", { invitation }))).toEqual([[], ["Ana"], ["alternate"], []]);
    },
  );

  it.each([
    ["has left", { leftAt: "2027-02-01T00:00:00.000Z" }],
    ["was in charge until yesterday", { validUntil: "2027-02-09" }],
    ["begins tomorrow", { validFrom: "2027-02-11" }],
    ["is a mailbox of several", { isShared: true, invitation: "not_needed" as const }],
    ["has ended", { endedAt: "2027-02-01T00:00:00.000Z" }],
  ])("not who %s", (_, part) => {
    expect(of(person("Ana", part))).toEqual([[], [], ["focal_point", "alternate"], []]);
  });

  it("begins and ends with the days that are named", () => {
    expect(of(person("Ana", { validFrom: today, validUntil: today }))[0]).toEqual(["Ana"]);
  });

  it("names every address that gives messages back, whatever its role, but of no ended account", () => {
    const others = [
      person("Eva", { role: "liaison_officer", refused }),
      person("Buzón", { isShared: true, invitation: "not_needed", refused }),
      person("Antes", { endedAt: "2027-02-01T00:00:00.000Z", refused }),
    ];
    expect(of(person("Ana"), ...others)[3]).toEqual(["Eva", "Buzón"]);
  });

  it("can be narrowed to what stands in the way, in the order of the countries", () => {
    const people = [
      person("Ana"),
      person("Raúl", { role: "alternate" }),
      person("Luz", { country: "HND", refused }),
      person("Iris", { country: "HND", role: "alternate" }),
      person("Otto", { country: null, role: "observer", refused }),
    ];
    const all = standingsOf(people, ["HND", "CRI", "PAN"], today);
    const codes = (only: Parameters<typeof narrowed>[1]) => narrowed(all, only).map(({ country }) => country);
    expect(codes(null)).toEqual(["HND", "CRI", "PAN", null]);
    expect([codes("nobody"), codes("refused"), codes("lacks")]).toEqual([["PAN"], ["HND", null], ["PAN"]]);
    // Nobody without a country: nothing stands for them.
    expect(standingsOf(people.slice(0, 4), ["CRI"], today).map(({ country }) => country)).toEqual(["CRI"]);
    expect([...narrowings].every(isNarrowing)).toBe(true);
    expect(["", "all", undefined].some(isNarrowing)).toBe(false);
  });
});
