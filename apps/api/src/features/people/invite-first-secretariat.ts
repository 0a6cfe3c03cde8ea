import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { countSecretariatMembers } from "@avances/db/queries/people-queries";
import type { UserRow } from "@avances/db/queries/rows";
import { endUser, findUserByEmail, insertUser, listActiveUsers } from "@avances/db/queries/user-queries";
import { type Actor, secretariatRoles } from "@avances/domain/access";
import type { Language } from "@avances/domain/catalogue";
import { isMailAddress, isSingleLine, textLength, textLimits } from "@avances/domain/text";
import { normaliseAddress } from "#accounts/normalise-address.ts";
import { insertNewTicket, invitationHours } from "#accounts/queue-account-mail.ts";
import type { Deps } from "#deps.ts";

/** An account that the host asked for and that cannot be made. The message is one sentence for people. */
export class PersonRefused extends Error {
  override name = "PersonRefused";
}

export interface FirstPerson {
  readonly address: string;
  readonly displayName: string;
  readonly language: Language;
}

export type FirstInvitation =
  /** The single-use link, shown once and stored nowhere, and the address its owner will sign in with. */
  | { readonly state: "invited"; readonly link: string; readonly address: string }
  /** Somebody of the secretariat has already been able to sign in: from then on people invite people, or the host adds one. */
  | { readonly state: "in-use" }
  /** No person was ever named. */
  | { readonly state: "nobody-named" };

type OpeningDeps = Pick<Deps, "db" | "clock" | "config" | "newId">;

/**
 * Opens the first account of the secretariat in a new instance, or makes a new link for that account while it is unused (each link
 * voids the one before). May be repeated until a link was used; another address then replaces the first one, so that a typing error can
 * be corrected. `person` null = the person named before. Throws `PersonRefused`.
 */
export async function inviteFirstSecretariat(deps: OpeningDeps, person: FirstPerson | null): Promise<FirstInvitation> {
  const now = deps.clock.now();
  const address = person && normaliseAddress(person.address);
  if (person) requirePerson(person);
  if ((await deps.db.authQuery(countSecretariatMembers)) > 0) return { state: "in-use" };
  const opened = await deps.db.authQuery((tx) => listActiveUsers(tx, secretariatRoles));
  const known = opened.find(({ email }) => address === null || email === address);
  if (!known && !person) return { state: "nobody-named" };

  const userId = known?.id ?? deps.newId();
  // No other account exists that could be recorded as having done this, so the new account itself is recorded.
  const opener = {
    userId,
    role: "secretariat",
    country: null,
    organisation: null,
    assignedIndicators: null,
    sessionId: userId,
    displayName: known?.displayName ?? person?.displayName ?? "",
  } as const;
  return deps.db.asActor(opener, async (tx) => {
    for (const unused of opened) if (unused.id !== userId) await replace(tx, opener, unused, now);
    const user = known ?? (await openFor(tx, userId, person, now));
    const expiresAt = new Date(now.valueOf() + invitationHours * 3_600_000);
    const { token } = await insertNewTicket(tx, deps, "invitation", user.id, now, expiresAt);
    await appendAuditEvent(tx, {
      at: now,
      actor: opener,
      action: "user.invited",
      objectType: "user",
      objectId: user.id,
      countryCode: null,
      detail: { role: "secretariat", secondPerson: "exempt", from: "command-line" },
    });
    const link = `${deps.config.publicUrl}/${user.language}/invitation#${token}`;
    return { state: "invited", link, address: user.email };
  });
}

/** Applies the contract's rules for invitations to the person named by the host. Throws `PersonRefused`. */
export function requirePerson({ address, displayName }: FirstPerson): void {
  if (!isMailAddress(normaliseAddress(address))) throw new PersonRefused("This is not one plain mail address.");
  if (!isName(displayName)) throw new PersonRefused("This is not a name in one line.");
}

function isName(text: string): boolean {
  return isSingleLine(text) && textLength(text.trim()) >= 2 && textLength(text) <= textLimits.personName;
}

async function openFor(tx: Tx, id: string, person: FirstPerson | null, now: Date): Promise<UserRow> {
  if (!person) throw new PersonRefused("Nobody was named.");
  const email = normaliseAddress(person.address);
  if (await findUserByEmail(tx, email)) throw new PersonRefused("This address belongs to another account.");
  const user = await insertUser(tx, {
    id,
    email,
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

/** An account that was opened for another address and never used. */
async function replace(tx: Tx, opener: Actor, unused: UserRow, now: Date): Promise<void> {
  await endUser(tx, unused.id, now);
  await appendAuditEvent(tx, {
    at: now,
    actor: opener,
    action: "user.ended",
    objectType: "user",
    objectId: unused.id,
    countryCode: null,
    fields: ["endedAt"],
    detail: { reason: "never used, another first person was named", from: "command-line" },
  });
}
