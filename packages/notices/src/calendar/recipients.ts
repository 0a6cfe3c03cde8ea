import type { Tx } from "@avances/db";
import { appUser } from "@avances/db/schema";
import type { Role } from "@avances/domain/access";
import { audienceFacts, type NoticeAudience } from "@avances/domain/round";
import { and, asc, isNotNull, isNull, or } from "drizzle-orm";
import type { MailPerson } from "../letters/new-mail.ts";

export interface Recipient extends MailPerson {
  readonly role: Role;
  readonly createdAt: Date;
}

/** A recipient in the capacity in which a notice goes to them. */
export interface Addressee extends Recipient {
  readonly audience: NoticeAudience;
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
      createdAt: appUser.createdAt,
    })
    .from(appUser)
    .where(and(isNull(appUser.endedAt), or(isNotNull(appUser.confirmedAt), isNotNull(appUser.lastSignedInAt))))
    .orderBy(asc(appUser.email));
}

/** The people of an audience for one country, each once, in the order of the audience. One message goes to each. */
export function peopleOf(
  audience: readonly NoticeAudience[],
  country: string,
  everybody: readonly Recipient[],
): readonly Addressee[] {
  return audience.flatMap((name) => {
    const { role, ofCountry } = audienceFacts[name];
    const people = everybody.filter((person) => person.role === role && (!ofCountry || person.countryCode === country));
    return people.map((person) => ({ ...person, audience: name }));
  });
}
