import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import type { RoundName } from "#lib/round-words.ts";

export const reviewTexts = defineTexts(
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
    receipt: {
      publication: (from: string) => `The report is accepted and may become public from ${from} on.`,
      agreed: (name: string) =>
        `The report is accepted. ${name} agreed to its publication, which may follow at any time.`,
      preview: "See what will be public",
      title: (country: string, round: RoundName) => `Receipt: ${country}, ${round}`,
      lead: (version: string) => `The report was received as version ${version}.`,
      inWork: {
        draft: "The country took this version back; the report is being worked on again.",
        returned: "This version was returned with questions; the report is being worked on again.",
      },
      newer: (version: string) =>
        `Version ${version} came after this one. State and next steps are those of the report.`,
      number: "Receipt number",
      version: "Version",
      receivedCapital: (city: string) => `Received, time in ${city}`,
      receivedHere: "Received, your time",
      by: "Submitted by",
      timeliness: "Against the due date",
      content: "Content",
      contentWords: (reported: string, noValue: string, missing: string) =>
        `${reported} with a value, ${noValue} without a value but with a reason, ${missing} without an answer`,
      hash: "Fingerprint of the content (SHA-256)",
      hashHelp: "Whoever holds the same content gets the same fingerprint.",
      status: "State now",
      next: "What happens next",
      nextSteps: [
        "The Technical Secretariat reviews the report.",
        "If something is unclear, it returns the report with questions and a new date; both then stand in the report.",
        "Once accepted, your country sees what will be public. It may be published once five working days have passed, or earlier if your country agrees. Small counts of persons are hidden.",
      ],
      print: "Print",
      report: "Read the report",
      versions: "All versions",
      kind: {
        on_time: "On time",
        received_late: (days: string) => `Received ${days} after the date`,
        not_due: "Before the date",
        due_today: "On the date",
        overdue: "After the date",
        exempt: "Exempt",
        voluntary: "Voluntary report",
      },
    },
    withdraw: {
      button: "Take the report back",
      title: "Take the report back?",
      text: "You can then change answers and submit again. Version and receipt stay in the record, and the report still counts as received on its first date.",
      reason: "Why (shared with the Secretariat)",
      confirm: "Take it back",
      cancel: "Leave it as it is",
      failed: "It could not be taken back. The Secretariat may have accepted or returned it meanwhile.",
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
    receipt: {
      publication: (from) => `El informe está aceptado y puede publicarse a partir del ${from}.`,
      agreed: (name) =>
        `El informe está aceptado. ${name} dio su conformidad a la publicación, que puede seguir en cualquier momento.`,
      preview: "Ver lo que se publicará",
      title: (country, round) => `Constancia: ${country}, ${round}`,
      lead: (version) => `El informe se recibió como versión ${version}.`,
      inWork: {
        draft: "El país retiró esta versión; se está trabajando de nuevo en el informe.",
        returned: "Esta versión se devolvió con preguntas; se está trabajando de nuevo en el informe.",
      },
      newer: (version) =>
        `Después de esta llegó la versión ${version}. El estado y los pasos siguientes son los del informe.`,
      number: "Número de constancia",
      version: "Versión",
      receivedCapital: (city) => `Recibido, hora de ${city}`,
      receivedHere: "Recibido, su hora",
      by: "Enviado por",
      timeliness: "Respecto de la fecha límite",
      content: "Contenido",
      contentWords: (reported, noValue, missing) =>
        `${reported} con valor, ${noValue} sin valor pero con motivo, ${missing} sin respuesta`,
      hash: "Huella del contenido (SHA-256)",
      hashHelp: "Quien tenga el mismo contenido obtiene la misma huella.",
      status: "Estado actual",
      next: "Qué sigue",
      nextSteps: [
        "La Secretaría Técnica revisa el informe.",
        "Si algo no está claro, lo devuelve con preguntas y una nueva fecha; ambas constarán en el informe.",
        "Una vez aceptado, su país ve lo que se publicará. Podrá publicarse transcurridos cinco días hábiles, o antes si su país da su conformidad. Los conteos pequeños de personas se ocultan.",
      ],
      print: "Imprimir",
      report: "Leer el informe",
      versions: "Todas las versiones",
      kind: {
        on_time: "A tiempo",
        received_late: (days) => `Recibido ${days} después de la fecha`,
        not_due: "Antes de la fecha",
        due_today: "En la fecha",
        overdue: "Después de la fecha",
        exempt: "Exento",
        voluntary: "Informe voluntario",
      },
    },
    withdraw: {
      button: "Retirar el informe",
      title: "¿Retirar el informe?",
      text: "Podrá cambiar respuestas y enviarlo de nuevo. La versión y su constancia quedan en el registro, y el informe sigue contando como recibido en su primera fecha.",
      reason: "Motivo (se comparte con la Secretaría)",
      confirm: "Retirarlo",
      cancel: "Dejarlo como está",
      failed: "No fue posible retirarlo. Es posible que la Secretaría lo haya aceptado o devuelto mientras tanto.",
    },
  },
);
