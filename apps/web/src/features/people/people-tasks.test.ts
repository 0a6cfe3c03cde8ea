import type { CountryStatus } from "@avances/contracts";
import { describe, expect, it } from "vitest";
import type { Person } from "./people-queries.ts";
import { missingRolesOf, peopleTasks } from "./people-tasks.ts";

function person(part: Partial<Person>): Person {
  return {
    id: "01a20c3a-7b9e-7701-97dc-399ff4a34ab1",
    displayName: "Ana Lucía Solano",
    institution: "",
    salutation: null,
    address: "ana@example.org",
    role: "focal_point",
    country: "CRI",
    organisation: null,
    assignedIndicators: null,
    language: "es",
    invitation: "used",
    invitedAt: null,
    invitedByName: null,
    waiting: null,
    openedAlone: false,
    ...{ phone: null, isShared: false, validFrom: null, validUntil: null },
    ...{ changing: null, refused: null, checkedAt: null, leftAt: null },
    lastSignedInAt: null,
    endedAt: null,
    ...part,
  };
}

const today = "2027-02-10";

describe("tasks of the people page", () => {
  it("are none where focal point and alternate have signed in", () => {
    expect(peopleTasks([person({}), person({ role: "alternate" })], ["CRI"], today)).toEqual([]);
  });

  it("name the missing focal point before the missing alternate", () => {
    const kinds = peopleTasks([], ["CRI"], today).map(({ kind }) => kind);
    expect(kinds).toEqual(["nobody_reports", "no_alternate"]);
  });

  it("do not count a person whose account has ended", () => {
    const gone = person({ endedAt: "2026-01-01T00:00:00.000Z" });
    expect(peopleTasks([gone, person({ role: "alternate" })], ["CRI"], today).map(({ kind }) => kind)).toEqual([
      "no_focal_point",
    ]);
  });

  it("say that nobody can report only where nobody may submit: an alternate may, a contributor may not", () => {
    const first = (role: Person["role"]) => peopleTasks([person({ role })], ["CRI"], today)[0]?.kind;
    expect([first("alternate"), first("contributor"), first("liaison_officer")]).toEqual([
      "no_focal_point",
      "nobody_reports",
      "nobody_reports",
    ]);
  });

  it("name links that ran out, since nobody can sign in with them", () => {
    const tasks = peopleTasks([person({}), person({ role: "alternate", invitation: "expired" })], ["CRI"], today);
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
      wanted: null,
    };
    const people = [
      person({ waiting }),
      person({ role: "alternate", invitation: "awaiting_second_person" }),
      person({ role: "approver", invitation: "expired", waiting: { ...waiting, act: "send_link" } }),
    ];
    expect(peopleTasks(people, ["CRI"], today).map(({ kind }) => kind)).toEqual(["to_confirm", "to_confirm", "lapsed"]);
  });

  it("name an address that refused, somebody who said to have left, and a term that is over, each at its person", () => {
    const people = [
      person({ refused: { at: "2027-02-09T15:00:00.000Z", answer: "550 no such user" } }),
      person({ role: "alternate", leftAt: "2027-02-01T15:00:00.000Z" }),
      person({ role: "approver", validUntil: "2027-02-09" }),
      person({ role: "liaison_officer", validUntil: "2027-02-10" }),
    ];
    expect(peopleTasks(people, ["CRI"], today).map(({ kind, person: who }) => [kind, who?.role])).toEqual([
      ["left", "alternate"],
      ["refused", "focal_point"],
      ["no_alternate", undefined],
      ["over", "approver"],
    ]);
  });

  it("name a role that the next step is for and nobody holds, with the step and its instant", () => {
    const next = {
      step: "escalation_14" as const,
      at: "2027-05-14T15:00:00.000Z",
      to: [],
      missing: ["liaison_officer" as const],
    };
    const row = (desk: unknown) =>
      ({ country: "CRI", timeZone: "America/Costa_Rica", desk }) as unknown as CountryStatus;
    const missing = missingRolesOf([row({ nextNotice: next }), row({ nextNotice: null }), row(undefined)]);
    expect(missing).toEqual([
      {
        ...{ kind: "role_missing", country: "CRI", role: "liaison_officer", step: "escalation_14" },
        ...{ at: "2027-05-14T15:00:00.000Z", timeZone: "America/Costa_Rica" },
      },
    ]);
    const both = [person({}), person({ role: "alternate" })];
    expect(peopleTasks(both, ["CRI"], today, missing).map(({ kind }) => kind)).toEqual(["role_missing"]);
  });

  it("do not take a shared mailbox for somebody who can sign in", () => {
    const office = person({ isShared: true, invitation: "not_needed" });
    expect(peopleTasks([office, person({ role: "alternate" })], ["CRI"], today).map(({ kind }) => kind)).toEqual([
      "no_focal_point",
    ]);
  });

  it("keep an ended account that waits to be opened again among what a second person decides", () => {
    const waiting = {
      ...{ id: "01a20c3a-7b9e-7701-97dc-399ff4a34ab2", act: "reopen" as const, askedAt: "2027-02-10T15:00:00.000Z" },
      ...{ askedBy: "01a20c3a-7b9e-7701-97dc-399ff4a34ab3", askedByName: "Eva", lapsesAt: "2027-02-11T15:00:00.000Z" },
      wanted: null,
    };
    const people = [person({}), person({ role: "alternate", endedAt: "2026-01-01T00:00:00.000Z", waiting })];
    expect(peopleTasks(people, ["CRI"], today).map(({ kind }) => kind)).toEqual(["to_confirm", "no_alternate"]);
  });
});
