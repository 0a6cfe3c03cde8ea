import { marksOfReports } from "@avances/charts/series";
import { describe, expect, test } from "vitest";
import { yearsSentence } from "#charts/years-sentence.ts";
import { chosenRound } from "#features/region/compared-with.ts";
import { progressFacts } from "#features/region/progress-facts.ts";
import { progressSentence, reportGaps, standingWords } from "#features/region/progress-sentence.ts";
import { reportingSentence, scoreSentence, tallyWords } from "#features/region/region-sentences.ts";
import { reportingFacts, tallyFacts } from "#features/region/reporting-facts.ts";
import { reportsWords } from "#features/region/reports-words.ts";
import { scoreFacts } from "#features/region/score-facts.ts";
import { expectedProgress, expectedReporting, expectedScores } from "#testing/expected-claims.ts";
import { overRegions, partOf, speech } from "#testing/over-regions.ts";
import { progressWords, readProgress, readRisen, risenWords } from "#testing/read-progress.ts";
import { countsOf, parts, read, readListed, readPart, readVoluntary, wordingsNotMet } from "#testing/read-sentences.ts";
import { indexOf, matrixOf, progressOf } from "#testing/region-payloads.ts";

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

  test("the region's page, in any round: how each stands against its first, its previous or a chosen round, and what rose where", () => {
    const reasonsMet = new Set<string>();
    overRegions(2400, (of, language, seed) => {
      // Rounds may overlap: sometimes the first is still open when a later one is read.
      const region = seed % 11 === 0 && of.rounds[0] ? { ...of, today: of.rounds[0].dueOn } : of;
      const instrument = seed % 2 === 0 ? "TIP" : "SOM";
      const place = seed % region.rounds.length;
      const round = region.rounds[place] ?? null;
      const earlier = region.rounds[Math.floor(seed / 7) % Math.max(1, place)];
      const index = indexOf(region);
      const isChosen = seed % 3 !== 0 && place > 0;
      const own = seed % 4 === 0 ? "before" : "first";
      const comparedWith = isChosen && earlier ? earlier : own;
      const facts = progressFacts(index, instrument, region.today, {
        round,
        comparedWith:
          round && typeof comparedWith !== "string"
            ? chosenRound(index, progressOf(region, round, comparedWith), marksOfReports(index, region.today))
            : own,
      });
      if (!facts) throw new Error("no facts");
      const nameOf = (code: string) => index.dimensions.find((one) => one.code === code)?.name[language] ?? code;
      const words = standingWords(facts, speech(region, language), nameOf);
      const [claim, more] = readProgress(language, `${words.finding}${words.rest}`);
      expect(more).toBe("");
      const expected = expectedProgress(region, instrument, language, { round, comparedWith, withYears: false });
      expect(claim).toEqual(expected.claim);
      expect(readRisen(language, words.risen)).toEqual(expected.risen);
      const reasons = [words.gaps, reportGaps(facts, speech(region, language))];
      expect(Object.assign({}, ...reasons.map((gaps) => readListed(language, gaps)))).toEqual(expected.missing);
      for (const reason of Object.keys(expected.missing)) reasonsMet.add(reason.replace(/ \d{4}$/, ` ${language}`));
      // What is set in bold ends with what the countries are compared with.
      if (claim.compared > 0)
        expect(words.finding).toMatch(
          /(first round with a score|previous round|primera ronda con puntaje|ronda anterior|\d{4} \((\d{4} round|ronda \d{4})\))$/,
        );

      const reports = region.reports.filter((report) => report.round === round && report.state === "published");
      const all = region.countries.map(({ iso3 }) => iso3);
      const line = reportsWords(facts.reports, all, speech(region, language));
      const { form, groups } = read(line, parts.public[language], (pattern) => `${pattern}\\.`);
      expect(countsOf(form, groups[0], groups[1])).toEqual([reports.length, all.length]);
    });
    // What a country lacked in the chosen round was said in every way, in both languages.
    const then = [
      "no_score_then",
      "then_received",
      "then_not_published",
      "then_not_published_yet",
      "then_exempt",
      "then_not_asked",
    ];
    for (const reason of then.flatMap((one) => [`${one} en`, `${one} es`])) expect(reasonsMet).toContain(reason);
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
  expect(wordingsNotMet(parts.published, parts.scored, parts.public, progressWords, risenWords)).toEqual([]);
});
