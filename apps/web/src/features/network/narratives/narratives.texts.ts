import type { NarrativeFault } from "@avances/domain/network";
import { defineTexts } from "#i18n/i18n.ts";

export const narrativesTexts = defineTexts(
  {
    eyebrow: (protocol: string) => `Progress since the last meeting: ${protocol}`,
    newLead:
      "A draft that your side alone reads. Once it is filed, your country has shared its progress for this meeting, unless the Secretariat alone reads it.",
    newFor: (meeting: string) => `For: ${meeting}.`,
    form: {
      body: "What has been done since the last meeting",
      bodyHelp: "In your words: laws, plans, cases, care, cooperation. What concerns persons does not belong here.",
      about: "Indicators of which it speaks",
      add: "Add an indicator",
      aboutHelp: "Its page names them.",
    },
    secretariatOnly: "The Secretariat alone reads it: it does not count as shared with the other delegations.",
    indicators: "Indicators of which it speaks",
    stillRead: {
      draft: "It was never filed: its own side alone reads it.",
      filed: "Its own side and the Secretariat still read it; it no longer counts as shared.",
    },
    withdraw: {
      text: "Your side and the Secretariat keep it with your reason; for others it is gone, and it no longer counts as shared. You can write another one.",
      draftText: "The draft stays with your side, with your reason. You can write another one.",
    },
    faults: {
      body: "Progress is shared for meetings of the Network that were not cancelled.",
      taken: "Your country has told of this Protocol for this meeting already. Write another version of that.",
      link_unknown: "An indicator is not in the catalogue any more.",
    } satisfies Record<NarrativeFault, string>,
    ofMeeting: {
      none: "No country has shared its progress for this meeting here.",
      shared: (who: string) => `Shared here with the other delegations by: ${who}.`,
      missing: (who: string) => `Nothing shared here by: ${who}.`,
      all: "Every member has shared it here.",
      with: (who: string, protocols: string) => `${who} (${protocols})`,
      read: "To read",
      noneToRead: "Nothing of it is here for you to read.",
      unread: (who: string) => `Of this, not here for you to read: ${who}.`,
      one: (who: string, protocol: string) => `${who}, ${protocol}`,
    },
  },
  {
    eyebrow: (protocol) => `Avances desde la última reunión: ${protocol}`,
    newLead:
      "Un borrador que solo lee su parte. Una vez presentado, su país ha compartido sus avances para esta reunión, salvo que solo lo lea la Secretaría.",
    newFor: (meeting) => `Para: ${meeting}.`,
    form: {
      body: "Qué se ha hecho desde la última reunión",
      bodyHelp:
        "Con sus palabras: leyes, planes, casos, atención, cooperación. Lo que concierne a personas no corresponde aquí.",
      about: "Indicadores de los que habla",
      add: "Añadir un indicador",
      aboutHelp: "Su página los nombra.",
    },
    secretariatOnly: "Solo lo lee la Secretaría: no cuenta como compartido con las demás delegaciones.",
    indicators: "Indicadores de los que habla",
    stillRead: {
      draft: "Nunca se presentó: solo lo lee su propia parte.",
      filed: "Lo siguen leyendo su propia parte y la Secretaría; ya no cuenta como compartido.",
    },
    withdraw: {
      text: "Su parte y la Secretaría lo conservan con su motivo; para los demás desaparece, y ya no cuenta como compartido. Puede escribir otro.",
      draftText: "El borrador queda en su parte, con su motivo. Puede escribir otro.",
    },
    faults: {
      body: "Los avances se comparten para reuniones de la Red que no se cancelaron.",
      taken: "Su país ya contó sobre este Protocolo para esta reunión. Escriba otra versión de eso.",
      link_unknown: "Un indicador ya no está en el catálogo.",
    },
    ofMeeting: {
      none: "Ningún país ha compartido aquí sus avances para esta reunión.",
      shared: (who) => `Compartidos aquí con las demás delegaciones por: ${who}.`,
      missing: (who) => `Sin nada compartido aquí: ${who}.`,
      all: "Todos los integrantes los han compartido aquí.",
      with: (who, list) => `${who} (${list})`,
      read: "Para leer",
      noneToRead: "No hay nada de ello que usted pueda leer.",
      unread: (who) => `De ello, usted no puede leer aquí: ${who}.`,
      one: (who, protocol) => `${who}, ${protocol}`,
    },
  },
);
