import type { Tx } from "@avances/db";
import { listAnswers } from "@avances/db/queries/answer-queries";
import { type CommentRow, toAnswers } from "@avances/db/queries/rows";
import type { SubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import type { Actor } from "@avances/domain/access";
import { type Answers, blocksSubmission, checkSubmission, type Finding } from "@avances/domain/answer";
import { DomainError } from "@avances/domain/domain-error";
import {
  type AnswerRevisions,
  answersUnseen,
  openQuestions,
  questionsOf,
  revisionsOf,
  type SubmissionStatus,
  sendingFaults,
} from "@avances/domain/submission";
import type { Deps } from "#deps.ts";
import { inOneTrip } from "#features/shared/in-one-trip.ts";
import { previousRound } from "#features/shared/previous-answers.ts";
import { timeZoneOf } from "#features/shared/submission-summary.ts";
import { readTalk } from "#features/shared/talk.ts";
import { statusAfter } from "#features/shared/transition.ts";
import { refusedFor } from "./acceptable-answer.ts";
import { roundDates } from "./working-copy.ts";

/** A working copy that may be submitted as it is. */
export interface Sendable {
  readonly answers: Answers;
  readonly revisions: AnswerRevisions;
  /** What the rules say about it; nothing of it keeps it from being submitted. */
  readonly findings: readonly Finding[];
  /** The status that submitting leads to. */
  readonly status: SubmissionStatus;
  /** Questions of the secretariat that are knowingly left without an answer. */
  readonly questionsLeft: readonly Pick<CommentRow, "id" | "indicatorCode">[];
}

/** What a person saw and decided when submitting or signing. */
export interface SeenReport {
  readonly seen: AnswerRevisions;
  /** Ids of the questions that are knowingly left without an answer. Questions that were answered meanwhile may be among them. */
  readonly leaving: readonly string[] | undefined;
  readonly now: Date;
}

/**
 * The working copy, if it may be submitted and is what this person saw; the caller holds the lock. Everything is read after the lock is held,
 * which every save takes too: a query sent together with the lock could see the time before it. Refuses with `answers-changed` (and the
 * indicators) when an answer is not the one that was seen, and with `round-not-open` (before the opening day in the capital),
 * `nothing-answered`, `questions-open` (a returned report that leaves questions without an answer which `leaving` does not name; with the
 * questions), `submission-has-errors` (with the findings) and `transition-refused`.
 */
export async function requireSendable(
  tx: Tx,
  deps: Pick<Deps, "catalogues" | "reference">,
  actor: Actor,
  submission: SubmissionInRound,
  { seen, leaving = [], now }: SeenReport,
): Promise<Sendable> {
  const [rows, previous, talk] = await inOneTrip([
    listAnswers(tx, submission.id),
    previousRound(tx, actor, submission.id),
    readTalk(tx, actor, submission.id),
  ]);
  const status = statusAfter("submit", submission, "country");
  const revisions = revisionsOf(rows);
  const unseen = answersUnseen(seen, revisions);
  if (unseen.length > 0) throw new DomainError("answers-changed", { indicators: unseen });

  const catalogue = deps.catalogues.version(submission.round.catalogueVersion);
  const answers = toAnswers(rows);
  const { round, countryCode } = submission;
  const [fault] = sendingFaults({ round, timeZone: timeZoneOf(deps, countryCode), now, catalogue, answers });
  if (fault !== undefined) throw new DomainError(fault, { opensOn: round.opensOn });

  const savedAt = new Map(rows.map(({ indicatorCode, updatedAt }) => [indicatorCode, updatedAt]));
  const { comments, closings } = talk;
  const open = openQuestions(questionsOf(submission, comments), comments, savedAt, closings);
  if (open.some(({ id }) => !leaving.includes(id))) {
    throw new DomainError("questions-open", {
      questions: open.map(({ id, indicatorCode }) => ({ id, indicatorCode })),
    });
  }

  const facts = { answers, previous: previous?.answers ?? null, round: roundDates(submission) };
  const findings = checkSubmission({ catalogue, ...facts });
  const blocking = findings.filter((finding) => blocksSubmission(finding, answers));
  if (blocking.length > 0) throw refusedFor("submission-has-errors", blocking);
  return { answers, revisions, findings, status, questionsLeft: open };
}
