import { describe, expect, test } from "vitest";
import { articleFacts, followUpOf } from "#features/articles/article-facts.ts";
import { articleSentence } from "#features/articles/article-sentence.ts";
import { ends } from "#testing/expected-claims.ts";
import { overRegions, speech } from "#testing/over-regions.ts";
import { type Dice, dice, type Indicator, type Region, randomIndicator } from "#testing/random-region.ts";
import { answered, followUp, levels, readArticle, yesNo } from "#testing/read-article.ts";
import { wordingsNotMet } from "#testing/read-sentences.ts";
import { listPayload } from "#testing/region-payloads.ts";

const article = { instrument: "TIP", article: "6" } as const;
/** Citations of the article, and some that look like it. */
const citing = [
  [{ ...article, paragraph: null }],
  [{ ...article, paragraph: "2)(a" }],
  [
    { instrument: "SOM", article: "6", paragraph: "1" },
    { ...article, paragraph: "1" },
    { ...article, paragraph: "3" },
  ],
] as const;
const other = [
  { instrument: "SOM", article: "6", paragraph: null },
  { instrument: "TIP", article: "16", paragraph: "6" },
] as const;

/** Most indicators without hidden figures are turned into levels, so that few, many, equal and different ones occur. */
function inLevels(indicator: Indicator, d: Dice): Indicator {
  if (indicator.kind === "count" || indicator.kind === "ratio" || d.chance(0.3)) return indicator;
  const steps = d.one([[4], [0], [1], [0, 4], [0, 1, 2, 3, 4]]);
  const answers = indicator.answers.map((answer) =>
    answer.figure === null ? answer : { ...answer, figure: d.one(steps) },
  );
  return { ...indicator, kind: "ordinal", answers };
}

describe("an article", () => {
  test("how many indicators follow it up, how many countries answered them, how many levels and answers are what", () => {
    overRegions(4000, (region, language, seed) => {
      const d = dice(seed + 2);
      const indicators = Array.from({ length: d.whole(0, 4) }, (_, place) =>
        inLevels(randomIndicator(region, seed + place), d),
      );
      const cites = indicators.map(() => d.chance(0.8));
      const payload = listPayload(region, indicators, (place) => (cites[place] ? d.one(citing) : other));
      const objectives = d.whole(1, 3);
      const [objective] = payload.objectives;
      if (!objective) throw new Error("a list without objectives");
      const list = {
        ...payload,
        objectives: [
          ...Array.from({ length: objectives }, () => ({ ...objective, articles: citing[1] })),
          { ...objective, articles: other },
        ],
      };
      const followedUp = followUpOf(list, article);
      const facts = articleFacts(followedUp);
      const own = indicators.filter((_, place) => cites[place]);
      const isLadder = ({ kind }: Indicator) => kind === "ordinal" || kind === "boolean";
      expect(followedUp.indicators.map(({ valueType }) => valueType)).toEqual(
        [...own.filter(isLadder), ...own.filter((one) => !isLadder(one))].map(({ kind }) => kind),
      );
      expect(readArticle(language, articleSentence(facts, speech(region, language)))).toEqual({
        indicators: own.length,
        objectives: own.length === 0 ? objectives : null,
        standing: own.length === 0 || !region.main ? null : expectedStanding(region, own),
      });
    });
  });
});

/** From the answers themselves, not from the counts that the list gives. */
function expectedStanding(region: Region, indicators: readonly Indicator[]) {
  const ofMain = indicators.map(({ kind, answers }) => ({
    kind,
    answers: answers.filter(({ report }) => report.round === region.main),
  }));
  const reports = ofMain[0]?.answers.length ?? 0;
  const given = ofMain.map(
    ({ answers }) =>
      answers.filter(({ state }) => state === "reported" || state === "suppressed" || state === "small_base").length,
  );
  const figures = (wanted: string) =>
    ofMain.flatMap(({ kind, answers }) => (kind === wanted ? answers.flatMap(({ figure }) => figure ?? []) : []));
  const steps = figures("ordinal");
  const replies = figures("boolean");
  return {
    year: region.main?.referenceYear,
    round: region.main?.roundYear,
    reports,
    answered: reports === 1 ? null : ends(given),
    ofOne: reports === 1 ? given.filter((one) => one === 1).length : null,
    levels: {
      given: steps.length,
      highest: steps.filter((level) => level === 4).length,
      lowest: steps.filter((level) => level === 0).length,
    },
    yesNo: { given: replies.length, yes: replies.filter((yes) => yes === 1).length },
  };
}

test("every wording was met", () => {
  expect(wordingsNotMet(followUp, answered, levels, yesNo)).toEqual([]);
});
