import type { Tx } from "@avances/db";
import { lockSubmissionInRound, type SubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import {
  insertSubmissionAct,
  listSubmissionActs,
  type SubmissionPatch,
  updateStatus,
} from "@avances/db/queries/submission-queries";
import { type Action, type Actor, isOfSecretariat } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import {
  actState,
  awaitsFirstReport,
  isExempt,
  judgeTransition,
  type SubmissionAct,
  type SubmissionStatus,
  statusAsExpected,
  type TransitionBy,
  type TransitionName,
} from "@avances/domain/submission";
import type { Deps } from "#deps.ts";
import { actView } from "./act-view.ts";
import { allow, found } from "./allow.ts";
import { submissionSummary } from "./submission-summary.ts";

/** A submission as the person who decides has seen it. */
export interface Seen {
  readonly submissionId: string;
  /** Revision of the state that was seen (`If-Match`). */
  readonly revision: number;
}

/**
 * Locks the submission that somebody decided on. Refuses with `revision-stale` when any act was done since it was seen, so that nobody
 * acts on a state they have not seen. The refusal gives the present state, and who did what since.
 */
export async function lockAsSeen(
  tx: Tx,
  deps: Pick<Deps, "clock" | "catalogues" | "reference">,
  actor: Actor,
  action: Action,
  { submissionId, revision }: Seen,
): Promise<SubmissionInRound> {
  const submission = found(await lockSubmissionInRound(tx, submissionId));
  allow(actor, action, { country: submission.countryCode });
  if (submission.revision === revision) return submission;
  throw new DomainError("revision-stale", {
    current: submissionSummary(deps, submission, deps.clock.now()),
    acts: (
      await listSubmissionActs(tx, submission.id, { after: revision, fromBefore: isOfSecretariat(actor.role) })
    ).map(actView),
  });
}

/**
 * The status this transition leads to; or refuses with `transition-refused`, the present status and the allowed ones. For the secretariat
 * the voluntary draft of an exempt country counts as exempt: the exemption can be taken back, and not be given twice.
 */
export function statusAfter(name: TransitionName, submission: SubmissionInRound, by: TransitionBy): SubmissionStatus {
  const status = by === "secretariat" ? expectedOf(submission) : submission.status;
  const verdict = judgeTransition(name, status, by);
  if (!verdict.allowed) throw new DomainError("transition-refused", { status, from: verdict.from });
  return verdict.to;
}

/** Refuses with `transition-refused` once the due date no longer counts for this report. */
export function requireAwaited(submission: SubmissionInRound): void {
  if (!awaitsFirstReport({ ...submission, exempt: isExempt(submission) }))
    throw new DomainError("transition-refused", { status: expectedOf(submission), from: ["not_started", "draft"] });
}

function expectedOf(submission: SubmissionInRound): SubmissionStatus {
  return statusAsExpected({ status: submission.status, exempt: isExempt(submission) });
}

/** Refuses with `transition-refused` if there is no extension, or the due date no longer counts. */
export function requireExtension(submission: SubmissionInRound): void {
  requireAwaited(submission);
  if (submission.extensionGrantedAt === null)
    throw new DomainError("transition-refused", { status: submission.status, extended: false });
}

/** Who does what to a submission, when and why. */
export interface Act {
  readonly act: SubmissionAct;
  readonly actor: Actor;
  readonly now: Date;
  /** In the words of the person who acts, for acts that need a reason. */
  readonly reason?: string | undefined;
}

/**
 * The only way to change a submission: writes the change, raises the revision and records the act. The status must still be the one
 * that was judged. The lock already guarantees that; the condition guards against a forgotten lock.
 * Returns the row as it is now.
 */
export async function change(
  tx: Tx,
  submission: SubmissionInRound,
  act: Act,
  patch: SubmissionPatch,
): Promise<SubmissionInRound> {
  const row = await updateStatus(tx, submission.id, [submission.status], patch);
  if (row === undefined) throw new DomainError("transition-refused", { status: submission.status });
  const changed = { ...row, round: submission.round };
  await keepAct(tx, submission, act, changed);
  return changed;
}

/** Records an act whose change is already written. `after` is the state it left. */
export async function keepAct(
  tx: Tx,
  before: Parameters<typeof actState>[0],
  { act, actor, now, reason = "" }: Act,
  after: Parameters<typeof actState>[0] & Pick<SubmissionInRound, "id" | "revision" | "countryCode">,
): Promise<void> {
  await insertSubmissionAct(tx, {
    submissionId: after.id,
    revision: after.revision,
    countryCode: after.countryCode,
    act,
    at: now,
    actorId: actor.userId,
    actorName: actor.displayName,
    actorRole: actor.role,
    before: actState(before),
    after: actState(after),
    reason,
  });
}
