import { isMailAddress } from "@avances/domain/text";

const namedMailbox = /^(?<name>[^<>\r\n"]{0,100})<(?<address>[^<>]+)>$/;

export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** Reads `MAIL_FROM`: `a@b.example` or `Name <a@b.example>`. Throws when it is neither: a setting to correct. */
export function parseSender(mailFrom: string): Sender {
  const named = namedMailbox.exec(mailFrom.trim())?.groups;
  const sender = { name: (named?.name ?? "").trim(), address: (named?.address ?? mailFrom).trim() };
  if (!isMailAddress(sender.address)) throw new Error("MAIL_FROM is not one mail address");
  return sender;
}

/** The part after the `@` of the sender: Message-IDs carry it. */
export function domainOf(mailFrom: string): string {
  const { address } = parseSender(mailFrom);
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
