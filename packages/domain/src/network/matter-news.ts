import { type CalendarDate, daysBetween } from "../round/calendar-date.ts";
import { localDate } from "../round/deadline.ts";
import type { MatterState } from "./matter.ts";
import { matterCatchUpDays } from "./matter-calendar.ts";

/**
 * News that reaches a side by itself, once a version: there is a view of a country, which that country reads before others do; it was withdrawn; a document
 * that was sent has another version, or was withdrawn. Nobody is reminded of any. Of several that wait for a person the first of this list leaves first.
 */
export const matterNewsSteps = ["view_given", "view_withdrawn", "document_withdrawn", "document_revised"] as const;
export type MatterNewsStep = (typeof matterNewsSteps)[number];

/** Something that may be told to a side, as far as that decides whether it is; never a word of it. */
export interface NewsFact {
  readonly state: MatterState;
  /** When this version was filed, or the matter withdrawn. */
  readonly at: Date;
}

/** A view of a country. */
export interface ViewFact extends NewsFact {
  /** Has the country answered it, also if it took the answer back? Then it knows of it. */
  readonly isAnswered: boolean;
  /** Did its author file another one of the same step since, which takes its place? That one is told of. */
  readonly isReplaced: boolean;
}

/** A document that was sent to a side. */
export interface SentFact extends NewsFact {
  readonly version: number;
  /** The highest version of it that was sent there: whoever was sent this one already is told nothing. */
  readonly sentVersion: number;
}

/** What there is to tell of a view. */
export function newsOfView({ state, isAnswered, isReplaced }: ViewFact): MatterNewsStep | null {
  switch (state) {
    case "withdrawn":
      return "view_withdrawn";
    case "filed":
      return isAnswered || isReplaced ? null : "view_given";
    case "draft":
      return null;
  }
}

/** What there is to tell of a document that was sent. */
export function newsOfDocument({ state, version, sentVersion }: SentFact): MatterNewsStep | null {
  switch (state) {
    case "withdrawn":
      return "document_withdrawn";
    case "filed":
      return version > sentVersion ? "document_revised" : null;
    case "draft":
      return null;
  }
}

/** What one person knows already of something. */
export interface NewsKnown {
  /** Was this very news written to the person before, or recorded? */
  readonly isHandled: boolean;
  /** Did a message about it, of whichever step, reach the person, as far as is known? */
  readonly isTold: boolean;
  /** Was this very news written to anybody of the side? */
  readonly isWritten: boolean;
  /** Since when the person could be told. */
  readonly personSince: Date;
}

/** Why news are recorded and not sent. */
export type NewsSuperseded = "date-passed" | "told-otherwise";

/**
 * Is it sent to this person, recorded, or neither? `since`: from when it is counted how old it is; of a view the last day on which its country alone
 * reads it. Whoever came later takes over what others were told. That a view was withdrawn is told to whom it had been told that there is one: who was told nothing
 * has nothing to forget.
 */
export function newsFor(
  step: MatterNewsStep,
  fact: NewsFact,
  known: NewsKnown,
  { now, timeZone, since }: { readonly now: Date; readonly timeZone: string; readonly since: CalendarDate },
): "send" | NewsSuperseded | null {
  if (known.isHandled || (step === "view_withdrawn" && !known.isTold)) return null;
  if (daysBetween(since, localDate(now, timeZone)) > matterCatchUpDays) return "date-passed";
  return known.isWritten && fact.at < known.personSince ? "told-otherwise" : "send";
}
