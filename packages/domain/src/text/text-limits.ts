import { mailAddressLength } from "./mail-address.ts";

/** Longest texts, in characters as people count them (code points). Contracts, fields and guidance all read them here. */
export const textLimits = {
  /** The answer to a question that asks for a text; the guidance of those indicators names the same number. */
  answerText: 4_000,
  comment: 4_000,
  /** Why there is no value. */
  missingReason: 2_000,
  evidenceTitle: 300,
  evidenceUrl: 1_000,
  evidenceLocator: 300,
  /** A note between country and secretariat, and a question of the secretariat. */
  note: 4_000,
  /** Why a report is withdrawn, extended or exempted. */
  actReason: 2_000,
  /** What is put before the Network: its title, its words, and what is answered to it. */
  matterSubject: 300,
  matterBody: 20_000,
  matterReply: 4_000,
  /** A point of the report of a meeting, in one language. */
  reportPoint: 4_000,
  /** Where a meeting is, and the published report from which it was entered. */
  meetingPlace: 200,
  meetingSource: 120,
  /** The secretariat's own words above a reminder. */
  noticeText: 2_000,
  personName: 120,
  institution: 200,
  salutation: 120,
  mailAddress: mailAddressLength,
  /** For its least length see `shortestPassword`. */
  password: 128,
} as const;

/** Length in code points. */
export function textLength(text: string): number {
  return [...text].length;
}

/** Fewest characters of a new password, as `passwordLength` counts them. */
export const shortestPassword = 15;

/** Length in code points of a password in the form in which it is hashed (NFKC). */
export function passwordLength(password: string): number {
  return textLength(password.normalize("NFKC"));
}

export function isTooLong(text: string, limit: number): boolean {
  // Most texts are short in code units already: no need to count code points.
  return text.length > limit && textLength(text) > limit;
}

/** Fewest characters of the reason for an act: fewer would tell the reader of the record nothing. */
export const shortestActReason = 5;

/** Is the reason long enough to be recorded with its act, and not too long? */
export function isActReason(reason: string): boolean {
  return reason.trim().length >= shortestActReason && !isTooLong(reason, textLimits.actReason);
}
