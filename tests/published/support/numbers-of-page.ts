import type { Language, WholeCatalogue } from "@avances/domain/catalogue";
import { changeSights, extremesIn } from "./figures-in-sentences.ts";
import type { Extreme, PageContext } from "./page-context.ts";
import type { PageElement } from "./page-elements.ts";
import { headsOf, type Line, linesOf } from "./page-lines.ts";
import { furniture, number, type Phrase } from "./phrases.ts";
import { classNames, scopeOf } from "./scope-of-line.ts";
import type { Sight } from "./sight.ts";
import { amountPhrases, levelPhrases, type Measure, scorePhrases, tallyPhrases } from "./told-phrases.ts";

export interface PageNumbers {
  readonly sights: readonly Sight[];
  readonly extremes: readonly Extreme[];
  /** Numbers that nobody has said the meaning of, scores that the index does not have, and counts of more than there is. */
  readonly faults: readonly string[];
  /** What the numbers in words were. */
  readonly kinds: ReadonlySet<string>;
}

/** Reads all numbers in the words of a page, except those in `read`. */
export function numbersInWords(page: PageElement, context: PageContext, read: ReadonlySet<PageElement>): PageNumbers {
  const sights: Sight[] = [];
  const extremes: Extreme[] = [];
  const faults: string[] = [];
  const kinds = new Set<string>();
  const rounds = roundsOfChanges(page);
  for (const line of linesOf(page, (element) => read.has(element))) {
    if (!/\d/.test(line.text) || isConstant(line, context)) continue;
    const text = withoutNames(line.text, context);
    const change = changeSights(text, line, context, rounds);
    if (change) {
      sights.push(...change);
      continue;
    }
    const found = extremesIn(text, line, context);
    extremes.push(...found.extremes);
    faults.push(...unreadIn(found.rest, line, context, kinds));
  }
  return { sights, extremes, faults, kinds };
}

const isConstant = ({ text }: Line, { constant }: PageContext) => /\p{L}{2}/u.test(text) && constant.has(text);

/** Years as `Y`, and words of the catalogue with a number in them as `¤`. */
function withoutNames(text: string, { catalogue, language, years }: PageContext): string {
  return text
    .replace(wordingOf(catalogue, language), "¤")
    .replace(/(?<![\d.,])20\d\d(?![\d,.]*\d)/g, (year) => (years.has(Number(year)) ? "Y" : year));
}

const wordings = new Map<string, RegExp>();

/** All names, labels and texts of the catalogue that hold a number, longest first. */
function wordingOf(catalogue: WholeCatalogue, language: Language): RegExp {
  const known = wordings.get(language);
  if (known) return known;
  const texts = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === "string") {
      if (/\d/.test(value) && /\p{L}{3}/u.test(value) && !/^[A-Z]{3}-/.test(value)) texts.add(value);
    } else if (typeof value === "object" && value !== null) Object.values(value).forEach(collect);
  };
  collect(catalogue);
  const escaped = [...texts]
    .sort((a, b) => b.length - a.length)
    .map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const made = new RegExp(escaped.join("|"), "g");
  wordings.set(language, made);
  return made;
}

/** The two rounds that a country's page compares, as the heading of its changes names them. */
function roundsOfChanges(page: PageElement): readonly [number, number] | null {
  const heading = linesOf(page, () => false).find(
    ({ element, text }) => element.tag === "h2" && /^(?:What changed from|Qué cambió de) /.test(text),
  );
  const [, before, , now] = [...(heading?.text.matchAll(/\d{4}/g) ?? [])].map(([year]) => Number(year));
  return before === undefined || now === undefined ? null : [before, now];
}

const most: Readonly<Record<string, (context: PageContext) => number>> = {
  countries: ({ names }) => names.countries.length,
  reports: ({ names, years }) => names.countries.length * years.size,
  dates: ({ names, years }) => names.countries.length * years.size,
  objectives: ({ catalogue }) => catalogue.objectives.length,
  indicators: ({ catalogue }) => catalogue.indicators.length,
  answers: ({ catalogue, names }) => catalogue.indicators.length * names.countries.length,
  levels: () => 11,
};

/** Takes phrase after phrase out of a text; what numbers are left then, nobody has said the meaning of. */
function unreadIn(text: string, line: Line, context: PageContext, kinds: Set<string>): string[] {
  const { language, index } = context;
  const faults: string[] = [];
  const fault = (what: string) => faults.push(`${what}: “${line.text}” (${whereIs(line)})`);
  const classes = classNames(line);
  let rest = text;
  const take = <One extends Phrase>(phrases: readonly One[], tell: (one: One, numbers: readonly string[]) => void) => {
    for (const one of phrases) {
      if (!/\d/.test(rest)) return;
      if (!stands(line, classes, one.at)) continue;
      rest = rest.replace(one.form[language], (_, ...found) => {
        kinds.add(one.kind);
        tell(one, numbersAmong(found));
        return " ¶ ";
      });
    }
  };
  take(furniture, () => {});
  take(scorePhrases, ({ measures }, numbers) => {
    // Two of the same measure are the ends of a range over countries.
    const isRange = measures.length === 2 && measures[0] === measures[1];
    const scope = scopeOf(line, context.names, language, isRange ? null : context.country);
    const own = isRange ? { ...scope, country: undefined } : scope;
    for (const [place, number] of numbers.entries()) {
      const measure = measures[place] as Measure;
      if (!index.has(own, measure, valueIn(number), printed))
        fault(`no ${measure} ${number} of ${JSON.stringify(own)}`);
    }
  });
  take(wholePhrases, ({ kind }, numbers) => {
    const limit = most[kind]?.(context) ?? 0;
    for (const number of numbers) {
      const value = valueIn(number);
      if (!Number.isInteger(value) || value < 0 || value > limit) fault(`${number} ${kind}`);
    }
  });
  take(amountPhrases, () => {});
  for (const [left] of rest.matchAll(new RegExp(number, "g"))) fault(`what is ${left}?`);
  return faults;
}

const wholePhrases = [...levelPhrases, ...tallyPhrases];

/** Scores are printed with one decimal. */
const printed = 0.05 + 1e-6;

/** What a form has found, without its other arguments; of two forms one has found nothing. */
const numbersAmong = (found: readonly unknown[]): readonly string[] =>
  found.slice(0, -2).filter((one): one is string => typeof one === "string");

function stands(line: Line, classes: string, at: Phrase["at"]): boolean {
  if (at === undefined) return true;
  if (at.within !== undefined && !classes.includes(` _${at.within}_`)) return false;
  return at.under === undefined || at.under.test(headsOf(line).column);
}

const valueIn = (text: string): number => Number(text.replaceAll(",", "").replace("−", "-"));

const whereIs = ({ within, element, source }: Line) =>
  [...within.slice(-3), element].map(({ tag }) => tag).join(" > ") + (source === "text" ? "" : ` ${source}`);
