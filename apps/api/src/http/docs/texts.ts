import type { Language } from "@avances/domain/catalogue";

/** The page's own words. Descriptions of operations, fields and refusals are the document's, which is in English. */
export interface DocsTexts {
  readonly title: string;
  readonly lead: string;
  readonly machine: string;
  readonly inEnglish: string;
  readonly otherLanguage: { readonly name: string; readonly href: string; readonly language: Language };
  readonly skip: string;
  readonly navigation: string;
  readonly about: string;
  readonly things: string;
  readonly thingsLead: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly sends: string;
  readonly body: string;
  readonly answers: string;
  readonly refusals: string;
  readonly headers: string;
  readonly example: string;
  readonly tryIt: string;
  readonly places: Readonly<Record<string, string>>;
  readonly required: string;
  readonly optional: string;
  readonly sessionNeeded: string;
  readonly listOf: string;
  readonly mapOf: string;
  readonly or: string;
  readonly oneOf: string;
  readonly noBody: string;
  readonly limits: (from: unknown, to: unknown) => string;
  readonly atLeast: (value: unknown) => string;
  readonly atMost: (value: unknown) => string;
  readonly characters: string;
  readonly entries: string;
}

export const docsTexts: Readonly<Record<Language, DocsTexts>> = {
  en: {
    title: "The interface for programs",
    lead: "Every operation of the portal, as its own pages use it. What is published needs no account.",
    machine: "The same for machines (OpenAPI 3.1)",
    inEnglish: "",
    otherLanguage: { name: "Español", href: "/docs/es", language: "es" },
    skip: "Skip to the operations",
    navigation: "On this page",
    about: "What holds for all",
    things: "What is sent",
    thingsLead: "Things with a name, as they stand in calls and answers.",
    tags: {
      published: "Published",
      reference: "Reference",
      session: "Session",
      submissions: "Submissions",
      publication: "Before publication",
      rounds: "Rounds",
      notices: "Notices and mail",
      people: "People",
      instance: "The instance",
    },
    sends: "Parameters",
    body: "Body",
    answers: "Answers",
    refusals: "Refusals",
    headers: "Headers",
    example: "Example",
    tryIt: "Try it",
    places: { path: "in the address", query: "after the question mark", header: "header" },
    required: "required",
    optional: "optional",
    sessionNeeded: "Needs a session.",
    listOf: "list of",
    mapOf: "by name:",
    or: "or",
    oneOf: "one of",
    noBody: "without a body",
    limits: (from, to) => `${from} to ${to}`,
    atLeast: (value) => `at least ${value}`,
    atMost: (value) => `at most ${value}`,
    characters: "characters",
    entries: "entries",
  },
  es: {
    title: "La interfaz para programas",
    lead: "Todas las operaciones del portal, tal como las usan sus propias páginas. Lo publicado no requiere cuenta.",
    machine: "Lo mismo para máquinas (OpenAPI 3.1)",
    inEnglish: "Las descripciones de operaciones, campos y rechazos están en inglés, el idioma del documento.",
    otherLanguage: { name: "English", href: "/docs", language: "en" },
    skip: "Ir a las operaciones",
    navigation: "En esta página",
    about: "Lo que vale para todo",
    things: "Lo que se envía",
    thingsLead: "Elementos con nombre, tal como figuran en llamadas y respuestas.",
    tags: {
      published: "Lo publicado",
      reference: "Datos de referencia",
      session: "Sesión",
      submissions: "Informes",
      publication: "Antes de publicar",
      rounds: "Rondas",
      notices: "Avisos y correo",
      people: "Personas",
      instance: "La instancia",
    },
    sends: "Parámetros",
    body: "Cuerpo",
    answers: "Respuestas",
    refusals: "Rechazos",
    headers: "Encabezados",
    example: "Ejemplo",
    tryIt: "Pruébelo",
    places: { path: "en la dirección", query: "tras el signo de interrogación", header: "encabezado" },
    required: "obligatorio",
    optional: "opcional",
    sessionNeeded: "Requiere una sesión.",
    listOf: "lista de",
    mapOf: "por nombre:",
    or: "o",
    oneOf: "uno de",
    noBody: "sin cuerpo",
    limits: (from, to) => `de ${from} a ${to}`,
    atLeast: (value) => `${value} como mínimo`,
    atMost: (value) => `${value} como máximo`,
    characters: "caracteres",
    entries: "elementos",
  },
};
