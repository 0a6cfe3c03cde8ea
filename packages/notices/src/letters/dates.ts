import { type Language, languageFacts } from "@avances/domain/catalogue";
import { type CalendarDate, type DateRelation, dateRelation, daysBetween, localDate } from "@avances/domain/round";

/** What separates a weekday from its date. */
const afterWeekday: Readonly<Record<Language, string>> = { en: ", ", es: " " };

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once for each set of options: making one takes longer than all the rest of a letter. */
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known;
}

/** `30 April 2027`, `30 de abril de 2027`. */
export function dateInWords(date: CalendarDate, language: Language): string {
  return format(languageFacts[language].dates, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${date}T12:00:00Z`),
  );
}

/** `Friday, 30 April 2027`, `viernes 30 de abril de 2027`. */
export function weekdayInWords(date: CalendarDate, language: Language): string {
  const weekday = format(languageFacts[language].dates, { weekday: "long", timeZone: "UTC" }).format(
    new Date(`${date}T12:00:00Z`),
  );
  return `${weekday}${afterWeekday[language]}${dateInWords(date, language)}`;
}

/** `30 April`, `30 de abril`; with the year when it is not that of the day of writing. */
export function shortDate(date: CalendarDate, today: CalendarDate, language: Language): string {
  if (date.slice(0, 4) !== today.slice(0, 4)) return dateInWords(date, language);
  return format(languageFacts[language].dates, { day: "numeric", month: "long", timeZone: "UTC" }).format(
    new Date(`${date}T12:00:00Z`),
  );
}

/** The local day of an instant, in words. */
export function dayInWords(instant: Date, timeZone: string, language: Language): string {
  return dateInWords(localDate(instant, timeZone), language);
}

/** `14:05`, by the clocks of the zone. */
export function timeInWords(instant: Date, timeZone: string): string {
  return format("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(instant);
}

/** A date in relation to the moment of writing. */
export interface SeenDate {
  readonly date: CalendarDate;
  readonly relation: DateRelation;
  /** Whole days between the date and the day of writing, never negative. */
  readonly days: number;
}

export function seenFrom(now: Date, timeZone: string, date: CalendarDate): SeenDate {
  return {
    date,
    relation: dateRelation(date, now, timeZone),
    days: Math.abs(daysBetween(localDate(now, timeZone), date)),
  };
}
