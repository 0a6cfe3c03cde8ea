export { type SignatureNews, tellOfReceipt, tellOfSignature } from "./calendar/acts-of-country.ts";
export { tellOfCancelledRound } from "./calendar/cancelled-round.ts";
export { countriesToWriteTo, type LetterCountry, type WrittenLetter, writeLetter } from "./calendar/country-letter.ts";
export { type LedgerOfCountry, loadLedger, timesAsked } from "./calendar/ledger.ts";
export type { WritingConfig } from "./calendar/message.ts";
export { planRound } from "./calendar/plan.ts";
export { planAll } from "./calendar/plan-all.ts";
export {
  type PreviewedWording,
  previewStates,
  previewStatesOf,
  previewWording,
} from "./calendar/preview-wording.ts";
export { type Addressee, peopleOf } from "./calendar/recipients.ts";
export { previewResend, type Resend, sendResend } from "./calendar/resend.ts";
export type { LeftOutReason, ResendRequest } from "./calendar/resend-choice.ts";
export { type SimulatedStep, simulateNotices } from "./calendar/simulate.ts";
export { type MailIdentity, readableText } from "./delivery/mail-bytes.ts";
export { type DeliveryTiming, defaultTiming } from "./delivery/retry-schedule.ts";
export {
  runScheduler,
  type Scheduler,
  type SchedulerConfig,
  type SchedulerDeps,
  schedulerByHand,
} from "./delivery/run-scheduler.ts";
export type { AboutAccount, AccountEvent } from "./letters/account-acts.ts";
export { accountActMail, sectionLinkMail, securityMail, ticketMail } from "./letters/account-mails.ts";
export { builtInWording } from "./letters/built-in-wording.ts";
export { type Block as MessageBlock, messageRuns } from "./letters/letter.ts";
export { withoutLink } from "./letters/link-words.ts";
export { domainOf } from "./letters/mail-address.ts";
export { type MailPerson, type NewMail, newMail } from "./letters/new-mail.ts";
export { portalPages } from "./letters/portal-pages.ts";
export type { GivenBackAnswer, SectionChanges } from "./letters/section-link.ts";
export type { SecurityEvent } from "./letters/security.ts";
export { answerToken, ticketHash, ticketToken } from "./letters/ticket.ts";
