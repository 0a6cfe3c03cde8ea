import { defineTexts } from "#i18n/i18n.ts";

/** Links from a row of the monitor to the requests to its country. */
export const rowAsksTexts = defineTexts(
  {
    note: "Note a call or letter",
    noteHelp: "Also a talk in person, with what the country said. The country can read it.",
    asks: "Requests and answers",
    asksHelp: "Every request since its first round, with the file for a meeting.",
    letter: "Write a letter",
    letterHelp: "On letterhead, with a number; a request once it was dispatched.",
  },
  {
    note: "Anotar una llamada o carta",
    noteHelp: "También una conversación en persona, con lo que dijo el país. El país puede leerlo.",
    asks: "Solicitudes y respuestas",
    asksHelp: "Cada solicitud desde su primera ronda, con el archivo para la reunión.",
    letter: "Escribir una carta",
    letterHelp: "Con membrete y número; es una solicitud cuando se ha despachado.",
  },
);
