import type { SessionView } from "@avances/contracts";
import type { UserRow } from "@avances/db/queries/rows";
import { isCountryRole, mayDo } from "@avances/domain/access";
import type { z } from "zod";
import type { Deps } from "#deps.ts";

/** What a page needs to know about the reader and the instance. */
export function sessionView(
  { config }: Pick<Deps, "config">,
  user: UserRow | null,
  now: Date,
): z.input<typeof SessionView> {
  return {
    person: user && {
      id: user.id,
      displayName: user.displayName,
      email: user.email,
      role: user.role,
      country: isCountryRole(user.role) ? user.countryCode : null,
      assignedIndicators: user.assignedIndicators,
      language: user.language,
    },
    demonstration: config.demonstration,
    now: now.toISOString(),
    mailMode: user !== null && mayDo(user.role, "outgoing-mail.read") ? config.mailMode : null,
  };
}
