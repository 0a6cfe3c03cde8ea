import * as en from "./english.ts";
import { block, type Letters } from "./letter.ts";
import type { NoticeFacts } from "./notice-facts.ts";
import * as es from "./spanish.ts";

/** The due date of this country was moved. The reason stays in the portal: mails do not carry what people write about a report. */
export const extended: Letters<NoticeFacts> = {
  en: (facts) =>
    en.notice(
      facts,
      `due date of the report of ${en.country(facts)} is now ${en.date(facts.dueOn)}`,
      block(
        `The Technical Secretariat has set ${en.date(facts.dueOn)} as the due date of the report of ${en.country(facts)}.`,
        facts.datedByRound ? `This is the date of the round: there is no extension for ${en.country(facts)}.` : null,
        en.standing(facts),
      ),
      en.linkTo("The report is here", facts.link),
    ),
  es: (facts) =>
    es.notice(
      facts,
      `la fecha límite del informe de ${es.country(facts)} es ahora el ${es.date(facts.dueOn)}`,
      block(
        `La Secretaría Técnica ha fijado el ${es.date(facts.dueOn)} como fecha límite del informe de ${es.country(facts)}.`,
        facts.datedByRound ? `Es la fecha de la ronda: no rige ninguna prórroga para ${es.country(facts)}.` : null,
        es.standing(facts),
      ),
      es.linkTo("El informe está aquí", facts.link),
    ),
};

/** The country need not report in this round, and may. */
export const exempted: Letters<NoticeFacts> = {
  en: (facts) =>
    en.notice(
      facts,
      `${en.country(facts)} need not report`,
      block(
        `The Technical Secretariat has recorded that ${en.country(facts)} need not report for ${en.round(facts)}.`,
        "No further reminder of the due date of this round is sent to your country.",
        "Should it wish to report nevertheless, the report stays open in the portal.",
      ),
      en.linkTo("The report is here", facts.link),
    ),
  es: (facts) =>
    es.notice(
      facts,
      `${es.country(facts)} no tiene que informar`,
      block(
        `La Secretaría Técnica ha registrado que ${es.country(facts)} no tiene que informar para ${es.round(facts)}.`,
        "No se envían a su país más recordatorios de la fecha límite de esta ronda.",
        "Si aun así desea informar, el informe permanece abierto en el portal.",
      ),
      es.linkTo("El informe está aquí", facts.link),
    ),
};

/** The round was opened by mistake. The portal and the contact person say why, and what follows. */
export const roundCancelled: Letters<NoticeFacts> = {
  en: (facts) =>
    en.notice(
      facts,
      `the round has been withdrawn, nothing is asked of ${en.country(facts)}`,
      block(
        `The Technical Secretariat has withdrawn ${en.round(facts)}.`,
        `Nothing is asked of ${en.country(facts)} in it; please disregard earlier messages about it.`,
      ),
      en.linkTo("Your page in the portal is here", facts.link),
    ),
  es: (facts) =>
    es.notice(
      facts,
      `la ronda ha sido retirada, no se solicita nada a ${es.country(facts)}`,
      block(
        `La Secretaría Técnica ha retirado ${es.round(facts)}.`,
        `No se solicita nada a ${es.country(facts)} en ella; le rogamos no tomar en cuenta los mensajes anteriores al respecto.`,
      ),
      es.linkTo("Su página en el portal está aquí", facts.link),
    ),
};

/** Returned work has a new date. */
export const returnDate: Letters<NoticeFacts> = {
  en: (facts) =>
    en.notice(
      facts,
      `due date of the clarifications of ${en.country(facts)} is now ${en.date(facts.returnDueOn ?? facts.dueOn)}`,
      block(
        `The Technical Secretariat has set ${en.date(facts.returnDueOn ?? facts.dueOn)} as the due date of the clarifications of ${en.country(facts)}.`,
        en.clarificationsStanding(facts),
      ),
      en.linkTo("The report is here", facts.link),
    ),
  es: (facts) =>
    es.notice(
      facts,
      `la fecha límite de las aclaraciones de ${es.country(facts)} es ahora el ${es.date(facts.returnDueOn ?? facts.dueOn)}`,
      block(
        `La Secretaría Técnica ha fijado el ${es.date(facts.returnDueOn ?? facts.dueOn)} como fecha límite de las aclaraciones de ${es.country(facts)}.`,
        es.clarificationsStanding(facts),
      ),
      es.linkTo("El informe está aquí", facts.link),
    ),
};

/** An exemption was taken back. */
export const expectedAgain: Letters<NoticeFacts> = {
  en: (facts) =>
    en.notice(
      facts,
      `report of ${en.country(facts)} expected again`,
      block(
        `The Technical Secretariat has recorded that ${en.country(facts)} is no longer exempt from reporting for this round.`,
        en.standing(facts),
      ),
      en.linkTo("The report is here", facts.link),
    ),
  es: (facts) =>
    es.notice(
      facts,
      `se espera de nuevo el informe de ${es.country(facts)}`,
      block(
        `La Secretaría Técnica ha registrado que la exención de ${es.country(facts)} en esta ronda ya no rige.`,
        es.standing(facts),
      ),
      es.linkTo("El informe está aquí", facts.link),
    ),
};
