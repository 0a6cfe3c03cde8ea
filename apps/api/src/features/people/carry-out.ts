import { databaseFault, type Tx } from "@avances/db";
import { confirmUser } from "@avances/db/queries/people-queries";
import type { UserRow } from "@avances/db/queries/rows";
import { endUser, reopenUser, updateUser } from "@avances/db/queries/user-queries";
import type { AccountAct, ProposedChange } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { invitationHours, queueAddressChange, queueTicketMail } from "#accounts/queue-account-mail.ts";
import { tellColleagues, tellPerson } from "#accounts/tell-others.ts";
import type { Deps } from "#deps.ts";

export interface Decided {
  readonly act: AccountAct;
  readonly askedBy: string;
  /** Null if no second person was needed. */
  readonly confirmedBy: string | null;
  /** What the act would make of the account. */
  readonly proposed: ProposedChange | null;
}

/**
 * Carries out an act on an account and tells the people concerned: the person, and the other accounts of the country or the
 * secretariat. Throws `transition-refused` when it has already been done, `address-taken` when an ended account comes back whose address another one has.
 */
export async function carryOut(
  tx: Tx,
  deps: Pick<Deps, "config" | "newId">,
  person: UserRow,
  decided: Decided,
  now: Date,
): Promise<UserRow> {
  const { act, askedBy, confirmedBy, proposed } = decided;
  const after = await change(tx, person, decided, now);
  if (!after) throw new DomainError("transition-refused");
  const knows = confirmedBy ?? askedBy;
  switch (act) {
    case "open":
    case "reopen":
      // Nobody signs in with a mailbox that several people read.
      if (!after.isShared) await sendInvitation(tx, deps, after, now);
      await tellColleagues(tx, deps, act === "open" ? "account-opened" : "account-reopened", after, now, knows);
      return after;
    case "change_address":
      if (proposed !== null && "email" in proposed) await queueAddressChange(tx, deps, after, proposed.email, now);
      return after;
    case "change_role":
      await tellColleagues(tx, deps, "role-changed", after, now, knows);
      await tellPerson(tx, deps, "own-role-changed", after, after, now);
      return after;
    case "send_link":
      await sendInvitation(tx, deps, after, now);
      await tellColleagues(tx, deps, "link-sent", after, now, knows);
      return after;
    case "end":
      // Nobody was told about an account that was never opened, so nobody is told that it ended.
      if (person.confirmedAt === null) return after;
      await tellColleagues(tx, deps, "account-ended", after, now, knows);
      await tellPerson(tx, deps, "own-account-ended", after, after, now);
      return after;
    default:
      return act satisfies never;
  }
}

async function change(
  tx: Tx,
  person: UserRow,
  { act, askedBy, confirmedBy, proposed }: Decided,
  now: Date,
): Promise<UserRow | undefined> {
  const { id } = person;
  switch (act) {
    case "open":
      return confirmUser(tx, id, confirmedBy, now);
    case "send_link":
      return updateUser(tx, id, { invitedAt: now, invitedBy: askedBy, confirmedBy });
    case "end":
      return endUser(tx, id, now);
    case "change_address":
      // It changes when the link is used that goes there now.
      return person.endedAt === null ? person : undefined;
    case "change_role": {
      if (proposed === null || !("role" in proposed) || person.endedAt !== null) return undefined;
      const { role, country, indicators, organisation = null } = proposed;
      return updateUser(tx, id, {
        ...{ role, countryCode: country, organisationCode: organisation },
        assignedIndicators: indicators && [...indicators],
      });
    }
    case "reopen":
      return reopenUser(tx, id, { at: now, askedBy, confirmedBy }).catch((error: unknown) => {
        throw databaseFault(error)?.kind === "unique-violation" ? new DomainError("address-taken") : error;
      });
    default:
      return act satisfies never;
  }
}

/** A fresh single-use link to the stored address; older ones stop working. */
async function sendInvitation(tx: Tx, deps: Pick<Deps, "config" | "newId">, user: UserRow, now: Date): Promise<void> {
  await queueTicketMail(tx, deps, "invitation", user, now, new Date(now.valueOf() + invitationHours * 3_600_000));
}
