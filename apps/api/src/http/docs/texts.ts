import type { Language } from "@avances/domain/catalogue";
import type { Parameter, SecurityScheme } from "../openapi/shape.ts";

/** The page's own words. Descriptions of operations, fields and refusals come from the document, which is in English. */
export interface DocsTexts {
  readonly title: string;
  readonly lead: string;
  readonly machine: string;
  readonly inEnglish: string;
  readonly skip: string;
  readonly navigation: string;
  readonly about: string;
  readonly access: string;
  readonly accessLead: string;
  readonly things: string;
  readonly thingsLead: string;
  readonly answerHeaders: string;
  readonly answerHeadersLead: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly sends: string;
  readonly body: string;
  readonly answers: string;
  readonly refusals: string;
  readonly eachRefusal: string;
  readonly headers: string;
  readonly example: string;
  readonly tryIt: string;
  readonly places: Readonly<Record<Parameter["in"] | SecurityScheme["in"], string>>;
  readonly required: string;
  readonly optional: string;
  readonly needs: string;
  /** What a caller needs for each security scheme. */
  readonly schemes: Readonly<Record<string, string>>;
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
    skip: "Skip to the operations",
    navigation: "On this page",
    about: "What holds for all",
    access: "Signing in",
    accessLead: "A session is these cookies; which name they have depends on how the portal is opened.",
    things: "What is sent",
    thingsLead: "Things with a name, as they stand in calls and answers.",
    answerHeaders: "Headers of answers",
    answerHeadersLead: "What the headers mean that answers and refusals name.",
    tags: {
      published: "Published",
      reference: "Reference",
      session: "Session",
      submissions: "Submissions",
      ministries: "Other ministries",
      publication: "Before publication",
      rounds: "Rounds",
      notices: "Notices and mail",
      templates: "Words of reminders",
      letters: "Letters on paper",
      asks: "Requests and answers to them",
      files: "Files",
      network: "The Network",
      library: "The library",
      narratives: "Progress since the last meeting",
      guidelines: "Regional Guidelines",
      voices: "Contributions and recommendations",
      activities: "Activities",
      commitments: "Commitments",
      own: "Own calendar and mails",
      people: "People",
      instance: "The instance",
    },
    sends: "Parameters",
    body: "Body",
    answers: "Answers",
    refusals: "Refusals",
    eachRefusal: "Each is",
    headers: "Headers",
    example: "Example",
    tryIt: "Try it",
    places: { path: "in the address", query: "after the question mark", header: "header", cookie: "cookie" },
    required: "required",
    optional: "optional",
    needs: "Needs",
    schemes: { session: "a session", refresh: "the cookie that renews a session" },
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
    skip: "Ir a las operaciones",
    navigation: "En esta página",
    about: "Lo que vale para todo",
    access: "Iniciar sesión",
    accessLead: "Una sesión son estas cookies; su nombre depende de cómo se abra el portal.",
    things: "Lo que se envía",
    thingsLead: "Elementos con nombre, tal como figuran en llamadas y respuestas.",
    answerHeaders: "Encabezados de las respuestas",
    answerHeadersLead: "Lo que significan los encabezados que respuestas y rechazos nombran.",
    tags: {
      published: "Lo publicado",
      reference: "Datos de referencia",
      session: "Sesión",
      submissions: "Informes",
      ministries: "Otros ministerios",
      publication: "Antes de publicar",
      rounds: "Rondas",
      notices: "Avisos y correo",
      templates: "Textos de los recordatorios",
      letters: "Cartas en papel",
      asks: "Solicitudes y lo que se respondió",
      files: "Archivos",
      network: "La Red",
      library: "La biblioteca",
      narratives: "Avances desde la última reunión",
      guidelines: "Lineamientos Regionales",
      voices: "Aportes y recomendaciones",
      activities: "Actividades",
      commitments: "Compromisos",
      own: "Calendario y correos propios",
      people: "Personas",
      instance: "La instancia",
    },
    sends: "Parámetros",
    body: "Cuerpo",
    answers: "Respuestas",
    refusals: "Rechazos",
    eachRefusal: "Cada uno es",
    headers: "Encabezados",
    example: "Ejemplo",
    tryIt: "Pruébelo",
    places: {
      path: "en la dirección",
      query: "tras el signo de interrogación",
      header: "encabezado",
      cookie: "cookie",
    },
    required: "obligatorio",
    optional: "opcional",
    needs: "Requiere",
    schemes: { session: "una sesión", refresh: "la cookie que renueva una sesión" },
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
