import { addWorkingDays, type CalendarDate, localDate } from "@avances/domain/round";

/** A country is told this many working days before its report becomes public. Methodology §8. */
const workingDaysOfNotice = 5;

/** First day on which an accepted report may be published, in the country's calendar. */
export function publicationDay(acceptedAt: string, timeZone: string): CalendarDate {
  return addWorkingDays(localDate(new Date(acceptedAt), timeZone), workingDaysOfNotice);
}
