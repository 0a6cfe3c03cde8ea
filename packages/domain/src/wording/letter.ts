import { addDays, type CalendarDate } from "../round/calendar-date.ts";
import { calendarRuleOf } from "../round/notice-calendar.ts";
import { reportWordings, type WordingKindOf, wordingRules } from "./notice-wording.ts";

/** The number of a letter: letters of a year are counted from 1 on, without gaps. */
export function letterCode(year: number, number: number): string {
  return `AV-${year}-${String(number).padStart(4, "0")}`;
}

/** The texts of letters: those of messages about a report (`reportWordings`). */
export type LetterKind = WordingKindOf<"report">;

export interface LetterSituation {
  readonly isReturned: boolean;
  /** Today in the capital. */
  readonly today: CalendarDate;
  readonly opensOn: CalendarDate;
  /** The date that counts: the due date of the country, or that of returned work; null = there is none. */
  readonly date: CalendarDate | null;
}

/**
 * The texts that a letter of this day may have: those for this side of the date, a step of the calendar from its own day on. So no letter says
 * what is not so yet. The texts of reminders by hand come first.
 */
export function letterKinds({ isReturned, today, opensOn, date }: LetterSituation): readonly LetterKind[] {
  if (date === null) return [];
  const side = today > date ? "past" : "to_come";
  const fitting = reportWordings.filter((kind) => {
    const rule = wordingRules[kind];
    if (rule.isReturned !== isReturned || rule.side !== side) return false;
    const step = calendarRuleOf(rule.step);
    return step === undefined || today >= addDays(step.anchor === "opening" ? opensOn : date, step.offsetDays);
  });
  const isByHand = (kind: LetterKind) => calendarRuleOf(wordingRules[kind].step) === undefined;
  return [...fitting.filter(isByHand), ...fitting.filter((kind) => !isByHand(kind))];
}

/** Longest parts of an addressee, in code points. */
export const addresseeLimits = { name: 120, title: 200, institution: 200, salutation: 120 } as const;

/** To whom a letter is written; title and institution may be empty. */
export interface Addressee {
  readonly name: string;
  readonly title: string;
  readonly institution: string;
  /** How the letter greets, without the colon; empty = by the name. */
  readonly salutation: string;
}
