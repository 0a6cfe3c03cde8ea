import { type Language, languages } from "@avances/domain/catalogue";
import { progressSteps } from "@avances/domain/network";
import { expect, test } from "vitest";
import { formFaults } from "../../testing/form.ts";
import {
  type ProgressMoment,
  type ProgressWorld,
  progressDay,
  progressWorldOf,
  progressWorlds,
} from "../../testing/progress-worlds.ts";
import { unmarked } from "./letter.ts";
import { newMail } from "./new-mail.ts";
import { progressRequest } from "./progress-request.ts";

/* Every request for progress, read back: what is not in the lists below may not be said, and what is there must be said exactly where it is so. */

const standings = {
  en: {
    nothing: "nothing filed",
    withdrawn: "filed, and withdrawn since",
    secretariat: "filed, for the Technical Secretariat alone",
    shared: "filed and shared with the other delegations",
  },
  es: {
    nothing: "sin presentar",
    withdrawn: "presentados, y retirados después",
    secretariat: "presentados, solo para la Secretaría Técnica",
    shared: "presentados y compartidos con las demás delegaciones",
  },
} as const;
const roles = {
  en: { focal_point: "focal point", alternate: "alternate", liaison_officer: "liaison officer" },
  es: { focal_point: "punto focal", alternate: "suplente", liaison_officer: "enlace" },
};
const isOpen = (one: string) => one === "nothing" || one === "withdrawn";

function linesOf(w: ProgressWorld, language: Language): readonly string[] {
  const isUsa = w.countryCode === "USA";
  const one = isOpen(w.told.TIP) ? (isOpen(w.told.SOM) ? null : "TIP") : "SOM";
  const by = (on: number) => (w.dueOn === null ? null : w.left > 0 ? (w.left === on ? "ahead" : null) : null);
  const untilMeeting = w.left + 14;
  if (language === "en") {
    const zone = isUsa ? "Washington, D.C. time" : "San José time";
    const side = isUsa ? "the United States" : "Costa Rica";
    const on = { TIP: " on trafficking in persons", SOM: " on smuggling of migrants" };
    const what = `the progress of ${side}${one === null ? "" : on[one]} since the last meeting`;
    const view =
      "With a view to the meeting of the Liaison Officer Network that begins on Wednesday, 10 March 2027 (Ciudad de Panamá)";
    const moved =
      w.toldOn === null ? "" : " The date of the meeting has changed: in the last message to you it was 3 March 2027.";
    const end = `Wednesday, 24 February 2027 at 23:59, ${zone}`;
    const read = "The other delegations can then read it before the meeting.";
    const role = roles.en[w.role as keyof typeof roles.en];
    return [
      w.isAgain
        ? `${view}, this is a kind reminder that ${what} is awaited.${moved}`
        : `${view}, you are kindly asked to share ${what}.${moved}`,
      w.dueOn === null
        ? `The meeting begins in ${untilMeeting === 1 ? "1 day" : `${untilMeeting} days`}: the sooner it is shared, the longer the other delegations have to read it.`
        : by(21)
          ? `It is awaited by ${end}; 21 days remain. ${read}`
          : by(1)
            ? `It is awaited by ${end}; 1 day remains. ${read}`
            : w.left === 0
              ? `It is awaited by today, ${end}. ${read}`
              : `It was awaited by ${end}, ${w.left === -1 ? "1 day" : "13 days"} ago. It can still be filed.`,
      `On record in the portal:\n– Trafficking in persons: ${standings.en[w.told.TIP]}\n– Smuggling of migrants: ${standings.en[w.told.SOM]}`,
      "If it has been filed in the meantime, please disregard this message.",
      `You receive this message because you are ${role} of ${side} in the portal. Nobody is asked once both Protocols are filed, or once the meeting has begun.`,
    ];
  }
  const zone = isUsa ? "hora de Washington, D.C." : "hora de San José";
  const side = isUsa ? "los Estados Unidos" : "Costa Rica";
  const on = { TIP: " en materia de trata de personas", SOM: " en materia de tráfico ilícito de migrantes" };
  const what = `los avances de ${side}${one === null ? "" : on[one]} desde la última reunión`;
  const view =
    "Con miras a la reunión de la Red de Funcionarios de Enlace que comienza el miércoles 10 de marzo de 2027 (Ciudad de Panamá)";
  const moved =
    w.toldOn === null ? "" : " La fecha de la reunión cambió: en el último mensaje a usted era el 3 de marzo de 2027.";
  const end = `miércoles 24 de febrero de 2027 a las 23:59, ${zone}`;
  const read = "Así las demás delegaciones pueden leerlos antes de la reunión.";
  const role = roles.es[w.role as keyof typeof roles.es];
  return [
    w.isAgain
      ? `${view}, se recuerda atentamente que se esperan ${what}.${moved}`
      : `${view}, se solicita atentamente compartir ${what}.${moved}`,
    w.dueOn === null
      ? `La reunión comienza dentro de ${untilMeeting === 1 ? "1 día" : `${untilMeeting} días`}: cuanto antes se compartan, más tiempo tienen las demás delegaciones para leerlos.`
      : by(21)
        ? `Se esperan a más tardar el ${end}; faltan 21 días. ${read}`
        : by(1)
          ? `Se esperan a más tardar el ${end}; falta 1 día. ${read}`
          : w.left === 0
            ? `Se esperan a más tardar hoy, ${end}. ${read}`
            : `Se esperaban a más tardar el ${end}, hace ${w.left === -1 ? "1 día" : "13 días"}. Todavía se pueden presentar.`,
    `Situación en el portal:\n– Trata de personas: ${standings.es[w.told.TIP]}\n– Tráfico ilícito de migrantes: ${standings.es[w.told.SOM]}`,
    "Si entretanto ya se presentaron, le rogamos no tener en cuenta este mensaje.",
    `Recibe este mensaje porque en el portal figura como ${role} de ${side}. No se solicita nada más una vez presentados los de ambos Protocolos, ni una vez comenzada la reunión.`,
  ];
}

const frame: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [/^Dear Ana Mora:$/, /^Yours sincerely,/],
  es: [/^Reciba un atento saludo, Ana Mora\.$/, /^Atentamente,/],
};
const written = / (?:Written on|Escrito el) \d+ [^.]*2027 (?:at|a las) 09:00 \([^\n]*\)\.$/;

test("every request for progress says what is so, and nothing else", () => {
  const said = new Set<string>();
  let count = 0;
  for (const language of languages)
    for (const world of progressWorlds()) {
      count += 1;
      const letter = progressRequest[language](world);
      const user = { id: "1", email: "ana@example.org", displayName: "Ana Mora", language, countryCode: "CRI" };
      const kind = progressSteps[count % progressSteps.length] ?? "progress_asked";
      const mail = newMail({
        ...{ id: "2", kind, user, now: world.now, demonstration: false, mailFrom: "Avances <a@example.org>" },
        ...letter,
      });
      expect(formFaults(mail)).toEqual([]);
      const blocks = letter.paragraphs.flatMap((one) =>
        typeof one === "string" ? [unmarked(one)] : "small" in one ? [one.small] : [],
      );
      const own = blocks.filter((text) => !frame[language].some((form) => form.test(text)));
      expect(blocks.length - own.length).toBe(2);
      expect(own.at(-1)).toMatch(written);
      const sentences = own.map((text) => text.replace(written, ""));
      // A capital that ends with a full stop does not get a second one.
      expect(sentences).toEqual(linesOf(world, language).map((line) => line.replaceAll("..", ".")));
      for (const sentence of sentences) said.add(sentence);
    }
  expect(count).toBeGreaterThan(400);
  expect(said.size).toBeGreaterThan(60);
});

test("what a person adds stands above it, as it was written", () => {
  const [, added] = progressRequest.es(
    progressWorldOf("2027-02-03", { ownText: " Con el saludo del Secretario. " }),
  ).paragraphs;
  expect(added).toBe("Con el saludo del Secretario.");
});

test("its subject says what is asked, by when, and for which meeting", () => {
  const subject = (moment: ProgressMoment, more: Parameters<typeof progressWorldOf>[1] = {}) =>
    languages.map((language) => progressRequest[language](progressWorldOf(moment, more)).subject);
  expect(subject("2027-02-03")).toEqual([
    "Request, 21 days left (24 February 2027): progress for the meeting of 10 March 2027",
    "Solicitud, faltan 21 días (24 de febrero de 2027): avances para la reunión del 10 de marzo de 2027",
  ]);
  expect(subject(progressDay, { isAgain: true })).toEqual([
    "Reminder, due today (24 February 2027): progress for the meeting of 10 March 2027",
    "Recordatorio, vence hoy (24 de febrero de 2027): avances para la reunión del 10 de marzo de 2027",
  ]);
  expect(subject("2027-02-25", { isAgain: true })[1]).toBe(
    "Recordatorio, 1 día después de su fecha (24 de febrero de 2027): avances para la reunión del 10 de marzo de 2027",
  );
  expect(subject("2027-02-25", { dueOn: null })).toEqual([
    "Request: progress for the meeting of 10 March 2027",
    "Solicitud: avances para la reunión del 10 de marzo de 2027",
  ]);
});
