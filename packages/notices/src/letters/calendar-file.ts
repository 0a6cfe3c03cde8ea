import type { Language } from "@avances/domain/catalogue";
import { addDays, type CalendarEntry } from "@avances/domain/round";
import { calendarNames } from "./calendar-words.ts";

/** Hours before the day begins: at nine on the day before. */
const remindsHours = 15;
/** How often a calendar program should fetch the calendar again, in seconds. */
const fetchedEvery = 6 * 3_600;

/**
 * These entries as an iCalendar file (RFC 5545), each all day. The same entries and instants always give the same text. `writtenAt`: of a message, when
 * it was written; of a calendar that is fetched, when its round was opened, its meeting entered or its activity proposed.
 */
export async function calendarFile(
  entries: readonly { readonly entry: CalendarEntry; readonly writtenAt: Date }[],
  { language, isFeed }: { readonly language: Language; readonly isFeed: boolean },
): Promise<string> {
  // Imported with the first file, so that a start does not wait for it.
  const {
    default: ical,
    ICalAlarmType,
    ICalCalendarMethod,
    ICalEventStatus,
    ICalEventTransparency,
  } = await import("ical-generator");
  const calendar = ical({
    prodId: { company: "Avances", product: "Avances", language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ...(isFeed && { name: calendarNames[language].feed, ttl: fetchedEvery }),
  });
  for (const { entry, writtenAt } of entries) {
    const event = entry.meeting ?? entry.activity;
    calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      stamp: writtenAt,
      start: dayOf(entry.date),
      end: dayOf(addDays(event?.until ?? entry.date, 1)),
      timezone: "UTC",
      allDay: true,
      summary: entry.title,
      description: entry.text,
      url: entry.address,
      ...(event && { location: event.place }),
      // A date by which something is awaited makes nobody busy.
      transparency: entry.meeting ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
      status: entry.cancelled
        ? ICalEventStatus.CANCELLED
        : entry.activity?.isTentative
          ? ICalEventStatus.TENTATIVE
          : ICalEventStatus.CONFIRMED,
      alarms:
        entry.reminds && !entry.cancelled
          ? [{ type: ICalAlarmType.display, triggerBefore: remindsHours * 3_600, description: entry.title }]
          : [],
    });
  }
  // The library leaves out the end of the last line, which RFC 5545 wants of every line.
  return `${calendar.toString()}\r\n`;
}

/** The day without a zone, as the library wants it. */
const dayOf = (date: string) => new Date(`${date}T00:00:00Z`);
