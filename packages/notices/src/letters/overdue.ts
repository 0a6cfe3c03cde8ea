import * as en from "./english.ts";
import { block, type Letters } from "./letter.ts";
import type { NoticeFacts } from "./notice-facts.ts";
import * as es from "./spanish.ts";

/** The due date has passed and nothing was submitted. */
export const overdue: Letters<NoticeFacts> = {
  en: (facts) =>
    en.notice(
      facts,
      `report of ${en.country(facts)}, ${en.dateMark(en.due(facts))}`,
      block(en.standing(facts), en.wouldBeGrateful),
      en.progress(facts),
      en.linkTo("The report is here", facts.link),
      en.crossed,
    ),
  es: (facts) =>
    es.notice(
      facts,
      `informe de ${es.country(facts)}, ${es.dateMark(es.due(facts))}`,
      block(es.standing(facts), es.wouldBeGrateful),
      es.progress(facts),
      es.linkTo("El informe está aquí", facts.link),
      es.crossed,
    ),
};

/** Two weeks and a month after the due date, with a request for good offices. The letter says who else gets it. */
export const escalation: Letters<NoticeFacts> = {
  en: (facts) =>
    en.notice(
      facts,
      `good offices for the report of ${en.country(facts)}, ${en.dateMark(en.due(facts))}`,
      block(
        en.standing(facts),
        "The Technical Secretariat kindly requests your good offices so that the report may be submitted.",
      ),
      en.progress(facts),
      en.linkTo("The report is here", facts.link),
      en.crossed,
    ),
  es: (facts) =>
    es.notice(
      facts,
      `buenos oficios para el informe de ${es.country(facts)}, ${es.dateMark(es.due(facts))}`,
      block(
        es.standing(facts),
        "La Secretaría Técnica solicita atentamente sus buenos oficios para que el informe pueda ser enviado.",
      ),
      es.progress(facts),
      es.linkTo("El informe está aquí", facts.link),
      es.crossed,
    ),
};

/** The last step: the Consultation Group's view of the round no longer waits for this report. */
export const closing: Letters<NoticeFacts> = {
  en: (facts) =>
    en.notice(
      facts,
      `report of ${en.country(facts)} listed as not received`,
      block(
        en.standing(facts),
        en.listedAsNotReceived,
        "What is submitted now is reviewed and published like any other report.",
      ),
      en.progress(facts),
      en.linkTo("The report is here", facts.link),
      en.crossed,
    ),
  es: (facts) =>
    es.notice(
      facts,
      `informe de ${es.country(facts)} consignado como no recibido`,
      block(
        es.standing(facts),
        es.listedAsNotReceived,
        "Lo que se envíe ahora se revisa y se publica como cualquier otro informe.",
      ),
      es.progress(facts),
      es.linkTo("El informe está aquí", facts.link),
      es.crossed,
    ),
};
