import type { Indicator } from "@avances/domain/catalogue";
import { idOf } from "./figure-id.ts";
import type { Extreme, PageContext } from "./page-context.ts";
import { numbersIn } from "./page-elements.ts";
import type { Line } from "./page-lines.ts";
import { number } from "./phrases.ts";
import type { Sight } from "./sight.ts";

const turned = /, (?:after a (?:rise|fall) from Y to Y|tras (?:un alza|una baja) de Y a Y)$/;
const n = `(${number})`;
const share = `${n} ?%(?: \\(${n} (?:of|de) ${n}\\))?`;
const moves = {
  count: new RegExp(`^(?:from|de) ${n} (?:to|a) ${n}$`),
  ratio: new RegExp(`^(?:from|de) ${share} (?:to|a) ${share}$`),
};

/**
 * "Victims identified: from 9 to 1,243", of the two reports that the page compares; of a share with its two counts in brackets. Null: the line is no such one.
 */
export function changeSights(
  text: string,
  line: Line,
  { catalogue, language, country }: PageContext,
  rounds: readonly [number, number] | null,
): readonly Sight[] | null {
  if (country === null || rounds === null) return null;
  const [, label = "", moved = ""] = /^(?:[▲▼=] )?(.+?) ?: (.*)$/.exec(text) ?? [];
  const indicator = catalogue.indicators.find((one) => one.name[language] === label && isFigure(one));
  if (!indicator) return null;
  const found = moves[indicator.valueType as keyof typeof moves].exec(moved.replace(turned, ""));
  if (!found) return null;
  const values = found.slice(1).map((one) => (one === undefined ? undefined : numbersIn(one)[0]));
  const place = line.element.tag === "li" ? "changes of a country" : "changes on a sheet";
  const sights = (roundYear: number, list: readonly (number | undefined)[]): Sight[] =>
    list.flatMap((value, at) => {
      if (value === undefined) return [];
      const own = { country, roundYear, place };
      if (indicator.valueType === "count") return [{ ...own, id: idOf(indicator.code, "total"), lo: value, hi: value }];
      const measure = ["percent", "numerator", "denominator"][at] ?? "";
      const half = at === 0 ? 0.05 : 0;
      return [{ ...own, id: idOf(indicator.code, measure), lo: value - half, hi: value + half }];
    });
  const half = values.length / 2;
  return [...sights(rounds[0], values.slice(0, half)), ...sights(rounds[1], values.slice(half))];
}

const isFigure = ({ valueType }: Indicator) => valueType === "count" || valueType === "ratio";

const ends = {
  en: new RegExp(
    `The figures shown lie between ${n}%? and ${n}%?|(?:The one figure|All figures) shown (?:is|are) ${n}%?`,
  ),
  es: new RegExp(
    `Las cifras mostradas están entre ${n}(?: %)? y ${n}(?: %)?|(?:La única cifra mostrada es|Todas las cifras mostradas son) ${n}(?: %)?`,
  ),
};

/** "For 2024 (2025 round), … The figures shown lie between 22 and 1,314." on the page of an indicator; and the text without it. */
export function extremesIn(
  text: string,
  line: Line,
  { catalogue, language, indicator }: PageContext,
): { readonly extremes: readonly Extreme[]; readonly rest: string } {
  const own = catalogue.indicators.find(({ code }) => code === indicator);
  const found = own && isFigure(own) ? ends[language].exec(text) : null;
  const round = /\b\d{4} \((?:ronda )?(\d{4})/.exec(line.text)?.[1];
  if (!own || !found || round === undefined) return { extremes: [], rest: text };
  const [id, half] = own.valueType === "count" ? [idOf(own.code, "total"), 0] : [idOf(own.code, "percent"), 0.05];
  const extremes = found
    .slice(1)
    .flatMap((one) =>
      one === undefined
        ? []
        : numbersIn(one).map((value) => ({ roundYear: Number(round), id, lo: value - half, hi: value + half })),
    );
  return { extremes, rest: text.replace(found[0], " ¶ ") };
}
