import { type Language, languages, type WholeCatalogue } from "@avances/domain/catalogue";
import type { IndicatorAnswer } from "./sight.ts";

/** The address of a page, and whose it is. */
export interface Address {
  readonly path: string;
  readonly language: Language;
  readonly country: string | null;
  readonly indicator: string | null;
}

interface Facts {
  readonly catalogue: WholeCatalogue;
  readonly countries: readonly string[];
  readonly rounds: readonly { readonly roundYear: number }[];
  /** The articles of the treaties that have a page, as addresses name them. */
  readonly articles: readonly string[];
  readonly answerOf: (code: string) => IndicatorAnswer;
}

const figureViews = [
  "view=change",
  "view=panels",
  "view=panels&unit=rate",
  "view=panels&scale=common",
  "view=bars",
  "view=bars&unit=rate",
  "view=lines",
];
const otherViews = ["view=steps", "view=years", ""];

/**
 * The pages that are read of each edition: every view, year, country, list of categories, dimension and page once, in languages that take turns, so that in
 * three editions each is read in both. A dimension of the region is opened for half of the years in each edition; what
 * depends on the edition little (articles, objectives, filters of lists) is read in one of the three.
 */
export function pagesToRead(edition: number, facts: Facts): readonly Address[] {
  const { catalogue, countries, rounds, articles } = facts;
  const years = rounds.map(({ roundYear }) => roundYear);
  const at = <Item>(list: readonly Item[], n: number) => list[n % list.length] as Item;
  const inTurn = <Item>(list: readonly Item[]) => list.filter((_, n) => n % 3 === edition);
  const dimensions = catalogue.instruments.flatMap((instrument) =>
    catalogue.dimensions.map((dimension) => `instrument=${instrument.code}&dimension=${dimension.code}`),
  );
  const page = (path: string, country: string | null = null, indicator: string | null = null) => ({
    path,
    country,
    indicator,
  });
  const isPublic = catalogue.indicators.filter(({ sensitivity }) => sensitivity === "public");
  const pages = [
    page(""),
    page("?since=before"),
    page(`?instrument=SOM&keep=${at(countries, edition)}`),
    ...dimensions.flatMap((search, n) => [
      ...years
        .filter((_, place) => (place + n + edition) % 2 === 0)
        .map((year, place) =>
          page(`?${search}&year=${year}${["&since=before", `&since=${years[0]}`, ""][(n + place) % 3]}`),
        ),
      page(`/index?${search}&year=${at(years, n + edition)}`),
    ]),
    ...inTurn(catalogue.objectives).map(({ code, instrument }) => page(`?instrument=${instrument}&objective=${code}`)),
    ...inTurn(articles).map((article) =>
      page(`?instrument=${article.startsWith("som") ? "SOM" : "TIP"}&article=${article}`),
    ),
    page("/index"),
    page("/index?profile=SOM"),
    ...catalogue.instruments.map(({ code }) => page(`/index?instrument=${code}&keep=${at(countries, edition)}`)),
    page("/countries"),
    page("/indicators"),
    ...inTurn(dimensions).map((search) => page(`/indicators?${search}`)),
    page("/articles"),
    page("/documents"),
    page("/about"),
    ...inTurn(articles).map((article) => page(`/articles/${article}`)),
    ...countries.flatMap((country, n) =>
      catalogue.instruments.map(({ code }) =>
        page(`/countries/${country}?instrument=${code}&dimension=${at(catalogue.dimensions, n).code}`, country),
      ),
    ),
    ...isPublic.flatMap(({ code, valueType }) =>
      (isFigure(valueType)
        ? searchesOf(facts.answerOf(code))
        : otherViews.map((view) => `${view}&year=${at(years, edition)}`)
      ).map((search) => page(`/indicators/${code}?${search}`, null, code)),
    ),
  ];
  return pages.map((one, n) => {
    const language = at(languages, n + edition);
    return { ...one, language, path: `/${language}${one.path}` };
  });
}

const isFigure = (valueType: string) => valueType === "count" || valueType === "ratio";

/** So many pages of an indicator that each view, year, country and list of categories occurs, and each list with each year. */
function searchesOf({ indicator, countries, rounds }: IndicatorAnswer): readonly string[] {
  const lists = [...indicator.breakdowns.map(({ code }) => code), "persons"];
  const count = Math.max(figureViews.length, lists.length * rounds.length);
  return Array.from({ length: count }, (_, n) => {
    const round = rounds[Math.floor(n / lists.length) % rounds.length]?.roundYear;
    return `${figureViews[n % figureViews.length]}&year=${round}&by=${lists[n % lists.length]}&countries=${countries[n % countries.length]?.iso3}`;
  });
}
