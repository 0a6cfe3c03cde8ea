import { instantOf, isCalendarDate, isClockTime, localDate } from "@avances/domain/round";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { Select, TextInput } from "#ui/field.tsx";
import type { AskedCountry } from "../asked-country.ts";
import styles from "../notices.module.css";
import { laterTexts } from "./later.texts.ts";
import type { Moment, Reminders } from "./later-queries.ts";

/** What is typed: a day and an hour, each perhaps still empty, and by whose clocks (empty = each capital's). */
export interface TypedMoment {
  readonly day: string;
  readonly time: string;
  readonly timeZone: string;
}

export const noMoment: TypedMoment = { day: "", time: "09:00", timeZone: "" };

/** The moment as it is sent; null = it is not whole yet. */
export function momentOf({ day, time, timeZone }: TypedMoment): Moment | null {
  return isCalendarDate(day) && isClockTime(time) ? { day, time, timeZone: timeZone || null } : null;
}

/** The zone in which this browser is. */
const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

interface MomentFieldsProps {
  readonly value: TypedMoment;
  /** It was tried: what is missing is said. */
  readonly isTried: boolean;
  /** What the server said of it. */
  readonly error: unknown;
  readonly countries: readonly AskedCountry[];
  readonly min: string;
  /** The days that can be named for those who are asked; empty while they are not known. */
  readonly ranges: Reminders["ranges"];
  readonly onChange: (value: TypedMoment) => void;
}

/** A day, an hour, and by whose clocks; what cannot be is said at its field. */
export function MomentFields({ value, isTried, error, countries, min, ranges, onChange }: MomentFieldsProps) {
  const t = useTexts(laterTexts);
  const outside = useOutside(value, countries, ranges);
  const refused = useRefusal(error, countries);
  const here = zoneHere();
  const zones = [...new Set([here, value.timeZone].filter((zone) => zone !== ""))];
  return (
    <div className={styles.moment}>
      <TextInput
        type="date"
        width="medium"
        label={t.day}
        min={min}
        value={value.day}
        error={
          isTried && !isCalendarDate(value.day)
            ? t.noDay
            : refused?.field === "day"
              ? refused.words
              : (outside ?? undefined)
        }
        onChange={(event) => onChange({ ...value, day: event.target.value })}
      />
      <TextInput
        type="time"
        width="medium"
        label={t.time}
        value={value.time}
        error={isTried && !isClockTime(value.time) ? t.noTime : undefined}
        onChange={(event) => onChange({ ...value, time: event.target.value.slice(0, 5) })}
      />
      <Select
        label={t.clocks}
        value={value.timeZone}
        error={refused?.field === "timeZone" ? refused.words : undefined}
        onChange={(event) => onChange({ ...value, timeZone: event.target.value })}
      >
        <option value="">{t.capitals}</option>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone === here ? t.own(zone) : zone}
          </option>
        ))}
      </Select>
      <p className={styles.momentHelp}>{t.help}</p>
    </div>
  );
}

/** Was the moment refused? Then the sentence stands at its field. */
export function isMomentRefused(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.code === "schedule-refused";
}

function useRefusal(error: unknown, countries: readonly AskedCountry[]) {
  const t = useTexts(laterTexts).fault;
  const lang = useLanguage();
  const f = useFormat();
  if (!isMomentRefused(error)) return null;
  const { fault, countries: codes, limit } = (error.problem?.details ?? {}) as Details;
  const named = codes?.map((code) => countries.find(({ alpha3 }) => alpha3 === code)?.name[lang] ?? code) ?? [];
  const where = f.list(named.sort(f.compare));
  switch (fault) {
    case "unknown_zone":
      return { field: "timeZone", words: t.unknown_zone } as const;
    case "before_opening":
    case "after_round":
      return { field: "day", words: limit ? t[fault](where, f.date(limit)) : t.no_day(where) } as const;
    case "past":
    case undefined:
      return { field: "day", words: t.past(where) } as const;
  }
}

/** What is wrong with a day before anybody asks the server: for some of those who are asked it is before the first or after the last that can be named. */
function useOutside(value: TypedMoment, countries: readonly AskedCountry[], ranges: MomentFieldsProps["ranges"]) {
  const t = useTexts(laterTexts).fault;
  const lang = useLanguage();
  const f = useFormat();
  const moment = momentOf(value);
  if (moment === null) return null;
  const days = ranges.flatMap((range) => {
    const country = countries.find(({ alpha3 }) => alpha3 === range.country);
    if (country === undefined) return [];
    return [{ ...range, country, day: localDate(instantOf(moment, country.timeZone), country.timeZone) }];
  });
  const words = (
    fault: "before_opening" | "after_round",
    of: typeof days,
    limitOf: (limits: readonly string[]) => string | undefined,
    end: "first" | "last",
  ) => {
    const limit = limitOf(of.map((one) => one[end]).sort());
    const where = f.list(of.map(({ country }) => country.name[lang]).sort(f.compare));
    return limit === undefined ? null : t[fault](where, f.date(limit));
  };
  const late = days.filter(({ day, last }) => day > last);
  const early = days.filter(({ day, first }) => day < first);
  return (
    words("after_round", late, (limits) => limits[0], "last") ??
    words("before_opening", early, (limits) => limits.at(-1), "first")
  );
}

interface Details {
  readonly fault?: "unknown_zone" | "past" | "before_opening" | "after_round";
  readonly countries?: readonly string[];
  readonly limit?: string | null;
}
