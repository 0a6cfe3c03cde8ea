import { type Language, languageFacts } from "@avances/domain/catalogue";
import type { CalendarDate } from "@avances/domain/round";

/** `18 November 2013`, `18 de noviembre de 2013`. */
export function longDate(day: CalendarDate, language: Language): string {
  return new Intl.DateTimeFormat(languageFacts[language].dates, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** The first day of several, without the month and the year that the last one says too. */
export function firstLongDate(from: CalendarDate, until: CalendarDate, language: Language): string {
  const shared =
    from.slice(0, 7) === until.slice(0, 7) ? "month" : from.slice(0, 4) === until.slice(0, 4) ? "year" : "";
  if (shared === "") return longDate(from, language);
  return new Intl.DateTimeFormat(languageFacts[language].dates, {
    day: "numeric",
    ...(shared === "year" && { month: "long" }),
    timeZone: "UTC",
  }).format(new Date(`${from}T00:00:00Z`));
}
