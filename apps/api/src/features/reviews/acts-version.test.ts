import {
  acceptSubmission,
  addComment,
  type Contract,
  correctExtension,
  correctReturnDate,
  exemptSubmission,
  extendSubmission,
  getSubmission,
  type Problem,
  publishSubmission,
  returnSubmission,
  type StaleAct,
  type SubmissionSummary,
  saveAnswer,
  submitSubmission,
  takeBackExemption,
  takeBackExtension,
  withdrawSubmission,
} from "@avances/contracts";
import { findSubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { type SubmissionAct, type SubmissionStatus, statusAsExpected } from "@avances/domain/submission";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agree, aRound, auditOf, declared } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi, type Who } from "#testing/start-test-api.ts";

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi({ now: "2027-02-10T15:00:00Z" });
});
afterAll(() => api.close());

/** Reports that nobody has touched yet, each with the focal point of its country. */
const fresh: { readonly country: Who; readonly id: string }[] = [];
let year = 2030;
let country: Who = "focal_point:CRI";
const question = { comments: [{ indicatorCode: null, body: "Does this include victims abroad?" }] };

/** Every act on a submission: who does it, and with which request. */
const acts = {
  submit: { contract: submitSubmission, as: "country", body: (id) => declared(api, id) },
  withdraw: { contract: withdrawSubmission, as: "country", body: () => ({ reason: "A court corrected its figures" }) },
  return: { contract: returnSubmission, as: "secretariat", body: () => question },
  accept: { contract: acceptSubmission, as: "secretariat", body: () => ({}) },
  publish: { contract: publishSubmission, as: "secretariat", body: () => ({}) },
  exempt: { contract: exemptSubmission, as: "secretariat", body: () => ({ reason: "A hurricane hit the capital" }) },
  extend: { contract: extendSubmission, as: "secretariat", body: extension },
  correctExtension: { contract: correctExtension, as: "secretariat", body: extension },
  takeBackExtension: { contract: takeBackExtension, as: "secretariat", body: because },
  correctReturnDate: { contract: correctReturnDate, as: "secretariat", body: extension },
  takeBackExemption: { contract: takeBackExemption, as: "secretariat", body: because },
} as const satisfies Record<
  string,
  { contract: Contract; as: "secretariat" | "country"; body: (id: string) => unknown }
>;
type ActName = keyof typeof acts;

function by(side: "secretariat" | "country"): Who {
  return side === "country" ? country : side;
}

function because() {
  return { reason: "It was another country" };
}

/** Makes each date later than the one before it. */
let days = 0;
function extension() {
  days += 1;
  const dueOn = new Date(Date.UTC(year, 3, 30 + days)).toISOString().slice(0, 10);
  return { dueOn, reason: "Change of government" };
}

interface More {
  readonly revision?: number;
  readonly as?: Who;
  readonly idempotencyKey?: string;
  /** What was seen, for acts that name more than the state. */
  readonly body?: unknown;
}

async function act(name: ActName, submissionId: string, more: More = {}) {
  const { contract, as, body } = acts[name];
  const given = more.body ?? (await body(submissionId));
  return api.call(contract as Contract, { as: by(as), params: { submissionId }, ...more, body: given });
}

async function done(name: ActName, submissionId: string, as?: Who): Promise<void> {
  const reply = await act(name, submissionId, as && { as });
  if (reply.status !== 200) throw new Error(`${name}: ${reply.text}`);
}

async function save(submissionId: string, revision: number): Promise<void> {
  const reply = await api.call(saveAnswer, {
    as: country,
    params: { submissionId, indicatorCode: "TIP-LEG-01" },
    revision,
    body: { state: "not_available", value: null, reason: "There is no register yet", comment: "", evidence: [] },
  });
  if (reply.status !== 200) throw new Error(reply.text);
}

/** The statuses an act may start from, and how a report gets there. */
const begun = {
  draft: [],
  extended: ["extend"],
  exempt: ["exempt"],
  submitted: ["submit"],
  returned: ["submit", "return"],
  accepted: ["submit", "accept"],
} as const satisfies Record<string, readonly ActName[]>;
type Start = keyof typeof begun;

/** A new report in this state. */
async function aReport(status: Start): Promise<string> {
  if (fresh.length === 0) {
    year += 1;
    const ids = await aRound(api, year, ["CRI", "GTM", "HND", "MEX", "NIC", "PAN", "SLV"], "2027-02-01");
    fresh.push(...Object.entries(ids).map(([alpha3, id]) => ({ country: `focal_point:${alpha3}` as Who, id })));
  }
  const next = fresh.pop() as (typeof fresh)[number];
  country = next.country;
  days = 0;
  const { id } = next;
  await save(id, 0);
  for (const name of begun[status]) await done(name, id);
  if (status === "accepted") await agree(api, country, id);
  return id;
}

interface Meanwhile {
  readonly what: string;
  /** The acts it consists of; empty: it changes no state on which an act is decided. */
  readonly acts: readonly SubmissionAct[];
  /** The answers that it changes: nobody may sign them off unseen. */
  readonly answers?: readonly string[];
  happens(id: string): Promise<void>;
}

const other = "secretariat#2";
const nothing: Meanwhile = { what: "nothing", acts: [], happens: async () => undefined };
const talk: Meanwhile = {
  what: "a remark",
  acts: [],
  happens: async (submissionId) => {
    const body = { indicatorCode: null, audience: "shared", body: "A remark" } as const;
    await api.call(addComment, { as: country, params: { submissionId }, body });
  },
};
const inTurn =
  (...names: ActName[]) =>
  async (id: string) => {
    for (const name of names) await done(name, id, acts[name].as === "secretariat" ? other : undefined);
  };

/** What can happen between looking and acting, by the status seen. Each ends in another state, or in one that looks the same. */
const meanwhile: Readonly<Record<Start, readonly Meanwhile[]>> = {
  draft: [
    nothing,
    talk,
    { what: "another answer saved", acts: [], answers: ["TIP-LEG-01"], happens: (id) => save(id, 1) },
    { what: "extended", acts: ["extended"], happens: inTurn("extend") },
    { what: "signed off and withdrawn", acts: ["submitted", "withdrawn"], happens: inTurn("submit", "withdraw") },
    { what: "exempted", acts: ["exempted"], happens: inTurn("exempt") },
    {
      what: "exempted and begun again",
      acts: ["exempted", "started"],
      happens: async (id) => {
        await done("exempt", id, other);
        await save(id, 1);
      },
    },
  ],
  extended: [
    nothing,
    talk,
    { what: "extended further", acts: ["extended"], happens: inTurn("extend") },
    { what: "corrected", acts: ["extension_corrected"], happens: inTurn("correctExtension") },
    { what: "taken back", acts: ["extension_taken_back"], happens: inTurn("takeBackExtension") },
    {
      what: "taken back and extended again",
      acts: ["extension_taken_back", "extended"],
      happens: inTurn("takeBackExtension", "extend"),
    },
    { what: "signed off", acts: ["submitted"], happens: inTurn("submit") },
  ],
  exempt: [
    nothing,
    talk,
    { what: "begun again", acts: ["started"], happens: (id) => save(id, 1) },
    { what: "taken back", acts: ["exemption_taken_back"], happens: inTurn("takeBackExemption") },
    {
      what: "taken back and exempted again",
      acts: ["exemption_taken_back", "exempted"],
      happens: inTurn("takeBackExemption", "exempt"),
    },
  ],
  returned: [
    nothing,
    talk,
    { what: "another date", acts: ["return_date_corrected"], happens: inTurn("correctReturnDate") },
    { what: "submitted", acts: ["submitted"], happens: inTurn("submit") },
    { what: "submitted and returned again", acts: ["submitted", "returned"], happens: inTurn("submit", "return") },
  ],
  submitted: [
    nothing,
    talk,
    { what: "withdrawn", acts: ["withdrawn"], happens: inTurn("withdraw") },
    { what: "withdrawn and submitted", acts: ["withdrawn", "submitted"], happens: inTurn("withdraw", "submit") },
    { what: "returned", acts: ["returned"], happens: inTurn("return") },
    { what: "returned and submitted", acts: ["returned", "submitted"], happens: inTurn("return", "submit") },
    { what: "accepted by another person", acts: ["accepted"], happens: inTurn("accept") },
  ],
  accepted: [
    nothing,
    talk,
    { what: "returned", acts: ["returned"], happens: inTurn("return") },
    {
      what: "returned, submitted and accepted",
      acts: ["returned", "submitted", "accepted"],
      happens: inTurn("return", "submit", "accept"),
    },
    { what: "published by another person", acts: ["published"], happens: inTurn("publish") },
  ],
};

/** States an act may start from: by status; for the due date also by whether a report was received and whether it is extended. */
const possible: Readonly<Record<ActName, readonly SubmissionStatus[]>> = {
  submit: ["draft", "returned"],
  withdraw: ["submitted"],
  return: ["submitted", "accepted"],
  accept: ["submitted"],
  publish: ["accepted"],
  exempt: ["not_started", "draft"],
  extend: ["not_started", "draft"],
  correctExtension: ["not_started", "draft"],
  takeBackExtension: ["not_started", "draft"],
  correctReturnDate: ["returned"],
  takeBackExemption: ["exempt"],
};
const ofTheDueDate: readonly ActName[] = ["extend", "correctExtension", "takeBackExtension"];
type Judged = Pick<SubmissionSummary, "status" | "exempt" | "firstSubmittedAt" | "extended">;
function isPossible(name: ActName, now: Judged): boolean {
  // For the secretariat an exempt country's own draft counts as exempt.
  const status = acts[name].as === "secretariat" ? statusAsExpected(now) : now.status;
  if (!possible[name].includes(status)) return false;
  if (ofTheDueDate.includes(name) && now.firstSubmittedAt !== null) return false;
  return name === "extend" || !ofTheDueDate.includes(name) || now.extended;
}

const startStatus = { extended: "draft" } as Partial<Record<Start, SubmissionStatus>>;
const everyCase = (Object.keys(begun) as Start[]).flatMap((status) =>
  (Object.keys(acts) as ActName[])
    .filter((name) => {
      const now = { status: startStatus[status] ?? (status as SubmissionStatus), extended: status === "extended" };
      return isPossible(name, { ...now, exempt: status === "exempt", firstSubmittedAt: null });
    })
    .flatMap((name) => meanwhile[status].map((event) => ({ status, name, event, what: event.what }))),
);

describe("an act is made on the state it was decided on, or not at all", () => {
  test.each(everyCase)("$name on a $status report, and meanwhile: $what", async ({ status, name, event }) => {
    const id = await aReport(status);
    const seen = await api.revisionOf(id);
    const body = await acts[name].body(id);
    await event.happens(id);
    const before = await stored(id);
    const trail = (await auditOf(api, id)).length;

    const reply = await act(name, id, { revision: seen, body });
    if (name === "submit" && event.answers !== undefined) {
      expect(reply.problem).toMatchObject({ code: "answers-changed", details: { indicators: event.answers } });
      expect(await stored(id)).toEqual(before);
      return;
    }
    if (event.acts.length === 0) {
      expect(reply.status).toBe(200);
      expect(reply.headers.etag).toBe(`"v${seen + 1}"`);
      expect(await api.revisionOf(id)).toBe(seen + 1);
      return;
    }
    expect([reply.status, reply.problem?.code]).toEqual([412, "revision-stale"]);
    const { current, acts: since } = (reply.problem as Problem).details as unknown as StaleAct;
    expect(since.map((one) => one.act)).toEqual(event.acts);
    expect(since.map((one) => one.revision)).toEqual(event.acts.map((_, index) => seen + 1 + index));
    expect(current).toMatchObject({ status: before?.status, version: before?.version, revision: before?.revision });
    expect(await stored(id)).toEqual(before);
    expect(await auditOf(api, id)).toHaveLength(trail);

    // Decided again after the refusal: now only the state allows or forbids it.
    if (name === "publish" && current.status === "accepted") await agree(api, country, id);
    const again = await act(name, id, { revision: current.revision });
    expect([again.status, again.problem?.code]).toEqual(
      isPossible(name, current) ? [200, undefined] : [409, "transition-refused"],
    );
  });

  const stored = (id: string) => api.db.asWorker((tx) => findSubmissionInRound(tx, id));
});

test("an act without a revision is refused in every status, and changes nothing", async () => {
  for (const status of Object.keys(begun) as Start[]) {
    const id = await aReport(status);
    const revision = await api.revisionOf(id);
    for (const { contract, as, body } of Object.values(acts)) {
      const call = { as: by(as), params: { submissionId: id }, body: await body(id) };
      for (const headers of [{}, { "if-match": "*" }, { "if-match": `W/"v${revision}"` }]) {
        const reply = await api.call(contract as Contract, { ...call, revision: null, headers });
        expect([contract.operationId, reply.status]).toEqual([contract.operationId, 428]);
      }
    }
    expect(await api.revisionOf(id)).toBe(revision);
  }
});

test("a repeated act gets its first answer, whatever happened since; one that names another state is another act", async () => {
  const id = await aReport("submitted");
  const revision = await api.revisionOf(id);
  const idempotencyKey = "accept-once-more";
  const first = await act("accept", id, { revision, idempotencyKey });
  expect(first.status).toBe(200);
  await done("return", id);
  expect((await act("accept", id, { revision, idempotencyKey })).text).toBe(first.text);
  const later = await act("accept", id, { revision: await api.revisionOf(id), idempotencyKey });
  expect([later.status, later.problem?.code]).toEqual([422, "idempotency-key-reused"]);
  expect((await auditOf(api, id)).filter(({ action }) => action === "submission.accepted")).toHaveLength(1);
});

test("of many people who decide on the same state at the same moment, only one acts", async () => {
  const id = await aReport("submitted");
  const revision = await api.revisionOf(id);
  const names = ["accept", "return", "accept", "withdraw", "return", "accept"] as const;
  const replies = await Promise.all(
    names.map((name, index) =>
      act(name, id, { revision, ...(acts[name].as === "secretariat" && { as: `secretariat#${index}` }) }),
    ),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412]);
  expect(await api.revisionOf(id)).toBe(revision + 1);
});

test("the country and the secretariat read the same record; a contributor and another country read none of it", async () => {
  const id = await aReport("accepted");
  await done("return", id);
  const read = async (as: Who) => (await api.call(getSubmission, { as, params: { submissionId: id } })).body;
  const [mine, desk] = [await read(country), await read("secretariat")];
  expect(mine.acts).toEqual(desk.acts);
  expect(mine.acts.map(({ act: name, byRole, revision }) => [revision, name, byRole])).toEqual([
    [2, "started", "focal_point"],
    [3, "submitted", "focal_point"],
    [4, "accepted", "secretariat"],
    [5, "returned", "secretariat"],
  ]);
  expect(mine.acts.at(-1)).toMatchObject({
    before: { status: "accepted", version: 1, returnDueOn: null },
    after: { status: "returned", version: 1, returnDueOn: "2027-02-25" },
  });
  expect(mine.submission.revision).toBe(5);
  expect((await read(country.replace("focal_point", "contributor") as Who)).acts).toEqual([]);
  const foreign = await api.call(acceptSubmission, { as: "focal_point:BLZ", params: { submissionId: id }, body: {} });
  expect(foreign.text).not.toContain("acts");
});
