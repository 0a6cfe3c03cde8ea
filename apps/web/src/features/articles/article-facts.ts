import { isLadder } from "@avances/charts/series";
import { isOfArticle, type WholeArticle } from "@avances/domain/catalogue";
import type { PublicIndicatorList } from "#lib/published-queries.ts";
import type { NamedRound } from "#lib/round-words.ts";
import { type Span, spanOf } from "#lib/speech.ts";

type Entry = PublicIndicatorList["indicators"][number];
type Objective = PublicIndicatorList["objectives"][number];

/**
 * What follows an article up, in whatever paragraph, in the order of the catalogue; indicators answered by levels or by yes and no come first,
 * because they say at a glance where the region stands.
 */
export interface FollowUp {
  readonly indicators: readonly Entry[];
  readonly objectives: readonly Objective[];
}

export function followUpOf(list: PublicIndicatorList, article: WholeArticle): FollowUp {
  const cites = ({ articles }: Entry | Objective) => articles.some((cited) => isOfArticle(cited, article));
  const indicators = list.indicators.filter(cites);
  return {
    indicators: [
      ...indicators.filter(({ valueType }) => isLadder(valueType)),
      ...indicators.filter(({ valueType }) => !isLadder(valueType)),
    ],
    objectives: list.objectives.filter(cites),
  };
}

/** How much follows an article up, and where the region stands in the main round. */
export interface ArticleFacts {
  readonly indicators: number;
  readonly objectives: number;
  /** Null before anything is published, and without an indicator. */
  readonly standing: StandingFacts | null;
}

export interface StandingFacts {
  readonly round: NamedRound;
  /** Countries with a public report. */
  readonly reports: number;
  /** Countries that answered the indicator with the fewest answers, and the one with the most; hidden values count. */
  readonly answered: Span;
  /** Indicators that at least one country answered. */
  readonly answeredByAny: number;
  /** Levels given by all countries to all indicators that are answered by levels. */
  readonly levels: { readonly given: number; readonly highest: number; readonly lowest: number };
  /** The same for yes and no. */
  readonly yesNo: { readonly given: number; readonly yes: number };
}

export function articleFacts({ indicators, objectives }: FollowUp): ArticleFacts {
  return { indicators: indicators.length, objectives: objectives.length, standing: standingFacts(indicators) };
}

function standingFacts(indicators: readonly Entry[]): StandingFacts | null {
  const latest = indicators.flatMap((entry) => (entry.latest ? [{ ...entry.latest, levels: entry.levels }] : []));
  const [first] = latest;
  const answered = spanOf(latest.map(({ reported }) => reported));
  if (!first || !answered) return null;
  const levels = { given: 0, highest: 0, lowest: 0 };
  const yesNo = { given: 0, yes: 0 };
  for (const { answers, levels: ladder } of latest) {
    const top = Math.max(...ladder.map(({ level }) => level));
    for (const answer of answers) {
      const { countries } = answer;
      if (answer.type === "ordinal") {
        levels.given += countries;
        if (answer.level === top) levels.highest += countries;
        if (answer.level === 0) levels.lowest += countries;
      } else {
        yesNo.given += countries;
        if (answer.value) yesNo.yes += countries;
      }
    }
  }
  return {
    round: { roundYear: first.roundYear, referenceYear: first.referenceYear },
    reports: first.published,
    answered,
    answeredByAny: latest.filter(({ reported }) => reported > 0).length,
    levels,
    yesNo,
  };
}
