import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import { documentKindTexts } from "#ui/document-kinds.texts.ts";

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
      about: "Belongs to",
      oneMatter: "what you came from",
      any: "Any",
    },
    kinds: documentKindTexts.en,
    new: "Write a document",
    newLead: "A draft that the Secretariat alone reads. Nobody else sees it before it is filed.",
    everybody:
      "Everybody reads the present version without an account, on the page of documents and on those of the indicators, objectives, articles and countries to which it belongs, until you withdraw it. It can no longer be shown to fewer.",
    form: {
      kind: "Kind of document",
    },
    faults: { link_unknown: "One of the things to which it belongs is not there, or you cannot read it." },
    belongs: {
      title: "To what it belongs",
      label: "Indicators, objectives, articles and countries to which it belongs",
      add: "Add an indicator, objective, article or country",
      help: "It is shown on their pages to everybody once everybody reads it.",
      matters: "What was put before the Network and to which it belongs",
      addMatter: "Add a point of an agenda, a commitment, a contribution, a recommendation or an activity",
      matterHelp:
        "It is shown on their pages to those who read it. Points of an agenda are offered once its meeting is chosen above.",
      matterHelpOfMeeting: "It is shown on their pages to those who read it.",
      choose: "Choose",
      kinds: {
        agenda_item: "Agenda of the meeting",
        commitment: "Commitments",
        contribution: "Contributions",
        recommendation: "Recommendations",
        activity: "Activities",
      },
      one: {
        agenda_item: "point of an agenda",
        commitment: "commitment",
        contribution: "contribution",
        recommendation: "recommendation",
        activity: "activity",
      },
      removeOne: "Take off",
      remove: (name: string) => `Take off: ${name}`,
    },
    belonging: { title: "Documents", all: (n: string) => `All ${n} in the library` },
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
      document: "Document:",
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
      about: "Se refiere a",
      oneMatter: "aquello de lo que viene",
      any: "Cualquiera",
    },
    kinds: documentKindTexts.es,
    new: "Escribir un documento",
    newLead: "Un borrador que lee solo la Secretaría. Nadie más lo ve antes de que se presente.",
    everybody:
      "Todas las personas leen la versión actual sin cuenta, en la página de documentos y en las de los indicadores, objetivos, artículos y países a los que se refiere, hasta que usted lo retire. Ya no puede mostrarse a menos personas.",
    form: {
      kind: "Clase de documento",
    },
    faults: { link_unknown: "Algo de aquello a lo que se refiere no existe o usted no puede leerlo." },
    belongs: {
      title: "A qué se refiere",
      label: "Indicadores, objetivos, artículos y países a los que se refiere",
      add: "Añadir un indicador, objetivo, artículo o país",
      help: "Se muestra en sus páginas a todas las personas cuando todas lo leen.",
      matters: "Lo que se presentó a la Red y a lo que se refiere",
      addMatter: "Añadir un punto de agenda, un compromiso, un aporte, una recomendación o una actividad",
      matterHelp:
        "Se muestra en sus páginas a quienes lo leen. Los puntos de una agenda se ofrecen cuando arriba se elige su reunión.",
      matterHelpOfMeeting: "Se muestra en sus páginas a quienes lo leen.",
      choose: "Elija",
      kinds: {
        agenda_item: "Agenda de la reunión",
        commitment: "Compromisos",
        contribution: "Aportes",
        recommendation: "Recomendaciones",
        activity: "Actividades",
      },
      one: {
        agenda_item: "punto de agenda",
        commitment: "compromiso",
        contribution: "aporte",
        recommendation: "recomendación",
        activity: "actividad",
      },
      removeOne: "Quitar",
      remove: (name) => `Quitar: ${name}`,
    },
    belonging: { title: "Documentos", all: (n) => `Los ${n} en la biblioteca` },
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
      document: "Documento:",
      all: (n) => `Los ${n} en la biblioteca`,
    },
  },
);
