import type { AboutAccount } from "../src/letters/account-acts.ts";
import { accountActLetters } from "../src/letters/account-acts.ts";
import { addressChange } from "../src/letters/address-change.ts";
import { contactCheck } from "../src/letters/contact-check.ts";
import { invitation } from "../src/letters/invitation.ts";
import type { Letters } from "../src/letters/letter.ts";
import { passwordReset } from "../src/letters/password-reset.ts";
import {
  type GivenBackAnswer,
  type SectionChanges,
  type SectionFacts,
  sectionChanged,
  sectionGivenBack,
  sectionLink,
} from "../src/letters/section-link.ts";
import { type SectionReminderFacts, sectionReminder } from "../src/letters/section-reminder.ts";
import { securityLetters } from "../src/letters/security.ts";
import { testMail } from "../src/letters/trial-mail.ts";

/* Every mail about an account or a section of a report, with facts for it. */

export const now = new Date("2027-02-10T15:00:00Z");
export const expiresAt = new Date("2027-02-14T03:30:00Z");
export const places = [
  { place: null, en: "14 February 2027 at 03:30 UTC", es: "14 de febrero de 2027 a las 03:30 UTC", today: "10" },
  {
    place: { timeZone: "America/Costa_Rica", capital: { en: "San José", es: "San José" } },
    en: "13 February 2027 at 21:30 (San José time)",
    es: "13 de febrero de 2027 a las 21:30 (hora de San José)",
    today: "10",
  },
];
export const contacts = [null, { name: "Paula Rivas", address: "p.rivas@example.org" }];

/** What only the message with a link to a section knows. */
export const ofSection = {
  ...{ countryCode: "DOM", countryName: { en: "Dominican Republic", es: "República Dominicana" } },
  givenBack: {
    ...{ code: "TIP-JUS-02", byName: "Luz Peña" },
    name: { en: "Convictions for trafficking", es: "Condenas por trata" },
  } satisfies GivenBackAnswer,
  ...{ asked: 3, dueOn: "2027-03-15", isHandedIn: false, referenceYear: 2026, note: "", invitedByName: "Luz Peña" },
  changes: {
    ...{ byName: "Marta Gil", wasDueOn: "2027-03-01", isReopened: true, leavesProposals: true },
    added: [{ code: "TIP-JUS-01", name: { en: "Prosecutions", es: "Procesos" } }],
    removed: [{ code: "TIP-JUS-02", name: { en: "Convictions", es: "Condenas" } }],
  } satisfies SectionChanges,
  changedAt: null,
  // What only a reminder of a section knows.
  counts: { asked: 3, proposed: 1, taken: 0, givenBack: 1, missing: 1 },
  ...{ invitedAt: new Date("2027-02-01T15:00:00Z"), invitedByInstitution: "Ministry of Security", mayReply: true },
};

export const everyLetter = [
  ["invitation", invitation],
  ["password reset", passwordReset],
  ["address change", addressChange],
  ["contact check", contactCheck],
  ["section link", sectionLink],
  ["section given back", sectionGivenBack],
  ["section changed", sectionChanged],
  ["section reminder", sectionReminder],
  ["test message", testMail],
  ...Object.entries(securityLetters),
  ...Object.entries(accountActLetters),
] as readonly (readonly [
  string,
  Letters<
    SectionFacts &
      SectionReminderFacts &
      AboutAccount & { readonly givenBack: GivenBackAnswer; readonly changes: SectionChanges }
  >,
])[];
