import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import { gapWords, type PartWords, partWords, type Speech, sentences, yearWords } from "#lib/speech.ts";
import { valueStateTexts } from "#ui/value-state.texts.ts";
import type { AnsweredFacts, ShownFacts } from "./answered-facts.ts";

const texts = defineTexts(
  {
    forYear: (year: string, what: string) => `For ${year}, ${what}.`,
    answered: {
      of_none: () => "no country has a published report",
      the_one: (_n, _all, name) => `the one country with a report (${name}) answered this`,
      not_the_one: (_n, _all, name) => `the one country with a report (${name}) gave no figure`,
      both: () => "both countries with a report answered this",
      all: (n) => `all ${n} countries with a report answered this`,
      none: (_n, all) => `none of the ${all} countries with a report gave a figure`,
      one: (_n, all) => `1 of the ${all} countries with a report answered this`,
      some: (n, all) => `${n} of the ${all} countries with a report answered this`,
    } satisfies PartWords,
    figures: (n: number, from: string, to: string) => {
      if (n === 1) return `The one figure shown is ${from}.`;
      return from === to ? `All figures shown are ${from}.` : `The figures shown lie between ${from} and ${to}.`;
    },
    level: (level: string) => `level ${level}`,
    answer: { yes: "yes", no: "no" },
    group: (what: string, n: number) => `${what} in ${pluralEn(n, { one: "# country", other: "# countries" })}`,
    oneAmount: (code: string) => `The one amount given is in ${code}.`,
    ownCurrencies: (list: string) =>
      `Each amount is in another currency (${list}); amounts are not compared between countries.`,
    currencies: (list: string) =>
      `Each amount is in the currency that the country chose (${list}); amounts are not compared between countries.`,
    dates: (n: number, from: string, to: string) => {
      if (n === 1) return `The one date given is ${from}.`;
      return from === to ? `All dates given are ${from}.` : `The dates given lie between ${from} and ${to}.`;
    },
  },
  {
    forYear: (year, what) => `Para ${year}, ${what}.`,
    answered: {
      of_none: () => "ningún país tiene un informe publicado",
      the_one: (_n, _all, name) => `el único país con informe (${name}) respondió este dato`,
      not_the_one: (_n, _all, name) => `el único país con informe (${name}) no dio una cifra`,
      both: () => "los dos países con informe respondieron este dato",
      all: (n) => `los ${n} países con informe respondieron este dato`,
      none: (_n, all) => `ninguno de los ${all} países con informe dio una cifra`,
      one: (_n, all) => `1 de los ${all} países con informe respondió este dato`,
      some: (n, all) => `${n} de los ${all} países con informe respondieron este dato`,
    },
    figures: (n, from, to) => {
      if (n === 1) return `La única cifra mostrada es ${from}.`;
      return from === to
        ? `Todas las cifras mostradas son ${from}.`
        : `Las cifras mostradas están entre ${from} y ${to}.`;
    },
    level: (level) => `nivel ${level}`,
    answer: { yes: "sí", no: "no" },
    group: (what, n) => `${what} en ${pluralEs(n, { one: "# país", other: "# países" })}`,
    oneAmount: (code) => `El único monto indicado está en ${code}.`,
    ownCurrencies: (list) =>
      `Cada monto está en una moneda distinta (${list}); los montos no se comparan entre países.`,
    currencies: (list) =>
      `Cada monto está en la moneda que eligió el país (${list}); los montos no se comparan entre países.`,
    dates: (n, from, to) => {
      if (n === 1) return `La única fecha indicada es el ${from}.`;
      return from === to
        ? `Todas las fechas indicadas son el ${from}.`
        : `Las fechas indicadas están entre el ${from} y el ${to}.`;
    },
  },
);

/** "For 2024 (2025 round), 9 of the 10 countries with a report answered this. The figures shown lie between 22 and 1,314. Not available: Panama. …" */
export function answeredSentence({ round, reports, answered, shown, leftOut }: AnsweredFacts, speech: Speech): string {
  const t = texts[speech.language];
  return sentences(
    t.forYear(yearWords[speech.language].year(round), partWords(t.answered, answered, reports, speech)),
    shownWords(shown, speech),
    gapWords(leftOut, valueStateTexts[speech.language].state, speech),
  );
}

function shownWords(shown: ShownFacts, { language, f }: Speech): string {
  const t = texts[language];
  const groups = (list: readonly string[]) => `${capitalised(list.join("; "))}.`;
  switch (shown.kind) {
    case "count":
      return t.figures(shown.n, f.number(shown.span.from, 0), f.number(shown.span.to, 0));
    case "ratio":
      return t.figures(shown.n, f.percent(shown.span.from / 100), f.percent(shown.span.to / 100));
    case "ordinal":
      return groups(shown.groups.map(({ value, n }) => t.group(t.level(f.number(value)), n)));
    case "boolean":
      return groups(shown.groups.map(({ value, n }) => t.group(value === 1 ? t.answer.yes : t.answer.no, n)));
    case "money":
      return currencyWords(shown.currencies, t, f);
    case "date":
      return t.dates(shown.n, f.date(shown.from), f.date(shown.to));
    case "text":
    case "none":
      return "";
    default:
      return shown satisfies never;
  }
}

function currencyWords(
  currencies: Extract<ShownFacts, { kind: "money" }>["currencies"],
  t: (typeof texts)["en"],
  f: Speech["f"],
): string {
  const codes = f.list(currencies.map(({ code }) => code));
  if (currencies.some(({ n }) => n > 1)) return t.currencies(f.list(currencies.map(({ code, n }) => t.group(code, n))));
  return currencies.length === 1 ? t.oneAmount(codes) : t.ownCurrencies(codes);
}

const capitalised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
