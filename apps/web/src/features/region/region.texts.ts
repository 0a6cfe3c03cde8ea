import { defineTexts } from "#i18n/i18n.ts";
import type { PartWords } from "#lib/speech.ts";

export const regionTexts = defineTexts(
  {
    title: "Where does each country stand, and is it further than before?",
    description:
      "What the countries of the Regional Conference on Migration report each year against trafficking in persons and migrant smuggling, and how each compares with its own past.",
    answer: "The answer in one sentence for each Protocol",
    member: "Regional Conference on Migration · Palermo Protocols",
    reportsOf: {
      of_none: () => "no country is a member",
      the_one: (_n, _all, name) => `the one country (${name}) has a published report`,
      not_the_one: (_n, _all, name) => `the one country (${name}) has no published report`,
      both: () => "both countries have a published report",
      all: (n) => `all ${n} countries have a published report`,
      none: (_n, all) => `none of the ${all} countries has a published report`,
      one: (_n, all) => `1 of the ${all} countries has a published report`,
      some: (n, all) => `${n} of the ${all} countries have a published report`,
    } satisfies PartWords,
    matched:
      "Compared are the indicators scored in both rounds, with today's weights; points are of 100. Counts of victims, cases and convictions are not scored.",
    intro:
      "Each year the countries report what they have put in place against trafficking in persons and migrant smuggling. Each is compared with its own past, never ranked.",
    notCompared: (round: string) => `The comparison with ${round} could not be loaded.`,
    retry: "Try again",
    nothing: "Nothing has been published yet",
    nothingBody:
      "The first figures will appear here when the Technical Secretariat publishes a country's accepted report.",
  },
  {
    title: "¿Dónde está cada país, y está más adelante que antes?",
    description:
      "Lo que los países de la Conferencia Regional sobre Migración informan cada año contra la trata de personas y el tráfico ilícito de migrantes, y cómo se compara cada uno con su propio pasado.",
    answer: "La respuesta en una frase por Protocolo",
    member: "Conferencia Regional sobre Migración · Protocolos de Palermo",
    reportsOf: {
      of_none: () => "ningún país es miembro",
      the_one: (_n, _all, name) => `el único país (${name}) tiene un informe publicado`,
      not_the_one: (_n, _all, name) => `el único país (${name}) no tiene un informe publicado`,
      both: () => "los dos países tienen un informe publicado",
      all: (n) => `los ${n} países tienen un informe publicado`,
      none: (_n, all) => `ninguno de los ${all} países tiene un informe publicado`,
      one: (_n, all) => `1 de los ${all} países tiene un informe publicado`,
      some: (n, all) => `${n} de los ${all} países tienen un informe publicado`,
    },
    matched:
      "Se comparan los indicadores puntuados en ambas rondas, con los pesos actuales; los puntos son de 100. No se puntúan los conteos de víctimas, casos ni condenas.",
    intro:
      "Cada año los países informan lo que han puesto en marcha contra la trata de personas y el tráfico ilícito de migrantes. Cada país se compara con su propio pasado; no hay clasificación.",
    notCompared: (round) => `No se pudo cargar la comparación con los ${round}.`,
    retry: "Intentar de nuevo",
    nothing: "Todavía no se ha publicado nada",
    nothingBody:
      "Las primeras cifras aparecerán aquí cuando la Secretaría Técnica publique el informe aceptado de un país.",
  },
);
