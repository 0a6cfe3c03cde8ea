import type { AnswerInput } from "@avances/contracts";
import { listAnswers } from "@avances/db/queries/answer-queries";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { writeProposals } from "@avances/db/queries/proposal-queries";
import type { Actor } from "@avances/domain/access";
import { checkIndicators } from "@avances/domain/answer";
import type { IndicatorCode } from "@avances/domain/catalogue";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { allow, visibleFindings } from "#features/shared/allow.ts";
import { contentHash } from "#features/shared/content-hash.ts";
import { ownProgress, withOwnProposals } from "#features/shared/own-proposals.ts";
import { refusedFindings, refusedFor } from "../acceptable-answer.ts";
import { mayNow } from "../may-now.ts";
import { answerOf, answersWith, answerToSave, justSaved, staleAnswer } from "../saved-answer.ts";
import { lockWorkingCopy, refuseNotInQuestion, statusOnceSaved } from "../working-copy.ts";

interface Input extends AnswerInput {
  readonly indicatorCode: IndicatorCode;
  /** The revision that the author saw; 0 when there was neither answer nor proposal. */
  readonly revision: number;
}

/**
 * Keeps what a contributor writes as proposals, all or none, and changes nothing of the report: neither its answers nor its state. Refuses as
 * saving does. `stale` makes the details of `revision-stale`, which for one answer and for many differ.
 */
export async function proposeAnswers(
  deps: Pick<Deps, "db" | "clock" | "catalogues" | "newId">,
  actor: Actor,
  { submissionId, inputs, stale }: ProposeAnswers,
) {
  allow(actor, "answer.write");
  const now = deps.clock.now();
  const codes = inputs.map(({ indicatorCode }) => indicatorCode);
  return deps.db.asActor(actor, async (tx) => {
    const copy = await lockWorkingCopy(tx, deps, actor, submissionId, codes);
    const { submission, catalogue } = copy;
    for (const indicatorCode of codes) allow(actor, "answer.write", { country: submission.countryCode, indicatorCode });
    statusOnceSaved(submission);
    await refuseNotInQuestion(tx, copy, codes);
    const refused = inputs.flatMap(({ indicatorCode, revision: _, ...input }) =>
      refusedFindings(catalogue, indicatorCode, input),
    );
    if (refused.length > 0) throw refusedFor("answer-not-accepted", refused);
    const all = await withOwnProposals(tx, actor, submissionId, await listAnswers(tx, submissionId));
    const rows = new Map(all.map((row) => [row.indicatorCode, row]));
    const missed = codes.filter((code, at) => (rows.get(code)?.revision ?? 0) !== inputs[at]?.revision);
    if (missed.length > 0) {
      const conflicts = missed.map((indicatorCode) => {
        return { indicatorCode, ...staleAnswer(rows.get(indicatorCode), actor) };
      });
      throw new DomainError("revision-stale", stale(conflicts));
    }

    const after = inputs.map(({ indicatorCode, revision, ...input }) => answerToSave(indicatorCode, input, revision));
    await writeProposals(
      tx,
      {
        submissionId,
        countryCode: submission.countryCode,
        proposedBy: actor.userId,
        proposedByName: actor.displayName,
        proposedAt: now,
      },
      after.map(({ expectedRevision, ...answer }) => {
        // Where the report has no answer, proposing none means that nothing is proposed.
        const present = copy.rows.get(answer.indicatorCode);
        const isNothing = answer.cleared && (present === undefined || present.cleared);
        const decision = isNothing ? ("withdrawn" as const) : ("open" as const);
        return { ...answer, id: deps.newId(), revision: expectedRevision + 1, decision };
      }),
    );
    await appendAuditEvent(tx, {
      at: now,
      actor,
      action: "answers.proposed",
      objectType: "submission",
      objectId: submission.id,
      countryCode: submission.countryCode,
      fields: codes,
      afterHash: contentHash(after.flatMap((row) => answerOf(row) ?? [])),
      detail: { answers: codes.length, bySection: actor.section !== undefined },
    });

    const answers = answersWith(rows, after);
    return {
      answers: after.map((each) => justSaved(each, actor, now)),
      findings: visibleFindings(actor, checkIndicators({ ...copy, answers }, codes)),
      status: submission.status,
      answered: ownProgress(actor, catalogue, answers).answered,
      may: mayNow(actor, submission),
      submissionRevision: submission.revision,
    };
  });
}

type Conflict = ReturnType<typeof staleAnswer> & { readonly indicatorCode: IndicatorCode };

export interface ProposeAnswers {
  readonly submissionId: string;
  readonly inputs: readonly Input[];
  stale(conflicts: readonly Conflict[]): Readonly<Record<string, unknown>>;
}
