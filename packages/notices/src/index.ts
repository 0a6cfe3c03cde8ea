export { accountActMail, securityMail, ticketMail } from "./account-mails.ts";
export { tellOfCancelledRound } from "./cancelled-round.ts";
export { type LedgerOfCountry, loadLedger } from "./ledger.ts";
export type { SecurityEvent } from "./letters/account.ts";
export type { AboutAccount, AccountEvent } from "./letters/account-acts.ts";
export { portalPages } from "./letters/portal-pages.ts";
export { domainOf } from "./mail-address.ts";
export { type MailIdentity, readableText } from "./mail-bytes.ts";
export { type MailPerson, type NewMail, newMail } from "./new-mail.ts";
export { planRound } from "./plan-notices.ts";
export { type Addressee, loadRecipients, peopleOf, type Recipient } from "./recipients.ts";
export { datesToldIn } from "./reporting-state.ts";
export {
  type LeftOutReason,
  previewResend,
  type Resend,
  type ResendRequest,
  sendResend,
} from "./resend-notices.ts";
export { type DeliveryTiming, defaultTiming } from "./retry-schedule.ts";
export {
  runScheduler,
  type Scheduler,
  type SchedulerConfig,
  type SchedulerDeps,
  schedulerByHand,
} from "./run-scheduler.ts";
export { type SimulatedStep, simulateNotices } from "./simulate-notices.ts";
export { ticketHash, ticketToken } from "./ticket.ts";
export type { WritingConfig } from "./write-notices.ts";
