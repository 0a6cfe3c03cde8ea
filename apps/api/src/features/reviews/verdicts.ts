import type { BodyOf, listVerdicts as listContract, markAnswers as markContract, ReplyOf } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { findSubmissionInRound, type SubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import {
  listVerdicts as listRows,
  lockVerdicts,
  putVerdicts,
  type VerdictRow,
} from "@avances/db/queries/verdict-queries";
import { findVersion } from "@avances/db/queries/version-queries";
import type { Actor } from "@avances/domain/access";
import type { Answers } from "@avances/domain/answer";
import { findIndicator } from "@avances/domain/catalogue";
import { DomainError } from "@avances/domain/domain-error";
import { verdictStands } from "@avances/domain/submission";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { frozenAnswers } from "#features/shared/previous-answers.ts";
import { sizeOfVerdicts } from "#features/shared/size-of-verdicts.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";

type Verdicts = ReplyOf<typeof listContract>;

/** What the secretariat says of the answers of a report, and whether the latest version still says what was read. */
export async function listVerdicts(deps: Pick<Deps, "db">, actor: Actor, submissionId: string): Promise<Verdicts> {
  allow(actor, "submission.review");
  return deps.db.asActor(actor, async (tx) =>
    view(tx, actor, found(await findSubmissionInRound(tx, submissionId)), await listRows(tx, submissionId)),
  );
}

/**
 * Marks answers of the latest version, all or none. Refuses with `revision-stale` and what is so now when a newer version came, or somebody else marked
 * one of these answers since they were seen.
 */
export async function markAnswers(
  deps: Pick<Deps, "db" | "clock" | "catalogues">,
  actor: Actor,
  { submissionId, request }: { readonly submissionId: string; readonly request: BodyOf<typeof markContract> },
  idempotency: Idempotency,
): Promise<Verdicts> {
  allow(actor, "submission.review");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      await lockVerdicts(tx, submissionId);
      const submission = found(await findSubmissionInRound(tx, submissionId));
      const catalogue = deps.catalogues.version(submission.round.catalogueVersion);
      for (const { indicatorCode } of request.marks) found(findIndicator(catalogue, indicatorCode));
      const rows = await listRows(tx, submissionId);
      const revisions = new Map(rows.map(({ indicatorCode, revision }) => [indicatorCode, revision]));
      const isStale = request.marks.some(
        ({ indicatorCode, revision }) => revision !== (revisions.get(indicatorCode) ?? 0),
      );
      if (isStale || request.version !== submission.version)
        throw new DomainError("revision-stale", { current: await view(tx, actor, submission, rows) });
      await putVerdicts(
        tx,
        request.marks.map(({ indicatorCode, verdict, reason, words, revision }) => ({
          ...{ submissionId, countryCode: submission.countryCode, indicatorCode, version: request.version },
          ...{ verdict, reason: verdict === "question" ? reason : null, words: verdict === null ? "" : words },
          ...{ askedAt: null, revision: revision + 1, at: now, byId: actor.userId, byName: actor.displayName },
        })),
      );
      await appendAuditEvent(tx, {
        ...{ at: now, actor, action: "submission.answers-marked", objectType: "submission", objectId: submissionId },
        countryCode: null,
        detail: { version: request.version, answers: request.marks.length },
      });
      return view(tx, actor, submission, await listRows(tx, submissionId));
    }),
  );
}

async function view(
  tx: Tx,
  actor: Actor,
  submission: SubmissionInRound,
  rows: readonly VerdictRow[],
): Promise<Verdicts> {
  const answers = new Map<number, Answers>();
  for (const version of new Set([submission.version, ...rows.map((row) => row.version)])) {
    const found = await findVersion(tx, submission.id, version);
    if (found !== undefined) answers.set(version, await frozenAnswers(tx, actor, found.id));
  }
  const answerIn = (version: number, code: string) => answers.get(version)?.get(code);
  return {
    version: submission.version,
    total: sizeOfVerdicts(rows),
    verdicts: rows.map(({ indicatorCode, verdict, reason, words, version, askedAt, revision, at, byName }) => ({
      ...{ indicatorCode, verdict, reason, words, version, revision, byName },
      ...{ at: at.toISOString(), askedAt: askedAt?.toISOString() ?? null },
      stands: verdictStands(answerIn(version, indicatorCode), answerIn(submission.version, indicatorCode)),
    })),
  };
}
