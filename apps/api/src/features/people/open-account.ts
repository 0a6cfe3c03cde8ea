import type { Tx } from "@avances/db";
import type { UserRow } from "@avances/db/queries/rows";
import { listActiveUsers } from "@avances/db/queries/user-queries";
import { queueSecurityMail, queueTicketMail } from "#accounts/queue-account-mail.ts";
import type { Deps } from "#deps.ts";

export const invitationHours = 72;

/** Sends the single-use link, and tells those who answer for the country that they have a new colleague. */
export async function openAccount(
  tx: Tx,
  deps: Pick<Deps, "config" | "newId">,
  user: UserRow,
  now: Date,
): Promise<void> {
  await sendInvitation(tx, deps, user, now);
  if (user.countryCode === null) return;
  const responsible = await listActiveUsers(tx, ["focal_point", "alternate", "approver"], [user.countryCode]);
  for (const other of responsible) {
    if (other.id !== user.id && other.confirmedAt !== null)
      await queueSecurityMail(tx, deps, "account-opened", other, now);
  }
}

/** A fresh single-use link to the stored address; older ones stop working. */
export async function sendInvitation(
  tx: Tx,
  deps: Pick<Deps, "config" | "newId">,
  user: UserRow,
  now: Date,
): Promise<void> {
  await queueTicketMail(tx, deps, "invitation", user, now, new Date(now.valueOf() + invitationHours * 3_600_000));
}
