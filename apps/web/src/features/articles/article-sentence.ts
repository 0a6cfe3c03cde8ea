import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import { type Speech, sentences, yearWords } from "#lib/speech.ts";
import type { ArticleFacts, StandingFacts } from "./article-facts.ts";

const texts = defineTexts(
  {
    indicators: (n: number) =>
      pluralEn(n, {
        one: "One indicator follows up this article.",
        other: "# indicators follow up this article.",
      }),
    objectivesOnly: (n: number) =>
      pluralEn(n, {
        one: "No published indicator follows up this article by itself; one objective cites it.",
        other: "No published indicator follows up this article by itself; # objectives cite it.",
      }),
    forYear: (year: string, what: string) => `For ${year}, ${what}.`,
    oneCountry: (answered: number, indicators: number) => {
      const who = "the one country with a report";
      if (indicators === 1) return answered === 1 ? `${who} gave a value for it` : `${who} gave no value for it`;
      if (answered === 0) return `${who} gave a value for none of them`;
      if (answered < indicators) return `${who} gave a value for ${answered} of them`;
      return indicators === 2 ? `${who} gave a value for both of them` : `${who} gave a value for all of them`;
    },
    countries: (answered: number, reports: number, indicators: number) => {
      const [each, any] = indicators === 1 ? ["it", "it"] : ["each of them", "any of them"];
      if (answered === reports)
        return `${reports === 2 ? "both" : `all ${reports}`} countries with a report gave a value for ${each}`;
      if (answered === 0) return `none of the ${reports} countries with a report gave a value for ${any}`;
      const part = `${answered} of the ${reports} countries with a report`;
      return indicators === 1 ? `${part} gave a value for it` : `${part} gave a value for each of them`;
    },
    between: (from: number, to: number, reports: number) =>
      `${from} to ${to} of the ${reports} countries with a report gave a value for each of them`,
    levels: (given: string) => `Of the ${given} levels given,`,
    highest: (n: number) =>
      `${pluralEn(n, { zero: "none is", one: "1 is", other: "# are" })} the highest of their indicator`,
    lowest: (n: number) => `and ${pluralEn(n, { zero: "none", one: "1", other: "#" })} the lowest.`,
    extreme: { highest: "the highest", lowest: "the lowest", neither: "neither the highest nor the lowest" },
    oneLevel: (which: string) => `The one level given is ${which} of its indicator.`,
    twoLevels: (which: string) => `Both levels given are ${which} of their indicator.`,
    allLevels: (given: string, which: string) => `All ${given} levels given are ${which} of their indicator.`,
    answer: { yes: "yes", no: "no" },
    oneAnswer: (which: string) => `The one answer with yes or no is ${which}.`,
    twoAnswers: (which: string) => `Both answers with yes or no are ${which}.`,
    allAnswers: (given: string, which: string) => `All ${given} answers with yes or no are ${which}.`,
    someAnswers: (given: string, yes: number) =>
      `Of the ${given} answers with yes or no, ${pluralEn(yes, { one: "1 is", other: "# are" })} yes.`,
  },
  {
    indicators: (n) =>
      pluralEs(n, {
        one: "Un indicador da seguimiento a este artículo.",
        other: "# indicadores dan seguimiento a este artículo.",
      }),
    objectivesOnly: (n) =>
      pluralEs(n, {
        one: "Ningún indicador publicado da seguimiento a este artículo por sí solo; lo cita un objetivo.",
        other: "Ningún indicador publicado da seguimiento a este artículo por sí solo; lo citan # objetivos.",
      }),
    forYear: (year, what) => `Para ${year}, ${what}.`,
    oneCountry: (answered, indicators) => {
      const who = "el único país con informe";
      if (indicators === 1) return answered === 1 ? `${who} dio un valor` : `${who} no dio un valor`;
      if (answered === 0) return `${who} no dio un valor en ninguno`;
      if (answered < indicators) return `${who} dio un valor en ${answered} de ellos`;
      return indicators === 2 ? `${who} dio un valor en los dos` : `${who} dio un valor en todos`;
    },
    countries: (answered, reports, indicators) => {
      if (answered === reports) {
        const who = `los ${reports === 2 ? "dos" : reports} países con informe`;
        return indicators === 1 ? `${who} dieron un valor` : `${who} dieron un valor en cada uno de ellos`;
      }
      if (answered === 0) {
        const nobody = `ninguno de los ${reports} países con informe`;
        return indicators === 1 ? `${nobody} dio un valor` : `${nobody} dio un valor en alguno de ellos`;
      }
      const part = `${answered} de los ${reports} países con informe`;
      if (indicators > 1)
        return answered === 1
          ? `${part} dio un valor en cada uno de ellos`
          : `${part} dieron un valor en cada uno de ellos`;
      return answered === 1 ? `${part} dio un valor` : `${part} dieron un valor`;
    },
    between: (from, to, reports) =>
      `entre ${from} y ${to} de los ${reports} países con informe dieron un valor en cada uno de ellos`,
    levels: (given) => `De los ${given} niveles indicados,`,
    highest: (n) => `${pluralEs(n, { zero: "ninguno es", one: "1 es", other: "# son" })} el más alto de su indicador`,
    lowest: (n) => `y ${pluralEs(n, { zero: "ninguno es", one: "1 es", other: "# son" })} el más bajo.`,
    extreme: { highest: "es el más alto", lowest: "es el más bajo", neither: "no es ni el más alto ni el más bajo" },
    oneLevel: (which) => `El único nivel indicado ${which} de su indicador.`,
    twoLevels: (which) => `Cada uno de los dos niveles indicados ${which} de su indicador.`,
    allLevels: (given, which) => `Cada uno de los ${given} niveles indicados ${which} de su indicador.`,
    answer: { yes: "sí", no: "no" },
    oneAnswer: (which) => `La única respuesta de sí o no es ${which}.`,
    twoAnswers: (which) => `Las dos respuestas de sí o no son ${which}.`,
    allAnswers: (given, which) => `Las ${given} respuestas de sí o no son ${which}.`,
    someAnswers: (given, yes) =>
      `De las ${given} respuestas de sí o no, ${pluralEs(yes, { one: "1 es", other: "# son" })} sí.`,
  },
);

/**
 * "11 indicators follow up this article. For 2024 (2025 round), 6 to 10 of the 10 countries with a report gave a value for each of them.
 * Of the 63 levels given, 21 are the highest of their indicator and 4 the lowest. Of the 9 answers with yes or no, 8 are yes."
 */
export function articleSentence({ indicators, objectives, standing }: ArticleFacts, speech: Speech): string {
  const t = texts[speech.language];
  return sentences(
    indicators > 0 ? t.indicators(indicators) : t.objectivesOnly(objectives),
    ...(standing
      ? [answeredWords(indicators, standing, speech), levelWords(standing, speech), yesNoWords(standing, speech)]
      : []),
  );
}

function answeredWords(indicators: number, { round, reports, answered, answeredByAny }: StandingFacts, speech: Speech) {
  const t = texts[speech.language];
  const { from, to } = answered;
  const year = yearWords[speech.language].year(round);
  if (reports === 1) return t.forYear(year, t.oneCountry(answeredByAny, indicators));
  return t.forYear(year, from === to ? t.countries(to, reports, indicators) : t.between(from, to, reports));
}

function levelWords({ levels: { given, highest, lowest } }: StandingFacts, { language, f }: Speech): string {
  const t = texts[language];
  if (given === 0) return "";
  const alike = highest === given ? "highest" : lowest === given ? "lowest" : null;
  if (given === 1) return t.oneLevel(t.extreme[alike ?? "neither"]);
  if (alike) return given === 2 ? t.twoLevels(t.extreme[alike]) : t.allLevels(f.number(given), t.extreme[alike]);
  return sentences(t.levels(f.number(given)), t.highest(highest), t.lowest(lowest));
}

function yesNoWords({ yesNo: { given, yes } }: StandingFacts, { language, f }: Speech): string {
  const t = texts[language];
  if (given === 0) return "";
  const alike = yes === given ? t.answer.yes : yes === 0 ? t.answer.no : null;
  if (alike === null) return t.someAnswers(f.number(given), yes);
  if (given === 1) return t.oneAnswer(alike);
  return given === 2 ? t.twoAnswers(alike) : t.allAnswers(f.number(given), alike);
}
