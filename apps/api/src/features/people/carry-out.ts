import type { Tx } from "@avances/db";
import { confirmUser } from "@avances/db/queries/people-queries";
import type { UserRow } from "@avances/db/queries/rows";
import { endUser, updateUser } from "@avances/db/queries/user-queries";
import type { AccountAct } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { queueTicketMail } from "#accounts/queue-account-mail.ts";
import { tellColleagues, tellPerson } from "#accounts/tell-others.ts";
import type { Deps } from "#deps.ts";

/** Hours for which an invitation can be used. */
export const invitationHours = 72;

export interface Decided {
  readonly act: AccountAct;
  readonly askedBy: string;
  /** Null if no second person was needed. */
  readonly confirmedBy: string | null;
}

/**
 * Carries out an act on an account and tells the people concerned: the person, and the other accounts of the country or the
 * secretariat. Throws `transition-refused` when it has already been done.
 */
export async function carryOut(
  tx: Tx,
  deps: Pick<Deps, "config" | "newId">,
  person: UserRow,
  { act, askedBy, confirmedBy }: Decided,
  now: Date,
): Promise<UserRow> {
  const after = await change(tx, person, { act, askedBy, confirmedBy }, now);
  if (!after) throw new DomainError("transition-refused");
  const knows = confirmedBy ?? askedBy;
  switch (act) {
    case "open":
      await sendInvitation(tx, deps, after, now);
      await tellColleagues(tx, deps, "account-opened", after, now, knows);
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

function change(
  tx: Tx,
  { id }: UserRow,
  { act, askedBy, confirmedBy }: Decided,
  now: Date,
): Promise<UserRow | undefined> {
  switch (act) {
    case "open":
      return confirmUser(tx, id, confirmedBy, now);
    case "send_link":
      return updateUser(tx, id, { invitedAt: now, invitedBy: askedBy, confirmedBy });
    case "end":
      return endUser(tx, id, now);
    default:
      return act satisfies never;
  }
}

/** A fresh single-use link to the stored address; older ones stop working. */
async function sendInvitation(tx: Tx, deps: Pick<Deps, "config" | "newId">, user: UserRow, now: Date): Promise<void> {
  await queueTicketMail(tx, deps, "invitation", user, now, new Date(now.valueOf() + invitationHours * 3_600_000));
}
