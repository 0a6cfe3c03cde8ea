import type { Language, Text } from "@avances/domain/catalogue";
import { type CalendarDate, localDate, type NoticeStep } from "@avances/domain/round";

/** In which capacity somebody reads a notice: those who report are asked, the others are informed. */
export type Reader = "reporter" | "country_copy" | "secretariat" | "presidency";

/** All that a notice may say. No figures, no counts, no words of a comment: those stay in the portal. */
export interface NoticeFacts {
  readonly step: NoticeStep;
  readonly reader: Reader;
  readonly readerName: string;
  readonly countryCode: string;
  readonly countryName: Text;
  readonly capital: Text;
  readonly timeZone: string;
  readonly roundYear: number;
  /** False = reports voluntarily. */
  readonly obligated: boolean;
  readonly dueOn: CalendarDate;
  readonly extended: boolean;
  readonly returnDueOn: CalendarDate | null;
  /** When the act happened that the notice tells of (receipt, acceptance …). */
  readonly eventAt: Date | null;
  readonly version: number | null;
  /** How many asks the country will have had in this round with this one. */
  readonly ordinal: number;
  readonly firstAskAt: Date | null;
  /** The secretariat's own words, above the standard text. */
  readonly ownText: string;
  readonly hasContact: boolean;
  readonly link: string;
}

export interface NoticeText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

const locales: Record<Language, string> = { en: "en-GB", es: "es-419" };

/** `30 April 2027`, `30 de abril de 2027`. */
export function dateInWords(date: CalendarDate, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${date}T12:00:00Z`),
  );
}

/** The local day of an instant, in words. */
export function dayInWords(instant: Date, timeZone: string, language: Language): string {
  return dateInWords(localDate(instant, timeZone), language);
}

/** `14:05`, by the clocks of the capital. */
export function timeInWords(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(
    instant,
  );
}
