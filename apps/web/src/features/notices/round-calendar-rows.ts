import { addDays, type CalendarDate, type CalendarStep, type NoticeStep, noticeCalendar } from "@avances/domain/round";

export interface CalendarRow {
  readonly step: CalendarStep;
  /** The day of the step by the dates of the round; a country with another date has its own. */
  readonly day: CalendarDate;
  /** Countries to which it was written, and for which it waits for a person. */
  readonly written: readonly string[];
  readonly waiting: readonly string[];
  /** To which it would still be written, each with the day of the step by its own date, the earliest first. */
  readonly coming: readonly ComingTo[];
}

export interface ComingTo {
  readonly country: string;
  readonly day: CalendarDate;
}

interface OfCountry {
  readonly country: string;
  readonly step: NoticeStep;
}

interface CalendarInput {
  readonly opensOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly notices: readonly (OfCountry & { readonly state: string })[];
  readonly waiting: readonly OfCountry[];
  readonly coming: readonly (OfCountry & { readonly ownDay: CalendarDate })[];
}

/** What was only recorded, or stopped, was written to nobody. */
const wentNowhere: readonly string[] = ["superseded", "stopped"];

/** The steps that follow from the dates of the round, in order, each with its countries. A step that a short round has no room for is absent. */
export function calendarRows({ opensOn, dueOn, notices, waiting, coming }: CalendarInput): readonly CalendarRow[] {
  const went = notices.filter(({ state }) => !wentNowhere.includes(state));
  const waits = new Set(waiting.map(({ country, step }) => `${country} ${step}`));
  return noticeCalendar.flatMap(({ step, anchor, offsetDays }) => {
    if (anchor === "return_due") return [];
    const day = addDays(anchor === "opening" ? opensOn : dueOn, offsetDays);
    const row = {
      ...{ step, day },
      written: countriesOf(went, step),
      waiting: countriesOf(waiting, step),
      coming: coming
        .filter((one) => one.step === step && !waits.has(`${one.country} ${step}`))
        .map(({ country, ownDay }) => ({ country, day: ownDay }))
        .sort((one, other) => (one.day < other.day || (one.day === other.day && one.country < other.country) ? -1 : 1)),
    };
    const isEmpty = row.written.length + row.waiting.length + row.coming.length === 0;
    return anchor === "due" && day <= opensOn && isEmpty ? [] : [row];
  });
}

function countriesOf(rows: readonly OfCountry[], step: NoticeStep): readonly string[] {
  return [...new Set(rows.filter((one) => one.step === step).map(({ country }) => country))].sort();
}

/** Before which row today's line stands: the first whose day has not come; the number of rows when all have passed. */
export function placeOfToday(rows: readonly Pick<CalendarRow, "day">[], today: CalendarDate): number {
  const place = rows.findIndex(({ day }) => day > today);
  return place === -1 ? rows.length : place;
}
