import { randomUUID } from "node:crypto";
import { aRound, declared } from "@avances/api/testing/reporting-round";
import { startTestApi, type TestApi, type Who } from "@avances/api/testing/start-test-api";
import {
  acceptSubmission,
  addTerm,
  allContracts,
  askForSignature,
  assembleReport,
  type BodyOf,
  type Contract,
  circulateReport,
  closeRound,
  consentToPublication,
  dispatchCommitment,
  enterCountryDays,
  exemptSubmission,
  extendSubmission,
  fileActivity,
  fileCommitment,
  fileDocument,
  fileGuidelineStatement,
  fileNarrative,
  fileVoice,
  finaliseReport,
  getGuidelines,
  holdActivity,
  holdMeeting,
  holdReminders,
  importPeople,
  listOutgoingMail,
  listWaitingSteps,
  noteExchange,
  openRound,
  planMeeting,
  prepareRound,
  previewLetter,
  replyToMatter,
  resendNotices,
  returnSubmission,
  type reviseActivity,
  type reviseCommitment,
  type reviseDocument,
  type reviseNarrative,
  type reviseVoice,
  saveActivity,
  saveAnswer,
  saveCommitment,
  saveDocument,
  saveGuidelineStatement,
  saveGuidelineSteps,
  saveNarrative,
  saveReportPoint,
  saveTemplate,
  saveVoice,
  scheduleReminders,
  setStepConfirmation,
  submitSubmission,
  writeLetter,
} from "@avances/contracts";
import { insertProposedSteps } from "@avances/db/queries/proposed-step-queries";
import { findRound } from "@avances/db/queries/round-queries";
import { planKey } from "@avances/domain/round";
import { testClient } from "@avances/testing";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let api: TestApi;
let owner: pg.Client;
/** One unused report for each operation that acts on a report. */
let fresh: { readonly country: string; readonly id: string }[] = [];
/** The same in a round that asks for the signature of a second person. */
let signed: { readonly country: string; readonly id: string }[] = [];

beforeAll(async () => {
  api = await startTestApi();
  owner = testClient({ connectionString: api.ownerUrl });
  await owner.connect();
  for (const year of [2027, 2026, 2025]) {
    const ids = await aRound(api, year, ["CRI", "GTM", "HND", "MEX", "NIC", "PAN", "SLV"]);
    fresh = [...fresh, ...Object.entries(ids).map(([country, id]) => ({ country, id }))];
  }
  const ids = await aRound(api, 2024, ["CRI", "GTM", "HND"], undefined, { signatureRequired: true });
  signed = Object.entries(ids).map(([country, id]) => ({ country, id }));
  for (const country of ["CRI", "GTM", "HND"]) {
    await api.person(`focal_point:${country}`);
    await api.person(`approver:${country}` as Who);
  }
});
afterAll(async () => {
  await owner?.end();
  await api?.close();
});

interface Sound {
  readonly as: Who;
  readonly body?: object;
  /** The same request with other content; absent if nothing in it can vary. */
  readonly other?: object;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Revision of the round; the revision of a report is looked up. */
  readonly revision?: number;
}

const reason = { reason: "A hurricane hit the capital" };
const otherReason = { reason: "The ministry has burnt down" };
const question = { comments: [{ indicatorCode: null, body: "Please look at this again" }] };

/** A report on which these acts were done, and the call of the next act. */
async function report(
  side: "secretariat" | "country",
  call: Omit<Sound, "as" | "params">,
  ...before: Contract[]
): Promise<Sound> {
  const { country, id } = fresh.pop() as (typeof fresh)[number];
  const params = { submissionId: id };
  const who = { country: `focal_point:${country}` as Who, secretariat: "secretariat" as Who };
  await begin(who.country, id);
  for (const contract of before) {
    const { by, body } = bodies[contract.operationId] as (typeof bodies)[string];
    const reply = await api.call(contract, { as: who[by], params, body: body ?? (await declared(api, id)) });
    if (reply.status !== 200) throw new Error(reply.text);
  }
  return { as: who[side], params, ...call };
}

/** A reminder to a country waits for its moment. */
async function setReminder(country: string): Promise<string> {
  const body = { countries: [country], moment: { day: "2027-03-18", time: "10:00", timeZone: null } };
  const set = await api.call(scheduleReminders, { as: "secretariat", params: { year: 2027 }, body });
  return set.body.waiting.find((one) => one.country === country)?.id ?? "";
}

/** The invitation to a country waits for a person, as if the planner had proposed it. */
async function waitingStep(country: string) {
  const body = { needsConfirmation: true, ...reason };
  const set = await api.call(setStepConfirmation, { as: "secretariat", params: { step: "opening" }, body });
  if (set.status !== 200 && set.problem?.code !== "transition-refused") throw new Error(set.text);
  const row = {
    id: randomUUID(),
    roundYear: 2027,
    countryCode: country,
    step: "opening",
    proposedAt: api.clock.now(),
  } as const;
  await api.db.asWorker(async (tx) => {
    const round = await findRound(tx, 2027);
    await insertProposedSteps(tx, [{ ...row, anchorDate: round?.opensOn ?? "" }]);
  });
  const { steps } = (await api.call(listWaitingSteps, { as: "secretariat", params: { year: 2027 } as never })).body;
  const step = steps.find(({ facts }) => facts.country === country);
  if (step === undefined) throw new Error(`Nothing waits for ${country}`);
  return { params: { year: 2027, stepId: step.id }, asksWritten: step.facts.asksWritten };
}

/** The next step on the way to the signature of a report, after it was asked for if need be. */
async function signature(role: "focal_point" | "approver", isAsked: boolean, call: Pick<Sound, "body" | "other">) {
  const { country, id } = signed.pop() as (typeof signed)[number];
  const params = { submissionId: id };
  await begin(`focal_point:${country}` as Who, id);
  const answers = { "TIP-LEG-01": 1 };
  if (isAsked) await api.call(askForSignature, { as: `focal_point:${country}` as Who, params, body: { answers } });
  return { as: `${role}:${country}` as Who, params, ...call };
}

/** The country gives its first answer. */
async function begin(as: Who, submissionId: string): Promise<void> {
  const body = {
    state: "not_available" as const,
    value: null,
    reason: "There is no register yet",
    comment: "",
    evidence: [],
  };
  const params = { submissionId, indicatorCode: "TIP-LEG-01" };
  const reply = await api.call(saveAnswer, { as, params, revision: 0, body });
  if (reply.status !== 200) throw new Error(reply.text);
}

const bodies: Readonly<Record<string, { by: "secretariat" | "country"; body: object | null }>> = {
  // The declaration, with the answers read at that moment.
  submitSubmission: { by: "country", body: null },
  acceptSubmission: { by: "secretariat", body: {} },
  consentToPublication: { by: "country", body: { version: 1 } },
  returnSubmission: { by: "secretariat", body: question },
  exemptSubmission: { by: "secretariat", body: reason },
  extendSubmission: { by: "secretariat", body: { ...reason, dueOn: "2027-05-31" } },
};

async function open(year: number): Promise<void> {
  const body = { year, opensOn: `${year}-02-01`, dueOn: `${year}-04-30`, obligatedGroup: "CA-MEX" };
  await api.call(openRound, { as: "secretariat", body });
}

/** A round whose due date passed some days ago. */
async function overdue(year: number): Promise<void> {
  await aRound(api, year, ["CRI"]);
  for (const table of ["round", "submission"]) {
    const [column, raised] = table === "round" ? ["year", ", opens_on = '2027-01-05'"] : ["round_year", ""];
    await owner.query(`alter table app.${table} disable trigger user`);
    await owner.query(`update app.${table} set due_on = '2027-01-31'${raised} where ${column} = ${year}`);
    await owner.query(`alter table app.${table} enable trigger user`);
  }
}

/** A round that is prepared and can be opened. */
const prepared = (year: number) => {
  const dates = {
    ...{ opensOn: `${year}-02-01`, dueOn: `${year}-04-30`, obligatedCountries: ["CRI"], signatureRequired: false },
  };
  return {
    ...{ year, copiedFrom: null, catalogueSeen: api.deps.catalogues.current.version, obligatedGroup: "CA-MEX" },
    knownGaps: ["alternate:CRI", "liaison_officer:CRI", "national_focal_point:CRI", "presidency:"],
    mailsSeen: planKey(dates),
    ...dates,
  };
};

/** The body of a letter as its preview shows it. */
async function aLetter(country: string, name = "Somebody") {
  const addressee = { name, title: "", institution: "", salutation: "" };
  const wanted = { country, kind: "resend_before", language: "es", addressee } as const;
  const params = { year: 2027 } as never;
  const { subject, paragraphs } = (await api.call(previewLetter, { as: "secretariat", params, body: wanted })).body;
  return { ...wanted, seen: { subject, paragraphs: [...paragraphs] } };
}

/** The number of a letter that was written now. */
async function writtenLetter(country: string): Promise<string> {
  const body = await aLetter(country);
  return (await api.call(writeLetter, { as: "secretariat", params: { year: 2027 } as never, body })).body.code;
}

const aMeeting = (heldOn: string) => ({ heldOn, untilOn: null, place: "San José", host: "CRI" });
/** A meeting on that day, on which somebody acts for the first time. */
async function planned(heldOn: string) {
  const body = { ...aMeeting(heldOn), body: "LON" as const, publicSource: null };
  const { id } = (await api.call(planMeeting, { as: "secretariat", body })).body;
  return { as: "secretariat" as const, params: { meetingId: id }, revision: 1 };
}

/** The report of a meeting that was held on that day, with a point; sent so far. */
async function reported(heldOn: string, sent: readonly (typeof circulateReport | typeof finaliseReport)[] = []) {
  const meeting = await planned(heldOn);
  await api.call(holdMeeting, meeting);
  const begun = (await api.call(assembleReport, { as: "secretariat", params: meeting.params })).body;
  const params = { reportId: begun.id };
  let { body } = await api.call(saveReportPoint, {
    ...{ as: "secretariat", params: { ...params, pointId: randomUUID() }, revision: begun.revision, body: aPoint },
  });
  for (const act of sent) ({ body } = await api.call(act, { as: "secretariat", params, revision: body.revision }));
  return { as: "secretariat" as const, params, revision: body.revision };
}
const aPoint = {
  ...({ level: 1, verb: "thanks", speaker: null, words: { en: "all", es: "a todas" }, overruled: [] as [] } as const),
};
const aDocument: BodyOf<typeof reviseDocument> = {
  ...{
    language: "es",
    subject: "Antecedentes",
    body: "",
    translation: null,
    overruled: [],
    links: [],
    documentKind: "other",
  },
  ...{ meetingId: null, files: [] },
};
/** A draft of a document, on which somebody acts for the first time. */
async function drafted() {
  const params = { matterId: randomUUID() };
  const body = { ...aDocument, visibility: "network" } as const;
  await api.call(saveDocument, { as: "secretariat", params, body, revision: 0 });
  return { as: "secretariat" as const, params, revision: 1 };
}
async function filed() {
  const draft = await drafted();
  await api.call(fileDocument, draft);
  return { ...draft, revision: 2 };
}

const aTerm = (participant: string) => ({
  ...{ participant, role: "member" as const, fromOn: "2020-01-01", untilOn: null, knownOn: null, source: "A report" },
});
/** A role in a body, on which somebody acts for the first time. */
async function enteredTerm(participant: string): Promise<{ readonly termId: string }> {
  const reply = await api.call(addTerm, { as: "secretariat", params: { body: "RCGM" }, body: aTerm(participant) });
  return { termId: reply.body.terms.at(-1)?.id ?? "" };
}
const aRecommendation: BodyOf<typeof reviseVoice> = {
  ...{ language: "es", subject: "Recomendación", body: "", translation: null, overruled: [], kind: "recommendation" },
  ...{ contributionKind: null, source: { kind: "own", name: "" }, owner: null, addressees: ["CRI"], meetingId: null },
  ...{ files: [], links: [] },
};
/** A recommendation of the Secretariat to Costa Rica, on which somebody acts for the first time. */
async function recommended(isFiled = true) {
  const params = { matterId: randomUUID() };
  const body = { ...aRecommendation, visibility: "network" } as const;
  await api.call(saveVoice, { as: "secretariat", params, body, revision: 0 });
  if (isFiled) await api.call(fileVoice, { as: "secretariat", params, revision: 1 });
  return { as: "secretariat" as const, params, revision: isFiled ? 2 : 1 };
}
const anActivity: BodyOf<typeof reviseActivity> = {
  ...{ language: "es", subject: "Taller", body: "", translation: null, overruled: [], activityKind: "workshop" },
  ...{ audience: ["labour"], startsOn: null, endsOn: null, place: "", host: null, meetingId: null, files: [] },
  ...{ funding: { state: "sought", note: "" }, aims: [{ kind: "indicator", code: "TIP-PRV-04" }], addressees: [] },
};
/** A proposal of the Secretariat, on which somebody acts for the first time. */
async function proposed(isFiled = true, more: { readonly addressees?: string[] } = {}) {
  const params = { matterId: randomUUID() };
  const body = { ...anActivity, ...more, visibility: "network" as const };
  await api.call(saveActivity, { as: "secretariat", params, body, revision: 0 });
  if (isFiled) await api.call(fileActivity, { as: "secretariat", params, revision: 1 });
  return { as: "secretariat" as const, params, revision: isFiled ? 2 : 1 };
}
const wasHeld = { fromOn: "2026-03-01", untilOn: null, place: "", attendance: [], overruled: [] } as const;
/** What Costa Rica tells of its progress, on which somebody acts for the first time. */
async function progressTold(heldOn: string, isFiled = true) {
  const { params: meeting } = await planned(heldOn);
  const params = { matterId: randomUUID() };
  const said: BodyOf<typeof reviseNarrative> = {
    ...{ language: "es", subject: "Avances", body: "", translation: null, overruled: [], instrument: "TIP" },
    ...{ meetingId: meeting.meetingId, files: [], indicators: [] },
  };
  const as = "focal_point:CRI" as const;
  await api.call(saveNarrative, { as, params, body: { ...said, visibility: "members" }, revision: 0 });
  if (isFiled) await api.call(fileNarrative, { as, params, revision: 1 });
  return { as, params, said, revision: isFiled ? 2 : 1 };
}
/** The steps of the Regional Guidelines as they are, with another one. Each test that needs them enters them. */
async function withSteps() {
  const { revision, sets } = (await api.call(getGuidelines, { as: "secretariat" })).body;
  const steps = sets.at(-1)?.steps ?? [];
  const name = (n: number) => ({ en: `Step ${n}`, es: `Paso ${n}` });
  const body = (n: number) => ({
    ...{ source: { en: "", es: "" } },
    steps: [
      ...steps.slice(0, 3).map((step) => ({ ...step, indicators: [...step.indicators] })),
      { code: null, name: name(n), indicators: [] },
    ],
  });
  return { revision, body };
}
/** What Costa Rica says of itself on a step, on which somebody acts for the first time. */
async function statedStep(isFiled = true) {
  const { revision, body: stepsWith } = await withSteps();
  if (revision === 0) await api.call(saveGuidelineSteps, { as: "secretariat", body: stepsWith(1), revision });
  const params = { matterId: randomUUID() };
  const said: BodyOf<typeof saveGuidelineStatement> = {
    ...{ language: "es", subject: "Decreto", body: "", translation: null, overruled: [], country: "CRI", step: "G1" },
    ...{ said: "yes", asOf: "2026-03-01", replyDays: null, visibility: "members", files: [], meetingId: null },
  };
  const as = "focal_point:CRI" as const;
  await api.call(saveGuidelineStatement, { as, params, body: said, revision: 0 });
  if (isFiled) await api.call(fileGuidelineStatement, { as, params, revision: 1 });
  return { as, params, said, revision: isFiled ? 2 : 1 };
}
const spoken = { language: "es", text: "Sí", overruled: [] } as const;
const aCommitment: BodyOf<typeof reviseCommitment> = {
  ...{ language: "es", subject: "Enviar los antecedentes", body: "", translation: null, overruled: [] },
  ...{ meetingId: null, point: "", responsible: "RCM-TS", to: ["CRI"], dueOn: null },
};
const savedAs: BodyOf<typeof saveCommitment> = {
  ...{ ...aCommitment, visibility: "network", stage: "open", isInReport: false },
};
/** A draft of a commitment, one that was filed, and one that was sent to Costa Rica. */
async function promised() {
  const params = { matterId: randomUUID() };
  await api.call(saveCommitment, { as: "secretariat", params, body: savedAs, revision: 0 });
  return { as: "secretariat" as const, params, revision: 1 };
}
async function filedPromise() {
  const draft = await promised();
  await api.call(fileCommitment, draft);
  return { ...draft, revision: 2 };
}
const toCostaRica = { to: ["CRI"], replyBy: null, documents: [] };
async function sentPromise() {
  const filedOne = await filedPromise();
  await api.call(dispatchCommitment, { ...filedOne, body: toCostaRica });
  return { ...filedOne, revision: 3 };
}
const anAnswer = { said: "reply", language: "es", text: "De acuerdo.", files: [], overruled: [] } as const;

/** A valid call of every operation that takes an idempotency key. */
const sound: Readonly<Record<string, () => Promise<Sound>>> = {
  openRound: async () => {
    const body = { year: 2031, opensOn: "2031-02-01", dueOn: "2031-04-30", obligatedGroup: "CA-MEX" };
    return { as: "secretariat", body, other: { ...body, dueOn: "2031-05-31" } };
  },
  correctRound: async () => {
    await open(2035);
    const body = { ...reason, opensOn: "2035-02-01", dueOn: "2035-05-31" };
    return { as: "secretariat", params: { year: 2035 }, revision: 1, body, other: { ...body, dueOn: "2035-06-30" } };
  },
  prepareRound: async () => {
    const body = prepared(2041);
    return { as: "secretariat", params: { year: 2041 }, revision: 0, body, other: { ...body, dueOn: "2041-05-31" } };
  },
  dropPreparation: async () => {
    const params = { year: 2042 } as never;
    await api.call(prepareRound, { as: "secretariat", params, revision: 0, body: prepared(2042) });
    return { as: "secretariat", params: { year: 2042 }, revision: 1 };
  },
  openPreparedRound: async () => {
    const body = prepared(2043);
    const params = { year: 2043 } as never;
    await api.call(prepareRound, { as: "secretariat", params, revision: 0, body });
    return { as: "secretariat", params: { year: 2043 }, revision: 1 };
  },
  markAnswers: async () => {
    const call = await report("secretariat", {}, submitSubmission);
    const mark = { indicatorCode: "TIP-LEG-01", verdict: "seen", reason: null, words: "", revision: 0 };
    const other = { version: 1, marks: [{ ...mark, verdict: "reservation", words: "As agreed by telephone" }] };
    return { ...call, body: { version: 1, marks: [mark] }, other };
  },
  setReviewPromise: async () => ({ as: "secretariat", revision: 0, body: { days: 10 }, other: { days: 20 } }),
  changeGroup: async () => {
    const body = { ...reason, country: "DOM", joins: true, from: "2050-01-01" };
    return { as: "secretariat", params: { group: "CA-MEX" }, body, other: { ...body, from: "2051-01-01" } };
  },
  closeRound: async () => {
    const body = { ...reason, notReceived: ["CRI"], extended: [] };
    await overdue(2037);
    return { as: "secretariat", params: { year: 2037 }, revision: 1, body, other: { ...body, ...otherReason } };
  },
  reopenRound: async () => {
    await overdue(2038);
    const body = { ...reason, notReceived: ["CRI"], extended: [] };
    await api.call(closeRound, { as: "secretariat", params: { year: 2038 } as never, revision: 1, body });
    return { as: "secretariat", params: { year: 2038 }, revision: 2, body: reason, other: otherReason };
  },
  cancelRound: async () => {
    await open(2036);
    return { as: "secretariat", params: { year: 2036 }, revision: 1, body: reason, other: otherReason };
  },
  submitSubmission: () =>
    report("country", {
      body: { declaration: true, answers: { "TIP-LEG-01": 1 } },
      other: { declaration: true, answers: { "TIP-LEG-01": 2 } },
    }),
  askForSignature: () =>
    signature("focal_point", false, {
      body: { answers: { "TIP-LEG-01": 1 } },
      other: { answers: { "TIP-LEG-01": 2 } },
    }),
  signSubmission: () =>
    signature("approver", true, {
      body: { declaration: true, answers: { "TIP-LEG-01": 1 } },
      other: { declaration: true, answers: { "TIP-LEG-01": 2 } },
    }),
  sendBackForSignature: () => signature("approver", true, { body: reason, other: otherReason }),
  withdrawSubmission: () => report("country", { body: reason, other: otherReason }, submitSubmission),
  returnSubmission: () =>
    report("secretariat", { body: question, other: { ...question, dueOn: "2027-03-31" } }, submitSubmission),
  acceptSubmission: () =>
    report("secretariat", { body: {}, other: { confirmNotApplicable: ["TIP-LEG-01"] } }, submitSubmission),
  consentToPublication: () =>
    report("country", { body: { version: 1 }, other: { version: 2 } }, submitSubmission, acceptSubmission),
  publishSubmission: () =>
    report("secretariat", { body: {} }, submitSubmission, acceptSubmission, consentToPublication),
  exemptSubmission: () => report("secretariat", { body: reason, other: otherReason }),
  extendSubmission: () =>
    report("secretariat", { body: { ...reason, dueOn: "2027-05-31" }, other: { ...reason, dueOn: "2027-06-30" } }),
  correctExtension: () =>
    report(
      "secretariat",
      { body: { ...reason, dueOn: "2027-05-15" }, other: { ...reason, dueOn: "2027-06-15" } },
      extendSubmission,
    ),
  takeBackExtension: () => report("secretariat", { body: reason, other: otherReason }, extendSubmission),
  correctReturnDate: () =>
    report(
      "secretariat",
      { body: { ...reason, dueOn: "2027-03-15" }, other: { ...reason, dueOn: "2027-03-16" } },
      submitSubmission,
      returnSubmission,
    ),
  takeBackExemption: () => report("secretariat", { body: reason, other: otherReason }, exemptSubmission),
  reopenAnswer: async () => {
    const call = { body: reason, other: otherReason };
    const sound = await report("country", call, submitSubmission);
    // A question on another answer, or nothing of the report would be locked.
    const comments = [{ indicatorCode: "TIP-PRO-01", body: "Since when?" }];
    const back = { as: "secretariat", params: sound.params, body: { comments } } as never;
    await api.call(returnSubmission, back);
    return { ...sound, params: { ...sound.params, indicatorCode: "TIP-LEG-01" } };
  },
  addComment: () => {
    const body = { indicatorCode: null, audience: "shared", body: "A remark" };
    return report("country", { body, other: { ...body, body: "Another remark" } });
  },
  askForSection: () => {
    const body = {
      ...{ name: "New Person", institution: "Ministry", address: "section@people.example", language: "es" },
      ...{ indicators: ["TIP-LEG-01"], dueOn: "2027-02-10", note: "" },
    };
    return report("country", { body, other: { ...body, name: "Another Person" } });
  },
  showReceivedReports: async () => ({
    as: "secretariat",
    revision: 0,
    body: { shown: true },
    other: { shown: false },
  }),
  resendNotices: async () => {
    const body = { countries: ["CRI"], preview: false };
    return { as: "secretariat", params: { year: 2027 }, body, other: { ...body, countries: ["GTM"] } };
  },
  planMeeting: async () => {
    const body = { ...aMeeting("2031-03-01"), body: "LON", publicSource: null };
    return { as: "secretariat", body, other: { ...body, place: "Managua" } };
  },
  correctMeeting: async () => {
    const body = { ...aMeeting("2031-03-03"), ...reason };
    return { ...(await planned("2031-03-02")), body, other: { ...body, place: "Managua" } };
  },
  assembleReport: async () => {
    const { params } = await planned("2026-03-10");
    return { as: "secretariat", params };
  },
  saveReportPoint: async () => {
    const { params, ...call } = await reported("2026-03-11");
    const body = { ...aPoint, words: { en: "nobody", es: "a nadie" } };
    return { ...call, params: { ...params, pointId: randomUUID() }, body, other: aPoint };
  },
  arrangeReport: async () => {
    const body = { points: [], withSubmissions: false };
    return { ...(await reported("2026-03-12")), body, other: { ...body, withSubmissions: true } };
  },
  saveReportFigures: async () => {
    const country = { id: randomUUID(), pointId: null, subject: "country", code: "CRI", form: "table" };
    const body = { figures: [{ ...country, roundYear: null, countries: [] }] };
    return { ...(await reported("2026-03-19")), body, other: { figures: [] } };
  },
  circulateReport: () => reported("2026-03-13"),
  finaliseReport: () => reported("2026-03-16", [circulateReport]),
  considerReport: async () => {
    const body = { on: "2026-03-18", language: "es", response: "Lo consideró", overruled: [] };
    return {
      ...{ ...(await reported("2026-03-17", [circulateReport, finaliseReport])), body },
      other: { ...body, response: "Lo aprobó" },
    };
  },
  commentOnReport: async () => {
    const { params } = await reported("2026-03-18", [circulateReport]);
    const body = { version: 1, pointId: null, language: "es", text: "Conforme", overruled: [] };
    return { as: "focal_point:CRI", params, body, other: { ...body, text: "Otra cosa" } };
  },
  cancelMeeting: async () => ({ ...(await planned("2031-03-04")), body: reason, other: otherReason }),
  holdMeeting: () => planned("2026-03-05"),
  recordAttendance: async () => {
    const note = { participant: "CRI", fact: "attended" };
    const body = { notes: [{ ...note, holds: true }] };
    return { ...(await planned("2026-03-06")), body, other: { notes: [{ ...note, holds: false }] } };
  },
  saveCommitment: async () => {
    const params = { matterId: randomUUID() };
    return { as: "secretariat", params, revision: 0, body: savedAs, other: { ...savedAs, subject: "Otro" } };
  },
  fileCommitment: promised,
  reviseCommitment: async () => ({
    ...{ ...(await filedPromise()), body: aCommitment, other: { ...aCommitment, subject: "Otro" } },
  }),
  moveCommitment: async () => {
    const body = { stage: "done", note: "", overruled: [] };
    return { ...(await filedPromise()), body, other: { ...body, stage: "in_progress" } };
  },
  concludeCommitment: async () => {
    const { params } = await planned("2026-03-09");
    const body = { meetingId: params.meetingId, language: "es", text: "Se concluyó", stage: "done", overruled: [] };
    return { ...(await filedPromise()), body, other: { ...body, text: "Se concluyó de otro modo" } };
  },
  dispatchCommitment: async () => ({
    ...{ ...(await filedPromise()), body: toCostaRica, other: { ...toCostaRica, to: ["HND"] } },
  }),
  resendCommitment: async () => {
    const one = await sentPromise();
    const asked = (count: number) => ({ to: [{ participant: "CRI", count }] });
    return { ...one, body: asked(1), other: asked(2) };
  },
  replyToMatter: async () => ({
    ...{ as: "focal_point:CRI", params: (await sentPromise()).params },
    ...{ body: anAnswer, other: { ...anAnswer, text: "En desacuerdo." } },
  }),
  withdrawReply: async () => {
    const { params } = await sentPromise();
    const { id } = (await api.call(replyToMatter, { as: "focal_point:CRI", params, body: anAnswer })).body;
    return { as: "focal_point:CRI", params: { ...params, replyId: id } };
  },
  saveDocument: async () => {
    const body = { ...aDocument, visibility: "network" };
    const params = { matterId: randomUUID() };
    return { as: "secretariat", params, revision: 0, body, other: { ...body, subject: "Otro" } };
  },
  fileDocument: drafted,
  reviseDocument: async () => ({ ...(await filed()), body: aDocument, other: { ...aDocument, subject: "Otro" } }),
  showDocument: async () => ({
    ...{ ...(await filed()), body: { visibility: "members" }, other: { visibility: "secretariat" } },
  }),
  withdrawDocument: async () => ({ ...(await filed()), body: reason, other: otherReason }),
  addTranslation: async () => {
    const body = { textRevision: 1, language: "en", subject: "Background", body: "", overruled: [] };
    return { as: "secretariat", params: (await filed()).params, body, other: { ...body, subject: "Another" } };
  },
  saveAgenda: async () => {
    const point = { id: null, number: 1, letter: "", language: "es", translation: null, translationHolds: false };
    const agenda = (title: string) => ({ points: [{ ...point, title, presenter: null }], reason: "", overruled: [] });
    return { ...(await planned("2031-03-07")), body: agenda("Uno"), other: agenda("Otro") };
  },
  addTerm: async () => ({ as: "secretariat", params: { body: "LON" }, body: aTerm("MEX"), other: aTerm("PAN") }),
  endTerm: async () => {
    const body = { untilOn: "2021-12-31" };
    return { as: "secretariat", params: await enteredTerm("HND"), body, other: { untilOn: "2022-12-31" } };
  },
  withdrawTerm: async () => ({
    ...{ as: "secretariat", params: await enteredTerm("GTM"), body: reason, other: otherReason },
  }),
  askForProgress: async () => {
    const asked = (text: string) => ({ to: [{ participant: "CRI", count: 0 }], text: { es: text } });
    const { as, params } = await planned("2031-04-06");
    return { as, params, body: asked("Un saludo"), other: asked("Otro saludo") };
  },
  saveNarrative: async () => {
    const { as, said, params, revision } = await progressTold("2031-04-01", false);
    const body = { ...said, visibility: "members" };
    return { as, params, revision, body, other: { ...body, subject: "Otros" } };
  },
  fileNarrative: async () => {
    const { as, params, revision } = await progressTold("2031-04-02", false);
    return { as, params, revision };
  },
  reviseNarrative: async () => {
    const { as, params, revision, said } = await progressTold("2031-04-03");
    return { as, params, revision, body: said, other: { ...said, subject: "Otros" } };
  },
  showNarrative: async () => {
    const { as, params, revision } = await progressTold("2031-04-04");
    return { as, params, revision, body: { visibility: "network" }, other: { visibility: "secretariat" } };
  },
  withdrawNarrative: async () => {
    const { as, params, revision } = await progressTold("2031-04-05");
    return { as, params, revision, body: reason, other: otherReason };
  },
  saveGuidelineSteps: async () => {
    const { revision, body } = await withSteps();
    return { as: "secretariat", revision, body: body(98), other: body(99) };
  },
  saveGuidelineStatement: async () => {
    const { as, said, params, revision } = await statedStep(false);
    return { as, params, revision, body: said, other: { ...said, subject: "Otro" } };
  },
  fileGuidelineStatement: async () => {
    const { as, params, revision } = await statedStep(false);
    return { as, params, revision };
  },
  showGuidelineStatement: async () => {
    const { as, params, revision } = await statedStep();
    return { as, params, revision, body: { visibility: "network" }, other: { visibility: "secretariat" } };
  },
  withdrawGuidelineStatement: async () => {
    const { as, params, revision } = await statedStep();
    return { as, params, revision, body: reason, other: otherReason };
  },
  saveVoice: async () => {
    const body = { ...aRecommendation, visibility: "network" };
    const params = { matterId: randomUUID() };
    return { as: "secretariat", params, revision: 0, body, other: { ...body, subject: "Otra" } };
  },
  fileVoice: () => recommended(false),
  reviseVoice: async () => ({
    ...{ ...(await recommended()), body: aRecommendation, other: { ...aRecommendation, subject: "Otra" } },
  }),
  showVoice: async () => ({
    ...{ ...(await recommended()), body: { visibility: "members" }, other: { visibility: "secretariat" } },
  }),
  withdrawVoice: async () => ({ ...(await recommended()), body: reason, other: otherReason }),
  saveActivity: async () => {
    const body = { ...anActivity, visibility: "network" };
    const params = { matterId: randomUUID() };
    return { as: "secretariat", params, revision: 0, body, other: { ...body, subject: "Otro" } };
  },
  fileActivity: () => proposed(false),
  reviseActivity: async () => ({
    ...{ ...(await proposed()), body: anActivity, other: { ...anActivity, subject: "Otro" } },
  }),
  showActivity: async () => ({
    ...{ ...(await proposed()), body: { visibility: "members" }, other: { visibility: "secretariat" } },
  }),
  withdrawActivity: async () => ({ ...(await proposed()), body: reason, other: otherReason }),
  supportActivity: async () => {
    const { params } = await proposed();
    return { as: "focal_point:CRI", params, body: { supports: true }, other: { supports: false } };
  },
  declineSupport: async () => {
    const { params } = await proposed(true, { addressees: ["CRI"] });
    const body = { language: "es", text: "No contamos con personal", overruled: [] };
    return { as: "focal_point:CRI", params, body, other: { ...body, text: "Otro" } };
  },
  endorseActivity: async () => {
    const { params } = await proposed();
    const { meetingId } = (await planned("2026-02-03")).params;
    const body = { said: "endorsed", meetingId, point: "6a" };
    return { as: "secretariat", params, body, other: { ...body, said: "not_endorsed" } };
  },
  holdActivity: async () => {
    const { params } = await proposed();
    return { as: "secretariat", params, body: wasHeld, other: { ...wasHeld, fromOn: "2026-03-02" } };
  },
  evaluateActivity: async () => {
    const { params } = await proposed();
    await api.call(holdActivity, { as: "secretariat", params, body: wasHeld });
    const body = { language: "es", text: "Bien", results: [], overruled: [] };
    return { as: "secretariat", params, body, other: { ...body, text: "Mal" } };
  },
  takeStance: async () => {
    const { params } = await recommended();
    const body = { ...spoken, said: "took_note" };
    return { as: "focal_point:CRI", params, body, other: { ...body, said: "accepts" } };
  },
  assessCompletion: async () => {
    const { params } = await recommended();
    const body = { ...spoken, of: "CRI", step: "limited" };
    return { as: "focal_point:CRI", params, body, other: { ...body, step: "completed" } };
  },
  noteExchange: async () => {
    const body = {
      ...{ country: "CRI", channel: "telephone", happenedOn: "2027-02-01", withWhom: "", isAsk: false },
      ...{ said: "nothing_to_report", promisedOn: null, detail: "" },
    };
    return { as: "secretariat", params: { year: 2027 }, body, other: { ...body, channel: "letter" } };
  },
  withdrawExchange: async () => {
    const { id } = (
      await api.call(noteExchange, {
        as: "secretariat",
        params: { year: 2027 },
        body: {
          ...({ country: "CRI", channel: "telephone", happenedOn: "2027-02-01", withWhom: "", isAsk: false } as const),
          ...({ said: "nothing_to_report", promisedOn: null, detail: "" } as const),
        },
      })
    ).body;
    const body = { reason: "It was another country" };
    return { as: "secretariat", params: { exchangeId: id }, body, other: { reason: "Another reason" } };
  },
  enterCountryDays: async () => {
    const body = { kind: "quiet", firstDay: "2027-03-01", lastDay: "2027-03-02", reason: "An election is held" };
    return { as: "secretariat", params: { country: "CRI" }, body, other: { ...body, lastDay: "2027-03-03" } };
  },
  withdrawCountryDays: async () => {
    const days = { kind: "quiet", firstDay: "2027-03-08", lastDay: "2027-03-08", reason: "An election" } as const;
    const params = { country: "GTM" } as never;
    const entered = await api.call(enterCountryDays, { as: "secretariat", params, body: days });
    const periodId = entered.body.periods[0]?.id ?? "";
    return { as: "secretariat", params: { country: "GTM", periodId }, body: reason, other: otherReason };
  },
  holdReminders: async () => {
    const body = { country: "SLV", lastDay: "2027-03-20", reason: "An emergency was declared" };
    return { as: "secretariat", params: { year: 2027 }, body, other: { ...body, lastDay: "2027-03-21" } };
  },
  liftHold: async () => {
    const body = { country: "NIC", lastDay: "2027-03-20", reason: "An emergency was declared" };
    const held = await api.call(holdReminders, { as: "secretariat", params: { year: 2027 } as never, body });
    const params = { year: 2027, holdId: held.body.holds[0]?.id ?? "" };
    return { as: "secretariat", params, body: reason, other: otherReason };
  },
  scheduleReminders: async () => {
    const body = { countries: ["SLV"], moment: { day: "2027-03-18", time: "10:00", timeZone: null } };
    return { as: "secretariat", params: { year: 2027 }, body, other: { ...body, countries: ["NIC"] } };
  },
  changeScheduledReminder: async () => {
    const params = { year: 2027, reminderId: await setReminder("HND") };
    const body = { moment: { day: "2027-03-19", time: "10:00", timeZone: null } };
    return { as: "secretariat", params, body, other: { moment: { ...body.moment, time: "11:00" } } };
  },
  withdrawScheduledReminder: async () => {
    const params = { year: 2027, reminderId: await setReminder("NIC") };
    return { as: "secretariat", params, body: {} };
  },
  confirmWaitingStep: async () => {
    const { params, asksWritten } = await waitingStep("CRI");
    // Nobody was asked by hand: one more than were is taken as well.
    return { as: "secretariat", params, body: { asksWritten }, other: { asksWritten: asksWritten + 1 } };
  },
  declineWaitingStep: async () => {
    const { params } = await waitingStep("MEX");
    return { as: "secretariat", params, body: reason, other: otherReason };
  },
  setStepConfirmation: async () => {
    const body = { needsConfirmation: true, ...reason };
    return { as: "secretariat", params: { step: "closing_45" }, body, other: { ...body, ...otherReason } };
  },
  sendTestMail: async () => ({ as: "secretariat", body: {} }),
  saveTemplate: async () => {
    const words = { subject: "{{standing}}: {{country}}, {{round}}", opening: "", closing: "" };
    const params = { kind: "overdue_1", language: "es" };
    const other = { words: { ...words, opening: "Con aprecio." }, basedOn: 0 };
    return { as: "secretariat", params, body: { words, basedOn: 0 }, other };
  },
  restoreTemplate: async () => {
    const words = { subject: "{{standing}}: {{country}}, {{round}}", opening: "", closing: "" };
    const params = { kind: "overdue_7", language: "es" } as const;
    await api.call(saveTemplate, { as: "secretariat", params, body: { words, basedOn: 0 } });
    const body = { version: 0, basedOn: 1 };
    return { as: "secretariat", params, body, other: { ...body, version: 1 } };
  },
  writeLetter: async () => {
    const body = await aLetter("HND");
    return { as: "secretariat", params: { year: 2027 }, body, other: await aLetter("HND", "Somebody else") };
  },
  dispatchLetter: async () => {
    const code = await writtenLetter("HND");
    return { as: "secretariat", params: { code }, body: { on: "2027-02-10" }, other: { on: "2027-02-09" } };
  },
  withdrawLetter: async () => {
    const code = await writtenLetter("HND");
    return { as: "secretariat", params: { code }, body: reason, other: otherReason };
  },
  retryMail: async () => {
    const body = { countries: ["HND"], preview: false };
    await api.call(resendNotices, { as: "secretariat", params: { year: 2027 }, body });
    const { messages } = (await api.call(listOutgoingMail, { as: "secretariat" })).body;
    const mailId = messages.find(({ country }) => country === "HND")?.id ?? "";
    await owner.query("update app.outgoing_mail set state = 'dead' where id = $1", [mailId]);
    return { as: "secretariat", params: { mailId }, body: {} };
  },
  invitePerson: async () => {
    const body = {
      address: "new.person@people.example",
      displayName: "New Person",
      role: "liaison_officer",
      country: "CRI",
      language: "es",
    };
    return { as: "secretariat", body, other: { ...body, displayName: "Another Person" } };
  },
  announceFile: async () => {
    const body = { name: "Informe.pdf", bytes: 1_000 };
    return { as: "focal_point:CRI", body, other: { ...body, bytes: 1_001 } };
  },
  importPeople: async () => {
    const row = {
      ...{ line: 2, name: "From File", institution: "", salutation: "", address: "from.file@people.example" },
      ...{ role: "observer", country: "", language: "es", phone: "", mailbox: "", from: "", until: "", indicators: "" },
    };
    const judge = async (rows: (typeof row)[]) => {
      const { fingerprint } = (await api.call(importPeople, { as: "secretariat", body: { rows, fingerprint: null } }))
        .body;
      return { rows, fingerprint };
    };
    const [body, other] = [await judge([row]), await judge([{ ...row, address: "another.file@people.example" }])];
    return { as: "secretariat", body, other };
  },
};

/** A name with a number of a document, as nobody should write it. */
const aPerson = "Víctima María López, cédula 1-0987-0654";

/** The same body once for each of its texts in free words, with details of a person there. Codes, days, languages and ids stay. */
function askedWith(body: object | undefined) {
  const isWords = (text: string, key: string) =>
    !/(Id|On|language|on|of|said|kind|Kind|state|visibility|stage|step|code|body|point|letter)$/.test(key) ||
    (key === "body" && !/^[A-Z]+$/.test(text));
  const found: { readonly at: string; readonly wasEmpty: boolean; readonly body: unknown }[] = [];
  const whole = structuredClone(body) as Record<string, unknown> | undefined;
  const visit = (within: Record<string, unknown>, at: string) => {
    for (const [key, value] of Object.entries(within)) {
      if (typeof value === "string" && isWords(value, key) && !codes.has(key)) {
        within[key] = aPerson;
        found.push({ at: `${at}.${key}`, wasEmpty: value === "", body: structuredClone(whole) });
        within[key] = value;
      } else if (typeof value === "object" && value !== null) visit(value as Record<string, unknown>, `${at}.${key}`);
    }
  };
  if (whole !== undefined) visit(whole, "");
  return found;
}
const codes = new Set([
  "verb",
  "role",
  "participant",
  "country",
  "asOf",
  "responsible",
  "host",
  "presenter",
  "instrument",
  "0",
  "1",
]);

/** Everything that is stored, by table, except the keys themselves. */
async function stored(): Promise<Readonly<Record<string, string>>> {
  const tables = await owner.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('app', 'release', 'auth') order by 1",
  );
  const content: Record<string, string> = {};
  for (const { name } of tables.rows) {
    if (name === "app.idempotency") continue;
    const hash = `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as hash from ${name} t`;
    content[name] = (await owner.query<{ hash: string }>(hash)).rows[0]?.hash ?? "";
  }
  return content;
}

const idempotent = allContracts.filter((contract) => contract.idempotent !== undefined);

describe.each(idempotent.map((contract) => [contract.operationId, contract] as const))("%s", (name, contract) => {
  test("acts once for a key, whoever repeats the request and how often; the key belongs to the person and the content", async () => {
    const make = sound[name];
    if (make === undefined) throw new Error(`Give ${name} a sound request`);
    const { other, ...call } = await make();
    // A second person of the same kind. Everybody is signed in beforehand, so that only the act changes what is stored.
    const second = `${call.as}#2` as Who;
    await api.person(call.as);
    await api.person(second);
    const { submissionId } = call.params ?? {};
    const revision = call.revision ?? (submissionId === undefined ? null : await api.revisionOf(String(submissionId)));
    const send = (more: object = {}) =>
      api.call(contract, {
        ...call,
        ...(contract.ifMatch && { revision }),
        idempotencyKey: `once-${name}`,
        ...more,
      } as never);

    if (contract.idempotent === true) {
      const before = await stored();
      expect((await send({ idempotencyKey: null })).problem?.code).toBe("idempotency-key-required");
      expect((await send({ idempotencyKey: "short" })).problem?.code).toBe("idempotency-key-required");
      expect(await stored()).toEqual(before);
    }
    if (contract.problems?.includes("personal-details")) {
      const before = await stored();
      for (const asked of askedWith(call.body)) {
        const reply = await send({ body: asked.body, idempotencyKey: `asked-${name}` });
        // Words where there were none may be refused for something else; they are never kept.
        const isOther = asked.wasEmpty && reply.status === 422;
        expect([asked.at, isOther ? "personal-details" : reply.problem?.code]).toEqual([asked.at, "personal-details"]);
      }
      expect(await stored()).toEqual(before);
    }
    const first = await send();
    expect([first.status, first.text]).toEqual([contract.status ?? 200, first.text]);
    const after = await stored();
    for (const repeated of [await send(), ...(await Promise.all([send(), send(), send()]))])
      expect([repeated.status, repeated.text]).toEqual([first.status, first.text]);
    if (other !== undefined) {
      const reused = await send({ body: other });
      expect([reused.status, reused.problem?.code]).toEqual([422, "idempotency-key-reused"]);
    }
    if (contract.ifMatch) {
      const decidedLater = await send({ revision: (revision ?? 0) + 7 });
      expect([decidedLater.status, decidedLater.problem?.code]).toEqual([422, "idempotency-key-reused"]);
    }
    expect(await stored()).toEqual(after);
    // The same key from another person is another key: that request is judged on its own.
    expect((await send({ as: second })).text).not.toBe(first.text);
  });
});
