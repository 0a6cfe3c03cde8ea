import type { Catalogue } from "./catalogue.ts";
import { type Language, languages, type Text } from "./language.ts";
import { firstVersion, longestQuestion, longestShortLabel, longestShortName } from "./later-members.ts";

const endOfQuestion = /[^\s?¿][?]$/u;
/** What a question begins with, where the language asks for a sign. */
const startOfQuestion: Readonly<Record<Language, RegExp>> = { en: /^\p{Lu}/u, es: /^¿\p{Lu}/u };

/**
 * Faults in questions and short names, and in the share that makes rounds comparable, as sentences. All of them are required of every
 * version after the first; each must be short enough for its place and tell its neighbours apart.
 */
export function laterMemberFaults(catalogue: Catalogue): string[] {
  if (catalogue.version === firstVersion) return [];
  const { dimensions, indicators, index } = catalogue;
  return [
    ...(index.minMatchedWeight === undefined ? ["index: no minMatchedWeight"] : []),
    ...wordFaults(
      dimensions.map(({ code, shortName }) => ({ name: code, text: shortName })),
      "short name",
      longestShortName,
    ),
    ...wordFaults(
      indicators.map(({ code, question }) => ({ name: code, text: question })),
      "question",
      longestQuestion,
    ),
    ...indicators.flatMap(({ code, question }) =>
      question === undefined ? [] : languages.flatMap((language) => questionFaults(code, language, question[language])),
    ),
    ...indicators.flatMap(({ code, levels = [] }) =>
      wordFaults(
        levels.map(({ level, shortLabel }) => ({ name: `${code} level ${level}`, text: shortLabel })),
        "short name",
        longestShortLabel,
      ),
    ),
  ];
}

function questionFaults(code: string, language: Language, question: string): string[] {
  const isOne = startOfQuestion[language].test(question) && endOfQuestion.test(question);
  return isOne ? [] : [`${code}: its question in ${language} is not written as one`];
}

interface Word {
  readonly name: string;
  readonly text: Text | undefined;
}

/** Words that are missing, longer than `most` characters, or the same as another of `words`. */
function wordFaults(words: readonly Word[], kind: string, most: number): string[] {
  return words.flatMap(({ name, text }, at) => {
    if (text === undefined) return [`${name}: no ${kind}`];
    return languages.flatMap((language) => {
      const own = text[language];
      const twin = words.slice(0, at).find((other) => other.text?.[language] === own);
      return [
        ...([...own].length > most ? [`${name}: its ${kind} in ${language} is longer than ${most} characters`] : []),
        ...(twin === undefined ? [] : [`${name}: its ${kind} in ${language} is that of ${twin.name}`]),
      ];
    });
  });
}
