import type { Tx } from "@avances/db";
import { findProgressRequest } from "@avances/db/queries/progress-request-queries";
import { isAskedByHand, isProgressDue, type ProgressNotDue } from "@avances/domain/network";
import type { NoticeOutcome } from "@avances/domain/round";
import { loadSides } from "../calendar/matter-sides.ts";
import { findAskedMeeting, progressState } from "../calendar/progress-state.ts";
import type { MatterVerdict } from "./recheck-matter.ts";

const outcomes: Readonly<Record<ProgressNotDue, NoticeOutcome>> = { settled: "progress-settled", date: "date-changed" };

/** Is this country still asked for its progress, for a meeting on the same day? */
export async function recheckProgress(
  tx: Tx,
  mail: { readonly id: string; readonly userId: string; readonly createdAt: Date },
  now: Date,
  secretariatCountry: string | undefined,
): Promise<MatterVerdict> {
  const request = await findProgressRequest(tx, mail.id);
  const asked = request && (await findAskedMeeting(tx, request.meetingId, secretariatCountry));
  const side = request && (await loadSides(tx, now, secretariatCountry)).of(request.participantCode);
  // Also of somebody who acts for this country no more.
  const person = side?.people.find(({ id }) => id === mail.userId);
  if (request === undefined || asked === undefined || !side || person === undefined)
    return { stopped: "progress-settled" };
  const why = isProgressDue(
    { step: request.step, dayKnownAt: request.dayKnownAt, writtenAt: mail.createdAt },
    progressState(asked, side, person, null),
    now,
  );
  if (why !== null) return { stopped: outcomes[why] };
  return { byItself: !isAskedByHand(request.step), days: side.days };
}
