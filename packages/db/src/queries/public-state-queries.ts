import type { SubmissionStatus } from "@avances/domain/submission";
import { sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { form, madeForm, round, submission, submissionVersion } from "../schema/index.ts";
import { arrayOf } from "./form-queries.ts";

/** How many reports of a round are alike in all that decides what the public may know of them. */
export interface ReportCount {
  readonly roundYear: number;
  readonly obligated: boolean;
  readonly status: SubmissionStatus;
  /** Is a reason on record why the country is excused? */
  readonly hasExemptReason: boolean;
  /** Is a version of it public? */
  readonly isPublic: boolean;
  readonly count: number;
}

/** The reports of all rounds, counted. Role `app_publisher`. */
export async function countReports(tx: Tx): Promise<readonly ReportCount[]> {
  const isPublic = sql<boolean>`${submission.publishedVersion} is not null`;
  const hasExemptReason = sql<boolean>`${submission.exemptReason} is not null`;
  return tx
    .select({
      roundYear: submission.roundYear,
      obligated: submission.obligated,
      status: submission.status,
      hasExemptReason,
      isPublic,
      count: sql<number>`count(*)::int`,
    })
    .from(submission)
    .groupBy(submission.roundYear, submission.obligated, submission.status, hasExemptReason, isPublic);
}

/** Of a country, hashes of what the parts of an edition are made from. The same hash = the same part, by the same code. */
export interface CountryState {
  readonly country: string;
  /** Of its reports: what is expected, and what is public of each, in which form. */
  readonly reports: string;
  /** Of its forms and their rounds alone. */
  readonly forms: string;
  /** Its public reports that have no form yet. */
  readonly missing: number;
}

export interface StatesWanted {
  /** The mark with which a form of each round is made now. Other rounds are left out. */
  readonly marks: ReadonlyMap<number, string>;
  /** Statuses that say by themselves that a country is excused. */
  readonly exempting: readonly SubmissionStatus[];
  readonly countries: readonly string[];
}

/**
 * Where those of these countries stand that have a report in one of these rounds: put together by the database, because reading every report of
 * every country is what holds others up. A form counts if it was made with the mark of its round and hides everything that any form of its report
 * has hidden. Role `app_publisher`.
 */
export async function listCountryStates(
  tx: Tx,
  { marks, exempting, countries }: StatesWanted,
): Promise<readonly CountryState[]> {
  const { rows } = await tx.execute<Record<keyof CountryState, never>>(sql`
    with mark as (
      select * from unnest(${arrayOf([...marks.keys()])}::int[], ${arrayOf([...marks.values()])}::text[]) as mark (round_year, made_with)
    ), report as (
      select s.country_code, s.round_year, v.version, f.id as form, concat_ws(' ', s.round_year, r.reference_end, f.id) as form_text,
        concat_ws(' ', s.round_year, r.reference_end, s.obligated, s.status = any(${arrayOf(exempting)}::text[]), s.exempt_reason is not null,
          coalesce(v.version, 0), coalesce(extract(epoch from coalesce(s.published_at, v.submitted_at)), 0), f.coverage, f.id) as text
      from ${submission} s
      join ${round} r on r.year = s.round_year
      join mark on mark.round_year = s.round_year
      left join ${submissionVersion} v on v.submission_id = s.id and v.version = s.published_version
      left join (
        select *, max(hidden_cells) over (partition by country_code, round_year) as known from ${madeForm}
        where country_code = any(${arrayOf(countries)}::text[])
      ) made on made.hidden_cells = made.known and made.country_code = s.country_code and made.round_year = s.round_year
        and made.version = v.version and made.made_with = mark.made_with
      left join ${form} f on f.id = made.form_id
      where s.country_code = any(${arrayOf(countries)}::text[])
    )
    select country_code as country, md5(string_agg(text, ',' order by round_year)) as reports,
      coalesce(md5(string_agg(form_text, ',' order by round_year) filter (where form is not null)), '') as forms,
      (count(*) filter (where version is not null and form is null))::int as missing
    from report group by country_code`);
  return rows;
}
