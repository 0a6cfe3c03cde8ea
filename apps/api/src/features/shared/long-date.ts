import { type Language, languageFacts } from "@avances/domain/catalogue";
import type { CalendarDate } from "@avances/domain/round";

/** `18 November 2013`, `18 de noviembre de 2013`. */
export function longDate(day: CalendarDate, language: Language): string {
  return new Intl.DateTimeFormat(languageFacts[language].dates, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
