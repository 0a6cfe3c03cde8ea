import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

/** Words of the bar over the form. */
export const barTexts = defineTexts(
  {
    due: {
      open: "Due:",
      returned: "Please answer by:",
      until: (capital: string) => `23:59 in ${capital}`,
      left: (n: number) => pluralEn(n, { zero: "today is the last day", one: "# day left", other: "# days left" }),
      passed: "The date has passed; the report is still received.",
      sent: (date: string) => `Sent on ${date}`,
    },
    progress: (done: string, of: string) => `${done} of ${of} answered`,
    save: {
      saving: "Saving…",
      all: "All saved",
      allAt: (time: string) => `All saved, ${time}`,
      waiting: (n: number) => pluralEn(n, { one: "# on this device", other: "# on this device" }),
      /** Where the browser does not store them. */
      unsent: (n: number) => pluralEn(n, { one: "# to be sent", other: "# to be sent" }),
      failed: (n: number) => pluralEn(n, { one: "# not saved", other: "# not saved" }),
    },
    show: {
      label: "Show",
      all: "All",
      missing: "No answer",
      findings: "With findings",
      questioned: "Questioned",
      mine: "Under my name",
    },
    undo: "Undo",
    check: "Check and submit",
    next: "Next without an answer",
    key: "Alt ↓",
    noneMissing: "Nothing that you can answer is without an answer.",
  },
  {
    due: {
      open: "Fecha límite:",
      returned: "Responda a más tardar el",
      until: (capital) => `23:59 en ${capital}`,
      left: (n) => pluralEs(n, { zero: "hoy es el último día", one: "falta # día", other: "faltan # días" }),
      passed: "La fecha ya pasó; el informe todavía se recibe.",
      sent: (date) => `Enviado el ${date}`,
    },
    progress: (done, of) => `${done} de ${of} con respuesta`,
    save: {
      saving: "Guardando…",
      all: "Todo guardado",
      allAt: (time) => `Todo guardado, ${time}`,
      waiting: (n) => pluralEs(n, { one: "# en este dispositivo", other: "# en este dispositivo" }),
      unsent: (n) => pluralEs(n, { one: "# por enviar", other: "# por enviar" }),
      failed: (n) => pluralEs(n, { one: "# sin guardar", other: "# sin guardar" }),
    },
    show: {
      label: "Mostrar",
      all: "Todas",
      missing: "Sin respuesta",
      findings: "Con observaciones",
      questioned: "Con pregunta",
      mine: "Con mi nombre",
    },
    undo: "Deshacer",
    check: "Revisar y enviar",
    next: "Siguiente sin respuesta",
    key: "Alt ↓",
    noneMissing: "No falta ninguna respuesta que usted pueda dar.",
  },
);
