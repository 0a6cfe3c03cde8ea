import type { BodyOf, ReplyOf, resendNotices as resendContract } from "@avances/contracts";
import { wakeScheduler } from "@avances/db/queries/answer-saving-queries";
import type { Actor } from "@avances/domain/access";
import { previewResend, type Resend, sendResend } from "@avances/notices";
import type { Deps } from "#deps.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { keyOf } from "#reporting/decided.ts";

/**
 * Reminds a country or a group again. A preview shows every message and address and sends nothing; sending writes exactly the messages
 * a preview at that moment would show. Refuses with `nothing-to-send` when everybody is left out.
 */
export async function resendNotices(
  deps: Pick<Deps, "db" | "clock" | "newId" | "config">,
  actor: Actor,
  roundYear: number,
  body: BodyOf<typeof resendContract>,
  idempotency: Idempotency | null,
): Promise<ReplyOf<typeof resendContract>> {
  const context = { now: deps.clock.now(), newId: deps.newId, config: deps.config };
  const { group, countries, text, preview } = body;
  const request = { roundYear, group, countries, text };
  return deps.db.asActor(actor, async (tx) => {
    if (preview) return reply(await previewResend(tx, request, context), true);
    return once(tx, deps, actor, keyOf(idempotency), async () => {
      const sent = await sendResend(tx, actor, request, context);
      await wakeScheduler(tx);
      return reply(sent, false);
    });
  });
}

function reply(resend: Resend, preview: boolean): ReplyOf<typeof resendContract> {
  return {
    preview,
    batchId: resend.batchId,
    messages: resend.messages.map((message) => ({
      ...message,
      firstSentAt: message.firstSentAt?.toISOString() ?? null,
    })),
    leftOut: [...resend.leftOut],
  };
}
