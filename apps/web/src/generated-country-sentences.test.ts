import { describe, expect, test } from "vitest";
import { type Change, changeFacts, openFacts } from "#features/countries/change-facts.ts";
import { changeSentence, changeWords } from "#features/countries/change-sentences.ts";
import {
  countryProgressFacts,
  countryReportsFacts,
  countryReversals,
  regionWith,
} from "#features/countries/country-facts.ts";
import { countryProgressWords, countryReportsSentence } from "#features/countries/country-sentences.ts";
import { profileFacts } from "#features/countries/profile-facts.ts";
import { profileLabel, regionWords, shortChange } from "#features/countries/profile-sentences.ts";
import { leftColumn, rightColumn } from "#features/countries/sheet-columns.ts";
import { countedFacts, sheetRounds } from "#features/countries/sheet-facts.ts";
import { timelineFacts } from "#features/countries/timeline-facts.ts";
import { milestoneDay, milestoneWords } from "#features/countries/timeline-sentences.ts";
import { catalogueNames, reversalSentence } from "#lib/reversal.ts";
import { nameOf, shown, whyMissing } from "#testing/expected-claims.ts";
import { overRegions, speech } from "#testing/over-regions.ts";
import {
  type Answer,
  type Comparison,
  dice,
  dimensionsOfTests,
  type Indicator,
  type Region,
  type Report,
  randomIndicator,
  underOtherChoices,
} from "#testing/random-region.ts";
import { owed, readReports, readReversal, readStanding, standing } from "#testing/read-country.ts";
import {
  changeForms,
  following,
  milestoneForms,
  opening,
  profileForms,
  profileParts,
  readChange,
  readChanges,
  readDay,
  readMilestone,
  readProfile,
  readShortChange,
  shortForms,
} from "#testing/read-country-page.ts";
import { value, wordingsNotMet } from "#testing/read-sentences.ts";
import { countryOf, indexOf, treatiesOfTests } from "#testing/region-payloads.ts";

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
        readStanding(language, Object.values(countryProgressWords(facts, speech(region, language), names)).join("")),
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
      const reversals = countryReversals(data).map((facts) =>
        readReversal(language, reversalSentence(facts, speech(region, language), names)),
      );
      expect(reversals).toEqual(
        (["TIP", "SOM"] as const).flatMap((instrument) => {
          const now = latest?.scores?.[instrument];
          if (!latest || !now) return [];
          const before = own.at(-2);
          const first = own.find(({ round }) => round === now.since?.round);
          const claim = (report: Report, choices: readonly string[]) =>
            choices.length === 0
              ? []
              : [{ protocol: protocols[instrument], before: yearsOf(report), now: yearsOf(latest), choices }];
          return [
            ...(before ? claim(before, now.reverses) : []),
            ...(first && first !== before
              ? claim(first, reversedBetween(first.scores?.[instrument].score, now.score))
              : []),
          ];
        }),
      );
    });
  });
});

/** The choices under which the score moved the other way, in the order in which they are told. */
function reversedBetween(before: number | null | undefined, now: number | null): readonly string[] {
  const [then, since] = [underOtherChoices(before ?? null), underOtherChoices(now)];
  if (!then || !since || before == null || now === null) return [];
  return Object.keys(since).filter((choice) => ((since[choice] ?? 0) - (then[choice] ?? 0)) * (now - before) < -1e-12);
}

/** The truth about one indicator of a country: its answers of the public reports, oldest first, one for each. */
const answersOf = ({ answers }: Indicator, iso3: string) => answers.filter(({ report }) => report.country === iso3);
const hasValue = (answer: Answer) => ["reported", "suppressed", "small_base"].includes(answer.state);
const isMeasured = ({ kind }: Indicator) => ["ordinal", "boolean", "ratio"].includes(kind);
const isCounted = ({ kind }: Indicator) => kind === "count" || kind === "money";

/** Null where two values cannot be compared. Of the figures as they are shown. */
function wayOf({ kind }: Indicator, before: Answer, now: Answer): "higher" | "lower" | "same" | null {
  if (before.figure === null || now.figure === null) return null;
  if (kind === "money" && before.currency !== now.currency) return null;
  if (kind === "date") return now.date === before.date ? "same" : now.date > before.date ? "higher" : "lower";
  const by = kind === "ratio" ? shown(now.figure) - shown(before.figure) : now.figure - before.figure;
  return by === 0 ? "same" : by > 0 ? "higher" : "lower";
}

const yearsOf = ({ round }: Report) => [round.referenceYear, round.roundYear] as const;

describe("what the newest report of a country changed", () => {
  const several = (region: Region, seed: number) =>
    Array.from({ length: dice(seed + 3).one([1, 2, 3, 8, 20]) }, (_, n) => randomIndicator(region, seed + n));

  test("how many values went which way, which are new, and which are gone", () => {
    overRegions(800, (region, language, seed) => {
      const iso3 = dice(seed + 1).one(region.countries).iso3;
      const indicators = several(region, seed);
      const facts = changeFacts(countryOf(region, iso3, indicators));
      const reports = region.reports.filter(({ country, state }) => country === iso3 && state === "published");
      const [now, before] = [reports.at(-1), reports.at(-2)];
      expect(facts === null).toBe(!now || !before);
      if (!facts || !now || !before) return;
      const ways = (chosen: readonly Indicator[]) => {
        const found = chosen.map((indicator) => {
          const [then, since] = answersOf(indicator, iso3).slice(-2);
          return then && since ? wayOf(indicator, then, since) : null;
        });
        const count = (way: string) => found.filter((one) => one === way).length;
        return { higher: count("higher"), lower: count("lower"), same: count("same") };
      };
      const known = indicators.filter(({ kind }) => kind !== "text").map((indicator) => answersOf(indicator, iso3));
      const isNew = known.filter((own) => {
        const [then, since] = own.slice(-2);
        return since && hasValue(since) && !(then && hasValue(then));
      });
      const earlier = isNew.filter((own) => own.slice(0, -2).some(hasValue)).length;
      expect(readChanges(language, changeSentence(facts, speech(region, language)))).toEqual({
        before: yearsOf(before),
        now: yearsOf(now),
        measured: ways(indicators.filter(isMeasured)),
        counted: ways(indicators.filter(isCounted)),
        first: isNew.length - earlier,
        again: earlier,
        lost: known.filter((own) => {
          const [then, since] = own.slice(-2);
          return then && since && hasValue(then) && !hasValue(since);
        }).length,
      });
    });
  });

  /** A value in words, as a number or a day; amounts without their last digits. */
  const valueIn = (language: "en" | "es", { kind }: Indicator, words: string): number | string => {
    if (kind === "boolean") return { yes: 1, sí: 1, no: 0 }[words] ?? words;
    if (kind === "date") return readDay(language, words);
    return value(words.replace(/^[A-Z]{3}\s/u, "").replace(/\s?%.*$/u, ""));
  };
  const truthOf = ({ kind }: Indicator, { figure, date }: Answer): number | string => {
    if (kind === "date") return date;
    if (kind === "ratio") return shown(figure ?? 0);
    if (kind !== "money") return figure ?? 0;
    const amount = (figure ?? 0) / 100;
    return amount < 100 ? amount : Math.floor(amount + 0.5);
  };

  test("each change: from what to what, and whether it turned", () => {
    overRegions(1500, (region, language, seed) => {
      const iso3 = dice(seed + 1).one(region.countries).iso3;
      const indicator = randomIndicator(region, seed);
      const facts = changeFacts(countryOf(region, iso3, [indicator]));
      if (!facts) return;
      const { measured, counted, dated, apart, first, again, lost } = facts;
      const all: readonly Change[] = [...measured, ...counted, ...dated];
      const own = answersOf(indicator, iso3);
      const [earliest, then, since] = own.length < 3 ? [undefined, ...own.slice(-2)] : own.slice(-3);
      if (!then || !since || indicator.kind === "text") {
        expect(all).toEqual([]);
        return;
      }
      const way = wayOf(indicator, then, since);
      expect(all.map(({ direction }) => direction)).toEqual(way === null ? [] : [way]);
      expect(apart).toHaveLength(way === null && hasValue(then) && hasValue(since) ? 1 : 0);
      expect([...first, ...again].map(({ mark }) => mark)).toEqual(
        hasValue(since) && !hasValue(then) ? [since.state === "reported" ? null : since.state] : [],
      );
      expect(lost.map(({ why }) => why)).toEqual(
        hasValue(then) && !hasValue(since) ? [since.unconfirmed ? "unconfirmed" : since.state] : [],
      );
      const was = earliest ? wayOf(indicator, earliest, then) : null;
      const turned = indicator.kind !== "date" && was && way && was !== "same" && way !== "same" && was !== way;
      for (const change of all)
        for (const inFull of [true, false]) {
          const claim = readChange(language, changeWords(change, speech(region, language), inFull));
          expect(valueIn(language, indicator, claim.from)).toBe(truthOf(indicator, then));
          expect(valueIn(language, indicator, claim.to)).toBe(truthOf(indicator, since));
          expect(claim.top).toBe(indicator.kind === "ordinal" ? 4 : null);
          expect(claim.turned).toEqual(
            turned && earliest ? [was, earliest.report.round.referenceYear, then.report.round.referenceYear] : null,
          );
        }
    });
  });
});

test("where a country stands by dimension, with what it is compared, and the range of the region from four countries on", () => {
  overRegions(300, (region, language, seed) => {
    const iso3 = dice(seed + 1).one(region.countries).iso3;
    const facts = profileFacts(countryOf(region, iso3), indexOf(region));
    const latest = region.reports.findLast(({ country, state }) => country === iso3 && state === "published");
    expect(facts?.round).toEqual(
      latest && { roundYear: latest.round.roundYear, referenceYear: latest.round.referenceYear },
    );
    if (!facts || !latest) return;
    const rows = facts.instruments.flatMap(({ instrument, rows: own }) => own.map((row) => ({ instrument, row })));
    const subjects = (["TIP", "SOM"] as const).flatMap((instrument) =>
      [null, ...dimensionsOfTests].map((dimension) => ({ instrument, dimension })),
    );
    expect(rows.map(({ instrument, row }) => ({ instrument, dimension: row.dimension }))).toEqual(subjects);
    for (const { instrument, row } of rows) {
      const resultIn = (report: Report | undefined) => {
        const whole = report?.scores?.[instrument];
        return row.dimension === null ? whole : whole?.dimensions[row.dimension as (typeof dimensionsOfTests)[number]];
      };
      const result = resultIn(latest);
      const scores = region.reports.flatMap((report) => {
        const score = report.round === latest.round ? resultIn(report)?.score : null;
        return score == null ? [] : [score];
      });
      const lies = scores.length < 4 ? null : [shown(Math.min(...scores)), shown(Math.max(...scores))];
      const claim = readProfile(language, profileLabel(row, speech(region, language)));
      if (!result?.applicable && result?.score == null) {
        expect(claim).toBeNull();
        continue;
      }
      const compared = (since: "first" | "before", other: Comparison | null) =>
        other
          ? {
              since,
              year: other.round.referenceYear,
              points: other.points === null ? null : shown(other.points),
            }
          : "starting point";
      const changes =
        result.score === null
          ? []
          : latest.scores?.[instrument].score == null
            ? ["no score of the Protocol"]
            : [
                compared("first", result.since),
                ...(result.since?.round === result.before?.round ? [] : [compared("before", result.before)]),
              ];
      expect(claim).toEqual({
        score: result.score === null ? null : shown(result.score),
        coverage: shown(result.coverage),
        range: [0, 100],
        changes,
        region: lies && [scores.length, ...lies],
      });
      expect(
        row.changes.map(({ change }) => readShortChange(language, shortChange(change, speech(region, language)))),
      ).toEqual(changes.map((one) => (typeof one === "string" ? one : { year: one.year, points: one.points })));
      expect((regionWords(row.region, speech(region, language)).match(/\d+\.\d/g) ?? []).map(Number)).toEqual(
        lies ?? [],
      );
    }
  });
});

test("before publication the range of the region has the report that is to be published too", () => {
  overRegions(200, (region, _language, seed) => {
    const iso3 = dice(seed + 1).one(region.countries).iso3;
    const data = countryOf(region, iso3);
    const whole = indexOf(region);
    const latest = data.index.at(-1);
    const published = {
      ...whole,
      rows: whole.rows.filter((row) => row.country !== iso3 || row.roundYear !== latest?.roundYear),
    };
    expect(profileFacts(data, regionWith(published, data))).toEqual(profileFacts(data, whole));
  });
});

test("laws, plans and treaties: every day that was given, every step of a law, in the order of time", () => {
  overRegions(800, (region, language, seed) => {
    const iso3 = dice(seed + 1).one(region.countries).iso3;
    const indicators = [randomIndicator(region, seed), randomIndicator(region, seed + 1)];
    const { milestones, without } = timelineFacts(countryOf(region, iso3, indicators));
    const spoken = speech(region, language);
    const claims = milestones.map((one) => ({
      on: readDay(language, milestoneDay(one, spoken)),
      ...readMilestone(language, milestoneWords(one, spoken, true)),
    }));
    const order = claims.map(({ on }) => (typeof on === "number" ? `${on}-12-31` : on));
    expect(order).toEqual(order.toSorted());
    const treaties = treatiesOfTests.flatMap(({ code, consentOn, consentType }) =>
      consentOn === null ? [] : [{ on: consentOn, kind: "treaty", of: code, by: consentType }],
    );
    const expected: unknown[] = [...treaties];
    for (const [place, indicator] of indicators.entries()) {
      const given = answersOf(indicator, iso3).filter(({ figure }) => figure !== null);
      if (indicator.kind === "date")
        for (const [on, same] of Map.groupBy(given, ({ date }) => date)) {
          const years = same.map(({ report }) => yearsOf(report));
          expected.push({
            on,
            kind: "date",
            of: place + 1,
            years: years.map(([y]) => y),
            rounds: years.map(([, r]) => r),
          });
        }
      if (indicator.kind !== "ordinal") continue;
      for (const [n, now] of given.entries()) {
        const before = given[n - 1];
        if (!before || before.figure === now.figure) continue;
        const [on] = yearsOf(now.report);
        expected.push({
          on,
          kind: "law",
          of: place + 1,
          from: before.figure,
          to: now.figure,
          top: 4,
          before: yearsOf(before.report),
          now: yearsOf(now.report),
        });
      }
    }
    expect(claims).toHaveLength(expected.length);
    expect(claims).toEqual(expect.arrayContaining(expected));
    expect(without.map(({ code }) => code)).toEqual(["UNTOC"]);
    for (const one of milestones) {
      const short = readMilestone(language, milestoneWords(one, spoken, false));
      if (short.kind === "date") expect(short.years).toHaveLength(1);
    }
  });
});

test("the sheet: every change and every gap is on it or counted, every figure in its place", () => {
  overRegions(300, (region, language, seed) => {
    const d = dice(seed + 5);
    const iso3 = d.one(region.countries).iso3;
    const indicators = Array.from({ length: d.one([1, 3, 9]) }, (_, n) => randomIndicator(region, seed + n));
    const data = countryOf(region, iso3, indicators);
    const spoken = speech(region, language);
    const room = d.whole(4, 40);
    const own = region.reports.filter(({ country }) => country === iso3);
    const latest = own.findLast(({ state }) => state === "published");
    const changes = changeFacts(data);
    const { changes: fitted, none, rest, open } = leftColumn(room, changes, openFacts(data), spoken);
    const pairs = indicators.map((indicator) => {
      const [then, since] = answersOf(indicator, iso3).slice(-2);
      return { indicator, then, since };
    });
    const told = pairs.filter(({ indicator, then, since }) => {
      if (!then || !since || indicator.kind === "text") return false;
      if (hasValue(then) !== hasValue(since)) return true;
      const way = wayOf(indicator, then, since);
      return way !== null && way !== "same" && !isCounted(indicator);
    });
    expect(fitted.shown.length + fitted.left).toBe(told.length);
    for (const { arrow, name } of fitted.shown) {
      const found = told.find(({ indicator }) => name.endsWith(` ${indicators.indexOf(indicator) + 1}`));
      const { indicator, then, since } = found ?? {};
      if (!indicator || !then || !since) throw new Error(`not told: ${name}`);
      const way = wayOf(indicator, then, since);
      const gained = hasValue(since) ? "+" : "−";
      const moved = indicator.kind === "date" ? "•" : way === "higher" ? "▲" : "▼";
      expect(arrow).toBe(hasValue(then) === hasValue(since) ? moved : gained);
    }

    const nothing = {
      en: {
        alone: "There is no earlier published report to compare with.",
        noMove: "No level, share, answer or date that both reports show has changed.",
      },
      es: {
        alone: "No hay un informe publicado anterior con el que comparar.",
        noMove: "Ningún nivel, proporción, respuesta o fecha que ambos informes muestran ha cambiado.",
      },
    }[language];
    const isAlone = own.filter(({ state }) => state === "published").length < 2;
    expect(none).toBe(isAlone ? nothing.alone : told.length === 0 ? nothing.noMove : null);
    const still = {
      en: /^(?:and (\d+) more on the page; )?= (\d+) of the levels, shares, answers and dates unchanged$/,
      es: /^(?:y (\d+) más en la página; )?= (\d+) de los niveles, proporciones, respuestas y fechas sin cambio$/,
    }[language].exec(rest ?? "");
    const same = pairs.filter(
      ({ indicator, then, since }) =>
        then &&
        since &&
        (isMeasured(indicator) || indicator.kind === "date") &&
        wayOf(indicator, then, since) === "same",
    );
    expect(still && [value(still[1] ?? "0"), value(still[2])]).toEqual(isAlone ? null : [fitted.left, same.length]);

    const stated = (why: string) =>
      indicators.filter((indicator) => {
        const answer = latest && answersOf(indicator, iso3).find(({ report }) => report === latest);
        return answer && (answer.unconfirmed ? "unconfirmed" : answer.state) === why;
      }).length;
    const states = ["not_reported", "not_available", "unconfirmed", "not_applicable", "small_base", "suppressed"];
    const more = { en: /(?:^|; and )(\d+)(?: more)? on the page$/, es: /(?:^|; y )(\d+)(?: más)? en la página$/ }[
      language
    ];
    expect(
      open.map(({ why, text }) => {
        const left = value(more.exec(text)?.[1] ?? "0");
        return [why, (text.match(/Indica(?:tor|dor) \d+/g) ?? []).length + left];
      }),
    ).toEqual(states.map((why) => [why, stated(why)]).filter(([, n]) => n !== 0));

    const { rounds, earlier } = sheetRounds(data, region.today, 6);
    expect(earlier).toBe(Math.max(0, own.length - 6));
    expect(rounds.map(({ roundYear, mark }) => [roundYear, mark])).toEqual(
      own.slice(-6).map((report) => [report.round.roundYear, whyMissing(report, region.today)]),
    );
    const counted = countedFacts(data, rounds, 4);
    const until = own.slice(-6).findLastIndex(({ state }) => state === "published") + 1;
    const columns = own.slice(-6).slice(0, until).slice(-4);
    const right = rightColumn(room, data, counted, spoken);
    const counts = indicators.filter(({ kind }) => kind === "count");
    expect(right.counted.shown.length + right.counted.left).toBe(counts.length);
    for (const [place, { cells }] of right.counted.shown.entries())
      expect(cells).toEqual(
        columns.map((report) => {
          const answer = counts[place]?.answers.find((one) => one.report === report);
          if (!answer) return whyMissing(report, region.today);
          return answer.figure ?? (answer.unconfirmed ? "unconfirmed" : answer.state);
        }),
      );
    // One line for the treaty without consent.
    expect(right.timeline.shown.length + right.timeline.left).toBe(timelineFacts(data).milestones.length + 1);
  });
});

test("every wording was met", () => {
  expect(
    wordingsNotMet(
      owed,
      standing,
      opening,
      following,
      changeForms,
      profileForms,
      profileParts,
      shortForms,
      milestoneForms,
    ),
  ).toEqual([]);
});
