import type { Catalogue, Indicator, Language } from "@avances/domain/catalogue";
import type { Country } from "@avances/domain/reference";
import { idOf } from "./figure-id.ts";
import { all, attribute, numbersIn, type PageElement, saidIn, tagged } from "./page-elements.ts";
import type { Sight } from "./sight.ts";

interface Names {
  readonly catalogue: Catalogue;
  readonly countries: readonly Pick<Country, "alpha3" | "name">[];
  readonly language: Language;
  /** What was read: all numbers in it are sights. */
  readonly read: Set<PageElement>;
}

/**
 * Figures of many indicators, on the page of a country (`country`: which) with its sheet for print, and on that of the region with something opened: in the
 * head of a row or column stands an indicator, in the other one a country or a round.
 */
export function figuresInTables(page: PageElement, names: Names, country: string | null): readonly Sight[] {
  const { language, countries } = names;
  return all(page, tagged("table")).flatMap((table) => {
    const [thead, tbody] = [all(table, tagged("thead"))[0], all(table, tagged("tbody"))[0]];
    const columns = thead ? all(thead, tagged("th")).slice(1) : [];
    const caption = roundIn(
      all(table, tagged("caption"))
        .map((one) => saidIn(one))
        .join(),
    );
    return (tbody ? all(tbody, tagged("tr")) : []).flatMap((row) => {
      const [head] = all(row, tagged("th"));
      if (!head) return [];
      const label = saidIn(head).trim();
      const member = countries.find(({ name }) => name[language] === label)?.alpha3 ?? country;
      return all(row, tagged("td")).flatMap((cell, n): Sight[] => {
        const column = columns[n];
        const indicator = indicatorIn(head, names) ?? (column && indicatorIn(column, names));
        const roundYear = (column && roundIn(saidIn(column))) ?? caption;
        if (!indicator || member === null || roundYear === undefined) return [];
        names.read.add(cell);
        return numbersIn(saidIn(cell)).map((value) => ({
          ...figureOf(indicator, value),
          country: member,
          roundYear,
          place: country === null ? "opened in the region" : "table of a country",
        }));
      });
    });
  });
}

/** The figure that stands for an answer: of a share the percentage, with one decimal. */
function figureOf({ code, valueType }: Indicator, value: number): Pick<Sight, "id" | "lo" | "hi"> {
  if (valueType === "count") return { id: idOf(code, "total"), lo: value, hi: value };
  return { id: idOf(code, "percent"), lo: value - 0.05, hi: value + 0.05 };
}

/** The indicator with figures that an element links to, or whose name it is. */
function indicatorIn(element: PageElement, { catalogue, language }: Names): Indicator | undefined {
  const [link] = all(element, tagged("a"));
  const code = /\/indicators\/([A-Z-]+\d+)/.exec(attribute(link, "href"))?.[1];
  const label = saidIn(element).trim();
  return catalogue.indicators.find(
    (one) =>
      (one.code === code || one.name[language] === label) && (one.valueType === "count" || one.valueType === "ratio"),
  );
}

/** The round that is named after the year of its data. */
function roundIn(label: string): number | undefined {
  const found = /(?:data for|datos de) \d{4} · (?:ronda )?(\d{4})/.exec(label);
  return found ? Number(found[1]) : undefined;
}
