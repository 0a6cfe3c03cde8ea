import type { PersonView } from "@avances/contracts";
import { type AccountStates, accountStates } from "@avances/db/queries/password-queries";
import { findWaitingRequest, listRefusedAddresses, type RefusedMail } from "@avances/db/queries/people-queries";
import type { AccountRequestRow, UserRow } from "@avances/db/queries/rows";
import { findUser } from "@avances/db/queries/user-queries";
import { type Actor, lapsesAt, type ProposedChange, reachesFar } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { readResult } from "@avances/domain/round";
import type { z } from "zod";
import type { Deps } from "#deps.ts";

type View = z.input<typeof PersonView>;

interface Known {
  readonly hasPassword: boolean;
  readonly hasOpenLink: boolean;
  readonly invitedByName: string | null;
  /** The act that is waiting for a second person, lapsed or not. */
  readonly waiting: AccountRequestRow | null;
  /** Another address that waits for its link to be used. */
  readonly changing: { readonly address: string; readonly expiresAt: Date } | null;
  /** The last message to the present address, if it was given up. */
  readonly refused: RefusedMail | null;
  readonly now: Date;
}

/** An account as the secretariat sees it. */
export function personView(user: UserRow, known: Known): View {
  const { waiting, changing, refused, now } = known;
  return {
    id: user.id,
    displayName: user.displayName,
    institution: user.institution,
    salutation: user.salutation,
    address: user.email,
    role: user.role,
    country: user.countryCode,
    organisation: user.organisationCode,
    assignedIndicators: user.assignedIndicators,
    language: user.language,
    invitation: invitationState(user, known),
    invitedAt: (user.invitedAt ?? user.createdAt).toISOString(),
    invitedByName: known.invitedByName,
    waiting:
      waiting === null || (user.endedAt !== null && waiting.act !== "reopen") || now >= lapsesAt(waiting)
        ? null
        : {
            id: waiting.id,
            act: waiting.act,
            askedAt: waiting.requestedAt.toISOString(),
            askedBy: waiting.requestedBy,
            askedByName: waiting.requestedByName,
            lapsesAt: lapsesAt(waiting).toISOString(),
            wanted: waiting.proposed && wantedOf(waiting.proposed),
          },
    // People named by the host or made by the demonstration have nobody who invited them.
    openedAlone:
      reachesFar({ role: user.role, country: user.countryCode }) &&
      user.invitedBy !== null &&
      user.confirmedAt !== null &&
      user.confirmedBy === null,
    ...{ phone: user.phone, isShared: user.isShared, validFrom: user.validFrom, validUntil: user.validUntil },
    changing: changing && { address: changing.address, expiresAt: changing.expiresAt.toISOString() },
    refused: refused && { at: refused.at.toISOString(), answer: serverWords(refused.answer) },
    checkedAt: user.checkedAt?.toISOString() ?? null,
    leftAt: user.leftAt?.toISOString() ?? null,
    lastSignedInAt: user.lastSignedInAt?.toISOString() ?? null,
    endedAt: user.endedAt?.toISOString() ?? null,
  };
}

function wantedOf(proposed: ProposedChange): NonNullable<NonNullable<View["waiting"]>["wanted"]> {
  if ("email" in proposed)
    return { address: proposed.email, role: null, country: null, assignedIndicators: null, organisation: null };
  const { role, country, indicators, organisation = null } = proposed;
  return { address: null, role, country, assignedIndicators: indicators, organisation };
}

/** What the mail server said; what the portal itself found out (the address is none) is a code and no words of a server. */
function serverWords(answer: string): string {
  const result = readResult(answer);
  return result?.by === "mail_server" ? result.answer : "";
}

/** The state of an account's invitation. */
function invitationState(user: Pick<UserRow, "confirmedAt" | "isShared">, known: Known): View["invitation"] {
  if (known.hasPassword) return "used";
  if (user.confirmedAt === null) return "awaiting_second_person";
  if (user.isShared) return "not_needed";
  return known.hasOpenLink ? "sent_not_used" : "expired";
}

/** What only the role that reads passwords knows of one account. */
export function statesOf(
  { withPassword, invited, changing }: AccountStates,
  id: string,
): Pick<Known, "hasPassword" | "hasOpenLink" | "changing"> {
  return { hasPassword: withPassword.has(id), hasOpenLink: invited.has(id), changing: changing.get(id) ?? null };
}

/** One account as it is now. Throws `not-found`. */
export async function viewPerson(deps: Pick<Deps, "db" | "clock">, actor: Actor, personId: string): Promise<View> {
  const now = deps.clock.now();
  const states = await deps.db.authQuery((tx) => accountStates(tx, [personId], now));
  return deps.db.asActor(actor, async (tx) => {
    const user = await findUser(tx, personId);
    if (!user) throw new DomainError("not-found");
    const inviterId = user.invitedBy ?? user.createdBy;
    const inviter = inviterId === null ? undefined : await findUser(tx, inviterId);
    return personView(user, {
      ...statesOf(states, personId),
      refused: (await listRefusedAddresses(tx, personId)).get(personId) ?? null,
      invitedByName: inviter?.displayName ?? null,
      waiting: (await findWaitingRequest(tx, personId)) ?? null,
      now,
    });
  });
}
