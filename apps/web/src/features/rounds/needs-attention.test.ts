import type { CountryStatus } from "@avances/contracts";
import { describe, expect, it } from "vitest";
import { needsOf } from "./needs-attention.ts";

const now = new Date("2026-11-24T06:00:00Z");

function row(part: Partial<CountryStatus>, desk: Partial<NonNullable<CountryStatus["desk"]>> = {}): CountryStatus {
  return {
    country: "NIC",
    name: { en: "Nicaragua", es: "Nicaragua" },
    timeZone: "America/Managua",
    submissionId: "01a20c3b-afc5-7c14-9758-8506565ee526",
    obligated: true,
    exempt: false,
    status: "not_started",
    timeliness: { kind: "not_due", daysLate: -3 },
    dueOn: "2026-11-27",
    extended: false,
    extensionReason: null,
    returnDueOn: null,
    exemptReason: null,
    answered: 0,
    expected: 60,
    firstSubmittedAt: null,
    submittedAt: null,
    lastActivityAt: null,
    version: 0,
    revision: 1,
    history: [],
    desk: {
      focalPoint: { name: "Martha Urbina", address: "focal@example.org" },
      invitation: "used",
      lastSignedInAt: null,
      asks: 0,
      lastNotice: null,
      nextNotice: null,
      hold: null,
      deadLetters: 0,
      ...desk,
    },
    ...part,
  };
}

describe("what a country needs of the Secretariat", () => {
  it("is nothing while it prepares in time", () => {
    expect(needsOf(row({ status: "draft" }), now)).toEqual([]);
  });

  it("names access before lateness, since nobody can report without it", () => {
    const late = row({ timeliness: { kind: "overdue", daysLate: 8 } }, { invitation: "sent_not_used", deadLetters: 1 });
    expect(needsOf(late, now)).toEqual(["not_delivered", "unused_invitation", "late"]);
  });

  it("does not ask for an account where reporting is voluntary", () => {
    expect(needsOf(row({ obligated: false }, { invitation: "none" }), now)).toEqual([]);
  });

  it("counts the day of returned work in the capital's calendar", () => {
    const returned = row({ status: "returned", returnDueOn: "2026-11-24" });
    expect(needsOf(returned, now)).toEqual([]);
    expect(needsOf(returned, new Date("2026-11-25T07:00:00Z"))).toEqual(["answer_late"]);
  });

  it("is a review or a publication once the report is in", () => {
    expect(needsOf(row({ status: "submitted" }), now)).toEqual(["review"]);
    expect(needsOf(row({ status: "accepted" }), now)).toEqual(["publish"]);
  });
});
