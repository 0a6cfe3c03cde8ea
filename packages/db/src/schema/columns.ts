import { customType, timestamp } from "drizzle-orm/pg-core";

/** An instant, to the millisecond, as a `Date`. */
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: "date" });

/** A day without zone, as text `2027-04-30` (never a `Date`: a `Date` has a zone). */
export const calendarDate = customType<{ data: string; driverData: string }>({ dataType: () => "date" });

/** Bytes as a `Buffer`. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });
