import { setTimeout as wait } from "node:timers/promises";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { findCredentialByEmail } from "@avances/db/queries/session-queries";
import { normaliseAddress } from "#accounts/normalise-address.ts";
import { queueTicketMail } from "#accounts/queue-account-mail.ts";
import type { Deps } from "#deps.ts";
import { takeResetRequest } from "./throttle.ts";

const alwaysMs = 250;
const lifeMs = 30 * 60_000;

/**
 * Queues a reset link to the stored address of an account that has a password; three an hour. Whoever asks learns nothing: the answer
 * is the same and takes the same time, whether or not there is such an account.
 */
export async function requestPasswordReset(
  deps: Pick<Deps, "db" | "clock" | "config" | "newId">,
  typed: string,
): Promise<void> {
  const end = wait(alwaysMs);
  const now = deps.clock.now();
  const email = normaliseAddress(typed);
  await deps.db.asAuth(async (tx) => {
    const mayAsk = await takeResetRequest(tx, email, now);
    const found = await findCredentialByEmail(tx, email);
    if (!mayAsk || !found || found.passwordHash === null || found.user.endedAt !== null) return;
    await queueTicketMail(tx, deps, "password_reset", found.user, now, new Date(now.valueOf() + lifeMs));
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
