import { defineTexts } from "#i18n/i18n.ts";

export const signedInTexts = defineTexts(
  {
    workNav: "Your work",
    nav: {
      home: "Overview",
      round: "Round",
      reviews: "Reviews",
      reminders: "Reminders",
      mail: "Outgoing mail",
      people: "People",
      network: "Network",
      report: "My report",
    },
    account: (name: string) => `Account of ${name}`,
  },
  {
    workNav: "Su trabajo",
    nav: {
      home: "Resumen",
      round: "Ronda",
      reviews: "Revisiones",
      reminders: "Recordatorios",
      mail: "Correo saliente",
      people: "Personas",
      network: "Red",
      report: "Mi informe",
    },
    account: (name) => `Cuenta de ${name}`,
  },
);
