import { languages } from "@avances/domain/catalogue";
import { expect, test } from "vitest";
import type { AccountFacts } from "./account.ts";
import { type AboutAccount, accountActLetters } from "./account-acts.ts";
import { invitation } from "./invitation.ts";
import type { Letters } from "./letter.ts";
import { passwordReset } from "./password-reset.ts";
import { type GivenBackAnswer, type SectionFacts, sectionGivenBack, sectionLink } from "./section-link.ts";
import { securityLetters } from "./security.ts";
import { ticketPlaceholder } from "./ticket.ts";

const now = new Date("2027-02-10T15:00:00Z");
const expiresAt = new Date("2027-02-14T03:30:00Z");
const places = [
  { place: null, en: "14 February 2027, 03:30 UTC", es: "14 de febrero de 2027, 03:30 UTC", today: "10" },
  {
    place: { timeZone: "America/Costa_Rica", capital: { en: "San José", es: "San José" } },
    en: "13 February 2027, 21:30 San José time",
    es: "13 de febrero de 2027, 21:30 hora de San José",
    today: "10",
  },
];
const contacts = [null, { name: "Paula Rivas", address: "p.rivas@example.org" }];

/** What only the message with a link to a section knows. */
const ofSection = {
  ...{ countryCode: "DOM", countryName: { en: "Dominican Republic", es: "República Dominicana" } },
  givenBack: {
    ...{ code: "TIP-JUS-02", byName: "Luz Peña" },
    name: { en: "Convictions for trafficking", es: "Condenas por trata" },
  } satisfies GivenBackAnswer,
  ...{ asked: 3, dueOn: "2027-03-15", referenceYear: 2026, note: "", invitedByName: "Luz Peña" },
};

const everyLetter = [
  ["invitation", invitation],
  ["password reset", passwordReset],
  ["section link", sectionLink],
  ["section given back", sectionGivenBack],
  ...Object.entries(securityLetters),
  ...Object.entries(accountActLetters),
] as readonly (readonly [string, Letters<SectionFacts & AboutAccount & { readonly givenBack: GivenBackAnswer }>])[];
/** Letters whose request or link expires, and that say when. */
const timed = ["invitation", "password reset", "section link", "section given back", "confirmation-asked"];
/** Letters that name no contact of the secretariat: its own people read them, or nobody needs to ask. */
const unanswered = [
  "invitation",
  "password reset",
  "section link",
  "section given back",
  "confirmation-asked",
  "opened-by-host",
];

/** Every letter about an account, in every language, to people with and without a country and a contact. */
function* written() {
  for (const [name, letters] of everyLetter)
    for (const language of languages)
      for (const where of places)
        for (const contact of contacts) {
          for (const isOfSecretariat of name in accountActLetters ? [true, false] : [false]) {
            const about: AboutAccount = { person: "María Núñez", isOfSecretariat, lapsesAt: expiresAt };
            const facts = { name: "Ana Mora", contact, now, expiresAt, place: where.place, ...about, ...ofSection };
            yield { name, language, where, contact, isOfSecretariat, ...letters[language](facts) };
          }
        }
}

test("a link says until when it works, by whose clocks, and never in hours that run while the mail waits", () => {
  for (const { name, language, where, paragraphs } of written()) {
    const text = paragraphs.join("\n");
    const isTicket = ["invitation", "password reset", "section link", "section given back"].includes(name);
    expect([name, text.includes(ticketPlaceholder)]).toEqual([name, isTicket]);
    expect([name, text.includes(where[language])]).toEqual([name, timed.includes(name)]);
    expect(text).not.toMatch(/\d+ (hours|minutes|horas|minutos)|just been|acaba de/);
  }
});

test("every time of day carries the name of its zone", () => {
  for (const { paragraphs } of written()) {
    for (const [, after] of paragraphs.join("\n").matchAll(/\d\d:\d\d(.{0,20})/g)) {
      expect(after).toMatch(/^ (UTC|San José time|hora de San José)/);
    }
  }
});

test("somebody to write to is named when there is somebody, and nobody when not; no link where phishing would put one", () => {
  for (const { name, contact, paragraphs } of written()) {
    const text = paragraphs.join("\n");
    const isSecurity = name in securityLetters || name in accountActLetters;
    const isAnswered = !unanswered.includes(name) && contact !== null;
    expect([name, text.includes("p.rivas@example.org")]).toEqual([name, isAnswered]);
    expect(text).not.toContain("null");
    if (isSecurity) expect(text).not.toMatch(/https?:|\{\{/);
  }
});

test("people are greeted by their name, without a form that would need their gender", () => {
  for (const { language, paragraphs } of written()) {
    expect(paragraphs[0]).toBe({ en: "Dear Ana Mora:", es: "Reciba un atento saludo, Ana Mora." }[language]);
    expect(paragraphs.join("\n")).not.toMatch(/\(a\)|\/a\b|@s\b/);
  }
});

test("no two letters share a subject", () => {
  for (const language of languages) {
    const about: AboutAccount = { person: "María Núñez", isOfSecretariat: false, lapsesAt: expiresAt };
    const facts: AccountFacts & SectionFacts & AboutAccount & typeof ofSection = {
      ...ofSection,
      name: "Ana",
      contact: null,
      now,
      expiresAt,
      place: null,
      ...about,
    };
    const subjects = everyLetter.map(([, letters]) => letters[language](facts).subject);
    expect(new Set(subjects).size).toBe(everyLetter.length);
  }
});

test("an account is said to be of the country or of the secretariat, as it is, and whose it is", () => {
  for (const { name, language, isOfSecretariat, paragraphs } of written()) {
    if (!(name in accountActLetters)) continue;
    const text = paragraphs.slice(0, -1).join("\n");
    if (name !== "own-account-ended") expect([name, text.includes("María Núñez")]).toEqual([name, true]);
    const ofCountry = { en: "of your country", es: "de su país" }[language];
    if (isOfSecretariat || ["own-account-ended", "confirmation-asked", "opened-by-host"].includes(name))
      expect([name, text.includes(ofCountry)]).toEqual([name, false]);
    else expect([name, text.includes(ofCountry)]).toEqual([name, true]);
  }
});

test("of a browser it is said only that the portal does not know it: cookies end, are cleared and are not kept in a private window", () => {
  for (const { name, language, subject, paragraphs } of written()) {
    const text = `${subject}\n${paragraphs.join("\n")}`;
    expect(text).not.toMatch(/not been used|new (device|browser)|no se había usado|(dispositivo|navegador) nuevo/);
    const unknown = { en: "a browser that the portal does not know", es: "un navegador que el portal no reconoce" }[
      language
    ];
    expect([name, text.split(unknown).length - 1]).toEqual([name, name === "new-device" ? 2 : 0]);
  }
});

test("the message with a link to a section says who asks, for how much, of which year and by when, with the note and without", () => {
  const facts = { name: "Ana", contact: null, now, expiresAt, place: null, ...ofSection };
  const said = (language: "en" | "es", more: Partial<SectionFacts>) => {
    const { subject, paragraphs } = sectionLink[language]({ ...facts, ...more });
    return [subject, ...paragraphs].join("\n");
  };
  const en = said("en", { note: "The figures of the prosecution." });
  for (const part of [
    "3 answers",
    "the Dominican Republic",
    "data for 2026",
    "Luz Peña",
    "Monday, 15 March 2027",
    "figures of the prosecution",
  ])
    expect(en).toContain(part);
  const es = said("es", { asked: 1 });
  for (const part of [
    "1 respuesta ",
    "la República Dominicana",
    "datos de 2026",
    "Luz Peña",
    "lunes 15 de marzo de 2027",
  ])
    expect(es).toContain(part);
  expect(sectionLink.es(facts).paragraphs.every((paragraph) => paragraph.trim() !== "")).toBe(true);
});

test("the message about an answer given back names it, who gives it back and the report, and says where the note is", () => {
  const facts = { name: "Ana", contact: null, now, expiresAt, place: null, ...ofSection };
  const { subject, paragraphs } = sectionGivenBack.es(facts);
  const said = [subject, ...paragraphs].join("\n");
  for (const part of [
    "TIP-JUS-02, Condenas por trata",
    "Luz Peña",
    "la República Dominicana",
    "datos de 2026",
    "El motivo está encima del formulario.",
  ])
    expect(said).toContain(part);
  expect(sectionGivenBack.en(facts).subject).toContain("TIP-JUS-02");
});
