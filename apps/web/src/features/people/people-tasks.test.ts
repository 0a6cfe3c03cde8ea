import { describe, expect, it } from "vitest";
import type { Person } from "./people-queries.ts";
import { peopleTasks } from "./people-tasks.ts";

function person(part: Partial<Person>): Person {
  return {
    id: "01a20c3a-7b9e-7701-97dc-399ff4a34ab1",
    displayName: "Ana Lucía Solano",
    institution: "",
    salutation: null,
    address: "ana@example.org",
    role: "focal_point",
    country: "CRI",
    assignedIndicators: null,
    language: "es",
    invitation: "used",
    invitedAt: null,
    invitedByName: null,
    waiting: null,
    openedAlone: false,
    lastSignedInAt: null,
    endedAt: null,
    ...part,
  };
}

describe("tasks of the people page", () => {
  it("are none where focal point and alternate have signed in", () => {
    expect(peopleTasks([person({}), person({ role: "alternate" })], ["CRI"])).toEqual([]);
  });

  it("name the missing focal point before the missing alternate", () => {
    const kinds = peopleTasks([], ["CRI"]).map(({ kind }) => kind);
    expect(kinds).toEqual(["nobody_reports", "no_alternate"]);
  });

  it("do not count a person whose account has ended", () => {
    const gone = person({ endedAt: "2026-01-01T00:00:00.000Z" });
    expect(peopleTasks([gone, person({ role: "alternate" })], ["CRI"]).map(({ kind }) => kind)).toEqual([
      "no_focal_point",
    ]);
  });

  it("say that nobody can report only where nobody may submit: an alternate may, a contributor may not", () => {
    const first = (role: Person["role"]) => peopleTasks([person({ role })], ["CRI"])[0]?.kind;
    expect([first("alternate"), first("contributor"), first("liaison_officer")]).toEqual([
      "no_focal_point",
      "nobody_reports",
      "nobody_reports",
    ]);
  });

  it("name links that ran out, since nobody can sign in with them", () => {
    const tasks = peopleTasks([person({}), person({ role: "alternate", invitation: "expired" })], ["CRI"]);
    expect(tasks.map(({ kind }) => kind)).toEqual(["expired"]);
  });

  it("put a second person's word first: it lapses within a day", () => {
    const waiting = {
      id: "01a20c3a-7b9e-7701-97dc-399ff4a34ab2",
      act: "end" as const,
      askedAt: "2027-02-10T15:00:00.000Z",
      askedBy: "01a20c3a-7b9e-7701-97dc-399ff4a34ab3",
      askedByName: "Eva",
      lapsesAt: "2027-02-11T15:00:00.000Z",
    };
    const people = [
      person({ waiting }),
      person({ role: "alternate", invitation: "awaiting_second_person" }),
      person({ role: "approver", invitation: "expired", waiting: { ...waiting, act: "send_link" } }),
    ];
    expect(peopleTasks(people, ["CRI"]).map(({ kind }) => kind)).toEqual(["to_confirm", "to_confirm", "lapsed"]);
  });
});
