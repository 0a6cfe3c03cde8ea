import type { Tx } from "@avances/db";
import { appUser } from "@avances/db/schema";
import type { Role } from "@avances/domain/access";
import type { NoticeAudience } from "@avances/domain/round";
import { and, asc, isNotNull, isNull, or } from "drizzle-orm";
import type { MailPerson } from "./new-mail.ts";
import type { Reader } from "./notice-facts.ts";

export interface Recipient extends MailPerson {
  readonly role: Role;
}

/** Everybody the portal may write to: the account has not ended, and a link went out or was never needed. */
export async function loadRecipients(tx: Tx): Promise<readonly Recipient[]> {
  return await tx
    .select({
      id: appUser.id,
      email: appUser.email,
      displayName: appUser.displayName,
      language: appUser.language,
      countryCode: appUser.countryCode,
      role: appUser.role,
    })
    .from(appUser)
    .where(and(isNull(appUser.endedAt), or(isNotNull(appUser.confirmedAt), isNotNull(appUser.lastSignedInAt))))
    .orderBy(asc(appUser.email));
}

const roleOf: Record<NoticeAudience, { readonly role: Role; readonly ofCountry: boolean }> = {
  focal_point: { role: "focal_point", ofCountry: true },
  alternate: { role: "alternate", ofCountry: true },
  liaison_officer: { role: "liaison_officer", ofCountry: true },
  // The national focal point of the Conference is the country's delegate to its Consultation Group.
  national_focal_point: { role: "rcgm_delegate", ofCountry: true },
  presidency: { role: "presidency", ofCountry: false },
  secretariat: { role: "secretariat", ofCountry: false },
};

/** The people of an audience for one country, each once, in the order of the audience. One message goes to each. */
export function peopleOf(
  audience: readonly NoticeAudience[],
  country: string,
  everybody: readonly Recipient[],
): readonly Recipient[] {
  return audience.flatMap((name) => {
    const { role, ofCountry } = roleOf[name];
    return everybody.filter((person) => person.role === role && (!ofCountry || person.countryCode === country));
  });
}

/** In which capacity a person of this role reads a notice. */
export function readerOf(role: Role): Reader {
  switch (role) {
    case "focal_point":
    case "alternate":
      return "reporter";
    case "secretariat":
      return "secretariat";
    case "presidency":
      return "presidency";
    default:
      return "country_copy";
  }
}
