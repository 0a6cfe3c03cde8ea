import { defineTexts } from "#i18n/i18n.ts";

/** The words of the marks beside a status. */
export const standingMarksTexts = defineTexts(
  {
    late: "Late",
    lateDays: (days: string) => `${days} late`,
    receivedLate: "Received late",
    extended: "Extended",
    extendedTo: (date: string) => `Extended to ${date}`,
    withdrawn: "Sent, then taken back to change it",
    withdrawnLate: "Sent late, taken back to change it",
  },
  {
    late: "Fuera de plazo",
    lateDays: (days) => `${days} fuera de plazo`,
    receivedLate: "Recibido fuera de plazo",
    extended: "Con prórroga",
    extendedTo: (date) => `Prórroga hasta el ${date}`,
    withdrawn: "Enviado y luego retirado para cambiarlo",
    withdrawnLate: "Enviado fuera de plazo, retirado para cambiarlo",
  },
);
