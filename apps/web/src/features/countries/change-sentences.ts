import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import { type Speech, sentences, yearWords } from "#lib/speech.ts";
import type { Change, ChangeFacts, IndicatorOfCountry } from "./change-facts.ts";

type Value = NonNullable<IndicatorOfCountry["rows"][number]["value"]>;

const texts = defineTexts(
  {
    span: (before: string, now: string, what: string) => `From ${before} to ${now}: ${what}.`,
    measured: {
      none: "no level, share or answer of yes or no is shown in both reports",
      one: (way: string) => `the one level, share or answer of yes or no shown in both reports ${way}`,
      many: (n: string, ways: string) =>
        `of the ${n} levels, shares and answers of yes or no shown in both reports, ${ways}`,
    },
    counted: {
      one: (way: string) => `The one count or amount shown in both ${way}; it is never scored.`,
      many: (n: string, ways: string) =>
        `Of the ${n} counts and amounts shown in both, ${ways}; they are never scored.`,
    },
    way: {
      measured: {
        higher: (_n: number) => "higher",
        lower: (_n: number) => "lower",
        same: (_n: number) => "the same",
      },
      counted: {
        higher: (_n: number) => "larger",
        lower: (_n: number) => "smaller",
        same: (_n: number) => "the same",
      },
    },
    whole: (n: number) => (n === 2 ? "both" : "all"),
    is: (n: number) => (n === 1 ? "is" : "are"),
    indicators: (n: number) => pluralEn(n, { one: "# indicator", other: "# indicators" }),
    first: (indicators: string) => `With a value for the first time: ${indicators}.`,
    again: (indicators: string) => `With a value again: ${indicators}.`,
    lost: (indicators: string) => `No longer with a value: ${indicators}.`,
    fromTo: (from: string, to: string) => `from ${from} to ${to}`,
    levels: (from: string, to: string, top: string) => `level ${from} to ${to} of ${top}`,
    levelsInWords: (from: string, fromLabel: string, to: string, toLabel: string, top: string) =>
      `from level ${from} (“${fromLabel}”) to level ${to} of ${top} (“${toLabel}”)`,
    yes: "yes",
    no: "no",
    share: (share: string, numerator: string, denominator: string) => `${share} (${numerator} of ${denominator})`,
    turned: {
      higher: (from: number, to: number) => `after a rise from ${from} to ${to}`,
      lower: (from: number, to: number) => `after a fall from ${from} to ${to}`,
    },
    line: (what: string, turned: string) => `${what}, ${turned}`,
  },
  {
    span: (before, now, what) => `De ${before} a ${now}: ${what}.`,
    measured: {
      none: "ningún nivel, proporción ni respuesta de sí o no se muestra en ambos informes",
      one: (way) => `el único nivel, proporción o respuesta de sí o no que se muestra en ambos informes ${way}`,
      many: (n, ways) =>
        `de los ${n} niveles, proporciones y respuestas de sí o no que se muestran en ambos informes, ${ways}`,
    },
    counted: {
      one: (way) => `El único recuento o monto que se muestra en ambos ${way}; nunca se puntúa.`,
      many: (n, ways) => `De los ${n} recuentos y montos que se muestran en ambos, ${ways}; nunca se puntúan.`,
    },
    way: {
      measured: {
        higher: (n) => (n === 1 ? "superior" : "superiores"),
        lower: (n) => (n === 1 ? "inferior" : "inferiores"),
        same: (n) => (n === 1 ? "igual" : "iguales"),
      },
      counted: {
        higher: (n) => (n === 1 ? "mayor" : "mayores"),
        lower: (n) => (n === 1 ? "menor" : "menores"),
        same: (n) => (n === 1 ? "igual" : "iguales"),
      },
    },
    whole: (n) => (n === 2 ? "ambos" : "todos"),
    is: (n) => (n === 1 ? "es" : "son"),
    indicators: (n) => pluralEs(n, { one: "# indicador", other: "# indicadores" }),
    first: (indicators) => `Con valor por primera vez: ${indicators}.`,
    again: (indicators) => `De nuevo con valor: ${indicators}.`,
    lost: (indicators) => `Ya sin valor: ${indicators}.`,
    fromTo: (from, to) => `de ${from} a ${to}`,
    levels: (from, to, top) => `nivel ${from} a ${to} de ${top}`,
    levelsInWords: (from, fromLabel, to, toLabel, top) =>
      `del nivel ${from} («${fromLabel}») al nivel ${to} de ${top} («${toLabel}»)`,
    yes: "sí",
    no: "no",
    share: (share, numerator, denominator) => `${share} (${numerator} de ${denominator})`,
    turned: {
      higher: (from, to) => `tras un alza de ${from} a ${to}`,
      lower: (from, to) => `tras una baja de ${from} a ${to}`,
    },
    line: (what, turned) => `${what}, ${turned}`,
  },
);

/** Sentences of one comparison: "of the 34 levels …, 9 are higher, 2 lower and 23 the same". */
function waysOf(changes: readonly Change[], group: "measured" | "counted", { language, f }: Speech): string {
  const t = texts[language];
  const parts = (["higher", "lower", "same"] as const)
    .map((direction) => ({ direction, n: changes.filter((one) => one.direction === direction).length }))
    .filter(({ n }) => n > 0);
  const total = changes.length;
  return f.list(
    parts.map(({ direction, n }, place) => {
      const way = t.way[group][direction](n);
      if (total === 1) return `${t.is(1)} ${way}`;
      if (n === total) return `${t.whole(n)} ${t.is(n)} ${way}`;
      return place === 0 ? `${f.number(n)} ${t.is(n)} ${way}` : `${f.number(n)} ${way}`;
    }),
  );
}

/** "From 2023 (2024 round) to 2024 (2025 round): of the 34 levels, shares and answers of yes or no shown in both reports, 9 are higher, 2 lower and 23 the same. …" */
export function changeSentence(facts: ChangeFacts, speech: Speech): string {
  const t = texts[speech.language];
  const { f } = speech;
  const { year } = yearWords[speech.language];
  const { measured, counted, first, again, lost } = facts;
  const ways = waysOf(measured, "measured", speech);
  const what =
    measured.length === 0
      ? t.measured.none
      : measured.length === 1
        ? t.measured.one(ways)
        : t.measured.many(f.number(measured.length), ways);
  const counts = waysOf(counted, "counted", speech);
  return sentences(
    t.span(year(facts.before), year(facts.now), what),
    counted.length === 0
      ? ""
      : counted.length === 1
        ? t.counted.one(counts)
        : t.counted.many(f.number(counted.length), counts),
    first.length === 0 ? "" : t.first(t.indicators(first.length)),
    again.length === 0 ? "" : t.again(t.indicators(again.length)),
    lost.length === 0 ? "" : t.lost(t.indicators(lost.length)),
  );
}

/**
 * What changed in one indicator: "level 1 to 2 of 4", "from 55.3% to 57.8% (67 of 116), after a fall from 2022 to 2023". The years are those of
 * the data. `inFull`: with the words of levels, and both counts of a share.
 */
export function changeWords(change: Change, { language, f }: Speech, inFull: boolean): string {
  const t = texts[language];
  const { before, now, turned, indicator } = change;
  const [then, since] = [before.value, now.value];
  if (then === null || since === null) return "";
  const words =
    then.type === "ordinal" && since.type === "ordinal"
      ? levelWords(indicator, then.level, since.level)
      : t.fromTo(valueWords(then, inFull), valueWords(since, true));
  return turned === null
    ? words
    : t.line(words, t.turned[turned.was](turned.from.referenceYear, turned.to.referenceYear));

  function levelWords({ levels }: IndicatorOfCountry, from: number, to: number): string {
    const top = f.number(Math.max(...levels.map(({ level }) => level), from, to));
    const label = (of: number) => levels.find(({ level }) => level === of)?.shortLabel[language];
    const [fromLabel, toLabel] = [label(from), label(to)];
    return inFull && fromLabel !== undefined && toLabel !== undefined
      ? t.levelsInWords(f.number(from), fromLabel, f.number(to), toLabel, top)
      : t.levels(f.number(from), f.number(to), top);
  }

  function valueWords(value: Value, withParts: boolean): string {
    switch (value.type) {
      case "ordinal":
        return f.number(value.level);
      case "boolean":
        return value.value ? t.yes : t.no;
      case "count":
        return value.total === "s" ? value.total : f.number(value.total);
      case "ratio": {
        const { numerator, denominator, percent } = value;
        const share = typeof percent === "number" ? f.percent(percent / 100) : "s";
        return withParts && numerator !== "s" && denominator !== "s"
          ? t.share(share, f.number(numerator), f.number(denominator))
          : share;
      }
      case "money":
        return f.amount(value.amountMinor, value.currency);
      case "date":
        return f.date(value.date);
      case "text":
        return value.text;
    }
  }
}
