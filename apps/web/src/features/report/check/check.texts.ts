import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import type { RoundName } from "#lib/round-words.ts";

export const checkTexts = defineTexts(
  {
    title: (country: string, round: RoundName) => `Check and submit: ${country}, ${round}`,
    form: "Report",
    back: "Back to the report",
    notes: "Notes on the whole report",
    lead: {
      notOpen: (day: string) =>
        `The round opens on ${day}. Answers can be saved before; the report can be submitted from that day on.`,
      ready: "Nothing stands in the way. Please look it over, tick the declaration and submit.",
      blocked: (n: number) =>
        pluralEn(n, {
          one: "# point must be settled before the report can be submitted.",
          other: "# points must be settled before the report can be submitted.",
        }),
      questions: (n: number) =>
        pluralEn(n, {
          one: "# question of the Secretariat is still open.",
          other: "# questions of the Secretariat are still open.",
        }),
      unsaved: "Some answers are not saved yet.",
      sent: "This report was sent.",
      notYours: "Only the focal point or the alternate can submit it.",
    },
    passed: "The date has passed; the report can still be sent.",
    dueIn: (date: string, days: string) => `Due ${date} (${days}).`,
    unsaved: {
      title: (n: number) => pluralEn(n, { one: "# answer is not saved yet", other: "# answers are not saved yet" }),
      text: "What is sent is what the server holds. Open these answers first.",
    },
    answersChanged: {
      title: (n: number) =>
        pluralEn(n, { one: "# answer was changed in the meantime", other: "# answers were changed in the meantime" }),
      notSent: "Nothing was sent: what you declare is what you have seen.",
      text: "A colleague, or you in another tab, saved something else since this page showed it to you.",
      now: "Now:",
      next: "Please look at them as they are now; then tick the declaration and submit.",
    },
    questions: {
      heading: "Questions of the Secretariat",
      whole: "The whole report",
      open: "Still open: change the answer, or write a note that is shared with the Secretariat.",
      answered: "You have come back to it.",
    },
    problems: {
      heading: "To settle before submitting",
      none: "Nothing: no errors, and every warning that needs a comment has one.",
      faults: {
        "round-not-open": (day: string) =>
          `The round opens on ${day} in your capital; the report can be submitted from then on.`,
        "nothing-answered": () =>
          "No indicator is answered yet. Please give at least one a value, or the reason why it has none.",
      },
      comment: "Needs a comment.",
      warnings: (n: number) =>
        pluralEn(n, { one: "# more warning that does not keep you", other: "# more warnings that do not keep you" }),
    },
    sections: {
      heading: "What will be sent",
      section: "Section",
      answered: "With a value",
      noValue: "No value, with reason",
      missing: "No answer",
      total: "All sections",
      reasons: "Without a value",
      missingList: "Without an answer",
      partial: "A report with gaps can be submitted. What has no answer counts as not reported.",
    },
    changes: {
      heading: (round: RoundName) => `Changes against the ${round}`,
      none: (round: RoundName) => `No answer differs from the ${round}. You submit the whole report as unchanged.`,
      noPrevious: "There is no accepted earlier report to compare with.",
      indicator: "Indicator",
      before: "Before",
      now: "Now",
      unchanged: (n: number) => pluralEn(n, { one: "# answer is unchanged.", other: "# answers are unchanged." }),
      gone: (n: number) =>
        pluralEn(n, {
          one: "# indicator was answered then and is not now",
          other: "# indicators were answered then and are not now",
        }),
    },
    submit: {
      heading: "Declaration",
      declaration: (country: string, round: RoundName) =>
        `I declare, for ${country}, that these answers (${round}) are the State's own, that they are as complete as they can be today, and that no single person can be recognised in them.`,
      tickFirst: "Please tick the declaration first.",
      button: "Submit the report",
      after:
        "A numbered version is frozen and you receive a receipt. You can take it back until the Secretariat accepts it.",
      sending: "Sending…",
      checking: "The connection was lost. Asking the server whether the report arrived…",
      offline: "Not sent: there is no connection. Nothing is sent later by itself; press again when you are online.",
      notSent: "Not sent. The server has no new version of this report. Your answers are safe; please try again.",
      unknown:
        "We do not know yet whether the report arrived, because the portal cannot be reached. Pressing again is safe: it can only be sent once.",
      arrived: "Sent. The receipt is coming.",
      errors: "The server still finds points to settle. They are listed above.",
      notOpen: "Not sent: the round has not opened in your capital yet.",
      nothing: "Not sent: no indicator is answered yet.",
      questions: "Not sent: a question of the Secretariat is still open. It is listed above.",
      answersUnread:
        "Not sent: answers were changed since this page showed them to you, and they could not be read again. Please reload the page and look at it anew.",
      state: "The report can no longer be submitted in its present state. Please reload the page.",
      failed: "The server could not take it. Nothing was sent. Please try again.",
      signedOut: "Your session has ended. Please sign in again; nothing is lost.",
    },
  },
  {
    title: (country, round) => `Revisar y enviar: ${country}, ${round}`,
    form: "Informe",
    back: "Volver al informe",
    notes: "Notas sobre todo el informe",
    lead: {
      notOpen: (day) =>
        `La ronda se abre el ${day}. Antes pueden guardarse respuestas; el informe podrá enviarse a partir de ese día.`,
      ready: "Nada lo impide. Le rogamos repasarlo, marcar la declaración y enviarlo.",
      blocked: (n) =>
        pluralEs(n, {
          one: "Hay # punto por resolver antes de poder enviar el informe.",
          other: "Hay # puntos por resolver antes de poder enviar el informe.",
        }),
      questions: (n) =>
        pluralEs(n, {
          one: "Queda # pregunta de la Secretaría por responder.",
          other: "Quedan # preguntas de la Secretaría por responder.",
        }),
      unsaved: "Algunas respuestas aún no están guardadas.",
      sent: "Este informe ya se envió.",
      notYours: "Solo el punto focal o su suplente pueden enviarlo.",
    },
    passed: "La fecha ya pasó; el informe todavía puede enviarse.",
    dueIn: (date, days) => `Fecha límite: ${date} (${days}).`,
    unsaved: {
      title: (n) =>
        pluralEs(n, { one: "# respuesta aún no está guardada", other: "# respuestas aún no están guardadas" }),
      text: "Se envía lo que tiene el servidor. Abra primero estas respuestas.",
    },
    answersChanged: {
      title: (n) => pluralEs(n, { one: "Entretanto cambió # respuesta", other: "Entretanto cambiaron # respuestas" }),
      notSent: "No se envió nada: usted declara lo que ha visto.",
      text: "Otra persona de su país, o usted en otra pestaña, guardó algo distinto después de que esta página se lo mostró.",
      now: "Ahora:",
      next: "Le rogamos ver cómo están ahora; después marque la declaración y envíe el informe.",
    },
    questions: {
      heading: "Preguntas de la Secretaría",
      whole: "Todo el informe",
      open: "Por responder: cambie la respuesta o escriba una nota compartida con la Secretaría.",
      answered: "Usted ya volvió sobre ella.",
    },
    problems: {
      heading: "Por resolver antes de enviar",
      none: "Nada: no hay errores y toda advertencia que necesita comentario lo tiene.",
      faults: {
        "round-not-open": (day) =>
          `La ronda se abre el ${day} en su capital; a partir de entonces podrá enviar el informe.`,
        "nothing-answered": () =>
          "Aún no se ha respondido ningún indicador. Le rogamos dar al menos a uno un valor, o el motivo por el que no lo tiene.",
      },
      comment: "Necesita un comentario.",
      warnings: (n) =>
        pluralEs(n, {
          one: "# advertencia más que no impide enviar",
          other: "# advertencias más que no impiden enviar",
        }),
    },
    sections: {
      heading: "Qué se enviará",
      section: "Sección",
      answered: "Con valor",
      noValue: "Sin valor, con motivo",
      missing: "Sin respuesta",
      total: "Todas las secciones",
      reasons: "Sin valor",
      missingList: "Sin respuesta",
      partial: "Puede enviarse un informe con vacíos. Lo que no tiene respuesta cuenta como no informado.",
    },
    changes: {
      heading: (round) => `Cambios respecto de la ${round}`,
      none: (round) => `Ninguna respuesta difiere de la ${round}. Usted envía todo el informe sin cambios.`,
      noPrevious: "No hay un informe anterior aceptado con el cual comparar.",
      indicator: "Indicador",
      before: "Antes",
      now: "Ahora",
      unchanged: (n) => pluralEs(n, { one: "# respuesta no cambia.", other: "# respuestas no cambian." }),
      gone: (n) =>
        pluralEs(n, {
          one: "# indicador se respondió entonces y ahora no",
          other: "# indicadores se respondieron entonces y ahora no",
        }),
    },
    submit: {
      heading: "Declaración",
      declaration: (country, round) =>
        `Declaro, por ${country}, que estas respuestas (${round}) son del propio Estado, que están tan completas como hoy es posible y que en ellas no puede reconocerse a ninguna persona.`,
      tickFirst: "Le rogamos marcar primero la declaración.",
      button: "Enviar el informe",
      after:
        "Se fija una versión numerada y usted recibe una constancia. Puede retirarlo mientras la Secretaría no lo acepte.",
      sending: "Enviando…",
      checking: "Se perdió la conexión. Preguntando al servidor si el informe llegó…",
      offline:
        "No enviado: no hay conexión. Nada se enviará después por sí solo; pulse otra vez cuando tenga conexión.",
      notSent:
        "No enviado. El servidor no tiene una versión nueva de este informe. Sus respuestas están a salvo; inténtelo de nuevo.",
      unknown:
        "Aún no sabemos si el informe llegó, porque no es posible comunicarse con el portal. Puede pulsar otra vez sin riesgo: solo se envía una vez.",
      arrived: "Enviado. La constancia está en camino.",
      errors: "El servidor todavía encuentra puntos por resolver. Están en la lista de arriba.",
      notOpen: "No se envió: la ronda aún no se ha abierto en su capital.",
      nothing: "No se envió: aún no se ha respondido ningún indicador.",
      questions: "No se envió: queda una pregunta de la Secretaría por responder. Está en la lista de arriba.",
      answersUnread:
        "No se envió: hubo respuestas que cambiaron después de que esta página se las mostró, y no fue posible leerlas de nuevo. Le rogamos recargar la página y revisarla otra vez.",
      state: "En su estado actual el informe ya no puede enviarse. Le rogamos recargar la página.",
      failed: "El servidor no pudo recibirlo. No se envió nada. Inténtelo de nuevo.",
      signedOut: "Su sesión terminó. Inicie sesión de nuevo; no se pierde nada.",
    },
  },
);
