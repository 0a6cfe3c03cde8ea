import type { SessionView } from "@avances/contracts";
import type { UserRow } from "@avances/db/queries/rows";
import { isCountryRole, mayDo } from "@avances/domain/access";
import type { z } from "zod";
import type { Deps } from "#deps.ts";

/** What a page needs to know about the reader and the instance. `sectionOf`: the report to a part of which the session is limited. */
export function sessionView(
  { config }: Pick<Deps, "config">,
  user: UserRow | null,
  now: Date,
  sectionOf: string | null = null,
): z.input<typeof SessionView> {
  return {
    person: user && {
      id: user.id,
      displayName: user.displayName,
      email: user.email,
      role: user.role,
      country: isCountryRole(user.role) ? user.countryCode : null,
      organisation: user.organisationCode,
      assignedIndicators: user.assignedIndicators,
      language: user.language,
      section: sectionOf,
    },
    demonstration: config.demonstration,
    now: now.toISOString(),
    mailMode: user !== null && mayDo(user.role, "outgoing-mail.read") ? config.mailMode : null,
  };
}
