import type { CalendarDate } from "../round/calendar-date.ts";
import type { CountryCode } from "./country.ts";

/** From this day on a country belongs to a group, or no longer does. */
export interface GroupChange {
  readonly group: string;
  readonly country: CountryCode;
  readonly joins: boolean;
  readonly from: CalendarDate;
}

/**
 * The members of a group on a day: those that the reference data list, as changed since. `changes` in the order in which they were recorded: of
 * two changes of the same country from the same day the later one counts, so a mistake is corrected by recording it again.
 */
export function membersOn(
  group: { readonly code: string; readonly members: readonly CountryCode[] },
  changes: readonly GroupChange[],
  day: CalendarDate,
): readonly CountryCode[] {
  const members = new Set(group.members);
  const past = changes.filter((change) => change.group === group.code && change.from <= day);
  // The sort keeps the order of what is of the same day.
  for (const { country, joins } of past.sort((one, other) => one.from.localeCompare(other.from))) {
    if (joins) members.add(country);
    else members.delete(country);
  }
  return [...members];
}
