import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import type { RoundName } from "#lib/round-words.ts";

export const reviewsTexts = defineTexts(
  {
    title: "Reviews",
    lead: (submitted: number, accepted: number) =>
      submitted + accepted === 0
        ? "No report waits for review or publication."
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
    marked: (done: string) => `${done} marked`,
    promised: (day: string) => `we answer by ${day}`,
    overdue: (n: number) => pluralEn(n, { one: "# day past our date", other: "# days past our date" }),
    promise: {
      heading: "When we answer",
      none: "The receipt of a report names no day.",
      days: (n: number) =>
        pluralEn(n, {
          one: "We answer within # working day. The receipt of each report names the day.",
          other: "We answer within # working days. The receipt of each report names the day.",
        }),
      decided: (name: string, when: string) => `Decided by ${name}, ${when}.`,
      open: "Change this",
      label: "Working days",
      help: (least: string, most: string) =>
        `From ${least} to ${most}; empty = no day is named. It counts for reports that come from now on.`,
      wrong: (least: string, most: string) => `Write a whole number from ${least} to ${most}, or nothing.`,
      submit: "Decide",
      cancel: "Cancel",
      stale: "Somebody decided meanwhile. Look at it again; nothing was changed.",
    },
    today: {
      heading: "Whose turn it is today",
      us: "The Secretariat",
      countries: "The countries",
      nothing: "Nothing today.",
      overdue: (reports: string, n: number) =>
        pluralEn(n, {
          one: `Answer ${reports}: our date has passed.`,
          other: `Answer ${reports}: our dates have passed.`,
        }),
      dueToday: (reports: string) => `Answer ${reports} today, as promised.`,
      review: (n: number, afterOthers: boolean) =>
        afterOthers
          ? pluralEn(n, { one: "# more report waits for review.", other: "# more reports wait for review." })
          : pluralEn(n, { one: "# report waits for review.", other: "# reports wait for review." }),
      publish: (reports: string, _n: number) => `May be published: ${reports}.`,
      questions: (countries: string) => `Questions of ${countries} wait for a reply.`,
      unreachable: (countries: string) => `Nobody can be written to in ${countries}.`,
      returnedLate: (countries: string) => `${countries}: the day for clarifications has passed.`,
      returned: (countries: string) => `${countries}: clarifications are awaited.`,
      late: (countries: string) => `${countries}: the due date has passed and nothing was received.`,
      consent: (countries: string) => `${countries} may agree to an earlier publication.`,
    },
  },
  {
    title: "Revisiones",
    lead: (submitted, accepted) =>
      submitted + accepted === 0
        ? "Ningún informe espera revisión ni publicación."
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
    marked: (done) => `${done} marcadas`,
    promised: (day) => `respondemos a más tardar el ${day}`,
    overdue: (n) => pluralEs(n, { one: "# día después de nuestra fecha", other: "# días después de nuestra fecha" }),
    promise: {
      heading: "Cuándo respondemos",
      none: "El acuse de recibo de un informe no indica ningún día.",
      days: (n) =>
        pluralEs(n, {
          one: "Respondemos en # día hábil. El acuse de recibo de cada informe indica el día.",
          other: "Respondemos en # días hábiles. El acuse de recibo de cada informe indica el día.",
        }),
      decided: (name, when) => `Lo decidió ${name}, ${when}.`,
      open: "Cambiarlo",
      label: "Días hábiles",
      help: (least, most) =>
        `De ${least} a ${most}; vacío = no se indica ningún día. Vale para los informes que lleguen desde ahora.`,
      wrong: (least, most) => `Escriba un número entero de ${least} a ${most}, o nada.`,
      submit: "Decidirlo",
      cancel: "Cancelar",
      stale: "Entretanto alguien lo decidió. Mírelo de nuevo; no se cambió nada.",
    },
    today: {
      heading: "A quién le toca hoy",
      us: "La Secretaría",
      countries: "Los países",
      nothing: "Nada hoy.",
      overdue: (reports, n) =>
        pluralEs(n, {
          one: `Responder a ${reports}: nuestra fecha ya pasó.`,
          other: `Responder a ${reports}: nuestras fechas ya pasaron.`,
        }),
      dueToday: (reports) => `Responder hoy a ${reports}, como se prometió.`,
      review: (n, afterOthers) =>
        afterOthers
          ? pluralEs(n, { one: "# informe más espera revisión.", other: "# informes más esperan revisión." })
          : pluralEs(n, { one: "# informe espera revisión.", other: "# informes esperan revisión." }),
      publish: (reports, n) =>
        pluralEs(n, { one: `Puede publicarse: ${reports}.`, other: `Pueden publicarse: ${reports}.` }),
      questions: (countries) => `Esperan respuesta preguntas de ${countries}.`,
      unreachable: (countries) => `No hay a quién escribir en ${countries}.`,
      returnedLate: (countries) => `${countries}: pasó el día para las aclaraciones.`,
      returned: (countries) => `${countries}: se esperan aclaraciones.`,
      late: (countries) => `${countries}: pasó la fecha límite y no se ha recibido nada.`,
      consent: (countries) => `${countries}: pueden dar su conformidad para publicar antes.`,
    },
  },
);
