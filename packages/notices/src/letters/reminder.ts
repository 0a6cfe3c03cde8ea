import type { Text } from "@avances/domain/catalogue";
import * as en from "./english.ts";
import type { NoticeLetters } from "./notice-facts.ts";
import * as es from "./spanish.ts";

/** Reminders up to and including the due date. Each step has its own subject and sentence; days are counted when it is written. */
export const before30 = reminder({
  en: "This time may serve to gather the information of the institutions concerned.",
  es: "Este tiempo puede servir para reunir la información de las instituciones correspondientes.",
});
export const before14 = reminder({
  en: "Each answer is kept in the portal as it is written, so the report can be prepared little by little.",
  es: "El portal guarda cada respuesta a medida que se escribe, de modo que el informe puede prepararse poco a poco.",
});
export const before7 = reminder({
  en: "Before the report is sent, the portal shows on one page what is missing and what needs an explanation.",
  es: "Antes del envío, el portal muestra en una página lo que falta y lo que requiere una explicación.",
});
export const before1 = reminder({
  en: "Only the focal point and the alternate can submit the report.",
  es: "Solo el punto focal y su suplente pueden enviar el informe.",
});
export const dueToday = reminder(null);

function reminder(advice: Text | null): NoticeLetters {
  return {
    en: (facts) => {
      const seen = en.due(facts);
      return en.notice(
        facts,
        en.subject(facts, en.dateMark(seen), { day: en.dayToCome(seen) }),
        en.request(facts),
        en.progress(facts),
        en.missingParts(facts),
        en.linkToReport(facts),
        en.partial(facts),
        advice?.en ?? null,
        en.crossed,
      );
    },
    es: (facts) => {
      const seen = es.due(facts);
      return es.notice(
        facts,
        es.subject(facts, es.dateMark(seen), { day: es.dayToCome(seen) }),
        es.request(facts),
        es.progress(facts),
        es.missingParts(facts),
        es.linkToReport(facts),
        es.partial(facts),
        advice?.es ?? null,
        es.crossed,
      );
    },
  };
}
