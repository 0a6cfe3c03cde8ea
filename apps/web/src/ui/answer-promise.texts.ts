import { defineTexts } from "#i18n/i18n.ts";

/** By which day the Secretariat said that it answers a report, and what is so once that day has passed. */
export const answerPromiseTexts = defineTexts(
  {
    ahead: (day: string) => `The Technical Secretariat said that it answers by ${day}.`,
    passed: (day: string) =>
      `The Technical Secretariat had said that it answers by ${day}. That day has passed, and it has neither accepted nor returned the report yet. You may write to it.`,
  },
  {
    ahead: (day) => `La Secretaría Técnica indicó que responde a más tardar el ${day}.`,
    passed: (day) =>
      `La Secretaría Técnica había indicado que respondería a más tardar el ${day}. Ese día ya pasó, y aún no ha aceptado ni devuelto el informe. Puede escribirle.`,
  },
);
