import type { Tx } from "@avances/db";
import * as activityQueries from "@avances/db/queries/activity-queries";
import * as agendaQueries from "@avances/db/queries/agenda-queries";
import * as answerQueries from "@avances/db/queries/answer-queries";
import * as answerSavingQueries from "@avances/db/queries/answer-saving-queries";
import * as auditQueries from "@avances/db/queries/audit-queries";
import * as bodyQueries from "@avances/db/queries/body-queries";
import * as calendarQueries from "@avances/db/queries/calendar-queries";
import * as commentQueries from "@avances/db/queries/comment-queries";
import * as commitmentQueries from "@avances/db/queries/commitment-queries";
import * as deskQueries from "@avances/db/queries/desk-queries";
import * as digestQueries from "@avances/db/queries/digest-queries";
import * as documentQueries from "@avances/db/queries/document-queries";
import * as eventQueries from "@avances/db/queries/event-queries";
import * as exchangeQueries from "@avances/db/queries/exchange-queries";
import * as fileQueries from "@avances/db/queries/file-queries";
import * as guidelineQueries from "@avances/db/queries/guideline-queries";
import * as holdQueries from "@avances/db/queries/hold-queries";
import * as idempotencyQueries from "@avances/db/queries/idempotency-queries";
import * as ledgerQueries from "@avances/db/queries/ledger-queries";
import * as letterQueries from "@avances/db/queries/letter-queries";
import * as liveQueries from "@avances/db/queries/live-queries";
import * as mailQueries from "@avances/db/queries/mail-queries";
import * as mailReplyQueries from "@avances/db/queries/mail-reply-queries";
import * as matterNewsQueries from "@avances/db/queries/matter-news-queries";
import * as matterQueries from "@avances/db/queries/matter-queries";
import * as matterRequestQueries from "@avances/db/queries/matter-request-queries";
import * as meetingQueries from "@avances/db/queries/meeting-queries";
import * as missingPartQueries from "@avances/db/queries/missing-part-queries";
import * as narrativeQueries from "@avances/db/queries/narrative-queries";
import * as noticeQueries from "@avances/db/queries/notice-queries";
import * as ownNetworkQueries from "@avances/db/queries/own-network-queries";
import * as passwordQueries from "@avances/db/queries/password-queries";
import * as peopleQueries from "@avances/db/queries/people-queries";
import * as preparationQueries from "@avances/db/queries/preparation-queries";
import * as progressRequestQueries from "@avances/db/queries/progress-request-queries";
import * as proposalQueries from "@avances/db/queries/proposal-queries";
import * as proposedStepQueries from "@avances/db/queries/proposed-step-queries";
import * as publicationConsentQueries from "@avances/db/queries/publication-consent-queries";
import * as quietQueries from "@avances/db/queries/quiet-queries";
import * as receivedReportsQueries from "@avances/db/queries/received-reports-queries";
import * as recipientQueries from "@avances/db/queries/recipient-queries";
import * as reportQueries from "@avances/db/queries/report-queries";
import * as reportingStateQueries from "@avances/db/queries/reporting-state-queries";
import * as roundStatusQueries from "@avances/db/queries/round-status-queries";
import * as scheduledReminderQueries from "@avances/db/queries/scheduled-reminder-queries";
import * as sectionQueries from "@avances/db/queries/section-queries";
import * as sectionReminderQueries from "@avances/db/queries/section-reminder-queries";
import * as sessionQueries from "@avances/db/queries/session-queries";
import * as signatureQueries from "@avances/db/queries/signature-queries";
import * as submissionInRoundQueries from "@avances/db/queries/submission-in-round-queries";
import * as submissionQueries from "@avances/db/queries/submission-queries";
import * as threadQueries from "@avances/db/queries/thread-queries";
import * as throttleQueries from "@avances/db/queries/throttle-queries";
import * as ticketQueries from "@avances/db/queries/ticket-queries";
import * as unseenQuestionQueries from "@avances/db/queries/unseen-question-queries";
import * as userQueries from "@avances/db/queries/user-queries";
import * as verdictQueries from "@avances/db/queries/verdict-queries";
import * as versionQueries from "@avances/db/queries/version-queries";
import * as voiceQueries from "@avances/db/queries/voice-queries";
import * as wordingQueries from "@avances/db/queries/wording-queries";

export type Query = (tx: Tx, ...args: never[]) => Promise<unknown>;

/** Every file of queries about things that belong to a country or a person. */
export const modules: Readonly<Record<string, object>> = {
  "agenda-queries": agendaQueries,
  "answer-queries": answerQueries,
  "answer-saving-queries": answerSavingQueries,
  "audit-queries": auditQueries,
  "body-queries": bodyQueries,
  "calendar-queries": calendarQueries,
  "comment-queries": commentQueries,
  "thread-queries": threadQueries,
  "desk-queries": deskQueries,
  "digest-queries": digestQueries,
  "document-queries": documentQueries,
  "event-queries": eventQueries,
  "exchange-queries": exchangeQueries,
  "file-queries": fileQueries,
  "hold-queries": holdQueries,
  "proposed-step-queries": proposedStepQueries,
  "scheduled-reminder-queries": scheduledReminderQueries,
  "idempotency-queries": idempotencyQueries,
  "ledger-queries": ledgerQueries,
  "letter-queries": letterQueries,
  "live-queries": liveQueries,
  "mail-queries": mailQueries,
  "mail-reply-queries": mailReplyQueries,
  "matter-queries": matterQueries,
  "matter-news-queries": matterNewsQueries,
  "matter-request-queries": matterRequestQueries,
  "progress-request-queries": progressRequestQueries,
  "commitment-queries": commitmentQueries,
  "meeting-queries": meetingQueries,
  "missing-part-queries": missingPartQueries,
  "narrative-queries": narrativeQueries,
  "own-network-queries": ownNetworkQueries,
  "guideline-queries": guidelineQueries,
  "notice-queries": noticeQueries,
  "password-queries": passwordQueries,
  "people-queries": peopleQueries,
  "proposal-queries": proposalQueries,
  "publication-consent-queries": publicationConsentQueries,
  "preparation-queries": preparationQueries,
  "quiet-queries": quietQueries,
  "verdict-queries": verdictQueries,
  "received-reports-queries": receivedReportsQueries,
  "recipient-queries": recipientQueries,
  "report-queries": reportQueries,
  "reporting-state-queries": reportingStateQueries,
  "round-status-queries": roundStatusQueries,
  "section-queries": sectionQueries,
  "section-reminder-queries": sectionReminderQueries,
  "session-queries": sessionQueries,
  "signature-queries": signatureQueries,
  "submission-in-round-queries": submissionInRoundQueries,
  "submission-queries": submissionQueries,
  "throttle-queries": throttleQueries,
  "ticket-queries": ticketQueries,
  "unseen-question-queries": unseenQuestionQueries,
  "user-queries": userQueries,
  "version-queries": versionQueries,
  "activity-queries": activityQueries,
  "voice-queries": voiceQueries,
  "wording-queries": wordingQueries,
};

/** Readable by everybody who signs in, or by the public, or only by the programs themselves. */
export const ofEverybody = [
  "form-queries",
  "heartbeat-queries",
  "instance-queries",
  "public-state-queries",
  "public-voice-queries",
  "reference-queries",
  "release-queries",
  "round-queries",
  "safety-queries",
];

export const queries: Readonly<Record<string, Query>> = Object.fromEntries(
  Object.values(modules).flatMap((module) =>
    Object.entries(module).filter((each): each is [string, Query] => typeof each[1] === "function"),
  ),
);
