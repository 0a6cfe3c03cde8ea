import type { getSubmission, ReplyOf } from "@avances/contracts";
import type { Tx } from "@avances/db";
import type { VersionRow } from "@avances/db/queries/rows";
import type { SubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import type { Actor } from "@avances/domain/access";
import { submissionProgress } from "@avances/domain/answer";
import type { Catalogue } from "@avances/domain/catalogue";
import { frozenAnswers } from "#features/shared/previous-answers.ts";

type View = ReplyOf<typeof getSubmission>;
type Copy = Pick<View, "copy" | "answers" | "findings" | "progress">;

interface Frozen {
  readonly submission: SubmissionInRound;
  readonly catalogue: Catalogue;
  /** Undefined when there was never a submission. */
  readonly latest: VersionRow | undefined;
}

/** What the secretariat sees: the latest submitted version. Before the first one, only how many indicators are answered. */
export async function frozenCopy(tx: Tx, actor: Actor, { submission, catalogue, latest }: Frozen): Promise<Copy> {
  if (latest === undefined) {
    const progress = {
      expected: catalogue.indicators.length,
      answered: submission.answeredCount,
      reported: 0,
      notAvailable: 0,
      notApplicable: 0,
      sections: [],
    };
    return { copy: "frozen", answers: [], findings: [], progress };
  }
  const answers = await frozenAnswers(tx, actor, latest.id);
  return {
    copy: "frozen",
    answers: [...answers.values()].map((answer) => ({
      ...answer,
      value: answer.value as View["answers"][number]["value"],
      evidence: [...answer.evidence],
      // A frozen answer has no revision of its own: it has its version's number.
      revision: latest.version,
      updatedAt: latest.submittedAt.toISOString(),
      updatedByName: latest.submittedByName,
    })),
    findings: latest.findings,
    progress: submissionProgress(catalogue, answers),
  };
}
