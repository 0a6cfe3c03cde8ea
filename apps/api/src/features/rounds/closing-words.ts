import { type Language, languageFacts } from "@avances/domain/catalogue";
import type { CalendarDate } from "@avances/domain/round";
import type { ClosingPart } from "@avances/domain/submission";

/** Words of the closing list as a file. Neutral: they are read in a meeting of the States that it names. */
interface ClosingWords {
  readonly file: string;
  readonly sheet: (year: number) => string;
  readonly title: (round: number, data: number) => string;
  readonly demonstration: string;
  readonly closes: (day: CalendarDate, isOver: boolean) => string;
  readonly made: (at: string, clocks: string) => string;
  readonly days: string;
  readonly columns: Readonly<
    Record<"country" | "expected" | "result" | "dueOn" | "receivedOn" | "daysAfter" | "asks" | "note", string>
  >;
  readonly expected: Readonly<Record<"obligated" | "voluntary", string>>;
  readonly part: Readonly<Record<ClosingPart, string>>;
  readonly soFar: string;
  readonly note: Readonly<Record<"extended" | "exemptSent" | "withdrawn" | "returned", string>>;
  readonly asksNote: string;
}

const dated = (day: CalendarDate, language: Language) =>
  new Intl.DateTimeFormat(languageFacts[language].dates, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );

export const closingWords: Readonly<Record<Language, ClosingWords>> = {
  en: {
    file: "closing-list",
    sheet: (year) => `Closing list ${year}`,
    title: (round, data) => `Closing list of the ${round} round, data for ${data}`,
    demonstration: "Demonstration data, not real figures.",
    closes: (day, isOver) =>
      isOver
        ? `The round closed on ${dated(day, "en")}. A report that is listed as not received may still be sent.`
        : `The round closes on ${dated(day, "en")}. Until then this list is provisional.`,
    made: (at, clocks) => `State at ${at} (${clocks}).`,
    days: "Dates and days are those of each country's own calendar, by the clocks of its capital.",
    columns: {
      country: "Country",
      expected: "Expected to report",
      result: "Report",
      dueOn: "Its date",
      receivedOn: "First received",
      daysAfter: "Days after its date",
      asks: "Asked or invited",
      note: "Note",
    },
    expected: { obligated: "yes", voluntary: "may report voluntarily" },
    part: {
      in_time: "received in time",
      late: "received after its date",
      not_received: "not received",
      awaited: "its date has not passed",
      exempt: "exempt",
      sent: "received",
      not_asked: "none received",
    },
    soFar: "not received so far",
    note: {
      extended: "date extended",
      exemptSent: "has sent a voluntary report",
      withdrawn: "taken back by the country to change it",
      returned: "with the country for clarification",
    },
    asksNote:
      "“Asked or invited” counts messages of the portal that reached somebody, calls, letters and talks that were noted, also to a country that may report voluntarily.",
  },
  es: {
    file: "lista-de-cierre",
    sheet: (year) => `Lista de cierre ${year}`,
    title: (round, data) => `Lista de cierre de la ronda ${round}, datos de ${data}`,
    demonstration: "Datos de demostración, no son cifras reales.",
    closes: (day, isOver) =>
      isOver
        ? `La ronda se cerró el ${dated(day, "es")}. Un informe que consta como no recibido aún se puede enviar.`
        : `La ronda se cierra el ${dated(day, "es")}. Hasta entonces esta lista es provisional.`,
    made: (at, clocks) => `Situación al ${at} (${clocks}).`,
    days: "Las fechas y los días son los del calendario propio de cada país, según la hora de su capital.",
    columns: {
      country: "País",
      expected: "Debe informar",
      result: "Informe",
      dueOn: "Su fecha",
      receivedOn: "Recibido por primera vez",
      daysAfter: "Días después de su fecha",
      asks: "Solicitudes o invitaciones",
      note: "Nota",
    },
    expected: { obligated: "sí", voluntary: "puede informar voluntariamente" },
    part: {
      in_time: "recibido en plazo",
      late: "recibido después de su fecha",
      not_received: "no recibido",
      awaited: "su fecha no ha pasado",
      exempt: "exento",
      sent: "recibido",
      not_asked: "ninguno recibido",
    },
    soFar: "no recibido hasta ahora",
    note: {
      extended: "fecha prorrogada",
      exemptSent: "envió un informe voluntario",
      withdrawn: "retirado por el país para cambiarlo",
      returned: "en el país para aclaraciones",
    },
    asksNote:
      "«Solicitudes o invitaciones» cuenta los mensajes del portal que llegaron a alguien, y las llamadas, cartas y conversaciones anotadas, también las dirigidas a un país que puede informar voluntariamente.",
  },
};
