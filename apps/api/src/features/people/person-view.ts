import type { PersonView } from "@avances/contracts";
import type { UserRow } from "@avances/db/queries/rows";
import type { z } from "zod";

export type InvitationState = z.input<typeof PersonView>["invitation"];

/** Where an account stands between being asked for and being used. */
export function invitationState(
  user: Pick<UserRow, "confirmedAt">,
  hasPassword: boolean,
  hasOpenLink: boolean,
): InvitationState {
  if (hasPassword) return "used";
  if (user.confirmedAt === null) return "awaiting_second_person";
  return hasOpenLink ? "sent_not_used" : "expired";
}

/** An account as the secretariat sees it. */
export function personView(
  user: UserRow,
  invitation: InvitationState,
  invitedByName: string | null,
): z.input<typeof PersonView> {
  return {
    id: user.id,
    displayName: user.displayName,
    institution: user.institution,
    address: user.email,
    role: user.role,
    country: user.countryCode,
    assignedIndicators: user.assignedIndicators,
    language: user.language,
    invitation,
    invitedAt: (user.invitedAt ?? user.createdAt).toISOString(),
    invitedByName,
    lastSignedInAt: user.lastSignedInAt?.toISOString() ?? null,
    endedAt: user.endedAt?.toISOString() ?? null,
  };
}
