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
  /** Does the country owe the report? */
  readonly owesReport: boolean;
  /** It sent the report once, and took it back. */
  readonly wasReceived: boolean;
  /** Today in the capital. */
  readonly today: CalendarDate;
  readonly opensOn: CalendarDate;
  /** The date that counts: the due date of the country, or that of returned work; null = there is none. */
  readonly date: CalendarDate | null;
}

/**
 * The texts that a letter of this day may have: those for this side of the date, a step of the calendar from its own day on, and only such steps as
 * concern the country (`concerns`): nothing is past due that nobody owes, or that was received once. So no letter says what is not so. The texts of
 * reminders by hand come first.
 */
export function letterKinds(situation: LetterSituation): readonly LetterKind[] {
  const { isReturned, owesReport, wasReceived, today, opensOn, date } = situation;
  if (date === null) return [];
  const side = today > date ? "past" : "to_come";
  const fitting = reportWordings.filter((kind) => {
    const rule = wordingRules[kind];
    if (rule.isReturned !== isReturned || rule.side !== side) return false;
    const step = calendarRuleOf(rule.step);
    if (step === undefined) return true;
    if (step.anchor === "due" && (!owesReport || (wasReceived && step.offsetDays > 0))) return false;
    return today >= addDays(step.anchor === "opening" ? opensOn : date, step.offsetDays);
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
