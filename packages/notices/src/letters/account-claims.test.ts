import { languages } from "@avances/domain/catalogue";
import { describe, expect, test } from "vitest";
import { contacts, everyLetter, expiresAt, now, ofSection, places } from "../../testing/account-letters.ts";
import { formFaults } from "../../testing/form.ts";
import type { AccountFacts } from "./account.ts";
import { type AboutAccount, accountActLetters } from "./account-acts.ts";
import { newMail } from "./new-mail.ts";
import {
  type SectionChanges,
  type SectionFacts,
  sectionChanged,
  sectionGivenBack,
  sectionLink,
} from "./section-link.ts";
import { type SectionReminderFacts, sectionReminder } from "./section-reminder.ts";
import { securityLetters } from "./security.ts";
import { ticketPlace } from "./ticket.ts";

/** Letters whose request or link expires, and that say when. */
const withLink = [
  "invitation",
  "password reset",
  "address change",
  "contact check",
  "section link",
  "section given back",
  "section changed",
  "section reminder",
];
const timed = [...withLink, "confirmation-asked", "confirmations-asked"];
/** Letters that name no contact of the secretariat: its own people read them, or nobody needs to ask. */
const unanswered = [
  ...withLink.filter((name) => name !== "contact check"),
  ...["confirmation-asked", "confirmations-asked", "opened-by-host", "test message"],
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
    const isTicket = withLink.includes(name);
    expect([name, text.includes(ticketPlace)]).toEqual([name, isTicket]);
    expect([name, text.includes(where[language])]).toEqual([name, timed.includes(name)]);
    expect(text).not.toMatch(/\d+ (hours|minutes|horas|minutos)|just been|acaba de/);
  }
});

test("a fresh link to a section is promised as long as it is open, and not for ever: its page sends none once it has ended or was taken back", () => {
  for (const { name, language, paragraphs } of written()) {
    const text = paragraphs.join("\n");
    const promised = { en: "as long as your part is open", es: "mientras su parte esté abierta" }[language];
    expect([name, text.includes(promised)]).toEqual([name, name.startsWith("section")]);
    expect(text).not.toMatch(/at any time|en cualquier momento/);
  }
});

test("each is formed as every message is, and says the same formatted and plain", () => {
  for (const { name, language, subject, paragraphs } of written())
    for (const demonstration of [true, false]) {
      const user = { id: "1", email: "ana@example.org", displayName: "Ana Mora", language, countryCode: "CRI" };
      const mail = newMail({
        ...{ id: "2", kind: "security", user, subject, paragraphs, now, demonstration },
        mailFrom: "Avances <avances@example.org>",
      });
      expect([name, formFaults(mail)]).toEqual([name, []]);
    }
});

test("every time of day carries the name of its zone", () => {
  for (const { paragraphs } of written()) {
    for (const [, after] of paragraphs.join("\n").matchAll(/\d\d:\d\d(.{0,20})/g)) {
      expect(after).toMatch(/^ (UTC|\(San José time\)|\(hora de San José\))/);
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

test("a person whose salutation is known is greeted by it, in every letter", () => {
  for (const [name, letters] of everyLetter)
    for (const language of languages) {
      const about: AboutAccount = { person: "María Núñez", isOfSecretariat: false, lapsesAt: expiresAt };
      const facts = { name: "Ana Mora", contact: null, now, expiresAt, place: null, ...about, ...ofSection };
      const { paragraphs } = letters[language]({ ...facts, salutation: "Estimada Lcda. Mora" });
      expect([name, paragraphs[0]]).toEqual([name, "Estimada Lcda. Mora:"]);
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
    // About a whole file nobody is named.
    if (!name.startsWith("own-") && name !== "confirmations-asked")
      expect([name, text.includes("María Núñez")]).toEqual([name, true]);
    const ofCountry = { en: "of your country", es: "de su país" }[language];
    if (
      isOfSecretariat ||
      ["own-account-ended", "own-role-changed", "confirmation-asked", "confirmations-asked", "opened-by-host"].includes(
        name,
      )
    )
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

test("every message about a section says to whom a reply goes, and says it of nobody whom none reaches", () => {
  const facts = { name: "Ana", contact: null, now, expiresAt, place: null, ...ofSection };
  for (const letters of [sectionLink, sectionGivenBack, sectionChanged])
    for (const language of languages) {
      const said = (mayReply: boolean) => letters[language]({ ...facts, mayReply }).paragraphs.join("\n");
      const reply = { en: "your reply goes to Luz Peña.", es: "su respuesta llega a Luz Peña." }[language];
      expect([said(true).includes(reply), said(false).includes(reply)]).toEqual([true, false]);
    }
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

test("the message about a section that was changed says who changed it, what is asked now and what no longer, and nothing that did not change", () => {
  const facts = { name: "Ana", contact: null, now, expiresAt, place: null, ...ofSection };
  const said = (language: "en" | "es", more: Partial<SectionChanges> = {}) => {
    const { subject, paragraphs } = sectionChanged[language]({ ...facts, changes: { ...ofSection.changes, ...more } });
    return [subject, ...paragraphs].join("\n");
  };
  expect(said("en")).toContain(
    "Your part has changed: 3 answers by 15 March 2027, report of the Dominican Republic, data for 2026",
  );
  for (const part of [
    "Marta Gil changed what you are asked",
    "3 answers, awaited by Monday, 15 March 2027 instead of Monday, 1 March 2027.",
    "New:\nTIP-JUS-01, Prosecutions",
    "No longer asked for:\nTIP-JUS-02, Convictions",
    "What you proposed there stays",
    "is open again",
  ])
    expect(said("en")).toContain(part);
  const same = { wasDueOn: null, added: [], removed: [], isReopened: false, leavesProposals: false };
  expect(said("es", same)).not.toMatch(/en vez|Se agrega|Ya no|propuso ahí|abierta de nuevo/);
  expect(said("es")).toContain("a más tardar el lunes 15 de marzo de 2027, en vez del lunes 1 de marzo de 2027.");
});

describe("what is said of a section awaits nothing that is handed in, nor on a day that has passed", () => {
  const place = { timeZone: "America/Costa_Rica", capital: { en: "San José", es: "San José" } };
  const facts = { name: "Ana", contact: null, now, expiresAt, place, ...ofSection };
  const unmoved = { ...ofSection.changes, wasDueOn: null, isReopened: false };
  const textOf = ({ subject, paragraphs }: { subject: string; paragraphs: readonly string[] }) =>
    [subject, ...paragraphs].join("\n");

  test("changed after it was handed in: it stays so", () => {
    const handedIn = { ...facts, isHandedIn: true, changes: { ...unmoved, wasDueOn: "2027-03-01" } };
    const [en, es] = [textOf(sectionChanged.en(handedIn)), textOf(sectionChanged.es(handedIn))];
    expect(en).toContain("Your part has changed: 3 answers, report of the Dominican Republic");
    expect(en).toContain(
      "Your part now comprises 3 answers, with the date Monday, 15 March 2027 instead of Monday, 1 March 2027. It stays handed in.",
    );
    expect(es).toContain("Su parte ha cambiado: 3 respuestas, informe de la República Dominicana");
    expect(es).toContain(
      "Su parte comprende ahora 3 respuestas, con fecha del lunes 15 de marzo de 2027, en vez del lunes 1 de marzo de 2027. Sigue entregada.",
    );
    const same = { ...handedIn, changes: unmoved };
    expect(textOf(sectionChanged.en(same))).toContain("Your part now comprises 3 answers. It stays handed in.");
    for (const said of [en, es, textOf(sectionLink.en(handedIn)), textOf(sectionLink.es(handedIn))])
      expect(said).not.toMatch(/awaited|se espera/i);
    expect(textOf(sectionLink.en(handedIn))).toContain("You have handed in your part.");
  });

  test("after its date: it was awaited, and can be written until a day", () => {
    const late = { ...facts, dueOn: "2027-02-09", changes: unmoved };
    const en =
      "Your part was awaited by Tuesday, 9 February 2027. It can be written until the end of Wednesday, 24 February 2027 (San José time).";
    const es =
      "Su parte se esperaba a más tardar el martes 9 de febrero de 2027. Se puede escribir hasta el final del miércoles 24 de febrero de 2027 (hora de San José).";
    expect(sectionChanged.en(late).subject).toContain(
      "Your part has changed, after its date (9 February 2027): 3 answers, ",
    );
    expect(sectionChanged.es(late).subject).toContain(
      "Su parte ha cambiado, después de su fecha (9 de febrero de 2027): 3 respuestas, ",
    );
    for (const letter of [sectionChanged, sectionLink]) {
      expect(textOf(letter.en(late))).toContain(en);
      expect(textOf(letter.es(late))).toContain(es);
      expect(textOf(letter.en(late))).not.toMatch(/are awaited|, awaited by/);
      expect(textOf(letter.es(late))).not.toMatch(/se espera[n ]/i);
    }
  });
});

describe("a reminder of a section", () => {
  const place = { timeZone: "America/Costa_Rica", capital: { en: "San José", es: "San José" } };
  const facts: SectionReminderFacts = { name: "Ana", contact: null, now, expiresAt, place, ...ofSection };
  const said = (language: "en" | "es", more: Partial<SectionReminderFacts> = {}) =>
    sectionReminder[language]({ ...facts, ...more });
  const counts = (asked: number, proposed: number, taken: number, givenBack: number) => {
    return { asked, proposed, taken, givenBack, missing: asked - proposed - taken - givenBack };
  };

  test("its subject says the step and the days, on each side of the date", () => {
    const subjects = ["2027-02-11", "2027-02-13", "2027-02-10", "2027-02-09", "2027-02-07"].map((dueOn) => [
      said("en", { dueOn }).subject.split(":")[0],
      said("es", { dueOn }).subject.split(":")[0],
    ]);
    expect(subjects).toEqual([
      ["Reminder, 1 day left (11 February 2027)", "Recordatorio, falta 1 día (11 de febrero de 2027)"],
      ["Reminder, 3 days left (13 February 2027)", "Recordatorio, faltan 3 días (13 de febrero de 2027)"],
      ["Reminder, due today (10 February 2027)", "Recordatorio, vence hoy (10 de febrero de 2027)"],
      [
        "Reminder, 1 day after its date (9 February 2027)",
        "Recordatorio, 1 día después de su fecha (9 de febrero de 2027)",
      ],
      [
        "Reminder, 3 days after its date (7 February 2027)",
        "Recordatorio, 3 días después de su fecha (7 de febrero de 2027)",
      ],
    ]);
  });

  test("it says who asked, for what, by when, how long it can be written, and when it was written", () => {
    const en = said("en", { dueOn: "2027-02-09" }).paragraphs.join("\n");
    for (const part of [
      "On 1 February 2027, Luz Peña (Ministry of Security) asked you for 3 answers for the report of the Dominican Republic",
      "with data for 2026. Your part was awaited by Tuesday, 9 February 2027, 1 day ago. It can be written until the end of Wednesday, 24 February 2027 (San José time).",
      "If you reply to this message, your reply goes to Luz Peña.",
      "Written on 10 February 2027 at 09:00 (San José time).",
    ])
      expect(en).toContain(part);
    const es = said("es", { invitedByInstitution: "", mayReply: false }).paragraphs.join("\n");
    for (const part of [
      "El 1 de febrero de 2027, Luz Peña le solicitó 3 respuestas para el informe de la República Dominicana",
      "con datos de 2026. Su parte se espera a más tardar el lunes 15 de marzo de 2027; faltan 33 días.",
      "Escrito el 10 de febrero de 2027 a las 09:00 (hora de San José).",
    ])
      expect(es).toContain(part);
    expect(es).not.toMatch(/Si responde|\(\)/);
    const changedAt = new Date("2027-02-05T15:00:00Z");
    expect(said("en", { changedAt }).paragraphs[1]).toMatch(/^With the changes of 5 February 2027, Luz Peña \(/);
    expect(said("es", { changedAt }).paragraphs[1]).toMatch(/^Con los cambios del 5 de febrero de 2027, Luz Peña \(/);
  });

  test("it counts what its person proposed and what was given back, and calls nothing missing", () => {
    const cases = [
      counts(3, 0, 0, 0),
      counts(3, 1, 1, 0),
      counts(3, 2, 1, 0),
      counts(4, 1, 0, 2),
      counts(2, 0, 0, 2),
      counts(1, 0, 0, 0),
      counts(1, 0, 0, 1),
      counts(1, 0, 1, 0),
    ];
    expect(cases.map((each) => said("en", { counts: each }).paragraphs[2]?.split(" Your part")[0])).toEqual([
      "There is no proposal of yours for the 3 answers.",
      "There is a proposal of yours for 2 of 3 answers.",
      "There is a proposal of yours for each of the 3 answers.",
      "There is a proposal of yours for 1 of 4 answers, and 2 were given back to you.",
      "There is no proposal of yours for the 2 answers, and 2 were given back to you.",
      "There is no proposal of yours yet.",
      "Your proposal was given back to you.",
      "There is a proposal of yours.",
    ]);
    expect(cases.map((each) => said("es", { counts: each }).paragraphs[2]?.split(" Su parte")[0])).toEqual([
      "No hay ninguna propuesta suya para las 3 respuestas.",
      "Hay una propuesta suya para 2 de 3 respuestas.",
      "Hay una propuesta suya para cada una de las 3 respuestas.",
      "Hay una propuesta suya para 1 de 4 respuestas, y se le devolvieron 2.",
      "No hay ninguna propuesta suya para las 2 respuestas, y se le devolvieron 2.",
      "Todavía no hay una propuesta suya.",
      "Se le devolvió su propuesta.",
      "Hay una propuesta suya.",
    ]);
  });
});
