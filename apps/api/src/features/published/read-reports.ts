import type { Tx } from "@avances/db";
import {
  findHidingKey,
  listHiddenCells,
  listPublishedVersions,
  type PublishedVersion,
} from "@avances/db/queries/release-queries";
import { listRounds } from "@avances/db/queries/round-queries";
import { type RoundRow, toAnswers } from "@avances/db/queries/rows";
import { listSubmissions } from "@avances/db/queries/submission-queries";
import { confirmedInPublicVersions } from "@avances/db/queries/version-queries";
import type { Catalogue } from "@avances/domain/catalogue";
import type { Country } from "@avances/domain/reference";
import { hasOpened, referenceYear } from "@avances/domain/round";
import { isExempt } from "@avances/domain/submission";
import type { HidingOrder } from "@avances/domain/suppression";
import type { Deps } from "#deps.ts";
import type { ExpectedSubmission, RoundOfEdition } from "./edition-input.ts";
import { keyedOrder } from "./keyed-order.ts";

/** What is public now of these countries, with its true figures, and why the rest is not. */
export interface Reports {
  readonly versions: readonly PublishedVersion[];
  readonly rounds: readonly RoundOfEdition[];
  readonly expected: readonly ExpectedSubmission[];
  readonly catalogueOf: (roundYear: number) => Catalogue;
  readonly hidingOrder: HidingOrder;
}

/**
 * Reads as `app_publisher` what an edition is made of. Of one country only, when `countries` is that one. `withRound` is there even if it
 * has not opened: something of it is to be shown.
 */
export async function readReports(
  tx: Tx,
  { catalogues, reference }: Pick<Deps, "catalogues" | "reference">,
  now: Date,
  countries: readonly Country[],
  withRound?: number,
): Promise<Reports> {
  const versions = await listPublishedVersions(tx, countries.length === 1 ? countries[0]?.alpha3 : undefined);
  const allRounds = await listRounds(tx);
  const catalogueVersions = new Map(allRounds.map(({ year, catalogueVersion }) => [year, catalogueVersion]));
  const rounds = openedRounds(allRounds, versions, reference.countries, now, withRound);
  return {
    versions,
    rounds,
    expected: await expectedSubmissions(tx, rounds, countries, versions),
    catalogueOf: (roundYear) => catalogues.version(catalogueVersions.get(roundYear) ?? catalogues.current.version),
    hidingOrder: keyedOrder(await findHidingKey(tx)),
  };
}

/** Rounds that have opened anywhere in the region, oldest first. What is public keeps its round, whatever became of its dates. */
function openedRounds(
  rounds: readonly RoundRow[],
  versions: readonly PublishedVersion[],
  countries: readonly Country[],
  now: Date,
  withRound?: number,
): readonly RoundOfEdition[] {
  const withReports = new Set([withRound, ...versions.map(({ submission }) => submission.roundYear)]);
  const zones = countries.map(({ timeZone }) => timeZone);
  return rounds
    .filter((round) => withReports.has(round.year) || hasOpened(round, now, zones))
    .map((round) => ({
      roundYear: round.year,
      referenceYear: referenceYear(round),
      opensOn: round.opensOn,
      dueOn: round.dueOn,
      catalogueVersion: round.catalogueVersion,
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
  const confirmed = await confirmedInPublicVersions(
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
        exempt: row !== undefined && isExempt(row),
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
