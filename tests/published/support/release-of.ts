import type { Catalogue } from "@avances/domain/catalogue";
import type { Country } from "@avances/domain/reference";
import { toPublicSubmissions } from "../../../apps/api/src/features/published/edition-input.ts";
import { editionPayloads } from "../../../apps/api/src/features/published/edition-payloads.ts";
import { publishedFiles } from "../../../apps/api/src/features/published/files/published-files.ts";
import { keyedOrder } from "../../../apps/api/src/features/published/keyed-order.ts";
import type { Release } from "../../../apps/api/src/features/published/release-cache.ts";
import { premake } from "../../../apps/api/src/http/premade.ts";
import type { Region } from "./regions.ts";

export const editionId = 36;
export const hidingOrder = keyedOrder("regions of the tests");

/** The public file of a region as the API serves it, without a database between. */
export interface PublicFile {
  /** An answer of the API by its key in the edition. */
  json<T>(key: string): T;
  csv(file: "data" | "index", query?: Parameters<ReturnType<typeof publishedFiles>["get"]>[2]): Promise<string>;
  readonly release: Release;
}

export function publicFile(catalogue: Catalogue, countries: readonly Country[], region: Region): PublicFile {
  const payloads = editionPayloads({
    catalogue,
    countries,
    demonstration: true,
    rounds: region.rounds,
    submissions: toPublicSubmissions(() => catalogue, region.expected, hidingOrder),
  });
  const publishedAt = "2026-06-01T15:00:00.000Z";
  const edition = { id: editionId, publishedAt, catalogueVersion: catalogue.version, demonstration: true };
  const made = new Map(payloads.map((one) => [one.key, premake(one.render(edition), one.contentType)]));
  const release: Release = {
    edition: async () => ({
      ...edition,
      publishedAt: new Date(publishedAt),
      threshold: 5,
      algorithm: "test",
      inputHash: "test",
    }),
    get: (key) => made.get(key) ?? Promise.resolve(undefined),
  };
  const files = publishedFiles({ displayDecimals: catalogue.index.displayDecimals });
  return {
    release,
    json: (key) => JSON.parse(made.get(key)?.body.toString("utf8") ?? "null"),
    csv: async (file, query = {}) => (await files.get(release, file, query)).body.toString("utf8"),
  };
}
