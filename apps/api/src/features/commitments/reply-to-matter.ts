import type { BodyOf, MatterReplyView, replyToMatter as replyContract } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { attachFiles, listFilesOf, listStoredFiles } from "@avances/db/queries/file-queries";
import {
  findAnyMatter,
  holdMatter,
  insertMatterReply,
  listMatterReplies,
  withdrawMatterReply as takeBack,
} from "@avances/db/queries/matter-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { fileLimits, mayReplyTo, participantOf } from "@avances/domain/network";
import { actInPublic, isShownToAll, type PublicDeps } from "#features/shared/act-in-public.ts";
import { allow, found } from "#features/shared/allow.ts";
import { askAboutDetails } from "#features/shared/ask-about-details.ts";
import { replyView } from "#features/shared/reply-view.ts";
import type { Idempotency } from "#http/handler.ts";
import type { CommitmentDeps } from "./commitment-view.ts";

/**
 * Answers for one's side to what was put to it, once per key. What was not put to this side is a missing thing; to contributions and recommendations
 * every State that reads them may reply. Refuses with `reply-refused`, and with `transition-refused` what was withdrawn; asks about details of persons.
 */
export async function replyToMatter(
  deps: PublicDeps & CommitmentDeps,
  actor: Actor,
  { matterId, reply }: { readonly matterId: string; readonly reply: BodyOf<typeof replyContract> },
  idempotency: Idempotency,
): Promise<MatterReplyView> {
  allow(actor, "matter.reply");
  const participant = found(participantOf(actor));
  allow(actor, "matter.reply", { country: actor.country, participant });
  const now = deps.clock.now();
  const { said, language, files, overruled } = reply;
  const text = reply.text.trim();
  let isPublic = false;
  return actInPublic(deps, actor, { idempotency, now, concerns: () => isPublic }, async (tx) => {
    await holdMatter(tx, matterId);
    const row = found(await findAnyMatter(tx, matterId));
    const put = { kind: row.kind, author: row.authorCode, state: row.state, addressees: row.addressees };
    // Whoever is asked to support an activity supports it or does not: no page shows words of theirs.
    if (row.kind === "activity" || !mayReplyTo(actor, participant, put)) throw new DomainError("not-found");
    if (row.state !== "filed") throw new DomainError("transition-refused");
    isPublic = isShownToAll(row);
    const ids = files.map(({ fileId }) => fileId);
    const stored = await listStoredFiles(tx, participant, ids);
    const faults = [
      ...((said === "no_comment") === (text === "") ? [] : (["text"] as const)),
      ...(ids.length > fileLimits.perMatter ? (["files_many"] as const) : []),
      ...(new Set(ids).size === ids.length && stored.length === ids.length ? [] : (["file_unknown"] as const)),
    ];
    if (faults.length > 0) throw new DomainError("reply-refused", { faults });
    await askAboutDetails(tx, actor, now, {
      matterId,
      texts: [text, ...stored.map(({ name }) => name)],
      overruled,
      fewerThan: isPublic ? deps.catalogues.current.suppression.threshold : null,
    });
    const id = deps.newId();
    await insertMatterReply(tx, {
      ...{ id, matterId, participantCode: participant, said, language, text },
      ...{ at: now, by: actor.userId, byName: actor.displayName },
    });
    await attachFiles(tx, { replyId: id }, files, { at: now, by: actor.userId, newId: deps.newId });
    await appendAuditEvent(tx, {
      ...{ at: now, actor, action: "matter.replied", objectType: "matter", objectId: matterId },
      ...{ countryCode: actor.country, detail: { kind: row.kind, said } },
    });
    const held = await listFilesOf(tx, { replyIds: [id] });
    return replyView(actor, found((await listMatterReplies(tx, [matterId])).find((one) => one.id === id)), held);
  });
}

/** Takes back an answer of one's side; it stays for those who said it and to whom it was said. */
export async function withdrawReply(
  deps: PublicDeps & CommitmentDeps,
  actor: Actor,
  { matterId, replyId }: { readonly matterId: string; readonly replyId: string },
  idempotency: Idempotency,
): Promise<MatterReplyView> {
  allow(actor, "matter.reply");
  const participant = found(participantOf(actor));
  allow(actor, "matter.reply", { country: actor.country, participant });
  const now = deps.clock.now();
  let isPublic = false;
  return actInPublic(deps, actor, { idempotency, now, concerns: () => isPublic }, async (tx) => {
    const reply = (await listMatterReplies(tx, [matterId])).find(({ id }) => id === replyId);
    if (found(reply).participantCode !== participant) throw new DomainError("not-found");
    const stamp = { at: now, by: actor.userId, byName: actor.displayName };
    isPublic = isShownToAll(found(await findAnyMatter(tx, matterId)));
    const changed = await takeBack(tx, replyId, stamp);
    if (changed === undefined) throw new DomainError("transition-refused");
    await appendAuditEvent(tx, {
      ...{ at: now, actor, action: "matter.reply-withdrawn", objectType: "matter", objectId: matterId },
      ...{ countryCode: actor.country, detail: { said: changed.said } },
    });
    return replyView(actor, changed, await listFilesOf(tx, { replyIds: [replyId] }));
  });
}
