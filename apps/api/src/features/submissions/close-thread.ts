import type { BodyOf, closeThread as contract, ReplyOf } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { findSubmissionInRound, lockSubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { insertThreadClosing } from "@avances/db/queries/thread-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { mayWriteIn, ownerOf, readTalk, threadNamed, threadView } from "#features/shared/talk.ts";

interface Close {
  readonly submissionId: string;
  readonly thread: BodyOf<typeof contract>;
}

/**
 * Closes a thread. Nothing is taken away, and the next word in it opens it again. Refuses with `not-available-now` what is closed already, a
 * thread in which nothing was said, and one in which the other side asked.
 */
export async function closeThread(
  deps: Pick<Deps, "db" | "clock" | "newId">,
  actor: Actor,
  { submissionId, thread: name }: Close,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "review-comment.write");
  const now = deps.clock.now();
  return deps.db.asActor(actor, async (tx) => {
    const { countryCode } = found(await findSubmissionInRound(tx, submissionId));
    allow(actor, "review-comment.write", ownerOf(countryCode, name.indicatorCode));
    if (!mayWriteIn(actor, countryCode, name)) throw new DomainError("not-allowed");
    found(await lockSubmissionInRound(tx, submissionId));
    const thread = threadNamed(await readTalk(tx, actor, submissionId), name);
    if (thread === undefined || !threadView(actor, countryCode, thread).mayClose)
      throw new DomainError("not-available-now");
    await insertThreadClosing(tx, {
      ...{ id: deps.newId(), submissionId, countryCode, ...name, at: now },
      ...{ actorId: actor.userId, actorName: actor.displayName, actorRole: actor.role },
    });
    await appendAuditEvent(tx, {
      at: now,
      actor,
      action: "thread.closed",
      objectType: "submission",
      objectId: submissionId,
      countryCode,
      fields: name.indicatorCode === null ? [] : [name.indicatorCode],
      beforeHash: null,
      afterHash: null,
      detail: { audience: name.audience, state: thread.state },
    });
    return threadView(actor, countryCode, found(threadNamed(await readTalk(tx, actor, submissionId), name)));
  });
}
