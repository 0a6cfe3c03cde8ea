import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import type { RoundName } from "#lib/round-words.ts";

export const reviewsTexts = defineTexts(
  {
    title: "Reviews",
    lead: (submitted: number, accepted: number) =>
      submitted + accepted === 0
        ? "Nothing waits for you."
        : `${pluralEn(submitted, { zero: "No report waits for review", one: "# report waits for review", other: "# reports wait for review" })}; ${pluralEn(accepted, { zero: "none for publication", one: "# accepted report waits for publication", other: "# accepted reports wait for publication" })}.`,
    empty: {
      title: "Nothing to review",
      text: "Reports appear here as soon as a country submits. The round shows who is still preparing.",
      round: "Open the round",
    },
    part: {
      submitted: "To review, oldest first",
      accepted: "Accepted, to be published",
      returned: "With the country, for clarification",
    },
    column: {
      report: "Report",
      received: "Received",
      waiting: "Waiting",
      answered: "Answered",
      version: "Version",
      accepted: "Accepted",
      publishFrom: "May be published from",
      answerBy: "Answer by",
      left: "Left",
    },
    report: (country: string, round: RoundName) => `${country}, ${round}`,
    days: (n: number) => pluralEn(n, { zero: "since today", one: "# day", other: "# days" }),
    left: (n: number) =>
      n < 0
        ? pluralEn(-n, { one: "# day past", other: "# days past" })
        : pluralEn(n, { zero: "today", one: "# day", other: "# days" }),
    answered: (done: string, of: string) => `${done} of ${of}`,
    voluntary: "voluntary",
  },
  {
    title: "Revisiones",
    lead: (submitted, accepted) =>
      submitted + accepted === 0
        ? "Nada espera por usted."
        : `${pluralEs(submitted, { zero: "Ningún informe espera revisión", one: "# informe espera revisión", other: "# informes esperan revisión" })}; ${pluralEs(accepted, { zero: "ninguno espera publicación", one: "# informe aceptado espera publicación", other: "# informes aceptados esperan publicación" })}.`,
    empty: {
      title: "Nada que revisar",
      text: "Los informes aparecen aquí en cuanto un país los envía. La ronda muestra quién los prepara todavía.",
      round: "Abrir la ronda",
    },
    part: {
      submitted: "Por revisar, el más antiguo primero",
      accepted: "Aceptados, por publicar",
      returned: "En el país, para aclaración",
    },
    column: {
      report: "Informe",
      received: "Recibido",
      waiting: "En espera",
      answered: "Respondidos",
      version: "Versión",
      accepted: "Aceptado",
      publishFrom: "Puede publicarse desde",
      answerBy: "Responder a más tardar",
      left: "Faltan",
    },
    report: (country, round) => `${country}, ${round}`,
    days: (n) => pluralEs(n, { zero: "desde hoy", one: "# día", other: "# días" }),
    left: (n) =>
      n < 0
        ? pluralEs(-n, { one: "venció hace # día", other: "venció hace # días" })
        : pluralEs(n, { zero: "hoy", one: "# día", other: "# días" }),
    answered: (done, of) => `${done} de ${of}`,
    voluntary: "voluntario",
  },
);
