import * as en from "./english.ts";
import type { NoticeLetters } from "./notice-facts.ts";
import * as es from "./spanish.ts";

/** The due date has passed and nothing was submitted. */
export const overdue: NoticeLetters = {
  en: (facts) =>
    en.notice(
      facts,
      en.subject(facts, en.dateMark(en.due(facts))),
      en.opening(facts),
      en.request(facts),
      en.progress(facts),
      en.missingParts(facts),
      en.linkToReport(facts),
      en.partial(facts),
      en.closing(facts),
      en.crossed(facts),
    ),
  es: (facts) =>
    es.notice(
      facts,
      es.subject(facts, es.dateMark(es.due(facts))),
      es.opening(facts),
      es.request(facts),
      es.progress(facts),
      es.missingParts(facts),
      es.linkToReport(facts),
      es.partial(facts),
      es.closing(facts),
      es.crossed(facts),
    ),
};

/** Two weeks and a month after the due date, with a request for good offices. The letter says who else gets it. */
export const escalation: NoticeLetters = {
  en: (facts) =>
    en.notice(
      facts,
      en.subject(facts, `good offices, ${en.days(en.due(facts).days)} past due`),
      en.opening(facts),
      en.request(facts),
      en.closing(
        facts,
        "The Technical Secretariat kindly requests your good offices so that the report may be submitted.",
      ),
      en.progress(facts),
      en.missingParts(facts),
      en.linkToReport(facts),
      en.partial(facts),
      en.crossed(facts),
    ),
  es: (facts) =>
    es.notice(
      facts,
      es.subject(facts, `buenos oficios, ${es.days(es.due(facts).days)} después`),
      es.opening(facts),
      es.request(facts),
      es.closing(
        facts,
        "La Secretaría Técnica solicita atentamente sus buenos oficios para que el informe pueda ser enviado.",
      ),
      es.progress(facts),
      es.missingParts(facts),
      es.linkToReport(facts),
      es.partial(facts),
      es.crossed(facts),
    ),
};

/** The last step: the Consultation Group's view of the round no longer waits for this report. */
export const closing: NoticeLetters = {
  en: (facts) =>
    en.notice(
      facts,
      en.subject(facts, "listed as not received"),
      en.opening(facts),
      en.request(facts),
      `${en.listedAsNotReceived} ${en.stillPublished}`,
      en.progress(facts),
      en.missingParts(facts),
      en.linkToReport(facts),
      en.partial(facts),
      en.closing(facts),
      en.crossed(facts),
    ),
  es: (facts) =>
    es.notice(
      facts,
      es.subject(facts, "consignado como no recibido"),
      es.opening(facts),
      es.request(facts),
      `${es.listedAsNotReceived} ${es.stillPublished}`,
      es.progress(facts),
      es.missingParts(facts),
      es.linkToReport(facts),
      es.partial(facts),
      es.closing(facts),
      es.crossed(facts),
    ),
};
