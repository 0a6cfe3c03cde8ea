import type { Text } from "@avances/domain/catalogue";
import { audienceFacts, type CalendarDate, type NoticeAudience, type NoticeStep } from "@avances/domain/round";
import type { SubmissionStatus } from "@avances/domain/submission";

/** In which capacity somebody reads a notice: those who report are asked, the others are informed. */
export type Reader = "reporter" | "country_copy" | "secretariat" | "presidency";

/** Somebody else who gets a message of the same batch. */
export interface Companion {
  readonly audience: NoticeAudience;
  readonly name: string;
}

/** A person of the secretariat who answers questions about this message. Replies go to the address. */
export interface Contact {
  readonly name: string;
  readonly address: string;
}

/**
 * All that a notice may say; each sentence is made from these. No figures, no answers, no words of a comment: those stay in the portal.
 * What the letter says is so at `now`.
 */
export interface NoticeFacts {
  readonly step: NoticeStep;
  readonly reader: Reader;
  readonly readerName: string;
  readonly countryCode: string;
  readonly countryName: Text;
  readonly capital: Text;
  readonly timeZone: string;
  readonly roundYear: number;
  /** Year of the data that the round asks for. */
  readonly referenceYear: number;
  /** False = reports voluntarily. */
  readonly obligated: boolean;
  readonly status: SubmissionStatus;
  /** The version that its country took back and has not sent again, and when, if that is known; null = there is none. */
  readonly withdrawn: { readonly version: number; readonly at: Date | null } | null;
  /** Can the due date still be moved? Not after a first submission, nor for who owes no report, nor in a round that is no more. */
  readonly mayHaveMoreTime: boolean;
  readonly opensOn: CalendarDate;
  /** Of this country, extension included. */
  readonly dueOn: CalendarDate;
  /** Was the due date moved for this country alone? */
  readonly extended: boolean;
  /** Is it the date of the round, and no extension holds? Neither, for a country that keeps an earlier date of the round. */
  readonly datedByRound: boolean;
  readonly returnDueOn: CalendarDate | null;
  readonly now: Date;
  /** When the act happened that the notice tells of (receipt, acceptance …), and on which version. */
  readonly event: { readonly at: Date; readonly version: number } | null;
  /** Which ask of this round this is, and when the first left; null when it is none, or when that cannot be known yet. */
  readonly ask: { readonly nth: number; readonly firstAt: Date | null } | null;
  /** Indicators of the working copy that have an answer, and all; for those who report only. */
  readonly progress: { readonly answered: number; readonly expected: number } | null;
  /** Earliest day of publication, where there is one; null = nothing is said of a day. */
  readonly earliestPublicationOn: CalendarDate | null;
  /** The secretariat's own words, above the standard text. */
  readonly ownText: string;
  /** The others of this batch, in the order of the step's audience. */
  readonly companions: readonly Companion[];
  /** Capacities of the step's audience in which there is nobody to write to. */
  readonly unfilled: readonly NoticeAudience[];
  readonly contact: Contact | null;
  /** The page this message leads to. */
  readonly link: string;
}

/** Those of the batch who report for the country. */
export function asked(companions: readonly Companion[]): readonly Companion[] {
  return companions.filter(({ audience }) => audienceFacts[audience].reports);
}

/** Those of the batch who are informed. */
export function informed(companions: readonly Companion[]): readonly Companion[] {
  return companions.filter(({ audience }) => !audienceFacts[audience].reports);
}

/** In which capacity a person of an audience reads a notice. */
export const readerOf: Readonly<Record<NoticeAudience, Reader>> = {
  focal_point: "reporter",
  alternate: "reporter",
  liaison_officer: "country_copy",
  national_focal_point: "country_copy",
  presidency: "presidency",
  secretariat: "secretariat",
};
