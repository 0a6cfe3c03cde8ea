import type { ReplyOf, submitSubmission as submitContract } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import { freezeVersion } from "@avances/db/queries/version-queries";
import type { Actor } from "@avances/domain/access";
import type { AnswerRevisions } from "@avances/domain/submission";
import { tellOfReceipt } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { actAndTell, type TellingDeps } from "#features/shared/act-and-tell.ts";
import { allow } from "#features/shared/allow.ts";
import { contentHash } from "#features/shared/content-hash.ts";
import { change, lockAsSeen, type Seen } from "#features/shared/transition.ts";
import type { Idempotency } from "#http/handler.ts";
import { receipt } from "./receipt.ts";
import { requireSendable } from "./sendable.ts";
import { requireSignature } from "./signature.ts";

interface Submit extends Seen {
  /** The revisions of the answers that the submitter saw and declares. */
  readonly answers: AnswerRevisions;
  /** Questions that are knowingly left without an answer. */
  readonly leaving?: readonly string[] | undefined;
  readonly idempotency: Idempotency;
}

/**
 * Signs off: freezes a numbered version, returns its receipt and queues the message that confirms it, all in one transaction. The first
 * submission fixes for good whether the country was on time. Exactly what was declared is frozen, and only what may be submitted
 * (`requireSendable`); in a round that asks for the signature of a second person, refuses with `signature-missing` when there is none for
 * these answers.
 */
export async function submitSubmission(
  deps: TellingDeps & Pick<Deps, "newId" | "catalogues" | "reference">,
  actor: Actor,
  { idempotency, answers: declared, leaving, ...seen }: Submit,
): Promise<ReplyOf<typeof submitContract>> {
  allow(actor, "submission.submit");
  const now = deps.clock.now();
  return actAndTell(
    deps,
    actor,
    idempotency,
    async (tx) => {
      const submission = await lockAsSeen(tx, deps, actor, "submission.submit", seen);
      const { answers, revisions, findings, status, questionsLeft } = await requireSendable(
        tx,
        deps,
        actor,
        submission,
        {
          seen: declared,
          leaving,
          now,
        },
      );
      const signature = await requireSignature(tx, actor, submission, revisions);
      const version = {
        id: deps.newId(),
        submissionId: submission.id,
        countryCode: submission.countryCode,
        roundYear: submission.roundYear,
        version: submission.version + 1,
        submittedAt: now,
        submittedBy: actor.userId,
        submittedByName: actor.displayName,
        contentHash: contentHash([...answers.values()]),
        signedAt: signature?.at ?? null,
        signedBy: signature?.actorId ?? null,
        signedByName: signature?.actorName ?? null,
        questionsLeft: questionsLeft.map(({ id }) => id),
        findings,
      };
      await freezeVersion(tx, version);
      const changed = await change(
        tx,
        submission,
        { act: "submitted", actor, now },
        {
          status,
          version: version.version,
          firstSubmittedAt: submission.firstSubmittedAt ?? now,
          submittedAt: now,
          returnDueOn: null,
          lastActivityAt: now,
        },
      );
      await appendAuditEvent(tx, {
        at: now,
        actor,
        action: "submission.submitted",
        objectType: "submission",
        objectId: submission.id,
        countryCode: submission.countryCode,
        fields: ["status", "version"],
        beforeHash: null,
        afterHash: version.contentHash,
        detail: {
          from: submission.status,
          to: status,
          version: version.version,
          warnings: findings.length,
          signed: signature !== null,
          questionsLeft: questionsLeft.length,
        },
      });
      await wakeScheduler(tx);
      const facts = { submission: changed, version, answers, remarks: questionsLeft, actor, now };
      return { reply: receipt(deps, facts), news: version };
    },
    (tx, news) => tellOfReceipt(tx, news, { now, newId: deps.newId, config: deps.config }),
  );
}
