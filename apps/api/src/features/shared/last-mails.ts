import type { Tx } from "@avances/db";
import { listMailedSince } from "@avances/db/queries/mail-queries";
import { type Actor, isOfSecretariat } from "@avances/domain/access";
import type { ParticipantCode } from "@avances/domain/network";
import { mailsLookedBack, type Sides } from "@avances/notices";

/** When a message was last written to each of some people; whoever is missing had none of late, or the reader may not know. */
export type LastMails = ReadonlyMap<string, Date>;

/**
 * Of the people of these sides, for the Secretariat: who had a message today gets the next one tomorrow. A country is not told of its people's messages,
 * so what it reads is the earliest moment.
 */
export async function lastMailsOf(
  tx: Tx,
  actor: Pick<Actor, "role">,
  codes: readonly ParticipantCode[],
  { sides, now }: { readonly sides: Pick<Sides, "of">; readonly now: Date },
): Promise<LastMails> {
  if (!isOfSecretariat(actor.role)) return new Map();
  const ids = codes.flatMap((code) => (sides.of(code)?.people ?? []).map(({ id }) => id));
  return listMailedSince(tx, [...new Set(ids)], mailsLookedBack(now));
}
