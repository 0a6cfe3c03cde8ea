import type { MatterReplyView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { listFilesOf } from "@avances/db/queries/file-queries";
import { listMatterReplies } from "@avances/db/queries/matter-queries";
import { heldFile } from "./matter-view.ts";

/** What was replied to a matter, oldest first, as far as the reader may know. */
export async function repliesTo(tx: Tx, matterId: string): Promise<readonly MatterReplyView[]> {
  const rows = await listMatterReplies(tx, [matterId]);
  const files = rows.length === 0 ? [] : await listFilesOf(tx, { replyIds: rows.map(({ id }) => id) });
  return rows.map(({ id, participantCode, said, language, text, at, byName, withdrawnAt, withdrawnByName }) => ({
    ...{ id, participant: participantCode, said, language, text, at: at.toISOString(), byName },
    files: files.filter(({ replyId }) => replyId === id).map(heldFile),
    withdrawn: withdrawnAt === null ? null : { at: withdrawnAt.toISOString(), byName: withdrawnByName ?? "" },
  }));
}
