import { isMailAddress } from "@avances/domain/text";
import addressparser from "nodemailer/lib/addressparser";

export interface Sender {
  /** As the reader's mail program shows it; empty when only the address was given. */
  readonly name: string;
  readonly address: string;
}

/**
 * Reads `MAIL_FROM` as mail programs read a sender: `a@b.example`, `Name <a@b.example>`, or the name in double quotes. Throws when it is
 * not exactly one mailbox.
 */
export function parseSender(mailFrom: string): Sender {
  const found = addressparser(mailFrom);
  const [only] = found;
  if (found.length > 1) throw new Error("names more than one sender");
  if (only === undefined || "group" in only || !isMailAddress(only.address)) throw new Error("names no mail address");
  const { name, address } = only;
  if (name.length > 100) throw new Error("has a name of more than 100 characters");
  return { name, address };
}

/** How the secretariat of this instance is reached, beside the mail address of its people. */
export interface Desk {
  /** Where replies go instead of to the person of the secretariat; null = to that person. */
  readonly replyTo: string | null;
  /** Printed beside the name of whoever answers questions; null = none. */
  readonly telephone: string | null;
}

/** From `MAIL_REPLY_TO` and `MAIL_TELEPHONE`; without them replies go to the person, and no number is printed. */
export function deskOf(set: {
  readonly MAIL_REPLY_TO?: string | undefined;
  readonly MAIL_TELEPHONE?: string | undefined;
}): Desk {
  return { replyTo: set.MAIL_REPLY_TO ?? null, telephone: set.MAIL_TELEPHONE ?? null };
}

/** The outgoing mail server, from `SMTP_URL`. Nothing else about the connection can be set. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (`smtps:`). */
  readonly secure: boolean;
  readonly login: { readonly user: string; readonly pass: string } | null;
}

/** Reads `smtp://user:password@host:port` or `smtps://…`. Throws when it is neither. */
export function parseSmtpUrl(text: string): SmtpServer {
  const url = URL.parse(text);
  if (url === null || !["smtp:", "smtps:"].includes(url.protocol) || url.hostname === "") {
    throw new Error("does not name a server by smtp:// or smtps://");
  }
  if (url.port === "0") throw new Error("names port 0");
  if (!["", "/"].includes(url.pathname) || url.search || url.hash) throw new Error("has something after the server");
  const secure = url.protocol === "smtps:";
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    login: url.username === "" ? null : { user: unescaped(url.username), pass: unescaped(url.password) },
  };
}

/** The mailbox in which replies arrive, from `MAIL_INBOX_URL`. */
export interface Inbox {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (`imaps:`). */
  readonly secure: boolean;
  readonly login: { readonly user: string; readonly pass: string };
  readonly folder: string;
  /** Names it, without the password. */
  readonly name: string;
}

/** Reads `imaps://user:password@host:port/folder`, or `imap://…` for a server that begins without TLS. Throws when it is neither. */
export function parseInboxUrl(text: string): Inbox {
  const url = URL.parse(text);
  if (url === null || !["imap:", "imaps:"].includes(url.protocol) || url.hostname === "") {
    throw new Error("does not name a server by imaps:// or imap://");
  }
  if (url.port === "0") throw new Error("names port 0");
  if (url.username === "" || url.password === "") throw new Error("names no user or no password");
  if (url.search || url.hash) throw new Error("has something after the folder");
  const secure = url.protocol === "imaps:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const port = url.port === "" ? (secure ? 993 : 143) : Number(url.port);
  const user = unescaped(url.username);
  const folder = unescaped(url.pathname.replace(/^\//, "")) || "INBOX";
  if (/\p{Cc}/u.test(folder + user)) throw new Error("holds a control character");
  const login = { user, pass: unescaped(url.password) };
  return { host, port, secure, login, folder, name: `${user}@${host}:${port}/${folder}`.slice(0, 500) };
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error("has a % in its password, user name or folder that is not written as %25");
  }
}

/** What `MAIL_MODE` requires of other settings: `live` needs a server, and a clock that is not set to another day. */
export function mailModeFaults(set: {
  readonly MAIL_MODE: "capture" | "live";
  readonly SMTP_URL?: string | undefined;
  readonly AVANCES_CLOCK?: Date | undefined;
}): string[] {
  if (set.MAIL_MODE === "capture") return [];
  return [
    ...(set.SMTP_URL
      ? []
      : ["SMTP_URL: is missing, and MAIL_MODE=live sends by it; write smtp://user:password@mail.example.org:587"]),
    ...(set.AVANCES_CLOCK
      ? ["AVANCES_CLOCK: is another day than today, and MAIL_MODE=live writes to people; leave one of them empty"]
      : []),
  ];
}
