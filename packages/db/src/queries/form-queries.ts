import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import {
  form,
  formAnswer,
  hiddenCell,
  madeForm,
  submission,
  submissionVersion,
  versionAnswer,
} from "../schema/index.ts";
import { batchesOf } from "./batches.ts";
import { isShownAsReceived } from "./received-reports-queries.ts";
import type { VersionAnswerRow } from "./rows.ts";

/** This database's secret, which decides the order of hiding; made when it is first needed. Role `app_publisher`. */
export async function findHidingKey(tx: Tx): Promise<string> {
  const { rows } = await tx.execute<{ key: string }>(sql`select release.settled_hiding_key() as key`);
  if (!rows[0]) throw new Error("no hiding key");
  return rows[0].key;
}

/** The report a form belongs to. */
export interface FormPlace {
  readonly country: string;
  readonly roundYear: number;
}

/** Until the transaction ends, nobody else can make a form of this report. Waits for anybody who is making one. */
export async function lockForm(tx: Tx, of: FormPlace): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${formLock(of)}, 0))`);
}

/** The same without waiting; false when somebody else is making one. */
export async function tryLockForm(tx: Tx, of: FormPlace): Promise<boolean> {
  const { rows } = await tx.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${formLock(of)}, 0)) as mine`,
  );
  return rows[0]?.mine === true;
}

function formLock({ country, roundYear }: FormPlace): string {
  return `avances form ${country} ${roundYear}`;
}

/** A country in a round, and the version of its report that is public (null = none). Role `app_publisher`. */
const reportColumns = {
  submissionId: submission.id,
  countryCode: submission.countryCode,
  roundYear: submission.roundYear,
  obligated: submission.obligated,
  status: submission.status,
  exemptReason: submission.exemptReason,
  publishedAt: submission.publishedAt,
  versionId: submissionVersion.id,
  version: submissionVersion.version,
  submittedAt: submissionVersion.submittedAt,
  /** Was it submitted, and may the public know that? */
  received: isShownAsReceived,
};

export type ReportRow = Awaited<ReturnType<typeof listReports>>[number];

/** Every country in every round (or only these countries), by round and country, with the version that is public now. Role `app_publisher`. */
export async function listReports(tx: Tx, countries?: readonly string[]) {
  return tx
    .select(reportColumns)
    .from(submission)
    .leftJoin(
      submissionVersion,
      and(
        eq(submissionVersion.submissionId, submission.id),
        eq(submissionVersion.version, submission.publishedVersion),
      ),
    )
    .where(countries === undefined ? undefined : inArray(submission.countryCode, [...countries]))
    .orderBy(asc(submission.roundYear), asc(submission.countryCode));
}

/** Is this version still the public one? A later version is never replaced by an earlier one. */
export async function isPublicVersion(tx: Tx, submissionId: string, version: number): Promise<boolean> {
  const [row] = await tx
    .select({ version: submission.publishedVersion })
    .from(submission)
    .where(eq(submission.id, submissionId));
  return row?.version === version;
}

/** The frozen answers of these versions with their true figures: the input of suppression. Role `app_publisher`. */
export async function listVersionAnswers(tx: Tx, versionIds: readonly string[]): Promise<readonly VersionAnswerRow[]> {
  if (versionIds.length === 0) return [];
  return tx
    .select()
    .from(versionAnswer)
    .where(inArray(versionAnswer.versionId, [...versionIds]))
    .orderBy(asc(versionAnswer.indicatorCode));
}

/** A form, as an edition refers to it. */
export interface FormRow {
  readonly country: string;
  readonly roundYear: number;
  readonly version: number;
  readonly madeWith: string;
  readonly id: number;
  readonly coverage: number;
}

/** Which forms to look for. */
export interface FormsWanted {
  readonly countries: readonly string[];
  /** Absent = all rounds. */
  readonly roundYear?: number;
}

/**
 * The forms of these countries that were made with one of these marks and that hide every cell that any form of their report has hidden.
 * Role `app_publisher`.
 */
export async function listForms(
  tx: Tx,
  marks: readonly string[],
  { countries, roundYear }: FormsWanted,
): Promise<readonly FormRow[]> {
  const ofRound = roundYear === undefined ? sql`` : sql`and round_year = ${roundYear}`;
  const { rows } = await tx.execute<Record<keyof FormRow, never>>(sql`
    select made.country_code as country, made.round_year as "roundYear", made.version, made.made_with as "madeWith", f.id, f.coverage
    from (
      select *, max(hidden_cells) over (partition by country_code, round_year) as known from ${madeForm}
      where country_code = any(${arrayOf(countries)}::text[]) ${ofRound}
    ) made join ${form} f on f.id = made.form_id
    where made.hidden_cells = made.known and made.made_with = any(${arrayOf(marks)}::text[])`);
  return rows;
}

/** How the index of these forms came about, as JSON. Role `app_publisher`. */
export async function listFormIndexes(
  tx: Tx,
  formIds: readonly number[],
): Promise<readonly Pick<typeof form.$inferSelect, "id" | "index">[]> {
  if (formIds.length === 0) return [];
  return tx
    .select({ id: form.id, index: form.index })
    .from(form)
    .where(inArray(form.id, [...formIds]));
}

/** What two rounds of a country are compared by: see `listFormScores`. */
export interface FormScores {
  readonly country: string;
  readonly roundYear: number;
  /** Does the index have a score as a whole, and of each Protocol? */
  readonly published: Readonly<Record<"overall" | "TIP" | "SOM", boolean>>;
  /** 0 to 100, unrounded, by indicator; no entry where there is no score. */
  readonly scores: Readonly<Record<string, number>>;
}

/**
 * The scores of these forms. All that the public role reads of how an index came about: not the states behind it, which also those indicators
 * have that are not public.
 */
export async function listFormScores(tx: Tx, formIds: readonly number[]): Promise<readonly FormScores[]> {
  if (formIds.length === 0) return [];
  const { rows } = await tx.execute<Record<keyof FormScores, never>>(sql`
    select country_code as country, round_year as "roundYear", published, scores
    from release.form_score where form_id = any(${arrayOf(formIds)}::int[])`);
  return rows;
}

/** The answers of these forms. Role `app_publisher`. */
export async function listFormAnswers(
  tx: Tx,
  formIds: readonly number[],
): Promise<readonly (typeof formAnswer.$inferSelect)[]> {
  if (formIds.length === 0) return [];
  return tx
    .select()
    .from(formAnswer)
    .where(inArray(formAnswer.formId, [...formIds]));
}

/** Stores a form and its answers and returns its number, or that of an existing form with the same content. The caller holds `lockForm`. */
export async function insertForm(
  tx: Tx,
  row: Omit<typeof form.$inferInsert, "id">,
  answers: readonly Omit<typeof formAnswer.$inferInsert, "formId">[],
): Promise<number> {
  const [added] = await tx.insert(form).values(row).onConflictDoNothing().returning({ id: form.id });
  if (!added) {
    const [there] = await tx
      .select({ id: form.id })
      .from(form)
      .where(
        and(
          eq(form.countryCode, row.countryCode),
          eq(form.roundYear, row.roundYear),
          eq(form.version, row.version),
          eq(form.digest, row.digest),
        ),
      );
    if (!there) throw new Error(`no form of ${row.countryCode} ${row.roundYear}`);
    return there.id;
  }
  for (const batch of batchesOf(answers, 5_000))
    await tx.insert(formAnswer).values(batch.map((answer) => ({ ...answer, formId: added.id })));
  return added.id;
}

/** Records the rules with which a form was made. */
export async function insertMadeForm(tx: Tx, row: typeof madeForm.$inferInsert): Promise<void> {
  await tx.insert(madeForm).values(row).onConflictDoNothing();
}

/** Number of forms of a round whose answer is in this state. */
export interface StateCount {
  readonly indicatorCode: string;
  readonly roundYear: number;
  readonly state: string;
  readonly count: number;
}

/** One indicator in these forms, by round and country: JSON rows separated by commas, built by the database. */
export async function indicatorRows(tx: Tx, formIds: readonly number[], indicatorCode: string): Promise<string> {
  if (formIds.length === 0) return "";
  const { rows } = await tx.execute<{ rows: string | null }>(sql`
    select string_agg('{"country":"' || f.country_code || '",' || substr(a.content, 2), ',' order by f.round_year, f.country_code) as rows
    from ${formAnswer} a join (select id, country_code, round_year from ${form} where id = any(${arrayOf(formIds)}::int[])) f on f.id = a.form_id
    where a.indicator_code = ${indicatorCode}`);
  return rows[0]?.rows ?? "";
}

/** All indicators of a few forms, without the country, by indicator. */
export async function countryRows(tx: Tx, formIds: readonly number[]): Promise<ReadonlyMap<string, string>> {
  if (formIds.length === 0) return new Map();
  const { rows } = await tx.execute<{ code: string; rows: string }>(sql`
    select a.indicator_code as code, string_agg(a.content, ',' order by f.round_year) as rows
    from ${formAnswer} a join (select id, round_year from ${form} where id = any(${arrayOf(formIds)}::int[])) f on f.id = a.form_id
    group by a.indicator_code`);
  return new Map(rows.map(({ code, rows: text }) => [code, text]));
}

/** The number of these forms whose answer is in each state, by indicator (one, or all) and round. */
export async function countStates(
  tx: Tx,
  formIds: readonly number[],
  indicatorCode?: string,
): Promise<readonly StateCount[]> {
  if (formIds.length === 0) return [];
  const ofOne = indicatorCode === undefined ? sql`` : sql`and a.indicator_code = ${indicatorCode}`;
  const { rows } = await tx.execute<{ code: string; round: number; state: string; count: number }>(sql`
    select a.indicator_code as code, f.round_year as round, a.state, count(*)::int as count
    from ${formAnswer} a join (select id, round_year from ${form} where id = any(${arrayOf(formIds)}::int[])) f on f.id = a.form_id
    where true ${ofOne} group by 1, 2, 3`);
  return rows.map(({ code, round, state, count }) => ({ indicatorCode: code, roundYear: round, state, count }));
}

/** Number of forms in which an indicator has this level, or this yes or no. */
export type AnswerCount = { readonly indicatorCode: string; readonly count: number } & (
  | { readonly type: "ordinal"; readonly level: number }
  | { readonly type: "boolean"; readonly value: boolean }
);

/** How often each level, yes and no stands in these forms, for these indicators; lowest first, no before yes. */
export async function countAnswers(
  tx: Tx,
  formIds: readonly number[],
  indicatorCodes: readonly string[],
): Promise<readonly AnswerCount[]> {
  if (formIds.length === 0) return [];
  const { rows } = await tx.execute<{ code: string; level: number | null; yes: boolean | null; count: number }>(sql`
    select code, (value ->> 'level')::int as level, (value ->> 'value')::boolean as yes, count(*)::int as count
    from (
      select indicator_code as code, content::jsonb -> 'value' as value from ${formAnswer}
      where form_id = any(${arrayOf(formIds)}::int[]) and indicator_code = any(${arrayOf(indicatorCodes)}::text[])
    ) answers group by 1, 2, 3 order by 2, 3`);
  return rows.flatMap(({ code, level, yes, count }): AnswerCount[] => {
    const of = { indicatorCode: code, count };
    if (level !== null) return [{ ...of, type: "ordinal", level }];
    return yes === null ? [] : [{ ...of, type: "boolean", value: yes }];
  });
}

/** One parameter for any number of items. The items are numbers, codes and hashes only. */
export function arrayOf(items: readonly (number | string)[]) {
  return sql`${`{${items.map((item) => `"${item}"`).join(",")}}`}`;
}

/** Cells of a report that one of its public versions hid; they stay hidden. */
export async function listHiddenCells(
  tx: Tx,
  of: { readonly country: string; readonly roundYear: number },
): Promise<readonly string[]> {
  const rows = await tx
    .select({ cellId: hiddenCell.cellId })
    .from(hiddenCell)
    .where(and(eq(hiddenCell.countryCode, of.country), eq(hiddenCell.year, of.roundYear)))
    .orderBy(asc(hiddenCell.cellId));
  return rows.map(({ cellId }) => cellId);
}

/** Records hidden cells; known ones stay as they are. */
export async function insertHiddenCells(tx: Tx, rows: readonly (typeof hiddenCell.$inferInsert)[]): Promise<void> {
  for (const batch of batchesOf(rows, 5_000)) await tx.insert(hiddenCell).values(batch).onConflictDoNothing();
}
