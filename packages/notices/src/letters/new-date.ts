import * as en from "./english.ts";
import { block } from "./letter.ts";
import type { NoticeLetters } from "./notice-facts.ts";
import * as es from "./spanish.ts";

/** The due date of this country was moved. The reason stays in the portal: mails do not carry what people write about a report. */
export const extended: NoticeLetters = {
  en: (facts) =>
    en.notice(
      facts,
      en.subject(facts, `new due date, ${en.short(facts, facts.dueOn)}`),
      block(
        `The Technical Secretariat has set ${en.date(facts.dueOn)} as the due date of the report of ${en.country(facts)}.`,
        facts.datedByRound ? `This is the date of the round: there is no extension for ${en.country(facts)}.` : null,
        en.awaited(facts),
      ),
      en.linkToReport(facts),
    ),
  es: (facts) =>
    es.notice(
      facts,
      es.subject(facts, `nuevo plazo, hasta el ${es.short(facts, facts.dueOn)}`),
      block(
        `La Secretaría Técnica ha fijado el ${es.date(facts.dueOn)} como fecha límite del informe de ${es.country(facts)}.`,
        facts.datedByRound ? `Es la fecha de la ronda: no rige ninguna prórroga para ${es.country(facts)}.` : null,
        es.awaited(facts),
      ),
      es.linkToReport(facts),
    ),
};

/** The country need not report in this round, and may. */
export const exempted: NoticeLetters = {
  en: (facts) =>
    en.notice(
      facts,
      en.subject(facts, "no report expected", { what: "" }),
      block(
        `The Technical Secretariat has recorded that no report is expected of ${en.country(facts)} for ${en.round(facts)}.`,
        "No further reminder of the due date of this round is sent to your country.",
        "Should it wish to report nevertheless, the report stays open in the portal.",
      ),
      en.linkTo("Open the report", facts.link),
    ),
  es: (facts) =>
    es.notice(
      facts,
      es.subject(facts, "no se espera informe", { what: "" }),
      block(
        `La Secretaría Técnica ha registrado que no se espera ningún informe de ${es.country(facts)} para ${es.round(facts)}.`,
        "No se envían a su país más recordatorios de la fecha límite de esta ronda.",
        "Si aun así desea informar, el informe permanece abierto en el portal.",
      ),
      es.linkTo("Abrir el informe", facts.link),
    ),
};

/** The round was opened by mistake. The portal and the contact person say why, and what follows. */
export const roundCancelled: NoticeLetters = {
  en: (facts) =>
    en.notice(
      facts,
      en.subject(facts, "round cancelled, nothing is asked", { what: "" }),
      block(
        `The Technical Secretariat has cancelled ${en.round(facts)}.`,
        `Nothing is asked of ${en.country(facts)} in it; please disregard earlier messages about it.`,
      ),
      en.linkTo("Open your page in the portal", facts.link),
    ),
  es: (facts) =>
    es.notice(
      facts,
      es.subject(facts, "ronda cancelada, no se solicita nada", { what: "" }),
      block(
        `La Secretaría Técnica ha cancelado ${es.round(facts)}.`,
        `No se solicita nada a ${es.country(facts)} en ella; le rogamos no tomar en cuenta los mensajes anteriores al respecto.`,
      ),
      es.linkTo("Abrir su página en el portal", facts.link),
    ),
};

/** Returned work has a new date. */
export const returnDate: NoticeLetters = {
  en: (facts) =>
    en.notice(
      facts,
      en.subject(facts, `new due date, ${en.short(facts, facts.returnDueOn ?? facts.dueOn)}`, {
        what: "clarifications of",
      }),
      block(
        `The Technical Secretariat has set ${en.date(facts.returnDueOn ?? facts.dueOn)} as the due date of the clarifications of ${en.country(facts)}.`,
        en.clarificationsAwaited(facts),
      ),
      en.linkToQuestions(facts),
    ),
  es: (facts) =>
    es.notice(
      facts,
      es.subject(facts, `nuevo plazo, hasta el ${es.short(facts, facts.returnDueOn ?? facts.dueOn)}`, {
        what: "aclaraciones de",
      }),
      block(
        `La Secretaría Técnica ha fijado el ${es.date(facts.returnDueOn ?? facts.dueOn)} como fecha límite de las aclaraciones de ${es.country(facts)}.`,
        es.clarificationsAwaited(facts),
      ),
      es.linkToQuestions(facts),
    ),
};

/** An exemption was taken back. Of a country that reports voluntarily nothing is expected; it is invited. */
export const expectedAgain: NoticeLetters = {
  en: (facts) =>
    en.notice(
      facts,
      facts.obligated
        ? en.subject(facts, "expected again", { day: en.dayToCome(en.due(facts)) })
        : en.subject(facts, "exemption ended", { what: "voluntary report of", day: en.dayToCome(en.due(facts)) }),
      block(
        `The Technical Secretariat has recorded that ${en.country(facts)} is no longer exempt from reporting for this round.`,
        en.awaited(facts),
      ),
      en.linkToReport(facts),
    ),
  es: (facts) =>
    es.notice(
      facts,
      facts.obligated
        ? es.subject(facts, "se espera de nuevo", { day: es.dayToCome(es.due(facts)) })
        : es.subject(facts, "fin de la exención", { what: "informe voluntario de", day: es.dayToCome(es.due(facts)) }),
      block(
        `La Secretaría Técnica ha registrado que la exención de ${es.country(facts)} en esta ronda ya no rige.`,
        es.awaited(facts),
      ),
      es.linkToReport(facts),
    ),
};
