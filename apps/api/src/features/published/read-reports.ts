import type { Tx } from "@avances/db";
import {
  findHidingKey,
  isPublicVersion,
  listHiddenCells,
  listReports,
  listVersionAnswers,
  type ReportRow,
} from "@avances/db/queries/form-queries";
import { listRounds } from "@avances/db/queries/round-queries";
import { type RoundRow, toAnswers } from "@avances/db/queries/rows";
import { confirmedInPublicVersions } from "@avances/db/queries/version-queries";
import type { Country } from "@avances/domain/reference";
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

/** What is public now of these countries, and why the rest is not. Without figures: those are read where a form is made of them. */
export interface Reports {
  /** Oldest first. */
  readonly rounds: readonly RoundOfEdition[];
  /** One for every country in every round, by round and country. */
  readonly reports: readonly ReportNow[];
}

type Need = Pick<Deps, "catalogues" | "reference">;

/**
 * Reads as `app_publisher` what an edition tells. Of one country only, when `countries` is that one. `withRound` is there even if it has
 * not opened: something of it is to be shown.
 */
export async function readReports(
  tx: Tx,
  { reference }: Pick<Need, "reference">,
  now: Date,
  countries: readonly Country[],
  withRound?: number,
): Promise<Reports> {
  const rows = await listReports(tx, countries.length === 1 ? countries[0]?.alpha3 : undefined);
  const rounds = openedRounds(await listRounds(tx), rows, reference.countries, now, withRound);
  const rowOf = new Map(rows.map((row) => [placeOf({ country: row.countryCode, roundYear: row.roundYear }), row]));
  const codes = countries.map(({ alpha3 }) => alpha3).sort();
  const reports = rounds.flatMap(({ roundYear, referenceYear }) =>
    codes.map((country): ReportNow => {
      const row = rowOf.get(placeOf({ country, roundYear }));
      return {
        country,
        roundYear,
        referenceYear,
        obligated: row?.obligated ?? false,
        exempt: row !== undefined && isExempt(row),
        version: row ? publicVersion(row) : null,
      };
    }),
  );
  return { rounds, reports };
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

/** Rounds that have opened anywhere in the region, oldest first. What is public keeps its round, whatever became of its dates. */
function openedRounds(
  rounds: readonly RoundRow[],
  reports: readonly ReportRow[],
  countries: readonly Country[],
  now: Date,
  withRound?: number,
): readonly RoundOfEdition[] {
  const withReports = new Set([
    withRound,
    ...reports.filter(({ versionId }) => versionId !== null).map(({ roundYear }) => roundYear),
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

/** The public version of a report, with its true figures; undefined when it has none, or another one by now. Role `app_publisher`. */
export async function readVersion(tx: Tx, { version, ...report }: ReportNow): Promise<VersionToPublish | undefined> {
  if (version === null) return undefined;
  const { country, roundYear, referenceYear } = report;
  const answers = await listVersionAnswers(tx, [version.id]);
  const confirmed = await confirmedInPublicVersions(tx, [version.submissionId]);
  const sticky = new Set(await listHiddenCells(tx, { country, roundYear }));
  // Statements see one moment each, and answers of a version are there only while it is public. It was at the last, so it was at all.
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

/** The rules by which forms are made here and now. Role `app_publisher`. */
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
