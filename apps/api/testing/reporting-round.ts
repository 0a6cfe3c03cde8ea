import { type BodyOf, consentToPublication, getSubmission, saveAnswers, submitSubmission } from "@avances/contracts";
import { insertRound } from "@avances/db/queries/round-queries";
import { findSubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { insertSubmissions } from "@avances/db/queries/submission-queries";
import type { Answer, Answers } from "@avances/domain/answer";
import { revisionsOf } from "@avances/domain/submission";
import { auditEventsOf, completeAnswers } from "@avances/testing";
import type { TestApi, TestCall, TestPerson, Who } from "./start-test-api.ts";

/**
 * A round of this year (reference period: the year before) in which these countries must report: open from 1 February unless another day is
 * given, due on 30 April.
 */
export async function aRound(
  api: TestApi,
  year: number,
  countries: readonly string[],
  opensOn = `${year}-02-01`,
  more: { readonly signatureRequired?: boolean } = {},
): Promise<Readonly<Record<string, string>>> {
  const secretariat = await api.person("secretariat");
  const ids = Object.fromEntries(countries.map((country) => [country, api.deps.newId()]));
  await api.db.asActor(secretariat, async (tx) => {
    await insertRound(tx, {
      year,
      catalogueVersion: api.deps.catalogues.current.version,
      referenceStart: `${year - 1}-01-01`,
      referenceEnd: `${year - 1}-12-31`,
      opensOn,
      dueOn: `${year}-04-30`,
      obligatedGroup: "CAMEX",
      openedAt: api.clock.now(),
      ...more,
    });
    await insertSubmissions(
      tx,
      Object.entries(ids).map(([countryCode, id]) => ({
        id,
        roundYear: year,
        countryCode,
        obligated: true,
        status: "not_started",
        dueOn: `${year}-04-30`,
      })),
    );
  });
  return ids;
}

type Sending = Pick<TestCall<typeof submitSubmission>, "body" | "revision" | "idempotencyKey">;

export interface Filling {
  readonly seed?: number;
  readonly previous?: Answers;
  /** Changes the complete answers before they are saved. */
  readonly but?: (answers: readonly Answer[]) => readonly Answer[];
}

/** Saves a complete, sound answer to every indicator; all must be unanswered so far. Returns what was saved. */
export async function fill(api: TestApi, as: Who, submissionId: string, filling: Filling = {}): Promise<Answers> {
  const { seed = 1, previous = null, but = (answers) => answers } = filling;
  const answers = but(completeAnswers(api.deps.catalogues.current, { seed, previous }));
  const reply = await api.call(saveAnswers, {
    as,
    params: { submissionId },
    body: {
      answers: answers.map((answer) => ({ ...input(answer), indicatorCode: answer.indicatorCode, revision: 0 })),
    },
  });
  if (reply.body.answers.length !== answers.length) throw new Error("Not every answer was saved");
  return new Map(answers.map((answer) => [answer.indicatorCode, answer]));
}

/** What the country's focal point sends after reading the report: the declaration, and the revisions of the answers. */
export async function declared(api: TestApi, submissionId: string): Promise<BodyOf<typeof submitSubmission>> {
  const country = (await api.db.asWorker((tx) => findSubmissionInRound(tx, submissionId)))?.countryCode;
  const reply = await api.call(getSubmission, { as: `focal_point:${country}`, params: { submissionId } });
  return { declaration: true, answers: revisionsOf(reply.body.answers) };
}

/** Signs the report off as it is, whether this person may or not; by default with the state just read. */
export async function sendReport(api: TestApi, as: Who | TestPerson, submissionId: string, more: Sending = {}) {
  const { body = await declared(api, submissionId), ...rest } = more;
  return api.call(submitSubmission, { as, params: { submissionId }, body, ...rest });
}

/** Signs the report off as it is; it must be received. */
export async function submit(api: TestApi, as: Who | TestPerson, submissionId: string) {
  return (await sendReport(api, as, submissionId)).body;
}

/** The country agrees that its accepted version is published at once. */
export async function agree(api: TestApi, as: Who, submissionId: string): Promise<void> {
  const { publication } = (await api.call(getSubmission, { as, params: { submissionId } })).body;
  if (publication?.consent) return;
  const body = { version: publication?.version ?? 0 };
  const reply = await api.call(consentToPublication, { as, params: { submissionId }, body });
  if (reply.status !== 200) throw new Error(reply.text);
}

/** An answer as a request body: plain data that may be changed. */
export function input({ state, value, reason, comment, evidence }: Answer) {
  return structuredClone({ state, value, reason, comment, evidence }) as {
    state: Answer["state"];
    // biome-ignore lint/suspicious/noExplicitAny: tests send wrong values on purpose
    value: any;
    reason: string;
    comment: string;
    evidence: { title: string; url: string | null; locator: string | null }[];
  };
}

/** Audit events of an object (a submission, or `submission/indicator`), oldest first. */
export async function auditOf(api: TestApi, objectId: string) {
  return auditEventsOf(api.ownerUrl, objectId);
}
