import type { Language } from "@avances/domain/catalogue";
import { addDays, answerLinkEnd, localDate } from "@avances/domain/round";
import { dateInWords } from "./dates.ts";
import type { NoticeFacts } from "./notice-facts.ts";
import { ticketPlace } from "./ticket.ts";

type Facts = Pick<NoticeFacts, "link" | "now" | "timeZone">;

/** The paragraph by which whoever is asked for a report can answer without signing in. What it promises is what the page does. */
const answerParagraph: Readonly<Record<Language, (facts: Facts) => string>> = {
  en: (facts) =>
    [
      "To tell the Technical Secretariat when the report will be sent, or what delays it, you need no password:",
      ticketPlace,
      `A page opens with four answers: by which day it will be sent, which institution it waits for, that there is nothing to report, or that you are not the person to ask. Nothing is recorded before you confirm it there. This address is personal and works once, until ${lastDay(facts, "en")}. Your answer changes neither a date nor the report.`,
    ].join("\n"),
  es: (facts) =>
    [
      "Para decir a la Secretaría Técnica cuándo se enviará el informe, o qué lo retrasa, no hace falta contraseña:",
      ticketPlace,
      `Se abre una página con cuatro respuestas: qué día se enviará, a qué institución se espera, que no hay nada que informar o que usted no es la persona indicada. No se registra nada antes de que usted lo confirme allí. Esta dirección es personal y sirve una vez, hasta el ${lastDay(facts, "es")}. Su respuesta no cambia ninguna fecha ni el informe.`,
    ].join("\n"),
};

/** The last whole day on which the link works. Counted from its end: between, the clocks may have been moved, and the end lies in another day then. */
function lastDay({ now, timeZone }: Facts, language: Language): string {
  return dateInWords(addDays(localDate(answerLinkEnd(now), timeZone), -1), language);
}

/** A letter with that paragraph after the one that leads to the report; without such a one, before the last. */
export function withAnswerParagraph<Block>(
  letter: { readonly subject: string; readonly paragraphs: readonly Block[] },
  facts: Facts,
  language: Language,
): { readonly subject: string; readonly paragraphs: readonly (Block | string)[] } {
  const { subject, paragraphs } = letter;
  const leading = paragraphs.findIndex((block) => JSON.stringify(block).includes(facts.link));
  const place = leading === -1 ? paragraphs.length - 1 : leading + 1;
  return {
    subject,
    paragraphs: [...paragraphs.slice(0, place), answerParagraph[language](facts), ...paragraphs.slice(place)],
  };
}
