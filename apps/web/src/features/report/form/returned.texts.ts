import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

/** Of a returned report: loaded with one. */
export const returnedTexts = defineTexts(
  {
    returned: {
      title: "The Secretariat asks for clarification",
      due: (date: string, days: string) => `Please answer by ${date} (${days}).`,
      passed: (date: string) => `Please answer as soon as you can; the date was ${date}.`,
      standing: (all: number, open: number) =>
        open === 0
          ? pluralEn(all, {
              one: "The country has come back to its question.",
              other: "The country has come back to all # questions.",
            })
          : pluralEn(all, {
              one: "Its question has no answer yet.",
              other: `${open} of # questions ${open === 1 ? "has" : "have"} no answer yet.`,
            }),
      which: {
        both: "What it asks about, and what can be changed",
        asked: "What it asks about",
        open: "What can be changed",
      },
      tied: (n: number) =>
        pluralEn(n, {
          one: "# more answer can be changed, because the rules compare it with one that is open.",
          other: "# more answers can be changed, because the rules compare them with one that is open.",
        }),
      locked: "All other answers stay as they were sent.",
      rest: "All other answers stay as they were sent; you can open one with a reason that the Secretariat reads.",
      all: "The whole report is in question: every answer can be changed.",
      whole: "About the whole report",
    },
    asked: {
      title: "The Secretariat asks",
      settled: "The Secretariat asked",
      todo: "Change the answer, or reply here.",
      change: "Change the answer if need be; those who report for the country reply to the Secretariat.",
      done: "The country has come back to it.",
    },
  },
  {
    returned: {
      title: "La Secretaría pide una aclaración",
      due: (date, days) => `Le rogamos responder a más tardar el ${date} (${days}).`,
      passed: (date) => `Le rogamos responder en cuanto pueda; la fecha era el ${date}.`,
      standing: (all, open) =>
        open === 0
          ? pluralEs(all, {
              one: "El país ya volvió sobre su pregunta.",
              other: "El país ya volvió sobre sus # preguntas.",
            })
          : pluralEs(all, {
              one: "Su pregunta aún no tiene respuesta.",
              other: `${open} de # preguntas aún no ${open === 1 ? "tiene" : "tienen"} respuesta.`,
            }),
      which: {
        both: "Sobre qué pregunta y qué puede cambiarse",
        asked: "Sobre qué pregunta",
        open: "Qué puede cambiarse",
      },
      tied: (n) =>
        pluralEs(n, {
          one: "Puede cambiarse # respuesta más, porque las reglas la comparan con una que está abierta.",
          other: "Pueden cambiarse # respuestas más, porque las reglas las comparan con alguna que está abierta.",
        }),
      locked: "Las demás quedan como se enviaron.",
      rest: "Las demás quedan como se enviaron; puede reabrir una con un motivo, que la Secretaría lee.",
      all: "La pregunta es sobre todo el informe: puede cambiarse cualquier respuesta.",
      whole: "Sobre todo el informe",
    },
    asked: {
      title: "La Secretaría pregunta",
      settled: "La Secretaría preguntó",
      todo: "Cambie la respuesta o responda aquí.",
      change: "Cambie la respuesta si hace falta; a la Secretaría le responden quienes informan por el país.",
      done: "El país ya volvió sobre ella.",
    },
  },
);
