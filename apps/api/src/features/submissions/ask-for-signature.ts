import type { askForSignature as contract, ReplyOf } from "@avances/contracts";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { AnswerRevisions } from "@avances/domain/submission";
import { tellOfSignature } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { actAndTell, type TellingDeps } from "#features/shared/act-and-tell.ts";
import { allow } from "#features/shared/allow.ts";
import { lockAsSeen, type Seen } from "#features/shared/transition.ts";
import type { Idempotency } from "#http/handler.ts";
import { requireSendable } from "./sendable.ts";
import { recordStep, standingNow } from "./signature-act.ts";

interface Ask extends Seen {
  /** The revisions of the answers that are to be signed. */
  readonly answers: AnswerRevisions;
  /** Questions that are knowingly left without an answer. */
  readonly leaving?: readonly string[] | undefined;
  readonly idempotency: Idempotency;
}

/**
 * Asks the approvers of the country for the signature of the report, when nothing else keeps it from being submitted (`requireSendable`).
 * Refuses with `not-available-now` when the round asks for no signature, or the present answers are signed.
 */
export async function askForSignature(
  deps: TellingDeps & Pick<Deps, "newId" | "catalogues" | "reference">,
  actor: Actor,
  { answers: seenAnswers, leaving, idempotency, ...seen }: Ask,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "submission.submit");
  const now = deps.clock.now();
  return actAndTell(
    deps,
    actor,
    idempotency,
    async (tx) => {
      const submission = await lockAsSeen(tx, deps, actor, "submission.submit", seen);
      const shown = { seen: seenAnswers, leaving, now };
      const { revisions } = await requireSendable(tx, deps, actor, submission, shown);
      const { kind } = await standingNow(tx, submission, revisions);
      if (kind === "signed") throw new DomainError("not-available-now");
      return recordStep(tx, deps, submission, { actor, now }, { step: "asked", answers: revisions });
    },
    (tx, news) => tellOfSignature(tx, news, { now, newId: deps.newId, config: deps.config }),
  );
}
