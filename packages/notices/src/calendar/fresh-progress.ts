import type { Tx } from "@avances/db";
import { findProgressRequest } from "@avances/db/queries/progress-request-queries";
import type { NewMailRow } from "@avances/db/queries/rows";
import { loadSides } from "./matter-sides.ts";
import type { RequestContext } from "./plan-requests.ts";
import { progressMail } from "./progress-requests.ts";
import { findAskedMeeting } from "./progress-state.ts";
import { type MadeWith, wordingsOfMade } from "./wordings.ts";

/**
 * A request for progress as it is said at this moment: days and what is filed may have changed since it was written, and the act that changed them does not
 * touch it. Null = what it is made from is not known any more.
 */
export async function freshProgressMail(
  tx: Tx,
  mail: MadeWith & { readonly id: string; readonly userId: string },
  { now, config }: Pick<RequestContext, "now" | "config">,
): Promise<NewMailRow | null> {
  const request = await findProgressRequest(tx, mail.id);
  const asked = request && (await findAskedMeeting(tx, request.meetingId, config.secretariatCountry));
  if (request === undefined || asked === undefined) return null;
  const all = await loadSides(tx, now, config.secretariatCountry);
  const side = all.of(request.participantCode);
  const person = side?.people.find(({ id }) => id === mail.userId);
  if (side === null || person === undefined) return null;
  const sides = { ...all, wordings: await wordingsOfMade(tx, mail, side.days.timeZone, now) };
  const { step, batchId, sentBy: by, ownTexts } = request;
  const ownText = ownTexts?.[person.language] ?? "";
  return progressMail({ id: mail.id, step, batchId, asked, side, person, by, ownText }, sides, { now, config });
}
