import { numbersInDrawings } from "./drawings-of-page.ts";
import { figuresInTables } from "./figures-on-pages.ts";
import { numbersInWords, type PageNumbers } from "./numbers-of-page.ts";
import type { PageContext } from "./page-context.ts";
import type { PageElement } from "./page-elements.ts";
import { sightsOf } from "./page-sights.ts";
import { type IndicatorAnswer, Places } from "./sight.ts";

export interface ReadPage extends PageNumbers {
  /** The look of every picture that stands for a word. */
  readonly pictures: readonly string[];
}

/** Reads every number of a page: in tables and drawings of figures, in other drawings, then in all words that are left. */
export function readPage(page: PageElement, context: PageContext, answer: IndicatorAnswer | null): ReadPage {
  const read = new Set<PageElement>();
  const places = answer === null ? null : new Places(answer, context.language, read);
  const isOfFigures = answer !== null && ["count", "ratio"].includes(answer.indicator.valueType);
  const { language, catalogue, names, country } = context;
  const countries = names.countries.map(({ iso3, name }) => ({ alpha3: iso3, name }));
  const sights = isOfFigures && places ? sightsOf(page, places) : [];
  const inTables = answer === null ? figuresInTables(page, { language, catalogue, countries, read }, country) : [];
  const drawn = numbersInDrawings(page, context, read);
  const said = numbersInWords(page, context, new Set([...read, ...drawn.read]));
  return {
    sights: [...sights, ...inTables, ...said.sights],
    extremes: said.extremes,
    faults: [...drawn.faults, ...said.faults],
    kinds: said.kinds,
    pictures: drawn.pictures,
  };
}
