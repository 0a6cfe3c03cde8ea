import type { Language } from "@avances/domain/catalogue";
import type { NoticeStep } from "@avances/domain/round";
import { clarificationsReminder, questionsUnseen, returned } from "./clarification.ts";
import { roundClosed, roundReopened } from "./closed-round.ts";
import { accepted, published, receipt } from "./decision.ts";
import { forInformation } from "./for-information.ts";
import type { Block, Letter } from "./letter.ts";
import { exempted, expectedAgain, extended, returnDate, roundCancelled } from "./new-date.ts";
import type { NoticeFacts, NoticeLetters } from "./notice-facts.ts";
import { opening } from "./opening.ts";
import { closing, escalation, overdue } from "./overdue.ts";
import { before1, before7, before14, before30, dueToday } from "./reminder.ts";
import { resend } from "./resend.ts";
import { signatureAsked, signatureGiven, signatureRefused } from "./signature.ts";

/** The letter of each step to those who are asked for something by it, or did it: who reports, and who signs. */
const toCountry: Readonly<Record<NoticeStep, NoticeLetters>> = {
  opening,
  before_30: before30,
  before_14: before14,
  before_7: before7,
  before_1: before1,
  due_today: dueToday,
  overdue_1: overdue,
  overdue_7: overdue,
  escalation_14: escalation,
  escalation_30: escalation,
  closing_45: closing,
  returned_before_5: clarificationsReminder,
  returned_before_1: clarificationsReminder,
  returned_overdue_1: clarificationsReminder,
  returned,
  submitted: receipt,
  accepted,
  published,
  extended,
  return_date: returnDate,
  exempted,
  expected_again: expectedAgain,
  round_cancelled: roundCancelled,
  round_closed: roundClosed,
  round_reopened: roundReopened,
  signature_asked: signatureAsked,
  signature_given: signatureGiven,
  signature_refused: signatureRefused,
  questions_unseen: questionsUnseen,
  resend,
};

/** Subject and text of a notice in the language of its reader. */
export function noticeLetter(facts: NoticeFacts, language: Language): Letter<Block> {
  const letters = facts.reader === "reporter" || facts.reader === "signer" ? toCountry[facts.step] : forInformation;
  return letters[language](facts);
}
