import type { Tx } from "@avances/db";
import { findCommitmentToAsk, findMatterRequest } from "@avances/db/queries/matter-request-queries";
import { anchorOf, isStillDue, type NotDueBecause } from "@avances/domain/network";
import type { NoticeOutcome, SendingDays } from "@avances/domain/round";
import { awaitsAnswer, loadSides } from "../calendar/matter-sides.ts";

/** What becomes of a request about a matter at the moment of sending: it stops, or leaves, if it goes by itself within these days. */
export type MatterVerdict = { readonly stopped: NoticeOutcome } | { readonly leaves: SendingDays | null };

const outcomes: Readonly<Record<NotDueBecause, NoticeOutcome>> = { settled: "matter-settled", date: "date-changed" };

/** Is it still asked of this side, and of the same day? What a person sent leaves at once, what goes by itself keeps the side's hours. */
export async function recheckMatter(
  tx: Tx,
  mail: { readonly id: string; readonly userId: string; readonly createdAt: Date },
  now: Date,
  secretariatCountry: string | undefined,
): Promise<MatterVerdict> {
  const request = await findMatterRequest(tx, mail.id);
  const asked = request && (await findCommitmentToAsk(tx, request.matterId));
  const side = request && (await loadSides(tx, now, secretariatCountry)).of(request.participantCode);
  // Also of somebody who acts for this side no more.
  const isOfSide = side?.people.some(({ id }) => id === mail.userId) ?? false;
  if (request === undefined || asked === undefined || !side || !isOfSide) return { stopped: "matter-settled" };
  const { step, anchorDate, participantCode } = request;
  const why = isStillDue(
    { step, anchorDate, writtenAt: mail.createdAt },
    {
      ...{ stage: asked.stage, replyBy: asked.replyBy, timeZone: side.days.timeZone },
      dueOn: asked.responsible === participantCode ? asked.dueOn : null,
      isFiled: asked.state === "filed",
      awaits: awaitsAnswer(asked, side),
    },
    now,
  );
  if (why !== null) return { stopped: outcomes[why] };
  return { leaves: anchorOf(step) === null ? null : side.days };
}
