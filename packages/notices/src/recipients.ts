import type { Tx } from "@avances/db";
import { appUser } from "@avances/db/schema";
import type { Role } from "@avances/domain/access";
import { audienceFacts, type NoticeAudience } from "@avances/domain/round";
import { isMailAddress } from "@avances/domain/text";
import { and, asc, isNotNull, isNull, or } from "drizzle-orm";
import type { Contact, Reader } from "./letters/notice-facts.ts";
import type { MailPerson } from "./new-mail.ts";

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

/** In which capacity a person of this audience reads a notice. */
export function readerOf(audience: NoticeAudience): Reader {
  if (audienceFacts[audience].reports) return "reporter";
  return audience === "secretariat" || audience === "presidency" ? audience : "country_copy";
}

/**
 * Who of the secretariat answers questions: whoever does the act, else who opened the round, else the one who has been there longest.
 * Null when nobody of the secretariat has an account.
 */
export function contactOf(everybody: readonly Recipient[], ...preferred: readonly (string | null)[]): Contact | null {
  const desk = everybody
    .filter(({ role, email }) => role === "secretariat" && isMailAddress(email))
    .sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
  const person = preferred.flatMap((id) => desk.find((one) => one.id === id) ?? [])[0] ?? desk[0];
  return person === undefined ? null : { name: person.displayName, address: person.email };
}
