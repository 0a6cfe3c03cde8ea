import type { signSubmission as contract, ReplyOf } from "@avances/contracts";
import { listAnswerAuthors } from "@avances/db/queries/signature-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { type AnswerRevisions, answersWrittenBy } from "@avances/domain/submission";
import { tellOfSignature } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { actAndTell, type TellingDeps } from "#features/shared/act-and-tell.ts";
import { allow } from "#features/shared/allow.ts";
import { lockAsSeen, type Seen } from "#features/shared/transition.ts";
import type { Idempotency } from "#http/handler.ts";
import { requireSendable } from "./sendable.ts";
import { recordStep, standingNow } from "./signature-act.ts";

interface Sign extends Seen {
  /** The revisions of the answers that the signer saw. */
  readonly answers: AnswerRevisions;
  /** Questions that are knowingly left without an answer. */
  readonly leaving?: readonly string[] | undefined;
  readonly idempotency: Idempotency;
}

/**
 * Signs the report for the country, exactly as it was seen, when nothing keeps it from being submitted (`requireSendable`). Whoever
 * reports need not have asked. The signature counts until an answer changes. Refuses with `signer-is-author` to whoever last wrote
 * an answer, and with `not-available-now` when the round asks for no signature, or the present answers are signed.
 */
export async function signSubmission(
  deps: TellingDeps & Pick<Deps, "newId" | "catalogues" | "reference">,
  actor: Actor,
  { answers: seenAnswers, leaving, idempotency, ...seen }: Sign,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "submission.sign");
  const now = deps.clock.now();
  return actAndTell(
    deps,
    actor,
    idempotency,
    async (tx) => {
      const submission = await lockAsSeen(tx, deps, actor, "submission.sign", seen);
      const shown = { seen: seenAnswers, leaving, now };
      const { revisions } = await requireSendable(tx, deps, actor, submission, shown);
      const { kind } = await standingNow(tx, submission, revisions);
      if (kind === "signed") throw new DomainError("not-available-now");
      const own = answersWrittenBy(actor.userId, await listAnswerAuthors(tx, submission.id));
      if (own.length > 0) throw new DomainError("signer-is-author", { indicators: own });
      return recordStep(tx, deps, submission, { actor, now }, { step: "signed", answers: revisions });
    },
    (tx, news) => tellOfSignature(tx, news, { now, newId: deps.newId, config: deps.config }),
  );
}
