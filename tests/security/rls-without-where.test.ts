import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { inspect } from "node:util";
import { type Database, databaseFault, openDatabase, type Tx } from "@avances/db";
import * as activityQueries from "@avances/db/queries/activity-queries";
import * as agendaQueries from "@avances/db/queries/agenda-queries";
import * as answerQueries from "@avances/db/queries/answer-queries";
import * as answerSavingQueries from "@avances/db/queries/answer-saving-queries";
import * as auditQueries from "@avances/db/queries/audit-queries";
import * as bodyQueries from "@avances/db/queries/body-queries";
import * as calendarQueries from "@avances/db/queries/calendar-queries";
import * as commentQueries from "@avances/db/queries/comment-queries";
import * as commitmentQueries from "@avances/db/queries/commitment-queries";
import type { DeskRows } from "@avances/db/queries/desk-queries";
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
import { matterTables, reportOf } from "@avances/db/testing/matters";
import { seedTwoCountries, type TwoCountries, year } from "@avances/db/testing/two-countries";
import { bareStatement, withoutConditions } from "@avances/db/testing/without-conditions";
import { type Actor, countryRoles, type Role, roles, scopeOf } from "@avances/domain/access";
import { mailKindsOfWork } from "@avances/domain/round";
import { createTestDatabase, type TestDatabase, testClient } from "@avances/testing";
import { getTableName } from "drizzle-orm";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

type Query = (tx: Tx, ...args: never[]) => Promise<unknown>;

/** Every file of queries about things that belong to a country or a person. */
const modules: Readonly<Record<string, object>> = {
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
const ofEverybody = [
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

const queries: Readonly<Record<string, Query>> = Object.fromEntries(
  Object.values(modules).flatMap((module) =>
    Object.entries(module).filter((each): each is [string, Query] => typeof each[1] === "function"),
  ),
);

let database: TestDatabase;
let db: Database;
let seed: TwoCountries;
let owner: pg.Client;
/** Ids of the foreign country's rows, which somebody else will ask for. */
let theirs: {
  submission: string;
  version: string;
  user: string;
  email: string;
  notice: string;
  mail: string;
  batch: string;
  section: string;
  proposal: string;
  exchange: string;
  meeting: string;
  report: string;
  reportPoint: string;
  matter: string;
  reply: string;
  term: string;
  point: string;
  request: string;
  quietPeriod: string;
  hold: string;
  proposedStep: string;
  scheduledReminder: string;
  wording: string;
  letter: string;
  file: string;
};
/** Country and day of every holiday of the public list. */
let holidays: ReadonlySet<string>;
/** Words that occur only in the foreign country's rows. */
let secrets: readonly string[];
let reads: Readonly<Record<string, readonly unknown[]>>;
let writes: Readonly<Record<string, readonly unknown[]>>;

const visitors = [
  ...countryRoles.map((role) => [role, "CRI"] as const),
  ...roles
    .filter((role) => role !== "secretariat" && !(countryRoles as readonly Role[]).includes(role))
    .map((role) => [role] as const),
];

beforeAll(async () => {
  database = await createTestDatabase();
  seed = await seedTwoCountries(database.ownerUrl);
  db = openDatabase({ url: database.url, poolSize: 4, onError: (error) => expect.fail(error.message) });
  owner = testClient({ connectionString: database.ownerUrl });
  await owner.connect();
  const focalPoint = seed.actor("focal_point", "MEX").userId;
  const id = async (statement: string) => (await owner.query(statement)).rows[0].id as string;
  theirs = {
    submission: seed.submissionOf.MEX,
    version: seed.versionOf.MEX,
    user: focalPoint,
    email: "focal_point.mex@example.org",
    notice: await id("select id from app.notice where country_code = 'MEX'"),
    mail: await id("select id from app.outgoing_mail where country_code = 'MEX'"),
    batch: await id("select id from app.notice_batch where 'MEX' = any(countries)"),
    exchange: await id("select id from app.exchange where country_code = 'MEX'"),
    meeting: await id("select id from app.meeting"),
    report: await id(
      "select r.matter_id as id from app.report r join app.matter m on m.id = r.matter_id where m.author_code = 'MEX' and m.state = 'draft'",
    ),
    reportPoint: await id(
      "select p.id from app.report_point p join app.matter m on m.id = p.matter_id where m.author_code = 'MEX' and m.state = 'draft'",
    ),
    matter: await id("select id from app.matter where author_code = 'MEX' and state = 'filed'"),
    reply: await id(
      "select r.id from app.matter_reply r join app.matter m on m.id = r.matter_id where m.author_code = 'MEX'",
    ),
    term: await id("select id from app.body_term"),
    point: await id(
      "select a.matter_id as id from app.agenda_item a join app.matter m on m.id = a.matter_id where m.author_code = 'MEX'",
    ),
    request: await id("select id from app.matter_request where participant_code = 'MEX'"),
    section: await id("select id from app.section where country_code = 'MEX'"),
    hold: await id("select id from app.hold where country_code = 'MEX'"),
    proposedStep: await id("select id from app.proposed_step where country_code = 'MEX'"),
    scheduledReminder: await id("select id from app.scheduled_reminder where country_code = 'MEX'"),
    wording: await id("select id from app.notice_wording"),
    letter: await id("select code as id from app.letter where country_code = 'MEX'"),
    file: await id("select id from app.file where participant_code = 'MEX'"),
    quietPeriod: await id("select id from app.quiet_period where country_code = 'MEX'"),
    proposal: await id(
      "select id from app.proposed_answer where country_code = 'MEX' and indicator_code = 'TIP-PRO-02'",
    ),
  };
  const listed = await owner.query("select country_code || ' ' || day as listed from ref.holiday");
  holidays = new Set(listed.rows.map((row) => row.listed));
  const people = countryRoles.map((role) => seed.actor(role, "MEX"));
  secrets = [
    "canary MEX",
    "canary-hash",
    "focal_point.MEX@",
    theirs.version,
    theirs.notice,
    theirs.mail,
    ...people.flatMap((person) => [person.userId, person.displayName]),
  ];

  const {
    submission,
    version,
    user,
    email,
    notice,
    mail,
    batch,
    section,
    proposal,
    exchange,
    quietPeriod,
    hold,
    wording,
    letter,
  } = theirs;
  const now = new Date();
  const beginning = new Date(0);
  const today = { day: "2026-04-20", elsewhere: {} };
  const hash = "h".repeat(43);
  reads = {
    lastReceivedReportsAct: [],
    listMeetings: [],
    findMeeting: [theirs.meeting],
    lockMeeting: [theirs.meeting],
    listMeetingActs: [theirs.meeting],
    listAttendance: [theirs.meeting],
    listAgenda: [theirs.meeting],
    listTerms: ["COALITION"],
    listTermsInRoles: [["secretariat", "presidency"]],
    findTerm: [theirs.term],
    lockTermsOf: ["COALITION"],
    findReportOfMeeting: [theirs.meeting],
    listConsideredReports: [],
    findReport: [theirs.report],
    lockReportOfMeeting: [theirs.meeting],
    listReportPoints: [theirs.report],
    listReportFigures: [theirs.report],
    listReportVersions: [theirs.report],
    findReportVersion: [theirs.report, 1],
    listReportComments: [theirs.report],
    listItemsForReport: [theirs.meeting],
    lockMeetingsOf: ["LON"],
    isDayTaken: [{ bodyCode: "LON", heldOn: "2026-03-10", id: randomUUID() }],
    listFirstSubmissions: [year],
    findMatter: [theirs.matter, "commitment"],
    findAnyMatter: [theirs.matter],
    listMattersNamed: [[theirs.matter]],
    listLatestFiled: ["CRI", ["document", "commitment"], 100],
    listSentUnread: ["MEX"],
    holdMatter: [theirs.matter],
    lockMatter: [theirs.matter, "commitment"],
    lockMatters: [[theirs.matter], "commitment"],
    listMatterVersions: [theirs.matter],
    listTranslations: [[theirs.matter]],
    listSeen: [theirs.matter],
    listMatterActs: [theirs.matter],
    listMatterReplies: [[theirs.matter]],
    listCommitments: [{}, today, null],
    countCommitments: [{}, today],
    boardOfCommitments: [today],
    findCommitment: [theirs.matter],
    listDispatches: [[theirs.matter]],
    listSendableVersions: [[theirs.matter]],
    wasSentAlong: [theirs.matter],
    listSentAlongTo: [theirs.matter],
    listMatterMessages: [theirs.matter],
    listCommitmentsOfNote: [
      { answeredSince: new Date("2020-01-01T00:00:00Z"), from: "2020-01-01", until: "2030-12-31" },
    ],
    listCommitmentsToAsk: [{ from: "2020-01-01", until: "2030-12-31" }],
    findCommitmentToAsk: [theirs.matter],
    listMatterRequests: [[theirs.matter]],
    countRequestsTo: ["MEX"],
    listRequestsTo: ["MEX", { limit: 50, offset: 0 }],
    findMatterRequest: [theirs.request],
    listMeetingsToAsk: [{ from: "2020-01-01", until: "2035-12-31" }],
    findMeetingToAsk: [theirs.meeting],
    findMeetingsToAsk: [[theirs.meeting]],
    listFiledProgress: [[theirs.meeting]],
    listMemberTerms: ["LON"],
    listProgressRequests: [[theirs.meeting]],
    countProgressRequestsTo: ["MEX"],
    listProgressRequestsTo: ["MEX", { limit: 50, offset: 0 }],
    findProgressRequest: [theirs.request],
    listDocuments: [{ words: "canary" }, { limit: 50, offset: 0 }],
    countDocuments: [{ words: "canary" }],
    findDocument: [theirs.matter],
    listDocumentLinks: [[theirs.matter]],
    listStoredFiles: ["MEX", [theirs.file]],
    listVoices: [
      { kind: "recommendation", author: "MEX" },
      { limit: 50, offset: 0 },
    ],
    countVoices: [{ kind: "recommendation", author: "MEX" }],
    findVoice: [theirs.matter],
    listVoicesNamed: [[theirs.matter]],
    listReportsThatSpeakOf: [theirs.matter],
    listNarratives: [theirs.meeting],
    findNarrative: [theirs.matter],
    lockNarrativesOf: ["MEX", theirs.meeting],
    listNarrativesBeside: [{ country: "MEX" }, 40],
    whoShared: [theirs.meeting],
    listGuidelineSets: [],
    lockGuidelineSets: [],
    listGuidelineStatements: [{ country: "MEX" }],
    findGuidelineStatement: [theirs.matter],
    listViewsToAnswer: [],
    listUnopenedViews: [],
    hasRecentNews: [{ at: beginning, day: "2000-01-01" }],
    listViewsToTell: [{ at: beginning, day: "2000-01-01" }],
    findToldViews: [[theirs.matter]],
    listDocumentsToTell: [{ at: beginning, day: "2000-01-01" }],
    findToldDocuments: [[theirs.matter]],
    listMatterNews: [[theirs.matter]],
    findNewsOfMail: [theirs.matter],
    lockNewsTo: ["MEX"],
    listStances: [[theirs.matter]],
    listCompletion: [[theirs.matter]],
    listVoiceLinks: [[theirs.matter]],
    listActivities: [{}, today, { limit: 50, offset: 0 }],
    listAllActivities: [{}, today],
    countActivities: [{}, today],
    offeredByActivities: [today],
    findActivity: [theirs.matter],
    listActivityLinks: [[theirs.matter]],
    listSupport: [[theirs.matter]],
    listDeclines: [[theirs.matter]],
    listEndorsements: [[theirs.matter]],
    listHeld: [[theirs.matter]],
    listActivityAttendance: [[theirs.matter]],
    listEvaluations: [[theirs.matter]],
    listResults: [[theirs.matter]],
    listFilesOf: [{ matterIds: [theirs.matter] }],
    lockReceivedReports: [],
    findFile: [theirs.file],
    lockAnnouncedFile: [theirs.file],
    lockFilesOf: ["MEX"],
    bytesSince: ["MEX", beginning],
    listStatesOfKeys: [[theirs.file.replaceAll("-", "")]],
    mayShowReceived: [],
    listAnswers: [submission],
    stampOfAnswers: [submission],
    listAnswersTo: [submission, ["TIP-PRO-01", "TIP-PRO-02"]],
    lockToSave: [submission, ["TIP-PRO-01", "TIP-PRO-02"]],
    previousAcceptedVersion: [submission],
    earlierSubmissions: [submission],
    listComments: [submission],
    listSecretariatRemarks: [submission],
    listThreadClosings: [submission],
    listRemarksSeen: [submission],
    findRemarksSeen: [[randomUUID()]],
    listReopenedAnswers: [submission],
    listOpenedAnswers: [submission],
    listSubmissionActs: [submission],
    listMails: [{ limit: 1000 }],
    findMail: [mail],
    mailHealth: [],
    countReplies: [mail],
    lockMailByMessageId: [`<${notice}@example.org>`],
    findBounceOfAttempt: [mail, 0],
    refusedAmong: [["focal_point.MEX@example.org"]],
    isAddressRefused: ["focal_point.MEX@example.org"],
    listReplies: [[mail]],
    listNoticeReplies: [{ country: "MEX" }],
    findPosition: ["mailbox"],
    findNotice: [notice],
    findNoticeInRound: [notice],
    hasLaterNotice: [notice],
    listCompanions: [
      {
        roundYear: year,
        countryCode: "MEX",
        step: "opening",
        anchorDate: "2026-02-01",
        batchId: randomUUID(),
      } as never,
    ],
    listActiveHolds: [now],
    listHeldDays: [now],
    listHolds: [year],
    listStepSettings: [],
    readStepFacts: [beginning],
    listStepChanges: [],
    lockStepSettings: [],
    listWaitingReminders: [year],
    listScheduledReminders: [year],
    listSettledReminders: [beginning],
    claimScheduledReminder: [theirs.scheduledReminder],
    settleScheduledReminder: [theirs.scheduledReminder, now],
    listReminderMessages: [[theirs.scheduledReminder]],
    endScheduledReminder: [theirs.scheduledReminder, { ended: "withdrawn", at: now, userId: user, name: "planted" }],
    insertScheduledReminders: [
      [
        {
          ...{ id: randomUUID(), roundYear: year, countryCode: "MEX", sendAt: now, ownTexts: {} },
          ...{ createdAt: now, createdBy: user, createdByName: "planted" },
        },
      ],
    ],
    listProposedSteps: [year],
    findProposedStep: [theirs.proposedStep],
    decideProposedStep: [
      theirs.proposedStep,
      { decision: "declined", at: now, userId: user, name: "planted", reason: "planted" },
    ],
    insertProposedSteps: [
      [
        {
          ...{ id: randomUUID(), roundYear: year, countryCode: "MEX", step: "escalation_14" },
          ...{ anchorDate: "2026-04-30", proposedAt: now },
        },
      ],
    ],
    insertStepSetting: [
      {
        ...{ id: randomUUID(), step: "overdue_1", needsConfirmation: true, reason: "planted", changedAt: now },
        ...{ changedBy: user, changedByName: "planted" },
      },
    ],
    listDigestsSince: ["2026-01-01"],
    listLastDigests: [[year]],
    listDeclined: [],
    findDigest: [mail],
    listAnswersSince: [beginning],
    listDeadSince: [beginning],
    listEndedHolds: [{ from: "2026-01-01", before: "2027-01-01" }],
    listProposersSince: [[submission], beginning],
    listQuestionsSince: [[submission], beginning],
    findFeedOf: [user],
    findFeedOwner: [hash],
    listRoundDates: ["2026-01-01"],
    listDueDates: [{ since: "2026-01-01", country: null }],
    listWithdrawnDates: ["2026-12-31"],
    listCancelledRoundsOf: ["MEX"],
    listPreparations: [],
    lockPreparation: [2031],
    listGroupChanges: [],
    listAnnouncedDays: [year],
    listVerdicts: [submission],
    countMarks: [],
    lockVerdicts: [submission],
    listReviewPromises: [],
    listPromisedDays: [],
    findPromisedDays: [beginning],
    lockReviewPromise: [],
    lockHolds: [year],
    lockLetter: [letter],
    listLetters: [{ roundYear: year }],
    listWordingsInForce: [],
    listWordings: [],
    listWordingVersions: ["resend_before", "es"],
    lockWording: ["resend_before", "es"],
    findWording: [wording],
    listDaysOff: [now],
    listQuietPeriods: ["MEX"],
    lockQuietPeriods: ["MEX"],
    listNotices: [year, "MEX"],
    wasAnnounced: [year, "2026-02-01"],
    readDesk: [{ year, roles: countryRoles, now, decidedSince: beginning }],
    listToldOfAcceptance: [[submission]],
    findNoticeBatch: [batch],
    lockReminders: [year],
    listLedger: [[year]],
    findExchange: [exchange],
    findAnswerOfNotice: [notice],
    findAnswerLink: [hash, now],
    listExchanges: ["MEX"],
    listAskMessages: ["MEX"],
    listAskedReports: ["MEX"],
    listNotedAndAnswers: [[year]],
    listMissingParts: [theirs.notice],
    listRecipients: [],
    listReportingStates: [{ roundYear: year }],
    listVersionsSince: [beginning],
    listActsSince: [beginning],
    findAccountRequest: [randomUUID()],
    listSubmissionsOfRound: [year],
    listEarlierReports: [year, year],
    findCaller: [randomUUID()],
    findSession: [randomUUID()],
    findRefreshToken: [hash],
    findCredentialByEmail: [email],
    findPasswordHash: [user],
    accountStates: [[user], now],
    countSecretariatMembers: [],
    hadSecondPerson: [],
    findWaitingRequest: [user],
    listWaitingRequests: [],
    accessOfAccounts: [roles],
    listRefusedAddresses: [user],
    listEventsOfPerson: [user, 100],
    listContactsToCheck: [now, 100],
    listMailedSince: [[user], beginning],
    findLink: [hash, "address_change", now],
    findThrottles: [["x"]],
    findSubmissionInRound: [submission],
    lockSubmissionInRound: [submission],
    lockSubmissionsInRound: [year],
    listSubmissionsInRounds: [{ country: "MEX" }],
    holdSubmission: [submission],
    findOpenTicket: [hash, "invitation", now],
    findOpenTicketOf: [user, "password_reset", now],
    linkWorks: [user, now],
    lockCredential: [user],
    findUser: [user],
    findUserByEmail: [email],
    listUsers: [],
    listActiveUsers: [countryRoles, ["MEX"]],
    findVersion: [submission, 1],
    listVersions: [submission],
    listVersionAnswers: [version],
    listConfirmedNotApplicable: [submission],
    confirmedInPublicVersions: [[submission]],
    findConsent: [submission],
    listConsents: [],
    listSignatureSteps: [submission],
    listAnswerAuthors: [submission],
    isLastSignatureStep: [randomUUID()],
    listProposalsBy: [submission, seed.actor("contributor", "MEX").userId],
    listProposalsFor: [submission],
    countOpenProposals: [submission],
    listSectionsOf: [submission],
    findSection: [submission, section],
    countSectionsAsked: [user, now],
    listSectionsByAddress: ["canary MEX section@example.org", "2026-01-01"],
    findSectionOfPerson: [section],
    listSectionsToRemind: [{ from: "2026-01-01", until: "2026-12-31" }],
    findRemindedSection: [mail],
    listProposalStates: [[seed.actor("contributor", "MEX").userId]],
    listSharedTalk: [{ unseenSince: beginning }],
    listSectionReminders: [[section]],
    lastSectionMails: [["focal_point.MEX@example.org"], beginning],
  };

  const answer = { state: "not_available", value: null, reason: "planted", comment: "planted", evidence: [] };
  const saving = {
    submissionId: submission,
    countryCode: "MEX",
    updatedAt: now,
    updatedBy: user,
    updatedByName: "planted",
  };
  const input = { ...answer, indicatorCode: "TIP-PRO-01", expectedRevision: 1, cleared: false };
  const act = {
    at: now,
    actor: people[0],
    action: "planted",
    objectType: "x",
    objectId: submission,
    countryCode: "MEX",
  };
  const under = { submissionId: submission, countryCode: "MEX" };
  writes = {
    insertFile: [
      {
        ...{ id: randomUUID(), storeKey: randomUUID().replaceAll("-", ""), name: "planted.pdf", fileType: "pdf" },
        ...{ bytes: 1, state: "announced", participantCode: "MEX", uploadedAt: now },
        ...{ uploadedBy: user, uploadedByName: "planted" },
      },
    ],
    settleFile: [theirs.file, { state: "stored", sha256: "planted", checkedBy: "planted" }],
    giveUpFiles: [now],
    writeSaved: [saving, [input], { expectedStatus: "submitted", status: "draft", answeredCount: 1 }, act],
    insertSection: [
      {
        ...under,
        id: randomUUID(),
        roundYear: year,
        indicators: ["TIP-PRO-01"],
        dueOn: "2026-04-15",
        invitedAt: now,
        invitedBy: user,
        invitedByName: "planted",
      },
    ],
    insertSectionReminder: [
      {
        ...{ id: randomUUID(), sectionId: section, countryCode: "MEX", step: "section_overdue", dueOn: "2026-04-15" },
        ...{ scheduledFor: now, createdAt: now },
      },
    ],
    setHandedIn: [section, now],
    removeSectionRow: [section, now],
    changeSectionRow: [
      { id: section, revision: 1 },
      {
        ...{ dueOn: "2026-04-20", indicators: ["TIP-PRO-01"], handedInAt: null },
        ...{ changedAt: now, changedByName: "planted", toldAt: now },
      },
    ],
    writeProposals: [
      { ...under, proposedBy: user, proposedByName: "planted", proposedAt: now },
      [{ ...answer, id: randomUUID(), indicatorCode: "TIP-PRO-01", cleared: false, revision: 3, decision: "open" }],
    ],
    decideProposal: [
      proposal,
      {
        ...{ decision: "taken", revision: 9, decidedAt: now, decidedBy: user, decidedByName: "planted" },
        ...{ note: "planted", before: null, takenRevision: 1 },
      },
    ],
    insertHold: [
      {
        ...{ id: randomUUID(), roundYear: year, countryCode: "MEX", lastDay: "2026-05-05" },
        ...{ reason: "planted", createdAt: now, createdBy: user, createdByName: "planted" },
      },
    ],
    insertDigest: [
      {
        ...{ id: randomUUID(), kind: "digest_country", userId: user, countryCode: "MEX", roundYear: year },
        ...{ day: "2026-05-05", createdAt: now },
      },
    ],
    writeFeed: [{ userId: user, tokenHash: hash, createdAt: now }],
    endFeed: [user],
    setWantsDigest: [user, false],
    liftHold: [hold, { at: now, userId: user, name: "planted", reason: "planted" }],
    takeLetterNumber: [year],
    insertLetter: [
      {
        ...{ code: `AV-${year}-0003`, year, number: 3, roundYear: year, countryCode: "MEX", kind: "resend_before" },
        ...{ language: "es", datedOn: "2026-04-10", subject: "planted", addresseeName: "x", addresseeTitle: "" },
        ...{ addresseeInstitution: "", paragraphs: [], createdAt: now, createdBy: user, createdByName: "planted" },
      },
    ],
    withdrawLetter: [letter, { at: now, userId: user, name: "planted", reason: "planted" }],
    insertWording: [
      {
        ...{ id: randomUUID(), kind: "overdue_1", language: "es", version: 1, subject: "x", opening: "", closing: "" },
        ...{ createdAt: now, createdBy: user, createdByName: "planted" },
      },
    ],
    insertQuietPeriod: [
      {
        ...{ id: randomUUID(), countryCode: "MEX", kind: "quiet", firstDay: "2026-05-04", lastDay: "2026-05-05" },
        ...{ reason: "planted", createdAt: now, createdBy: user, createdByName: "planted" },
      },
    ],
    withdrawQuietPeriod: [quietPeriod, { at: now, userId: user, name: "planted", reason: "planted" }],
    wakeScheduler: [],
    tellLive: ["{}"],
    tellAllLive: [["{}"]],
    appendAuditEvent: [act],
    appendAuditEvents: [[act]],
    insertConsent: [{ ...under, version: 2, consentedAt: now, consentedBy: user, consentedByName: "planted" }],
    insertSignatureStep: [
      {
        ...under,
        id: randomUUID(),
        version: 2,
        step: "signed",
        at: now,
        actorId: user,
        actorName: "planted",
        answers: {},
        reason: "planted",
      },
    ],
    insertThreadClosing: [
      {
        ...under,
        ...{ id: randomUUID(), indicatorCode: null, audience: "country", at: now },
        ...{ actorId: user, actorName: "planted", actorRole: "focal_point" },
      },
    ],
    insertRemarksSeen: [[{ ...under, commentId: randomUUID(), seenAt: now, seenBy: user, seenByName: "planted" }]],
    insertReopenedAnswer: [
      {
        ...under,
        ...{ revision: 1, indicatorCode: "TIP-PRO-01", version: 1, at: now },
        ...{ actorId: user, actorName: "planted", reason: "planted" },
      },
    ],
    insertComments: [
      [
        {
          ...under,
          id: randomUUID(),
          indicatorCode: null,
          audience: "country",
          version: 1,
          body: "planted",
          authorId: user,
          authorName: "planted",
          authorRole: "focal_point",
          createdAt: now,
        },
      ],
    ],
    claimIdempotencyKey: [
      { userId: user, operation: "test", key: "12345678" },
      "planted",
      new Date(now.valueOf() + 1e10),
    ],
    recordResponse: [{ userId: user, operation: "test", key: "12345678" }, 500, { planted: true }],
    insertMails: [
      [
        {
          id: randomUUID(),
          noticeId: notice,
          kind: "planted",
          userId: user,
          countryCode: "MEX",
          toAddress: "planted@example.org",
          language: "es",
          subject: "",
          bodyText: "",
          bodyHtml: "",
          messageId: `<${randomUUID()}@example.org>`,
          createdAt: now,
          state: "queued",
          nextAttemptAt: now,
        },
      ],
    ],
    claimDueMails: [{ now, leaseUntil: now, limit: 100 }],
    recordMailResult: [{ id: mail, fence: 0, state: "sent", lastCode: 250, lastAnswer: "planted", settledAt: now }],
    rewriteMail: [
      { id: theirs.mail, fence: 0 },
      {
        ...{ subject: "planted", bodyText: "planted", bodyHtml: "planted", calendar: null, wordingId: null },
        ...{ replyTo: null, ticketId: null, createdAt: now },
      },
    ],
    pauseMails: [new Date(now.valueOf() + 1e10)],
    requeueMail: [mail, "planted@example.org", now],
    insertReply: [
      {
        ...{ id: randomUUID(), mailId: mail, kind: "replied", receivedAt: now, address: "planted@example.org" },
        ...{ refusesAddress: false, attempt: 0, fingerprint: "planted" },
      },
    ],
    settleBouncedMail: [mail, { lastCode: 550, lastAnswer: "planted", settledAt: now }],
    clearAddress: ["focal_point.MEX@example.org", { at: now, userId: user, name: "planted" }],
    movePosition: ["mailbox", { uidValidity: "1", lastUid: 1 }],
    insertNotices: [
      [
        {
          id: randomUUID(),
          roundYear: year,
          countryCode: "MEX",
          userId: user,
          step: "submitted",
          anchorDate: "2026-04-30",
          batchId: randomUUID(),
          state: "queued",
          scheduledFor: now,
          createdAt: now,
        },
      ],
    ],
    insertExchange: [
      {
        ...{ id: randomUUID(), roundYear: year, countryCode: "MEX", channel: "telephone", happenedOn: "2026-04-20" },
        ...{ isAsk: true, said: "other", detail: "planted", notedAt: now, notedBy: user, notedByName: "planted" },
      },
    ],
    putPreparation: [{ document: { year: 2031, planted: true }, at: now, by: user, byName: "planted" }],
    endPreparation: [2031, { at: now, by: user, byName: "planted" }],
    insertGroupChange: [
      {
        ...{ groupCode: "CA-MEX", countryCode: "MEX", joins: false, fromDay: "2026-01-01", reason: "planted" },
        ...{ at: now, actorId: user, actorName: "planted" },
      },
    ],
    putVerdicts: [
      [
        {
          ...under,
          ...{ indicatorCode: "TIP-PRO-01", version: 1, verdict: "seen", words: "planted", revision: 2 },
          ...{ at: now, byId: user, byName: "planted" },
        },
      ],
    ],
    markAsked: [submission, ["TIP-PRO-01"], { at: now, userId: user, name: "planted" }],
    insertReviewPromise: [{ at: now, actorId: user, actorName: "planted", days: 5 }],
    insertAnswerLinks: [[{ noticeId: notice, userId: user, tokenHash: randomUUID(), createdAt: now, expiresAt: now }]],
    insertMeeting: [
      {
        ...{ id: randomUUID(), bodyCode: "LON", heldOn: "2026-05-01", place: "planted", state: "planned", revision: 1 },
        ...{ createdAt: now, createdBy: user, createdByName: "planted" },
      },
    ],
    insertReport: [{ matterId: theirs.report, stage: "draft", withSubmissions: false }],
    updateReport: [theirs.report, { withSubmissions: true }],
    insertReportPoints: [
      [
        {
          ...{ id: randomUUID(), matterId: theirs.report, place: 2, level: 1, words: { en: "planted", es: "planted" } },
          ...{ createdAt: now, createdBy: user },
        },
      ],
    ],
    writeReportPoint: [
      { id: theirs.reportPoint, matterId: theirs.report },
      { words: { en: "planted", es: "planted" } },
    ],
    setReportFigures: [{ matterId: theirs.report, choices: [], chosenAt: now, chosenBy: user }],
    arrangeReportPoints: [theirs.report, [{ id: theirs.reportPoint, place: 9, level: 0 }]],
    removeReportPoints: [theirs.report, [theirs.reportPoint], { removedAt: now, removedBy: user }],
    insertReportVersion: [
      {
        ...{ matterId: theirs.report, version: 1, stage: "circulated", visibility: "members" },
        ...{ content: reportOf("planted"), at: now, by: user, byName: "planted" },
      },
    ],
    insertReportComment: [
      {
        ...{ id: randomUUID(), matterId: theirs.report, version: 1, participantCode: "MEX", language: "es" },
        ...{ text: "planted", at: now, by: user, byName: "planted" },
      },
    ],
    updateMeeting: [theirs.meeting, { place: "planted" }],
    insertMatter: [
      {
        ...{ id: randomUUID(), kind: "document", authorCode: "MEX", language: "es", subject: "planted", body: "" },
        ...{ textRevision: 1, visibility: "network", state: "draft", version: 0, revision: 1 },
        ...{ createdAt: now, createdBy: user, createdByName: "planted" },
      },
    ],
    insertMatters: [
      [
        {
          ...{ id: randomUUID(), kind: "document", authorCode: "MEX", language: "es", subject: "planted", body: "" },
          ...{ textRevision: 1, visibility: "network", state: "draft", version: 0, revision: 1 },
          ...{ createdAt: now, createdBy: user, createdByName: "planted" },
        },
      ],
    ],
    updateMatters: [[theirs.matter], { visibility: "network" }],
    fileMatters: [[theirs.matter], { subjects: { [theirs.matter]: "planted" }, filedAt: now }],
    updateMatter: [theirs.matter, { visibility: "network" }],
    writeWords: [
      { id: theirs.matter, textRevision: 1, language: "es", subject: "canary MEX", body: "" } as never,
      { language: "es", subject: "planted", body: "planted" },
      { version: 2 },
    ],
    freezeMatterVersions: [
      [
        {
          id: theirs.matter,
          version: 1,
          language: "es",
          subject: "canary MEX",
          body: "canary MEX",
          textRevision: 1,
        } as never,
      ],
      { at: now, by: user, byName: "planted" },
    ],
    insertTranslations: [
      [
        {
          ...{
            id: randomUUID(),
            matterId: theirs.matter,
            textRevision: 1,
            language: "en",
            subject: "planted",
            body: "",
          },
          ...{ madeBy: "human", participantCode: "MEX", at: now, by: user, byName: "planted" },
        },
      ],
    ],
    setLinks: [theirs.matter, [{ kind: "country", code: "MEX" }], { at: now, by: user, newId: randomUUID }],
    noteSeen: [
      {
        ...{ id: randomUUID(), matterId: theirs.matter, version: 1, participantCode: "MEX" },
        ...{ at: now, by: user, byName: "planted" },
      },
    ],
    appendMatterActs: [
      [
        {
          ...{ matterId: theirs.matter, revision: 1, act: "moved", at: now, actorId: user, actorName: "planted" },
          ...{ participantCode: "MEX", before: {}, after: {} },
        },
      ],
    ],
    insertMatterReply: [
      {
        ...{ id: randomUUID(), matterId: theirs.matter, participantCode: "MEX", said: "reply", language: "es" },
        ...{ text: "planted", at: now, by: user, byName: "planted" },
      },
    ],
    withdrawMatterReply: [theirs.reply, { at: now, by: user, byName: "planted" }],
    putDocument: [theirs.matter, "report"],
    putContribution: [theirs.matter, "statement"],
    insertNarrative: [{ matterId: theirs.matter, instrument: "SOM" }],
    insertGuidelineSet: [
      { version: 99, source: { en: "planted", es: "planted" }, steps: [], at: now, by: user, byName: "planted" },
    ],
    insertGuidelineStatement: [
      {
        ...{ matterId: theirs.matter, countryCode: "MEX", step: "planted", setVersion: 1, said: "no" },
        asOf: "2026-03-01",
      },
    ],
    changeGuidelineStatement: [theirs.matter, { said: "no" }],
    openView: [theirs.matter, now],
    putRecommendation: [theirs.matter, { sourceKind: "own", source: "planted", ownerCode: null }],
    insertStance: [
      {
        ...{ id: randomUUID(), matterId: theirs.matter, participantCode: "MEX", said: "accepts", language: "es" },
        ...{ text: "planted", at: now, by: user, byName: "planted" },
      },
    ],
    insertCompletion: [
      {
        ...{ id: randomUUID(), matterId: theirs.matter, ofCode: "MEX", byCode: "MEX", step: "limited", language: "es" },
        ...{ text: "planted", at: now, by: user, byName: "planted" },
      },
    ],
    putActivity: [
      theirs.matter,
      {
        ...{ activityKind: "workshop", audience: ["police"], startsOn: null, endsOn: null, place: "planted" },
        ...{ hostCode: null, funding: "sought", fundingNote: "planted" },
      },
    ],
    insertSupport: [
      {
        ...{ id: randomUUID(), matterId: theirs.matter, participantCode: "MEX", supports: true },
        ...{ at: now, by: user, byName: "planted" },
      },
    ],
    insertDecline: [
      {
        ...{ id: randomUUID(), matterId: theirs.matter, participantCode: "MEX", language: "es", text: "planted" },
        ...{ at: now, by: user, byName: "planted" },
      },
    ],
    insertEndorsement: [
      {
        ...{ id: randomUUID(), matterId: theirs.matter, said: "endorsed", meetingId: theirs.meeting },
        ...{ at: now, by: user, byName: "planted" },
      },
    ],
    insertHeld: [
      {
        ...{ id: randomUUID(), matterId: theirs.matter, fromOn: "2026-03-01", place: "planted" },
        ...{ at: now, by: user, byName: "planted" },
      },
      [],
    ],
    insertEvaluation: [
      {
        ...{ id: randomUUID(), matterId: theirs.matter, language: "es", text: "planted" },
        ...{ at: now, by: user, byName: "planted" },
      },
      [],
    ],
    insertCommitment: [
      {
        ...{ matterId: theirs.matter, responsibleCode: "MEX", stage: "open", stageAt: now, stageBy: user },
        stageByName: "planted",
      },
    ],
    updateCommitment: [theirs.matter, { stageNote: "planted" }],
    insertDispatch: [
      { id: randomUUID(), matterId: theirs.matter, at: now, by: user, byName: "planted", toCodes: [], documents: [] },
    ],
    insertMatterNews: [
      [
        {
          ...{ id: randomUUID(), mailId: randomUUID(), matterId: theirs.matter, version: 1, participantCode: "MEX" },
          ...{ userId: user, step: "view_given", createdAt: now, superseded: null },
        },
      ],
    ],
    insertMatterRequests: [
      [
        {
          ...{ id: randomUUID(), matterId: theirs.matter, participantCode: "MEX", userId: user, step: "matter_sent" },
          ...{ anchorDate: "2026-04-30", batchId: randomUUID(), scheduledFor: now, createdAt: now },
        },
      ],
    ],
    insertProgressRequests: [
      [
        {
          ...{ id: randomUUID(), meetingId: theirs.meeting, participantCode: "MEX", userId: user },
          ...{ step: "progress_asked", meetingOn: "2026-03-10", dayKnownAt: now, batchId: randomUUID() },
          ...{ scheduledFor: now, createdAt: now },
        },
      ],
    ],
    attachFiles: [
      { matterId: theirs.matter, version: 2 },
      [{ fileId: theirs.file, language: null }],
      { at: now, by: user, newId: randomUUID },
    ],
    setAgendaAside: [[theirs.point]],
    insertAgendaItems: [
      [
        {
          ...{ matterId: theirs.point, meetingId: theirs.meeting, place: 9, number: 9, letter: "" },
          presenterCode: null,
        },
      ],
    ],
    placeAgendaItems: [[{ matterId: theirs.point, place: 9, number: 9, letter: "z", presenterCode: null }]],
    removeAgendaItems: [[theirs.point], now],
    insertTerm: [
      {
        ...{ id: randomUUID(), bodyCode: "LON", participantCode: "MEX", role: "member", fromOn: "2026-01-01" },
        ...{ source: "planted", createdAt: now, createdBy: user, createdByName: "planted" },
      },
    ],
    endTerm: [theirs.term, { untilOn: "2030-01-01" }],
    withdrawTerm: [
      theirs.term,
      { withdrawnAt: now, withdrawnBy: user, withdrawnByName: "planted", withdrawnReason: "planted" },
    ],
    insertMeetingAct: [
      {
        ...{ meetingId: theirs.meeting, revision: 2, act: "held", at: now, actorId: user, actorName: "planted" },
        ...{ before: {}, after: {} },
      },
    ],
    putAttendance: [
      [
        {
          ...{ meetingId: theirs.meeting, participantCode: "MEX", fact: "attended", holds: true },
          ...{ notedAt: now, notedBy: user, notedByName: "planted" },
        },
      ],
    ],
    withdrawExchange: [
      exchange,
      { withdrawnAt: now, withdrawnBy: user, withdrawnByName: "planted", withdrawnReason: "planted" },
    ],
    settleNotice: [notice, "stopped", "planted", now],
    insertNoticeBatch: [
      {
        id: randomUUID(),
        roundYear: year,
        countries: ["MEX"],
        createdAt: now,
        createdBy: user,
        createdByName: "planted",
      },
    ],
    confirmUser: [user, randomUUID(), now],
    insertAccountRequest: [
      {
        id: randomUUID(),
        userId: user,
        act: "send_link",
        requestedAt: now,
        requestedBy: randomUUID(),
        requestedByName: "planted",
      },
    ],
    insertReceivedReportsAct: [{ at: now, actorId: user, actorName: "planted", shown: true }],
    decideRequest: [randomUUID(), { outcome: "withdrawn", by: randomUUID(), at: now }],
    insertSession: [{ id: randomUUID(), userId: user, createdAt: now, lastUsedAt: now, absoluteExpiresAt: now }],
    touchSession: [randomUUID(), now],
    revokeSession: [randomUUID(), "planted", now],
    revokeSessionsOfUser: [user, "planted", now],
    insertRefreshToken: [{ tokenHash: hash, sessionId: randomUUID(), issuedAt: now }],
    consumeRefreshToken: [hash, now],
    setPassword: [user, "planted", now],
    insertTicket: [
      { id: randomUUID(), kind: "invitation", userId: user, tokenHash: hash, createdAt: now, expiresAt: now },
    ],
    consumeTicket: [hash, "invitation", now],
    countFailure: ["planted", now, 1000],
    deleteOldThrottles: [now, 5],
    deleteOldAnswerLinks: [now, 5],
    prolongAnswerLink: [notice, now],
    requeueToNewAddresses: [{ since: beginning, now, kinds: mailKindsOfWork, asking: ["resend"] }],
    lockThrottle: ["planted", now, true],
    clearThrottle: ["planted", now],
    clearThrottlesOfAccount: ["planted", now],
    insertSubmissions: [
      [
        {
          id: randomUUID(),
          roundYear: year,
          countryCode: "MEX",
          obligated: true,
          status: "accepted",
          dueOn: "2026-04-30",
        },
      ],
    ],
    renewSubmissions: [
      [
        {
          id: randomUUID(),
          roundYear: year,
          countryCode: "MEX",
          obligated: false,
          status: "not_started",
          dueOn: "2026-04-30",
        },
      ],
    ],
    noteActivity: [submission, now],
    insertSubmissionAct: [
      {
        ...under,
        revision: 9,
        act: "accepted",
        at: now,
        actorId: user,
        actorName: "planted",
        actorRole: "secretariat",
        before: { status: "submitted", version: 1, dueOn: "2026-04-30", returnDueOn: null },
        after: { status: "accepted", version: 1, dueOn: "2026-04-30", returnDueOn: null },
        reason: "planted",
      },
    ],
    updateStatus: [submission, ["submitted"], { extensionReason: "planted" }],
    insertUser: [
      {
        id: randomUUID(),
        email: "planted@example.org",
        displayName: "planted",
        role: "focal_point",
        countryCode: "MEX",
        language: "es",
        createdAt: now,
      },
    ],
    updateUser: [user, { displayName: "planted" }],
    changeAddress: [user, "planted@example.org"],
    recordContactCheck: [user, { checkedAt: now }],
    markContactAsked: [{ id: user, checkAskedAt: null }, now],
    reopenUser: [user, { at: now, askedBy: user, confirmedBy: null }],
    voidLinks: [user, ["invitation"], now],
    endUser: [user, now],
    recordSignIn: [user, now],
    freezeVersion: [
      {
        ...under,
        id: randomUUID(),
        roundYear: year,
        version: 2,
        submittedAt: now,
        submittedBy: user,
        submittedByName: "planted",
        contentHash: "planted",
        findings: [],
      },
    ],
    confirmNotApplicable: [
      [{ ...under, version: 1, indicatorCode: "TIP-PRO-01", confirmedAt: now, confirmedBy: user }],
    ],
  };
});

afterAll(async () => {
  await db?.close();
  await owner?.end();
  await database?.drop();
});

/** Runs one query as an actor. An outright refusal by the database counts as returning nothing. */
async function run(actor: Actor, name: string, args: readonly unknown[], isMutated: boolean): Promise<unknown> {
  try {
    return await db.asActor(actor, (tx) =>
      (queries[name] as Query)(isMutated ? withoutConditions(tx) : tx, ...(args as never[])),
    );
  } catch (error) {
    const fault = databaseFault(error)?.kind;
    if (fault === undefined) throw new Error(`${name} could not be asked`, { cause: error });
    return `refused: ${fault}`;
  }
}

const isRefused = (found: unknown) => typeof found === "string" && found.startsWith("refused: ");
const text = (value: unknown) => inspect(value, { depth: null, maxArrayLength: null, maxStringLength: null });

test("every file of queries is looked at here, unless what it reads is everybody's", () => {
  const files = readdirSync(new URL("../../packages/db/src/queries/", import.meta.url));
  const named = files.flatMap((file) => /^(.+-queries)\.ts$/.exec(file)?.[1] ?? []);
  expect(named.sort()).toEqual([...Object.keys(modules), ...ofEverybody].sort());
});

test("every query of the database has its place here, as one that reads or one that writes", () => {
  expect([...Object.keys(reads), ...Object.keys(writes)].sort()).toEqual(Object.keys(queries).sort());
});

test("the mutation does what it says: without its condition a list of one country's comments has every country's, for who may see them", async () => {
  const secretariat = seed.actor("secretariat");
  const comments = (isMutated: boolean) =>
    run(secretariat, "listComments", [theirs.submission], isMutated) as Promise<{ countryCode: string }[]>;
  expect((await comments(false)).map((row) => row.countryCode)).toEqual(["MEX"]);
  expect((await comments(true)).map((row) => row.countryCode).sort()).toEqual(["CRI", "MEX"]);
  const focalPoint = seed.actor("focal_point", "CRI");
  expect(await run(focalPoint, "listAnswers", [theirs.submission], false)).toEqual([]);
  expect(await run(focalPoint, "listAnswers", [theirs.submission], true)).toHaveLength(2);
});

test("nor does a part that is selected as text keep its condition: the desk and the ledger of a year without a round have what every year has", async () => {
  const secretariat = seed.actor("secretariat");
  const none = 1900;
  const ledger = (isMutated: boolean) => run(secretariat, "listLedger", [[none]], isMutated) as Promise<unknown[]>;
  expect(await ledger(false)).toEqual([]);
  expect((await ledger(true)).length).toBeGreaterThan(0);
  const asked = { year: none, roles: [], now: new Date(), decidedSince: new Date("2100-01-01") };
  const desk = (isMutated: boolean) => run(secretariat, "readDesk", [asked], isMutated) as Promise<DeskRows>;
  const [whole, bare] = [await desk(false), await desk(true)];
  const rows = ({ people, notices, answers, noted, waitingSteps }: DeskRows) =>
    Object.entries({ people, notices, answers, noted, waitingSteps }).filter(([, { length }]) => length > 0);
  expect(rows(whole)).toEqual([]);
  expect(rows(bare)).toHaveLength(5);
});

test.each([
  ["select a from t where b = $1 order by a", "select a from t where true order by a", []],
  [
    "select $2 from t where (b = $1 or c in (select d from u where e = 'where')) limit $3",
    "select $1 from t where true ",
    ["y"],
  ],
  [
    "select (select a from t where b = $1 limit 1), $3 from u",
    "select (select a from t where true limit 1), $1 from u",
    ["z"],
  ],
  [
    'select sum(a) filter (where b = $1)::text, "where" from t',
    'select sum(a) filter (where true )::text, "where" from t',
    [],
  ],
  ["update t set a = $2 where b = $1 returning a", "update t set a = $1 where true returning a", ["y"]],
  [
    "with w as (select a from t where b = $1 for update) select a from w where not exists (select from u where c)",
    "with w as (select a from t where true for update) select a from w where true ",
    [],
  ],
])("what a statement is without its conditions: %s", (text, bare, values) => {
  expect(bareStatement(text, ["x", "y", "z"])).toEqual({ text: bare, values });
});

describe.each(visitors)("%s %s", (role, country = undefined) => {
  test("reads no row of another country, by no query, with its conditions or without", async () => {
    const actor = seed.actor(role, country);
    const leaks: string[] = [];
    for (const [name, args] of Object.entries(reads)) {
      const [whole, bare] = [await run(actor, name, args, false), await run(actor, name, args, true)];
      // Refused only without its conditions: then it was not seen what row-level security lets through.
      if (isRefused(bare) && !isRefused(whole)) leaks.push(`${name}: ${bare} without conditions`);
      for (const [isMutated, found] of [
        [false, whole],
        [true, bare],
      ] as const) {
        const seen = text(withoutHolidays(found));
        const how = `${name}${isMutated ? " without conditions" : ""}`;
        for (const secret of secrets) if (seen.includes(secret)) leaks.push(`${how}: ${secret}`);
        // The country's state is on the status board for roles that may read the board, and for nobody else.
        if (scopeOf(role, "status-board.read") !== "any" && /'MEX'/.test(seen)) leaks.push(`${how}: a row of MEX`);
      }
    }
    expect(leaks).toEqual([]);
  });

  test("writes no row of another country, by no query, with its conditions or without", async () => {
    const actor = seed.actor(role, country);
    const before = await rowsOfMexico();
    const touched: string[] = [];
    for (const [name, args] of Object.entries(writes)) {
      for (const isMutated of [false, true]) {
        await run(actor, name, args, isMutated);
        const after = await rowsOfMexico();
        for (const [table, rows] of Object.entries(after))
          if (rows !== before[table]) touched.push(`${table} by ${name}${isMutated ? " without conditions" : ""}`);
      }
    }
    expect(touched).toEqual([]);
  });

  test("neither sees nor touches a row of another country by bare statements over any column of any table", async () => {
    const before = await rowsOfMexico();
    const client = testClient({ connectionString: database.url, options: "-c role=app_api" });
    await client.connect();
    const actor = seed.actor(role, country);
    const asActor = async (statement: string) => {
      await client.query("begin");
      await client.query(
        "select set_config('app.user_id', $1, true), set_config('app.country', $2, true), set_config('app.role', $3, true), set_config('app.assigned', $4, true), set_config('app.organisation', $5, true)",
        [
          actor.userId,
          actor.country ?? "",
          actor.role,
          (actor.assignedIndicators ?? []).join(","),
          actor.organisation ?? "",
        ],
      );
      const result = await client.query(statement).catch(() => null);
      await client.query(result === null ? "rollback" : "commit");
      return result;
    };
    try {
      const columns = await owner.query(
        `select c.relname as table, a.attname as column, has_column_privilege('app_api', c.oid, a.attnum, 'UPDATE') as writable
         from pg_class c join pg_attribute a on a.attrelid = c.oid
         where c.relnamespace in ('app'::regnamespace, 'auth'::regnamespace) and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
      );
      const leaks: string[] = [];
      for (const { table, column, writable } of columns.rows as {
        table: string;
        column: string;
        writable: boolean;
      }[]) {
        const name = `app.${client.escapeIdentifier(table)}`;
        const field = client.escapeIdentifier(column);
        const read = await asActor(`select ${field}::text as value from ${name}`);
        for (const { value } of read?.rows ?? [])
          if (secrets.some((secret) => String(value).includes(secret))) leaks.push(`${table}.${column} read`);
        if (writable) await asActor(`update ${name} set ${field} = ${field}`);
        await asActor(`delete from ${name}`);
      }
      expect(leaks).toEqual([]);
    } finally {
      await client.end();
    }
    expect(await rowsOfMexico()).toEqual(before);
  });
});

/** Holidays are a public list, so of a country's days off only those that were entered say something about it. */
function withoutHolidays(found: unknown): unknown {
  if (typeof found !== "object" || found === null || !("daysOff" in found)) return found;
  const entered = [...(found.daysOff as ReadonlyMap<string, ReadonlySet<string>>)]
    .map(([country, days]) => [country, [...days].filter((day) => !holidays.has(`${country} ${day}`))] as const)
    .filter(([, days]) => days.length > 0);
  return { ...found, daysOff: new Map(entered) };
}

/** Position and content of every row about the foreign country: a rewritten row has another position, even if its content is the same. */
async function rowsOfMexico(): Promise<Readonly<Record<string, string>>> {
  const tables = [
    "submission",
    "answer",
    "submission_version",
    "version_answer",
    "not_applicable_confirmation",
    "publication_consent",
    "signature_step",
    "section",
    "section_reminder",
    "proposed_answer",
    "review_comment",
    "thread_closing",
    "remark_seen",
    "reopened_answer",
    "app_user",
    "notice",
    "outgoing_mail",
    "audit_event",
  ];
  const people = countryRoles.map((role) => seed.actor(role, "MEX").userId);
  const parts = tables.map(
    (table) =>
      `select '${table}' as name, string_agg(ctid::text || t::text, chr(10) order by t::text) as rows from app.${table} t where country_code = 'MEX'`,
  );
  // What hangs on a matter has no column with a country.
  const onMatters = matterTables.map((table) => {
    const name = getTableName(table);
    const of =
      name === "matter"
        ? "author_code = 'MEX'"
        : name === "file" || name === "progress_request"
          ? "participant_code = 'MEX'"
          : "exists (select from app.matter m where m.id = t.matter_id and m.author_code = 'MEX')";
    return `select '${name}' as name, string_agg(ctid::text || t::text, chr(10) order by t::text) as rows from app.${name} t where ${of}`;
  });
  const result = await owner.query(
    `${[...parts, ...onMatters].join(" union all ")}
     union all select 'idempotency', string_agg(ctid::text || t::text, chr(10) order by t::text) from app.idempotency t where user_id = any($1)
     union all select 'credential', string_agg(ctid::text || t::text, chr(10) order by t::text) from auth.credential t where user_id = any($1)
     union all select 'mail_reply', string_agg(t.ctid::text || t::text, chr(10) order by t::text) from app.mail_reply t join app.outgoing_mail m on m.id = t.mail_id where m.country_code = 'MEX'
     union all select 'notice_batch', string_agg(ctid::text || t::text, chr(10) order by t::text) from app.notice_batch t where 'MEX' = any(countries)`,
    [people],
  );
  const found = Object.fromEntries(result.rows.map(({ name, rows }) => [name, rows]));
  // A table without a row would be compared with nothing.
  for (const table of matterTables)
    expect([getTableName(table), found[getTableName(table)] ?? null]).not.toContain(null);
  return found;
}
