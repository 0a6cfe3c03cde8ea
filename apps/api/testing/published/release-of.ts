import { editionFormat } from "@avances/db/queries/release-queries";
import { articleKey, type WholeCatalogue, wholeArticles } from "@avances/domain/catalogue";
import type { Country } from "@avances/domain/reference";
import { definitionsOf } from "#features/published/definitions.ts";
import { publishedFiles } from "#features/published/files/published-files.ts";
import { keyedOrder } from "#features/published/keyed-order.ts";
import { memoryEdition, type ReportWithAnswers } from "#features/published/memory-edition.ts";
import { answerKeys, putTogether } from "#features/published/put-together.ts";
import type { Release } from "#features/published/release.ts";
import { makeForm, type ReportForm } from "#features/published/report-form.ts";
import { type Premade, premakePlain } from "#http/premade.ts";
import type { Region, ReportOfRegion } from "./regions.ts";

export const editionId = 36;
const hidingOrder = keyedOrder("regions of the tests");

/** The public file of a region as the API serves it, made without a database. */
export interface PublicFile {
  /** An answer of the API by its key in the edition. */
  json<T>(key: string): T;
  csv(file: "data" | "index", query?: Parameters<ReturnType<typeof publishedFiles>["get"]>[2]): Promise<string>;
  readonly release: Release;
}

/** The form of every public report of a region, by report. */
export function formsOf(catalogue: WholeCatalogue, region: Region): ReadonlyMap<ReportOfRegion, ReportForm> {
  const rules = { current: catalogue, catalogueOf: () => catalogue, hidingOrder };
  return new Map(
    region.expected.flatMap((report) =>
      report.version === null ? [] : [[report, makeForm(rules, { ...report, ...report.version })] as const],
    ),
  );
}

/** Every round with every round before it. */
export function pairsOf<Round>(rounds: readonly Round[]): readonly (readonly [later: Round, earlier: Round])[] {
  return rounds.flatMap((later, place) => rounds.slice(0, place).map((earlier) => [later, earlier] as const));
}

export async function publicFile(
  catalogue: WholeCatalogue,
  countries: readonly Country[],
  region: Region,
): Promise<PublicFile> {
  const forms = formsOf(catalogue, region);
  const reports = region.expected
    .map((report): ReportWithAnswers => {
      const { version, ...facts } = report;
      const form = forms.get(report);
      if (version === null || form === undefined) return { ...facts, release: null, answers: [] };
      const release = { version: version.number, publishedAt: version.publishedAt, index: form.index };
      return { ...facts, release, answers: form.answers };
    })
    .sort((a, b) => a.roundYear - b.roundYear || (a.country < b.country ? -1 : 1));
  const publishedAt = "2026-06-01T15:00:00.000Z";
  const edition = { id: editionId, publishedAt, catalogueVersion: catalogue.version, demonstration: true };
  const deps = {
    catalogues: { current: catalogue, releases: [catalogue], version: () => catalogue },
    config: { demonstration: true },
  };
  const source = memoryEdition(catalogue, definitionsOf(deps, countries), region.rounds, reports);
  const text = (key: string) => putTogether(source, async () => edition, key);
  const keys = [
    answerKeys.matrix,
    answerKeys.index,
    answerKeys.indicators,
    answerKeys.documents,
    ...catalogue.indicators.map(({ code }) => answerKeys.indicator(code)),
    ...countries.map(({ alpha3 }) => answerKeys.country(alpha3)),
    ...catalogue.indicators.map(({ code }) => answerKeys.voices("indicators", code)),
    ...countries.map(({ alpha3 }) => answerKeys.voices("countries", alpha3)),
    ...wholeArticles([...catalogue.indicators, ...catalogue.objectives].flatMap(({ articles }) => articles)).map(
      (article) => answerKeys.voices("articles", articleKey(article)),
    ),
    ...pairsOf(region.rounds).map(([later, earlier]) => answerKeys.progress(later.roundYear, earlier.roundYear)),
  ];
  const made = new Map<string, Premade>();
  for (const key of keys) {
    const answer = await text(key);
    if (answer !== undefined) made.set(key, premakePlain(answer));
  }
  const release: Release = {
    edition: async () => ({
      id: editionId,
      format: editionFormat,
      catalogueVersion: catalogue.version,
      publishedAt: new Date(publishedAt),
      threshold: 5,
      algorithm: "test",
      inputHash: "test",
    }),
    source: async () => source,
    reports: async () => new Map(),
    changedOn: async () => new Date(publishedAt),
    text,
    get: (key) => made.get(key) ?? Promise.resolve(undefined),
  };
  const files = publishedFiles();
  return {
    release,
    json: (key) => JSON.parse(made.get(key)?.body.toString("utf8") ?? "null"),
    csv: async (file, query = {}) => (await files.get(release, file, query)).body.toString("utf8"),
  };
}
