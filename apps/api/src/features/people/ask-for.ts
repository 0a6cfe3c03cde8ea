import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import {
  decideRequest,
  findWaitingRequest,
  hadSecondPerson,
  insertAccountRequest,
} from "@avances/db/queries/people-queries";
import type { AccountRequestRow, UserRow } from "@avances/db/queries/rows";
import {
  type AccountAct,
  type Actor,
  lapsesAt,
  type ProposedChange,
  reachesFar,
  secondPersonRule,
} from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { tellSecretariat } from "#accounts/tell-others.ts";
import type { Deps } from "#deps.ts";
import { carryOut } from "./carry-out.ts";

export interface Asked {
  readonly person: UserRow;
  /** The act that now waits for a second person; null = it was done. */
  readonly waiting: AccountRequestRow | null;
}

/** Names of the acts in the audit record, when done and when only requested. */
const recorded = {
  open: ["user.invited", "user.invited"],
  send_link: ["user.invited-again", "user.link-asked"],
  end: ["user.ended", "user.end-asked"],
  change_address: ["user.address-link-sent", "user.address-asked"],
  change_role: ["user.role-changed", "user.role-asked"],
  reopen: ["user.reopened", "user.reopen-asked"],
} as const satisfies Record<AccountAct, readonly [done: string, asked: string]>;

/**
 * Carries out an act on an account or, if it takes two people, records the request and tells the others of the secretariat.
 * Throws `transition-refused` (`already_asked`) while another act on the account waits; a lapsed request is replaced.
 * With `isQuiet` the others are told by the caller.
 */
export async function askFor(
  tx: Tx,
  deps: Pick<Deps, "config" | "newId"> & { readonly isQuiet?: boolean },
  actor: Actor,
  person: UserRow,
  act: AccountAct,
  now: Date,
  proposed: ProposedChange | null = null,
): Promise<Asked> {
  const earlier = await findWaitingRequest(tx, person.id);
  const isGivenUp = act === "end" && person.confirmedAt === null;
  if (earlier && !isGivenUp && now < lapsesAt(earlier))
    throw new DomainError("transition-refused", { reason: "already_asked" });
  if (earlier) {
    const outcome = isGivenUp ? "withdrawn" : "superseded";
    const decided = await decideRequest(tx, earlier.id, { outcome, by: actor.userId, at: now });
    if (!decided) throw new DomainError("transition-refused");
  }
  const before = { role: person.role, country: person.countryCode };
  // A role that reaches far is given with as much care as one is taken away.
  const after = proposed !== null && "role" in proposed ? proposed : before;
  const account = { ...(reachesFar(before) ? before : after), isOpen: person.confirmedAt !== null };
  const rule = secondPersonRule(act, account, { hadSecondPerson: await hadSecondPerson(tx) });
  const isDone = rule !== "needed";
  await appendAuditEvent(tx, {
    at: now,
    actor,
    action: recorded[act][isDone ? 0 : 1],
    objectType: "user",
    objectId: person.id,
    countryCode: person.countryCode,
    fields: fieldsOf[act],
    detail: { role: person.role, secondPerson: rule },
  });
  if (isDone) {
    const decided = { act, askedBy: actor.userId, confirmedBy: null, proposed };
    return { person: await carryOut(tx, deps, person, decided, now), waiting: null };
  }
  const waiting = await insertAccountRequest(tx, {
    id: deps.newId(),
    userId: person.id,
    act,
    requestedAt: now,
    requestedBy: actor.userId,
    requestedByName: actor.displayName,
    proposed,
  });
  if (!waiting) throw new DomainError("transition-refused", { reason: "already_asked" });
  if (!deps.isQuiet) await tellSecretariat(tx, deps, person, waiting, now);
  return { person, waiting };
}

/** What each act changes, for the audit record. */
export const fieldsOf: Readonly<Record<AccountAct, readonly string[]>> = {
  open: ["email", "displayName", "institution", "salutation", "role", "countryCode", "assignedIndicators", "language"],
  send_link: ["invitedAt"],
  end: ["endedAt"],
  change_address: ["email"],
  change_role: ["role", "countryCode", "assignedIndicators"],
  reopen: ["endedAt"],
};
