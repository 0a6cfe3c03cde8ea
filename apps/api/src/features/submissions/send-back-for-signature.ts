import type { sendBackForSignature as contract, ReplyOf } from "@avances/contracts";
import { listAnswers } from "@avances/db/queries/answer-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { revisionsOf } from "@avances/domain/submission";
import { tellOfSignature } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { actAndTell, type TellingDeps } from "#features/shared/act-and-tell.ts";
import { allow } from "#features/shared/allow.ts";
import { lockAsSeen, type Seen, statusAfter } from "#features/shared/transition.ts";
import type { Idempotency } from "#http/handler.ts";
import { recordStep, standingNow } from "./signature-act.ts";

interface SendBack extends Seen {
  readonly reason: string;
  readonly idempotency: Idempotency;
}

/**
 * The approver does not sign, or takes the signature back, and says why; those who report read it. Refuses with `not-available-now` when
 * nothing was asked or signed, and with `transition-refused` once the report was submitted.
 */
export async function sendBackForSignature(
  deps: TellingDeps & Pick<Deps, "newId" | "catalogues" | "reference">,
  actor: Actor,
  { reason, idempotency, ...seen }: SendBack,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "submission.sign");
  const now = deps.clock.now();
  return actAndTell(
    deps,
    actor,
    idempotency,
    async (tx) => {
      const submission = await lockAsSeen(tx, deps, actor, "submission.sign", seen);
      statusAfter("submit", submission, "country");
      const answers = revisionsOf(await listAnswers(tx, submission.id));
      const { kind } = await standingNow(tx, submission, answers);
      if (kind === "unasked" || kind === "sent_back") throw new DomainError("not-available-now");
      return recordStep(tx, deps, submission, { actor, now }, { step: "sent_back", answers, reason });
    },
    (tx, news) => tellOfSignature(tx, news, { now, newId: deps.newId, config: deps.config }),
  );
}
