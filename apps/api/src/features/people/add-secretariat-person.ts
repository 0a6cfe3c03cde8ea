import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { findPasswordHash } from "@avances/db/queries/password-queries";
import { countSecretariatMembers } from "@avances/db/queries/people-queries";
import type { UserRow } from "@avances/db/queries/rows";
import { findUserByEmail, insertUser, listActiveUsers } from "@avances/db/queries/user-queries";
import { isOfSecretariat, roleFacts, roles } from "@avances/domain/access";
import { normaliseAddress } from "#accounts/normalise-address.ts";
import { insertNewTicket, invitationHours } from "#accounts/queue-account-mail.ts";
import { tellPerson } from "#accounts/tell-others.ts";
import type { Deps } from "#deps.ts";
import { type FirstPerson, inviteFirstSecretariat, PersonRefused, requirePerson } from "./invite-first-secretariat.ts";

export interface AddedPerson {
  /** Single-use, shown once and stored nowhere. */
  readonly link: string;
  readonly address: string;
  /** How many people were told by mail. */
  readonly told: number;
}

/**
 * The host of the portal adds a person to the secretariat: when its last person is gone, or when only one is left and a second is needed.
 * This does not get around the second-person rule unnoticed: it can be done only on the machine, it is recorded, and the whole secretariat
 * and the Presidency are told. Repeated for somebody who has not signed in yet, it makes a new link. Throws `PersonRefused` when the
 * address or the name is not valid, or the address belongs to another account or to somebody with a password.
 */
export async function addSecretariatPerson(
  deps: Pick<Deps, "db" | "clock" | "config" | "newId">,
  person: FirstPerson,
): Promise<AddedPerson> {
  const address = normaliseAddress(person.address);
  requirePerson(person);
  if ((await deps.db.authQuery(countSecretariatMembers)) === 0) {
    const first = await inviteFirstSecretariat(deps, person);
    if (first.state === "invited") return { link: first.link, address: first.address, told: 0 };
  }
  const now = deps.clock.now();
  return deps.db.asAuth(async (tx) => {
    const user = (await unusedAccount(tx, address)) ?? (await open(tx, deps.newId(), { ...person, address }, now));
    const expiresAt = new Date(now.valueOf() + invitationHours * 3_600_000);
    const { token } = await insertNewTicket(tx, deps, "invitation", user.id, now, expiresAt);
    const concerned = await listActiveUsers(
      tx,
      roles.filter((role) => roleFacts[role].toldOfHost),
    );
    const readers = concerned.filter(({ id, confirmedAt }) => id !== user.id && confirmedAt !== null);
    for (const reader of readers) await tellPerson(tx, deps, "opened-by-host", reader, user, now);
    await appendAuditEvent(tx, {
      at: now,
      actor: null,
      action: "user.added-by-host",
      objectType: "user",
      objectId: user.id,
      countryCode: null,
      detail: { role: "secretariat", from: "command-line", told: readers.length },
    });
    const link = `${deps.config.publicUrl}/${user.language}/invitation#${token}`;
    return { link, address: user.email, told: readers.length };
  });
}

async function unusedAccount(tx: Tx, address: string): Promise<UserRow | undefined> {
  const known = await findUserByEmail(tx, address);
  if (known && !isOfSecretariat(known.role)) throw new PersonRefused("This address belongs to another account.");
  if (known && (await findPasswordHash(tx, known.id)) !== null)
    throw new PersonRefused("This person can sign in already, and gets a new password under “I forgot my password”.");
  // An account that waits for a second person must be confirmed by one; the host cannot open it in this way.
  if (known?.confirmedAt === null)
    throw new PersonRefused(
      "This account waits for a second person of the secretariat: it is confirmed or withdrawn in the portal.",
    );
  return known;
}

async function open(tx: Tx, id: string, { address, ...person }: FirstPerson, now: Date): Promise<UserRow> {
  const user = await insertUser(tx, {
    id,
    email: address,
    displayName: person.displayName,
    role: "secretariat",
    language: person.language,
    createdAt: now,
    invitedAt: now,
    confirmedAt: now,
  });
  if (!user) throw new PersonRefused("This address is taken.");
  return user;
}
