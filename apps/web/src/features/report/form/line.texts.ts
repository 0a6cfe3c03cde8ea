import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import type { RoundName } from "#lib/round-words.ts";

/** Words of an answer at rest, of its proposal and of the acts on many answers. */
export const lineTexts = defineTexts(
  {
    columns: { code: "Code", indicator: "Indicator", standing: "State" },
    noEarlier: "no earlier round",
    brief: {
      none: "no answer",
      part: "incomplete",
      of: (most: string) => `of ${most}`,
      outOf: (denominator: string, percent: string) =>
        percent === "" ? `of ${denominator}` : `of ${denominator} · ${percent}`,
      more: (n: string) => `${n} more`,
      fewer: (n: string) => `${n} fewer`,
      same: "as many",
      since: (round: RoundName) => `since the ${round}`,
    },
    standing: {
      conflict: "Two answers: please choose",
      offline: "On this device",
      signedOut: "Not saved: sign in",
      refused: "Not saved",
      fault: "A field is not saved",
      typing: "Not saved yet",
      saving: "Saving…",
      question: "Question of the Secretariat",
      error: "To correct",
      explain: "To be explained",
      warning: "Please look again",
      confirmed: (round: RoundName) => `Confirmed, same as in the ${round}`,
      unchanged: (round: RoundName) => `Confirmed, unchanged since the ${round}`,
      saved: (when: string) => `Saved ${when}`,
      part: "Incomplete",
      proposed: "Proposal ready",
      none: "No answer",
      closed: "As it was sent",
    },
    lapsed: (round: RoundName, date: string) =>
      `The date given in the ${round}, ${date}, has passed: did it lapse, or was it extended? Please answer anew.`,
    proposal: {
      level: (level: string, label: string) => `Level ${level}: ${label}.`,
      value: (words: string) => `${words}.`,
      missing: (state: string, reason: string) => `${state}: ${reason}.`,
      source: (title: string) => `Proposed source, the same: ${title}.`,
      sources: (title: string, n: number) =>
        pluralEn(n, {
          one: `Proposed sources, the same: ${title} and # more.`,
          other: `Proposed sources, the same: ${title} and # more.`,
        }),
      noSource: "Without a source: you will be asked for one.",
      same: (round: RoundName, words: string) => `Same as in the ${round}: ${words}`,
      sameGap: (round: RoundName) => `No value, for the same reason as in the ${round}`,
      levelName: (level: string) => `level ${level}`,
      change: "Change",
      write: "Give an answer",
      because: "No answer because…",
      otherReason: "Another reason…",
    },
    source: {
      heading: "Source",
      proposed: (titles: string) => `Source: ${titles} (proposed; taken with the answer)`,
      none: "No source yet",
      given: (title: string, n: number) =>
        n === 0
          ? `Source: ${title}`
          : pluralEn(n, { one: `Sources: ${title} and # more`, other: `Sources: ${title} and # more` }),
      decline: "Do not take it",
      declined: "The answer will be saved without the proposed source.",
      take: "Use the same source",
      offered: (titles: string) => `In the round before: ${titles}.`,
    },
    details: {
      name: "Details",
      more: "What counts, and how · Source · Comment",
      notes: (n: number) => pluralEn(n, { zero: "Notes", one: "# note", other: "# notes" }),
      comment: "with a comment",
      key: "Alt Enter",
    },
    earlier: {
      label: (unit: string) => `${unit}, by round`,
      now: "now",
      gap: { not_available: "not available", not_applicable: "not applicable", none: "no answer" },
    },
    confirm: {
      open: (n: number) =>
        pluralEn(n, { one: "Review and confirm # unchanged", other: "Review and confirm # unchanged" }),
      openAll: (n: number) =>
        pluralEn(n, { one: "Review # proposal of the report", other: "Review the # proposals of the report" }),
    },
    nothing: {
      question: "Was there nothing to report in this section?",
      open: "Say so here",
      openAll: "Nothing more to report",
    },
    undo: {
      done: (n: number) => pluralEn(n, { one: "# answer is as before", other: "# answers are as before" }),
      kept: (codes: string) => `Changed since, and left as they are: ${codes}.`,
    },
    foot: {
      next: (code: string, name: string) => `The next one without an answer is ${code}, ${name}.`,
      only: (code: string, name: string) => `Of those that you can answer, only ${code}, ${name}, has no answer yet.`,
      complete: "Nothing that you can answer is without an answer.",
    },
    empty: {
      missing: "No indicator that you see is without an answer.",
      findings: "The rules find nothing.",
      questioned: "The Secretariat asks nothing about single answers.",
      mine: "No answer was saved under your name yet.",
      all: "Show all",
    },
  },
  {
    columns: { code: "Código", indicator: "Indicador", standing: "Estado" },
    noEarlier: "sin ronda anterior",
    brief: {
      none: "sin respuesta",
      part: "incompleta",
      of: (most) => `de ${most}`,
      outOf: (denominator, percent) => (percent === "" ? `de ${denominator}` : `de ${denominator} · ${percent}`),
      more: (n) => `${n} más`,
      fewer: (n) => `${n} menos`,
      same: "igual número",
      since: (round) => `desde la ${round}`,
    },
    standing: {
      conflict: "Dos respuestas: elija una",
      offline: "En este dispositivo",
      signedOut: "No guardada: inicie sesión",
      refused: "No guardada",
      fault: "Un campo no se guardó",
      typing: "Aún no guardada",
      saving: "Guardando…",
      question: "Pregunta de la Secretaría",
      error: "Por corregir",
      explain: "Por explicar",
      warning: "Conviene revisar",
      confirmed: (round) => `Confirmada, igual que en la ${round}`,
      unchanged: (round) => `Confirmada, igual desde la ${round}`,
      saved: (when) => `Guardada el ${when}`,
      part: "Incompleta",
      proposed: "Propuesta lista",
      none: "Sin respuesta",
      closed: "Como se envió",
    },
    lapsed: (round, date) =>
      `La fecha indicada en la ${round}, ${date}, ya pasó: ¿venció o se prorrogó? Le rogamos responder de nuevo.`,
    proposal: {
      level: (level, label) => `Nivel ${level}: ${label}.`,
      value: (words) => `${words}.`,
      missing: (state, reason) => `${state}: ${reason}.`,
      source: (title) => `Fuente propuesta, la misma: ${title}.`,
      sources: (title, n) =>
        pluralEs(n, {
          one: `Fuentes propuestas, las mismas: ${title} y # más.`,
          other: `Fuentes propuestas, las mismas: ${title} y # más.`,
        }),
      noSource: "Sin fuente: se le pedirá una.",
      same: (round, words) => `Igual que en la ${round}: ${words}`,
      sameGap: (round) => `Sin valor, por el mismo motivo que en la ${round}`,
      levelName: (level) => `nivel ${level}`,
      change: "Cambiar",
      write: "Responder",
      because: "No hay respuesta porque…",
      otherReason: "Otro motivo…",
    },
    source: {
      heading: "Fuente",
      proposed: (titles) => `Fuente: ${titles} (propuesta; se toma con la respuesta)`,
      none: "Aún sin fuente",
      given: (title, n) =>
        n === 0
          ? `Fuente: ${title}`
          : pluralEs(n, { one: `Fuentes: ${title} y # más`, other: `Fuentes: ${title} y # más` }),
      decline: "No tomarla",
      declined: "La respuesta se guardará sin la fuente propuesta.",
      take: "Usar la misma fuente",
      offered: (titles) => `En la ronda anterior: ${titles}.`,
    },
    details: {
      name: "Detalles",
      more: "Qué cuenta y cómo · Fuente · Comentario",
      notes: (n) => pluralEs(n, { zero: "Notas", one: "# nota", other: "# notas" }),
      comment: "con comentario",
      key: "Alt Enter",
    },
    earlier: {
      label: (unit) => `${unit}, por ronda`,
      now: "ahora",
      gap: { not_available: "no disponible", not_applicable: "no aplica", none: "sin respuesta" },
    },
    confirm: {
      open: (n) =>
        pluralEs(n, { one: "Revisar y confirmar # sin cambios", other: "Revisar y confirmar # sin cambios" }),
      openAll: (n) =>
        pluralEs(n, { one: "Revisar # propuesta del informe", other: "Revisar las # propuestas del informe" }),
    },
    nothing: {
      question: "¿No hubo nada que informar en esta sección?",
      open: "Indíquelo aquí",
      openAll: "Nada más que informar",
    },
    undo: {
      done: (n) => pluralEs(n, { one: "# respuesta quedó como antes", other: "# respuestas quedaron como antes" }),
      kept: (codes) => `Cambiaron después y quedan como están: ${codes}.`,
    },
    foot: {
      next: (code, name) => `La siguiente sin respuesta es ${code}, ${name}.`,
      only: (code, name) => `De las que usted puede responder, solo ${code}, ${name}, sigue sin respuesta.`,
      complete: "No falta ninguna respuesta que usted pueda dar.",
    },
    empty: {
      missing: "Ningún indicador de los que usted ve está sin respuesta.",
      findings: "Las reglas no observan nada.",
      questioned: "La Secretaría no pregunta por respuestas concretas.",
      mine: "Aún no hay respuestas guardadas con su nombre.",
      all: "Mostrar todas",
    },
  },
);
