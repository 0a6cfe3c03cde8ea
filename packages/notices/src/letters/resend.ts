import type { SeenDate } from "./dates.ts";
import * as en from "./english.ts";
import type { NoticeFacts, NoticeLetters } from "./notice-facts.ts";
import * as es from "./spanish.ts";

/** A reminder sent by the secretariat by hand. It asks for what is awaited at the time: the report, or its clarifications. */
export const resend: NoticeLetters = {
  en: (facts) => {
    const isReturned = facts.status === "returned";
    const seen = isReturned ? en.returnDue(facts) : en.due(facts);
    const first = en.number(facts);
    const mark = marked(facts, seen);
    return en.notice(
      facts,
      en.subject(facts, mark === null ? first : `${first}, ${en.dateMark(mark)}`, {
        what: isReturned
          ? "clarifications of"
          : facts.withdrawn !== null
            ? "withdrawn report of"
            : facts.obligated
              ? "report of"
              : "voluntary report of",
        day: en.dayToCome(seen),
      }),
      en.opening(facts),
      isReturned ? en.clarificationsRequest(facts) : en.request(facts),
      isReturned ? null : en.progress(facts),
      isReturned ? null : en.missingParts(facts),
      isReturned ? en.linkToQuestions(facts) : en.linkToReport(facts),
      isReturned ? null : en.partial(facts),
      en.closing(facts),
      en.crossed(facts),
    );
  },
  es: (facts) => {
    const isReturned = facts.status === "returned";
    const seen = isReturned ? es.returnDue(facts) : es.due(facts);
    const first = es.number(facts);
    const mark = marked(facts, seen);
    return es.notice(
      facts,
      es.subject(facts, mark === null ? first : `${first}, ${es.dateMark(mark, isReturned ? "f" : "m")}`, {
        what: isReturned
          ? "aclaraciones de"
          : facts.withdrawn !== null
            ? "informe retirado de"
            : facts.obligated
              ? "informe de"
              : "informe voluntario de",
        day: es.dayToCome(seen),
      }),
      es.opening(facts),
      isReturned ? es.clarificationsRequest(facts) : es.request(facts),
      isReturned ? null : es.progress(facts),
      isReturned ? null : es.missingParts(facts),
      isReturned ? es.linkToQuestions(facts) : es.linkToReport(facts),
      isReturned ? null : es.partial(facts),
      es.closing(facts),
      es.crossed(facts),
    );
  },
};

/** The date that the subject counts from: not one that has passed, where nothing is late (a report that was received once, or is owed by nobody). */
function marked(facts: NoticeFacts, seen: SeenDate | null): SeenDate | null {
  const mayBeLate = facts.status === "returned" || (facts.obligated && facts.withdrawn === null);
  return seen?.relation === "past" && !mayBeLate ? null : seen;
}
