import { defineTexts } from "#i18n/i18n.ts";

export const withoutNetworkTexts = defineTexts(
  {
    title: "There is no connection to the portal",
    asOf: (when: string) => `What you see is the last that this device received, on ${when}.`,
    /** For those whose country reports: true of every report, whatever may be changed in it now. */
    kept: "What is typed into a report is kept here, encrypted; submitting it needs the connection.",
  },
  {
    title: "No hay conexión con el portal",
    asOf: (when) => `Lo que ve es lo último que este dispositivo recibió, el ${when}.`,
    kept: "Lo que se escribe en un informe se conserva aquí, cifrado; para enviarlo hace falta conexión.",
  },
);
