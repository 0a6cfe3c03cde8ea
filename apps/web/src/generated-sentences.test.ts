import { describe, expect, test } from "vitest";
import { yearsSentence } from "#charts/years-sentence.ts";
import { progressFacts } from "#features/region/progress-facts.ts";
import { progressSentence } from "#features/region/progress-sentence.ts";
import { reportingSentence, scoreSentence, tallyWords } from "#features/region/region-sentences.ts";
import { reportingFacts, tallyFacts } from "#features/region/reporting-facts.ts";
import { scoreFacts } from "#features/region/score-facts.ts";
import { expectedProgress, expectedReporting, expectedScores } from "#testing/expected-claims.ts";
import { overRegions, partOf, speech } from "#testing/over-regions.ts";
import { progressWords, readProgress } from "#testing/read-progress.ts";
import { parts, readListed, readPart, readVoluntary, wordingsNotMet } from "#testing/read-sentences.ts";
import { indexOf, matrixOf } from "#testing/region-payloads.ts";

/**
 * Every kind of sentence about figures, over random regions, in both languages: its claims are read back from its words and compared
 * with a second computation (`testing/expected-claims.ts`). This file covers the region; the files beside it cover indicators and countries.
 */
describe("the region", () => {
  test("who has a published report, who has none, and why", () => {
    overRegions(400, (region, language) => {
      const facts = reportingFacts(matrixOf(region), region.today);
      expect(facts === null).toBe(region.main === null);
      if (!facts) return;
      const [claim, more] = readPart(language, "published", reportingSentence(facts, speech(region, language)));
      const [voluntary, rest] = readVoluntary(language, more);
      const expected = expectedReporting(region, language);
      expect(claim).toEqual(partOf(region, expected, language));
      expect(voluntary).toEqual(expected.voluntary);
      expect(readListed(language, rest)).toEqual(expected.missing);
    });
  });

  test("of how many reports: the exempt and those nobody asked for are in no denominator", () => {
    overRegions(200, (region, language) => {
      for (const { iso3 } of region.countries.slice(0, 5)) {
        const own = region.reports.filter(({ country }) => country === iso3);
        const owed = own.filter(({ obligated, state }) => obligated && state !== "exempt");
        const published = owed.filter(({ state }) => state === "published").length;
        const extra = own.filter(({ obligated, state }) => !obligated && state === "published").length;
        const words = tallyWords(
          tallyFacts(matrixOf(region).cells.filter(({ country }) => country === iso3)),
          language,
        );
        const match =
          /^(?:(?:None expected|Ninguno esperado)|(?:(\d+) (?:of|de) (\d+)(?:, (?:and|y) )?)?(?:(\d+)(?: |, )volunt\S+)?)$/.exec(
            words,
          );
        expect(match?.slice(1).map(Number)).toEqual([
          ...(owed.length > 0 ? [published, owed.length] : [Number.NaN, Number.NaN]),
          extra > 0 ? extra : Number.NaN,
        ]);
      }
    });
  });

  test("further than before: on the matched set, against each country's own first round", () => {
    overRegions(800, (region, language, seed) => {
      const instrument = seed % 2 === 0 ? "TIP" : "SOM";
      const facts = progressFacts(indexOf(region), instrument, region.today);
      expect(facts === null).toBe(region.main === null);
      if (!facts) return;
      const [claim, rest] = readProgress(language, progressSentence(facts, speech(region, language)));
      const expected = expectedProgress(region, instrument, language);
      expect(claim).toEqual(expected.claim);
      expect(readListed(language, rest)).toEqual(expected.missing);
    });
  });

  test("who has a score", () => {
    overRegions(400, (region, language) => {
      const facts = scoreFacts(indexOf(region), (row) => row.instruments.TIP, region.today);
      if (!facts) return;
      const [claim, rest] = readPart(language, "scored", scoreSentence(facts, speech(region, language)));
      const expected = expectedScores(region, language);
      expect(claim).toEqual(partOf(region, expected, language));
      expect(readListed(language, rest)).toEqual(expected.missing);
    });
  });

  test("whose years a figure shows", () => {
    overRegions(200, ({ rounds }, language) => {
      const words = yearsSentence(rounds, language);
      const pairs = [...words.matchAll(/(\d{4})\D+?(\d{4})/g)].map(([, data, round]) => [Number(data), Number(round)]);
      const isYearAfter = rounds.every(({ roundYear, referenceYear }) => roundYear === referenceYear + 1);
      const saysYearAfter = /the year after|del año siguiente/.test(words);
      expect(saysYearAfter).toBe(isYearAfter && rounds.length > 1);
      if (!saysYearAfter)
        expect(pairs).toEqual(rounds.map(({ roundYear, referenceYear }) => [referenceYear, roundYear]));
    });
  });
});

test("every wording was met", () => {
  expect(wordingsNotMet(parts.published, parts.scored, progressWords)).toEqual([]);
});
