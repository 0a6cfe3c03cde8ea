import type { BodyOf, editOwnEntry as editContract, OwnEntry } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { accountStates, findPasswordHash } from "@avances/db/queries/password-queries";
import type { UserRow } from "@avances/db/queries/rows";
import { findUser, listActiveUsers, updateUser } from "@avances/db/queries/user-queries";
import { type Actor, countryRoles, mayDo } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { z } from "zod";
import { normaliseAddress } from "#accounts/normalise-address.ts";
import { queueAddressChange } from "#accounts/queue-account-mail.ts";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { changedFields } from "#features/shared/changed-fields.ts";
import { InvalidInput } from "#http/problem-details.ts";
import { verifyPassword } from "./password-hash.ts";
import { isStillPassword } from "./same-password.ts";
import { forgetAttempts, recordFailure, signInKeys, takeAttempt } from "./throttle.ts";

type Entry = z.input<typeof OwnEntry>;

/** What the portal knows of the person who is signed in. */
export async function ownEntry(deps: Pick<Deps, "db" | "clock">, actor: Actor): Promise<Entry> {
  allow(actor, "session.own");
  const [user, colleagues] = await deps.db.asActor(actor, async (tx) => [
    await findUser(tx, actor.userId),
    mayDo(actor.role, "handover.make") && actor.country !== null
      ? await listActiveUsers(tx, countryRoles, [actor.country])
      : [],
  ]);
  if (!user) throw new DomainError("not-found");
  const { changing } = await deps.db.authQuery((tx) => accountStates(tx, [user.id], deps.clock.now()));
  const change = changing.get(user.id);
  const { displayName, institution, salutation, language, phone, role } = user;
  return {
    ...{ displayName, institution, salutation, language, phone, role },
    ...{ address: user.email, country: user.countryCode },
    changing: change ? { address: change.address, expiresAt: change.expiresAt.toISOString() } : null,
    handoverFor: colleagues
      .filter((one) => one.id !== user.id && one.confirmedAt !== null && !one.isShared)
      .map(({ id, displayName: name, role: held }) => ({ id, displayName: name, role: held })),
  };
}

/** Changes what describes the person who is signed in; row-level security lets nobody touch more of the own entry. */
export async function editOwnEntry(
  deps: Pick<Deps, "db" | "clock">,
  actor: Actor,
  body: BodyOf<typeof editContract>,
): Promise<Entry> {
  allow(actor, "session.own");
  const now = deps.clock.now();
  await deps.db.asActor(actor, async (tx) => {
    const person = await findUser(tx, actor.userId);
    if (!person) throw new DomainError("not-found");
    const patch = changedFields(person, body);
    const fields = Object.keys(patch);
    if (fields.length === 0) return;
    await updateUser(tx, person.id, patch);
    await appendAuditEvent(tx, {
      ...{ at: now, actor, action: "user.edited", objectType: "user", objectId: person.id, fields },
      countryCode: person.countryCode,
      detail: { role: person.role },
    });
  });
  return ownEntry(deps, actor);
}

/**
 * Sends a link to another address of the person who is signed in, given the password. Whether another account has that address is not told here:
 * only who reads it learns that, by the link. Throws `sign-in-refused`, `too-many-attempts`, and invalid input when it is the present one.
 */
export async function askForOwnAddress(
  deps: Pick<Deps, "db" | "clock" | "config" | "newId">,
  actor: Actor,
  request: { readonly address: string; readonly password: string; readonly ip: string },
): Promise<Entry> {
  allow(actor, "session.own");
  const now = deps.clock.now();
  const user = await deps.db.asActor(actor, (tx) => findUser(tx, actor.userId));
  if (!user) throw new DomainError("not-found");
  const proved = await requirePassword(deps, user, actor.sessionId, request, now);
  const address = normaliseAddress(request.address);
  if (address === user.email) throw new InvalidInput([{ pointer: "/address", message: "is_the_present_one" }]);
  const isDone = await deps.db.asAuth(async (tx) => {
    if (!(await isStillPassword(tx, user.id, proved))) return false;
    await queueAddressChange(tx, deps, user, address, now);
    await appendAuditEvent(tx, {
      ...{ at: now, actor, action: "user.address-link-sent", objectType: "user", objectId: user.id, fields: ["email"] },
      countryCode: user.countryCode,
      detail: { role: user.role },
    });
    return true;
  });
  return isDone ? ownEntry(deps, actor) : askForOwnAddress(deps, actor, request);
}

/** Returns the stored form that was proved. */
async function requirePassword(
  deps: Pick<Deps, "db" | "clock" | "config">,
  user: UserRow,
  sessionId: string,
  { password, ip }: { readonly password: string; readonly ip: string },
  now: Date,
): Promise<string | null> {
  const keys = signInKeys(user.email, ip, sessionId);
  await takeAttempt(deps, keys, now);
  const stored = await deps.db.authQuery((tx) => findPasswordHash(tx, user.id));
  if (!(await verifyPassword(deps, password, stored))) {
    await recordFailure(deps, keys, now);
    throw new DomainError("sign-in-refused");
  }
  await deps.db.asAuth((tx) => forgetAttempts(tx, keys, now));
  return stored;
}
