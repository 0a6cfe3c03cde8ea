import type { Tx } from "@avances/db";
import {
  findHidingKey,
  isPublicVersion,
  listHiddenCells,
  listReports,
  listVersionAnswers,
  type ReportRow,
} from "@avances/db/queries/form-queries";
import type { ReportCount } from "@avances/db/queries/public-state-queries";
import { listRounds } from "@avances/db/queries/round-queries";
import { type RoundRow, toAnswers } from "@avances/db/queries/rows";
import { confirmedInPublicVersions } from "@avances/db/queries/version-queries";
import type { Country, CountryCode } from "@avances/domain/reference";
import { hasOpened, referenceYear } from "@avances/domain/round";
import { isExempt } from "@avances/domain/submission";
import type { Deps } from "#deps.ts";
import type { RoundOfEdition } from "./frame.ts";
import { keyedOrder } from "./keyed-order.ts";
import type { ReportFacts } from "./public-report.ts";
import type { FormRules, VersionToPublish } from "./report-form.ts";

/** One country in one round, and which version of its report is public. */
export interface ReportNow extends ReportFacts {
  readonly version: PublicVersion | null;
}

export interface PublicVersion {
  readonly id: string;
  readonly submissionId: string;
  readonly number: number;
  readonly publishedAt: Date;
}

type Need = Pick<Deps, "catalogues" | "reference">;

/**
 * Reads, as `app_publisher`, the rounds that an edition covers, oldest first. `counts` = of all reports. `withRound` is included even if it
 * has not opened, because something of it is to be shown.
 */
export async function readRounds(
  tx: Tx,
  { reference }: Pick<Need, "reference">,
  now: Date,
  counts: readonly ReportCount[],
  withRound?: number,
): Promise<readonly RoundOfEdition[]> {
  return openedRounds(await listRounds(tx), counts, reference.countries, now, withRound);
}

/**
 * For every one of these countries in every one of these rounds: what is public now, or why nothing is; by round and country.
 * Without figures: those are read when a form is made. Role `app_publisher`.
 */
export async function readReports(
  tx: Tx,
  rounds: readonly RoundOfEdition[],
  countries: readonly CountryCode[],
): Promise<readonly ReportNow[]> {
  const rowOf = new Map(
    (await listReports(tx, countries)).map((row) => [
      placeOf({ country: row.countryCode, roundYear: row.roundYear }),
      row,
    ]),
  );
  const codes = [...countries].sort();
  return rounds.flatMap(({ roundYear, referenceYear }) =>
    codes.map((country): ReportNow => {
      const row = rowOf.get(placeOf({ country, roundYear }));
      return {
        country,
        roundYear,
        referenceYear,
        obligated: row?.obligated ?? false,
        exempt: row !== undefined && isExempt(row),
        received: row?.received ?? false,
        version: row ? publicVersion(row) : null,
      };
    }),
  );
}

/** A report by its place. */
export function placeOf({ country, roundYear }: Pick<ReportFacts, "country" | "roundYear">): string {
  return `${country}|${roundYear}`;
}

function publicVersion({
  versionId,
  version,
  submissionId,
  publishedAt,
  submittedAt,
}: ReportRow): PublicVersion | null {
  if (versionId === null || version === null || submittedAt === null) return null;
  return { id: versionId, submissionId, number: version, publishedAt: publishedAt ?? submittedAt };
}

/** Rounds that have opened anywhere in the region, oldest first. A round with a public report stays, even if its dates were changed. */
function openedRounds(
  rounds: readonly RoundRow[],
  counts: readonly ReportCount[],
  countries: readonly Country[],
  now: Date,
  withRound?: number,
): readonly RoundOfEdition[] {
  const withReports = new Set([
    withRound,
    ...counts.filter(({ isPublic }) => isPublic).map(({ roundYear }) => roundYear),
  ]);
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

/** The public version of a report with its true figures; undefined when it has none, or has another one by now. Role `app_publisher`. */
export async function readVersion(tx: Tx, { version, ...report }: ReportNow): Promise<VersionToPublish | undefined> {
  if (version === null) return undefined;
  const { country, roundYear, referenceYear } = report;
  const answers = await listVersionAnswers(tx, [version.id]);
  const confirmed = await confirmedInPublicVersions(tx, [version.submissionId]);
  const sticky = new Set(await listHiddenCells(tx, { country, roundYear }));
  // Each statement sees its own moment, and answers of a version are readable only while it is public. If it still is, it was all the time.
  if (!(await isPublicVersion(tx, version.submissionId, version.number))) return undefined;
  return {
    country,
    roundYear,
    referenceYear,
    number: version.number,
    answers: toAnswers(answers),
    confirmedNotApplicable: confirmed.get(version.submissionId) ?? new Set(),
    sticky,
  };
}

/** The rules by which forms are made now. Role `app_publisher`. */
export async function readRules(
  tx: Tx,
  { catalogues }: Pick<Need, "catalogues">,
  rounds: readonly RoundOfEdition[],
): Promise<FormRules> {
  const catalogueVersions = new Map(rounds.map(({ roundYear, catalogueVersion }) => [roundYear, catalogueVersion]));
  return {
    current: catalogues.current,
    catalogueOf: (roundYear) => catalogues.version(catalogueVersions.get(roundYear) ?? catalogues.current.version),
    hidingOrder: keyedOrder(await findHidingKey(tx)),
  };
}
