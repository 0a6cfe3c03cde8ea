import { type CalendarDate, lastDayOfData } from "@avances/domain/round";
import type { PublicIndicator } from "#lib/published-queries.ts";
import type { NamedRound } from "#lib/round-words.ts";

/** Which dates of the main round had passed on the last day of its data. They are never judged by today: the page would change by itself. */
export interface DateFacts {
  readonly round: NamedRound;
  readonly lastDay: CalendarDate;
  /** Countries that gave a date. */
  readonly dated: readonly string[];
  /** Of these: countries whose date is that day or a later one. */
  readonly ahead: readonly string[];
}

/** Null when no date is shown, or the indicator is answered by something else. */
export function dateFacts(data: PublicIndicator): DateFacts | null {
  const round = data.mainRound;
  if (!round) return null;
  const lastDay = lastDayOfData(round);
  const dates = data.rows.flatMap(({ country, roundYear, value }) =>
    roundYear === round.roundYear && value?.type === "date" ? [{ country, date: value.date }] : [],
  );
  if (dates.length === 0) return null;
  const codes = (list: typeof dates) => list.map(({ country }) => country);
  return { round, lastDay, dated: codes(dates), ahead: codes(dates.filter(({ date }) => date >= lastDay)) };
}
