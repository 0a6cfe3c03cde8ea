import type { BodyOf, ReplyOf, resendNotices as resendContract } from "@avances/contracts";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import type { Actor } from "@avances/domain/access";
import { previewResend, type Resend, sendResend } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { keyOf } from "#features/shared/decided.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { countryToRemind } from "./country-to-remind.ts";

/**
 * Reminds a country or a group again. A preview shows every message and address and sends nothing; sending writes exactly the messages that
 * a preview at that moment would show. Refuses with `nothing-to-send` when every country is left out, with `asked-meanwhile` when one of
 * the countries has been asked since the preview that the sender has `seen`, and with `words-changed` when the words are others by now.
 */
export async function resendNotices(
  deps: Pick<Deps, "db" | "clock" | "newId" | "config">,
  actor: Actor,
  roundYear: number,
  body: BodyOf<typeof resendContract>,
  idempotency: Idempotency | null,
): Promise<ReplyOf<typeof resendContract>> {
  allow(actor, "notices.send");
  const config = { ...deps.config, ticketKey: deps.config.secrets.ticketKey };
  const context = { now: deps.clock.now(), newId: deps.newId, config };
  const { group, countries, except, text, seen: countriesSeen = [], wordings, preview } = body;
  const seen = { countries: countriesSeen, wordings };
  const request = { roundYear, group, countries, except, text };
  return deps.db.asActor(actor, async (tx) => {
    if (preview) return reply(await previewResend(tx, actor, request, context), true);
    return once(tx, deps, actor, keyOf(idempotency), async () => {
      const sent = await sendResend(tx, actor, request, seen, context);
      await wakeScheduler(tx);
      return reply(sent, false);
    });
  });
}

function reply(resend: Resend, preview: boolean): ReplyOf<typeof resendContract> {
  return {
    preview,
    batchId: resend.batchId,
    messages: [...resend.messages],
    countries: resend.countries.map(countryToRemind),
    leftOut: [...resend.leftOut],
    wordings: [...resend.wordings],
  };
}
