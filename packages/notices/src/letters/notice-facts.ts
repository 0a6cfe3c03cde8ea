import type { Text } from "@avances/domain/catalogue";
import { audienceFacts, type CalendarDate, type NoticeAudience, type NoticeStep } from "@avances/domain/round";
import type { SubmissionStatus } from "@avances/domain/submission";
import type { Wording } from "@avances/domain/wording";
import type { Block, Letters } from "./letter.ts";
import type { NoticePage } from "./notice-link.ts";

/** The letter of one step in every language. */
export type NoticeLetters = Letters<NoticeFacts, Block>;

/** In which capacity somebody reads a notice: those who report are asked for the report, who signs is asked to sign, the others are informed. */
export type Reader = "reporter" | "signer" | "country_copy" | "secretariat" | "presidency";

/** Somebody else who gets a message of the same batch. */
export interface Companion {
  readonly audience: NoticeAudience;
  readonly name: string;
}

/** A person of the secretariat who answers questions about this message. Replies go to this address. */
export interface Contact {
  readonly name: string;
  readonly address: string;
  /** Of the secretariat; null or absent = none was set. */
  readonly telephone?: string | null;
}

/** The act that a notice reports (receipt, acceptance, signature …). */
export interface NoticeEvent {
  readonly at: Date;
  /** The version that it is about; of a signature, the one that it is for. */
  readonly version: number;
  /** Who did it, for acts of the country that name their person. */
  readonly byName?: string;
  /** The answer that a question is about; null or absent = none, or the report as a whole. */
  readonly indicatorCode?: string | null;
  /** What the receipt of a version proves. */
  readonly receipt?: ReceiptFacts;
}

export interface ReceiptFacts {
  /** Country, round and version: `CRI-2026-1`. */
  readonly number: string;
  /** SHA-256 of the answers, hex. */
  readonly contentHash: string;
  readonly byName: string;
  /** Null = no signature was asked for. */
  readonly signedByName: string | null;
  /** The day by which the secretariat said that it answers; null or absent = it promised none. */
  readonly answerBy?: CalendarDate | null;
}

/**
 * All that a notice may say; every sentence is made from these. No figures, no answers, no words of a comment: those stay in the portal.
 * The statements of the letter are true at `now`.
 */
export interface NoticeFacts {
  readonly step: NoticeStep;
  readonly reader: Reader;
  readonly readerName: string;
  /** How the reader wishes to be greeted, without the colon; null or absent = by the name. */
  readonly readerSalutation?: string | null;
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
  /** The version that the country withdrew and has not sent again, and when, if known; null = none. */
  readonly withdrawn: { readonly version: number; readonly at: Date | null } | null;
  /** Can the due date still be moved? Not after a first submission, not if the country owes no report, not in a cancelled round. */
  readonly mayHaveMoreTime: boolean;
  readonly opensOn: CalendarDate;
  /** Due date of this country, extension included. */
  readonly dueOn: CalendarDate;
  /** Was the due date moved for this country alone? */
  readonly extended: boolean;
  /** Is the due date that of the round, without an extension? False also for a country that keeps an earlier date of the round. */
  readonly datedByRound: boolean;
  readonly returnDueOn: CalendarDate | null;
  readonly now: Date;
  readonly event: NoticeEvent | null;
  /** The number of this ask in the round, and when the first was sent; null when it asks nothing, or when the number cannot be known yet. */
  readonly ask: { readonly nth: number; readonly firstAt: Date | null } | null;
  /** Answered indicators of the working copy, and all of them; only for readers who report. */
  readonly progress: { readonly answered: number; readonly expected: number } | null;
  /**
   * The day on which the next automatic reminder leaves if nothing changes; null = none is planned. Absent in messages after which nobody
   * waits for one.
   */
  readonly next?: CalendarDate | null;
  /** Earliest day of publication; null = the letter names no day. */
  readonly earliestPublicationOn: CalendarDate | null;
  /** The secretariat's own words, placed above the standard text. */
  readonly ownText: string;
  /** True: it goes on paper, so nobody answers it by a press. */
  readonly isOnPaper?: boolean;
  /** The words that the secretariat has written for such messages, with their placeholders; null or absent = the built-in ones. */
  readonly wording?: Wording | null;
  /** The others of this batch, in the order of the step's audience. */
  readonly companions: readonly Companion[];
  /** Capacities of the step's audience in which nobody has an account. */
  readonly unfilled: readonly NoticeAudience[];
  readonly contact: Contact | null;
  /** The page to which this message links, and its address. */
  readonly page: NoticePage;
  readonly link: string;
}

/** Do those who report read that no answer is missing? What is left to do is then to review the report and to send it. */
export function isComplete({ progress }: Pick<NoticeFacts, "progress">): boolean {
  return progress !== null && progress.answered >= progress.expected;
}

/** Those of the batch who report for the country. */
export function asked(companions: readonly Companion[]): readonly Companion[] {
  return companions.filter(({ audience }) => audienceFacts[audience].reports);
}

/** Those of the batch who are informed. */
export function informed(companions: readonly Companion[]): readonly Companion[] {
  return companions.filter(({ audience }) => !audienceFacts[audience].reports);
}

/** The capacity in which a person of an audience reads a notice. */
export const readerOf: Readonly<Record<NoticeAudience, Reader>> = {
  focal_point: "reporter",
  alternate: "reporter",
  approver: "signer",
  liaison_officer: "country_copy",
  national_focal_point: "country_copy",
  presidency: "presidency",
  secretariat: "secretariat",
};
