import { countryPayload, matrixPayload } from "./country-payload.ts";
import { csvHeader, csvLines } from "./csv.ts";
import type { EditionInput } from "./edition-input.ts";
import { frame, unpublished } from "./frame.ts";
import { indexRows } from "./index-rows.ts";
import { indicatorList, indicatorPayload, publicIndicators } from "./indicator-payload.ts";

export interface EditionView {
  readonly id: number;
  readonly publishedAt: string;
  readonly catalogueVersion: string;
  readonly demonstration: boolean;
}

/** One public answer before it becomes bytes: `content` decides whether it changed; `render` puts the edition into it. */
export interface EditionPayload {
  readonly key: string;
  readonly contentType: string;
  readonly content: string;
  /** Null before anything is published. */
  render(edition: EditionView | null): string;
}

export const payloadKeys = {
  matrix: "matrix",
  index: "index",
  indicators: "indicators",
  indicator: (code: string) => `indicators/${code}`,
  country: (iso3: string) => `countries/${iso3}`,
  csv: "csv",
  indicatorCsv: (code: string) => `csv/indicators/${code}`,
} as const;

/** Everything the public can ask for, made once. Keys as in `payloadKeys`. */
export function editionPayloads(input: EditionInput): readonly EditionPayload[] {
  const { catalogue } = input;
  const index = {
    ...frame(input),
    unpublished: unpublished(input),
    instruments: catalogue.instruments.map(({ code, shortName, weight }) => ({ code, shortName, weight })),
    dimensions: catalogue.dimensions.map(({ code, name, weight }) => ({ code, name, weight })),
    rows: indexRows(input),
  };
  const indicators = publicIndicators(catalogue).map((indicator) => ({
    indicator,
    payload: indicatorPayload(input, indicator),
  }));
  const note = input.demonstration ? "demonstration data, not real figures" : "";
  const lines = indicators.map(({ indicator, payload }) => ({
    code: indicator.code,
    linesOf: (edition: number) => csvLines(indicator, payload.rows, edition, note),
  }));
  return [
    json(payloadKeys.matrix, matrixPayload(input)),
    json(payloadKeys.index, index),
    json(payloadKeys.indicators, indicatorList(input)),
    ...indicators.map(({ indicator, payload }) => json(payloadKeys.indicator(indicator.code), payload)),
    ...input.countries.map((country) => json(payloadKeys.country(country.alpha3), countryPayload(input, country))),
    ...lines.map(({ code, linesOf }) => csv(payloadKeys.indicatorCsv(code), linesOf)),
    csv(payloadKeys.csv, (edition) => lines.map(({ linesOf }) => linesOf(edition)).join("")),
  ];
}

function json(key: string, body: object): EditionPayload {
  const content = JSON.stringify(body);
  return {
    key,
    contentType: "application/json; charset=utf-8",
    content,
    render: (edition) => `{"edition":${JSON.stringify(edition)},${content.slice(1)}`,
  };
}

function csv(key: string, linesOf: (edition: number) => string): EditionPayload {
  return {
    key,
    contentType: "text/csv; charset=utf-8",
    content: linesOf(0),
    render: (edition) => csvHeader + linesOf(edition?.id ?? 0),
  };
}
