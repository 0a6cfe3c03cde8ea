import { randomUUID } from "node:crypto";
import { reportOf } from "@avances/db/testing/matters";
import { type TwoCountries, year } from "@avances/db/testing/two-countries";
import { mailKindsOfWork } from "@avances/domain/round";
import type { Theirs } from "./theirs.ts";

/** With what each query that writes is told to change rows of the foreign country; by its name. */
export function writesOf(theirs: Theirs, seed: TwoCountries): Readonly<Record<string, readonly unknown[]>> {
  const { submission, user, notice, mail, section, proposal, exchange, quietPeriod, hold, letter } = theirs;
  const now = new Date();
  const beginning = new Date(0);
  const hash = "h".repeat(43);

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
    actor: seed.actor("focal_point", "MEX"),
    action: "planted",
    objectType: "x",
    objectId: submission,
    countryCode: "MEX",
  };
  const under = { submissionId: submission, countryCode: "MEX" };
  return {
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
}
