import { describe, expect, test } from "vitest";
import { countryProgressFacts, countryReportsFacts, countryReversals } from "#features/countries/country-facts.ts";
import { countryProgressSentence, countryReportsSentence } from "#features/countries/country-sentences.ts";
import { catalogueNames, reversalSentence } from "#lib/reversal.ts";
import { nameOf, shown, whyMissing } from "#testing/expected-claims.ts";
import { overRegions, speech } from "#testing/over-regions.ts";
import { dice, type Region } from "#testing/random-region.ts";
import { owed, readReports, readReversal, readStanding, standing } from "#testing/read-country.ts";
import { wordingsNotMet } from "#testing/read-sentences.ts";
import { countryOf, indexOf } from "#testing/region-payloads.ts";

describe("a country", () => {
  const some = (region: Region, seed: number) => dice(seed + 1).one(region.countries).iso3;

  test("which reports there are, and why not the others", () => {
    overRegions(600, (region, language, seed) => {
      const iso3 = some(region, seed);
      const facts = countryReportsFacts(countryOf(region, iso3), region.today);
      const claim = readReports(language, countryReportsSentence(facts, speech(region, language)));
      const own = region.reports.filter(({ country }) => country === iso3);
      const due = own.filter(({ obligated, state }) => obligated && state !== "exempt");
      const years = (reports: typeof own) => reports.map(({ round }) => [round.referenceYear, round.roundYear]);
      const voluntary = own.filter(({ obligated, state }) => !obligated && state === "published");
      const reasons = [...new Set(own.flatMap((report) => whyMissing(report, region.today) ?? []))];
      expect(claim).toEqual({
        country: nameOf(region, iso3, language),
        expected: due.length === 0 && voluntary.length > 0 ? null : due.length,
        published: years(due.filter(({ state }) => state === "published")),
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

test("every wording was met", () => {
  expect(wordingsNotMet(owed, standing)).toEqual([]);
});
