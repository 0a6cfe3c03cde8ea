import type { Language } from "@avances/domain/catalogue";
import type { Scope } from "./index-numbers.ts";
import { all, attribute, classed, type PageElement, saidIn, tagged } from "./page-elements.ts";
import { around, headsOf, type Line } from "./page-lines.ts";

type Named = Readonly<Record<Language, string>>;

/** Names with which a page says of whom and what a score is. */
export interface ScoreNames {
  readonly countries: readonly { readonly iso3: string; readonly name: Named }[];
  readonly instruments: readonly { readonly code: string; readonly shortName: Named }[];
  readonly dimensions: readonly { readonly code: string; readonly name: Named; readonly shortName: Named }[];
}

const words = {
  en: { both: "Both Protocols", whole: "All dimensions" },
  es: { both: "Ambos Protocolos", whole: "Todas las dimensiones" },
};

/** Of which results a line speaks, as the heads of its row and column, the caption, the name of its panel and the figure around it say. */
export function scopeOf(line: Line, names: ScoreNames, language: Language, country: string | null): Scope {
  const { row, column, caption } = headsOf(line);
  const panel = around(line, classed("panel"));
  const name = panel ? saidIn(all(panel, classed("name"))[0] as PageElement).trim() : "";
  const figure = around(line, tagged("figure"));
  const question = figure
    ? all(figure, tagged("h2"))
        .map((one) => saidIn(one))
        .join(" ")
    : "";
  const own = names.countries.find((one) => [row, name].some((text) => text.startsWith(one.name[language])));
  const dimension = names.dimensions.find((one) =>
    [row, column, name].some((text) => [one.name, one.shortName].some((each) => startsWith(text, each[language]))),
  );
  const isWhole = [row, column].some((text) => text.startsWith(words[language].whole));
  const ofFigure = names.dimensions.find((one) => question.endsWith(`· ${one.name[language]}`));
  return {
    country: own?.iso3 ?? country ?? undefined,
    roundYear: roundIn(`${column} ${caption}`),
    instrument: instrumentIn([row, column, name, caption, question], names, language),
    dimension: dimension?.code ?? (isWhole ? null : figure && country === null ? (ofFigure?.code ?? null) : undefined),
  };
}

const startsWith = (text: string, name: string) => text === name || text.startsWith(`${name} `);

/** The Protocol in the first text that names one and no other. */
function instrumentIn(texts: readonly string[], names: ScoreNames, language: Language): string | undefined {
  for (const text of texts) {
    if (text.includes(words[language].both)) return "overall";
    const found = names.instruments.filter(({ shortName }) => text.includes(shortName[language]));
    if (found.length === 1) return found[0]?.code;
  }
  return undefined;
}

/** The round in heads, if they name just one. */
function roundIn(text: string): number | undefined {
  const rounds = new Set(
    [...text.matchAll(/(?:data for|datos de) \d{4} · (?:ronda )?(\d{4})/g)].map(([, round]) => Number(round)),
  );
  return rounds.size === 1 ? [...rounds][0] : undefined;
}

/** The classes of an element and of what is close around it, each with a space before it. */
export const classNames = ({ within, element }: Line): string =>
  [...within.slice(-7), element].map((one) => ` ${attribute(one, "class")}`).join("");
