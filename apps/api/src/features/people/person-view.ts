import type { PersonView } from "@avances/contracts";
import { accountStates } from "@avances/db/queries/password-queries";
import { findWaitingRequest } from "@avances/db/queries/people-queries";
import type { AccountRequestRow, UserRow } from "@avances/db/queries/rows";
import { findUser } from "@avances/db/queries/user-queries";
import { type Actor, lapsesAt, reachesFar } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { z } from "zod";
import type { Deps } from "#deps.ts";

type View = z.input<typeof PersonView>;

interface Known {
  readonly hasPassword: boolean;
  readonly hasOpenLink: boolean;
  readonly invitedByName: string | null;
  /** The act that is waiting for a second person, lapsed or not. */
  readonly waiting: AccountRequestRow | null;
  readonly now: Date;
}

/** An account as the secretariat sees it. */
export function personView(user: UserRow, known: Known): View {
  const { waiting, now } = known;
  return {
    id: user.id,
    displayName: user.displayName,
    institution: user.institution,
    salutation: user.salutation,
    address: user.email,
    role: user.role,
    country: user.countryCode,
    assignedIndicators: user.assignedIndicators,
    language: user.language,
    invitation: invitationState(user, known),
    invitedAt: (user.invitedAt ?? user.createdAt).toISOString(),
    invitedByName: known.invitedByName,
    waiting:
      waiting === null || user.endedAt !== null || now >= lapsesAt(waiting)
        ? null
        : {
            id: waiting.id,
            act: waiting.act,
            askedAt: waiting.requestedAt.toISOString(),
            askedBy: waiting.requestedBy,
            askedByName: waiting.requestedByName,
            lapsesAt: lapsesAt(waiting).toISOString(),
          },
    // People named by the host or made by the demonstration have nobody who invited them.
    openedAlone:
      reachesFar({ role: user.role, country: user.countryCode }) &&
      user.invitedBy !== null &&
      user.confirmedAt !== null &&
      user.confirmedBy === null,
    lastSignedInAt: user.lastSignedInAt?.toISOString() ?? null,
    endedAt: user.endedAt?.toISOString() ?? null,
  };
}

/** The state of an account's invitation. */
function invitationState(user: Pick<UserRow, "confirmedAt">, known: Known): View["invitation"] {
  if (known.hasPassword) return "used";
  if (user.confirmedAt === null) return "awaiting_second_person";
  return known.hasOpenLink ? "sent_not_used" : "expired";
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
      hasPassword: states.withPassword.has(personId),
      hasOpenLink: states.invited.has(personId),
      invitedByName: inviter?.displayName ?? null,
      waiting: (await findWaitingRequest(tx, personId)) ?? null,
      now,
    });
  });
}
