import { defineTexts } from "#i18n/i18n.ts";
import { gapWords, type PartWords, partWords, type Speech, sentences, yearWords } from "#lib/speech.ts";
import { valueStateTexts } from "#ui/value-state.texts.ts";
import type { BreakdownFacts } from "./breakdown-facts.ts";

const texts = defineTexts(
  {
    forYear: (year: string, what: string) => `For ${year}, ${what}.`,
    divided: {
      of_none: () => "no country shows a value that could be broken down",
      the_one: (_n, _all, name) => `the one country with a value (${name}) shows it by these categories`,
      not_the_one: (_n, _all, name) => `the one country with a value (${name}) does not show it by these categories`,
      both: () => "both countries with a value show it by these categories",
      all: (n) => `all ${n} countries with a value show it by these categories`,
      none: (_n, all) => `none of the ${all} countries with a value shows it by these categories`,
      one: (_n, all) => `1 of the ${all} countries with a value shows it by these categories`,
      some: (n, all) => `${n} of the ${all} countries with a value show it by these categories`,
    } satisfies PartWords,
    hidden: {
      of_none: () => "",
      the_one: () => "At least one of its figures by category is hidden to protect persons.",
      not_the_one: () => "None of its figures by category is hidden.",
      both: () => "In both, at least one figure by category is hidden to protect persons.",
      all: (n) => `In all ${n}, at least one figure by category is hidden to protect persons.`,
      none: () => "None of their figures by category is hidden.",
      one: () => "In 1 of them, at least one figure by category is hidden to protect persons.",
      some: (n) => `In ${n} of them, at least one figure by category is hidden to protect persons.`,
    } satisfies PartWords,
  },
  {
    forYear: (year, what) => `Para ${year}, ${what}.`,
    divided: {
      of_none: () => "ningún país muestra un valor que se pueda desagregar",
      the_one: (_n, _all, name) => `el único país con un valor (${name}) lo muestra por estas categorías`,
      not_the_one: (_n, _all, name) => `el único país con un valor (${name}) no lo muestra por estas categorías`,
      both: () => "los dos países con un valor lo muestran por estas categorías",
      all: (n) => `los ${n} países con un valor lo muestran por estas categorías`,
      none: (_n, all) => `ninguno de los ${all} países con un valor lo muestra por estas categorías`,
      one: (_n, all) => `1 de los ${all} países con un valor lo muestra por estas categorías`,
      some: (n, all) => `${n} de los ${all} países con un valor lo muestran por estas categorías`,
    },
    hidden: {
      of_none: () => "",
      the_one: () => "Al menos una de sus cifras por categoría está oculta para proteger a personas.",
      not_the_one: () => "Ninguna de sus cifras por categoría está oculta.",
      both: () => "En los dos, al menos una cifra por categoría está oculta para proteger a personas.",
      all: (n) => `En los ${n}, al menos una cifra por categoría está oculta para proteger a personas.`,
      none: () => "Ninguna de sus cifras por categoría está oculta.",
      one: () => "En 1 de ellos, al menos una cifra por categoría está oculta para proteger a personas.",
      some: (n) => `En ${n} de ellos, al menos una cifra por categoría está oculta para proteger a personas.`,
    },
  },
);

/**
 * "For 2024 (2025 round), 9 of the 10 countries with a value show it by these categories. In 7 of them, some figures are hidden to protect
 * persons. Not published: Nicaragua."
 */
export function breakdownSentence(
  { round, answered, divided, hidden, leftOut }: BreakdownFacts,
  speech: Speech,
): string {
  const t = texts[speech.language];
  return sentences(
    t.forYear(yearWords[speech.language].year(round), partWords(t.divided, divided, answered, speech)),
    partWords(t.hidden, hidden, divided, speech),
    gapWords(leftOut, valueStateTexts[speech.language].state, speech),
  );
}
