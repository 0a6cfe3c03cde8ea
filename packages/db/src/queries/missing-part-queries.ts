import type { Text } from "@avances/domain/catalogue";
import { sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { answer, catalogueVersion, notice, round, submission } from "../schema/index.ts";

/** A part of a report, and how many of its answers are missing. */
export interface MissingPart {
  readonly instrument: Text;
  readonly dimension: Text;
  readonly missing: number;
}

/**
 * The parts of the report that a notice is about in which answers are missing, in the order of the catalogue. Empty when none is missing, and when it
 * is not known of each answer whether it counts. Reads which answers count and nothing of what they say. Run as `app_worker`.
 */
export async function listMissingParts(tx: Tx, noticeId: string): Promise<readonly MissingPart[]> {
  const { rows } = await tx.execute<{ instrument: Text; dimension: Text; missing: number }>(sql`
    with report as (
      select ${submission.id} as id, ${catalogueVersion.document} as document
      from ${notice}
      join ${submission} on ${submission.roundYear} = ${notice.roundYear} and ${submission.countryCode} = ${notice.countryCode}
      join ${round} on ${round.year} = ${submission.roundYear}
      join ${catalogueVersion} on ${catalogueVersion.version} = ${round.catalogueVersion}
      where ${notice.id} = ${noticeId}::uuid
        and not exists (select from ${answer} where ${answer.submissionId} = ${submission.id} and ${answer.answered} is null)
    ), missing as (
      select indicator.value ->> 'instrument' as instrument, indicator.value ->> 'dimension' as dimension, count(*)::int as count
      from report cross join lateral jsonb_array_elements(report.document -> 'indicators') as indicator
      where not exists (
        select from ${answer}
        where ${answer.submissionId} = report.id and ${answer.indicatorCode} = indicator.value ->> 'code' and ${answer.answered}
      )
      group by 1, 2
    )
    select instrument.value -> 'shortName' as instrument, dimension.value -> 'name' as dimension, missing.count as missing
    from report
    cross join lateral jsonb_array_elements(report.document -> 'instruments') with ordinality as instrument(value, place)
    cross join lateral jsonb_array_elements(report.document -> 'dimensions') as dimension(value)
    join missing on missing.instrument = instrument.value ->> 'code' and missing.dimension = dimension.value ->> 'code'
    order by instrument.place, (dimension.value ->> 'order')::int`);
  return rows;
}
