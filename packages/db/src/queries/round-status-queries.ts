import type { CalendarDate } from "@avances/domain/round";
import type { SubmissionStatus } from "@avances/domain/submission";
import { and, asc, between, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { round, submission } from "../schema/index.ts";
import type { SubmissionRow } from "./rows.ts";

const ofRound = statement<{ year: number }, SubmissionRow[]>((db) =>
  db
    .select(getTableColumns(submission))
    .from(submission)
    .innerJoin(round, and(eq(round.year, submission.roundYear), isNull(round.cancelledAt)))
    .where(eq(submission.roundYear, sql.placeholder("year")))
    .orderBy(asc(submission.countryCode)),
);

/** The submissions of a round that the actor may see, for the late monitor. */
export async function listSubmissionsOfRound(tx: Tx, year: number): Promise<readonly SubmissionRow[]> {
  return ofRound(tx, { year });
}

/** What the late monitor shows of an earlier round. */
export interface EarlierReport {
  readonly roundYear: number;
  readonly status: SubmissionStatus;
  readonly obligated: boolean;
  readonly hasExemptReason: boolean;
  readonly dueOn: CalendarDate;
  readonly firstSubmittedAt: Date | null;
}

type EarlierText = [number, SubmissionStatus, boolean, boolean, CalendarDate, number | null];

// One row per country: with many countries, the monitor spent most of its time reading a thousand wide rows of history.
const earlier = statement<{ from: number; to: number }, { country: string; reports: string }[]>((db) =>
  db
    .select({
      country: submission.countryCode,
      reports: sql<string>`json_agg(json_build_array(${submission.roundYear}, ${submission.status}, ${submission.obligated},
        ${submission.exemptReason} is not null, ${submission.dueOn}, extract(epoch from ${submission.firstSubmittedAt}) * 1000)
        order by ${submission.roundYear} desc)::text`,
    })
    .from(submission)
    .innerJoin(round, and(eq(round.year, submission.roundYear), isNull(round.cancelledAt)))
    .where(between(submission.roundYear, sql.placeholder("from"), sql.placeholder("to")))
    .groupBy(submission.countryCode),
);

/** The reports of these years that the actor may see, by country, newest round first. */
export async function listEarlierReports(
  tx: Tx,
  from: number,
  to: number,
): Promise<ReadonlyMap<string, readonly EarlierReport[]>> {
  const rows = await earlier(tx, { from, to });
  return new Map(
    rows.map(({ country, reports }) => [country, (JSON.parse(reports) as readonly EarlierText[]).map(earlierReport)]),
  );
}

function earlierReport([roundYear, status, obligated, hasExemptReason, dueOn, first]: EarlierText): EarlierReport {
  const firstSubmittedAt = first === null ? null : new Date(first);
  return { roundYear, status, obligated, hasExemptReason, dueOn, firstSubmittedAt };
}
