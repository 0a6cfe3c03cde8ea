import type { ExchangeChannel } from "@avances/domain/round";
import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

/** Words of the calendar of a round, and of what countries replied. */
export const centreTexts = defineTexts(
  {
    calendar: {
      heading: "Calendar of the round",
      text: "The automatic steps by the dates of the round; a country whose date was extended has its own. Reminders of returned work have a date of their own and are below.",
      caption: "Automatic steps of the round, with today's line",
      step: "Step",
      day: "Its day",
      written: "Written to",
      waiting: "Waits for a person",
      coming: "Would still be written to",
      own: (country: string, day: string) => `${country} (${day})`,
      countriesFrom: (n: number, day: string) =>
        pluralEn(n, { one: `# country, on ${day}`, other: `# countries, the first on ${day}` }),
      today: (day: string) => `Today, ${day}`,
      countries: (n: number) => pluralEn(n, { one: "# country", other: "# countries" }),
    },
    replies: {
      heading: "Replies",
      text: "What each country said last of its report: by the link in a message, or as somebody noted it. All that was asked and answered stands at the country.",
      caption: "What each country said last, the newest first",
      country: "Country",
      said: "What it said",
      way: "How",
      now: "Now",
      channel: {
        telephone: "by telephone",
        letter: "by letter",
        in_person: "in person",
        message: "by message",
        answer_link: "by the link in a message",
      } satisfies Record<ExchangeChannel, string>,
      received: "The report has been received.",
      takenBack: "The report was received; the country has taken it back to change it.",
      passed: (date: string) => `That day, ${date}, has passed.`,
      waits: (date: string) => `No step of the calendar leaves until ${date} has passed.`,
      none: "No country has replied in this round",
      noneText:
        "Whoever is asked can answer by the link in the message, without a password. What is said by telephone or letter is noted at the country.",
    },
    tab: "Replies",
  },
  {
    calendar: {
      heading: "Calendario de la ronda",
      text: "Los pasos automáticos según las fechas de la ronda; un país con prórroga tiene los suyos. Los recordatorios de informes devueltos tienen su propia fecha y figuran abajo.",
      caption: "Pasos automáticos de la ronda, con la línea de hoy",
      step: "Paso",
      day: "Su día",
      written: "Se escribió a",
      waiting: "Espera a una persona",
      coming: "Aún se escribiría a",
      own: (country, day) => `${country} (${day})`,
      countriesFrom: (n, day) => pluralEs(n, { one: `# país, el ${day}`, other: `# países, el primero el ${day}` }),
      today: (day) => `Hoy, ${day}`,
      countries: (n) => pluralEs(n, { one: "# país", other: "# países" }),
    },
    replies: {
      heading: "Respuestas",
      text: "Lo último que cada país dijo de su informe: por el enlace de un mensaje, o según lo anotó alguien. Todo lo solicitado y respondido consta en la página del país.",
      caption: "Lo último que dijo cada país, lo más reciente primero",
      country: "País",
      said: "Qué dijo",
      way: "Cómo",
      now: "Ahora",
      channel: {
        telephone: "por teléfono",
        letter: "por carta",
        in_person: "en persona",
        message: "por mensaje",
        answer_link: "por el enlace de un mensaje",
      },
      received: "El informe ya se recibió.",
      takenBack: "El informe se recibió; el país lo retiró para cambiarlo.",
      passed: (date) => `Ese día, el ${date}, ya pasó.`,
      waits: (date) => `No sale ningún paso del calendario hasta que pase el ${date}.`,
      none: "Ningún país ha respondido en esta ronda",
      noneText:
        "Quien recibe una solicitud puede responder por el enlace del mensaje, sin contraseña. Lo que se dice por teléfono o carta se anota en la página del país.",
    },
    tab: "Respuestas",
  },
);
