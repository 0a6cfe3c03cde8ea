import type { MatterKind, ParticipantCode } from "@avances/domain/network";
import { and, asc, desc, eq, inArray, ne, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { matter } from "../schema/index.ts";
import { type MatterRow, matterColumns, type NamedMatter, namedColumns } from "./matter-queries.ts";

/** What was filed last of these kinds by others than this side, as far as the actor may read it, the latest first. */
export async function listLatestFiled(
  tx: Tx,
  side: ParticipantCode | null,
  kinds: readonly MatterKind[],
  limit: number,
): Promise<readonly MatterRow[]> {
  return tx
    .select(matterColumns)
    .from(matter)
    .where(
      and(
        eq(matter.state, "filed"),
        inArray(matter.kind, [...kinds]),
        sql`${matter.authorCode} is distinct from ${side}::text`,
      ),
    )
    .orderBy(desc(matter.filedAt), desc(matter.id))
    .limit(limit);
}

/** What a side wrote of these kinds and has not filed, the latest first. */
export async function listDraftsOf(
  tx: Tx,
  side: ParticipantCode,
  kinds: readonly MatterKind[],
): Promise<readonly NamedMatter[]> {
  return tx
    .select(namedColumns)
    .from(matter)
    .where(and(inArray(matter.kind, [...kinds]), eq(matter.state, "draft"), eq(matter.authorCode, side)))
    .orderBy(desc(matter.createdAt), desc(matter.id));
}

/**
 * The documents of others that were sent to a side with a commitment and that nobody of it has had on screen, in the version that was sent last or in
 * a later one; what was withdrawn since is none of them.
 */
export async function listSentUnread(tx: Tx, side: ParticipantCode): Promise<readonly NamedMatter[]> {
  return tx
    .select(namedColumns)
    .from(matter)
    .where(
      and(
        eq(matter.state, "filed"),
        ne(matter.authorCode, side),
        // Begun with what was sent, which is little, and not with each matter.
        sql`${matter.id} in (
          select last.id from (
            select (d.sent ->> 'matterId')::uuid as id, max((d.sent ->> 'version')::int) as version
            from app.dispatch p join app.matter c on c.id = p.matter_id, jsonb_array_elements(p.documents) d (sent)
            where c.state = 'filed' and ${side} = any (p.to_codes)
            group by 1
          ) last
          where not exists (
            select from app.matter_seen s
            where s.matter_id = last.id and s.participant_code = ${side} and s.version >= last.version
          )
        )`,
      ),
    )
    .orderBy(asc(matter.filedAt), asc(matter.id));
}
