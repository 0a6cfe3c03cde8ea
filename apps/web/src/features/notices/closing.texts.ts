import type { ClosingPart } from "@avances/domain/submission";
import { defineTexts } from "#i18n/i18n.ts";

export const closingTexts = defineTexts(
  {
    heading: "Closing list for the report to the Conference",
    over: (date: string) =>
      `The round closed on ${date}. A report that is listed as not received may still be sent, and then stands here as received after its date.`,
    open: (date: string) => `The round closes on ${date}. Until then this list is provisional.`,
    file: { csv: "CSV", xlsx: "Workbook (XLSX)" },
    caption: "Countries of this round, and what was received of each",
    country: "Country",
    due: "Its date",
    received: "First received",
    asks: "Asked or invited",
    part: {
      in_time: "Received in time",
      late: "Received after its date",
      not_received: "Not received",
      awaited: "Its date has not passed",
      exempt: "Exempt",
      sent: "Voluntary, received",
      not_asked: "Voluntary, none received",
    } satisfies Record<ClosingPart, string>,
    soFar: "so far",
    days: (days: string) => `${days} after its date`,
    none: "–",
    note: {
      extended: "date extended",
      exemptSent: "has sent a voluntary report",
      withdrawn: "taken back by the country to change it",
      returned: "with the country for clarification",
    },
  },
  {
    heading: "Lista de cierre para el informe a la Conferencia",
    over: (date) =>
      `La ronda se cerró el ${date}. Un informe que consta como no recibido aún se puede enviar, y entonces figura aquí como recibido después de su fecha.`,
    open: (date) => `La ronda se cierra el ${date}. Hasta entonces esta lista es provisional.`,
    file: { csv: "CSV", xlsx: "Libro (XLSX)" },
    caption: "Países de esta ronda, y lo que se recibió de cada uno",
    country: "País",
    due: "Su fecha",
    received: "Recibido por primera vez",
    asks: "Solicitudes o invitaciones",
    part: {
      in_time: "Recibido en plazo",
      late: "Recibido después de su fecha",
      not_received: "No recibido",
      awaited: "Su fecha no ha pasado",
      exempt: "Exento",
      sent: "Voluntario, recibido",
      not_asked: "Voluntario, ninguno recibido",
    },
    soFar: "hasta ahora",
    days: (days) => `${days} después de su fecha`,
    none: "–",
    note: {
      extended: "fecha prorrogada",
      exemptSent: "envió un informe voluntario",
      withdrawn: "retirado por el país para cambiarlo",
      returned: "en el país para aclaraciones",
    },
  },
);
