import type { AnswerCount, StateCount } from "@avances/db/queries/form-queries";
import type { Catalogue, IndicatorCode } from "@avances/domain/catalogue";
import { indexText } from "./country-parts.ts";
import type { Definitions } from "./definitions.ts";
import type { EditionSource } from "./edition-source.ts";
import { frameOf, type RoundOfEdition } from "./frame.ts";
import type { IndicatorRow } from "./indicator-row.ts";
import { matrixCell, type PublicReport, scored } from "./public-report.ts";
import type { FormAnswer } from "./report-form.ts";

/** A report with the answers of its form; empty when nothing of it is public. */
export type ReportWithAnswers = PublicReport & { readonly answers: readonly FormAnswer[] };

/** An edition that is not stored: before the first publication, or a preview. Reports by round and country. */
export function memoryEdition(
  catalogue: Catalogue,
  definitions: Definitions,
  rounds: readonly RoundOfEdition[],
  reports: readonly ReportWithAnswers[],
): EditionSource {
  const cells = reports.map(({ release, ...report }) =>
    matrixCell(report, release && { ...release, coverage: release.index.overall.coverage }),
  );
  const indexes = new Map(
    [...Map.groupBy(reports, ({ country }) => country)].map(([country, own]) => [
      country,
      indexText(catalogue, scored(own)),
    ]),
  );
  const textOf = (report: ReportWithAnswers, code: IndicatorCode) =>
    report.answers.find(({ indicatorCode }) => indicatorCode === code)?.content;
  return {
    definitions,
    frame: frameOf(
      definitions.countries,
      rounds,
      cells.map((cell) => ({ ...cell, count: 1 })),
    ),
    cells,
    cellRows: () => cells.map((cell) => JSON.stringify(cell)).join(","),
    rows: {
      ofIndicator: async (code) =>
        reports
          .flatMap((report) => {
            const text = textOf(report, code);
            return text === undefined ? [] : [`{"country":${JSON.stringify(report.country)},${text.slice(1)}`];
          })
          .join(","),
      ofCountry: async (country) => {
        const own = reports.filter((report) => report.country === country);
        const codes = new Set(own.flatMap(({ answers }) => answers.map(({ indicatorCode }) => indicatorCode)));
        return new Map([...codes].map((code) => [code, own.flatMap((report) => textOf(report, code) ?? []).join(",")]));
      },
      counts: async (of) => counted(reports, of),
      answers: async (roundYear, indicators) =>
        answersCounted(
          reports.filter((report) => report.roundYear === roundYear),
          indicators,
        ),
    },
    index: async (countries) => countries.flatMap((country) => indexes.get(country) || []),
    voices: async () => [],
    file: async () => undefined,
    scores: async (countries, roundYears) =>
      scored(reports)
        .filter(({ country, roundYear }) => countries.includes(country) && roundYears.includes(roundYear))
        .map(({ country, roundYear, index }) => ({
          country,
          roundYear,
          scores: index.indicators,
          published: {
            overall: index.overall.published,
            TIP: index.instruments.TIP.published,
            SOM: index.instruments.SOM.published,
          },
        })),
  };
}

function counted(
  reports: readonly ReportWithAnswers[],
  of: { readonly indicator: IndicatorCode } | { readonly roundYear: number },
): readonly StateCount[] {
  const all = reports.flatMap(({ roundYear, answers }) =>
    answers
      .filter(({ indicatorCode }) => ("indicator" in of ? indicatorCode === of.indicator : roundYear === of.roundYear))
      .map(({ indicatorCode, state }) => ({ indicatorCode, roundYear, state })),
  );
  return [...Map.groupBy(all, (one) => JSON.stringify(one)).values()].flatMap((same) =>
    same[0] ? [{ ...same[0], count: same.length }] : [],
  );
}

function answersCounted(
  reports: readonly ReportWithAnswers[],
  indicators: readonly IndicatorCode[],
): readonly AnswerCount[] {
  const counts = new Map<string, AnswerCount>();
  for (const { indicatorCode, content } of reports.flatMap(({ answers }) => answers)) {
    if (!indicators.includes(indicatorCode)) continue;
    const { value } = JSON.parse(content) as IndicatorRow;
    if (value?.type !== "ordinal" && value?.type !== "boolean") continue;
    const key = JSON.stringify([indicatorCode, value]);
    const known = counts.get(key) ?? { indicatorCode, ...value, count: 0 };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  const place = (one: AnswerCount) => (one.type === "ordinal" ? one.level : Number(one.value));
  return [...counts.values()].sort((one, other) => place(one) - place(other));
}
