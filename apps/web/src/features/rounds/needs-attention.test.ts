import type { CountryStatus } from "@avances/contracts";
import { languages } from "@avances/domain/catalogue";
import { describe, expect, it } from "vitest";
import { formatsFor } from "#lib/format.ts";
import { boardParts } from "./board-parts.ts";
import { needWords } from "./need-words.ts";
import { type Need, needsOf } from "./needs-attention.ts";

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
      focalPoint: { name: "Martha Urbina", address: "focal@example.org", phone: null },
      invitation: "used",
      lastSignedInAt: null,
      asks: 0,
      lastAskOn: null,
      lastAsk: null,
      lastOther: null,
      nextNotice: null,
      scheduled: null,
      hold: null,
      lastAnswer: null,
      unreached: [],
      questionSince: null,
      publicationFrom: null,
      ...desk,
    },
    ...part,
  };
}

describe("what a country needs of the Secretariat", () => {
  it("is nothing while it prepares in time", () => {
    expect(needsOf(row({ status: "draft" }), now)).toEqual([]);
  });

  it("begins with a step that is due and waits for a person; one that is not due yet needs nobody", () => {
    const next = { step: "escalation_30", at: "2026-11-25T15:00:00Z", to: ["M. Urbina"], missing: [] } as const;
    const waiting = { ...next, needsConfirmation: true, thenAt: null, proposedAt: "2026-11-24T02:00:00Z" };
    const late = { timeliness: { kind: "overdue", daysLate: 30 } } as const;
    expect(needsOf(row(late, { nextNotice: waiting }), now)).toEqual([
      { kind: "to_confirm", step: "escalation_30", since: "2026-11-23" },
      { kind: "late", days: 30 },
    ]);
    expect(needsOf(row(late, { nextNotice: { ...waiting, proposedAt: null } }), now)).toEqual([
      { kind: "late", days: 30 },
    ]);
  });

  it("names what keeps a country silent before lateness, since nobody can report without it", () => {
    const late = row(
      { timeliness: { kind: "overdue", daysLate: 8 } },
      {
        invitation: "sent_not_used",
        unreached: [{ name: "D. Cuadra", at: "2026-11-24T02:00:00Z" }],
        nextNotice: {
          ...{ step: "escalation_14", at: "2026-12-11T15:00:00Z" },
          ...{
            to: ["M. Urbina"],
            missing: ["liaison_officer"],
            needsConfirmation: false,
            thenAt: null,
            proposedAt: null,
          },
        },
      },
    );
    expect(needsOf(late, now)).toEqual([
      // In Managua it was still the day before.
      { kind: "not_delivered", name: "D. Cuadra", on: "2026-11-23" },
      { kind: "unused_invitation" },
      { kind: "role_missing", role: "liaison_officer", step: "escalation_14" },
      { kind: "late", days: 8 },
    ]);
  });

  it("does not ask for an account, a role or another address where nothing is expected", () => {
    const unreached = [{ name: "D. Cuadra", at: "2026-11-24T02:00:00Z" }];
    expect(needsOf(row({ obligated: false }, { invitation: "none" }), now)).toEqual([]);
    expect(needsOf(row({ status: "exempt", exempt: true }, { invitation: "none", unreached }), now)).toEqual([]);
    expect(needsOf(row({ status: "published" }, { unreached }), now)).toEqual([]);
  });

  it("counts the day of returned work in the capital's calendar", () => {
    const returned = row({ status: "returned", returnDueOn: "2026-11-24" });
    expect(needsOf(returned, now)).toEqual([]);
    expect(needsOf(returned, new Date("2026-11-25T07:00:00Z"))).toEqual([{ kind: "answer_late", since: "2026-11-24" }]);
  });

  it("is a review once the report is in, a question that waits, and a publication from its day on", () => {
    const submitted = row({ status: "submitted", submittedAt: "2026-11-17T21:00:00Z" });
    expect(needsOf(submitted, now)).toEqual([{ kind: "review", since: "2026-11-17" }]);
    expect(needsOf(row({ status: "draft" }, { questionSince: "2026-11-15T18:00:00Z" }), now)).toEqual([
      { kind: "question", since: "2026-11-15" },
    ]);
    const accepted = row({ status: "accepted" }, { publicationFrom: "2026-11-24" });
    expect(needsOf(accepted, now)).toEqual([{ kind: "publish", since: "2026-11-24" }]);
    expect(needsOf(accepted, new Date("2026-11-24T05:00:00Z"))).toEqual([]);
  });

  it("says its reason in words of every language, with the days of the country's calendar", () => {
    const said = (need: Need) =>
      languages.map((language) => needWords(need, now, "America/Managua", language, formatsFor(language)));
    expect(said({ kind: "question", since: "2026-11-15" })).toEqual([
      "Question of the country unanswered for 9 days, since 15 Nov 2026",
      "Pregunta del país sin respuesta desde hace 9 días (15 nov 2026)",
    ]);
    expect(said({ kind: "review", since: "2026-11-24" })).toEqual([
      "Waits for your decision since today",
      "Espera su decisión desde hoy",
    ]);
    expect(said({ kind: "not_delivered", name: "D. Cuadra", on: "2026-11-23" })).toEqual([
      "Mail to D. Cuadra did not arrive (23 Nov 2026): find another contact",
      "El correo a D. Cuadra no llegó (23 nov 2026): busque otro contacto",
    ]);
    expect(said({ kind: "to_confirm", step: "escalation_30", since: "2026-11-23" })).toEqual([
      "Waits for your confirmation since 23 Nov 2026: 30 days after: good offices",
      "Espera su confirmación desde el 23 nov 2026: 30 días después: buenos oficios",
    ]);
    expect(said({ kind: "role_missing", role: "liaison_officer", step: "escalation_14" })).toEqual([
      "Nobody is recorded as “Liaison officer”, whom the step “14 days after: good offices” needs",
      "No consta nadie como «Enlace», a quien se dirige el paso «14 días después: buenos oficios»",
    ]);
  });
});

describe("the lines of the board", () => {
  it("begin with the countries that need the Secretariat, each part in the order of the alphabet", () => {
    const of = (country: string, part: Partial<CountryStatus>) =>
      row({ ...part, country, name: { en: country, es: country } });
    const rows = [
      of("NIC", { timeliness: { kind: "overdue", daysLate: 2 } }),
      of("CAN", { obligated: false }),
      of("HND", { status: "draft" }),
      of("CRI", { status: "submitted", submittedAt: "2026-11-17T21:00:00Z" }),
      of("BLZ", { status: "published" }),
    ];
    const parts = (isDesk: boolean) =>
      boardParts(rows, now, isDesk, (one, other) => one.country.localeCompare(other.country)).map(
        ({ key, rows: own }) => [key, ...own.map(({ country }) => country)],
      );
    expect(parts(true)).toEqual([
      ["needing", "CRI", "NIC"],
      ["obligated", "BLZ", "HND"],
      ["voluntary", "CAN"],
    ]);
    expect(parts(false)).toEqual([
      ["obligated", "BLZ", "CRI", "HND", "NIC"],
      ["voluntary", "CAN"],
    ]);
  });
});
