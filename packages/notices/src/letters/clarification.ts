import { questionReminderDays } from "@avances/domain/round";
import * as en from "./english.ts";
import { block } from "./letter.ts";
import type { NoticeLetters } from "./notice-facts.ts";
import * as es from "./spanish.ts";

/** The report was returned with questions. */
export const returned: NoticeLetters = {
  en: (facts) =>
    en.notice(
      facts,
      en.subject(facts, "returned for clarification", { day: en.dayToCome(en.returnDue(facts)) }),
      block(
        `The Technical Secretariat thanks ${en.country(facts)} for its report, and respectfully asks for some clarifications.`,
        en.clarificationsRequest(facts),
      ),
      en.linkToQuestions(facts),
    ),
  es: (facts) =>
    es.notice(
      facts,
      es.subject(facts, "devuelto para aclaración", { day: es.dayToCome(es.returnDue(facts)) }),
      block(
        `La Secretaría Técnica agradece a ${es.country(facts)} su informe y solicita atentamente algunas aclaraciones.`,
        es.clarificationsRequest(facts),
      ),
      es.linkToQuestions(facts),
    ),
};

/** Nobody of the country has had a question on the screen. It says when it was asked, and nothing of what it is about. */
export const questionsUnseen: NoticeLetters = {
  en: (facts) =>
    en.notice(
      facts,
      en.subject(facts, "a question or remark that nobody has seen"),
      block(
        facts.event === null
          ? null
          : `The Technical Secretariat wrote a question or remark about the report of ${en.country(facts)} for ${en.round(facts)} ${en.at(facts, facts.event.at)}, and nobody in ${en.country(facts)} has had it on the screen in the portal yet.`,
        "It stands in the portal, in the report; a reply can be written beside it.",
        `The portal sends a reminder of it on ${questionReminderDays} working days at most, and none once it has been seen.`,
      ),
      en.linkTo("Read it and reply", facts.link),
    ),
  es: (facts) =>
    es.notice(
      facts,
      es.subject(facts, "pregunta o comentario que nadie ha visto"),
      block(
        facts.event === null
          ? null
          : `La Secretaría Técnica escribió una pregunta o un comentario sobre el informe de ${es.country(facts)} para ${es.round(facts)} ${es.at(facts, facts.event.at)}, y nadie de ${es.country(facts)} lo ha tenido todavía en pantalla en el portal.`,
        "Está en el portal, en el informe; al lado se puede responder.",
        `El portal lo recuerda en ${questionReminderDays} días hábiles como máximo, y deja de hacerlo en cuanto alguien lo ve.`,
      ),
      es.linkTo("Leer y responder", facts.link),
    ),
};

/** Reminder before and on the date for the clarifications. */
export const clarificationsReminder: NoticeLetters = {
  en: (facts) => {
    const seen = en.returnDue(facts);
    return en.notice(
      facts,
      en.subject(facts, seen === null ? "awaited" : en.dateMark(seen), {
        what: "clarifications of",
        day: en.dayToCome(seen),
      }),
      en.opening(facts),
      en.clarificationsRequest(facts),
      en.linkToQuestions(facts),
      en.closing(facts),
      en.crossed(facts),
    );
  },
  es: (facts) => {
    const seen = es.returnDue(facts);
    return es.notice(
      facts,
      es.subject(facts, seen === null ? "en espera" : es.dateMark(seen, "f"), {
        what: "aclaraciones de",
        day: es.dayToCome(seen),
      }),
      es.opening(facts),
      es.clarificationsRequest(facts),
      es.linkToQuestions(facts),
      es.closing(facts),
      es.crossed(facts),
    );
  },
};
