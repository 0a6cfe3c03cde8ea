import { type Language, languages } from "@avances/domain/catalogue";
import { expect, test } from "vitest";
import { formFaults } from "../../testing/form.ts";
import {
  hasChanged,
  hasNews,
  type OfCommitment,
  type OfRound,
  type ReportDigestFacts,
  type RoundsDigestFacts,
  reportDigest,
  roundsDigest,
} from "./digest.ts";
import { newMail } from "./new-mail.ts";

/* Every digest, read back line by line: what is not in the lists below may not be said, and what is there must be said exactly where it is so. */

const countries = {
  CRI: { code: "CRI", name: { en: "Costa Rica", es: "Costa Rica" } },
  DOM: { code: "DOM", name: { en: "Dominican Republic", es: "República Dominicana" } },
};
const one = (code: keyof typeof countries): OfRound => ({ roundYear: 2027, country: countries[code] });
const named = {
  en: { CRI: "Costa Rica, 2027 round", DOM: "The Dominican Republic, 2027 round", all: "the whole 2027 round" },
  es: { CRI: "Costa Rica, ronda 2027", DOM: "La República Dominicana, ronda 2027", all: "toda la ronda 2027" },
};
const base = { name: "Paula Rivas", contact: null, place: null, timeZone: "America/Costa_Rica" } as const;
const now = new Date("2027-04-12T15:00:00Z");
const since = new Date("2027-04-09T15:00:00Z");

function mailOf(
  language: Language,
  kind: "digest_secretariat" | "digest_country",
  text: ReturnType<(typeof reportDigest)["en"]>,
) {
  const user = { id: "1", email: "paula@example.org", displayName: "Paula Rivas", language, countryCode: null };
  return newMail({
    ...{ id: "2", kind, user, now, demonstration: false, mailFrom: "Avances <a@example.org>", ...text },
  });
}

const quiet = { commitmentAnswers: [], commitmentsDue: [], commitmentsOverdue: [], progressOverdue: [] };
const ofCountry = (code: keyof typeof countries, point: string): OfCommitment => ({
  ...{ side: { country: countries[code], name: { en: "–", es: "–" } }, meetingOn: "2027-02-18", point },
});
const ofOffice: OfCommitment = {
  ...{ side: { country: null, name: { en: "RCM Technical Secretariat", es: "Secretaría Técnica de la CRM" } } },
  ...{ meetingOn: null, point: "" },
};
const busy = {
  commitmentAnswers: [ofCountry("DOM", "3b"), ofCountry("CRI", "3b")],
  commitmentsDue: [ofOffice],
  commitmentsOverdue: [ofCountry("CRI", "")],
  progressOverdue: [{ country: countries.DOM, meetingOn: "2027-04-22" }],
};

/** What became of set reminders, how many reports wait, and what there is about commitments. */
const reminded = [
  [[], [], 0, quiet],
  [[], [], 1, quiet],
  [[], [], 3, quiet],
  [[one("CRI")], [], 0, quiet],
  [[one("CRI")], [one("DOM")], 1, busy],
  [[], [], 0, busy],
] as const;

test("the secretariat's digest says what happened, and nothing that did not", () => {
  let count = 0;
  for (const language of languages)
    for (const received of [[], [{ ...one("CRI"), version: 2 }]])
      for (const answers of [[], [one("DOM")]])
        for (const undelivered of [
          [],
          [
            { country: countries.DOM, count: 2 },
            { country: null, count: 1 },
          ],
        ])
          for (const endedHolds of [[], [{ roundYear: 2027, country: null }]])
            for (const overdue of [[], [one("CRI"), one("DOM")]])
              for (const [remindersLeft, remindersNotNeeded, waiting, network] of reminded) {
                const facts: RoundsDigestFacts = {
                  ...network,
                  ...base,
                  ...{ now, since, received, answers, undelivered, endedHolds, overdue, waiting },
                  ...{ remindersLeft, remindersNotNeeded },
                  link: `https://avances.example/${language}/rounds/2027`,
                };
                const happened = [
                  received,
                  answers,
                  undelivered,
                  endedHolds,
                  overdue,
                  remindersLeft,
                  remindersNotNeeded,
                  ...Object.values(network),
                ];
                const isNews = happened.some((all) => all.length > 0);
                expect(hasNews(facts)).toBe(isNews);
                if (!isNews) continue;
                const mail = mailOf(language, "digest_secretariat", roundsDigest[language](facts));
                expect(formFaults(mail)).toEqual([]);
                const words = named[language];
                const expected: readonly (readonly [boolean, string])[] =
                  language === "en"
                    ? [
                        [true, "This has happened since 9 April 2027."],
                        [received.length > 0, `Reports received:\n– ${words.CRI}, version 2`],
                        [answers.length > 0, `Answered by the link in a request:\n– ${words.DOM}`],
                        [
                          undelivered.length > 0,
                          "Messages that could not be delivered:\n– 2 messages about the Dominican Republic\n– 1 message about no particular country",
                        ],
                        [endedHolds.length > 0, `Holds that have ended by themselves:\n– ${words.all}`],
                        [
                          remindersLeft.length > 0,
                          `Reminders that had been set for a later moment, and were written:\n– ${words.CRI}`,
                        ],
                        [
                          remindersNotNeeded.length > 0,
                          `Reminders that had been set for a later moment, and were not needed any more:\n– ${words.DOM}`,
                        ],
                        [
                          overdue.length > 0,
                          `The date has passed and no report was received:\n– ${words.CRI}\n– ${words.DOM}`,
                        ],
                        [
                          network === busy,
                          "Answers to commitments:\n– The Dominican Republic, meeting of 18 February 2027 (point 3b)\n– Costa Rica, meeting of 18 February 2027 (point 3b)",
                        ],
                        [
                          network === busy,
                          "Commitments whose date is today:\n– RCM Technical Secretariat, no meeting on record",
                        ],
                        [
                          network === busy,
                          "Commitments whose date has passed, and that are not recorded as done:\n– Costa Rica, meeting of 18 February 2027",
                        ],
                        [
                          network === busy,
                          "The date for progress before a meeting has passed, and not all of it is filed:\n– The Dominican Republic, meeting of 22 April 2027",
                        ],
                        [waiting === 0, "No report waits for the review of the Technical Secretariat."],
                        [waiting === 1, "1 report waits for the review of the Technical Secretariat."],
                        [waiting === 3, "3 reports wait for the review of the Technical Secretariat."],
                      ]
                    : [
                        [true, "Esto sucedió desde el 9 de abril de 2027."],
                        [received.length > 0, `Informes recibidos:\n– ${words.CRI}, versión 2`],
                        [answers.length > 0, `Respondieron con el enlace de una solicitud:\n– ${words.DOM}`],
                        [
                          undelivered.length > 0,
                          "Mensajes que no se pudieron entregar:\n– 2 mensajes sobre la República Dominicana\n– 1 mensaje que no trata de un país",
                        ],
                        [endedHolds.length > 0, `Esperas que terminaron por sí solas:\n– ${words.all}`],
                        [remindersLeft.length > 0, `Recordatorios programados que se escribieron:\n– ${words.CRI}`],
                        [
                          remindersNotNeeded.length > 0,
                          `Recordatorios programados que ya no hicieron falta:\n– ${words.DOM}`,
                        ],
                        [overdue.length > 0, `Pasó la fecha y no se recibió informe:\n– ${words.CRI}\n– ${words.DOM}`],
                        [
                          network === busy,
                          "Respuestas a compromisos:\n– La República Dominicana, reunión del 18 de febrero de 2027 (punto 3b)\n– Costa Rica, reunión del 18 de febrero de 2027 (punto 3b)",
                        ],
                        [
                          network === busy,
                          "Compromisos cuya fecha es hoy:\n– Secretaría Técnica de la CRM, sin reunión registrada",
                        ],
                        [
                          network === busy,
                          "Compromisos cuya fecha pasó y que no constan como cumplidos:\n– Costa Rica, reunión del 18 de febrero de 2027",
                        ],
                        [
                          network === busy,
                          "Pasó la fecha para los avances antes de una reunión y no están todos presentados:\n– La República Dominicana, reunión del 22 de abril de 2027",
                        ],
                        [waiting === 0, "Ningún informe espera la revisión de la Secretaría Técnica."],
                        [waiting === 1, "1 informe espera la revisión de la Secretaría Técnica."],
                        [waiting === 3, "3 informes esperan la revisión de la Secretaría Técnica."],
                      ];
                readBack(mail.bodyText, expected);
                expect([...mail.subject].length).toBeLessThanOrEqual(78);
                if (undelivered.length > 0)
                  expect(mail.subject).toMatch(/3 (messages not delivered|mensajes no entregados)$/);
                count += 1;
              }
  expect(count).toBe(2 * (31 * 3 + 32 * 3));
});

test("a country's digest counts its answers, names who proposed, and asks for nothing", () => {
  for (const language of languages)
    for (const [answered, answeredBefore] of [
      [45, null],
      [45, 45],
      [45, 33],
      [44, 45],
      [0, null],
    ] as const)
      for (const proposers of [
        [],
        [
          { name: "Marta Gil", count: 3 },
          { name: "Rosa Vargas", count: 1 },
        ],
      ])
        for (const questions of [0, 1, 2])
          for (const dueOn of ["2027-04-30", "2027-04-12", "2027-04-11"]) {
            const facts: ReportDigestFacts = {
              ...base,
              ...{ now, since, answered, answeredBefore, proposers, questions, dueOn, expected: 60 },
              ...{ countryCode: "DOM", countryName: countries.DOM.name, roundYear: 2027, referenceYear: 2026 },
              link: `https://avances.example/${language}/reports/1`,
            };
            const isNews = answered !== (answeredBefore ?? 0) || proposers.length > 0 || questions > 0;
            expect(hasChanged(facts)).toBe(isNews);
            const mail = mailOf(language, "digest_country", reportDigest[language](facts));
            expect(formFaults(mail)).toEqual([]);
            const more = answeredBefore === null ? null : answered - answeredBefore;
            const expected: readonly (readonly [boolean, string])[] =
              language === "en"
                ? [
                    [
                      true,
                      "This is new in the report of the Dominican Republic for the 2027 round (data for 2026) since 9 April 2027.",
                    ],
                    [more === null, `– Answers: ${answered} of 60.`],
                    [more === 0, "– Answers: 45 of 60, as in the digest before."],
                    [more === 12, "– Answers: 45 of 60, 12 more than in the digest before."],
                    [more === -1, "– Answers: 44 of 60, 1 fewer than in the digest before."],
                    [
                      proposers.length > 0,
                      "– 3 answers proposed by Marta Gil, to be taken or given back.\n– 1 answer proposed by Rosa Vargas, to be taken or given back.",
                    ],
                    [questions === 1, "– 1 question of the Technical Secretariat."],
                    [questions === 2, "– 2 questions of the Technical Secretariat."],
                    [dueOn === "2027-04-30", "Its date is 30 April 2027."],
                    [dueOn === "2027-04-12", "Its date is today."],
                  ]
                : [
                    [
                      true,
                      "Esto es nuevo en el informe de la República Dominicana para la ronda 2027 (datos de 2026) desde el 9 de abril de 2027.",
                    ],
                    [more === null, `– Respuestas: ${answered} de 60.`],
                    [more === 0, "– Respuestas: 45 de 60, como en el resumen anterior."],
                    [more === 12, "– Respuestas: 45 de 60, 12 más que en el resumen anterior."],
                    [more === -1, "– Respuestas: 44 de 60, 1 menos que en el resumen anterior."],
                    [
                      proposers.length > 0,
                      "– 3 respuestas propuestas por Marta Gil, para aceptar o devolver.\n– 1 respuesta propuesta por Rosa Vargas, para aceptar o devolver.",
                    ],
                    [questions === 1, "– 1 pregunta de la Secretaría Técnica."],
                    [questions === 2, "– 2 preguntas de la Secretaría Técnica."],
                    [dueOn === "2027-04-30", "Su fecha es el 30 de abril de 2027."],
                    [dueOn === "2027-04-12", "Su fecha es hoy."],
                  ];
            readBack(mail.bodyText, expected);
          }
});

/** What frames every digest. */
const frame = [
  /^(Dear Paula Rivas:|Reciba un atento saludo, Paula Rivas\.)/,
  /(Open the board|Open the report|Abrir el tablero|Abrir el informe):\nhttps:\/\/avances\.example\/\S+/,
  /(Yours sincerely,\nTechnical Secretariat\nRegional Conference on Migration|Atentamente,\nSecretaría Técnica\nConferencia Regional sobre Migración)/,
  /(At most one such message goes to you a working day, and only when there is news|This message asks for nothing\. It goes to you at most once a week, and only when something has changed)\. Under “Your account” in the portal you can end it\./,
  /(Se le envía a lo sumo un mensaje así por día hábil, y solo si hay novedades|Este mensaje no pide nada\. Se le envía a lo sumo una vez por semana, y solo si algo cambió)\. En «Su cuenta» del portal puede ponerle fin\./,
];

function readBack(body: string, expected: readonly (readonly [boolean, string])[]): void {
  for (const [isSo, text] of expected) expect([text, body.includes(text)]).toEqual([text, isSo]);
  let rest = body;
  for (const [isSo, text] of expected) if (isSo) rest = rest.replace(text, "");
  for (const part of frame) rest = rest.replace(part, "");
  expect(rest.trim()).toBe("");
}
