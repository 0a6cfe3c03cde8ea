import { defineTexts } from "#i18n/i18n.ts";

/** Words for what stands in the place of a figure. Every table, chart, legend and sentence uses these and no others. */
export const valueStateTexts = defineTexts(
  {
    legend: "Marks used here",
    state: {
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
  },
  {
    legend: "Marcas usadas aquí",
    state: {
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
  },
);
