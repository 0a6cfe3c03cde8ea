export { type SignatureNews, tellOfReceipt, tellOfSignature } from "./calendar/acts-of-country.ts";
export { refuseAskedMeanwhile } from "./calendar/asked-meanwhile.ts";
export { tellOfCancelledRound } from "./calendar/cancelled-round.ts";
export {
  type ClosingOfCountry,
  type StandingAtClosing,
  tellOfRound,
  whatClosingMeans,
} from "./calendar/closed-round.ts";
export { countriesToWriteTo, type LetterCountry, type WrittenLetter, writeLetter } from "./calendar/country-letter.ts";
export {
  type LastTold,
  type LedgerOfCountry,
  lastAskedOn,
  lastTold,
  ledgerFrom,
  loadLedger,
  numberOfLastMessage,
  type ToldNotice,
  timesAsked,
} from "./calendar/ledger.ts";
export { messagesByHand, sendByHand } from "./calendar/matter-requests.ts";
export {
  askState,
  awaitsAnswer,
  loadSides,
  loadWriting,
  mayAnswer,
  type Sides,
  sidesOf,
  type Writing,
} from "./calendar/matter-sides.ts";
export type { WritingConfig } from "./calendar/message.ts";
export { confirmationsFrom, confirmationsSince } from "./calendar/notice-state.ts";
export { planRound } from "./calendar/plan.ts";
export { planAll } from "./calendar/plan-all.ts";
export { mailsLookedBack } from "./calendar/plan-requests.ts";
export { type PlannedLetter, type PlannedMail, plannedLetters, plannedMails } from "./calendar/planned-mails.ts";
export { previewStates, previewStatesOf } from "./calendar/preview-report.ts";
export type { PreviewedWording } from "./calendar/preview-shown.ts";
export { previewWording } from "./calendar/preview-wording.ts";
export {
  type ProgressByHand,
  progressMessages,
  sendProgressByHand,
} from "./calendar/progress-requests.ts";
export { type AskedMeeting, asksTo, findAskedMeeting, progressState } from "./calendar/progress-state.ts";
export { type OpenProposal, openProposals } from "./calendar/proposals.ts";
export { type Addressee, peopleOf } from "./calendar/recipients.ts";
export { previewResend, type Resend, sendResend } from "./calendar/resend.ts";
export type { LeftOutReason, ResendCountry, ResendRequest } from "./calendar/resend-choice.ts";
export {
  changeReminder,
  daysToRemind,
  previewSchedule,
  scheduleReminders,
  withdrawReminder,
} from "./calendar/schedule.ts";
export { readScheduledRound, type ScheduledRound, scheduledState, standingOf } from "./calendar/scheduled-standing.ts";
export { type SimulatedStep, simulateNotices } from "./calendar/simulate.ts";
export { refuseOtherWords, versionsIn } from "./calendar/wordings.ts";
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
export { calendarFile } from "./letters/calendar-file.ts";
export {
  activityEntry,
  calendarNames,
  countryEntry,
  type EntryStanding,
  entryStanding,
  meetingEntry,
  progressEntry,
  roundEntry,
} from "./letters/calendar-words.ts";
export { contactOf, reachedBy } from "./letters/contact.ts";
export { dateInWords, timeInWords, weekdayInWords } from "./letters/dates.ts";
export { type Block as MessageBlock, messageRuns } from "./letters/letter.ts";
export { domainOf } from "./letters/mail-address.ts";
export { asDemonstration, type MailPerson, type NewMail, newMail } from "./letters/new-mail.ts";
export { pageLink, portalPages } from "./letters/portal-pages.ts";
export type { GivenBackAnswer, SectionChanges } from "./letters/section-link.ts";
export type { SecurityEvent } from "./letters/security.ts";
export { answerToken, ticketHash, ticketToken } from "./letters/ticket.ts";
export { testMail } from "./letters/trial-mail.ts";
export { noteReply } from "./replies/note-reply.ts";
export { readReply } from "./replies/read-reply.ts";
