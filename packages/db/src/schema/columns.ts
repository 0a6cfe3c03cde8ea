import { inArray } from "drizzle-orm";
import { type AnyPgColumn, check, customType, timestamp } from "drizzle-orm/pg-core";

/** An instant, to the millisecond, as a `Date`. */
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: "date" });

/** A day without zone, as text `2027-04-30` (never a `Date`: a `Date` has a zone). */
export const calendarDate = customType<{ data: string; driverData: string }>({ dataType: () => "date" });

/** Bytes as a `Buffer`. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** The stems of a text, by which it is found. Made by the database and never read by the program. */
export const searchWords = customType<{ data: string; driverData: string }>({ dataType: () => "tsvector" });

/** Check: the column holds a member of this list and nothing else. A new member needs a migration; `known-members.test.ts` asks for it. */
export const memberOf = (name: string, column: AnyPgColumn, list: readonly string[]) =>
  check(name, inArray(column, [...list]).inlineParams());
