import { lastly, lastlyWhile, type Tx } from "@avances/db";
import type { AnswerWriting } from "@avances/db/queries/answer-queries";
import { lockToSave, type SubmissionToSave } from "@avances/db/queries/answer-saving-queries";
import { listSecretariatRemarks } from "@avances/db/queries/comment-queries";
import type { AnswerRow } from "@avances/db/queries/rows";
import { listOpenedAnswers } from "@avances/db/queries/thread-queries";
import type { Actor } from "@avances/domain/access";
import { type Answers, type RoundDates, tiedIndicators } from "@avances/domain/answer";
import type { Catalogue, IndicatorCode } from "@avances/domain/catalogue";
import { DomainError } from "@avances/domain/domain-error";
import { answersInQuestion, isEditable, judgeTransition, type SubmissionStatus } from "@avances/domain/submission";
import type { Deps } from "#deps.ts";
import { found } from "#features/shared/allow.ts";
import { inOneTrip } from "#features/shared/in-one-trip.ts";
import { frozenAnswers } from "#features/shared/previous-answers.ts";
import { keepAct } from "#features/shared/transition.ts";

/** A working copy with its submission locked: only what a save needs to judge and check. */
export interface LockedWorkingCopy {
  readonly submission: SubmissionToSave;
  readonly catalogue: Catalogue;
  /** Stored answers, cleared ones included, of the wanted indicators and of those that a rule ties to them. */
  readonly rows: ReadonlyMap<IndicatorCode, AnswerRow>;
  readonly previous: Answers | null;
  readonly round: RoundDates;
}

/**
 * Locks the submission and reads what the rules need to judge these indicators. The submission itself is locked, because an
 * answer that is saved for the first time, by two people at once, has no row yet.
 */
export async function lockWorkingCopy(
  tx: Tx,
  { catalogues }: Pick<Deps, "catalogues">,
  actor: Actor,
  submissionId: string,
  codes: readonly IndicatorCode[],
): Promise<LockedWorkingCopy> {
  const guess = catalogues.current;
  const lock = async (catalogue: Catalogue) =>
    found(await lockToSave(tx, submissionId, tiedIndicators(catalogue, codes)));
  let locked = await lock(guess);
  const catalogue = catalogues.version(locked.submission.round.catalogueVersion);
  // Rounds of an older catalogue may tie other indicators together.
  if (catalogue !== guess) locked = await lock(catalogue);
  const { submission, answers, previousVersionId } = locked;
  return {
    submission,
    catalogue,
    rows: new Map(answers.map((row) => [row.indicatorCode, row])),
    previous: previousVersionId === null ? null : await frozenAnswers(tx, actor, previousVersionId),
    round: roundDates(submission),
  };
}

/** The status of a submission after an answer is saved; refuses with `submission-not-editable` after sign-off. */
export function statusOnceSaved({ status }: Pick<SubmissionToSave, "status">): SubmissionStatus {
  if (!isEditable(status)) throw new DomainError("submission-not-editable", { status });
  const start = judgeTransition("start", status, "country");
  return start.allowed ? start.to : status;
}

/** The answers of a returned report that may be changed; null = all. Only of a report that was ever returned are the remarks read. */
export async function readInQuestion(
  tx: Tx,
  submission: SubmissionToSave,
  catalogue: Catalogue,
): Promise<readonly IndicatorCode[] | null> {
  if (submission.returnedAt === null) return null;
  const [remarks, opened] = await inOneTrip([
    listSecretariatRemarks(tx, submission.id),
    listOpenedAnswers(tx, submission.id),
  ]);
  return answersInQuestion(catalogue, submission, remarks, opened);
}

/**
 * Of a report that was returned only what the Secretariat asks about, and what the country opened with a reason, is changed, until it is
 * sent again for good; everything else stays as it was read. Refuses with `answer-not-in-question`, which names the others.
 */
export async function refuseNotInQuestion(
  tx: Tx,
  { submission, catalogue }: Pick<LockedWorkingCopy, "submission" | "catalogue">,
  codes: readonly IndicatorCode[],
): Promise<void> {
  const inQuestion = await readInQuestion(tx, submission, catalogue);
  const others = inQuestion === null ? [] : codes.filter((code) => !inQuestion.includes(code));
  if (others.length > 0) throw new DomainError("answer-not-in-question", { indicators: others });
}

/**
 * Writes with `write`, which must be the last of the transaction, and returns the revision that the submission then has. The first answer
 * begins the report, which is an act and written too; later ones change what is in it and not where it stands.
 */
export async function writeLast(
  tx: Tx,
  { submission }: Pick<LockedWorkingCopy, "submission">,
  status: SubmissionStatus,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  write: () => Promise<void>,
): Promise<number> {
  if (status === submission.status) {
    await lastly(tx, write);
    return submission.revision;
  }
  return writeFirst(tx, submission, status, { actor, now }, write);
}

/** The same with `meanwhile`, which is done while the database writes; if it fails, nothing is written. Returns what it made too. */
export async function writeLastWhile<M>(
  tx: Tx,
  { submission }: Pick<LockedWorkingCopy, "submission">,
  status: SubmissionStatus,
  by: { readonly actor: Actor; readonly now: Date },
  write: () => Promise<void>,
  meanwhile: () => M,
): Promise<readonly [submissionRevision: number, made: M]> {
  if (status === submission.status) {
    const [, made] = await lastlyWhile(tx, write, meanwhile);
    return [submission.revision, made];
  }
  const made = meanwhile();
  return [await writeFirst(tx, submission, status, by, write), made];
}

async function writeFirst(
  tx: Tx,
  submission: SubmissionToSave,
  status: SubmissionStatus,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  write: () => Promise<void>,
): Promise<number> {
  await write();
  const revision = submission.revision + 1;
  await keepAct(tx, submission, { act: "started", actor, now }, { ...submission, status, revision });
  return revision;
}

/** Whose answers are written, by whom and when. */
export function writing(submission: SubmissionToSave, actor: Actor, now: Date): AnswerWriting {
  return {
    submissionId: submission.id,
    countryCode: submission.countryCode,
    updatedAt: now,
    updatedBy: actor.userId,
    updatedByName: actor.displayName,
  };
}

/** The dates that rules may name, of the submission's own round. */
export function roundDates(submission: SubmissionToSave): RoundDates {
  return {
    referencePeriodStart: submission.round.referenceStart,
    referencePeriodEnd: submission.round.referenceEnd,
    dueDate: submission.dueOn,
  };
}
