import type { Signature } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import { insertSignatureStep, listSignatureSteps } from "@avances/db/queries/signature-queries";
import type { SubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import {
  type AnswerRevisions,
  type SignatureStanding,
  type SignatureStep,
  signatureStanding,
} from "@avances/domain/submission";
import type { SignatureNews } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { signatureView } from "./signature.ts";

/** A step as it is recorded, and what people are told of it. */
interface Recorded {
  readonly reply: Signature;
  readonly news: SignatureNews;
}

interface Step {
  readonly step: SignatureStep;
  /** The revisions of the answers that the person saw. */
  readonly answers: AnswerRevisions;
  readonly reason?: string;
}

/** Where the signature stands; refuses with `not-available-now` when the round asks for none. */
export async function standingNow(
  tx: Tx,
  { id, version, round }: SubmissionInRound,
  revisions: AnswerRevisions,
): Promise<SignatureStanding> {
  if (!round.signatureRequired) throw new DomainError("not-available-now");
  return signatureStanding(await listSignatureSteps(tx, id), version, revisions);
}

/**
 * Records a step on the way to a signature. The state of the report and its revision do not change, so nobody's view of it goes stale; the
 * caller holds its lock and has judged the step.
 */
export async function recordStep(
  tx: Tx,
  deps: Pick<Deps, "newId">,
  submission: SubmissionInRound,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  { step, answers, reason = "" }: Step,
): Promise<Recorded> {
  const [id, version] = [deps.newId(), submission.version + 1];
  const owner = { submissionId: submission.id, countryCode: submission.countryCode };
  const row = { ...owner, id, version, step, at: now, actorId: actor.userId, actorName: actor.displayName };
  await insertSignatureStep(tx, { ...row, answers, reason });
  await appendAuditEvent(tx, {
    at: now,
    actor,
    action: `submission.signature_${step}`,
    objectType: "submission",
    objectId: submission.id,
    countryCode: submission.countryCode,
    fields: [],
    detail: { version },
  });
  await wakeScheduler(tx);
  const news = { id, submissionId: submission.id, step, at: now, version, byName: actor.displayName };
  return { reply: await signatureView(tx, submission), news };
}
