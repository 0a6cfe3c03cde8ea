import type { Language } from "@avances/domain/catalogue";
import { describe, expect, test } from "vitest";
import { answeredFacts } from "#features/indicators/answered-facts.ts";
import { answeredSentence } from "#features/indicators/answered-sentence.ts";
import { comparisonFacts } from "#features/indicators/comparison-facts.ts";
import { comparisonSentence } from "#features/indicators/comparison-sentence.ts";
import { ends, expectedAnswered, expectedComparison } from "#testing/expected-claims.ts";
import { overRegions, partOf, speech } from "#testing/over-regions.ts";
import { type Kind, randomIndicator } from "#testing/random-region.ts";
import { begins, follows, readComparison, readShown, shown, verdict } from "#testing/read-indicator.ts";
import { parts, readListed, readPart, wordingsNotMet } from "#testing/read-sentences.ts";
import { indicatorPayload } from "#testing/region-payloads.ts";

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
  expect(wordingsNotMet(parts.answered, shown, verdict, begins, follows)).toEqual([]);
});
