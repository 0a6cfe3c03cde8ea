import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { accountStates } from "@avances/db/queries/session-queries";
import { findUserByEmail, insertUser, listActiveUsers } from "@avances/db/queries/user-queries";
import type { Language } from "@avances/domain/catalogue";
import { isMailAddress } from "@avances/notices";
import { normaliseAddress } from "#accounts/normalise-address.ts";
import { insertNewTicket } from "#accounts/queue-account-mail.ts";
import type { Deps } from "#deps.ts";
import { invitationHours } from "./open-account.ts";

export interface FirstPerson {
  readonly address: string;
  readonly displayName: string;
  readonly language: Language;
}

/**
 * Opens the first account of the secretariat of a new instance and returns its single-use link, which is shown once and stored nowhere.
 * May be repeated until the link was used (each link voids the one before). Null when the secretariat has somebody who can sign in:
 * from then on people invite people.
 */
export async function inviteFirstSecretariat(
  deps: Pick<Deps, "db" | "clock" | "config" | "newId">,
  person: FirstPerson,
): Promise<{ readonly link: string } | null> {
  const now = deps.clock.now();
  const address = normaliseAddress(person.address);
  if (!isMailAddress(address)) throw new Error("This is not one plain mail address.");
  const secretariat = await deps.db.authQuery((tx) => listActiveUsers(tx, ["secretariat"]));
  const ids = secretariat.map(({ id }) => id);
  const { withPassword } = await deps.db.authQuery((tx) => accountStates(tx, ids, now));
  if (withPassword.size > 0) return null;

  const newUserId = deps.newId();
  // There is nobody yet whom the act could be ascribed to: the account opens itself.
  const opener = {
    userId: newUserId,
    role: "secretariat",
    country: null,
    assignedIndicators: null,
    sessionId: newUserId,
    displayName: person.displayName,
  } as const;
  return deps.db.asActor(opener, async (tx) => {
    const existing = await findUserByEmail(tx, address);
    if (existing && (existing.role !== "secretariat" || existing.endedAt !== null))
      throw new Error("This address belongs to another account.");
    const user =
      existing ??
      (await insertUser(tx, {
        id: newUserId,
        email: address,
        displayName: person.displayName,
        role: "secretariat",
        language: person.language,
        createdAt: now,
        invitedAt: now,
        confirmedAt: now,
      }));
    if (!user) throw new Error("This address is taken.");
    const { token } = await insertNewTicket(
      tx,
      deps,
      "invitation",
      user.id,
      now,
      new Date(now.valueOf() + invitationHours * 3_600_000),
    );
    await appendAuditEvent(tx, {
      at: now,
      actor: opener,
      action: "user.invited",
      objectType: "user",
      objectId: user.id,
      countryCode: null,
      detail: { role: "secretariat", secondPerson: "exempt", from: "command-line" },
    });
    return { link: `${deps.config.publicUrl}/${user.language}/invitation#${token}` };
  });
}
