import type { SessionView } from "@avances/contracts";
import type { UserRow } from "@avances/db/queries/rows";
import { isCountryRole, mayDo } from "@avances/domain/access";
import { localDate } from "@avances/domain/round";
import type { z } from "zod";
import type { Deps } from "#deps.ts";
import { clocksOf } from "#features/shared/clocks.ts";

/** What a page needs to know about the reader and the instance. `sectionOf`: the report to a part of which the session is limited. */
export function sessionView(
  deps: Pick<Deps, "config" | "reference">,
  user: UserRow | null,
  now: Date,
  sectionOf: string | null = null,
): z.input<typeof SessionView> {
  const country = user !== null && isCountryRole(user.role) ? user.countryCode : null;
  const timeZone = clocksOf(deps, country);
  return {
    person: user && {
      id: user.id,
      displayName: user.displayName,
      email: user.email,
      role: user.role,
      country,
      organisation: user.organisationCode,
      assignedIndicators: user.assignedIndicators,
      language: user.language,
      section: sectionOf,
    },
    demonstration: deps.config.demonstration,
    now: now.toISOString(),
    ...{ timeZone, today: localDate(now, timeZone) },
    mailMode: user !== null && mayDo(user.role, "outgoing-mail.read") ? deps.config.mailMode : null,
  };
}
