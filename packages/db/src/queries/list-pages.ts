import type { CalendarDate } from "@avances/domain/round";
import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/** Which rows of a list are read; null = all of them, for a file or for papers that must be whole. */
export interface Part {
  readonly limit: number;
  readonly offset: number;
}

/** Which day it is: where the Secretariat works, and by code of those for whom it is another one. */
export interface Today {
  readonly day: CalendarDate;
  readonly elsewhere: Readonly<Record<string, CalendarDate>>;
}

/** Which day it is for the participant whose code stands there. */
export const todayOf = ({ day, elsewhere }: Today, code: SQL | AnyColumn): SQL =>
  sql`coalesce((${JSON.stringify(elsewhere)}::jsonb ->> ${code})::date, ${day}::date)`;
