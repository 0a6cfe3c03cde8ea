import type { Language } from "@avances/domain/catalogue";
import type { ValueMark } from "../series/index.ts";

/** The words of the pages for each mark (`value-state.texts.ts` of the web application, which files cannot read; a test compares them). */
export const markWords: Readonly<Record<Language, Readonly<Record<ValueMark, string>>>> = {
  en: {
    not_reported: "Not reported",
    not_available: "Not available",
    not_applicable: "Not applicable",
    unconfirmed: "Declared not applicable, not confirmed",
    small_base: "Too few cases",
    suppressed: "Hidden to protect persons",
    insufficient: "Insufficient data for a score",
    received: "Received, in review",
    not_published: "Not published",
    not_published_yet: "Not published yet",
    exempt: "Exempt",
    not_asked: "Not asked, may report voluntarily",
  },
  es: {
    not_reported: "No informado",
    not_available: "No disponible",
    not_applicable: "No aplica",
    unconfirmed: "Declarado no aplicable, sin confirmar",
    small_base: "Muy pocos casos",
    suppressed: "Oculto para proteger a personas",
    insufficient: "Datos insuficientes para un puntaje",
    received: "Recibido, en revisión",
    not_published: "No publicado",
    not_published_yet: "Aún no publicado",
    exempt: "Exento",
    not_asked: "No se le pide, puede informar voluntariamente",
  },
};
