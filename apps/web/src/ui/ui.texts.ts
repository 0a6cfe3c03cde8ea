import { defineTexts } from "#i18n/i18n.ts";

/** Words of the shared components. Kept short: they are in the first chunk. */
export const uiTexts = defineTexts(
  {
    optional: "optional",
    required: "required",
    close: "Close",
    breadcrumbs: "You are here",
    loading: "Loading…",
    needsScript: "This drawing needs JavaScript. Its figures are in the table.",
    theme: { label: "Appearance", system: "As the system", light: "Light", dark: "Dark" },
    /** Shown to readers of the other languages. */
    readHere: "Read in English",
    demonstration: "Demonstration data, not real figures",
    demonstrationMore: "Every country answer on these pages was generated to show how the portal works.",
    errorPrefix: "Error:",
    scrollHint: "Table, scrolls sideways",
    sortBy: (column: string) => `Sort by ${column}`,
    progress: (done: string, of: string) => `${done} of ${of}`,
    used: (length: string, limit: string) => `${length} of ${limit} characters`,
    kept: {
      here: "What you wrote before is still here.",
      anew: "Start anew",
      emptied: "The form was emptied.",
      undo: "Undo",
    },
    tooLong: (excess: string, used: string) => `${used}: ${excess} too many. Not saved until it is shorter.`,
  },
  {
    optional: "opcional",
    required: "obligatorio",
    close: "Cerrar",
    breadcrumbs: "Usted está en",
    loading: "Cargando…",
    needsScript: "Este dibujo necesita JavaScript. Sus cifras están en la tabla.",
    theme: { label: "Apariencia", system: "Como el sistema", light: "Clara", dark: "Oscura" },
    readHere: "Leer en español",
    demonstration: "Datos de demostración, no son cifras reales",
    demonstrationMore:
      "Todas las respuestas de países en estas páginas se generaron para mostrar cómo funciona el portal.",
    errorPrefix: "Error:",
    scrollHint: "Tabla, se desplaza hacia los lados",
    sortBy: (column) => `Ordenar por ${column}`,
    progress: (done, of) => `${done} de ${of}`,
    used: (length, limit) => `${length} de ${limit} caracteres`,
    kept: {
      here: "Lo que escribió antes sigue aquí.",
      anew: "Empezar de nuevo",
      emptied: "El formulario se vació.",
      undo: "Deshacer",
    },
    tooLong: (excess, used) => `${used}: sobran ${excess}. No se guarda mientras no sea más corto.`,
  },
);
