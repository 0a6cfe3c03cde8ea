import type { Text } from "@avances/domain/catalogue";
import * as en from "./english.ts";
import type { NoticeLetters } from "./notice-facts.ts";
import * as es from "./spanish.ts";

/** What each reminder advises, below what it asks. */
export const adviceOf = {
  before_30: {
    en: "This time may serve to gather the information of the institutions concerned.",
    es: "Este tiempo puede servir para reunir la información de las instituciones correspondientes.",
  },
  before_14: {
    en: "Each answer is kept in the portal as it is written, so the report can be prepared little by little.",
    es: "El portal guarda cada respuesta a medida que se escribe, de modo que el informe puede prepararse poco a poco.",
  },
  before_7: {
    en: "Before the report is sent, the portal shows on one page what is missing and what needs an explanation.",
    es: "Antes del envío, el portal muestra en una página lo que falta y lo que requiere una explicación.",
  },
  before_1: {
    en: "Only the focal point and the alternate can submit the report.",
    es: "Solo el punto focal y su suplente pueden enviar el informe.",
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Reminders up to and including the due date. Each step has its own subject and sentence; days are counted when it is written. */
export const before30 = reminder(adviceOf.before_30);
export const before14 = reminder(adviceOf.before_14);
export const before7 = reminder(adviceOf.before_7);
export const before1 = reminder(adviceOf.before_1);
export const dueToday = reminder(null);

function reminder(advice: Text | null): NoticeLetters {
  return {
    en: (facts) => {
      const seen = en.due(facts);
      return en.notice(
        facts,
        en.subject(facts, en.dateMark(seen), { day: en.dayToCome(seen) }),
        en.opening(facts),
        en.request(facts),
        en.progress(facts),
        en.missingParts(facts),
        en.linkToReport(facts),
        en.partial(facts),
        en.closing(facts, advice?.en ?? null),
        en.crossed(facts),
      );
    },
    es: (facts) => {
      const seen = es.due(facts);
      return es.notice(
        facts,
        es.subject(facts, es.dateMark(seen), { day: es.dayToCome(seen) }),
        es.opening(facts),
        es.request(facts),
        es.progress(facts),
        es.missingParts(facts),
        es.linkToReport(facts),
        es.partial(facts),
        es.closing(facts, advice?.es ?? null),
        es.crossed(facts),
      );
    },
  };
}
