import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

export const documentsTexts = defineTexts(
  {
    title: "Documents",
    eyebrow: "The Network’s library",
    description:
      "Documents of the Liaison Officer Network to Combat Migrant Smuggling and Trafficking in Persons that are shown to everybody.",
    lead: "Documents of the Network of liaison officers that are shown to everybody, each in the version that was filed last.",
    search: "Search",
    help: "In titles, summaries, senders and names of files, in both languages; not in what the files say.",
    count: (n: number) =>
      pluralEn(n, { zero: "No document is shown to everybody.", one: "# document.", other: "# documents." }),
    found: (n: number) =>
      pluralEn(n, { zero: "No document fits.", one: "# document fits.", other: "# documents fit." }),
    noneBody: "What the Network reads among itself does not stand here.",
    clear: "Show all",
    by: (who: string) => `from: ${who}`,
    filed: (day: string) => `filed ${day}`,
    version: (n: string) => `version ${n}`,
    languages: (list: string) => `Title and summary: ${list}`,
    language: (name: string, state: string) => `${name} (${state})`,
    states: {
      original: "original",
      translated: "translation",
      machine: "machine translation",
      outdated: "translation of earlier words",
      missing: "not translated",
    },
    noFile: "No file.",
    about: "About:",
    source: (name: string) => `Published source: ${name}.`,
    invented: "Invented for the demonstration.",
    read: "Read the summary",
  },
  {
    title: "Documentos",
    eyebrow: "La biblioteca de la Red",
    description:
      "Documentos de la Red de Funcionarios de Enlace para el Combate al Tráfico Ilícito de Migrantes y la Trata de Personas que están a la vista de todas las personas.",
    lead: "Documentos de la Red de funcionarios de enlace que están a la vista de todas las personas, cada uno en la última versión presentada.",
    search: "Buscar",
    help: "En títulos, resúmenes, remitentes y nombres de archivos, en ambos idiomas; no en lo que dicen los archivos.",
    count: (n) =>
      pluralEs(n, {
        zero: "Ningún documento está a la vista de todas las personas.",
        one: "# documento.",
        other: "# documentos.",
      }),
    found: (n) =>
      pluralEs(n, {
        zero: "Ningún documento coincide.",
        one: "# documento coincide.",
        other: "# documentos coinciden.",
      }),
    noneBody: "Aquí no está lo que la Red lee entre sus integrantes y observadores.",
    clear: "Mostrar todos",
    by: (who) => `de: ${who}`,
    filed: (day) => `presentado el ${day}`,
    version: (n) => `versión ${n}`,
    languages: (list) => `Título y resumen: ${list}`,
    language: (name, state) => `${name} (${state})`,
    states: {
      original: "original",
      translated: "traducción",
      machine: "traducción automática",
      outdated: "traducción de un texto anterior",
      missing: "sin traducir",
    },
    noFile: "Sin archivo.",
    about: "Sobre:",
    source: (name) => `Fuente publicada: ${name}.`,
    invented: "Inventado para la demostración.",
    read: "Leer el resumen",
  },
);
