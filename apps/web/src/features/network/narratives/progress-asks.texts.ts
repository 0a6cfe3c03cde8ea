import type { Language } from "@avances/domain/catalogue";
import type { ProgressStep, ToldStanding } from "@avances/domain/network";
import { defineTexts } from "#i18n/i18n.ts";

const steps: Readonly<Record<ProgressStep, string>> = {
  progress_by_hand: "by hand",
  progress_asked: "first request",
  progress_before_3: "3 days before",
  progress_overdue_1: "the day after",
};
const pasos: typeof steps = {
  progress_by_hand: "a mano",
  progress_asked: "primera solicitud",
  progress_before_3: "3 días antes",
  progress_overdue_1: "el día siguiente",
};

const toAdd: Readonly<Record<Language, string>> = {
  en: "To add above the text, in English",
  es: "To add above the text, in Spanish",
};
const paraSumar: typeof toAdd = {
  en: "Para añadir encima del texto, en inglés",
  es: "Para añadir encima del texto, en español",
};

/** Who is asked for progress before a meeting: for the Secretariat of all, for a country of itself. */
export const progressAsksTexts = defineTexts(
  {
    title: "Requests for progress",
    /** `left`: of how many members something is awaited. */
    lead: (left: number, members: number) =>
      left === 0
        ? `Nothing more is awaited: all ${members} members have filed for both Protocols.`
        : `Something is awaited of ${left} of ${members} members. The portal asks them by itself; whoever has filed for both Protocols is not asked.`,
    over: "Nobody is asked any more: the meeting has begun, was held, or was cancelled.",
    caption: "How each member stands, how often it was asked, and what goes by itself next",
    each: "Each member: what it filed, and how often it was asked",
    country: "Member",
    asked: "Requests",
    next: "Goes by itself next",
    notAsked: "None",
    last: (what: string, when: string, by: string | null) =>
      by === null ? `last: ${what}, ${when}` : `last: ${what}, ${when}, ${by}`,
    earliest: (what: string, when: string) => `${what}, ${when} at the earliest`,
    nothing: "Nothing more",
    nobody: "Nothing: nobody there can be written to",
    settled: "Nothing: everything is filed",
    standings: {
      nothing: "Nothing filed",
      withdrawn: "Filed and withdrawn",
      secretariat: "Filed, for the Secretariat alone",
      shared: "Shared",
    } satisfies Record<ToldStanding, string>,
    own: {
      asked: (n: number, when: string) =>
        n === 1
          ? `Your country was asked for it once, on ${when}.`
          : `Your country was asked for it ${n} times, last on ${when}.`,
      next: (when: string) => `If nothing changes, the portal asks again on ${when} at the earliest.`,
      first: (when: string) => `If nothing changes, the portal asks your country on ${when} at the earliest.`,
    },
    messages: {
      title: "Messages, one a person",
      caption: "Every request for progress and what became of it",
      recipient: "To",
      step: "What",
      at: "Written",
      state: "What became of it",
      byItself: "by itself",
    },
    ask: {
      label: "Ask by hand",
      lead: "Only members of whom something is awaited. Each person who speaks for them gets the message at once, in their language; it says what is filed and what is missing.",
      to: "Whom",
      own: toAdd,
      ownHelp: "Goes to those who read in this language. May be empty.",
      look: "See the messages",
      submit: "Send",
      done: "The requests have been sent.",
      meanwhile: (names: string) => `Meanwhile asked, or filed: ${names}. Nothing was sent. Look at it again.`,
      refused: "Nobody is asked for this meeting any more.",
      close: "Close",
      seen: "Look again",
    },
    steps,
  },
  {
    title: "Solicitudes de avances",
    lead: (left, members) =>
      left === 0
        ? `No se espera nada más: los ${members} integrantes presentaron los de ambos Protocolos.`
        : `Se espera algo de ${left} de ${members} integrantes. El portal lo solicita por sí solo; a quien presentó los de ambos Protocolos no se le solicita.`,
    over: "Ya no se solicita a nadie: la reunión comenzó, se celebró o se canceló.",
    caption: "Cómo está cada integrante, cuántas veces se le solicitó y qué sale después por sí solo",
    each: "Cada integrante: qué presentó y cuántas veces se le solicitó",
    country: "Integrante",
    asked: "Solicitudes",
    next: "Sale después por sí solo",
    notAsked: "Ninguna",
    last: (what, when, by) => (by === null ? `la última: ${what}, ${when}` : `la última: ${what}, ${when}, ${by}`),
    earliest: (what, when) => `${what}, ${when} como muy pronto`,
    nothing: "Nada más",
    nobody: "Nada: no se puede escribir a nadie allí",
    settled: "Nada: todo está presentado",
    standings: {
      nothing: "Sin presentar",
      withdrawn: "Presentado y retirado",
      secretariat: "Presentado, solo para la Secretaría",
      shared: "Compartido",
    },
    own: {
      asked: (n, when) =>
        n === 1
          ? `Se le solicitaron a su país una vez, el ${when}.`
          : `Se le solicitaron a su país ${n} veces, la última el ${when}.`,
      next: (when) => `Si nada cambia, el portal los solicita de nuevo el ${when} como muy pronto.`,
      first: (when) => `Si nada cambia, el portal los solicita a su país el ${when} como muy pronto.`,
    },
    messages: {
      title: "Mensajes, uno por persona",
      caption: "Cada solicitud de avances y qué fue de ella",
      recipient: "Para",
      step: "Qué",
      at: "Escrito",
      state: "Qué fue de él",
      byItself: "por sí solo",
    },
    ask: {
      label: "Solicitar a mano",
      lead: "Solo a integrantes de los que se espera algo. Cada persona que habla por ellos recibe el mensaje enseguida, en su idioma; dice qué está presentado y qué falta.",
      to: "A quién",
      own: paraSumar,
      ownHelp: "Va a quienes leen en este idioma. Puede quedar vacío.",
      look: "Ver los mensajes",
      submit: "Enviar",
      done: "Las solicitudes están enviadas.",
      meanwhile: (names) => `Entretanto se les solicitó, o presentaron: ${names}. No se envió nada. Véalo de nuevo.`,
      refused: "Para esta reunión ya no se solicita a nadie.",
      close: "Cerrar",
      seen: "Ver de nuevo",
    },
    steps: pasos,
  },
);
