import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

export const unsavedWorkTexts = defineTexts(
  {
    home: {
      title: "In this browser is work that is not saved yet",
      text: "Open it, and it is saved or can be sent. It is shown to nobody else.",
    },
    list: {
      answers: (n: number) => pluralEn(n, { one: "# answer", other: "# answers" }),
      notes: (n: number) => pluralEn(n, { one: "# note", other: "# notes" }),
      whole: "the whole report",
      nothing: "why there is nothing to report",
      desk: "questions on a report",
      withdraw: "the reason for taking a report back",
      sendBack: "the reason for not signing a report",
      rowAct: "a decision on a country",
      invite: "an invitation",
      resend: "own words for a reminder",
      round: "the plan of a round",
      roundAct: "a correction or cancellation of a round",
      section: "a request to another ministry",
      giveBack: "a note for a contributor",
      other: "a text of an earlier release",
      aside: (n: number) => pluralEn(n, { one: "# entry that cannot be read", other: "# entries that cannot be read" }),
    },
    signOut: {
      button: "Sign out",
      failed: "You are still signed in: there is no connection. Please try again.",
      title: "Not everything is saved",
      text: "The portal does not have this yet:",
      saved: "Everything is saved now.",
      stay: "Stay and save first",
      keep: "Sign out and keep it in this browser",
      keepHelp: "Whoever uses this browser later does not see it; it is there when you sign in here again.",
      held: "This browser keeps nothing for the portal, so it would be lost by signing out.",
      discard: "Sign out and discard it",
    },
    trouble: {
      closed: {
        title: "This browser keeps nothing for the portal",
        text: "It may be a private window, or a setting. What you type is only in this page until it is saved: leave it open until then.",
      },
      full: {
        title: "The storage of this browser is full",
        text: "What you type is only in this page until it is saved: leave it open until then.",
      },
    },
    aside: {
      title: (n: number) =>
        pluralEn(n, {
          one: "# entry kept in this browser could not be used",
          other: "# entries kept in this browser could not be used",
        }),
      text: "An older version of the portal kept it, or it has no place any more. Nothing of it was saved or sent. Copy from here what you need, then delete it.",
      show: "Show the texts",
      entry: (name: string) => `Kept text, ${name}`,
      copy: "Copy",
      copied: "Copied.",
      notCopied: "This browser does not allow copying by a key: select the text and copy it.",
      remove: "Delete",
    },
  },
  {
    home: {
      title: "En este navegador hay trabajo que aún no se guardó",
      text: "Ábralo y se guardará o podrá enviarse. No se muestra a nadie más.",
    },
    list: {
      answers: (n) => pluralEs(n, { one: "# respuesta", other: "# respuestas" }),
      notes: (n) => pluralEs(n, { one: "# nota", other: "# notas" }),
      whole: "todo el informe",
      nothing: "por qué no hay nada que informar",
      desk: "preguntas sobre un informe",
      withdraw: "el motivo para retirar un informe",
      sendBack: "el motivo para no firmar un informe",
      rowAct: "una decisión sobre un país",
      invite: "una invitación",
      resend: "palabras propias para un recordatorio",
      round: "el plan de una ronda",
      roundAct: "una corrección o cancelación de una ronda",
      section: "una solicitud a otro ministerio",
      giveBack: "una nota para quien contribuye",
      other: "un texto de una versión anterior",
      aside: (n) => pluralEs(n, { one: "# texto que no puede leerse", other: "# textos que no pueden leerse" }),
    },
    signOut: {
      button: "Cerrar sesión",
      failed: "Su sesión sigue abierta: no hay conexión. Inténtelo de nuevo.",
      title: "No todo está guardado",
      text: "El portal aún no tiene esto:",
      saved: "Ahora todo está guardado.",
      stay: "Quedarse y guardar primero",
      keep: "Cerrar sesión y conservarlo en este navegador",
      keepHelp: "Quien use después este navegador no lo verá; estará aquí cuando usted vuelva a iniciar sesión.",
      held: "Este navegador no conserva nada para el portal; al cerrar sesión se perdería.",
      discard: "Cerrar sesión y descartarlo",
    },
    trouble: {
      closed: {
        title: "Este navegador no conserva nada para el portal",
        text: "Puede ser una ventana privada o un ajuste. Lo que escriba está solo en esta página hasta que se guarde: no la cierre antes.",
      },
      full: {
        title: "El almacenamiento de este navegador está lleno",
        text: "Lo que escriba está solo en esta página hasta que se guarde: no la cierre antes.",
      },
    },
    aside: {
      title: (n) =>
        pluralEs(n, {
          one: "# texto conservado en este navegador no pudo usarse",
          other: "# textos conservados en este navegador no pudieron usarse",
        }),
      text: "Lo conservó una versión anterior del portal, o ya no tiene lugar. Nada de ello se guardó ni se envió. Copie de aquí lo que necesite y después elimínelo.",
      show: "Mostrar los textos",
      entry: (name) => `Texto conservado, ${name}`,
      copy: "Copiar",
      copied: "Copiado.",
      notCopied: "Este navegador no permite copiar con una tecla: seleccione el texto y cópielo.",
      remove: "Eliminar",
    },
  },
);
