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
import { type RoundRow, toAnswers } from "@avances/db/queries/rows";
import { listSubmissions } from "@avances/db/queries/submission-queries";
import { confirmedNotApplicableOf } from "@avances/db/queries/version-queries";
import type { Country } from "@avances/domain/reference";
import { hasOpened, referenceYear } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { premake } from "#http/premade.ts";
import {
  type ExpectedSubmission,
  type PublicSubmission,
  type RoundOfEdition,
  toPublicSubmissions,
} from "./edition-input.ts";
import { editionPayloads } from "./edition-payloads.ts";
import { isReleased } from "./index-rows.ts";

/** Name of the suppression algorithm; changes when its results may. */
const algorithm = "audited-intervals-2";

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
  const { current } = deps.catalogues;
  const { countries } = deps.reference;
  const allRounds = await listRounds(tx);
  const catalogueVersions = new Map(allRounds.map(({ year, catalogueVersion }) => [year, catalogueVersion]));
  const rounds = openedRounds(allRounds, versions, countries, now);
  const submissions = toPublicSubmissions(
    (roundYear) => deps.catalogues.version(catalogueVersions.get(roundYear) ?? current.version),
    await expectedSubmissions(tx, rounds, countries, versions),
  );
  const payloads = editionPayloads({
    catalogue: current,
    countries,
    demonstration: deps.config.demonstration,
    rounds,
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

/** Rounds that have opened anywhere in the region, oldest first. What is public keeps its round, whatever became of its dates. */
function openedRounds(
  rounds: readonly RoundRow[],
  versions: readonly PublishedVersion[],
  countries: readonly Country[],
  now: Date,
): readonly RoundOfEdition[] {
  const withReports = new Set(versions.map(({ submission }) => submission.roundYear));
  const zones = countries.map(({ timeZone }) => timeZone);
  return rounds
    .filter((round) => withReports.has(round.year) || hasOpened(round, now, zones))
    .map((round) => ({
      roundYear: round.year,
      referenceYear: referenceYear(round),
      opensOn: round.opensOn,
      dueOn: round.dueOn,
    }))
    .sort((a, b) => a.roundYear - b.roundYear);
}

/** Every country in every round. One that the round does not know was not asked. */
async function expectedSubmissions(
  tx: Tx,
  rounds: readonly RoundOfEdition[],
  countries: readonly Country[],
  versions: readonly PublishedVersion[],
): Promise<readonly ExpectedSubmission[]> {
  const confirmed = await confirmedNotApplicableOf(
    tx,
    versions.map(({ submission }) => submission.id),
  );
  const sticky = Map.groupBy(await listHiddenCells(tx), ({ countryCode, year }) => `${countryCode}|${year}`);
  const versionOf = new Map(versions.map((item) => [item.submission.id, item]));
  const rowOf = new Map((await listSubmissions(tx)).map((row) => [`${row.countryCode}|${row.roundYear}`, row]));
  const codes = countries.map(({ alpha3 }) => alpha3).sort();
  return rounds.flatMap(({ roundYear, referenceYear }) =>
    codes.map((country): ExpectedSubmission => {
      const key = `${country}|${roundYear}`;
      const row = rowOf.get(key);
      const item = row && versionOf.get(row.id);
      return {
        country,
        roundYear,
        referenceYear,
        obligated: row?.obligated ?? false,
        exempt: row?.status === "exempt",
        version:
          row && item
            ? {
                number: item.version.version,
                publishedAt: row.publishedAt ?? item.version.submittedAt,
                answers: toAnswers(item.answers),
                confirmedNotApplicable: confirmed.get(row.id) ?? new Set(),
                sticky: new Set((sticky.get(key) ?? []).map(({ cellId }) => cellId)),
              }
            : null,
      };
    }),
  );
}

function hiddenCellsOf(submissions: readonly PublicSubmission[]) {
  return submissions
    .filter(isReleased)
    .flatMap(({ country, roundYear, release }) =>
      [...release.submission.hiddenCells].map((cellId) => ({ countryCode: country, year: roundYear, cellId })),
    );
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
