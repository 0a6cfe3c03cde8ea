import type { CountryAnswer } from "@avances/domain/round";
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
    said: {
      by_date: (day: string, by: string) => `said on ${day}: will send by ${by}`,
      waits_for: (day: string) => `said on ${day}: waits for an institution`,
      nothing_to_report: (day: string) => `said on ${day}: nothing to report`,
      other_person: (day: string) => `said on ${day}: ask somebody else`,
      other: (day: string) => `answered on ${day}`,
      no_answer: (day: string) => `no answer on ${day}`,
    } satisfies Record<CountryAnswer, (day: string, by: string) => string>,
  },
  {
    note: "Anotar una llamada o carta",
    noteHelp: "También una conversación en persona, con lo que dijo el país. El país puede leerlo.",
    asks: "Solicitudes y respuestas",
    asksHelp: "Cada solicitud desde su primera ronda, con el archivo para la reunión.",
    letter: "Escribir una carta",
    letterHelp: "Con membrete y número; es una solicitud cuando se ha despachado.",
    said: {
      by_date: (day, by) => `dijo el ${day}: enviará a más tardar el ${by}`,
      waits_for: (day) => `dijo el ${day}: espera a una institución`,
      nothing_to_report: (day) => `dijo el ${day}: nada que informar`,
      other_person: (day) => `dijo el ${day}: preguntar a otra persona`,
      other: (day) => `respondió el ${day}`,
      no_answer: (day) => `sin respuesta el ${day}`,
    },
  },
);
