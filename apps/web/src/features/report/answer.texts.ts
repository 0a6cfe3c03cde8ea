import { defineTexts } from "#i18n/i18n.ts";

/** Words of an answer wherever the report shows one. */
export const answerTexts = defineTexts(
  {
    yes: "Yes",
    no: "No",
    level: "Level",
    of: (n: string, d: string, percent: string) => (percent === "" ? `${n} of ${d}` : `${n} of ${d} (${percent})`),
    blank: "blank",
    by: (list: string) => `By ${list}`,
    comment: { figure: "Comment on the figure", answer: "Comment on the answer" },
    evidence: "Evidence",
  },
  {
    yes: "Sí",
    no: "No",
    level: "Nivel",
    of: (n, d, percent) => (percent === "" ? `${n} de ${d}` : `${n} de ${d} (${percent})`),
    blank: "en blanco",
    by: (list) => `Por ${list}`,
    comment: { figure: "Comentario sobre la cifra", answer: "Comentario sobre la respuesta" },
    evidence: "Medios de verificación",
  },
);
