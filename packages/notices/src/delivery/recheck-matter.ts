import type { Tx } from "@avances/db";
import { findCommitmentToAsk, findMatterRequest } from "@avances/db/queries/matter-request-queries";
import { anchorOf, isStillDue, type NotDueBecause } from "@avances/domain/network";
import type { NoticeOutcome, SendingDays } from "@avances/domain/round";
import { awaitsAnswer, loadSides } from "../calendar/matter-sides.ts";

/** What becomes of a request about a matter at the moment of sending: it stops, or leaves; what goes by itself, on these days only. */
export type MatterVerdict =
  | { readonly stopped: NoticeOutcome }
  | { readonly byItself: boolean; readonly days: SendingDays };

const outcomes: Readonly<Record<NotDueBecause, NoticeOutcome>> = { settled: "matter-settled", date: "date-changed" };

/** Is it still asked of this side, and of the same day? */
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
  return { byItself: anchorOf(step) !== null, days: side.days };
}
