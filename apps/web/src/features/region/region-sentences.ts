import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import type { Language } from "#i18n/language.ts";
import { gapWords, type PartWords, partWords, type Speech, sentences, yearWords } from "#lib/speech.ts";
import { valueStateTexts } from "#ui/value-state.texts.ts";
import { belowTexts } from "./region-below.texts.ts";
import type { ReportingFacts, TallyFacts } from "./reporting-facts.ts";
import type { ScoreFacts } from "./score-facts.ts";

const texts = defineTexts(
  {
    forYear: (year: string, what: string) => `For ${year}, ${what}.`,
    published: {
      of_none: () => "no country was expected to report",
      the_one: (_n, _all, name) => `the one country expected to report (${name}) has a published report`,
      not_the_one: (_n, _all, name) => `the one country expected to report (${name}) has no published report`,
      both: () => "both countries expected to report have a published report",
      all: (n) => `all ${n} countries expected to report have a published report`,
      none: (_n, all) => `none of the ${all} countries expected to report has a published report`,
      one: (_n, all) => `1 of the ${all} countries expected to report has a published report`,
      some: (n, all) => `${n} of the ${all} countries expected to report have a published report`,
    } satisfies PartWords,
    voluntary: (n: number, names: string) =>
      `${pluralEn(n, { one: "# country", other: "# countries" })} reported voluntarily: ${names}.`,
    scored: {
      of_none: () => "no country has a published report",
      the_one: (_n, _all, name) => `the one country with a report (${name}) has a score`,
      not_the_one: (_n, _all, name) => `the one country with a report (${name}) has no score`,
      both: () => "both countries with a report have a score",
      all: (n) => `all ${n} countries with a report have a score`,
      none: (_n, all) => `none of the ${all} countries with a report has a score`,
      one: (_n, all) => `1 of the ${all} countries with a report has a score`,
      some: (n, all) => `${n} of the ${all} countries with a report have a score`,
    } satisfies PartWords,
  },
  {
    forYear: (year, what) => `Para ${year}, ${what}.`,
    published: {
      of_none: () => "ningún país debía informar",
      the_one: (_n, _all, name) => `el único país que debía informar (${name}) tiene un informe publicado`,
      not_the_one: (_n, _all, name) => `el único país que debía informar (${name}) no tiene un informe publicado`,
      both: () => "los dos países que debían informar tienen un informe publicado",
      all: (n) => `los ${n} países que debían informar tienen un informe publicado`,
      none: (_n, all) => `ninguno de los ${all} países que debían informar tiene un informe publicado`,
      one: (_n, all) => `1 de los ${all} países que debían informar tiene un informe publicado`,
      some: (n, all) => `${n} de los ${all} países que debían informar tienen un informe publicado`,
    },
    voluntary: (n, names) =>
      `${pluralEs(n, { one: "# país informó", other: "# países informaron" })} voluntariamente: ${names}.`,
    scored: {
      of_none: () => "ningún país tiene un informe publicado",
      the_one: (_n, _all, name) => `el único país con informe (${name}) tiene puntaje`,
      not_the_one: (_n, _all, name) => `el único país con informe (${name}) no tiene puntaje`,
      both: () => "los dos países con informe tienen puntaje",
      all: (n) => `los ${n} países con informe tienen puntaje`,
      none: (_n, all) => `ninguno de los ${all} países con informe tiene puntaje`,
      one: (_n, all) => `1 de los ${all} países con informe tiene puntaje`,
      some: (n, all) => `${n} de los ${all} países con informe tienen puntaje`,
    },
  },
);

/** "For 2024 (2025 round), 7 of the 8 countries expected to report have a published report. … Not published: Belize." */
export function reportingSentence(facts: ReportingFacts, speech: Speech): string {
  const t = texts[speech.language];
  const { round, expected, published, voluntary, missing } = facts;
  return sentences(
    t.forYear(yearWords[speech.language].year(round), partWords(t.published, published, expected, speech)),
    voluntary.length > 0 ? t.voluntary(voluntary.length, speech.names(voluntary)) : "",
    gapWords(missing, valueStateTexts[speech.language].state, speech),
  );
}

/** "For 2024 (2025 round), 8 of the 10 countries with a report have a score. Insufficient data for a score: Panama and Mexico. …" */
export function scoreSentence({ round, reports, scored, leftOut }: ScoreFacts, speech: Speech): string {
  const t = texts[speech.language];
  return sentences(
    t.forYear(yearWords[speech.language].year(round), partWords(t.scored, scored, reports, speech)),
    gapWords(leftOut, valueStateTexts[speech.language].state, speech),
  );
}

/** "2 of 4", "4, voluntarily", "2 of 4, and 1 voluntarily". */
export function tallyWords({ expected, published, voluntary }: TallyFacts, language: Language): string {
  const t = belowTexts[language].tally;
  const of = t.of(published, expected);
  if (expected === 0) return voluntary === 0 ? t.nothing : t.voluntary(voluntary);
  return voluntary === 0 ? of : t.both(of, voluntary);
}
