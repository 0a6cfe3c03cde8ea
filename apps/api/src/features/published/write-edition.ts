import { createHash } from "node:crypto";
import type { Tx } from "@avances/db";
import {
  currentEdition,
  insertEdition,
  insertEditionEntries,
  insertHiddenCells,
  insertPayloads,
  listEditionEntries,
  listHiddenCells,
  listPublishedVersions,
  lockPublication,
  type PublishedVersion,
} from "@avances/db/queries/release-queries";
import { listRounds } from "@avances/db/queries/round-queries";
import { toAnswers } from "@avances/db/queries/rows";
import { listSubmissions } from "@avances/db/queries/submission-queries";
import { confirmedNotApplicableOf } from "@avances/db/queries/version-queries";
import type { Deps } from "#deps.ts";
import { premake } from "#http/premade.ts";
import { type ExpectedSubmission, type PublicSubmission, toPublicSubmissions } from "./edition-input.ts";
import { editionPayloads } from "./edition-payloads.ts";
import { isReleased } from "./index-rows.ts";

/** Name of the suppression algorithm; changes when its results may. */
const algorithm = "audited-intervals-1";

/**
 * Makes the public file anew from every public version and writes it as one more edition: suppression, index and bytes are computed
 * here, once. An answer that did not change keeps its bytes, and so the number of the edition in which it last changed.
 * Runs as `app_publisher` in the transaction of the act that made it necessary.
 */
export async function writeEdition(
  tx: Tx,
  deps: Pick<Deps, "catalogues" | "reference" | "config">,
  now: Date,
): Promise<void> {
  await lockPublication(tx);
  const versions = await listPublishedVersions(tx);
  const catalogueVersions = new Map(
    (await listRounds(tx)).map(({ year, catalogueVersion }) => [year, catalogueVersion]),
  );
  const submissions = toPublicSubmissions(
    (year) => deps.catalogues.version(catalogueVersions.get(year) ?? deps.catalogues.current.version),
    await expectedSubmissions(tx, versions),
  );
  const { current } = deps.catalogues;
  const payloads = editionPayloads({
    catalogue: current,
    countries: deps.reference.countries,
    demonstration: deps.config.demonstration,
    submissions,
  });
  const before = await currentEdition(tx);
  const known = new Map(
    before ? (await listEditionEntries(tx, before.id)).map(({ key, payloadHash }) => [key, payloadHash] as const) : [],
  );
  const id = await insertEdition(tx, {
    publishedAt: now,
    catalogueVersion: current.version,
    threshold: current.suppression.threshold,
    algorithm,
    inputHash: sha256(versions.map(({ version }) => version.contentHash).join("\n")),
  });
  const edition = {
    id,
    publishedAt: now.toISOString(),
    catalogueVersion: current.version,
    demonstration: deps.config.demonstration,
  };
  const entries = payloads.map((payload) => ({ ...payload, hash: sha256(`${payload.key}\n${payload.content}`) }));
  await insertPayloads(
    tx,
    entries
      .filter((entry) => known.get(entry.key) !== entry.hash)
      .map((entry) => {
        const { body, brotli, contentType } = premake(entry.render(edition), entry.contentType);
        return { hash: entry.hash, contentType, body, brotli };
      }),
  );
  await insertEditionEntries(
    tx,
    entries.map(({ key, hash }) => ({ editionId: id, key, payloadHash: hash })),
  );
  await insertHiddenCells(tx, hiddenCellsOf(submissions));
}

async function expectedSubmissions(
  tx: Tx,
  versions: readonly PublishedVersion[],
): Promise<readonly ExpectedSubmission[]> {
  const confirmed = await confirmedNotApplicableOf(
    tx,
    versions.map(({ submission }) => submission.id),
  );
  const sticky = Map.groupBy(await listHiddenCells(tx), ({ countryCode, year }) => `${countryCode}|${year}`);
  const versionOf = new Map(versions.map((item) => [item.submission.id, item]));
  const rows = await listSubmissions(tx);
  return rows
    .map((row): ExpectedSubmission => {
      const item = versionOf.get(row.id);
      const cells = sticky.get(`${row.countryCode}|${row.roundYear}`) ?? [];
      return {
        country: row.countryCode,
        year: row.roundYear,
        obligated: row.obligated,
        exempt: row.status === "exempt",
        version: item
          ? {
              number: item.version.version,
              publishedAt: row.publishedAt ?? item.version.submittedAt,
              answers: toAnswers(item.answers),
              confirmedNotApplicable: confirmed.get(row.id) ?? new Set(),
              sticky: new Set(cells.map(({ cellId }) => cellId)),
            }
          : null,
      };
    })
    .sort((a, b) => a.year - b.year || (a.country < b.country ? -1 : 1));
}

function hiddenCellsOf(submissions: readonly PublicSubmission[]) {
  return submissions
    .filter(isReleased)
    .flatMap(({ country, year, release }) =>
      [...release.submission.hiddenCells].map((cellId) => ({ countryCode: country, year, cellId })),
    );
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
