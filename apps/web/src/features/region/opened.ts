import { articleKey, type InstrumentCode, wholeArticles } from "@avances/domain/catalogue";
import type { Language } from "#i18n/language.ts";
import { articleWords } from "#lib/article-words.ts";
import type { PublicIndicatorList } from "#lib/published-queries.ts";

export const openedKinds = ["dimension", "objective", "article"] as const;

/** What is opened below the table: the indicators of a dimension, of an objective, or those that follow up an article. */
export interface Opened {
  readonly kind: (typeof openedKinds)[number];
  readonly code: string;
}

export interface OpenedChoice extends Opened {
  readonly name: string;
}

type List = Pick<PublicIndicatorList, "dimensions" | "objectives" | "indicators">;

/** All that can be opened for a Protocol, by kind: every dimension, its objectives, and the articles that its indicators cite. */
export function openedChoices(
  { dimensions, objectives, indicators }: List,
  instrument: InstrumentCode,
  language: Language,
): readonly OpenedChoice[] {
  const own = indicators.filter((one) => one.instrument === instrument);
  return [
    ...dimensions.map(({ code, name }) => ({ kind: "dimension" as const, code, name: name[language] })),
    ...objectives
      .filter((one) => one.instrument === instrument)
      .map(({ code, name }) => ({ kind: "objective" as const, code, name: name[language] })),
    ...wholeArticles(own.flatMap(({ articles }) => articles)).map((article) => ({
      kind: "article" as const,
      code: articleKey(article),
      name: articleWords[language].whole(article),
    })),
  ];
}

/** The indicators of a Protocol that belong to what is opened, in the order of the catalogue. */
export function indicatorsOf(
  { indicators }: Pick<List, "indicators">,
  instrument: InstrumentCode,
  { kind, code }: Opened,
): PublicIndicatorList["indicators"] {
  return indicators.filter(
    (one) =>
      one.instrument === instrument &&
      (kind === "article"
        ? wholeArticles(one.articles).some((cited) => articleKey(cited) === code)
        : one[kind] === code),
  );
}
