import { type DaysOff, daysOffOf, noDaysOff, type QuietKind } from "@avances/domain/round";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { holiday, quietPeriod } from "../schema/index.ts";
import { readTexts, selectTexts, textPart } from "./text-parts.ts";

export type QuietPeriodRow = typeof quietPeriod.$inferSelect;
const counts = isNull(quietPeriod.withdrawnAt);
// Those of the last two months are for what is caught up.
const since = sql`${sql.placeholder("now")}::date - 60`;

type DaysText = readonly [
  /** Country and day, thirteen characters each, one after the other: `CRI2026-04-11CRI2026-05-01`. */
  holidays: string | null,
  periods: readonly [country: string, kind: QuietKind, firstDay: string, lastDay: string][] | null,
];

/**
 * The listed holidays from two months before `now` on, and what was entered, as far as the actor may know: read as `listDaysOff`. Who reports for a
 * country reads its days by a function of the database, and never why.
 */
export const daysOffPart = textPart(
  sql`select json_build_array(
      (select string_agg(${holiday.countryCode} || ${holiday.day}, '' order by ${holiday.countryCode}, ${holiday.day}) from ${holiday} where ${holiday.day} >= ${since}),
      (select json_agg(json_build_array(d.country_code, d.kind, d.first_day, d.last_day) order by d.country_code, d.first_day) from (
        select country_code, kind, first_day, last_day from ${quietPeriod} where ${counts}
        union select country_code, kind, first_day, last_day from app.own_days_off()
      ) d where d.last_day >= ${since}))::text`,
  ([holidays, entered]: DaysText): ReadonlyMap<string, DaysOff> => {
    const listed = Map.groupBy(holidays?.match(/.{13}/g) ?? [], (text) => text.slice(0, 3));
    const periods = Map.groupBy(
      (entered ?? []).map(([country, kind, firstDay, lastDay]) => ({ country, kind, firstDay, lastDay })),
      ({ country }) => country,
    );
    const countries = [...new Set([...listed.keys(), ...periods.keys()])];
    return new Map(
      countries.map((country) => {
        const days = (listed.get(country) ?? []).map((text) => text.slice(3));
        return [country, daysOffOf(days, periods.get(country) ?? [])];
      }),
    );
  },
);

const parts = { days: daysOffPart };
const ofAll = statement<{ now: Date }, Record<string, unknown>[]>(selectTexts(parts));

/**
 * The days on which nothing goes out by itself to a country, besides Saturdays and Sundays, as far as the actor may know of them: from two months
 * before `now` on. While none of them changes they are the same set.
 */
export async function listDaysOff(tx: Tx, now: Date): Promise<(country: string) => DaysOff> {
  const { days } = readTexts(parts, await ofAll(tx, { now }));
  return (country) => days.get(country) ?? noDaysOff;
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
