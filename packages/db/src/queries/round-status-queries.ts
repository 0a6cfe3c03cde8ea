import { and, between, eq, isNull, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { statement, type Tx } from "../connect.ts";
import { round, submission } from "../schema/index.ts";
import { shown, shownInstants } from "./report-of-round.ts";

// Both queries write their rows as JSON. With 195 countries, the late monitor spent most of its time reading a thousand wide rows, value by
// value; a text that was read before need not be read again, because what follows from it can be kept under it.

const ofRound = statement<{ year: number }, { country: string; report: string }[]>((db) => {
  const plain = shown.map((name) => sql`${submission[name]}`);
  const instants = shownInstants.map((name) => milliseconds(submission[name]));
  return db
    .select({
      country: submission.countryCode,
      report: sql<string>`json_build_array(${sql.join([...plain, ...instants], sql`, `)})::text`,
    })
    .from(submission)
    .innerJoin(round, and(eq(round.year, submission.roundYear), isNull(round.cancelledAt)))
    .where(eq(submission.roundYear, sql.placeholder("year")));
});

/** The submissions of a round that the actor may see, by country, each as a text that `readReportOfRound` reads. */
export async function listSubmissionsOfRound(tx: Tx, year: number): Promise<ReadonlyMap<string, string>> {
  const rows = await ofRound(tx, { year });
  return new Map(rows.map(({ country, report }) => [country, report]));
}

const earlier = statement<{ from: number; to: number }, { country: string; reports: string }[]>((db) =>
  db
    .select({
      country: submission.countryCode,
      reports: sql<string>`json_agg(json_build_array(${submission.roundYear}, ${submission.status}, ${submission.obligated},
        ${submission.exemptReason} is not null, ${submission.dueOn}, ${milliseconds(submission.firstSubmittedAt)})
        order by ${submission.roundYear} desc)::text`,
    })
    .from(submission)
    .innerJoin(round, and(eq(round.year, submission.roundYear), isNull(round.cancelledAt)))
    .where(between(submission.roundYear, sql.placeholder("from"), sql.placeholder("to")))
    .groupBy(submission.countryCode),
);

/**
 * The reports of these years that the actor may see, by country, as a text that `readEarlierReports` reads. They hardly ever change, so what
 * follows from a text can be kept under it.
 */
export async function listEarlierReports(tx: Tx, from: number, to: number): Promise<ReadonlyMap<string, string>> {
  const rows = await earlier(tx, { from, to });
  return new Map(rows.map(({ country, reports }) => [country, reports]));
}

function milliseconds(column: PgColumn) {
  return sql`extract(epoch from ${column}) * 1000`;
}
