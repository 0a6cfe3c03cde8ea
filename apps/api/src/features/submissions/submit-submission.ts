import type { ReplyOf, submitSubmission as submitContract } from "@avances/contracts";
import { listAnswers } from "@avances/db/queries/answer-queries";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { listComments } from "@avances/db/queries/comment-queries";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import { toAnswers } from "@avances/db/queries/rows";
import { freezeVersion } from "@avances/db/queries/version-queries";
import type { Actor } from "@avances/domain/access";
import { blocksSubmission, checkSubmission } from "@avances/domain/answer";
import { DomainError } from "@avances/domain/domain-error";
import {
  type AnswerRevisions,
  answersUnseen,
  openQuestions,
  questionsOf,
  revisionsOf,
  sendingFaults,
} from "@avances/domain/submission";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { contentHash } from "#features/shared/content-hash.ts";
import { inOneTrip } from "#features/shared/in-one-trip.ts";
import { previousRound } from "#features/shared/previous-answers.ts";
import { timeZoneOf } from "#features/shared/submission-summary.ts";
import { change, lockAsSeen, type Seen, statusAfter } from "#features/shared/transition.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { refusedFor } from "./acceptable-answer.ts";
import { receipt } from "./receipt.ts";
import { roundDates } from "./working-copy.ts";

interface Submit extends Seen {
  /** The revisions of the answers that the submitter saw and declares. */
  readonly answers: AnswerRevisions;
  readonly idempotency: Idempotency;
}

/**
 * Signs off: freezes a numbered version and returns its receipt, all in one transaction. The first submission fixes for good whether the
 * country was on time. Exactly what was declared is frozen: refuses with `answers-changed` (and the indicators) when an
 * answer is not the one that the submitter saw. Also refuses with `round-not-open` (before the opening day in the capital),
 * `nothing-answered`, `questions-open` (a returned report whose questions were not all answered), `submission-has-errors` (with the
 * findings) and `transition-refused`.
 */
export async function submitSubmission(
  deps: Pick<Deps, "db" | "clock" | "newId" | "catalogues" | "reference">,
  actor: Actor,
  { idempotency, answers: declared, ...seen }: Submit,
): Promise<ReplyOf<typeof submitContract>> {
  allow(actor, "submission.submit");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      // Everything else is read after the lock is held, which every save takes too: a query sent together with the lock could see the time
      // before it, and nothing may change between what is judged here and the frozen version.
      const submission = await lockAsSeen(tx, deps, actor, "submission.submit", seen);
      const [rows, previous, remarks] = await inOneTrip([
        listAnswers(tx, seen.submissionId),
        previousRound(tx, actor, seen.submissionId),
        listComments(tx, seen.submissionId),
      ]);
      const status = statusAfter("submit", submission, "country");
      const unseen = answersUnseen(declared, revisionsOf(rows));
      if (unseen.length > 0) throw new DomainError("answers-changed", { indicators: unseen });

      const catalogue = deps.catalogues.version(submission.round.catalogueVersion);
      const answers = toAnswers(rows);
      const { round, countryCode } = submission;
      const [fault] = sendingFaults({ round, timeZone: timeZoneOf(deps, countryCode), now, catalogue, answers });
      if (fault !== undefined) throw new DomainError(fault, { opensOn: round.opensOn });

      const savedAt = new Map(rows.map(({ indicatorCode, updatedAt }) => [indicatorCode, updatedAt]));
      const open = openQuestions(questionsOf(submission, remarks), remarks, savedAt);
      if (open.length > 0) {
        throw new DomainError("questions-open", { indicators: open.map(({ indicatorCode }) => indicatorCode) });
      }

      const facts = { answers, previous: previous?.answers ?? null, round: roundDates(submission) };
      const findings = checkSubmission({ catalogue, ...facts });
      const blocking = findings.filter((finding) => blocksSubmission(finding, answers));
      if (blocking.length > 0) throw refusedFor("submission-has-errors", blocking);

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
        detail: { from: submission.status, to: status, version: version.version, warnings: findings.length },
      });
      await wakeScheduler(tx);
      return receipt(deps, { submission: changed, version, answers, actor, now });
    }),
  );
}
