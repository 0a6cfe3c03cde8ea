import type { Answer, Answers } from "@avances/domain/answer";
import type {
  accountRequest,
  answer,
  appUser,
  exchange,
  letter,
  mailReply,
  notice,
  outgoingMail,
  proposedAnswer,
  publicationConsent,
  remarkSeen,
  reopenedAnswer,
  reviewComment,
  round,
  roundAct,
  section,
  sectionReminder,
  signatureStep,
  submission,
  submissionAct,
  submissionVersion,
  threadClosing,
  ticket,
  versionAnswer,
} from "../schema/index.ts";

export type RoundRow = typeof round.$inferSelect;
export type RoundActRow = typeof roundAct.$inferSelect;
export type SubmissionRow = typeof submission.$inferSelect;
export type SubmissionActRow = typeof submissionAct.$inferSelect;
/**
 * An answer of a working copy, without what whoever asks for it knows: submission and country. The id of its author never leaves the server. Without
 * the mark `answered` either, which is for those who may not read the answer: whoever reads it asks the rules.
 */
export type AnswerRow = Omit<typeof answer.$inferSelect, "submissionId" | "countryCode" | "answered">;
export type PublicationConsentRow = typeof publicationConsent.$inferSelect;
export type SignatureStepRow = typeof signatureStep.$inferSelect;
export type VersionRow = typeof submissionVersion.$inferSelect;
export type VersionAnswerRow = typeof versionAnswer.$inferSelect;
export type CommentRow = typeof reviewComment.$inferSelect;
export type ThreadClosingRow = typeof threadClosing.$inferSelect;
export type RemarkSeenRow = typeof remarkSeen.$inferSelect;
export type ReopenedAnswerRow = typeof reopenedAnswer.$inferSelect;
export type AccountRequestRow = typeof accountRequest.$inferSelect;
export type UserRow = typeof appUser.$inferSelect;
export type NoticeRow = typeof notice.$inferSelect;
export type NewNoticeRow = typeof notice.$inferInsert;
export type ExchangeRow = typeof exchange.$inferSelect;
export type LetterRow = typeof letter.$inferSelect;
export type SectionRow = typeof section.$inferSelect;
export type SectionReminderRow = typeof sectionReminder.$inferSelect;
export type ProposalRow = typeof proposedAnswer.$inferSelect;
export type TicketRow = typeof ticket.$inferSelect;
export type MailRow = typeof outgoingMail.$inferSelect;
export type NewMailRow = typeof outgoingMail.$inferInsert;
export type MailReplyRow = typeof mailReply.$inferSelect;
export type NewMailReplyRow = typeof mailReply.$inferInsert;

type StoredAnswer = Pick<AnswerRow, "indicatorCode" | "state" | "value" | "reason" | "comment" | "evidence">;

/** The answer in the domain's form, without author and time. */
export function toAnswer(row: StoredAnswer): Answer {
  const { indicatorCode, state, value, reason, comment, evidence } = row;
  return { indicatorCode, state, value, reason, comment, evidence };
}

/** Answers by indicator code. Cleared answers of a working copy are left out. */
export function toAnswers(rows: readonly (StoredAnswer & { readonly cleared?: boolean })[]): Answers {
  return new Map(rows.filter((row) => row.cleared !== true).map((row) => [row.indicatorCode, toAnswer(row)]));
}
