import { readFileSync } from "node:fs";

/** What mail servers, programs and people send back, in the form in which they send it (`replies/<name>.eml`). */
export type ReplyFile =
  | "postfix-failed"
  | "postfix-delayed"
  | "postfix-delivered"
  | "exchange-failed"
  | "gmail-failed"
  | "exim-failed"
  | "exchange-away"
  | "gmail-away"
  | "outlook-reply"
  | "read-receipt";

/** The bytes of such a reply to a message; each of `change` is replaced in them. */
export function replyTo(
  name: ReplyFile,
  mail: { readonly messageId: string; readonly toAddress: string },
  change: Readonly<Record<string, string>> = {},
): Buffer {
  const file = readFileSync(new URL(`./replies/${name}.eml`, import.meta.url), "utf8");
  let text = file.replaceAll("\n", "\r\n").replaceAll("{{id}}", mail.messageId).replaceAll("{{to}}", mail.toAddress);
  for (const [from, to] of Object.entries(change)) {
    if (!text.includes(from)) throw new Error(`${name} does not hold ${from}`);
    text = text.replaceAll(from, to);
  }
  return Buffer.from(text);
}
