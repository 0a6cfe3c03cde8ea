import type { getSubmission, ReplyOf } from "@avances/contracts";
import { type AnswerRow, toAnswers } from "@avances/db/queries/rows";
import type { Actor } from "@avances/domain/access";
import { checkSubmission, submissionProgress } from "@avances/domain/answer";
import { seesIndicator, visibleFindings } from "#features/shared/allow.ts";
import { savedAnswer } from "./saved-answer.ts";

type Copy = Pick<ReplyOf<typeof getSubmission>, "copy" | "answers" | "findings" | "progress">;
type Against = Omit<Parameters<typeof checkSubmission>[0], "answers">;

interface Made {
  readonly against: Against;
  readonly copy: Copy;
}

/** Goes with the list: another one is made when an answer is written. */
const made = new WeakMap<readonly AnswerRow[], Made>();

/** A working copy with what the rules find in it, as this reader sees it. `rows`: the stored answers that the reader sees. */
export function workingCopyView(actor: Actor, rows: readonly AnswerRow[], against: Against): Copy {
  const known = made.get(rows);
  if (known !== undefined && isSame(known.against, against)) return known.copy;
  const { catalogue } = against;
  const answers = toAnswers(rows);
  const indicators = catalogue.indicators.filter(({ code }) => seesIndicator(actor, code));
  const copy: Copy = {
    copy: "working",
    answers: rows.map(savedAnswer),
    findings: visibleFindings(actor, checkSubmission({ ...against, answers })),
    progress: submissionProgress({ ...catalogue, indicators }, answers),
  };
  made.set(rows, { against, copy });
  return copy;
}

/** Frozen answers of the last round never change, and its list is the same one as long as it is remembered. */
function isSame(one: Against, other: Against): boolean {
  return (
    one.catalogue === other.catalogue &&
    one.previous === other.previous &&
    JSON.stringify(one.round) === JSON.stringify(other.round)
  );
}
