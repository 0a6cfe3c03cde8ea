import type { Text } from "@avances/domain/catalogue";
import * as en from "./english.ts";
import { block, type Letters } from "./letter.ts";
import type { NoticeFacts } from "./notice-facts.ts";
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

function reminder(advice: Text | null): Letters<NoticeFacts> {
  return {
    en: (facts) =>
      en.notice(
        facts,
        `report of ${en.country(facts)}, ${en.dateMark(en.due(facts))}`,
        block(en.standing(facts), advice?.en ?? null),
        en.progress(facts),
        en.linkTo("The report is here", facts.link),
        en.crossed,
      ),
    es: (facts) =>
      es.notice(
        facts,
        `informe de ${es.country(facts)}, ${es.dateMark(es.due(facts))}`,
        block(es.standing(facts), advice?.es ?? null),
        es.progress(facts),
        es.linkTo("El informe está aquí", facts.link),
        es.crossed,
      ),
  };
}
