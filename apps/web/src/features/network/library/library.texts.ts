import type { DocumentKind } from "@avances/domain/network";
import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

const kinds: Readonly<Record<DocumentKind, string>> = {
  background: "Background",
  report: "Report",
  presentation: "Presentation",
  decision: "Decision",
  other: "Other",
};
const clases: typeof kinds = {
  background: "Antecedentes",
  report: "Informe",
  presentation: "Presentación",
  decision: "Decisión",
  other: "Otro",
};

export const libraryTexts = defineTexts(
  {
    title: "Library",
    count: (n: number) =>
      pluralEn(n, { zero: "No document is here for you to read.", one: "# document.", other: "# documents." }),
    found: (n: number) =>
      pluralEn(n, { zero: "No document fits.", one: "# document fits.", other: "# documents fit." }),
    all: "Show all",
    search: {
      label: "Search the library",
      help: "In titles, summaries and names of files, in both languages; not in what the files say.",
      submit: "Search",
      kind: "Kind",
      meeting: "Meeting",
      visibility: "Visible to exactly",
      any: "All",
    },
    kinds,
    new: "Write a document",
    newLead: "A draft that the Secretariat alone reads. Nobody else sees it before it is filed.",
    form: {
      kind: "Kind of document",
    },
    noBody: "No summary.",
    stillRead: "Only the Secretariat still reads it.",
    withdraw: {
      text: "Others no longer find it. The Secretariat keeps it with your reason. This cannot be taken back; no message is sent.",
      draftText: "The draft stays with the Secretariat as withdrawn. This cannot be taken back.",
    },
    ofMeeting: {
      title: "Documents",
      none: "No document of this meeting is here for you to read.",
      add: "Write a document for this meeting",
      all: (n: string) => `All ${n} in the library`,
    },
  },
  {
    title: "Biblioteca",
    count: (n) =>
      pluralEs(n, {
        zero: "No hay ningún documento que usted pueda leer.",
        one: "# documento.",
        other: "# documentos.",
      }),
    found: (n) =>
      pluralEs(n, {
        zero: "Ningún documento coincide.",
        one: "# documento coincide.",
        other: "# documentos coinciden.",
      }),
    all: "Mostrar todos",
    search: {
      label: "Buscar en la biblioteca",
      help: "En títulos, resúmenes y nombres de archivos, en ambos idiomas; no en lo que dicen los archivos.",
      submit: "Buscar",
      kind: "Clase",
      meeting: "Reunión",
      visibility: "Visible exactamente para",
      any: "Todas",
    },
    kinds: clases,
    new: "Escribir un documento",
    newLead: "Un borrador que lee solo la Secretaría. Nadie más lo ve antes de que se presente.",
    form: {
      kind: "Clase de documento",
    },
    noBody: "Sin resumen.",
    stillRead: "Solo la Secretaría sigue leyéndolo.",
    withdraw: {
      text: "Las demás personas ya no lo encuentran. La Secretaría lo conserva con su motivo. No puede deshacerse; no se envía ningún mensaje.",
      draftText: "El borrador queda en la Secretaría como retirado. No puede deshacerse.",
    },
    ofMeeting: {
      title: "Documentos",
      none: "No hay ningún documento de esta reunión que usted pueda leer.",
      add: "Escribir un documento para esta reunión",
      all: (n) => `Los ${n} en la biblioteca`,
    },
  },
);
