import { type DaysOff, noDaysOff } from "@avances/domain/round";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { holiday, quietPeriod } from "../schema/index.ts";

export type QuietPeriodRow = typeof quietPeriod.$inferSelect;
const counts = isNull(quietPeriod.withdrawnAt);
const daysOfPeriod = sql`generate_series(${quietPeriod.firstDay}, ${quietPeriod.lastDay}, interval '1 day')`;

/** The listed holidays on which nobody works, and the days that were entered. Those of the last month are for what is caught up. */
const ofAll = statement<{ now: Date }, { country: string; days: string }[]>((db) =>
  db
    .select({ country: sql<string>`country_code`, days: sql<string>`string_agg(day::text, ',' order by day)` })
    .from(
      sql`((
        select ${holiday.countryCode}, ${holiday.day} from ${holiday}
        except
        select ${quietPeriod.countryCode}, ${daysOfPeriod}::date from ${quietPeriod} where ${counts} and ${quietPeriod.kind} = 'works'
      ) union
        select ${quietPeriod.countryCode}, ${daysOfPeriod}::date from ${quietPeriod} where ${counts} and ${quietPeriod.kind} <> 'works'
      ) as days_off (country_code, day)`,
    )
    .where(sql`day >= ${sql.placeholder("now")}::date - 60`)
    .groupBy(sql`country_code`),
);

/** The same days give the same set, so that what was computed from it can be recognised. */
const read = new Map<string, DaysOff>();

/**
 * The days on which nothing goes out by itself to a country, besides Saturdays and Sundays, as far as the actor may know of them: from two months
 * before `now` on. The same days are the same set.
 */
export async function listDaysOff(tx: Tx, now: Date): Promise<(country: string) => DaysOff> {
  const days = new Map((await ofAll(tx, { now })).map((row) => [row.country, setOf(row.days)]));
  return (country) => days.get(country) ?? noDaysOff;
}

function setOf(days: string): DaysOff {
  const known = read.get(days);
  if (known !== undefined) return known;
  if (read.size > 1_000) read.clear();
  const set = new Set(days.split(","));
  read.set(days, set);
  return set;
}

/** What was entered about days of a country, or of all, that the actor may see, withdrawn rows included; the newest first. */
export async function listQuietPeriods(tx: Tx, country?: string): Promise<readonly QuietPeriodRow[]> {
  return tx
    .select()
    .from(quietPeriod)
    .where(country === undefined ? undefined : eq(quietPeriod.countryCode, country))
    .orderBy(desc(quietPeriod.createdAt), desc(quietPeriod.id));
}

/** Until the transaction ends, nobody else enters or withdraws days of this country. */
export async function lockQuietPeriods(tx: Tx, country: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`avances quiet ${country}`}, 0))`);
}

export async function insertQuietPeriod(tx: Tx, row: typeof quietPeriod.$inferInsert): Promise<void> {
  await tx.insert(quietPeriod).values(row);
}

/** Withdraws a row that counts; undefined when there is none, or it no longer counts. */
export async function withdrawQuietPeriod(
  tx: Tx,
  id: string,
  by: { readonly at: Date; readonly userId: string; readonly name: string; readonly reason: string },
): Promise<QuietPeriodRow | undefined> {
  return (
    await tx
      .update(quietPeriod)
      .set({ withdrawnAt: by.at, withdrawnBy: by.userId, withdrawnByName: by.name, withdrawnReason: by.reason })
      .where(and(eq(quietPeriod.id, id), counts))
      .returning()
  )[0];
}
