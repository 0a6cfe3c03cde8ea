import type { SectionView } from "@avances/contracts";
import type { Text } from "@avances/domain/catalogue";
import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

export const ministriesTexts = defineTexts(
  {
    title: (country: string, round: string) => `Other ministries: ${country}, ${round}`,
    form: "Report",
    back: "Back to the report",
    lead: (open: number, sections: number) =>
      `${open === 0 ? "No proposal waits." : pluralEn(open, { one: "# proposal waits for your decision.", other: "# proposals wait for your decision." })} ${
        sections === 0
          ? "Nobody has been asked by link."
          : pluralEn(sections, { one: "# person was asked by link.", other: "# people were asked by link." })
      }`,
    waiting: {
      heading: "Waiting for your decision",
      none: "What other institutions write arrives here. It is no part of the report until you take it.",
      from: (name: string, institution: string) => (institution === "" ? name : `${name}, ${institution}`),
      proposed: (name: string, when: string) => `Proposed by ${name}, ${when}`,
      present: (name: string, when: string) => `In the report now: ${name}, ${when}`,
      nothing: "In the report now",
      take: "Take",
      takeAll: (n: number) => pluralEn(n, { one: "Take this one", other: "Take all #" }),
      giveBack: "Give back …",
      note: "What should be looked at again?",
      noteHelp: {
        link: "A message with a fresh link is written to the person, who reads this note above the form.",
        account: "The person reads it above the form. No message goes: tell them that it stands there.",
        nobody: "The person's link no longer works: no message is written.",
      },
      noteMissing: "Please say what should be looked at again.",
      send: "Give back with this note",
      cancel: "Cancel",
      taken: (n: number) =>
        pluralEn(n, { one: "# answer is in the report now.", other: "# answers are in the report now." }),
      gaveBack: (code: string) => `${code} was given back.`,
      isTold: (name: string) => `A message with a fresh link was written to ${name}.`,
      isNotTold: (name: string) => `No message was written to ${name}.`,
      stale:
        "Meanwhile something else was proposed, decided or saved here. Nothing was taken. The present state is shown; please look again.",
      staleBack:
        "Meanwhile something else was proposed or decided here. Nothing was given back. The present state is shown; please look again.",
      lockedMeanwhile:
        "Nothing was done: the Secretariat has not asked about one of these answers, so it stays as it was sent until you open it with a reason.",
      closed: "The report cannot be changed now, so nothing can be taken or given back.",
      locked:
        "The Secretariat has not asked about this answer: it stays as it was sent. It can be taken or given back once you open it with a reason.",
      toAnswer: (code: string) => `To ${code}`,
      leftOut: (n: number) =>
        pluralEn(n, {
          one: "# answer stays locked and is not taken.",
          other: "# answers stay locked and are not taken.",
        }),
      notSendable: "This note cannot be sent now.",
      drop: "Delete the note",
      overtaken: {
        taken: (by: string, when: string) =>
          `Meanwhile ${by} took this into the report (${when}). Your note was not sent: nothing waits here that could be given back.`,
        givenBack: (by: string, when: string) =>
          `Meanwhile ${by} gave this back (${when}). Your note was not sent; that of ${by} stands below, under “Decided”.`,
      },
    },
    decided: {
      heading: "Decided",
      taken: (by: string, when: string) => `taken by ${by}, ${when}`,
      givenBack: (by: string, when: string) => `given back by ${by}, ${when}`,
      undo: "Undo",
      undone: "The answer is as before, and the proposal waits again.",
      changed: "The answer was changed since, so this cannot be undone.",
      locked: "Nothing was undone: the Secretariat has not asked about this answer, so it stays as it was sent.",
    },
    sections: {
      heading: "Asked by link",
      none: "Nobody has been asked by link for this report.",
      due: (date: string) => `due ${date}`,
      wasDue: (date: string) => `was due ${date}`,
      counts: ({ asked, proposed, taken, givenBack, missing }: Counts) =>
        `${asked} asked: ${proposed} proposed, ${taken} taken, ${givenBack} given back, ${missing} without a proposal`,
      never: "The link has never been opened.",
      opened: (when: string) => `Last opened ${when}.`,
      handedIn: (when: string) => `Handed in ${when}.`,
      removed: (when: string) => `Taken back ${when}: the link no longer works.`,
      closed: (when: string) => `Closed since ${when}.`,
      until: (when: string) => `Can be written until ${when}.`,
      reminder: {
        last: {
          queued: (when: string) => `Reminder written ${when}; it waits to be sent.`,
          sending: (when: string) => `Reminder written ${when}; it is being sent.`,
          sent: (when: string) => `Last reminder sent ${when}.`,
          kept: (when: string) => `Reminder written ${when} and kept: this portal sends no mail.`,
          dead: (when: string) => `The reminder could not be delivered (${when}).`,
          stopped: (when: string) => `A reminder was stopped before it left (${when}).`,
        } satisfies Reminded,
        next: (day: string) => `The next reminder goes on ${day} at the earliest, unless the part is handed in before.`,
      },
      which: "Which answers",
      link: "Send a fresh link",
      linkSent: (address: string) =>
        `A message with a fresh link was written, to ${address}. Older links no longer work.`,
      change: {
        begin: "Change …",
        save: "Change it",
        undo: "Undo",
        same: "Nothing was different, so nothing was changed.",
        last: (by: string, when: string) => `Changed by ${by}, ${when}.`,
        stays: "What was proposed for answers that are taken out stays here and can still be taken.",
        staysLocked: "What was proposed for answers that are taken out stays here.",
        undoFailed: {
          stale:
            "Nothing was undone: somebody else of your country changed this meanwhile. The present state is shown.",
          locked: "Nothing was undone: one of these answers cannot be changed now.",
          gone: "Nothing was undone: this part was taken back meanwhile.",
        },
        reopens: "This part was handed in: with more answers it is open again.",
        isTold: (name: string) => `Changed. A message with what changed and a fresh link was written to ${name}.`,
        isNotTold: (name: string) => `Changed. No message was written to ${name}.`,
        meanwhile:
          "Nothing was changed: somebody else of your country changed this meanwhile. The present state is shown; what you chose stays, and is changed when you press again.",
        locked: "Nothing was changed: one of these answers cannot be changed now. The list shows those that can.",
        gone: "Nothing was changed: this part was taken back meanwhile.",
      },
      remove: "Take back …",
      removeAsk: (name: string) =>
        `Take the section of ${name} back? The link and the open form stop working at once. What was proposed stays here.`,
      removeYes: "Take it back",
      cancel: "Cancel",
    },
    ask: {
      heading: "Ask somebody by link",
      lead: "A message is written to the person, with a link to these answers alone: no account, no password, nothing else of the report.",
      name: "Name",
      institution: "Institution",
      address: "E-mail address",
      addressHelp: "Every link goes to this address and to no other.",
      language: "Language of the messages",
      indicators: "Which answers",
      indicatorsHelp: (n: number) => pluralEn(n, { one: "# chosen", other: "# chosen" }),
      whole: "The whole section",
      alsoAsked: (names: string) => `Also asked of ${names}`,
      dueOn: "Due on",
      dueHelp: (date: string) => `At the latest on ${date}.`,
      note: "Note",
      noteHelp: "Stands in the message and above the form.",
      send: "Send the link",
      sent: (name: string, address: string) => `A message to ${name} was written, to ${address}.`,
      missing: "Please fill in this field.",
      addressWrong: "This is not an e-mail address.",
      indicatorsWrong: "Please choose at least one answer.",
      dueWrong: (date: string) => `Please choose a day from today until ${date}.`,
      onlyOpen: (some: boolean) =>
        some
          ? "The report was returned: only answers that can be changed now are listed."
          : "The report was returned, and no answer can be changed now: first open one with a reason.",
      locked: "Nobody was asked: one of these answers cannot be changed now. The list shows those that can.",
    },
    languages: { en: "English", es: "Spanish" } satisfies Text,
    own: {
      proposal:
        "What you write is a proposal. It becomes part of the report when those who report for the country take it.",
      asked: (by: string, date: string) => `${by} asks you for these answers by ${date}.`,
      askedPassed: (by: string, date: string) =>
        `${by} asked you for these answers by ${date}. That day has passed; they can still be written.`,
      wasAsked: (by: string, date: string) => `${by} asked you for these answers by ${date}.`,
      unsent: (n: number) =>
        pluralEn(n, {
          one: "Nothing was handed in: # answer has not reached the portal, or waits for your decision.",
          other: "Nothing was handed in: # answers have not reached the portal, or wait for your decision.",
        }),
      counts: (n: number, missing: number) =>
        `${pluralEn(n, { one: "# answer asked", other: "# answers asked" })}, ${missing} without a proposal of yours.`,
      note: "Note",
      handIn: "Hand in",
      handInMissing: (n: number) =>
        pluralEn(n, { one: "Hand in (# answer without a proposal)", other: "Hand in (# answers without a proposal)" }),
      until: (when: string) => `It can be changed until ${when}.`,
      done: (when: string) => `Handed in ${when}.`,
      back: (n: number) =>
        pluralEn(n, { one: "# answer was given back to you", other: "# answers were given back to you" }),
      taken: (n: number) =>
        pluralEn(n, { one: "# answer was taken into the report.", other: "# answers were taken into the report." }),
      mine: {
        heading: (n: number) => pluralEn(n, { one: "# proposal of yours waits", other: "# proposals of yours wait" }),
        help: "To propose nothing for an answer after all, take the proposal back: the report stays as it is.",
        withdraw: "I propose nothing here",
        done: (code: string) => `You propose nothing for ${code}; the report stays as it is.`,
        meanwhile:
          "Nothing was taken back: somebody decided about it meanwhile, or it was changed. The present state is shown.",
      },
    },
  },
  {
    title: (country, round) => `Otros ministerios: ${country}, ${round}`,
    form: "Informe",
    back: "Volver al informe",
    lead: (open, sections) =>
      `${open === 0 ? "No hay propuestas en espera." : pluralEs(open, { one: "# propuesta espera su decisión.", other: "# propuestas esperan su decisión." })} ${
        sections === 0
          ? "No se ha solicitado nada por enlace."
          : pluralEs(sections, {
              one: "Se solicitó por enlace a # persona.",
              other: "Se solicitó por enlace a # personas.",
            })
      }`,
    waiting: {
      heading: "Esperan su decisión",
      none: "Aquí llega lo que escriben otras instituciones. No forma parte del informe hasta que usted lo incorpora.",
      from: (name, institution) => (institution === "" ? name : `${name}, ${institution}`),
      proposed: (name, when) => `Propuesta de ${name}, ${when}`,
      present: (name, when) => `Ahora en el informe: ${name}, ${when}`,
      nothing: "Ahora en el informe",
      take: "Incorporar",
      takeAll: (n) => pluralEs(n, { one: "Incorporar esta", other: "Incorporar las #" }),
      giveBack: "Devolver…",
      note: "¿Qué conviene revisar?",
      noteHelp: {
        link: "Se escribe a la persona un mensaje con un enlace nuevo; lee esta nota encima del formulario.",
        account: "La persona la lee encima del formulario. No se envía ningún mensaje: avísele que está ahí.",
        nobody: "El enlace de la persona ya no funciona: no se escribe ningún mensaje.",
      },
      noteMissing: "Indique qué conviene revisar.",
      send: "Devolver con esta nota",
      cancel: "Cancelar",
      taken: (n) =>
        pluralEs(n, { one: "# respuesta ya está en el informe.", other: "# respuestas ya están en el informe." }),
      gaveBack: (code) => `Se devolvió ${code}.`,
      isTold: (name) => `Se escribió a ${name} un mensaje con un enlace nuevo.`,
      isNotTold: (name) => `No se escribió ningún mensaje a ${name}.`,
      stale:
        "Entretanto se propuso, decidió o guardó otra cosa aquí. No se incorporó nada. Se muestra el estado actual; revíselo de nuevo.",
      staleBack:
        "Entretanto se propuso o decidió otra cosa aquí. No se devolvió nada. Se muestra el estado actual; revíselo de nuevo.",
      lockedMeanwhile:
        "No se hizo nada: la Secretaría no preguntó por una de estas respuestas, así que queda como se envió hasta que usted la reabra con un motivo.",
      closed: "El informe no se puede modificar ahora, así que no se puede incorporar ni devolver nada.",
      locked:
        "La Secretaría no preguntó por esta respuesta: queda como se envió. Podrá incorporarse o devolverse cuando usted la reabra con un motivo.",
      toAnswer: (code) => `Ir a ${code}`,
      leftOut: (n) =>
        pluralEs(n, {
          one: "# respuesta sigue cerrada y no se incorpora.",
          other: "# respuestas siguen cerradas y no se incorporan.",
        }),
      notSendable: "Esta nota no se puede enviar ahora.",
      drop: "Borrar la nota",
      overtaken: {
        taken: (by, when) =>
          `Entretanto ${by} incorporó esto al informe (${when}). Su nota no se envió: aquí ya no hay nada que devolver.`,
        givenBack: (by, when) =>
          `Entretanto ${by} devolvió esto (${when}). Su nota no se envió; la de ${by} está más abajo, en «Decididas».`,
      },
    },
    decided: {
      heading: "Decididas",
      taken: (by, when) => `incorporada por ${by}, ${when}`,
      givenBack: (by, when) => `devuelta por ${by}, ${when}`,
      undo: "Deshacer",
      undone: "La respuesta está como antes y la propuesta espera de nuevo.",
      changed: "La respuesta cambió después, así que esto no se puede deshacer.",
      locked: "No se deshizo nada: la Secretaría no preguntó por esta respuesta, así que queda como se envió.",
    },
    sections: {
      heading: "Solicitado por enlace",
      none: "Para este informe no se ha solicitado nada por enlace.",
      due: (date) => `fecha límite: ${date}`,
      wasDue: (date) => `la fecha límite era el ${date}`,
      counts: ({ asked, proposed, taken, givenBack, missing }) =>
        `${pluralEs(asked, { one: "# solicitada", other: "# solicitadas" })}: ${[
          pluralEs(proposed, { one: "# propuesta", other: "# propuestas" }),
          pluralEs(taken, { one: "# incorporada", other: "# incorporadas" }),
          pluralEs(givenBack, { one: "# devuelta", other: "# devueltas" }),
          `${missing} sin propuesta`,
        ].join(", ")}`,
      never: "El enlace no se ha abierto nunca.",
      opened: (when) => `Abierto por última vez: ${when}.`,
      handedIn: (when) => `Entregado: ${when}.`,
      removed: (when) => `Retirado: ${when}. El enlace ya no funciona.`,
      closed: (when) => `Cerrado desde: ${when}.`,
      until: (when) => `Se puede escribir hasta: ${when}.`,
      reminder: {
        last: {
          queued: (when) => `Recordatorio escrito: ${when}. Espera su envío.`,
          sending: (when) => `Recordatorio escrito: ${when}. Se está enviando.`,
          sent: (when) => `Último recordatorio enviado: ${when}.`,
          kept: (when) => `Recordatorio escrito y guardado: ${when}. Este portal no envía correo.`,
          dead: (when) => `El recordatorio no se pudo entregar (${when}).`,
          stopped: (when) => `Un recordatorio se detuvo antes de salir (${when}).`,
        },
        next: (day) => `El próximo recordatorio sale el ${day} como muy pronto, si antes no se entrega la parte.`,
      },
      which: "Qué respuestas",
      link: "Enviar un enlace nuevo",
      linkSent: (address) =>
        `Se escribió un mensaje con un enlace nuevo, a ${address}. Los enlaces anteriores ya no funcionan.`,
      change: {
        begin: "Cambiar…",
        save: "Cambiar",
        undo: "Deshacer",
        same: "No había diferencia, así que no se cambió nada.",
        last: (by, when) => `Cambiado por ${by}: ${when}.`,
        stays: "Lo propuesto para respuestas que se quitan permanece aquí y todavía se puede incorporar.",
        staysLocked: "Lo propuesto para respuestas que se quitan permanece aquí.",
        undoFailed: {
          stale: "No se deshizo nada: entretanto otra persona de su país cambió esto. Se muestra el estado actual.",
          locked: "No se deshizo nada: una de estas respuestas no se puede modificar ahora.",
          gone: "No se deshizo nada: entretanto esta parte se retiró.",
        },
        reopens: "Esta parte ya se había entregado: con más respuestas queda abierta de nuevo.",
        isTold: (name) => `Se cambió. Se escribió a ${name} un mensaje con los cambios y un enlace nuevo.`,
        isNotTold: (name) => `Se cambió. No se escribió ningún mensaje a ${name}.`,
        meanwhile:
          "No se cambió nada: entretanto otra persona de su país cambió esto. Se muestra el estado actual; lo que usted eligió se conserva y se cambia al pulsar de nuevo.",
        locked: "No se cambió nada: una de estas respuestas no se puede modificar ahora. La lista muestra las que sí.",
        gone: "No se cambió nada: entretanto esta parte se retiró.",
      },
      remove: "Retirar…",
      removeAsk: (name) =>
        `¿Retirar la parte de ${name}? El enlace y el formulario abierto dejan de funcionar de inmediato. Lo que propuso permanece aquí.`,
      removeYes: "Retirar",
      cancel: "Cancelar",
    },
    ask: {
      heading: "Solicitar por enlace",
      lead: "Se escribe a la persona un mensaje con un enlace solo a estas respuestas: sin cuenta, sin contraseña y sin ver nada más del informe.",
      name: "Nombre",
      institution: "Institución",
      address: "Correo electrónico",
      addressHelp: "Todos los enlaces se envían a esta dirección y a ninguna otra.",
      language: "Idioma de los mensajes",
      indicators: "Qué respuestas",
      indicatorsHelp: (n) => pluralEs(n, { one: "# elegida", other: "# elegidas" }),
      whole: "Toda la sección",
      alsoAsked: (names) => `También se solicitó a ${names}`,
      dueOn: "Fecha límite",
      dueHelp: (date) => `A más tardar el ${date}.`,
      note: "Nota",
      noteHelp: "Aparece en el mensaje y encima del formulario.",
      send: "Enviar el enlace",
      sent: (name, address) => `Se escribió un mensaje para ${name}, a ${address}.`,
      missing: "Complete este campo.",
      addressWrong: "No es un correo electrónico.",
      indicatorsWrong: "Elija al menos una respuesta.",
      dueWrong: (date) => `Elija un día entre hoy y el ${date}.`,
      onlyOpen: (some) =>
        some
          ? "El informe fue devuelto: se listan solo las respuestas que ahora se pueden modificar."
          : "El informe fue devuelto y ahora no se puede modificar ninguna respuesta: primero reabra una con un motivo.",
      locked:
        "No se solicitó nada: una de estas respuestas no se puede modificar ahora. La lista muestra las que sí se pueden.",
    },
    languages: { en: "Inglés", es: "Español" },
    own: {
      proposal:
        "Lo que usted escribe es una propuesta. Pasa a formar parte del informe cuando la incorporan quienes informan por el país.",
      asked: (by, date) => `${by} le solicita estas respuestas a más tardar el ${date}.`,
      askedPassed: (by, date) =>
        `${by} le solicitó estas respuestas a más tardar el ${date}. Ese día ya pasó; todavía se pueden escribir.`,
      wasAsked: (by, date) => `${by} le solicitó estas respuestas a más tardar el ${date}.`,
      unsent: (n) =>
        pluralEs(n, {
          one: "No se entregó nada: # respuesta no ha llegado al portal o espera su decisión.",
          other: "No se entregó nada: # respuestas no han llegado al portal o esperan su decisión.",
        }),
      counts: (n, missing) =>
        `${pluralEs(n, { one: "# respuesta solicitada", other: "# respuestas solicitadas" })}, ${missing} sin propuesta suya.`,
      note: "Nota",
      handIn: "Entregar",
      handInMissing: (n) =>
        pluralEs(n, { one: "Entregar (# respuesta sin propuesta)", other: "Entregar (# respuestas sin propuesta)" }),
      until: (when) => `Se puede modificar hasta: ${when}.`,
      done: (when) => `Entregado: ${when}.`,
      back: (n) => pluralEs(n, { one: "Se le devolvió # respuesta", other: "Se le devolvieron # respuestas" }),
      taken: (n) =>
        pluralEs(n, { one: "# respuesta se incorporó al informe.", other: "# respuestas se incorporaron al informe." }),
      mine: {
        heading: (n) =>
          pluralEs(n, { one: "# propuesta suya espera decisión", other: "# propuestas suyas esperan decisión" }),
        help: "Si al final no propone nada para una respuesta, retire la propuesta: el informe queda como está.",
        withdraw: "No propongo nada aquí",
        done: (code) => `Usted no propone nada para ${code}; el informe queda como está.`,
        meanwhile: "No se retiró nada: entretanto alguien decidió sobre ella, o cambió. Se muestra el estado actual.",
      },
    },
  },
);

type Reminded = Readonly<Record<NonNullable<SectionView["reminders"]["last"]>["state"], (when: string) => string>>;

interface Counts {
  readonly asked: number;
  readonly proposed: number;
  readonly taken: number;
  readonly givenBack: number;
  readonly missing: number;
}
