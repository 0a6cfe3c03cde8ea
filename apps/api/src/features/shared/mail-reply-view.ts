import type { MailReplyView } from "@avances/contracts";
import type { ReplyFacts } from "@avances/db/queries/mail-reply-queries";
import { bounceReason, weightiest } from "@avances/domain/round";

/** Of what came back about a message what says most, as pages show it; null = nothing did. */
export function replyOf(replies: readonly ReplyFacts[]): MailReplyView | null {
  const reply = weightiest(replies);
  if (reply === undefined) return null;
  const { kind, receivedAt, code, status, answer, awayUntil, refusesAddress, clearedAt } = reply;
  return {
    ...{ kind, code, status, awayUntil },
    at: receivedAt.toISOString(),
    reason: kind === "bounced" || kind === "delayed" ? bounceReason(status) : null,
    stopsReminders: refusesAddress && clearedAt === null,
    answer: answer === "" ? null : answer,
  };
}
