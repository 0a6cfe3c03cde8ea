import type { MatterKind, ParticipantCode } from "@avances/domain/network";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { matter, matterSeen } from "../schema/index.ts";
import { type MatterRow, matterColumns } from "./matter-queries.ts";

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

/** What somebody of this side has had on screen, of each matter the latest version. */
export async function listSeenBySide(
  tx: Tx,
  side: ParticipantCode,
): Promise<readonly { readonly matterId: string; readonly version: number }[]> {
  const { matterId, version, participantCode } = matterSeen;
  return tx
    .select({ matterId, version: sql<number>`max(${version})::int` })
    .from(matterSeen)
    .where(eq(participantCode, side))
    .groupBy(matterId);
}
