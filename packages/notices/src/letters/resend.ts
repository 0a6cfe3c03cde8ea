import type { SeenDate } from "./dates.ts";
import * as en from "./english.ts";
import { block, type Letters } from "./letter.ts";
import type { NoticeFacts } from "./notice-facts.ts";
import * as es from "./spanish.ts";

/** A reminder sent by the secretariat by hand. It asks for what is awaited at the time: the report, or its clarifications. */
export const resend: Letters<NoticeFacts> = {
  en: (facts) => {
    const isReturned = facts.status === "returned";
    const seen = isReturned ? en.returnDue(facts) : en.due(facts);
    return en.notice(
      facts,
      [
        `reminder to ${en.country(facts)} about its ${isReturned ? "clarifications" : facts.withdrawn ? "report that was taken back" : "report"}`,
        seen &&
          facts.withdrawn === null &&
          `${seen.relation === "past" ? "expected by" : "due on"} ${en.date(seen.date)}`,
        isCounted(facts) && `request no. ${facts.ask?.nth}`,
      ]
        .filter(Boolean)
        .join(", "),
      isReturned
        ? en.clarificationsStanding(facts)
        : block(en.standing(facts), isLate(facts, seen) ? en.wouldBeGrateful : null),
      isReturned ? null : en.progress(facts),
      en.linkTo("The report is here", facts.link),
      en.crossed,
    );
  },
  es: (facts) => {
    const isReturned = facts.status === "returned";
    const seen = isReturned ? es.returnDue(facts) : es.due(facts);
    return es.notice(
      facts,
      [
        `recordatorio a ${es.country(facts)} sobre ${isReturned ? "sus aclaraciones" : facts.withdrawn ? "su informe retirado" : "su informe"}`,
        seen &&
          facts.withdrawn === null &&
          `${seen.relation === "past" ? "esperado para el" : "con fecha límite el"} ${es.date(seen.date)}`,
        isCounted(facts) && `solicitud n.º ${facts.ask?.nth}`,
      ]
        .filter(Boolean)
        .join(", "),
      isReturned
        ? es.clarificationsStanding(facts)
        : block(es.standing(facts), isLate(facts, seen) ? es.wouldBeGrateful : null),
      isReturned ? null : es.progress(facts),
      es.linkTo("El informe está aquí", facts.link),
      es.crossed,
    );
  },
};

const isCounted = ({ ask }: NoticeFacts) => ask !== null && ask.nth > 1;
/** A report that was sent once was received, whatever date has passed. */
const isLate = (facts: NoticeFacts, seen: SeenDate | null) =>
  facts.obligated && facts.withdrawn === null && seen?.relation === "past";
