import * as en from "./english.ts";
import { block } from "./letter.ts";
import type { NoticeFacts, NoticeLetters } from "./notice-facts.ts";
import * as es from "./spanish.ts";

/** Had the country's own date passed when the round was closed? Else its extension stands. */
const isOver = (facts: NoticeFacts) => en.due(facts).relation === "past";

/** The Secretariat closed the round before its day. The reason stays in the portal, as with every act. */
export const roundClosed: NoticeLetters = {
  en: (facts) =>
    en.notice(
      facts,
      en.subject(
        facts,
        isOver(facts) ? "round closed, not received" : `round closed, extension until ${en.short(facts, facts.dueOn)}`,
      ),
      block(
        `The Technical Secretariat has closed ${en.round(facts)}.`,
        isOver(facts) ? null : `The extension of ${en.country(facts)} stands.`,
        en.awaited(facts),
      ),
      isOver(facts) ? `${en.listedAsNotReceived} ${en.stillPublished}` : null,
      en.progress(facts),
      en.missingParts(facts),
      en.linkToReport(facts),
      isOver(facts) ? en.crossed(facts) : null,
    ),
  es: (facts) =>
    es.notice(
      facts,
      es.subject(
        facts,
        isOver(facts) ? "ronda cerrada, no recibido" : `ronda cerrada, prórroga al ${es.short(facts, facts.dueOn)}`,
      ),
      block(
        `La Secretaría Técnica ha cerrado ${es.round(facts)}.`,
        isOver(facts) ? null : `La prórroga de ${es.country(facts)} sigue vigente.`,
        es.awaited(facts),
      ),
      isOver(facts) ? `${es.listedAsNotReceived} ${es.stillPublished}` : null,
      es.progress(facts),
      es.missingParts(facts),
      es.linkToReport(facts),
      isOver(facts) ? es.crossed(facts) : null,
    ),
};

/** It was opened again. */
export const roundReopened: NoticeLetters = {
  en: (facts) =>
    en.notice(
      facts,
      en.subject(facts, "round open again", { day: en.dayToCome(en.due(facts)) }),
      block(`The Technical Secretariat has opened ${en.round(facts)} again.`, en.awaited(facts)),
      en.progress(facts),
      en.missingParts(facts),
      en.linkToReport(facts),
    ),
  es: (facts) =>
    es.notice(
      facts,
      es.subject(facts, "ronda abierta de nuevo", { day: es.dayToCome(es.due(facts)) }),
      block(`La Secretaría Técnica ha abierto de nuevo ${es.round(facts)}.`, es.awaited(facts)),
      es.progress(facts),
      es.missingParts(facts),
      es.linkToReport(facts),
    ),
};
