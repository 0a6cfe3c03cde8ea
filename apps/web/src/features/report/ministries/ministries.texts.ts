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
      noteHelp: "The person reads it beside the answer.",
      noteMissing: "Please say what should be looked at again.",
      send: "Give back with this note",
      cancel: "Cancel",
      taken: (n: number) =>
        pluralEn(n, { one: "# answer is in the report now.", other: "# answers are in the report now." }),
      stale:
        "Meanwhile something else was proposed, decided or saved here. Nothing was taken. The present state is shown; please look again.",
      locked: "The report cannot be changed now, so nothing can be taken or given back.",
    },
    decided: {
      heading: "Decided",
      taken: (by: string, when: string) => `taken by ${by}, ${when}`,
      givenBack: (by: string, when: string) => `given back by ${by}, ${when}`,
      undo: "Undo",
      undone: "The answer is as before, and the proposal waits again.",
      changed: "The answer was changed since, so this cannot be undone.",
    },
    sections: {
      heading: "Asked by link",
      none: "Nobody has been asked by link for this report.",
      due: (date: string) => `due ${date}`,
      counts: ({ asked, proposed, taken, givenBack, missing }: Counts) =>
        `${asked} asked: ${proposed} proposed, ${taken} taken, ${givenBack} given back, ${missing} missing`,
      never: "The link has never been opened.",
      opened: (when: string) => `Last opened ${when}.`,
      handedIn: (when: string) => `Handed in ${when}.`,
      removed: (when: string) => `Taken back ${when}: the link no longer works.`,
      closed: (when: string) => `Closed since ${when}.`,
      until: (when: string) => `Can be written until ${when}.`,
      which: "Which answers",
      link: "Send a fresh link",
      linkSent: (address: string) => `A fresh link goes to ${address}. Older ones no longer work.`,
      remove: "Take back …",
      removeAsk: (name: string) =>
        `Take the section of ${name} back? The link and the open form stop working at once. What was proposed stays here.`,
      removeYes: "Take it back",
      cancel: "Cancel",
    },
    ask: {
      heading: "Ask somebody by link",
      lead: "The person gets a message with a link to these answers alone: no account, no password, nothing else of the report.",
      name: "Name",
      institution: "Institution",
      address: "E-mail address",
      addressHelp: "Every link goes to this address and to no other.",
      language: "Language of the messages",
      indicators: "Which answers",
      indicatorsHelp: (n: number) => pluralEn(n, { one: "# chosen", other: "# chosen" }),
      whole: "The whole section",
      dueOn: "Due on",
      dueHelp: (date: string) => `At the latest on ${date}.`,
      note: "Note",
      noteHelp: "Stands in the message and above the form.",
      send: "Send the link",
      sent: (name: string, address: string) => `The message to ${name} goes to ${address}.`,
      missing: "Please fill in this field.",
      addressWrong: "This is not an e-mail address.",
      indicatorsWrong: "Please choose at least one answer.",
      dueWrong: (date: string) => `Please choose a day from today until ${date}.`,
    },
    languages: { en: "English", es: "Spanish" } satisfies Text,
    own: {
      proposal:
        "What you write is a proposal. It becomes part of the report when those who report for the country take it.",
      asked: (by: string, date: string) => `${by} asks you for these answers by ${date}.`,
      counts: (n: number, missing: number) =>
        `${pluralEn(n, { one: "# answer asked", other: "# answers asked" })}, ${missing} missing.`,
      note: "Note",
      handIn: "Hand in",
      handInMissing: (n: number) =>
        pluralEn(n, { one: "Hand in (# answer missing)", other: "Hand in (# answers missing)" }),
      until: (when: string) => `It can be changed until ${when}.`,
      done: (when: string) => `Handed in ${when}.`,
      back: (n: number) =>
        pluralEn(n, { one: "# answer was given back to you", other: "# answers were given back to you" }),
      taken: (n: number) => pluralEn(n, { one: "# answer is in the report.", other: "# answers are in the report." }),
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
      noteHelp: "La persona lo lee junto a la respuesta.",
      noteMissing: "Indique qué conviene revisar.",
      send: "Devolver con esta nota",
      cancel: "Cancelar",
      taken: (n) =>
        pluralEs(n, { one: "# respuesta ya está en el informe.", other: "# respuestas ya están en el informe." }),
      stale:
        "Entretanto se propuso, decidió o guardó otra cosa aquí. No se incorporó nada. Se muestra el estado actual; revíselo de nuevo.",
      locked: "El informe no se puede modificar ahora, así que no se puede incorporar ni devolver nada.",
    },
    decided: {
      heading: "Decididas",
      taken: (by, when) => `incorporada por ${by}, ${when}`,
      givenBack: (by, when) => `devuelta por ${by}, ${when}`,
      undo: "Deshacer",
      undone: "La respuesta está como antes y la propuesta espera de nuevo.",
      changed: "La respuesta cambió después, así que esto no se puede deshacer.",
    },
    sections: {
      heading: "Solicitado por enlace",
      none: "Para este informe no se ha solicitado nada por enlace.",
      due: (date) => `fecha límite: ${date}`,
      counts: ({ asked, proposed, taken, givenBack, missing }) =>
        `${asked} solicitadas: ${proposed} propuestas, ${taken} incorporadas, ${givenBack} devueltas, ${missing} sin respuesta`,
      never: "El enlace no se ha abierto nunca.",
      opened: (when) => `Abierto por última vez: ${when}.`,
      handedIn: (when) => `Entregado: ${when}.`,
      removed: (when) => `Retirado: ${when}. El enlace ya no funciona.`,
      closed: (when) => `Cerrado desde: ${when}.`,
      until: (when) => `Se puede escribir hasta: ${when}.`,
      which: "Qué respuestas",
      link: "Enviar un enlace nuevo",
      linkSent: (address) => `Se envía un enlace nuevo a ${address}. Los anteriores ya no funcionan.`,
      remove: "Retirar…",
      removeAsk: (name) =>
        `¿Retirar la parte de ${name}? El enlace y el formulario abierto dejan de funcionar de inmediato. Lo que propuso permanece aquí.`,
      removeYes: "Retirar",
      cancel: "Cancelar",
    },
    ask: {
      heading: "Solicitar por enlace",
      lead: "La persona recibe un mensaje con un enlace solo a estas respuestas: sin cuenta, sin contraseña y sin ver nada más del informe.",
      name: "Nombre",
      institution: "Institución",
      address: "Correo electrónico",
      addressHelp: "Todos los enlaces se envían a esta dirección y a ninguna otra.",
      language: "Idioma de los mensajes",
      indicators: "Qué respuestas",
      indicatorsHelp: (n) => pluralEs(n, { one: "# elegida", other: "# elegidas" }),
      whole: "Toda la sección",
      dueOn: "Fecha límite",
      dueHelp: (date) => `A más tardar el ${date}.`,
      note: "Nota",
      noteHelp: "Aparece en el mensaje y encima del formulario.",
      send: "Enviar el enlace",
      sent: (name, address) => `El mensaje para ${name} se envía a ${address}.`,
      missing: "Complete este campo.",
      addressWrong: "No es un correo electrónico.",
      indicatorsWrong: "Elija al menos una respuesta.",
      dueWrong: (date) => `Elija un día entre hoy y el ${date}.`,
    },
    languages: { en: "Inglés", es: "Español" },
    own: {
      proposal:
        "Lo que usted escribe es una propuesta. Pasa a formar parte del informe cuando la incorporan quienes informan por el país.",
      asked: (by, date) => `${by} le solicita estas respuestas a más tardar el ${date}.`,
      counts: (n, missing) =>
        `${pluralEs(n, { one: "# respuesta solicitada", other: "# respuestas solicitadas" })}, ${missing} sin respuesta.`,
      note: "Nota",
      handIn: "Entregar",
      handInMissing: (n) =>
        pluralEs(n, { one: "Entregar (falta # respuesta)", other: "Entregar (faltan # respuestas)" }),
      until: (when) => `Se puede modificar hasta: ${when}.`,
      done: (when) => `Entregado: ${when}.`,
      back: (n) => pluralEs(n, { one: "Se le devolvió # respuesta", other: "Se le devolvieron # respuestas" }),
      taken: (n) =>
        pluralEs(n, { one: "# respuesta ya está en el informe.", other: "# respuestas ya están en el informe." }),
    },
  },
);

interface Counts {
  readonly asked: number;
  readonly proposed: number;
  readonly taken: number;
  readonly givenBack: number;
  readonly missing: number;
}
