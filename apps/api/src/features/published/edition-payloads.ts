import { countryPayload, matrixPayload } from "./country-payload.ts";
import type { EditionInput } from "./edition-input.ts";
import { frame, unpublished } from "./frame.ts";
import { dimensionProgress, indexRows } from "./index-rows.ts";
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
  /** Not asked for by itself: a part of the file of the index. */
  dimensionProgress: "index/dimension-progress",
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
  return [
    json(payloadKeys.matrix, matrixPayload(input)),
    json(payloadKeys.index, index),
    json(payloadKeys.indicators, indicatorList(input)),
    ...publicIndicators(catalogue).map((indicator) =>
      json(payloadKeys.indicator(indicator.code), indicatorPayload(input, indicator)),
    ),
    ...input.countries.map((country) => json(payloadKeys.country(country.alpha3), countryPayload(input, country))),
    part(payloadKeys.dimensionProgress, dimensionProgress(input)),
  ];
}

/** A part that no reader gets alone and that names no edition. */
function part(key: string, body: object): EditionPayload {
  const content = JSON.stringify(body);
  return { key, contentType: "application/json; charset=utf-8", content, render: () => content };
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
