import { defineTexts } from "#i18n/i18n.ts";

export const chartTexts = defineTexts(
  {
    showTable: "Show the table",
    hideTable: "Hide the table",
    source: "Source:",
    edition: (id: number, date: string) =>
      `Figures or states shown here last changed with edition ${id}, published on ${date}.`,
    notes: "Notes",
    country: "Country",
    year: "Year",
    others: "Other countries",
    everybody: "Each line is a country",
    rangeKey:
      "The bar behind a point is its range: the score if every missing answer were the worst or the best. Dashed: insufficient data for a score.",
    notGiven: "Breakdown not given",
    noNumbers: "No number can be drawn for these years. The marks and the table say why.",
    ownScale: "Each panel has its own scale: heights cannot be compared between panels.",
    level: (level: string, label: string) => `Level ${level}: ${label}`,
    levels: "Levels",
    yes: "Yes",
    no: "No",
    noRound: "no round was held",
  },
  {
    showTable: "Mostrar la tabla",
    hideTable: "Ocultar la tabla",
    source: "Fuente:",
    edition: (id, date) =>
      `Las cifras o los estados que aquí se muestran cambiaron por última vez con la edición ${id}, publicada el ${date}.`,
    notes: "Notas",
    country: "País",
    year: "Año",
    others: "Otros países",
    everybody: "Cada línea es un país",
    rangeKey:
      "La franja tras cada punto es su rango: el puntaje si toda respuesta que falta fuera la peor o la mejor. Con línea discontinua: datos insuficientes para un puntaje.",
    notGiven: "Sin desagregación",
    noNumbers: "No hay cifras que dibujar para estos años. Las marcas y la tabla dicen por qué.",
    ownScale: "Cada panel tiene su propia escala: las alturas no se pueden comparar entre paneles.",
    level: (level, label) => `Nivel ${level}: ${label}`,
    levels: "Niveles",
    yes: "Sí",
    no: "No",
    noRound: "no hubo ronda",
  },
);
