import { localDate } from "@avances/domain/round";
import * as en from "./english.ts";
import type { NoticeFacts, NoticeLetters } from "./notice-facts.ts";
import * as es from "./spanish.ts";

const opened = ({ opensOn, now, timeZone }: NoticeFacts) => (opensOn < localDate(now, timeZone) ? opensOn : null);

/** The round has opened: an invitation, also to those who report voluntarily. */
export const opening: NoticeLetters = {
  en: (facts) => {
    const since = opened(facts);
    return en.notice(
      facts,
      en.subject(facts, "invitation", { day: en.dayToCome(en.due(facts)) }),
      en.opening(
        facts,
        `The Technical Secretariat has the honour to invite ${en.country(facts)} to take part in the ${facts.roundYear} round of reports on the implementation of the Palermo Protocols, which ${since === null ? "is open" : `has been open since ${en.date(since)}`}.`,
      ),
      en.request(facts),
      en.closing(
        facts,
        "Where an answer of the last accepted report can still hold, the portal proposes it, to be confirmed or changed.",
      ),
      en.linkTo("Open the report", facts.link),
    );
  },
  es: (facts) => {
    const since = opened(facts);
    return es.notice(
      facts,
      es.subject(facts, "invitación", { day: es.dayToCome(es.due(facts)) }),
      es.opening(
        facts,
        `La Secretaría Técnica tiene el honor de invitar a ${es.country(facts)} a participar en la ronda ${facts.roundYear} de informes sobre la aplicación de los Protocolos de Palermo, que se encuentra abierta${since === null ? "" : ` desde el ${es.date(since)}`}.`,
      ),
      es.request(facts),
      es.closing(
        facts,
        "Cuando una respuesta del último informe aceptado puede seguir vigente, el portal la propone para confirmarla o cambiarla.",
      ),
      es.linkTo("Abrir el informe", facts.link),
    );
  },
};
