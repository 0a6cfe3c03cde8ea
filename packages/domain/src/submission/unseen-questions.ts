import { isOfSecretariat } from "../access/role.ts";
import { type ThreadClosing, type ThreadRemark, threadKey, threadsOf } from "./thread.ts";

/** A remark that is shared with the Secretariat. */
export interface SharedRemark extends ThreadRemark {
  readonly id: string;
  /** Somebody of the other side had it on the screen. */
  readonly isSeen: boolean;
}

/**
 * The questions of the Secretariat that wait for the country and that nobody of it has had on the screen, oldest first, since the country
 * last spoke and last sent the report: whoever sends it is asked about the questions that have no answer. A question is what was asked in
 * returning the report, and what opens a thread, also after it was closed; all else that the Secretariat says is conversation ("thank you,
 * that is clear") and asks nothing. `submittedAt`: null = it was never sent. Remarks and closings: oldest first.
 */
export function unseenQuestions<R extends SharedRemark>(
  remarks: readonly R[],
  closings: readonly ThreadClosing[],
  submittedAt: Date | null,
): readonly R[] {
  const waiting = new Set(
    threadsOf(remarks, closings)
      .filter(({ state, audience, askedBy }) => state === "open" && audience === "shared" && askedBy === "secretariat")
      .map(threadKey),
  );
  const opensThread = (remark: R) => {
    const isOfThread = (one: ThreadRemark | ThreadClosing) => threadKey(one) === threadKey(remark);
    const lastClosing = closings.findLast(isOfThread);
    return (
      remarks.find((one) => isOfThread(one) && (lastClosing === undefined || one.createdAt > lastClosing.at)) === remark
    );
  };
  return remarks.filter((remark) => {
    if (!remark.isQuestion && !opensThread(remark)) return false;
    if (remark.isSeen || !waiting.has(threadKey(remark)) || !isOfSecretariat(remark.authorRole)) return false;
    const later = (at: Date) => at > remark.createdAt;
    if (submittedAt !== null && submittedAt >= remark.createdAt) return false;
    const isAnswered = remarks.some(
      (one) => threadKey(one) === threadKey(remark) && !isOfSecretariat(one.authorRole) && later(one.createdAt),
    );
    const isClosed = closings.some((one) => threadKey(one) === threadKey(remark) && later(one.at));
    return !isAnswered && !isClosed;
  });
}
