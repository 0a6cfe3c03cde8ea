import { addDays, type CalendarDate } from "../round/calendar-date.ts";
import { localDate } from "../round/deadline.ts";
import { addWorkingDays } from "../round/working-days.ts";

/** Full working days that a country has between acceptance and publication. Methodology §8. */
export const workingDaysOfNotice = 5;

/** An accepted report on its way to the public. */
export interface AcceptedReport {
  readonly acceptedAt: Date;
  /** IANA time zone of the country's capital: the days are counted there. */
  readonly timeZone: string;
  /** When the country agreed to the publication of this version; null = it has not. */
  readonly consentedAt: Date | null;
}

/**
 * First day, in the country's calendar, on which an accepted report may become public: the day after its full working days of notice,
 * which begin on the first working day after acceptance; or the day on which the country itself agreed.
 */
export function publicationFrom({ acceptedAt, timeZone, consentedAt }: AcceptedReport): CalendarDate {
  const lastOfNotice = addWorkingDays(localDate(acceptedAt, timeZone), workingDaysOfNotice);
  const afterNotice = addDays(lastOfNotice, 1);
  if (consentedAt === null) return afterNotice;
  return [localDate(consentedAt, timeZone), afterNotice].sort()[0] as CalendarDate;
}

/** May the report be published now? */
export function mayBePublished(report: AcceptedReport, now: Date): boolean {
  return localDate(now, report.timeZone) >= publicationFrom(report);
}
