import type { SubmissionStatus } from "@avances/domain/submission";
import { sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { form, madeForm, round, submission, submissionVersion } from "../schema/index.ts";
import { arrayOf } from "./form-queries.ts";
import { isShownAsReceived, receivedIsShown } from "./received-reports-queries.ts";

/** How many reports of a round agree in everything that decides what the public may know about them. */
export interface ReportCount {
  readonly roundYear: number;
  readonly obligated: boolean;
  readonly status: SubmissionStatus;
  /** Is a reason on record for excusing the country? */
  readonly hasExemptReason: boolean;
  /** Is a version of the report public? */
  readonly isPublic: boolean;
  /** Was it submitted, and may the public know that? */
  readonly received: boolean;
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
      received: isShownAsReceived,
      count: sql<number>`count(*)::int`,
    })
    .from(submission)
    .groupBy(
      submission.roundYear,
      submission.obligated,
      submission.status,
      hasExemptReason,
      isPublic,
      isShownAsReceived,
    );
}

/** Hashes of what a country's parts of an edition are made from. The same hash and the same code make the same part. */
export interface CountryState {
  readonly country: string;
  /** Covers its reports: what is expected of it, and what is public of each report, in which form. */
  readonly reports: string;
  /** Covers only its forms and their rounds. */
  readonly forms: string;
  /** Number of its public reports that have no form yet. */
  readonly missing: number;
}

export interface StatesWanted {
  /** The mark with which forms of each round are now made. Other rounds are left out. */
  readonly marks: ReadonlyMap<number, string>;
  /** Statuses that alone show that a country is excused. */
  readonly exempting: readonly SubmissionStatus[];
  readonly countries: readonly string[];
}

/**
 * The state of those of these countries that have a report in one of these rounds. The database computes it, because reading every report of
 * every country would hold others up. A form counts if it was made with the mark of its round and hides every cell that any form of its report
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
          coalesce(v.version, 0), coalesce(extract(epoch from coalesce(s.published_at, v.submitted_at)), 0), f.coverage, f.id,
          case when v.version is null and s.first_submitted_at is not null and ${receivedIsShown} then 'received' end) as text
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
