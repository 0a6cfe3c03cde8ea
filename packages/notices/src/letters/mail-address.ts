import { parseSender } from "@avances/settings/mail";

/** The part after the `@` of the sender, used in Message-IDs. */
export function domainOf(mailFrom: string): string {
  const { address } = parseSender(mailFrom);
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
