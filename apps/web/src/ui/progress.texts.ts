import type { InstrumentCode } from "@avances/domain/catalogue";
import { defineTexts } from "#i18n/i18n.ts";

const protocols: Readonly<Record<InstrumentCode, string>> = {
  TIP: "Trafficking in persons",
  SOM: "Smuggling of migrants",
};
const protocolos: typeof protocols = { TIP: "Trata de personas", SOM: "Tráfico ilícito de migrantes" };

/** What a country has left to tell of its progress for a meeting: on its home and on the page of the meeting. */
export const progressTexts = defineTexts(
  {
    protocols,
    title: "Progress since the last meeting",
    forMeeting: (days: string) => `Progress since the last meeting, for that of ${days}.`,
    new: (protocol: string) => `Tell of progress: ${protocol}`,
    due: (day: string) => `It is awaited by ${day}, two weeks before the meeting, so that the others can read it.`,
    wasDue: (day: string) => `It was awaited by ${day}, two weeks before the meeting.`,
    soon: "The meeting was entered, or moved, less than two weeks before: the sooner it is told, the longer the others have to read it.",
    wasSoon: "The meeting was entered, or moved, less than two weeks before it or later: no day was set.",
    own: (who: string, protocols: string) => `${who} has not yet told of its progress on: ${protocols}.`,
  },
  {
    protocols: protocolos,
    title: "Avances desde la última reunión",
    forMeeting: (days) => `Avances desde la última reunión, para la del ${days}.`,
    new: (protocol) => `Contar los avances: ${protocol}`,
    due: (day) =>
      `Se esperan a más tardar el ${day}, dos semanas antes de la reunión, para que las demás delegaciones puedan leerlos.`,
    wasDue: (day) => `Se esperaban a más tardar el ${day}, dos semanas antes de la reunión.`,
    soon: "La reunión se registró, o se cambió de fecha, con menos de dos semanas de antelación: cuanto antes se cuenten, más tiempo tienen las demás delegaciones para leerlos.",
    wasSoon:
      "La reunión se registró, o se cambió de fecha, con menos de dos semanas de antelación o después: no se fijó un día.",
    own: (who, list) => `${who} aún no ha contado sus avances en: ${list}.`,
  },
);
