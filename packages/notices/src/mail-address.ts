/** One mailbox in plain ASCII: no comma, quote, comment, group, `%` or `!`, so that nothing else can hide in it. */
const mailbox = /^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9][A-Za-z0-9.-]{0,251}\.[A-Za-z]{2,24}$/;
const namedMailbox = /^(?<name>[^<>\r\n"]{0,100})<(?<address>[^<>]+)>$/;

/** Checked when an address is stored and again when a message goes to it. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && mailbox.test(text) && !text.includes("..");
}

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
