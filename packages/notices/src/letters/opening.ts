import { localDate } from "@avances/domain/round";
import * as en from "./english.ts";
import { block, type Letters } from "./letter.ts";
import type { NoticeFacts } from "./notice-facts.ts";
import * as es from "./spanish.ts";

const opened = ({ opensOn, now, timeZone }: NoticeFacts) => (opensOn < localDate(now, timeZone) ? opensOn : null);

/** The round has opened: an invitation, also to those who report voluntarily. */
export const opening: Letters<NoticeFacts> = {
  en: (facts) => {
    const since = opened(facts);
    return en.notice(
      facts,
      `invitation to ${en.country(facts)}`,
      block(
        `The Technical Secretariat has the honour to invite ${en.country(facts)} to take part in ${en.round(facts)} on the implementation of the Palermo Protocols, which ${since === null ? "is open" : `has been open since ${en.date(since)}`}.`,
        en.standing(facts),
        "Where an answer of the last accepted report can still hold, the portal proposes it, to be confirmed or changed.",
      ),
      en.linkTo("The report is here", facts.link),
    );
  },
  es: (facts) => {
    const since = opened(facts);
    return es.notice(
      facts,
      `invitación a ${es.country(facts)}`,
      block(
        `La Secretaría Técnica tiene el honor de invitar a ${es.country(facts)} a participar en ${es.round(facts)} sobre la aplicación de los Protocolos de Palermo, que se encuentra abierta${since === null ? "" : ` desde el ${es.date(since)}`}.`,
        es.standing(facts),
        "Cuando una respuesta del último informe aceptado puede seguir vigente, el portal la propone para confirmarla o cambiarla.",
      ),
      es.linkTo("El informe está aquí", facts.link),
    );
  },
};
