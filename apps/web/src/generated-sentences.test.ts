import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { yearsSentence } from "#charts/years-sentence.ts";
import { countryProgressFacts, countryReportsFacts, countryReversals } from "#features/countries/country-facts.ts";
import { countryProgressSentence, countryReportsSentence } from "#features/countries/country-sentences.ts";
import { answeredFacts } from "#features/indicators/answered-facts.ts";
import { answeredSentence } from "#features/indicators/answered-sentence.ts";
import { comparisonFacts } from "#features/indicators/comparison-facts.ts";
import { comparisonSentence } from "#features/indicators/comparison-sentence.ts";
import { progressFacts } from "#features/region/progress-facts.ts";
import { progressSentence } from "#features/region/progress-sentence.ts";
import { reportingSentence, scoreSentence, tallyWords } from "#features/region/region-sentences.ts";
import { reportingFacts, tallyFacts } from "#features/region/reporting-facts.ts";
import { scoreFacts } from "#features/region/score-facts.ts";
import { catalogueNames, reversalSentence } from "#lib/reversal.ts";
import { speechIn } from "#lib/speech.ts";
import {
  ends,
  expectedAnswered,
  expectedComparison,
  expectedProgress,
  expectedReporting,
  expectedScores,
  nameOf,
  shown,
  whyMissing,
} from "./testing/expected-claims.ts";
import { dice, kinds, type Region, randomIndicator, randomRegion, type Size } from "./testing/random-region.ts";
import { readReports, readReversal, readStanding } from "./testing/read-country.ts";
import { readComparison, readShown } from "./testing/read-indicator.ts";
import { readProgress } from "./testing/read-progress.ts";
import { readListed, readPart, readVoluntary } from "./testing/read-sentences.ts";
import { countryOf, indexOf, indicatorPayload, matrixOf } from "./testing/region-payloads.ts";

/**
 * Every kind of sentence about figures, over random regions, in both languages: what it claims is read back from its words and held
 * against a second computation (`testing/expected-claims.ts`).
 */
const size: fc.Arbitrary<Size> = fc.record({
  seed: fc.nat(),
  countries: fc.oneof(
    fc.constant(1),
    fc.constant(2),
    fc.integer({ min: 3, max: 13 }),
    fc.integer({ min: 14, max: 195 }),
  ),
  rounds: fc.integer({ min: 1, max: 8 }),
});
const languages = ["en", "es"] as const;
type Language = (typeof languages)[number];

function overRegions(runs: number, check: (region: Region, language: Language, seed: number) => void): void {
  fc.assert(
    fc.property(size, fc.constantFrom(...languages), (of, language) => check(randomRegion(of), language, of.seed)),
    { numRuns: runs },
  );
}

const speech = (region: Region, language: Language) => speechIn(language, region.countries);

/** The claims of a part of a whole: the years of the round that stands for the region, and the one country where there is only one. */
function partOf(region: Region, { part, whole }: { part: number; whole: readonly string[] }, language: Language) {
  const [only] = whole;
  return {
    year: region.main?.referenceYear,
    round: region.main?.roundYear,
    part,
    whole: whole.length,
    only: only && whole.length === 1 ? nameOf(region, only, language) : null,
  };
}

describe("the region", () => {
  test("who has published, who has not, and why", () => {
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

describe("an indicator", () => {
  test("who answered, what the figures shown say together, and who has none and why", () => {
    overRegions(800, (region, language, seed) => {
      const kind = dice(seed).one(kinds);
      const indicator = randomIndicator(region, kind, seed);
      const facts = answeredFacts(indicatorPayload(region, indicator), region.today);
      expect(facts === null).toBe(region.main === null);
      if (!facts) return;
      const [claim, more] = readPart(language, "answered", answeredSentence(facts, speech(region, language)));
      const [figures, rest] = readShown(language, more);
      const expected = expectedAnswered(region, indicator, language);
      expect(claim).toEqual(partOf(region, expected, language));
      expect(readListed(language, rest)).toEqual(expected.missing);
      expect(figures).toEqual(expectedFigures(kind, expected, language));
    });
  });

  test("what moved: the same countries, the years of the sentence above it, a direction only where the catalogue has one", () => {
    overRegions(1200, (region, language, seed) => {
      const kind = dice(seed).one(kinds);
      const indicator = randomIndicator(region, kind, seed);
      const facts = comparisonFacts(indicatorPayload(region, indicator));
      const expected = expectedComparison(region, indicator, language);
      const isCompared = !["money", "date", "text"].includes(kind) && region.main !== null && expected.shows;
      expect(facts !== null).toBe(isCompared);
      if (!facts) return;
      const [claim, rest] = readComparison(language, comparisonSentence(facts, speech(region, language)));
      expect(claim).toEqual(expected.claim);
      expect(readListed(language, rest)).toEqual(expected.missing);
    });
  });
});

/** What the sentence must say of the figures shown, in the words of its numbers. */
function expectedFigures(kind: (typeof kinds)[number], of: ReturnType<typeof expectedAnswered>, language: Language) {
  const span = ends(of.figures);
  if (!span || kind === "text") return null;
  const form = of.figures.length === 1 ? "one" : span[0] === span[1] ? "alike" : "span";
  const tally = (list: readonly (string | number)[]) =>
    Object.fromEntries([...new Set(list)].map((one) => [String(one), list.filter((other) => other === one).length]));
  switch (kind) {
    case "count":
      return { kind: "figures", form, ...fromTo(span.map((figure) => figure.toLocaleString("en"))) };
    case "ratio":
      return {
        kind: "figures",
        form,
        ...fromTo(span.map((figure) => `${figure.toFixed(1)}${language === "es" ? "\u00a0" : ""}%`)),
      };
    case "money":
      return { kind: "currencies", groups: tally(of.answers.map(({ currency }) => currency)) };
    case "date": {
      const dates = of.answers.map(({ date }) => date).sort();
      const [first = "", last = ""] = [dates[0], dates.at(-1)];
      return {
        kind: "dates",
        form: dates.length === 1 ? "one" : first === last ? "alike" : "span",
        ...fromTo([first, last].map((day) => inWords(day, language))),
      };
    }
    default:
      return { kind: "groups", groups: tally(of.figures) };
  }
}

const fromTo = ([from = "", to = ""]: readonly string[]) => ({ from, to });

const months = {
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September"],
  es: ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre"],
};

function inWords(date: string, language: Language): string {
  const [year, month, day] = date.split("-").map(Number);
  const name = months[language][(month ?? 1) - 1];
  return language === "en" ? `${day} ${name} ${year}` : `${day} de ${name} de ${year}`;
}

describe("a country", () => {
  const some = (region: Region, seed: number) => dice(seed).one(region.countries).iso3;

  test("which reports there are, and why not the others", () => {
    overRegions(600, (region, language, seed) => {
      const iso3 = some(region, seed);
      const facts = countryReportsFacts(countryOf(region, iso3), region.today);
      const claim = readReports(language, countryReportsSentence(facts, speech(region, language)));
      const own = region.reports.filter(({ country }) => country === iso3);
      const owed = own.filter(({ obligated, state }) => obligated && state !== "exempt");
      const years = (reports: typeof own) => reports.map(({ round }) => [round.referenceYear, round.roundYear]);
      const voluntary = own.filter(({ obligated, state }) => !obligated && state === "published");
      const reasons = [...new Set(own.flatMap((report) => whyMissing(report, region.today) ?? []))];
      expect(claim).toEqual({
        country: nameOf(region, iso3, language),
        expected: owed.length === 0 && voluntary.length > 0 ? null : owed.length,
        published: years(owed.filter(({ state }) => state === "published")),
        voluntary: years(voluntary),
        missing: Object.fromEntries(
          reasons.map((why) => [why, years(own.filter((report) => whyMissing(report, region.today) === why))]),
        ),
      });
    });
  });

  test("where it stands against its own first round, and what hangs on the choice of weights", () => {
    overRegions(800, (region, language, seed) => {
      const iso3 = some(region, seed);
      const data = countryOf(region, iso3);
      const names = catalogueNames(indexOf(region), language);
      const own = region.reports.filter(({ country, state }) => country === iso3 && state === "published");
      const latest = own.at(-1);
      const protocols = { en: { TIP: "Trafficking", SOM: "Smuggling" }, es: { TIP: "Trata", SOM: "Tráfico" } }[
        language
      ];
      const standings = countryProgressFacts(data).map((facts) =>
        readStanding(language, countryProgressSentence(facts, speech(region, language), names)),
      );
      const scores = latest?.scores;
      expect(standings).toEqual(
        (scores ? (["TIP", "SOM"] as const) : []).map((instrument) => {
          const { score, since } = scores?.[instrument] ?? {};
          const kind =
            score == null ? "insufficient" : !since ? "first" : since.points === null ? "not_comparable" : "compared";
          return {
            protocol: protocols[instrument],
            kind,
            year: latest?.round.referenceYear,
            round: latest?.round.roundYear,
            since: since?.round.referenceYear ?? null,
            change: since?.points == null ? null : shown(since.points),
          };
        }),
      );
      const before = own.at(-2)?.round;
      const reversals = countryReversals(data).map((facts) =>
        readReversal(language, reversalSentence(facts, speech(region, language), names)),
      );
      expect(reversals).toEqual(
        (["TIP", "SOM"] as const).flatMap((instrument) => {
          const reverses = scores?.[instrument].reverses ?? [];
          if (reverses.length === 0 || !latest || !before) return [];
          return [
            {
              protocol: protocols[instrument],
              before: [before.referenceYear, before.roundYear],
              now: [latest.round.referenceYear, latest.round.roundYear],
              choices: reverses,
            },
          ];
        }),
      );
    });
  });
});
