import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import type { RoundName } from "#lib/round-words.ts";

export const checkTexts = defineTexts(
  {
    title: (country: string, round: RoundName) => `Check and submit: ${country}, ${round}`,
    form: "Report",
    back: "Back to the report",

    toDeclaration: "To the declaration",
    toSignature: "To the signature",
    paper: "All answers on paper",
    blank: "Blank form on paper",
    contents: "Contents",
    openOf: (open: string, all: string) => `${open} of ${all} open`,
    wholeReport: "Notes on the whole report",
    proposals: {
      title: (n: number) =>
        pluralEn(n, {
          one: "# proposal of another institution waits for your decision",
          other: "# proposals of other institutions wait for your decision",
        }),
      text: "What is not taken is no part of the report that you send.",
      link: "Look at the proposals",
    },
    lead: {
      answered: (n: number, of: number) =>
        n === of
          ? pluralEn(of, { one: "The only indicator has an answer.", other: "All # indicators have an answer." })
          : n === 0
            ? "No indicator has an answer yet."
            : `${n} of ${of} indicators ${n === 1 ? "has" : "have"} an answer.`,
      notOpen: (day: string) =>
        `The round opens on ${day}. Answers can be saved before; the report can be submitted from that day on.`,
      ready: "Nothing stands in the way. Please look it over, tick the declaration and submit.",
      toCorrect: (n: number) =>
        pluralEn(n, {
          one: "# point must be corrected before the report is sent.",
          other: "# points must be corrected before the report is sent.",
        }),
      toExplain: (n: number) =>
        pluralEn(n, { one: "# figure still needs a note.", other: "# figures still need a note." }),
      toAnswer: (n: number) =>
        pluralEn(n, {
          one: "# question of the Secretariat is still open.",
          other: "# questions of the Secretariat are still open.",
        }),
      unsaved: (n: number) => pluralEn(n, { one: "# answer is not saved yet.", other: "# answers are not saved yet." }),
      sent: "This report was sent.",
      notYours: "Only the focal point or the alternate can submit it.",
      nothingYet: "At least one answer is needed to submit it.",
      unsigned: "Nothing stands in the way but the signature of a second person of the country.",
      maySign: "Nothing stands in the way: it can be signed as it is shown here.",
    },
    passed: "The date has passed; the report can still be sent.",
    dueIn: (date: string, days: string) => `Due ${date} (${days}).`,
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
      note: (all: number, open: number) =>
        all === 0
          ? "none"
          : open === 0
            ? pluralEn(all, { one: "#, which you have come back to", other: "#; you have come back to all" })
            : `${open === all ? "" : `${all}, `}${open} without an answer: you are asked about ${open === 1 ? "it" : "them"} before the report is sent`,
      whole: "The whole report",
      open: "Without an answer: change the answer, or reply to the Secretariat.",
      answered: "You have come back to it.",
      opened: "Opened by your country",
      openedBy: (who: string, at: string) => `${who}, ${at}. The Secretariat reads the reason:`,
    },
    leaving: {
      title: (n: number) =>
        pluralEn(n, { one: "# question has no answer yet", other: "# questions have no answer yet" }),
      text: "The Secretariat asked, and since then neither the answer was changed nor a reply written. You can go back and answer, or send the report all the same: the record then says which questions were left without an answer.",
      whole: "The whole report",
      answer: "Go back and answer",
      send: "Send it all the same",
      sign: "Sign it all the same",
      ask: "Ask for the signature all the same",
    },
    blocking: {
      heading: "Keeps it from being sent",
      note: (n: number) =>
        pluralEn(n, { zero: "nothing", one: "#: the link opens the answer", other: "#: each link opens the answer" }),
      unsaved: "What is sent is what the server holds; this answer is not saved yet.",
    },
    faults: {
      "round-not-open": (day: string) =>
        `The round opens on ${day} in your capital; the report can be submitted from then on.`,
      "nothing-answered": () =>
        "No indicator is answered yet. Please give at least one a value, or the reason why it has none.",
    },
    notes: {
      heading: "Needs a note",
      note: (missing: number, written: number) => {
        if (missing > 0)
          return `${written > 0 ? `${missing + written}, of which ` : ""}${pluralEn(missing, {
            one: "# is missing: it goes with the figure to the Secretariat",
            other: "# are missing: they go with the figures to the Secretariat",
          })}`;
        return pluralEn(written, { zero: "no figure", one: "#, which has its note", other: "#; all have their note" });
      },
      label: (code: string) => `Note on ${code}`,
      none: "No note.",
      remarks: (n: number) =>
        pluralEn(n, { one: "# warning that needs no note", other: "# warnings that need no note" }),
    },
    parts: {
      indicator: "Indicator",
      difference: "Difference",
      changed: {
        heading: (round: string) => `Changed since the ${round}`,
        first: "Answered",
        caption: "Answers with another value",
        note: (n: number) => pluralEn(n, { zero: "nothing", one: "#", other: "#" }),
        noPrevious: (n: number) =>
          pluralEn(n, {
            zero: "nothing; there is no accepted earlier report to compare with",
            one: "#; there is no accepted earlier report to compare with",
            other: "#; there is no accepted earlier report to compare with",
          }),
      },
      confirmed: {
        heading: "Confirmed unchanged",
        note: (n: number, round: string) =>
          pluralEn(n, { zero: "none", one: `#, as in the ${round}`, other: `#, as in the ${round}` }),
        since: (round: string) => `since the ${round}`,
      },
      noNumber: {
        heading: "Without a figure, and why",
        note: (n: number) => pluralEn(n, { zero: "none", one: "#", other: "#" }),
      },
      missing: {
        heading: "Without an answer",
        note: (n: number) =>
          pluralEn(n, {
            zero: "none",
            one: "#: it does not keep the report from being sent and counts as not reported",
            other: "#: they do not keep the report from being sent and count as not reported",
          }),
        before: (round: string) => `In the ${round}:`,
      },
      again: {
        heading: (round: string) => `Answered anew, as in the ${round}`,
        first: "Answered anew with the same value",
        note: (n: number) =>
          pluralEn(n, { zero: "none", one: "#: asked afresh each round", other: "#: asked afresh each round" }),
      },
    },
    waiting: {
      first: (n: number) =>
        pluralEn(n, { one: "First # point must be settled:", other: "First # points must be settled:" }),
      questions: (n: number) =>
        pluralEn(n, {
          one: "# question has no answer; you are asked about it first.",
          other: "# questions have no answer; you are asked about them first.",
        }),
      blocking: (n: number) => pluralEn(n, { one: "# correction", other: "# corrections" }),
      notes: (n: number) => pluralEn(n, { one: "# note", other: "# notes" }),
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
      outcome: {
        checking: "The connection was lost. Asking the server whether the report arrived…",
        offline: "Not sent: there is no connection. Nothing is sent later by itself; press again when you are online.",
        notSent: "Not sent. The server has no new version of this report. Your answers are safe; please try again.",
        unknown:
          "We do not know yet whether the report arrived, because the portal cannot be reached. Pressing again is safe: it can only be sent once.",
        arrived: "Sent. The receipt is coming.",
        errors: "The server still finds points to settle. They are listed above.",
        notOpen: "Not sent: the round has not opened in your capital yet.",
        nothing: "Not sent: no indicator is answered yet.",
        questions:
          "Not sent: a question of the Secretariat has no answer. Press again and decide whether to send it all the same.",
        answersUnread:
          "Not sent: answers were changed since this page showed them to you, and they could not be read again. Please reload the page and look at it anew.",
        state: "The report can no longer be submitted in its present state. Please reload the page.",
        failed: "The server could not take it. Nothing was sent. Please try again.",
        signedOut: "Your session has ended. Please sign in again; nothing is lost.",
        signature:
          "Not sent: in this round a second person of the country signs first, and the signature is missing or no longer counts.",
        author: "The server could not take it. Nothing was sent. Please try again.",
      },
    },
    signing: {
      heading: "Signature",
      declaration: (country: string, round: RoundName) =>
        `I sign, for ${country}, these answers (${round}) as they are shown here. None of them was last written by me.`,
      sign: "Sign",
      ask: "Ask for the signature",
      askAgain: "Ask again",
      askAfter: (names: string) => `${names} will be written to, and can sign on this page, also on a telephone.`,
      unasked: "In this round a second person of the country signs before the report is sent.",
      asked: (names: string, by: string, at: string) =>
        `It is the turn of ${names}: ${by} asked for the signature on ${at}.`,
      notAskedYet: "Nobody has asked for your signature yet; you may sign all the same.",
      youAreAsked: (by: string, at: string) => `${by} asked for your signature on ${at}.`,
      sentBack: (by: string, at: string) => `${by} sent it back on ${at}, without a signature.`,
      signed: (by: string, at: string) => `Signed by ${by} on ${at}.`,
      signedBy: (by: string) => `Signed by ${by}.`,
      signedAfter:
        "The focal point or the alternate submits it. If an answer changes before that, the signature no longer counts.",
      fallen: (by: string, at: string) =>
        `${by} signed it on ${at}; the signature no longer counts, because answers changed since.`,
      changedSince: (codes: string) => `Changed since: ${codes}.`,
      nobody:
        "In this round a second person of the country signs before the report is sent, and nobody of your country has the account of an approver. The Secretariat can invite one.",
      outcome: {
        checking: "The connection was lost. Asking the server whether it arrived…",
        offline:
          "Nothing was done: there is no connection. Nothing is sent later by itself; press again when you are online.",
        notSent: "Nothing was done: it did not reach the server. Please try again.",
        unknown:
          "We do not know yet whether it arrived, because the portal cannot be reached. Pressing again is safe: it can only be done once.",
        errors: "The server still finds points to settle. They are listed above.",
        notOpen: "Nothing was done: the round has not opened in your capital yet.",
        nothing: "Nothing was done: no indicator is answered yet.",
        questions: "Nothing was done: a question of the Secretariat has no answer. Press again and decide.",
        signature: "The signature is missing.",
        author: "You last wrote one of these answers yourself: another person has to sign.",
        answersUnread:
          "Nothing was done: answers were changed since this page showed them to you, and they could not be read again. Please reload the page and look at it anew.",
        state: "This is no longer possible in the present state of the report. The page now shows it.",
        failed: "The server could not take it. Nothing was done. Please try again.",
        signedOut: "Your session has ended. Please sign in again; nothing is lost.",
      },
    },
    sendBack: {
      button: "Send back…",
      title: "Send the report back?",
      takeBack: "Take the signature back…",
      takeBackTitle: "Take the signature back?",
      text: "Those who prepare the report are written to and read your reason here. It stays in your country; the Secretariat does not see it.",
      reason: "Why",
      tooShort: "Please say in a sentence what has to change.",
      confirm: "Send back",
      cancel: "Leave it as it is",
      refused: {
        "not-available-now": "Nothing was done: the report no longer waits for your signature.",
        "transition-refused": "Nothing was done: the report was submitted in the meantime.",
      },
    },
  },
  {
    title: (country, round) => `Revisar y enviar: ${country}, ${round}`,
    form: "Informe",
    back: "Volver al informe",

    toDeclaration: "Ir a la declaración",
    toSignature: "Ir a la firma",
    paper: "Todas las respuestas en papel",
    blank: "Formulario en blanco en papel",
    contents: "Contenido",
    openOf: (open, all) => `${open} de ${all} por resolver`,
    wholeReport: "Notas sobre todo el informe",
    proposals: {
      title: (n) =>
        pluralEs(n, {
          one: "# propuesta de otra institución espera su decisión",
          other: "# propuestas de otras instituciones esperan su decisión",
        }),
      text: "Lo que no se incorpora no forma parte del informe que usted envía.",
      link: "Ver las propuestas",
    },
    lead: {
      answered: (n, of) =>
        n === of
          ? pluralEs(of, { one: "El único indicador tiene respuesta.", other: "Los # indicadores tienen respuesta." })
          : n === 0
            ? "Ningún indicador tiene respuesta todavía."
            : `${n} de ${of} indicadores ${n === 1 ? "tiene" : "tienen"} respuesta.`,
      notOpen: (day) =>
        `La ronda se abre el ${day}. Antes pueden guardarse respuestas; el informe podrá enviarse a partir de ese día.`,
      ready: "Nada lo impide. Le rogamos repasarlo, marcar la declaración y enviarlo.",
      toCorrect: (n) =>
        pluralEs(n, {
          one: "Hay # punto por corregir antes de enviar.",
          other: "Hay # puntos por corregir antes de enviar.",
        }),
      toExplain: (n) => pluralEs(n, { one: "A # cifra le falta una nota.", other: "A # cifras les falta una nota." }),
      toAnswer: (n) =>
        pluralEs(n, {
          one: "Queda # pregunta de la Secretaría por responder.",
          other: "Quedan # preguntas de la Secretaría por responder.",
        }),
      unsaved: (n) =>
        pluralEs(n, { one: "# respuesta aún no está guardada.", other: "# respuestas aún no están guardadas." }),
      sent: "Este informe ya se envió.",
      notYours: "Solo el punto focal o su suplente pueden enviarlo.",
      nothingYet: "Para enviarlo hace falta al menos una respuesta.",
      unsigned: "Solo falta la firma de una segunda persona del país.",
      maySign: "Nada lo impide: puede firmarse tal como se muestra aquí.",
    },
    passed: "La fecha ya pasó; el informe todavía puede enviarse.",
    dueIn: (date, days) => `Fecha límite: ${date} (${days}).`,
    answersChanged: {
      title: (n) => pluralEs(n, { one: "Entretanto cambió # respuesta", other: "Entretanto cambiaron # respuestas" }),
      notSent: "No se envió nada: usted declara lo que ha visto.",
      text: "Otra persona de su país, o usted en otra pestaña, guardó algo distinto después de que esta página se lo mostró.",
      now: "Ahora:",
      next: "Le rogamos ver cómo están ahora; después marque la declaración y envíe el informe.",
    },
    questions: {
      heading: "Preguntas de la Secretaría",
      note: (all, open) =>
        all === 0
          ? "ninguna"
          : open === 0
            ? pluralEs(all, { one: "#; usted ya volvió sobre ella", other: "#; usted ya volvió sobre todas" })
            : `${open === all ? "" : `${all}, `}${open} sin respuesta: se le preguntará por ${open === 1 ? "ella" : "ellas"} antes de enviar`,
      whole: "Todo el informe",
      open: "Sin respuesta: cambie la respuesta o responda a la Secretaría.",
      answered: "Usted ya volvió sobre ella.",
      opened: "Reabiertas por su país",
      openedBy: (who, at) => `${who}, ${at}. La Secretaría lee el motivo:`,
    },
    leaving: {
      title: (n) =>
        pluralEs(n, { one: "# pregunta aún no tiene respuesta", other: "# preguntas aún no tienen respuesta" }),
      text: "La Secretaría preguntó, y desde entonces ni cambió la respuesta ni se le respondió. Puede volver y responder, o enviar el informe de todos modos: el registro dirá qué preguntas quedaron sin respuesta.",
      whole: "Todo el informe",
      answer: "Volver y responder",
      send: "Enviar de todos modos",
      sign: "Firmar de todos modos",
      ask: "Pedir la firma de todos modos",
    },
    blocking: {
      heading: "Impide enviar",
      note: (n) =>
        pluralEs(n, { zero: "nada", one: "#: el enlace abre la respuesta", other: "#: cada enlace abre la respuesta" }),
      unsaved: "Se envía lo que tiene el servidor; esta respuesta aún no está guardada.",
    },
    faults: {
      "round-not-open": (day) =>
        `La ronda se abre el ${day} en su capital; a partir de entonces podrá enviar el informe.`,
      "nothing-answered": () =>
        "Aún no se ha respondido ningún indicador. Le rogamos dar al menos a uno un valor, o el motivo por el que no lo tiene.",
    },
    notes: {
      heading: "Pide una nota",
      note: (missing, written) => {
        if (missing > 0)
          return `${written > 0 ? `${missing + written}, de las que ` : ""}${pluralEs(missing, {
            one: "falta #: acompaña a la cifra ante la Secretaría",
            other: "faltan #: acompañan a las cifras ante la Secretaría",
          })}`;
        return pluralEs(written, {
          zero: "ninguna cifra",
          one: "#, que ya tiene su nota",
          other: "#; todas tienen ya su nota",
        });
      },
      label: (code) => `Nota sobre ${code}`,
      none: "Sin nota.",
      remarks: (n) => pluralEs(n, { one: "# advertencia que no pide nota", other: "# advertencias que no piden nota" }),
    },
    parts: {
      indicator: "Indicador",
      difference: "Diferencia",
      changed: {
        heading: (round) => `Cambió desde la ${round}`,
        first: "Respondido",
        caption: "Respuestas con otro valor",
        note: (n) => pluralEs(n, { zero: "nada", one: "#", other: "#" }),
        noPrevious: (n) =>
          pluralEs(n, {
            zero: "nada; no hay un informe anterior aceptado con el cual comparar",
            one: "#; no hay un informe anterior aceptado con el cual comparar",
            other: "#; no hay un informe anterior aceptado con el cual comparar",
          }),
      },
      confirmed: {
        heading: "Confirmado sin cambios",
        note: (n, round) =>
          pluralEs(n, { zero: "ninguno", one: `#, igual que en la ${round}`, other: `#, igual que en la ${round}` }),
        since: (round) => `desde la ${round}`,
      },
      noNumber: {
        heading: "Sin cifra y por qué",
        note: (n) => pluralEs(n, { zero: "ninguno", one: "#", other: "#" }),
      },
      missing: {
        heading: "Sin respuesta",
        note: (n) =>
          pluralEs(n, {
            zero: "ninguno",
            one: "#: no impide enviar y figurará como «no informado»",
            other: "#: no impiden enviar y figurarán como «no informado»",
          }),
        before: (round) => `En la ${round}:`,
      },
      again: {
        heading: (round) => `Respondido de nuevo, igual que en la ${round}`,
        first: "Respondido de nuevo con el mismo valor",
        note: (n) =>
          pluralEs(n, {
            zero: "ninguno",
            one: "#: se pregunta de nuevo en cada ronda",
            other: "#: se preguntan de nuevo en cada ronda",
          }),
      },
    },
    waiting: {
      first: (n) => pluralEs(n, { one: "Antes hay que resolver #:", other: "Antes hay que resolver #:" }),
      questions: (n) =>
        pluralEs(n, {
          one: "# pregunta no tiene respuesta; antes se le preguntará por ella.",
          other: "# preguntas no tienen respuesta; antes se le preguntará por ellas.",
        }),
      blocking: (n) => pluralEs(n, { one: "# que impide", other: "# que impiden" }),
      notes: (n) => pluralEs(n, { one: "# nota", other: "# notas" }),
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
      outcome: {
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
        questions:
          "No se envió: una pregunta de la Secretaría no tiene respuesta. Pulse de nuevo y decida si lo envía de todos modos.",
        answersUnread:
          "No se envió: hubo respuestas que cambiaron después de que esta página se las mostró, y no fue posible leerlas de nuevo. Le rogamos recargar la página y revisarla otra vez.",
        state: "En su estado actual el informe ya no puede enviarse. Le rogamos recargar la página.",
        failed: "El servidor no pudo recibirlo. No se envió nada. Inténtelo de nuevo.",
        signedOut: "Su sesión terminó. Inicie sesión de nuevo; no se pierde nada.",
        signature:
          "No se envió: en esta ronda firma antes una segunda persona del país, y la firma falta o ya no vale.",
        author: "El servidor no pudo recibirlo. No se envió nada. Inténtelo de nuevo.",
      },
    },
    signing: {
      heading: "Firma",
      declaration: (country, round) =>
        `Firmo, por ${country}, estas respuestas (${round}) tal como se muestran aquí. Ninguna la escribí yo por última vez.`,
      sign: "Firmar",
      ask: "Pedir la firma",
      askAgain: "Pedirla otra vez",
      askAfter: (names) => `Se escribirá a ${names}; la firma se da en esta misma página, también en el teléfono.`,
      unasked: "En esta ronda firma una segunda persona del país antes del envío.",
      asked: (names, by, at) => `Le toca a ${names}: ${by} pidió la firma el ${at}.`,
      notAskedYet: "Nadie le ha pedido todavía la firma; de todos modos puede firmar.",
      youAreAsked: (by, at) => `${by} le pidió la firma el ${at}.`,
      sentBack: (by, at) => `${by} lo devolvió sin firma el ${at}.`,
      signed: (by, at) => `Firmado por ${by} el ${at}.`,
      signedBy: (by) => `Firmado por ${by}.`,
      signedAfter: "Lo envía el punto focal o su suplente. Si antes cambia una respuesta, la firma deja de valer.",
      fallen: (by, at) => `${by} lo firmó el ${at}; la firma ya no vale, porque después cambiaron respuestas.`,
      changedSince: (codes) => `Cambió después: ${codes}.`,
      nobody:
        "En esta ronda firma una segunda persona del país antes del envío, y nadie de su país tiene cuenta de persona que aprueba. La Secretaría puede invitar a alguien.",
      outcome: {
        checking: "Se perdió la conexión. Preguntando al servidor si llegó…",
        offline:
          "No se hizo nada: no hay conexión. Nada se enviará después por sí solo; pulse otra vez cuando tenga conexión.",
        notSent: "No se hizo nada: no llegó al servidor. Inténtelo de nuevo.",
        unknown:
          "Aún no sabemos si llegó, porque no es posible comunicarse con el portal. Puede pulsar otra vez sin riesgo: solo se hace una vez.",
        errors: "El servidor todavía encuentra puntos por resolver. Están en la lista de arriba.",
        notOpen: "No se hizo nada: la ronda aún no se ha abierto en su capital.",
        nothing: "No se hizo nada: aún no se ha respondido ningún indicador.",
        questions: "No se hizo nada: una pregunta de la Secretaría no tiene respuesta. Pulse de nuevo y decida.",
        signature: "Falta la firma.",
        author: "Usted escribió por última vez una de estas respuestas: tiene que firmar otra persona.",
        answersUnread:
          "No se hizo nada: hubo respuestas que cambiaron después de que esta página se las mostró, y no fue posible leerlas de nuevo. Le rogamos recargar la página y revisarla otra vez.",
        state: "En el estado actual del informe ya no es posible. La página lo muestra ahora.",
        failed: "El servidor no pudo recibirlo. No se hizo nada. Inténtelo de nuevo.",
        signedOut: "Su sesión terminó. Inicie sesión de nuevo; no se pierde nada.",
      },
    },
    sendBack: {
      button: "Devolver…",
      title: "¿Devolver el informe?",
      takeBack: "Retirar la firma…",
      takeBackTitle: "¿Retirar la firma?",
      text: "Se escribe a quienes preparan el informe, que leen aquí su motivo. El motivo queda en su país; la Secretaría no lo ve.",
      reason: "Motivo",
      tooShort: "Le rogamos decir en una frase qué tiene que cambiar.",
      confirm: "Devolver",
      cancel: "Dejarlo como está",
      refused: {
        "not-available-now": "No se hizo nada: el informe ya no espera su firma.",
        "transition-refused": "No se hizo nada: el informe se envió entretanto.",
      },
    },
  },
);
