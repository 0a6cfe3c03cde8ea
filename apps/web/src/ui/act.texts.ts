import { defineTexts } from "#i18n/i18n.ts";

/** Sentences about acts on a report, and the words when one happened between looking and acting. Dates and versions come formatted. */
export const actTexts = defineTexts(
  {
    title: "The report has changed since you looked at it",
    text: "Nothing was done. What you wrote is still here.",
    since: "Since then:",
    why: (reason: string) => `“${reason}”`,
    who: { secretariat: (name: string) => `${name} (Technical Secretariat)` },
    act: {
      started: (who: string) => `${who} began to fill it in.`,
      submitted: (who: string, now: { version: string }) => `${who} submitted version ${now.version}.`,
      withdrawn: (who: string) => `${who} took it back to change it.`,
      returned: (who: string, now: { returnDueOn: string }) =>
        `${who} returned it for clarification, to be answered by ${now.returnDueOn}.`,
      accepted: (who: string, now: { version: string }) => `${who} accepted version ${now.version}.`,
      published: (who: string, now: { version: string }) => `${who} published version ${now.version}.`,
      exempted: (who: string) => `${who} exempted the country from this round.`,
      extended: (who: string, now: { dueOn: string }, before: { dueOn: string }) =>
        `${who} moved the due date from ${before.dueOn} to ${now.dueOn}.`,
      extension_corrected: (who: string, now: { dueOn: string }, before: { dueOn: string }) =>
        `${who} corrected the extended date from ${before.dueOn} to ${now.dueOn}.`,
      extension_taken_back: (who: string, now: { dueOn: string }, before: { dueOn: string }) =>
        `${who} took the extension to ${before.dueOn} back; the report is due ${now.dueOn}.`,
      return_date_corrected: (who: string, now: { returnDueOn: string }, before: { returnDueOn: string }) =>
        `${who} changed the date of the answer from ${before.returnDueOn} to ${now.returnDueOn}.`,
      answer_reopened: (who: string) => `${who} opened an answer that was not in question.`,
      exemption_taken_back: (who: string) => `${who} took the exemption back; the report is owed.`,
      round_corrected: (who: string, now: { dueOn: string }, before: { dueOn: string }) =>
        `${who} corrected the dates of the round: due ${now.dueOn} instead of ${before.dueOn}.`,
      round_cancelled: (who: string) => `${who} cancelled the round.`,
    },
    decisions: {
      title: "What the Technical Secretariat decided, and why",
      who: "The Technical Secretariat",
      dates: (who: string, now: { opensOn: string; dueOn: string }, before: { opensOn: string; dueOn: string }) =>
        `${who} corrected the dates of the round: opening day ${now.opensOn}, due date ${now.dueOn} (before: ${before.opensOn} and ${before.dueOn}).`,
      closed: (who: string) =>
        `${who} closed the round before the day on which it closes by itself. What was not received may still be sent; an extension stands.`,
      reopened: (who: string) => `${who} opened the round again.`,
    },
    now: (status: string) => `Now: ${status}.`,
    nowVersion: (status: string, version: string) => `Now: ${status}; version ${version}.`,
    due: (date: string) => `Due ${date}.`,
    answerBy: (date: string) => `Answer due ${date}.`,
    goOn: "I have seen this",
    goOnText: "Decide again: your act will be made on this state.",
    noMore: "Your act does not fit this state any more.",
    look: "Close this, read the answers that are marked as new, then decide.",
  },
  {
    title: "El informe cambió desde que usted lo vio",
    text: "No se hizo nada. Lo que usted escribió sigue aquí.",
    since: "Desde entonces:",
    why: (reason) => `«${reason}»`,
    who: { secretariat: (name) => `${name} (Secretaría Técnica)` },
    act: {
      started: (who) => `${who} empezó a llenarlo.`,
      submitted: (who, now) => `${who} envió la versión ${now.version}.`,
      withdrawn: (who) => `${who} lo retiró para cambiarlo.`,
      returned: (who, now) => `${who} lo devolvió para aclaración, con respuesta a más tardar el ${now.returnDueOn}.`,
      accepted: (who, now) => `${who} aceptó la versión ${now.version}.`,
      published: (who, now) => `${who} publicó la versión ${now.version}.`,
      exempted: (who) => `${who} eximió al país de esta ronda.`,
      extended: (who, now, before) => `${who} cambió la fecha límite del ${before.dueOn} al ${now.dueOn}.`,
      extension_corrected: (who, now, before) =>
        `${who} corrigió la fecha de la prórroga del ${before.dueOn} al ${now.dueOn}.`,
      extension_taken_back: (who, now, before) =>
        `${who} dejó sin efecto la prórroga al ${before.dueOn}; la fecha límite es el ${now.dueOn}.`,
      return_date_corrected: (who, now, before) =>
        `${who} cambió la fecha de respuesta del ${before.returnDueOn} al ${now.returnDueOn}.`,
      answer_reopened: (who) => `${who} reabrió una respuesta por la que no se preguntaba.`,
      exemption_taken_back: (who) => `${who} dejó sin efecto la exención; el informe se espera de nuevo.`,
      round_corrected: (who, now, before) =>
        `${who} corrigió las fechas de la ronda: fecha límite ${now.dueOn} en lugar de ${before.dueOn}.`,
      round_cancelled: (who) => `${who} canceló la ronda.`,
    },
    decisions: {
      title: "Qué decidió la Secretaría Técnica y por qué",
      who: "La Secretaría Técnica",
      dates: (who, now, before) =>
        `${who} corrigió las fechas de la ronda: apertura el ${now.opensOn}, fecha límite el ${now.dueOn} (antes: ${before.opensOn} y ${before.dueOn}).`,
      closed: (who) =>
        `${who} cerró la ronda antes del día en que se cierra por sí sola. Lo que no se recibió aún puede enviarse; una prórroga sigue vigente.`,
      reopened: (who) => `${who} abrió la ronda de nuevo.`,
    },
    now: (status) => `Ahora: ${status}.`,
    nowVersion: (status, version) => `Ahora: ${status}; versión ${version}.`,
    due: (date) => `Fecha límite: ${date}.`,
    answerBy: (date) => `Respuesta a más tardar el ${date}.`,
    goOn: "Ya lo vi",
    goOnText: "Decida de nuevo: la acción se hará sobre este estado.",
    noMore: "Su acción ya no corresponde a este estado.",
    look: "Cierre esto, lea las respuestas marcadas como nuevas y decida después.",
  },
);
