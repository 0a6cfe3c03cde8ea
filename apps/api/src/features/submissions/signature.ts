import type { Signature, SignatureMissing } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { listRecipients } from "@avances/db/queries/recipient-queries";
import type { SignatureStepRow } from "@avances/db/queries/rows";
import { listSignatureSteps } from "@avances/db/queries/signature-queries";
import type { SubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { type Actor, mayDo, scopeOf } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { type AnswerRevisions, judgeTransition, signatureStanding } from "@avances/domain/submission";
import { inOneTrip } from "#features/shared/in-one-trip.ts";

/** Where the signature of the next version stands, as everybody who sees the whole working copy reads it; else null. */
export async function readSignature(tx: Tx, actor: Actor, submission: SubmissionInRound): Promise<Signature | null> {
  const isPrepared = judgeTransition("submit", submission.status, "country").allowed;
  if (!submission.round.signatureRequired || !isPrepared || scopeOf(actor.role, "submission.read") !== "own")
    return null;
  return signatureView(tx, submission);
}

export async function signatureView(tx: Tx, submission: SubmissionInRound): Promise<Signature> {
  const [steps, people] = await inOneTrip([listSignatureSteps(tx, submission.id), listRecipients(tx)]);
  return {
    steps: steps.map(({ step, version, at, actorName, answers, reason }) => ({
      step,
      version,
      at: at.toISOString(),
      byName: actorName,
      answers: { ...answers },
      reason,
    })),
    // Of the people of this country: row-level security shows no others to whoever asks.
    approvers: people
      .filter(({ role, countryCode }) => mayDo(role, "submission.sign") && countryCode === submission.countryCode)
      .map(({ displayName }) => displayName)
      .sort(),
  };
}

/**
 * The signature with which this version may be submitted; null when the round asks for none. Refuses with `signature-missing`, which says
 * where it stands, so that the page can say whose turn it is.
 */
export async function requireSignature(
  tx: Tx,
  actor: Actor,
  submission: SubmissionInRound,
  now: AnswerRevisions,
): Promise<SignatureStepRow | null> {
  if (!submission.round.signatureRequired) return null;
  const standing = signatureStanding(await listSignatureSteps(tx, submission.id), submission.version, now);
  // Somebody may have become a focal point since they signed: two people vouch for a report, not one in two roles.
  if (standing.kind === "signed" && standing.last.actorId !== actor.userId) return standing.last;
  throw new DomainError("signature-missing", {
    standing: standing.kind === "signed" ? "own" : standing.kind,
    indicators: standing.kind === "fallen" ? standing.changed : [],
  } satisfies SignatureMissing);
}
