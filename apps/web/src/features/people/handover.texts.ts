import { defineTexts } from "#i18n/i18n.ts";

/** The brief for whoever takes over a role of a country. */
export const handoverTexts = defineTexts(
  {
    button: "Handover brief",
    forWhom: (name: string) => `Handover brief for ${name} (PDF)`,
    heading: "Handover brief",
    what: "What is due, what is open, who works on what, what was asked and answered, and who helps, as the portal has it at this moment. A PDF for whoever takes over; it holds no answers.",
    mine: "Your own brief (PDF)",
    others: "For colleagues, each in their language",
    gone: "For this person there is no brief now: the account has ended, or is not open yet.",
  },
  {
    button: "Nota de traspaso",
    forWhom: (name) => `Nota de traspaso para ${name} (PDF)`,
    heading: "Nota de traspaso",
    what: "Qué vence, qué está abierto, quién trabaja en qué, qué se solicitó y se respondió, y quién ayuda, según el portal en este momento. Un PDF para quien toma el relevo; no contiene respuestas.",
    mine: "Su propia nota (PDF)",
    others: "Para sus colegas, en el idioma de cada quien",
    gone: "Para esta persona no hay nota ahora: la cuenta terminó o todavía no está abierta.",
  },
);
