import * as en from "./english.ts";
import { block, type Letters } from "./letter.ts";
import type { NoticeFacts } from "./notice-facts.ts";
import * as es from "./spanish.ts";

/** The report was returned with questions. */
export const returned: Letters<NoticeFacts> = {
  en: (facts) =>
    en.notice(
      facts,
      `report of ${en.country(facts)} returned for clarification`,
      block(
        `The Technical Secretariat thanks ${en.country(facts)} for its report, and respectfully asks for some clarifications.`,
        en.clarificationsStanding(facts),
      ),
      en.linkTo("The report is here", facts.link),
    ),
  es: (facts) =>
    es.notice(
      facts,
      `informe de ${es.country(facts)} devuelto para aclaración`,
      block(
        `La Secretaría Técnica agradece a ${es.country(facts)} su informe y solicita atentamente algunas aclaraciones.`,
        es.clarificationsStanding(facts),
      ),
      es.linkTo("El informe está aquí", facts.link),
    ),
};

/** Reminder before and on the date for the clarifications. */
export const clarificationsReminder: Letters<NoticeFacts> = {
  en: (facts) => {
    const seen = en.returnDue(facts);
    return en.notice(
      facts,
      `clarifications of ${en.country(facts)}${seen === null ? "" : `, ${en.dateMark(seen)}`}`,
      en.clarificationsStanding(facts),
      en.linkTo("The report is here", facts.link),
      en.crossed,
    );
  },
  es: (facts) => {
    const seen = es.returnDue(facts);
    return es.notice(
      facts,
      `aclaraciones de ${es.country(facts)}${seen === null ? "" : `, ${es.dateMark(seen, "f")}`}`,
      es.clarificationsStanding(facts),
      es.linkTo("El informe está aquí", facts.link),
      es.crossed,
    );
  },
};
