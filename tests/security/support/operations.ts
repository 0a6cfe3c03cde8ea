import { allContracts, type Contract } from "@avances/contracts";
import type { ActorRole } from "@avances/domain/access";

/** The things a request may name: countries, people and mails of an instance, or ones that do not exist. */
export interface Targets {
  /** A working copy that was never submitted. */
  readonly draftId: string;
  /** A submission with a frozen version. */
  readonly frozenId: string;
  readonly country: string;
  readonly year: number;
  readonly personId: string;
  readonly mailId: string;
  /** A section of the draft, and a proposal for it by a contributor. */
  readonly sectionId: string;
  readonly proposalId: string;
  /** A note of a call with the country. */
  readonly exchangeId: string;
  /** A file that somebody of the country stored. */
  readonly fileId: string;
  /** A meeting of the Network, which everybody of it reads. */
  readonly meetingId: string;
  /** A meeting that has a report, and that report: with `own` a final one, with `foreign` a draft, which the Secretariat alone reads. */
  readonly reportedId: string;
  readonly reportId: string;
  /** A document that the Secretariat filed for the whole Network. */
  readonly documentId: string;
  /** A recommendation that civil society filed for the whole Network. */
  readonly voiceId: string;
  /** A proposal of an activity that a country filed for the whole Network, with a day. */
  readonly activityId: string;
  /** What a country tells of its progress, which the whole Network reads. */
  readonly narrativeId: string;
  /** What a country says of itself on a step of the Regional Guidelines, which the whole Network reads. */
  readonly statementId: string;
  /** A commitment that the country owes and was sent, which the whole Network reads, and an answer of the country to it. */
  readonly commitmentId: string;
  readonly replyId: string;
}

export interface Operation {
  readonly contract: Contract;
  /** How the request names a country or a person: in its path, in a query, or not at all. */
  readonly names: "submission" | "country" | "person" | "mail" | "exchange" | "file" | "commitment" | "nothing";
  /** What it names is not there: whoever passes the guards is told so. */
  readonly isMissing?: boolean;
  /** The same, but only for these: they read it, and it was not put to their side. */
  readonly isMissingFor?: readonly ActorRole[];
  params?(targets: Targets): Readonly<Record<string, string | number>>;
  query?(targets: Targets): Readonly<Record<string, string>>;
  body?(targets: Targets): unknown;
  readonly revision?: number;
}

/** A round that is prepared, of which nothing is decided. */
const prepared = (year: number) => ({
  ...{ year, copiedFrom: null, catalogueSeen: null, opensOn: "", dueOn: "", obligatedGroup: "CA-MEX" },
  ...{ obligatedCountries: [], signatureRequired: false, knownGaps: [], mailsSeen: null },
});
const password = "nueve barcos salen del puerto";
const token = "A".repeat(43);
const answer = { state: "not_available", value: null, reason: "There is no register yet", comment: "", evidence: [] };
const submissionId = ({ draftId }: Targets) => ({ submissionId: draftId });
const frozen = ({ frozenId }: Targets) => ({ submissionId: frozenId });
const ofYear = ({ year }: Targets) => ({ year });
const ofReminder = ({ year }: Targets) => ({ year, reminderId: "018f0000-0000-7000-8000-000000000006" });
const longAgo = { day: "2020-01-01", time: "09:00", timeZone: null };
const ofWaitingStep = ({ year }: Targets) => ({ year, stepId: "018f0000-0000-7000-8000-000000000005" });
const letterTo = (country: string) => ({
  ...{ country, kind: "returned_overdue_1", language: "es" },
  addressee: { name: "Somebody", title: "", institution: "", salutation: "" },
});
const ofCountryItself = ({ country }: Targets) => ({ country });
const ofPerson = ({ personId }: Targets) => ({ personId });
/** A request that nobody made: a person who may decide on requests is told that none is waiting. */
const ofRequest = ({ personId }: Targets) => ({ personId, requestId: "018f0000-0000-7000-8000-000000000000" });
const ofSection = ({ draftId, sectionId }: Targets) => ({ submissionId: draftId, sectionId });
const ofProposal = ({ draftId, proposalId }: Targets) => ({ submissionId: draftId, proposalId });
/** A file is read where it is held, not where it comes from: whose it is, and whether it is there, looks the same to others. */
const ofFile = (): Example => ({ names: "file", isMissing: true, params: ({ fileId }) => ({ fileId }) });
const ofMail = ({ mailId }: Targets) => ({ mailId });

type Example = Omit<Operation, "contract">;
const onSubmission = (more: Partial<Example> = {}): Example => ({ names: "submission", params: submissionId, ...more });
const plain = (more: Partial<Example> = {}): Example => ({ names: "nothing", ...more });

const ofNoMeeting = (more: Partial<Example> = {}): Example =>
  plain({ isMissing: true, params: () => ({ meetingId: "018f0000-0000-7000-8000-000000000007" }), ...more });
const noReport = "018f0000-0000-7000-8000-000000000008";
const ofNoReport = (more: Partial<Example> = {}): Example =>
  plain({ isMissing: true, params: () => ({ reportId: noReport }), ...more });
const ofReport = (more: Partial<Example> = {}): Example =>
  plain({ isMissing: true, params: ({ reportId }) => ({ reportId }), ...more });
const ofNoMatter = (more: Partial<Example> = {}): Example =>
  plain({ isMissing: true, params: () => ({ matterId: "018f0000-0000-7000-8000-000000000008" }), ...more });
const aDocument = {
  ...{ language: "es", subject: "Antecedentes", body: "", translation: null, overruled: [], documentKind: "other" },
  ...{ meetingId: null, files: [] },
};
const ofNoTerm = (more: Partial<Example>): Example =>
  plain({ isMissing: true, params: () => ({ termId: "018f0000-0000-7000-8000-000000000007" }), ...more });
const aVoice = {
  ...{ language: "es", subject: "Desafío", body: "", translation: null, overruled: [], kind: "contribution" },
  ...{
    contributionKind: "challenge",
    source: null,
    owner: null,
    addressees: [],
    meetingId: null,
    files: [],
    links: [],
  },
};
const aNarrative = (meetingId: string) => ({
  ...{ language: "es", subject: "Avances", body: "", translation: null, overruled: [], instrument: "TIP" },
  ...{ meetingId, files: [], indicators: ["TIP-PRV-04"] },
});
const aStatement = {
  ...{ language: "es", subject: "Decreto", body: "", translation: null, overruled: [], country: "CRI", step: "G1" },
  ...{ said: "yes", asOf: "2026-03-01", replyDays: null, visibility: "members", files: [], meetingId: null },
};
const said = { language: "es", text: "", overruled: [] };
const anActivity = {
  ...{ language: "es", subject: "Taller", body: "", translation: null, overruled: [], activityKind: "workshop" },
  ...{ audience: ["labour"], startsOn: null, endsOn: null, place: "", host: null, meetingId: null, files: [] },
  ...{ funding: { state: "sought", note: "" }, aims: [{ kind: "indicator", code: "TIP-PRV-04" }] },
};
const aCommitment = {
  ...{ language: "es", subject: "Enviar los antecedentes", body: "", translation: null, overruled: [] },
  ...{ meetingId: null, point: "3b", responsible: "RCM-TS", to: [], dueOn: null },
};
const sentTo = { to: ["CRI"], replyBy: null, documents: [] };
const ofCommitment = (more: Partial<Example> = {}): Example => ({
  names: "commitment",
  params: ({ commitmentId }) => ({ matterId: commitmentId }),
  ...more,
});
/** An act of whoever was addressed. The commitment is addressed to its country alone, and to none of these, who read it too. */
const ofAddressed = (more: Partial<Example>): Example =>
  ofCommitment({ isMissingFor: ["observer", "civil_society", "coalition"], ...more });
const aPlan = { heldOn: "2031-05-02", untilOn: "2031-05-01", place: "Tegucigalpa", host: "HND" };

const rowOfFile = {
  ...{ line: 2, name: "New Person", institution: "", salutation: "", address: "from.file@people.example" },
  ...{ role: "observer", country: "", language: "es", phone: "", mailbox: "", from: "", until: "", indicators: "" },
};

/** A valid request for every operation, by name. */
const examples: Readonly<Record<string, Example>> = {
  getSession: plain(),
  createSession: plain({ body: () => ({ email: "nobody@people.example", password }) }),
  refreshSession: plain(),
  endSession: plain(),
  getOwnEntry: plain(),
  editOwnEntry: plain({ body: () => ({ institution: "Ministry" }) }),
  askForOwnAddress: plain({ body: () => ({ address: "elsewhere@people.example", password }) }),
  showAddressChange: plain({ body: () => ({ token }) }),
  useAddressChange: plain({ body: () => ({ token }) }),
  showContactCheck: plain({ body: () => ({ token }) }),
  useContactCheck: plain({ body: () => ({ token, answer: "still" }) }),
  changePassword: plain({ body: () => ({ current: password, next: "diez barcos vuelven al puerto" }) }),
  getOwnSettings: plain(),
  chooseDigest: plain({ body: () => ({ wanted: true }) }),
  makeCalendar: plain(),
  endCalendar: plain(),
  showInvitation: plain({ body: () => ({ token }) }),
  acceptInvitation: plain({ body: () => ({ token, password }) }),
  requestPasswordReset: plain({ body: () => ({ email: "nobody@people.example" }) }),
  acceptPasswordReset: plain({ body: () => ({ token, password }) }),
  getCatalogue: plain(),
  getWorkingCatalogue: plain({ params: () => ({ lang: "es" }) }),
  listCountries: plain(),
  listGroups: plain(),
  listRounds: plain(),
  openRound: plain({
    body: () => ({ year: 2031, opensOn: "2031-02-01", dueOn: "2031-04-30", obligatedGroup: "CA-MEX" }),
  }),
  // Dates that no round can have: they pass the guards, but go no further.
  correctRound: plain({
    params: ofYear,
    body: () => ({ opensOn: "2031-05-01", dueOn: "2031-04-30", reason: "The year was mistyped" }),
    revision: 1,
  }),
  cancelRound: plain({ params: ofYear, body: () => ({ reason: "The year was mistyped" }), revision: 1 }),
  previewClosing: plain({ params: ofYear }),
  closeRound: plain({
    params: ofYear,
    body: () => ({ reason: "The Conference decided so", notReceived: [], extended: [] }),
    revision: 999,
  }),
  reopenRound: plain({ params: ofYear, body: () => ({ reason: "The Conference decided so" }), revision: 999 }),
  listRoundActs: plain(),
  listPreparations: plain(),
  getPreparation: plain({ params: ofYear }),
  // The revision of a preparation that is not there: they pass the guards, but go no further.
  prepareRound: plain({ params: ofYear, body: ({ year }) => prepared(year), revision: 999 }),
  dropPreparation: plain({ params: ofYear, revision: 999 }),
  openPreparedRound: plain({ params: ofYear, revision: 999 }),
  simulateOpening: plain({ isMissing: true, params: () => ({ year: 2099 }) }),
  readPlannedMail: plain({ isMissing: true, params: () => ({ year: 2099, country: "CRI", step: "opening" }) }),
  changeGroup: plain({
    isMissing: true,
    params: () => ({ group: "NO-SUCH" }),
    body: () => ({ country: "CRI", joins: true, from: "2031-01-01", reason: "The Conference decided so" }),
  }),
  // Nothing that is taken: it passes the guards, but goes no further.
  announceFile: plain({ body: () => ({ name: "page.html", bytes: 10 }) }),
  sendFileContent: ofFile(),
  getFileView: ofFile(),
  getFile: ofFile(),
  listParticipants: plain(),
  getOwnNetwork: plain(),
  listMeetings: plain(),
  getMeetingEntry: plain({ params: ({ meetingId }) => ({ meetingId }), query: () => ({ language: "es" }) }),
  getMeeting: plain({ params: ({ meetingId }) => ({ meetingId }) }),
  getReport: plain({ isMissing: true, params: ({ reportedId }) => ({ meetingId: reportedId }) }),
  // It has one already, or there is no such meeting; there is no such report, or it is no longer as it was seen.
  assembleReport: ofNoMeeting(),
  saveReportPoint: ofNoReport({
    params: () => ({ reportId: noReport, pointId: noReport }),
    body: () => ({ level: 1, verb: "thanks", speaker: null, words: { en: "all", es: "a todas" }, overruled: [] }),
    revision: 1,
  }),
  arrangeReport: ofNoReport({ body: () => ({ points: [], withSubmissions: false }), revision: 1 }),
  saveReportFigures: ofNoReport({ body: () => ({ figures: [] }), revision: 1 }),
  getReportFigures: ofReport(),
  circulateReport: ofNoReport({ revision: 1 }),
  finaliseReport: ofNoReport({ revision: 1 }),
  considerReport: ofNoReport({
    body: () => ({ on: "2026-03-10", language: "es", response: "Sí", overruled: [] }),
    revision: 1,
  }),
  commentOnReport: ofReport({
    body: () => ({ version: 1, pointId: null, language: "es", text: "De acuerdo", overruled: [] }),
  }),
  getReportVersion: ofReport({ params: ({ reportId }) => ({ reportId, version: 2 }) }),
  getMeetingPackPdf: plain({
    params: ({ meetingId }) => ({ meetingId }),
    query: () => ({ language: "es", audience: "network" }),
  }),
  getMeetingPackHtml: plain({
    params: ({ meetingId }) => ({ meetingId }),
    query: () => ({ language: "es", audience: "members" }),
  }),
  getReportDocx: ofReport({ query: () => ({ language: "es" }) }),
  getReportPdf: ofReport({ query: () => ({ language: "es" }) }),
  getReportHtml: ofReport({ query: () => ({ language: "es" }) }),
  // A meeting that ends before it begins, and ones that are not there: they pass the guards, but go no further.
  planMeeting: plain({ body: () => ({ body: "LON", ...aPlan, publicSource: null }) }),
  correctMeeting: ofNoMeeting({ body: () => ({ ...aPlan, reason: "The year was mistyped" }), revision: 1 }),
  cancelMeeting: ofNoMeeting({ body: () => ({ reason: "A hurricane is coming" }), revision: 1 }),
  holdMeeting: ofNoMeeting({ revision: 1 }),
  recordAttendance: ofNoMeeting({
    body: () => ({ notes: [{ participant: "CRI", fact: "attended", holds: true }] }),
    revision: 1,
  }),
  listCommitments: plain(),
  getCommitmentsCsv: plain({ query: () => ({ language: "es" }) }),
  getCommitmentsWorkbook: plain({ query: () => ({ language: "es" }) }),
  getCommitment: plain({ params: ({ commitmentId }) => ({ matterId: commitmentId }) }),
  listMatterAsks: { names: "country", params: ofCountryItself },
  saveCommitment: ofNoMatter({
    body: () => ({ ...aCommitment, visibility: "network", stage: "open", isInReport: false }),
    revision: 1,
  }),
  fileCommitment: ofNoMatter({ revision: 1 }),
  reviseCommitment: ofNoMatter({ body: () => aCommitment, revision: 1 }),
  concludeCommitment: ofNoMatter({
    body: ({ meetingId }) => ({ meetingId, language: "es", text: "Se concluyó", stage: "done", overruled: [] }),
    revision: 1,
  }),
  previewDispatch: ofNoMatter({ body: () => sentTo }),
  dispatchCommitment: ofNoMatter({ body: () => sentTo, revision: 1 }),
  previewResendOfCommitment: ofNoMatter({ body: () => ({ to: ["CRI"] }) }),
  resendCommitment: ofNoMatter({ body: () => ({ to: [{ participant: "CRI", count: 0 }] }), revision: 1 }),
  // Of a revision that is not there: they pass the guards, but go no further.
  moveCommitment: ofAddressed({ body: () => ({ stage: "done", note: "", overruled: [] }), revision: 999 }),
  replyToMatter: ofAddressed({
    body: () => ({ said: "no_comment", language: "es", text: "", files: [], overruled: [] }),
  }),
  withdrawReply: ofAddressed({ params: ({ commitmentId, replyId }) => ({ matterId: commitmentId, replyId }) }),
  listDocuments: plain({ query: () => ({ q: "antecedentes" }) }),
  getDocument: plain({ params: ({ documentId }) => ({ matterId: documentId }) }),
  // Ones that are not there: they pass the guards, but go no further.
  saveDocument: ofNoMatter({ body: () => ({ ...aDocument, visibility: "network" }), revision: 1 }),
  fileDocument: ofNoMatter({ revision: 1 }),
  reviseDocument: ofNoMatter({ body: () => aDocument, revision: 1 }),
  showDocument: ofNoMatter({ body: () => ({ visibility: "network" }), revision: 1 }),
  withdrawDocument: ofNoMatter({ body: () => ({ reason: "Another one replaces it" }), revision: 1 }),
  addTranslation: ofNoMatter({
    body: () => ({ textRevision: 1, language: "en", subject: "Background", body: "", overruled: [] }),
  }),
  getProgressOfMeeting: plain({ params: ({ meetingId }) => ({ meetingId }) }),
  getProgressAsks: plain({ params: ({ meetingId }) => ({ meetingId }) }),
  // Of a meeting that has been: they pass the guards, but go no further.
  previewProgressAsk: plain({ params: ({ meetingId }) => ({ meetingId }), body: () => ({ to: ["CRI"] }) }),
  askForProgress: plain({
    params: ({ meetingId }) => ({ meetingId }),
    body: () => ({ to: [{ participant: "CRI", count: 999 }] }),
  }),
  listNarratives: plain({ query: () => ({ indicator: "TIP-PRV-04" }) }),
  getNarrative: plain({ params: ({ narrativeId }) => ({ matterId: narrativeId }) }),
  // Ones that are not there: they pass the guards, but go no further.
  saveNarrative: ofNoMatter({
    body: ({ meetingId }) => ({ ...aNarrative(meetingId), visibility: "members" }),
    revision: 1,
  }),
  fileNarrative: ofNoMatter({ revision: 1 }),
  reviseNarrative: ofNoMatter({ body: ({ meetingId }) => aNarrative(meetingId), revision: 1 }),
  showNarrative: ofNoMatter({ body: () => ({ visibility: "network" }), revision: 1 }),
  withdrawNarrative: ofNoMatter({ body: () => ({ reason: "Another one replaces it" }), revision: 1 }),
  getGuidelines: plain(),
  getGuidelineStatement: plain({ params: ({ statementId }) => ({ matterId: statementId }) }),
  saveGuidelineSteps: plain({ body: () => ({ source: { en: "", es: "" }, steps: [] }), revision: 1 }),
  saveGuidelineStatement: ofNoMatter({ body: () => aStatement, revision: 1 }),
  fileGuidelineStatement: ofNoMatter({ revision: 1 }),
  showGuidelineStatement: ofNoMatter({ body: () => ({ visibility: "network" }), revision: 1 }),
  withdrawGuidelineStatement: ofNoMatter({ body: () => ({ reason: "Another one replaces it" }), revision: 1 }),
  listVoices: plain({ query: () => ({ kind: "recommendation" }) }),
  getVoice: plain({ params: ({ voiceId }) => ({ matterId: voiceId }) }),
  getRecommendationsCsv: plain({ query: () => ({ language: "es" }) }),
  getRecommendationsWorkbook: plain({ query: () => ({ language: "es" }) }),
  saveVoice: ofNoMatter({ body: () => ({ ...aVoice, visibility: "network" }), revision: 1 }),
  fileVoice: ofNoMatter({ revision: 1 }),
  reviseVoice: ofNoMatter({ body: () => aVoice, revision: 1 }),
  showVoice: ofNoMatter({ body: () => ({ visibility: "network" }), revision: 1 }),
  withdrawVoice: ofNoMatter({ body: () => ({ reason: "Another one replaces it" }), revision: 1 }),
  takeStance: ofNoMatter({ body: () => ({ ...said, said: "took_note" }) }),
  assessCompletion: ofNoMatter({ body: () => ({ ...said, of: "CRI", step: "limited" }) }),
  linkVoice: ofNoMatter({ body: () => ({ links: [{ kind: "indicator", code: "TIP-PRV-04" }] }) }),
  getTimeline: plain(),
  listActivities: plain(),
  getActivity: plain({ params: ({ activityId }) => ({ matterId: activityId }) }),
  getActivityEntry: plain({
    params: ({ activityId }) => ({ matterId: activityId }),
    query: () => ({ language: "es" }),
  }),
  // Ones that are not there: they pass the guards, but go no further.
  saveActivity: ofNoMatter({ body: () => ({ ...anActivity, visibility: "network" }), revision: 1 }),
  fileActivity: ofNoMatter({ revision: 1 }),
  reviseActivity: ofNoMatter({ body: () => anActivity, revision: 1 }),
  showActivity: ofNoMatter({ body: () => ({ visibility: "network" }), revision: 1 }),
  withdrawActivity: ofNoMatter({ body: () => ({ reason: "Another one replaces it" }), revision: 1 }),
  supportActivity: ofNoMatter({ body: () => ({ supports: true }) }),
  declineSupport: ofNoMatter({ body: () => ({ language: "es", text: "No contamos con personal", overruled: [] }) }),
  endorseActivity: ofNoMatter({ body: ({ meetingId }) => ({ said: "endorsed", meetingId, point: "6a" }) }),
  holdActivity: ofNoMatter({
    body: () => ({ fromOn: "2027-02-01", untilOn: null, place: "", attendance: [], overruled: [] }),
  }),
  evaluateActivity: ofNoMatter({ body: () => ({ language: "es", text: "Bien", results: [], overruled: [] }) }),
  tellSeen: plain({ params: ({ documentId }) => ({ matterId: documentId }), body: () => ({ version: 1 }) }),
  saveAgenda: ofNoMeeting({ body: () => ({ points: [], reason: "", overruled: [] }), revision: 1 }),
  getBody: plain({ params: () => ({ body: "COALITION" }) }),
  // A role without a day, and roles that are not there.
  addTerm: plain({
    params: () => ({ body: "COALITION" }),
    body: () => ({
      ...{ participant: "CRI", role: "secretariat", fromOn: null, untilOn: null, knownOn: null, source: "A report" },
    }),
  }),
  endTerm: ofNoTerm({ body: () => ({ untilOn: "2031-01-01" }) }),
  withdrawTerm: ofNoTerm({ body: () => ({ reason: "It was mistyped" }) }),
  getReceivedReports: plain(),
  showReceivedReports: plain({ body: () => ({ shown: false }), revision: 0 }),
  getRoundStatus: plain({ params: ofYear }),
  getMeetingFile: plain({ params: ofYear, query: () => ({ language: "es" }) }),
  getMeetingWorkbook: plain({ params: ofYear, query: () => ({ language: "es" }) }),
  // Filters narrow what the reader may see: they lead to fewer rows, never to a refusal.
  listSubmissions: plain({ query: ({ country, year }) => ({ country, round: String(year) }) }),
  getSubmission: onSubmission(),
  saveAnswer: onSubmission({
    params: ({ draftId }) => ({ submissionId: draftId, indicatorCode: "TIP-LEG-01" }),
    body: () => answer,
    revision: 0,
  }),
  saveAnswers: onSubmission({
    body: () => ({ answers: [{ ...answer, indicatorCode: "TIP-LEG-01", revision: 0 }] }),
  }),
  submitSubmission: onSubmission({
    body: () => ({ declaration: true, answers: { "TIP-LEG-01": 1, "TIP-PRO-02": 1 } }),
  }),
  followSubmission: onSubmission(),
  getScheduler: plain(),
  followRound: plain({ params: ofYear }),
  tellPlace: onSubmission({
    params: ({ draftId }) => ({ submissionId: draftId, streamId: "018f0000-0000-7000-8000-000000000001" }),
    body: () => ({ section: null, indicatorCode: null }),
  }),
  readAnswers: onSubmission({ query: () => ({ indicators: "TIP-LEG-01,TIP-PRO-02" }) }),
  listSections: onSubmission(),
  askForSection: onSubmission({
    body: () => ({
      ...{ name: "New Person", institution: "Ministry", address: "section@people.example", language: "es" },
      ...{ indicators: ["TIP-LEG-01"], dueOn: "2027-03-15", note: "" },
    }),
  }),
  sendSectionLink: onSubmission({ params: ofSection }),
  changeSection: onSubmission({
    params: ofSection,
    body: () => ({ revision: 1, dueOn: "2027-03-15", indicators: ["TIP-LEG-01"] }),
  }),
  removeSection: onSubmission({ params: ofSection }),
  listProposals: onSubmission(),
  takeProposals: onSubmission({
    body: ({ proposalId }) => ({ proposals: [{ id: proposalId, revision: 1, answerRevision: 0 }] }),
  }),
  undoTaking: onSubmission({ params: ofProposal }),
  giveBackProposal: onSubmission({
    params: ofProposal,
    body: () => ({ revision: 1, note: "Please say which register" }),
  }),
  getOwnPart: onSubmission(),
  handInSection: onSubmission(),
  withdrawProposal: onSubmission({
    params: ({ draftId }) => ({ submissionId: draftId, indicatorCode: "TIP-LEG-01" }),
    body: () => ({ revision: 1 }),
  }),
  openSectionLink: plain({ body: () => ({ token }) }),
  requestSectionLink: plain({ body: () => ({ email: "nobody@people.example" }) }),
  getReceipt: onSubmission({ params: frozen }),
  getReceiptFile: onSubmission({ params: frozen }),
  askForSignature: onSubmission({ body: () => ({ answers: { "TIP-LEG-01": 1 } }) }),
  signSubmission: onSubmission({ body: () => ({ declaration: true, answers: { "TIP-LEG-01": 1 } }) }),
  sendBackForSignature: onSubmission({ body: () => ({ reason: "The figure of 2025 is another" }) }),
  withdrawSubmission: onSubmission({ params: frozen, body: () => ({ reason: "A figure is missing" }) }),
  returnSubmission: onSubmission({
    params: frozen,
    body: () => ({ comments: [{ indicatorCode: null, body: "Please look at this again" }] }),
  }),
  acceptSubmission: onSubmission({ params: frozen, body: () => ({ confirmNotApplicable: [] }) }),
  publishSubmission: onSubmission({ params: frozen, body: () => ({}) }),
  getPublicFileState: plain(),
  getPublicationPreview: onSubmission({ params: frozen }),
  getReviewPreview: onSubmission({ params: frozen, query: () => ({ version: "1" }) }),
  consentToPublication: onSubmission({ params: frozen, body: () => ({ version: 1 }) }),
  exemptSubmission: onSubmission({ body: () => ({ reason: "A hurricane hit the capital" }) }),
  extendSubmission: onSubmission({ body: () => ({ dueOn: "2027-06-30", reason: "Change of government" }) }),
  listReviews: plain(),
  correctExtension: onSubmission({ body: () => ({ dueOn: "2027-05-31", reason: "The date was mistyped" }) }),
  takeBackExtension: onSubmission({ body: () => ({ reason: "It was another country" }) }),
  correctReturnDate: onSubmission({ params: frozen, body: () => ({ dueOn: "2027-03-31", reason: "More time asked" }) }),
  takeBackExemption: onSubmission({ body: () => ({ reason: "It was another country" }) }),
  reopenAnswer: onSubmission({
    params: ({ draftId }) => ({ submissionId: draftId, indicatorCode: "TIP-LEG-01" }),
    body: () => ({ reason: "A court corrected its figure" }),
  }),
  closeThread: onSubmission({ body: () => ({ indicatorCode: "TIP-LEG-01", audience: "shared" }) }),
  markSeen: onSubmission({ body: () => ({ comments: ["018f0000-0000-7000-8000-000000000002"] }) }),
  addComment: onSubmission({ body: () => ({ indicatorCode: "TIP-LEG-01", audience: "shared", body: "A remark" }) }),
  listNotices: { names: "country", params: ofYear, query: ({ country }) => ({ country }) },
  showAnswerLink: plain({ body: () => ({ token }) }),
  useAnswerLink: plain({ body: () => ({ token, said: "nothing_to_report", promisedOn: null, detail: "" }) }),
  getAsks: { names: "country", params: ({ country }) => ({ country }) },
  getAsksCsv: { names: "country", query: ({ country }) => ({ country }) },
  getAsksWorkbook: { names: "country", query: ({ country }) => ({ country }) },
  // A day that is still to come: it passes the guards, but goes no further.
  noteExchange: plain({
    params: ofYear,
    body: ({ country }) => ({
      ...{ country, channel: "telephone", happenedOn: "2099-01-01", withWhom: "", isAsk: true },
      ...{ said: "nothing_to_report", promisedOn: null, detail: "" },
    }),
  }),
  withdrawExchange: {
    names: "exchange",
    params: ({ exchangeId }) => ({ exchangeId }),
    body: () => ({ reason: "It was another country" }),
  },
  resendNotices: plain({ params: ofYear, body: ({ country }) => ({ countries: [country], preview: true }) }),
  simulateNotices: plain({ params: ofYear, query: () => ({ until: "2027-05-30" }) }),
  getCountryDays: plain({ params: ofCountryItself }),
  // Days that nobody can enter: they pass the guards, but go no further.
  enterCountryDays: plain({
    params: ofCountryItself,
    body: () => ({ kind: "quiet", firstDay: "2020-01-02", lastDay: "2020-01-01", reason: "The year was mistyped" }),
  }),
  withdrawCountryDays: plain({
    params: ({ country }) => ({ country, periodId: "018f0000-0000-7000-8000-000000000003" }),
    body: () => ({ reason: "The year was mistyped" }),
  }),
  sendTestMail: plain(),
  listVerdicts: onSubmission({ params: frozen }),
  // A revision that no mark has: it passes the guards, but goes no further.
  markAnswers: onSubmission({
    params: frozen,
    body: () => ({
      version: 1,
      marks: [{ indicatorCode: "TIP-LEG-01", verdict: "seen", reason: null, words: "", revision: 999 }],
    }),
  }),
  getVersionAnswers: onSubmission({ params: ({ frozenId }) => ({ submissionId: frozenId, version: 1 }) }),
  getReviewPromise: plain(),
  setReviewPromise: plain({ body: () => ({ days: 10 }), revision: 999 }),
  listHolds: plain({ params: ofYear }),
  // A day that has passed, and a hold that nobody made: they pass the guards, but go no further.
  holdReminders: plain({
    params: ofYear,
    body: ({ country }) => ({ country, lastDay: "2020-01-01", reason: "An emergency was declared" }),
  }),
  liftHold: plain({
    params: ({ year }) => ({ year, holdId: "018f0000-0000-7000-8000-000000000004" }),
    body: () => ({ reason: "The emergency is over" }),
  }),
  getClosingList: plain({ params: ofYear, query: () => ({ language: "es" }) }),
  getClosingListWorkbook: plain({ params: ofYear, query: () => ({ language: "es" }) }),
  listWaitingSteps: plain({ params: ofYear }),
  // A step that was never proposed: they pass the guards, but go no further.
  getWaitingStepMessages: plain({ params: ofWaitingStep }),
  confirmWaitingStep: plain({ params: ofWaitingStep, body: () => ({ asksWritten: 0 }) }),
  declineWaitingStep: plain({ params: ofWaitingStep, body: () => ({ reason: "The minister has telephoned" }) }),
  listScheduledReminders: plain({ params: ofYear }),
  // A moment that has passed, and a reminder that nobody set: they pass the guards, but go no further.
  previewScheduledReminders: plain({
    params: ofYear,
    body: ({ country }) => ({ countries: [country], moment: longAgo }),
  }),
  scheduleReminders: plain({ params: ofYear, body: ({ country }) => ({ countries: [country], moment: longAgo }) }),
  changeScheduledReminder: plain({ params: ofReminder, body: () => ({ moment: longAgo }) }),
  withdrawScheduledReminder: plain({ params: ofReminder }),
  listStepSettings: plain(),
  // As it is by default, so that nothing changes.
  setStepConfirmation: plain({
    params: () => ({ step: "escalation_30" }),
    body: () => ({ needsConfirmation: true, reason: "So it was agreed" }),
  }),
  listTemplates: plain(),
  getTemplate: plain({ params: () => ({ kind: "overdue_1", language: "es" }) }),
  // Words that are refused, a version that never was, and an empty subject: they pass the guards, but go no further.
  saveTemplate: plain({
    params: () => ({ kind: "overdue_1", language: "es" }),
    body: () => ({ words: { subject: "", opening: "", closing: "" }, basedOn: 0 }),
  }),
  restoreTemplate: plain({
    isMissing: true,
    params: () => ({ kind: "overdue_1", language: "es" }),
    body: () => ({ version: 900, basedOn: 0 }),
  }),
  previewTemplate: plain({
    params: () => ({ kind: "overdue_1", language: "es" }),
    body: ({ country }) => ({ words: { subject: "", opening: "", closing: "" }, country, state: "plain" }),
  }),
  listLetters: plain({ params: ofYear }),
  // A text that is not so for the country, and letters that nobody wrote: they pass the guards, but go no further.
  previewLetter: plain({ params: ofYear, body: ({ country }) => letterTo(country) }),
  writeLetter: plain({
    params: ofYear,
    body: ({ country }) => ({ ...letterTo(country), seen: { subject: "", paragraphs: [] } }),
  }),
  getLetterFile: plain({ isMissing: true, params: () => ({ code: "AV-2099-0001" }) }),
  dispatchLetter: plain({
    isMissing: true,
    params: () => ({ code: "AV-2099-0001" }),
    body: () => ({ on: "2027-02-10" }),
  }),
  withdrawLetter: plain({
    isMissing: true,
    params: () => ({ code: "AV-2099-0001" }),
    body: () => ({ reason: "It was written for another country" }),
  }),
  listOutgoingMail: plain(),
  getOutgoingMail: { names: "mail", params: ofMail },
  handInMailReply: plain({ body: () => ({ sentAt: "2027-02-10T15:00:00Z", message: "", signature: "a".repeat(43) }) }),
  retryMail: { names: "mail", params: ofMail },
  listPeople: plain(),
  invitePerson: plain({
    body: ({ country }) => ({
      address: "new.person@people.example",
      displayName: "New Person",
      role: "focal_point",
      country,
      language: "es",
    }),
  }),
  resendInvitation: { names: "person", params: ofPerson },
  endPerson: { names: "person", params: ofPerson },
  editPerson: { names: "person", params: ofPerson, body: () => ({ institution: "Ministry" }) },
  askForAddress: { names: "person", params: ofPerson, body: () => ({ address: "elsewhere@people.example" }) },
  askForRole: { names: "person", params: ofPerson, body: () => ({ role: "observer", country: null }) },
  reopenPerson: { names: "person", params: ofPerson },
  getPeopleCsv: plain({ query: () => ({ language: "es" }) }),
  importPeople: plain({ body: () => ({ rows: [rowOfFile], fingerprint: null }) }),
  getHandover: { names: "person", params: ofPerson },
  getOwnHandover: plain(),
  getPersonHistory: { names: "person", params: ofPerson },
  confirmRequest: { names: "person", params: ofRequest },
  withdrawRequest: { names: "person", params: ofRequest },
  listPublicIndicators: plain(),
  getPublicIndicator: plain({ params: () => ({ indicatorCode: "TIP-PRO-01" }) }),
  getMatrix: plain(),
  getIndex: plain(),
  getProgressSince: plain({ params: ({ year }) => ({ roundYear: year, earlierRoundYear: year - 1 }) }),
  getPublicCountry: plain({ params: ({ country }) => ({ iso3: country }) }),
  getPublicVoices: plain({ params: () => ({ about: "indicators", code: "TIP-PRV-04" }) }),
  listPublicDocuments: plain(),
  // What nothing public holds is a missing file.
  getPublicFile: plain({ isMissing: true, params: ({ fileId }) => ({ fileId }) }),
  getDataCsv: plain({ query: ({ country }) => ({ country }) }),
  getIndexCsv: plain({ query: ({ country }) => ({ country }) }),
};

/** Every operation with its example. Throws when a new operation has none, so that no test leaves it out unnoticed. */
export const operations: readonly Operation[] = allContracts.map((contract) => {
  const example = examples[contract.operationId];
  if (example === undefined) throw new Error(`Give ${contract.operationId} an example request`);
  return { contract, ...example };
});
