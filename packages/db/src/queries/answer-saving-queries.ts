import type { SubmissionStatus } from "@avances/domain/submission";
import { and, desc, eq, getTableColumns, lt, sql, type Table } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { statement, type Tx } from "../connect.ts";
import { answer, auditEvent, round, submission, submissionVersion } from "../schema/index.ts";
import type { AnswerToSave, AnswerWriting } from "./answer-queries.ts";
import type { AuditEvent } from "./audit-queries.ts";
import type { AnswerRow, RoundRow, SubmissionRow } from "./rows.ts";
import type { SubmissionInRound } from "./submission-in-round-queries.ts";

// Saving is what people wait for, hundreds of times a round. So it is two statements: one locks and reads, one writes. Drizzle's
// builders would cost more time here than PostgreSQL does, hence the templates.

export { wakeScheduler } from "./notice-queries.ts";

export interface PreviousVersion {
  readonly versionId: string;
  readonly year: number;
}

/** With the end of the period whose data that round holds. */
export interface PreviousVersionInRound extends PreviousVersion {
  readonly referenceEnd: string;
}

export interface LockedToSave {
  readonly submission: SubmissionInRound;
  /** Cleared ones included; absent ones were never saved. */
  readonly answers: readonly AnswerRow[];
  readonly previous: PreviousVersion | undefined;
}

/**
 * Locks a submission (see `lockSubmission`) and reads its round, these answers, and which version of the country's nearest earlier
 * round is the accepted one. Undefined when there is none or the actor may not change it.
 */
export async function lockToSave(
  tx: Tx,
  submissionId: string,
  codes: readonly string[],
): Promise<LockedToSave | undefined> {
  // Whoever waited for the lock has the new submission with a picture of the answers from before: `locked` and `seen` then differ,
  // because every save writes the submission too. Reading again under the lock is up to date.
  const first = await readToSave(tx, submissionId, codes);
  const read = first?.locked === first?.seen ? first : await readToSave(tx, submissionId, codes);
  return (
    read && {
      submission: { ...toSubmission(read.submission), round: toRound(read.round) },
      answers: read.answers.map(toAnswerRow),
      previous: read.previous ?? undefined,
    }
  );
}

type Json = Readonly<Record<string, unknown>>;

async function readToSave(tx: Tx, submissionId: string, codes: readonly string[]) {
  const result = await tx.execute<{
    submission: Json;
    round: Json;
    locked: string;
    seen: string;
    answers: readonly Json[];
    previous: PreviousVersion | null;
  }>(sql`
    select row_to_json(s) as submission, row_to_json(r) as round,
      s.xmin::text as locked, (select o.xmin::text from ${submission} o where o.id = s.id) as seen,
      (
        select coalesce(json_agg(a), '[]') from ${answer} a
        where a.submission_id = s.id and a.indicator_code = any(${sql.param([...codes])}::text[])
      ) as answers,
      (
        select json_build_object('versionId', v.id, 'year', e.round_year)
        from ${submission} e
        join ${submissionVersion} v on v.submission_id = e.id and v.version = e.accepted_version
        where e.country_code = s.country_code and e.round_year < s.round_year
        order by e.round_year desc limit 1
      ) as previous
    from ${submission} s join ${round} r on r.year = s.round_year and r.cancelled_at is null
    where s.id = ${submissionId}::uuid
    for update of s`);
  return result.rows[0];
}

export interface SubmissionSaved {
  readonly expectedStatus: SubmissionStatus;
  readonly status: SubmissionStatus;
  readonly answeredCount: number;
}

/**
 * Writes answers, the submission they belong to and the act, in one statement. Returns how many answers were written: fewer than
 * given when one changed since its author saw it, none when the submission left the expected status. The caller then throws, which
 * rolls all back.
 */
export async function writeSaved(
  tx: Tx,
  writing: AnswerWriting,
  inputs: readonly AnswerToSave[],
  saved: SubmissionSaved,
  act: AuditEvent,
): Promise<number> {
  const at = writing.updatedAt.toISOString();
  const result = await tx.execute<{ written: number; counted: number }>(sql`
    with input as (
      select * from jsonb_to_recordset(${JSON.stringify(inputs)}::jsonb) as x(
        "indicatorCode" text, state text, value jsonb, reason text, comment text, evidence jsonb, "expectedRevision" int, cleared boolean
      )
    ), written as (
      insert into ${answer} as a (submission_id, indicator_code, country_code, state, value, reason, comment, evidence, revision,
        cleared, updated_at, updated_by, updated_by_name)
      select ${writing.submissionId}::uuid, "indicatorCode", ${writing.countryCode}::text, state, nullif(value, 'null'), reason, comment, evidence,
        "expectedRevision" + 1, cleared, ${at}::timestamptz, ${writing.updatedBy}::uuid, ${writing.updatedByName}::text
      from input order by "indicatorCode"
      on conflict (submission_id, indicator_code) do update set state = excluded.state, value = excluded.value,
        reason = excluded.reason, comment = excluded.comment, evidence = excluded.evidence, revision = excluded.revision,
        cleared = excluded.cleared, updated_at = excluded.updated_at, updated_by = excluded.updated_by,
        updated_by_name = excluded.updated_by_name
        where a.revision = excluded.revision - 1
      returning 1
    ), counted as (
      update ${submission} set status = ${saved.status}, revision = revision + (status <> ${saved.status})::int, answered_count = ${saved.answeredCount}::int, last_activity_at = ${at}::timestamptz
      where id = ${writing.submissionId}::uuid and status = ${saved.expectedStatus}
      returning 1
    ), recorded as (
      insert into ${auditEvent} (at, actor_id, actor_role, actor_country, action, object_type, object_id, country_code, fields,
        before_hash, after_hash, detail)
      values (${act.at.toISOString()}::timestamptz, ${act.actor?.userId ?? null}::uuid, ${act.actor?.role ?? "system"}, ${act.actor?.country ?? null},
        ${act.action}, ${act.objectType}, ${act.objectId}, ${act.countryCode}, ${sql.param([...(act.fields ?? [])])}::text[],
        ${act.beforeHash ?? null}, ${act.afterHash ?? null}, ${JSON.stringify(act.detail ?? {})}::jsonb)
    )
    select (select count(*) from written) as written, (select count(*) from counted) as counted`);
  const { written = 0, counted = 0 } = result.rows[0] ?? {};
  return Number(counted) === 1 ? Number(written) : 0;
}

const earlier = alias(submission, "earlier");

const previousOf = statement<{ submissionId: string }, PreviousVersionInRound[]>((db) =>
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
 * Which frozen version of the same country's nearest earlier round is the accepted one; undefined when there is none. Asked by the
 * later submission, so that it needs no answer of an earlier query and goes down the wire with it.
 */
export async function previousAcceptedVersion(
  tx: Tx,
  submissionId: string,
): Promise<PreviousVersionInRound | undefined> {
  return (await previousOf(tx, { submissionId }))[0];
}

const toSubmission = rowReader<SubmissionRow>(submission);
const toRound = rowReader<RoundRow>(round);
const toAnswerRow = rowReader<AnswerRow>(answer);

/** Reads what `row_to_json` made of a row of this table: names of the schema, instants as `Date`. */
function rowReader<Row>(table: Table): (json: Json) => Row {
  const columns = Object.entries(getTableColumns(table)).map(([name, column]) => ({
    name,
    key: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    isInstant: column.dataType === "date",
  }));
  return (json) => {
    const row: Record<string, unknown> = {};
    for (const { name, key, isInstant } of columns) {
      const value = json[key];
      row[name] = isInstant && typeof value === "string" ? new Date(value) : value;
    }
    return row as Row;
  };
}
