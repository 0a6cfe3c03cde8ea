import type { Language } from "../catalogue/language.ts";
import type { CalendarDate } from "./calendar-date.ts";

/** A day of a round, of a meeting or of an activity, as a calendar program shows it: all day, in whatever zone its reader is. */
export interface CalendarEntry {
  /** The same for the same date of the same country and round, in mails and in the calendar that is fetched. */
  readonly uid: string;
  /** Never lower than in an earlier entry with this `uid`, and higher when its date changed. */
  readonly sequence: number;
  readonly date: CalendarDate;
  readonly language: Language;
  readonly title: string;
  readonly text: string;
  /** The page that it is about. */
  readonly address: string;
  /** Does a calendar program remind of it the day before? */
  readonly reminds: boolean;
  /** The round was withdrawn, nothing is asked of the country any more, the meeting was cancelled, or the activity was withdrawn or not endorsed. */
  readonly cancelled: boolean;
  /** Of a meeting: until which day, and where. Whoever goes there is busy. */
  readonly meeting?: { readonly until: CalendarDate; readonly place: string };
  /** Of an activity: the same, and whether it may come otherwise. Its readers are not its participants, so it makes nobody busy. */
  readonly activity?: { readonly until: CalendarDate; readonly place: string; readonly isTentative: boolean };
}

/** Which date of a round: its opening, its due date for all, and for one country its due date and that of its clarifications. */
export type CalendarDay = "opening" | "round_due" | "due" | "return_due";

/** `domain`: that of the portal's address. The year is opened again after a round was withdrawn: it is the same entry, which comes back. */
export function entryUid(
  day: CalendarDay,
  of: { readonly roundYear: number; readonly country: string | null },
  domain: string,
): string {
  return `${[of.roundYear, of.country, day]
    .filter((part) => part !== null)
    .join("-")
    .toLowerCase()}@${domain}`;
}

/** Its number is its own, whatever becomes of its day. */
export function meetingUid(meetingId: string, domain: string): string {
  return `meeting-${meetingId}@${domain}`;
}

/** The day by which a country's progress is awaited for a meeting. */
export function progressUid(of: { readonly meetingId: string; readonly country: string }, domain: string): string {
  return `progress-${of.meetingId}-${of.country.toLowerCase()}@${domain}`;
}

export function activityUid(matterId: string, domain: string): string {
  return `activity-${matterId}@${domain}`;
}

/** Both only grow, and one of them grows whenever a date of the country is moved. */
export function entrySequence(of: { readonly roundRevision: number; readonly reportRevision: number }): number {
  return of.roundRevision + of.reportRevision;
}
