import { answeredAs } from "@avances/domain/answer";
import type { SubmissionStatus } from "@avances/domain/submission";
import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { sayOnceCommitted, statement, type Tx } from "../connect.ts";
import { sqlState } from "../pg-error.ts";
import { answer, auditEvent, round, submission, submissionVersion } from "../schema/index.ts";
import { type AnswerToSave, type AnswerWriting, listAnswersTo } from "./answer-queries.ts";
import { type AuditEvent, type AuditRow, auditRow, auditValues } from "./audit-row.ts";
import { type AnswerRow, type RoundRow, type SubmissionRow, toAnswer } from "./rows.ts";
import { holdSubmission } from "./submission-queries.ts";

/** Of a submission and its round what a save needs: a row of forty columns costs more to read than an answer. */
export type SubmissionToSave = Pick<SubmissionRow, keyof typeof ofSubmission> & {
  readonly round: Pick<RoundRow, keyof typeof ofRound>;
};

export interface LockedToSave {
  readonly submission: SubmissionToSave;
  /** Cleared answers included; answers that were never saved are absent. */
  readonly answers: readonly AnswerRow[];
  /** The accepted version of the country's nearest earlier round; null when there is none. */
  readonly previousVersionId: string | null;
}

const ofSubmission = {
  id: submission.id,
  countryCode: submission.countryCode,
  status: submission.status,
  dueOn: submission.dueOn,
  returnDueOn: submission.returnDueOn,
  exemptReason: submission.exemptReason,
  returnedAt: submission.returnedAt,
  version: submission.version,
  answeredCount: submission.answeredCount,
  revision: submission.revision,
};
const ofRound = {
  catalogueVersion: round.catalogueVersion,
  referenceStart: round.referenceStart,
  referenceEnd: round.referenceEnd,
  signatureRequired: round.signatureRequired,
};

const earlier = alias(submission, "earlier");

type Found = Omit<SubmissionToSave, "round"> & {
  readonly round: SubmissionToSave["round"];
  readonly previousVersionId: string | null;
};

const withPrevious = statement<{ id: string }, Found[]>((db) => {
  const previous = db
    .select({ id: submissionVersion.id })
    .from(earlier)
    .innerJoin(
      submissionVersion,
      and(eq(submissionVersion.submissionId, earlier.id), eq(submissionVersion.version, earlier.acceptedVersion)),
    )
    .where(and(eq(earlier.countryCode, submission.countryCode), lt(earlier.roundYear, submission.roundYear)))
    .orderBy(desc(earlier.roundYear))
    .limit(1);
  return db
    .select({
      ...ofSubmission,
      round: ofRound,
      previousVersionId: sql<string | null>`(${previous})`,
    })
    .from(submission)
    .innerJoin(round, and(eq(round.year, submission.roundYear), isNull(round.cancelledAt)))
    .where(eq(submission.id, sql.placeholder("id")));
});

/**
 * Locks a submission (see `holdSubmission`) and reads it, its round, these answers, and the id of the version to compare with, all
 * under the lock and in one trip. Undefined when it does not exist, when its round was cancelled, or when the actor may not change it.
 */
export async function lockToSave(
  tx: Tx,
  submissionId: string,
  codes: readonly string[],
): Promise<LockedToSave | undefined> {
  const [isHeld, [found], answers] = await Promise.all([
    holdSubmission(tx, submissionId),
    withPrevious(tx, { id: submissionId }),
    listAnswersTo(tx, submissionId, codes),
  ]);
  if (!isHeld || found === undefined) return undefined;
  const { previousVersionId, ...submission } = found;
  return { submission, answers, previousVersionId };
}

export interface SubmissionSaved {
  readonly expectedStatus: SubmissionStatus;
  readonly status: SubmissionStatus;
  readonly answeredCount: number;
}

/**
 * Writes answers, the submission they belong to and the act, in one statement. Throws when an answer is not as its author saw it, or the
 * submission no longer has the expected status: then nothing is written, and the transaction is rolled back even if its COMMIT was sent
 * (`lastly`). Whoever follows the report learns of it once it is committed. Nothing else writes answers (`one-door.test.ts`).
 */
export async function writeSaved(
  tx: Tx,
  writing: AnswerWriting,
  inputs: readonly AnswerToSave[],
  saved: SubmissionSaved,
  act: AuditEvent,
): Promise<void> {
  const answers = Object.fromEntries(inputs.map((input) => [input.indicatorCode, input.expectedRevision + 1]));
  const { submissionId: reported, countryCode: country } = writing;
  sayOnceCommitted(tx, JSON.stringify({ kind: "answers", submission: reported, country, answers }));
  await save(tx, {
    ...writing,
    ...saved,
    ...auditRow(act),
    ownerCountry: writing.countryCode,
    inputs: JSON.stringify(inputs.map(inPlaces)),
    many: inputs.length,
    updatedAt: writing.updatedAt.toISOString(),
  }).catch((error: unknown) => {
    throw sqlState(error) === divisionByZero ? new Error("The answers are not as their authors saw them") : error;
  });
}

const isAnswered = (input: AnswerToSave) => !input.cleared && answeredAs(toAnswer(input)) !== null;

const divisionByZero = "22012";

type Saving = AuditRow &
  SubmissionSaved &
  Omit<AnswerWriting, "countryCode" | "updatedAt"> & {
    readonly ownerCountry: string;
    readonly inputs: string;
    readonly many: number;
    readonly updatedAt: string;
  };

/**
 * An answer on its way to the table, each part in its place: PostgreSQL reads sixty answers without the names of their parts in three quarters of
 * the time. `save` takes the parts from the same places.
 */
const inPlaces = (input: AnswerToSave) => [
  input.indicatorCode,
  input.state,
  input.value,
  input.reason,
  input.comment,
  input.evidence,
  input.expectedRevision,
  input.cleared,
  isAnswered(input),
];

/** For one answer or sixty. An answer that changed since its author saw it is not counted; fewer than all divide by zero. */
const save = statement<Saving, { all: number }[]>((db) => {
  const submissionId = sql`${sql.placeholder("submissionId")}::uuid`;
  const written = db.$with("written").as(
    db
      .insert(answer)
      // In the order of the table's columns.
      .select(sql`
        select ${submissionId}, x->>0, ${sql.placeholder("ownerCountry")}::text, x->>1, nullif(x->2, 'null'), x->>3, x->>4, x->5,
          (x->6)::int + 1, (x->7)::boolean, ${sql.placeholder("updatedAt")}::timestamptz, ${sql.placeholder("updatedBy")}::uuid,
          ${sql.placeholder("updatedByName")}::text, (x->8)::boolean
        from jsonb_array_elements(${sql.placeholder("inputs")}::jsonb) as x`)
      .onConflictDoUpdate({
        target: [answer.submissionId, answer.indicatorCode],
        set: {
          state: sql`excluded.state`,
          value: sql`excluded.value`,
          reason: sql`excluded.reason`,
          comment: sql`excluded.comment`,
          evidence: sql`excluded.evidence`,
          revision: sql`excluded.revision`,
          cleared: sql`excluded.cleared`,
          updatedAt: sql`excluded.updated_at`,
          updatedBy: sql`excluded.updated_by`,
          updatedByName: sql`excluded.updated_by_name`,
          answered: sql`excluded.answered`,
        },
        setWhere: sql`${answer.revision} = excluded.revision - 1`,
      })
      // A row that was inserted was locked by nobody (`xmax` is 0): the author of a later revision saw an answer that is gone.
      .returning({ seen: sql<number>`(${answer.revision} = 1 or xmax <> 0)::int`.as("seen") }),
  );
  const counted = db.$with("counted").as(
    db
      .update(submission)
      .set({
        status: sql`${sql.placeholder("status")}`,
        // The first answer starts the report, which is an act.
        revision: sql`${submission.revision} + (${submission.status} <> ${sql.placeholder("status")})::int`,
        answeredCount: sql`${sql.placeholder("answeredCount")}`,
        lastActivityAt: sql`${sql.placeholder("updatedAt")}::timestamptz`,
      })
      .where(and(eq(submission.id, submissionId), eq(submission.status, sql.placeholder("expectedStatus"))))
      .returning({ id: submission.id }),
  );
  return db
    .with(written, counted)
    .insert(auditEvent)
    .values(auditValues)
    .returning({
      all: sql<number>`1 / ((select coalesce(sum(seen), 0) from ${written}) = ${sql.placeholder("many")}::int
        and exists (select from ${counted}))::int`,
    });
});

export interface PreviousVersion {
  readonly versionId: string;
  readonly year: number;
  /** End of the reference period of that round. */
  readonly referenceEnd: string;
}

const previousOf = statement<{ submissionId: string }, PreviousVersion[]>((db) =>
  db
    .select({ versionId: submissionVersion.id, year: earlier.roundYear, referenceEnd: round.referenceEnd })
    .from(submission)
    .innerJoin(
      earlier,
      and(eq(earlier.countryCode, submission.countryCode), lt(earlier.roundYear, submission.roundYear)),
    )
    .innerJoin(
      submissionVersion,
      and(eq(submissionVersion.submissionId, earlier.id), eq(submissionVersion.version, earlier.acceptedVersion)),
    )
    .innerJoin(round, eq(round.year, earlier.roundYear))
    .where(eq(submission.id, sql.placeholder("submissionId")))
    .orderBy(desc(earlier.roundYear))
    .limit(1),
);

/**
 * The accepted frozen version of the same country's nearest earlier round; undefined when there is none. Takes the id of the
 * later submission, so it needs no other query's result first and can be sent together with it.
 */
export async function previousAcceptedVersion(tx: Tx, submissionId: string): Promise<PreviousVersion | undefined> {
  return (await previousOf(tx, { submissionId }))[0];
}

export interface EarlierSubmission {
  readonly year: number;
  /** End of the reference period of that round. */
  readonly referenceEnd: string;
  /** Its accepted frozen version; null when none is accepted. */
  readonly versionId: string | null;
}

/** Further back nothing is compared. */
const mostEarlier = 12;

const earlierOf = statement<{ submissionId: string }, EarlierSubmission[]>((db) =>
  db
    .select({ versionId: submissionVersion.id, year: earlier.roundYear, referenceEnd: round.referenceEnd })
    .from(submission)
    .innerJoin(
      earlier,
      and(eq(earlier.countryCode, submission.countryCode), lt(earlier.roundYear, submission.roundYear)),
    )
    .innerJoin(round, and(eq(round.year, earlier.roundYear), isNull(round.cancelledAt)))
    .leftJoin(
      submissionVersion,
      and(eq(submissionVersion.submissionId, earlier.id), eq(submissionVersion.version, earlier.acceptedVersion)),
    )
    .where(eq(submission.id, sql.placeholder("submissionId")))
    .orderBy(desc(earlier.roundYear))
    .limit(mostEarlier),
);

/**
 * The same country's reports of the rounds before this submission's, newest first, at most twelve; rounds that were cancelled are left
 * out. Like `previousAcceptedVersion` it takes the id of the later submission.
 */
export async function earlierSubmissions(tx: Tx, submissionId: string): Promise<readonly EarlierSubmission[]> {
  return earlierOf(tx, { submissionId });
}
