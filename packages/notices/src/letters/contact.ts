import { isOfSecretariat, type Role } from "@avances/domain/access";
import { isMailAddress } from "@avances/domain/text";
import type { Desk } from "@avances/settings/mail";
import type { MailPerson } from "./new-mail.ts";
import type { Contact } from "./notice-facts.ts";

/** The person who answers questions, reached as the desk says. Without such a person only an address for replies remains, which nobody's name stands for. */
export function reachedBy(contact: Contact | null, desk: Desk | undefined): Contact | null {
  if (contact === null || desk === undefined) return contact;
  return { ...contact, address: desk.replyTo ?? contact.address, telephone: desk.telephone };
}

/** A person who could answer questions. */
type Candidate = MailPerson & { readonly role: Role; readonly createdAt: Date };

/**
 * Who of the secretariat answers questions: the first of `preferred` who has an account, else the one who has had an account longest.
 * Null when nobody of the secretariat has an account.
 */
export function contactOf(everybody: readonly Candidate[], ...preferred: readonly (string | null)[]): Contact | null {
  const desk = everybody
    .filter(({ role, email }) => isOfSecretariat(role) && isMailAddress(email))
    .sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
  const person = preferred.flatMap((id) => desk.find((one) => one.id === id) ?? [])[0] ?? desk[0];
  return person === undefined ? null : { name: person.displayName, address: person.email };
}
