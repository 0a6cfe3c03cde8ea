import type { Tx } from "@avances/db";
import { listRecipients } from "@avances/db/queries/recipient-queries";
import { listReportingStates } from "@avances/db/queries/reporting-state-queries";
import type { Actor } from "@avances/domain/access";
import { eventRules, localDate } from "@avances/domain/round";
import { contactOf } from "../letters/contact.ts";
import type { NoticeToWrite, WritingConfig } from "./message.ts";
import { goingOf, loadKnown } from "./notice-state.ts";
import { peopleOf } from "./recipients.ts";
import { writeNotices } from "./write.ts";

/**
 * Tells the countries that were written to about a round that it was cancelled; the others never heard of it. Call it before the round
 * is marked as cancelled, in the same transaction. Returns how many messages were queued.
 */
export async function tellOfCancelledRound(
  tx: Tx,
  actor: Actor,
  roundYear: number,
  context: { readonly now: Date; readonly newId: () => string; readonly config: WritingConfig },
): Promise<number> {
  const states = await listReportingStates(tx, { roundYear });
  const [known, everybody] = [await loadKnown(tx, [roundYear], context.now), await listRecipients(tx, context.now)];
  const { audience } = eventRules.round_cancelled;
  const batchId = context.newId();
  const items = states.flatMap((state): NoticeToWrite[] => {
    const own = known.ledger(roundYear, state.country);
    if (own.asks + own.asksUnderWay === 0) return [];
    return [
      {
        state,
        step: "round_cancelled",
        anchorDate: localDate(context.now, state.timeZone),
        batchId,
        scheduledFor: context.now,
        disposition: "send",
        audience,
        people: peopleOf(audience, state.country, everybody),
        ledger: own,
        going: goingOf(state, known),
        contact: contactOf(everybody, actor.userId, state.roundOpenedBy),
      },
    ];
  });
  return await writeNotices(tx, items, context);
}
