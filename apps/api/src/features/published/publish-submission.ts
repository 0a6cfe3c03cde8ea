import type { publishSubmission as publishContract, ReplyOf } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import { currentEdition } from "@avances/db/queries/release-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { actInPublic } from "#features/shared/act-in-public.ts";
import { allow } from "#features/shared/allow.ts";
import { readPublication } from "#features/shared/publication.ts";
import { submissionSummary } from "#features/shared/submission-summary.ts";
import { change, lockAsSeen, type Seen, statusAfter } from "#features/shared/transition.ts";
import type { Idempotency } from "#http/handler.ts";
import { writeEdition } from "./write-edition.ts";

interface Publish extends Seen {
  readonly idempotency: Idempotency;
}

/**
 * Publishes the accepted version, once the country has had its five working days of notice or has agreed; before that it refuses with
 * `publication-too-early`. Whether a message told the country is shown beforehand and recorded with the act; it does not prevent it. The new
 * edition is written in the same transaction, so either the submission is published and the public file shows it, or neither. The reply
 * names the present edition; a repeated request may get a later one.
 */
export async function publishSubmission(
  deps: Pick<Deps, "db" | "clock" | "catalogues" | "reference" | "config">,
  actor: Actor,
  { idempotency, ...seen }: Publish,
): Promise<ReplyOf<typeof publishContract>> {
  allow(actor, "submission.publish");
  const now = deps.clock.now();
  // The first publication must make the first edition.
  const publicly = { ...deps, renewEdition: writeEdition };
  const summary = await actInPublic(publicly, actor, { idempotency, now }, async (tx) => {
    const submission = await lockAsSeen(tx, deps, actor, "submission.publish", seen);
    const status = statusAfter("publish", submission, "secretariat");
    const publication = await readPublication(tx, deps, submission, now);
    if (publication?.isOpen === false) throw new DomainError("publication-too-early", { earliest: publication.from });
    const changed = await change(
      tx,
      submission,
      { act: "published", actor, now },
      { status, publishedVersion: submission.acceptedVersion, publishedAt: now },
    );
    await appendAuditEvent(tx, {
      at: now,
      actor,
      action: "submission.published",
      objectType: "submission",
      objectId: submission.id,
      countryCode: submission.countryCode,
      fields: ["status", "publishedVersion"],
      detail: {
        from: submission.status,
        to: status,
        version: submission.acceptedVersion,
        consented: publication?.consent != null,
        told: publication?.told.length ?? 0,
      },
    });
    await wakeScheduler(tx);
    return submissionSummary(deps, changed, now);
  });
  const edition = await deps.db.asPublisher(currentEdition);
  if (edition === undefined) throw new Error("an act was published in no edition");
  return { ...summary, edition: { id: edition.id, publishedAt: edition.publishedAt.toISOString() } };
}
