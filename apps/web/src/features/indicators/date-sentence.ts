import { defineTexts } from "#i18n/i18n.ts";
import { type PartWords, partWords, type Speech } from "#lib/speech.ts";
import type { DateFacts } from "./date-facts.ts";

const texts = defineTexts(
  {
    onDay: (day: string, what: string) => `On ${day}, the last day of these data, ${what}.`,
    ahead: {
      of_none: () => "no date was given",
      the_one: (_n, _all, name) => `the one date given (${name}) had not passed`,
      not_the_one: (_n, _all, name) => `the one date given (${name}) had passed`,
      both: () => "neither of the two dates given had passed",
      all: (n) => `none of the ${n} dates given had passed`,
      none: (_n, all) => (all === "2" ? "both dates given had passed" : `all ${all} dates given had passed`),
      one: (_n, all) => `1 of the ${all} dates given had not passed`,
      some: (n, all) => `${n} of the ${all} dates given had not passed`,
    } satisfies PartWords,
  },
  {
    onDay: (day, what) => `El ${day}, último día de estos datos, ${what}.`,
    ahead: {
      of_none: () => "no se había indicado ninguna fecha",
      the_one: (_n, _all, name) => `la única fecha indicada (${name}) no había pasado`,
      not_the_one: (_n, _all, name) => `la única fecha indicada (${name}) ya había pasado`,
      both: () => "ninguna de las dos fechas indicadas había pasado",
      all: (n) => `ninguna de las ${n} fechas indicadas había pasado`,
      none: (_n, all) => `las ${all === "2" ? "dos" : all} fechas indicadas ya habían pasado`,
      one: (_n, all) => `1 de las ${all} fechas indicadas no había pasado`,
      some: (n, all) => `${n} de las ${all} fechas indicadas no habían pasado`,
    },
  },
);

/** "On 31 December 2024, the last day of these data, 7 of the 9 dates given had not passed." */
export function dateSentence({ lastDay, dated, ahead }: DateFacts, speech: Speech): string {
  const t = texts[speech.language];
  return t.onDay(speech.f.date(lastDay), partWords(t.ahead, ahead, dated, speech));
}
