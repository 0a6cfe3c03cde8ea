import { questionReminderDays } from "@avances/domain/round";
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

/** Nobody of the country has had a question on the screen. It says when it was asked, and nothing of what it is about. */
export const questionsUnseen: Letters<NoticeFacts> = {
  en: (facts) =>
    en.notice(
      facts,
      `a question or remark about the report of ${en.country(facts)} that nobody has seen`,
      block(
        facts.event === null
          ? null
          : `The Technical Secretariat wrote a question or remark about the report of ${en.country(facts)} for ${en.round(facts)} ${en.at(facts, facts.event.at)}, and nobody of ${en.country(facts)} has had it on the screen in the portal yet.`,
        "It stands in the portal, in the report; a reply can be written beside it.",
        `The portal reminds of it on ${questionReminderDays} working days at most, and no more once it was seen.`,
      ),
      en.linkTo("The report is here", facts.link),
    ),
  es: (facts) =>
    es.notice(
      facts,
      `una pregunta o un comentario sobre el informe de ${es.country(facts)} que nadie ha visto`,
      block(
        facts.event === null
          ? null
          : `La Secretaría Técnica escribió una pregunta o un comentario sobre el informe de ${es.country(facts)} para ${es.round(facts)} ${es.at(facts, facts.event.at)}, y nadie de ${es.country(facts)} lo ha tenido todavía en pantalla en el portal.`,
        "Está en el portal, en el informe; al lado se puede responder.",
        `El portal lo recuerda en ${questionReminderDays} días hábiles como máximo, y deja de hacerlo en cuanto alguien lo ve.`,
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
