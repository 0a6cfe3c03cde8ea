import { setTimeout as wait } from "node:timers/promises";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { findCredentialByEmail, lockCredential } from "@avances/db/queries/password-queries";
import type { UserRow } from "@avances/db/queries/rows";
import { findOpenTicketOf } from "@avances/db/queries/ticket-queries";
import { normaliseAddress } from "#accounts/normalise-address.ts";
import { insertNewTicket, queueOpenTicketMail } from "#accounts/queue-account-mail.ts";
import type { Deps } from "#deps.ts";
import { takeLinkMail, takeResetRequest } from "./throttle.ts";

const alwaysMs = 250;
const lifeMs = 30 * 60_000;
const kind = "password_reset";

/**
 * Queues a reset link to the stored address of an account that has a password. While an earlier link is open, that one is sent again, so
 * that nobody can spoil a link on its way by asking for another. The caller learns nothing: the reply is the same and takes the same time,
 * whether or not the account exists. Throws `too-many-attempts` for a network address that asks too often.
 */
export async function requestPasswordReset(
  deps: Pick<Deps, "db" | "clock" | "config" | "newId">,
  { email: typed, ip }: { readonly email: string; readonly ip: string },
): Promise<void> {
  const end = wait(alwaysMs);
  const now = deps.clock.now();
  await takeResetRequest(deps, ip, now);
  const email = normaliseAddress(typed);
  await deps.db.asAuth(async (tx) => {
    const found = await findCredentialByEmail(tx, email);
    if (!found || found.passwordHash === null || found.user.endedAt !== null) return;
    if (!(await queueLink(tx, deps, found.user, now))) return;
    await appendAuditEvent(tx, {
      at: now,
      actor: null,
      action: "password-reset.requested",
      objectType: "user",
      objectId: found.user.id,
      countryCode: found.user.countryCode,
    });
  });
  await end;
}

/** Sends the open link again, or a new one if none is open. False when the open one has been sent often enough. */
async function queueLink(tx: Tx, deps: Pick<Deps, "config" | "newId">, user: UserRow, now: Date): Promise<boolean> {
  await lockCredential(tx, user.id);
  const open = (await findOpenTicketOf(tx, user.id, kind, now)) ?? (await newLink(tx, deps, user, now));
  if (!(await takeLinkMail(tx, open.id, now))) return false;
  await queueOpenTicketMail(tx, deps, kind, user, now, open);
  return true;
}

async function newLink(tx: Tx, deps: Pick<Deps, "config" | "newId">, user: UserRow, now: Date) {
  const expiresAt = new Date(now.valueOf() + lifeMs);
  const { id } = await insertNewTicket(tx, deps, kind, user.id, now, expiresAt);
  return { id, expiresAt };
}
