import type { Tx } from "@avances/db";
import { findCommitmentToAsk, findMatterRequest } from "@avances/db/queries/matter-request-queries";
import type { NewMailRow } from "@avances/db/queries/rows";
import { matterMail } from "./matter-requests.ts";
import { loadSides } from "./matter-sides.ts";
import type { WritingConfig } from "./message.ts";
import { type MadeWith, wordingsOfMade } from "./wordings.ts";

/**
 * A request about a commitment as it is said at this moment: days, stage and documents may have changed since it was written, and the act that
 * changed them does not touch it. Null = what it is made from is not known any more.
 */
export async function freshMatterMail(
  tx: Tx,
  mail: MadeWith & { readonly id: string; readonly userId: string },
  {
    now,
    config,
  }: { readonly now: Date; readonly config: WritingConfig & { readonly secretariatCountry?: string | undefined } },
): Promise<NewMailRow | null> {
  const request = await findMatterRequest(tx, mail.id);
  const asked = request && (await findCommitmentToAsk(tx, request.matterId));
  if (request === undefined || asked === undefined) return null;
  const all = await loadSides(tx, now, config.secretariatCountry);
  const side = all.of(request.participantCode);
  const person = side?.people.find(({ id }) => id === mail.userId);
  if (side === null || person === undefined) return null;
  const sides = { ...all, wordings: await wordingsOfMade(tx, mail, side.days.timeZone, now) };
  return matterMail({ id: mail.id, step: request.step, asked, side, person }, sides, { now, config });
}
