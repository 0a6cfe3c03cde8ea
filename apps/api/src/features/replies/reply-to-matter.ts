import type { BodyOf, replyToMatter as contract, ReplyOf } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { attachFiles, listStoredFiles } from "@avances/db/queries/file-queries";
import {
  findAnyMatter,
  insertMatterReply,
  listMatterReplies,
  type MatterRow,
  withdrawMatterReply as takeBack,
} from "@avances/db/queries/matter-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { fileLimits, participantOf } from "@avances/domain/network";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { askAboutDetails } from "#features/shared/ask-about-details.ts";
import { requireNoFault } from "#features/shared/file-matter.ts";
import { repliesTo } from "#features/shared/reply-view.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { InvalidInput } from "#http/problem-details.ts";

type ReplyDeps = Pick<Deps, "db" | "clock" | "newId">;

/**
 * Replies for the own country to what somebody else put before the Network, once per key. Refuses with `transition-refused` what was withdrawn, and
 * what is the own side's; with `matter-refused` words without a text, or a text to "no comment".
 */
export function replyToMatter(
  deps: ReplyDeps,
  actor: Actor,
  { matterId, reply }: { readonly matterId: string; readonly reply: BodyOf<typeof contract> },
  idempotency: Idempotency,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "matter.reply");
  const now = deps.clock.now();
  const { said, language, files, overruled } = reply;
  const text = reply.text.trim();
  const participantCode = found(participantOf(actor));
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      const row = found(await findAnyMatter(tx, matterId));
      if (row.state !== "filed" || row.authorCode === participantCode) throw new DomainError("transition-refused");
      if ((said === "no_comment") !== (text === ""))
        throw new InvalidInput([{ pointer: "/text", message: "does_not_fit_said" }]);
      const ids = files.map(({ fileId }) => fileId);
      const stored = await listStoredFiles(tx, participantCode, ids);
      const isEveryFileThere = new Set(ids).size === ids.length && stored.length === ids.length;
      requireNoFault([
        ...(ids.length > fileLimits.perMatter ? (["files_many"] as const) : []),
        ...(isEveryFileThere ? [] : (["file_unknown"] as const)),
      ]);
      const texts = [text, ...stored.map(({ name }) => name)];
      await askAboutDetails(tx, actor, now, { matterId, texts, overruled });
      const id = deps.newId();
      const stamp = { at: now, by: actor.userId, byName: actor.displayName };
      await insertMatterReply(tx, { id, matterId, participantCode, said, language, text, ...stamp });
      await attachFiles(tx, { replyId: id }, files, { at: now, by: actor.userId, newId: deps.newId });
      await note(tx, actor, now, "matter.replied", row);
      return { replies: await repliesTo(tx, matterId) };
    }),
  );
}

/** Takes a reply of the own country back, once per key. */
export function withdrawReply(
  deps: ReplyDeps,
  actor: Actor,
  { matterId, replyId }: { readonly matterId: string; readonly replyId: string },
  idempotency: Idempotency,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "matter.reply");
  const now = deps.clock.now();
  const side = found(participantOf(actor));
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      const row = found(await findAnyMatter(tx, matterId));
      const reply = found((await listMatterReplies(tx, [matterId])).find(({ id }) => id === replyId));
      if (reply.participantCode !== side) throw new DomainError("not-found");
      const gone = await takeBack(tx, replyId, { at: now, by: actor.userId, byName: actor.displayName });
      if (gone === undefined) throw new DomainError("transition-refused");
      await note(tx, actor, now, "matter.reply-withdrawn", row);
      return { replies: await repliesTo(tx, matterId) };
    }),
  );
}

/** In the audit trail, without words. */
function note(tx: Tx, actor: Actor, at: Date, action: string, { id, kind, version }: MatterRow): Promise<void> {
  return appendAuditEvent(tx, {
    ...{ at, actor, action, objectType: "matter", objectId: id },
    ...{ countryCode: actor.country, detail: { kind, version } },
  });
}
