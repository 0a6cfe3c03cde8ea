import { breakdownRows, toMoneySeries } from "@avances/charts/series";
import { type Language, languages, type WholeCatalogue, wordingHistory } from "@avances/domain/catalogue";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answeredFacts } from "#features/indicators/answered-facts.ts";
import { answeredSentence } from "#features/indicators/answered-sentence.ts";
import { breakdownFacts } from "#features/indicators/breakdown-facts.ts";
import { breakdownSentence } from "#features/indicators/breakdown-sentence.ts";
import { comparisonFacts } from "#features/indicators/comparison-facts.ts";
import { comparisonSentence } from "#features/indicators/comparison-sentence.ts";
import { dateFacts } from "#features/indicators/date-facts.ts";
import { dateSentence } from "#features/indicators/date-sentence.ts";
import { mixedSentence } from "#features/indicators/mixed-sentence.ts";
import { versionFacts, versionSentence } from "#features/indicators/version-sentence.ts";
import { wordingSentence } from "#features/indicators/wording-sentence.ts";
import { formatsFor } from "#lib/format.ts";
import { ends, expectedAnswered, expectedComparison, expectedMixed, nameOf } from "#testing/expected-claims.ts";
import { overRegions, partOf, speech } from "#testing/over-regions.ts";
import { dice, hasValue, type Kind, randomIndicator, randomParts } from "#testing/random-region.ts";
import {
  begins,
  follows,
  passed,
  readComparison,
  readDates,
  readShown,
  readVersions,
  readWording,
  shown,
  verdict,
  versions,
  wordings,
} from "#testing/read-indicator.ts";
import { hiddenParts, parts, readHidden, readListed, readPart, wordingsNotMet } from "#testing/read-sentences.ts";
import { brokenDown, indicatorPayload } from "#testing/region-payloads.ts";

describe("an indicator", () => {
  test("who answered, what the figures shown say together, and who has none and why", () => {
    overRegions(800, (region, language, seed) => {
      const indicator = randomIndicator(region, seed);
      const { kind } = indicator;
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
      const indicator = randomIndicator(region, seed);
      const { kind } = indicator;
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

describe("the words of an indicator over the releases", () => {
  test("since when they are those of today, and in which releases they were others", () => {
    // Null: a release without the indicator.
    const texts = fc
      .array(fc.constantFrom("a", "b", null), { minLength: 1, maxLength: 6 })
      .filter((one) => one.at(-1) !== null);
    fc.assert(
      fc.property(texts, fc.constantFrom(...languages), (said, language) => {
        const catalogues = said.map((words, n) => ({
          version: `2026.${n + 1}`,
          indicators: words === null ? [] : [{ code: "A", name: { en: words, es: words } }],
        })) as unknown as readonly WholeCatalogue[];
        const f = formatsFor(language);
        const claim = readWording(language, wordingSentence(wordingHistory(catalogues, "A"), { language, f }));
        const present = said.flatMap((words, n) => (words === null ? [] : [{ words, release: `2026.${n + 1}` }]));
        const last = present.at(-1);
        const others = present.findLastIndex(({ words }) => words !== last?.words);
        const before = present.slice(0, others + 1).map(({ release }) => release);
        const after = present.slice(others + 1).map(({ release }) => release);
        expect(claim).toEqual(
          before.length > 0
            ? { form: "changed", since: after[0], listed: before }
            : { form: after.length === 1 ? "one" : "same", since: null, listed: after },
        );
      }),
    );
  });
});

describe("versions", () => {
  test("which reports are not their first version, by name and year of the data, or how many", () => {
    overRegions(400, (region, language, seed) => {
      const indicator = randomIndicator(region, seed);
      const d = dice(seed + 3);
      const often = d.one([0, 0.05, 0.3]);
      const again = new Set(indicator.answers.filter(() => d.chance(often)).map(({ report }) => report));
      const payload = indicatorPayload(region, indicator);
      const rows = payload.rows.map((row, n) => {
        const report = indicator.answers[n]?.report;
        return report && again.has(report) ? { ...row, version: 2 } : row;
      });
      const facts = versionFacts({ ...payload, rows });
      expect(facts === null).toBe(again.size === 0);
      if (!facts) return;
      const expected = [...again]
        .map(({ country, round }) => [nameOf(region, country, language), round.referenceYear] as const)
        .sort(([a, one], [b, other]) => (a < b ? -1 : a > b ? 1 : one - other));
      const claim = readVersions(language, versionSentence(facts, speech(region, language)));
      expect(claim).toEqual(expected.length > 12 ? expected.length : expected);
    });
  });
});

describe("amounts", () => {
  test("no line is drawn for the countries, and only those, that changed their currency", () => {
    overRegions(200, (region, language, seed) => {
      const indicator = randomIndicator(region, seed, "money");
      const { drawn, mixed } = toMoneySeries(indicatorPayload(region, indicator), language, region.today);
      const said = mixed.length === 0 ? "" : mixedSentence(mixed, speech(region, language));
      expect(readListed(language, said)).toEqual(expectedMixed(region, indicator, language));
      expect([...drawn.map(({ country }) => country), ...mixed].sort()).toEqual(
        region.countries.map(({ iso3 }) => iso3).sort(),
      );
    });
  });
});

describe("dates", () => {
  test("how many had passed on the last day of the data, whatever day it is today", () => {
    overRegions(600, (region, language, seed) => {
      const indicator = randomIndicator(region, seed, "date");
      const { main } = region;
      const facts = dateFacts(indicatorPayload(region, indicator));
      const given = indicator.answers.filter(({ report, state }) => report.round === main && state === "reported");
      expect(facts !== null).toBe(main !== null && given.length > 0);
      if (!facts || !main) return;
      const [only] = given;
      expect(readDates(language, dateSentence(facts, speech(region, language)))).toEqual({
        year: main.referenceYear,
        ahead: given.filter(({ date }) => Number(date.slice(0, 4)) > main.referenceYear || date === lastDayOf(main))
          .length,
        given: given.length,
        only: only && given.length === 1 ? nameOf(region, only.report.country, language) : null,
      });
    });
  });
});

const lastDayOf = ({ referenceYear }: { readonly referenceYear: number }) => `${referenceYear}-12-31`;

describe("a breakdown of one round", () => {
  test("who shows it, where something is hidden, and who has no value and why", () => {
    overRegions(1500, (region, language, seed) => {
      const indicator = randomIndicator(region, seed, "count");
      const given = randomParts(indicator.answers, seed);
      const { main } = region;
      if (!main) return;
      const data = brokenDown(indicatorPayload(region, indicator), given);
      const rowOf = breakdownRows(data, "sex", ["female", "male"], region.today);
      const sentence = breakdownSentence(breakdownFacts(data, main, rowOf), speech(region, language));
      const [claim, more] = readPart(language, "divided", sentence);
      const own = indicator.answers.filter(({ report }) => report.round === main);
      const divided = own.flatMap((answer) => [given.get(answer) ?? []].filter((parts) => parts.length > 0));
      const expected = expectedAnswered(region, indicator, language);
      const whole = own.filter(hasValue).map(({ report }) => report.country);
      expect(claim).toEqual(partOf(region, { part: divided.length, whole }, language));
      const [hidden, rest] = readHidden(language, more, divided.length);
      expect(hidden).toBe(divided.length === 0 ? null : divided.filter((parts) => parts.includes("s")).length);
      // A hidden value is one that could be divided: it is not among those without.
      const { suppressed: _, ...missing } = expected.missing;
      expect(readListed(language, rest)).toEqual(missing);
    });
  });
});

/** The figures that the sentence must state, as numbers. */
function expectedFigures(kind: Kind, of: ReturnType<typeof expectedAnswered>, language: Language) {
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
        ...fromTo(span.map((figure) => `${figure.toFixed(1)}${{ en: "", es: "\u00a0" }[language]}%`)),
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
  return { en: `${day} ${name} ${year}`, es: `${day} de ${name} de ${year}` }[language];
}

test("every wording was met", () => {
  expect(
    wordingsNotMet(
      parts.answered,
      parts.divided,
      hiddenParts,
      passed,
      versions,
      shown,
      wordings,
      verdict,
      begins,
      follows,
    ),
  ).toEqual([]);
});
