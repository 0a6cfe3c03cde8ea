import type { IndexResultView } from "@avances/contracts";
import { defineTexts } from "#i18n/i18n.ts";
import type { Speech } from "#lib/speech.ts";
import type { OwnRound } from "#lib/standing.ts";
import { scoreTexts } from "#ui/score.texts.ts";
import { valueStateTexts } from "#ui/value-state.texts.ts";
import { isWhole, type ProfileChange, type ProfileRow, type RegionRange } from "./profile-facts.ts";

const texts = defineTexts(
  {
    since: (change: string, year: number) => `${change} since ${year}`,
    notComparable: (year: number) => `no comparison with ${year}`,
    start: "starting point",
    noProtocolScore: "Protocol: no score",
    region: (floor: string, ceiling: string) => `region ${floor}–${ceiling}`,
    spoken: {
      earlier: { first: "its first round with a score", before: "its report before" },
      higher: (points: string, earlier: string, year: number) =>
        `${points} points higher than in ${earlier}, data for ${year}`,
      lower: (points: string, earlier: string, year: number) =>
        `${points} points lower than in ${earlier}, data for ${year}`,
      same: (earlier: string, year: number) => `the same as in ${earlier}, data for ${year}`,
      notComparable: (earlier: string, year: number) => `no comparison with ${earlier}, data for ${year}`,
      region: (n: string, floor: string, ceiling: string) =>
        `${n} countries with a score for the same data lie between ${floor} and ${ceiling}`,
    },
  },
  {
    since: (change, year) => `${change} desde ${year}`,
    notComparable: (year) => `sin comparación con ${year}`,
    start: "punto de partida",
    noProtocolScore: "Protocolo sin puntaje",
    region: (floor, ceiling) => `región ${floor}–${ceiling}`,
    spoken: {
      earlier: { first: "su primera ronda con puntaje", before: "su informe anterior" },
      higher: (points, earlier, year) => `${points} puntos más que en ${earlier}, datos de ${year}`,
      lower: (points, earlier, year) => `${points} puntos menos que en ${earlier}, datos de ${year}`,
      same: (earlier, year) => `igual que en ${earlier}, datos de ${year}`,
      notComparable: (earlier, year) => `sin comparación con ${earlier}, datos de ${year}`,
      region: (n, floor, ceiling) => `${n} países con puntaje para los mismos datos están entre ${floor} y ${ceiling}`,
    },
  },
);

/** "▲ 9.2 since 2021": the year is that of the data. */
export function shortChange(change: ProfileChange, { language, f }: Speech): string {
  const t = texts[language];
  switch (change.kind) {
    case "compared": {
      const arrow = change.change > 0 ? "▲" : change.change < 0 ? "▼" : "=";
      return t.since(`${arrow} ${f.score(Math.abs(change.change))}`, change.baseline.referenceYear);
    }
    case "not_comparable":
      return t.notComparable(change.baseline.referenceYear);
    case "first":
      return t.start;
    case "no_protocol_score":
      return t.noProtocolScore;
    default:
      return change satisfies never;
  }
}

/** "region 48.6–83.8"; empty where too few countries have a score. */
export function regionWords({ span }: RegionRange, { language, f }: Speech): string {
  return span ? texts[language].region(f.score(span.from), f.score(span.to)) : "";
}

/** All of a row in words, for those who do not see the picture: score, coverage, range, changes, region. */
export function profileLabel({ result, changes, region }: ProfileRow, speech: Speech): string {
  const { language, f } = speech;
  if (result === null) return valueStateTexts[language].state.not_applicable;
  const t = texts[language].spoken;
  const words = scoreTexts[language];
  const coverage = f.percent(result.coverage / 100);
  const [floor, ceiling] = [f.score(result.range.floor), f.score(result.range.ceiling)];
  return [
    result.score === null
      ? words.insufficientLabel(coverage, floor, ceiling)
      : words.label(f.score(result.score), coverage, floor, ceiling),
    ...changes.map(({ change, comparedWith }) => spoken(change, comparedWith, speech)),
    ...(region.span ? [t.region(f.number(region.countries), f.score(region.span.from), f.score(region.span.to))] : []),
  ].join("; ");
}

function spoken(change: ProfileChange, comparedWith: OwnRound, speech: Speech): string {
  const t = texts[speech.language].spoken;
  switch (change.kind) {
    case "compared": {
      const earlier = t.earlier[comparedWith];
      const year = change.baseline.referenceYear;
      if (change.change === 0) return t.same(earlier, year);
      const points = speech.f.score(Math.abs(change.change));
      return change.change > 0 ? t.higher(points, earlier, year) : t.lower(points, earlier, year);
    }
    case "not_comparable":
      return t.notComparable(t.earlier[comparedWith], change.baseline.referenceYear);
    case "first":
    case "no_protocol_score":
      return shortChange(change, speech);
    default:
      return change satisfies never;
  }
}

/** The visible line under a score: coverage, and under 100% the range. */
export function measuredWords(result: Pick<IndexResultView, "coverage" | "range">, { language, f }: Speech): string {
  const t = scoreTexts[language];
  const words = t.coverage(f.percent(result.coverage / 100));
  const { floor, ceiling } = result.range;
  return isWhole(result) ? words : `${words} · ${t.range(f.score(floor), f.score(ceiling))}`;
}
