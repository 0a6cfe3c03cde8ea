import { type Language, languages } from "@avances/domain/catalogue";
import type { MatterStep } from "@avances/domain/network";
import { expect, test } from "vitest";
import { formFaults } from "../../testing/form.ts";
import {
  matterDay as day,
  isWritten,
  type MatterMoment,
  type MatterWorld,
  matterSides as sides,
  matterWorldOf as worldOf,
  matterWorlds as worlds,
} from "../../testing/matter-worlds.ts";
import { matterRequest } from "./matter-request.ts";
import { newMail } from "./new-mail.ts";

/* Every message about a commitment, read back: what is not in the lists below may not be said, and what is there must be said exactly where it is so. */

type Line = readonly [isSaid: boolean, sentence: string];

function linesOf(w: MatterWorld, language: Language): readonly Line[] {
  const asks = !w.isOwed && w.mayAnswer;
  const on = (from: number) => w.left === from;
  const what = (of: string, none: string) => (w.meeting === null ? none : of);
  const point = { en: w.point === "" ? "" : " (point 3b)", es: w.point === "" ? "" : " (punto 3b)" };
  const docs = {
    en: ["", ", with 1 document", ", with 2 documents"][w.documents],
    es: ["", ", con 1 documento", ", con 2 documentos"][w.documents],
  };
  if (language === "en") {
    const it = `${what("a commitment of the meeting of the Liaison Officer Network of 18 February 2027", "a commitment that is recorded in the portal")}${point.en}`;
    const side = w.country === null ? "your organisation" : "the United States";
    return [
      [!w.isOwed && !w.isReminder, `The Technical Secretariat has sent ${side} ${it}${docs.en}.`],
      [
        !w.isOwed && w.isReminder,
        `On 1 March 2027 the Technical Secretariat sent ${side} ${it}${docs.en}. No answer from ${side} has been recorded since then.`,
      ],
      [
        w.isOwed,
        `T${side.slice(1)} is named as responsible for ${it}; it is recorded as in progress.`.replace(/^Tour/, "Your"),
      ],
      [asks && w.left === null, "No day was set for an answer."],
      [asks && on(7), "An answer is awaited by Friday, 30 April 2027 at 23:59, San José time; 7 days remain."],
      [asks && on(1), "An answer is awaited by Friday, 30 April 2027 at 23:59, San José time; 1 day remains."],
      [asks && on(0), "An answer is awaited by today, Friday, 30 April 2027 at 23:59, San José time."],
      [asks && on(-1), "An answer was awaited by Friday, 30 April 2027 at 23:59, San José time, 1 day ago."],
      [asks && on(-3), "An answer was awaited by Friday, 30 April 2027 at 23:59, San José time, 3 days ago."],
      [w.isOwed && on(7), "Its date is Friday, 30 April 2027; 7 days remain."],
      [w.isOwed && on(1), "Its date is Friday, 30 April 2027; 1 day remains."],
      [w.isOwed && on(0), "Its date is today, Friday, 30 April 2027."],
      [w.isOwed && on(-1), "Its date was Friday, 30 April 2027, 1 day ago."],
      [w.isOwed && on(-3), "Its date was Friday, 30 April 2027, 3 days ago."],
      [asks && !w.isReminder, "“No comment” is an answer too."],
      [
        asks && w.isReminder,
        "“No comment” is an answer too. If an answer has been given in the meantime, please disregard this message.",
      ],
      [
        !asks && !w.isOwed && w.isReminder,
        "If an answer has been given in the meantime, please disregard this message.",
      ],
      [
        w.isOwed && w.mayAnswer,
        "On its page you can say how far it has come. If it has been done already, kindly record it there: the portal does not show it as done yet.",
      ],
      [w.isOwed && !w.mayAnswer, "If it has been done in the meantime, please disregard this message."],
    ];
  }
  const it = `${what("un compromiso de la reunión de la Red de Funcionarios de Enlace del 18 de febrero de 2027", "un compromiso que consta en el portal")}${point.es}`;
  const side = w.country === null ? "su organización" : "los Estados Unidos";
  return [
    [!w.isOwed && !w.isReminder, `La Secretaría Técnica ha enviado a ${side} ${it}${docs.es}.`],
    [
      !w.isOwed && w.isReminder,
      `El 1 de marzo de 2027 la Secretaría Técnica envió a ${side} ${it}${docs.es}. Desde entonces no consta ninguna respuesta de ${side}.`,
    ],
    [w.isOwed, `Se registró a ${side} como responsable de ${it}; el compromiso figura como en curso.`],
    [asks && w.left === null, "No se fijó un día para responder."],
    [
      asks && on(7),
      "La respuesta se espera a más tardar el viernes 30 de abril de 2027 a las 23:59, hora de San José; faltan 7 días.",
    ],
    [
      asks && on(1),
      "La respuesta se espera a más tardar el viernes 30 de abril de 2027 a las 23:59, hora de San José; falta 1 día.",
    ],
    [
      asks && on(0),
      "La respuesta se espera a más tardar hoy, viernes 30 de abril de 2027 a las 23:59, hora de San José.",
    ],
    [
      asks && on(-1),
      "La respuesta se esperaba a más tardar el viernes 30 de abril de 2027 a las 23:59, hora de San José, hace 1 día.",
    ],
    [
      asks && on(-3),
      "La respuesta se esperaba a más tardar el viernes 30 de abril de 2027 a las 23:59, hora de San José, hace 3 días.",
    ],
    [w.isOwed && on(7), "Su fecha es el viernes 30 de abril de 2027; faltan 7 días."],
    [w.isOwed && on(1), "Su fecha es el viernes 30 de abril de 2027; falta 1 día."],
    [w.isOwed && on(0), "Su fecha es hoy, viernes 30 de abril de 2027."],
    [w.isOwed && on(-1), "Su fecha era el viernes 30 de abril de 2027, hace 1 día."],
    [w.isOwed && on(-3), "Su fecha era el viernes 30 de abril de 2027, hace 3 días."],
    [asks && !w.isReminder, "«Sin comentarios» también es una respuesta."],
    [
      asks && w.isReminder,
      "«Sin comentarios» también es una respuesta. Si entretanto ya se respondió, le rogamos no tener en cuenta este mensaje.",
    ],
    [!asks && !w.isOwed && w.isReminder, "Si entretanto ya se respondió, le rogamos no tener en cuenta este mensaje."],
    [
      w.isOwed && w.mayAnswer,
      "En su página puede indicar cómo va. Si ya se cumplió, le rogamos registrarlo allí: en el portal todavía no figura como cumplido.",
    ],
    [w.isOwed && !w.mayAnswer, "Si entretanto ya se cumplió, le rogamos no tener en cuenta este mensaje."],
  ];
}

const frame: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [/^Dear Ana Mora:$/, /^Yours sincerely,/, /^Written on \d+ (?:April|May) 2027 at 09:00 \(San José time\)\.$/],
  es: [
    /^Reciba un atento saludo, Ana Mora\.$/,
    /^Atentamente,/,
    /^Escrito el \d+ de (?:abril|mayo) de 2027 a las 09:00 \(hora de San José\)\.$/,
  ],
};

test("every message about a commitment says what is so, and nothing else", () => {
  const said = new Set<string>();
  let count = 0;
  for (const language of languages)
    for (const world of worlds()) {
      if (!isWritten(world)) continue;
      count += 1;
      const letter = matterRequest[language](world);
      const user = { id: "1", email: "ana@example.org", displayName: "Ana Mora", language, countryCode: null };
      const mail = newMail({
        ...{
          id: "2",
          kind: world.step,
          user,
          now: world.now,
          demonstration: false,
          mailFrom: "Avances <a@example.org>",
        },
        ...letter,
      });
      expect(formFaults(mail)).toEqual([]);
      const blocks = letter.paragraphs.flatMap((one) =>
        typeof one === "string" ? [one] : "small" in one ? [one.small] : [],
      );
      const own = blocks.filter((text) => !frame[language].some((form) => form.test(text)));
      expect(blocks.length - own.length).toBe(3);
      const expected = linesOf(world, language).filter(([isSaid]) => isSaid);
      expect(own).toEqual(expected.map(([, sentence]) => sentence));
      for (const sentence of own) said.add(sentence);
    }
  expect(count).toBeGreaterThan(400);
  // Each sentence was met, with and without meeting, point and documents.
  expect(said.size).toBeGreaterThan(80);
});

test("its subject says what is asked, of which day, and about what", () => {
  const base = {
    country: sides.country,
    meeting: { body: "LON", heldOn: "2027-02-18" },
    point: "3b",
    documents: 0,
  } as const;
  const subject = (step: MatterStep, moment: MatterMoment, more: Partial<Parameters<typeof worldOf>[0]> = {}) =>
    languages.map(
      (language) => matterRequest[language](worldOf({ ...base, step, moment, date: day, ...more })).subject,
    );
  expect(subject("matter_sent", day)).toEqual([
    "For your answer: commitment, meeting of 18 February 2027 (point 3b)",
    "Para su respuesta: compromiso, reunión del 18 de febrero de 2027 (punto 3b)",
  ]);
  expect(subject("matter_sent", day, { country: null })[0]).toMatch(/^For your information: /);
  expect(subject("reply_before_7", "2027-04-29")).toEqual([
    "Reminder, 1 day left (30 April 2027): answer to a commitment, meeting of 18 February 2027 (point 3b)",
    "Recordatorio, falta 1 día (30 de abril de 2027): respuesta a un compromiso, reunión del 18 de febrero de 2027 (punto 3b)",
  ]);
  expect(subject("matter_resend", day, { date: null, meeting: null, point: "" })).toEqual([
    "Reminder: answer to a commitment",
    "Recordatorio: respuesta a un compromiso",
  ]);
  expect(subject("commitment_overdue_1", "2027-05-03")[1]).toMatch(/^Recordatorio, 3 días después de su fecha \(/);
});
