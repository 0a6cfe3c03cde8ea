import { existsSync } from "node:fs";
import { BlockList, isIP } from "node:net";
import { join } from "node:path";
import { isMailAddress } from "@avances/domain/text";
import { parse as parseConnectionString } from "pg-connection-string";
import { z } from "zod";
import { parseInboxUrl, parseSender, parseSmtpUrl } from "./mail.ts";

/** What is wrong, as a continuation of the setting's name: "has a path". Never quotes the value. */
class Wrong extends Error {}

/**
 * A setting that `read` turns into a value, or refuses by throwing. Every refusal becomes one sentence that ends with what to write
 * (`hint`), so that a wrong value is found at the start and not at first use.
 */
function kind<Value>(hint: string, read: (text: string) => Value) {
  return z.string({ error: `is missing; write ${hint}` }).transform((text, context): Value => {
    try {
      if (/\p{Cc}/u.test(text)) throw new Wrong("holds a control character or a line break");
      return read(text);
    } catch (error) {
      const what = error instanceof Wrong ? error.message : "cannot be read";
      context.addIssue({ code: "custom", message: `${what}; write ${hint}` });
      return z.NEVER;
    }
  });
}

export function wholeNumber(least: number, most: number, example: number) {
  return kind(`a whole number from ${least} to ${most}, for example ${example}`, (text) => {
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most)) throw new Wrong("is not such a number");
    return value;
  });
}

/** One of a few words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(...words: Words) {
  return kind(words.join(" or "), (text): Words[number] => {
    const word = words.find((each) => each === text);
    if (word === undefined) throw new Wrong("is something else");
    return word;
  });
}

export const onOff = () => oneOf("on", "off");

const hostName = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;

/** Where to listen: an address of this machine, or a host name of it. */
export function host() {
  return kind("an address of this machine, for example 127.0.0.1, or 0.0.0.0 for all of them", (text) => {
    if (isIP(text) === 0 && !hostName.test(text)) throw new Wrong("is no address");
    return text;
  });
}

/** A country by its ISO 3166-1 alpha-3 code. */
export function countryCode() {
  return kind("the three letters of a country (ISO 3166-1 alpha-3), for example CRI", (text) => {
    if (!/^[A-Z]{3}$/.test(text)) throw new Wrong("is no such code");
    return text;
  });
}

/** Any path that a file system can hold. */
export const folder = () => kind("the path of a folder", (text) => text);

/** The folder of the built web application. */
export function webFolder() {
  return kind("the path of the built web application (apps/web/dist, made by: pnpm build)", (text) => {
    if (!existsSync(join(text, "index.html"))) throw new Wrong("holds no index.html");
    return text;
  });
}

/** The base of links: scheme, host and port. Returns the origin as browsers write it, without a slash at the end. */
export function publicUrl({ httpsOnly = false } = {}) {
  const scheme = httpsOnly ? "https" : "http";
  return kind(`scheme and host only, for example ${scheme}://avances.example.org`, (text) => {
    const url = URL.parse(text);
    if (url === null || !["http:", "https:"].includes(url.protocol)) throw new Wrong("is no web address");
    if (httpsOnly && url.protocol !== "https:") throw new Wrong("is not https");
    if (url.username || url.password) throw new Wrong("holds a user name or a password");
    if (url.pathname !== "/") throw new Wrong("has a path, and the portal lives at the root of its host");
    if (url.search || url.hash || text.endsWith("?") || text.endsWith("#"))
      throw new Wrong("has something after the host");
    return url.origin;
  });
}

/** A PostgreSQL server, role and database. `placeholder`: accept the password of `.env.example`, which everybody knows. */
export function postgresUrl({ placeholder = true } = {}) {
  return kind("postgres://name:password@host:5432/database", (text) => {
    const url = URL.parse(text);
    if (url === null || !["postgres:", "postgresql:"].includes(url.protocol))
      throw new Wrong("is no address of a PostgreSQL server");
    const { user, database, options } = parseConnectionString(text);
    if (!user) throw new Wrong("names no role to sign in as");
    if (!database) throw new Wrong("names no database");
    // The driver would prefer these options to the portal's own, which set the rights of a connection.
    if (options !== undefined) throw new Wrong("sets options, which the portal sets itself");
    const password = decodeURIComponent(url.password);
    if (!placeholder && /^choose-a/.test(password)) throw new Wrong("has the password of the example");
    return text;
  });
}

/** Allowed prefixes of a database's role names: with the longest ending they still fit into the 63 bytes of a name. */
export const rolePrefixPattern = /^(?!pg_)[a-z][a-z0-9_]{0,39}$/;

export function rolePrefix() {
  return kind("up to 40 of a-z, 0-9 and _, beginning with a letter, for example avances_north", (text) => {
    if (!rolePrefixPattern.test(text)) throw new Wrong("is no such name");
    return text;
  });
}

/** The mail server, as text; `parseSmtpUrl` parses it. */
export function smtpUrl() {
  return kind("smtp://user:password@mail.example.org:587, or smtps:// for port 465", (text) => {
    explained(() => parseSmtpUrl(text));
    return text;
  });
}

/** The mailbox of replies, as text; `parseInboxUrl` parses it. */
export function inboxUrl() {
  return kind("imaps://user:password@mail.example.org, with a folder after the slash if it is not INBOX", (text) => {
    explained(() => parseInboxUrl(text));
    return text;
  });
}

/** The sender of mails, as text; `parseSender` parses it. */
export function sender() {
  return kind('an address, for example "Technical Secretariat" <avances@example.org>', (text) => {
    explained(() => parseSender(text));
    return text;
  });
}

export function mailAddress() {
  return kind("one mail address, for example you@example.org", (text) => {
    if (!isMailAddress(text)) throw new Wrong("is not one mail address");
    return text;
  });
}

/** ClamAV's daemon, which looks at files. */
export function scannerUrl() {
  return kind("clamd://host:3310", (text) => {
    const url = URL.parse(text);
    if (url === null || url.protocol !== "clamd:" || url.hostname === "")
      throw new Wrong("names no server by clamd://");
    if (url.port === "0") throw new Wrong("names port 0");
    if (url.username || url.password || !["", "/"].includes(url.pathname) || url.search || url.hash)
      throw new Wrong("has something besides the server");
    const host = decodeURIComponent(url.hostname).replace(/^\[|\]$/g, "");
    if (isIP(host) === 0 && !hostName.test(host)) throw new Wrong("names no server by clamd://");
    return { host, port: url.port === "" ? 3310 : Number(url.port) };
  });
}

/** A bucket of a server that speaks S3, with the key that opens it. */
export function bucketUrl() {
  return kind("https://keyid:secret@s3.example.org/bucket?region=us-east-1, each percent-encoded", (text) => {
    const parsed = URL.canParse(text) ? new URL(text) : null;
    if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.hash !== "")
      throw new Wrong("is no such address");
    if (parsed.username === "" || parsed.password === "") throw new Wrong("has no key");
    const { region, ...others } = Object.fromEntries(parsed.searchParams);
    if (Object.keys(others).length > 0) throw new Wrong("has something after the bucket that is no region");
    const decoded = (part: string) => explainedValue(() => decodeURIComponent(part));
    return {
      url: `${parsed.origin}${parsed.pathname.replace(/\/+$/, "")}`,
      region: region ?? "us-east-1",
      ...{ keyId: decoded(parsed.username), secret: decoded(parsed.password) },
    };
  });
}

/** As people dial it from abroad, in one line. */
export function telephone() {
  return kind("a telephone number with its country, for example +506 5550 0100", (text) => {
    if (!/^\+[0-9][0-9 ()-]{5,28}[0-9]$/.test(text)) throw new Wrong("is no such number");
    return text;
  });
}

export function words(least: number, most: number) {
  return kind(`${least} to ${most} characters`, (text) => {
    const length = [...text].length;
    if (length < least || length > most) throw new Wrong("is too short or too long");
    return text;
  });
}

/** Addresses or networks (`10.0.0.0/8`), separated by commas. */
export function proxies() {
  return kind("exact addresses with commas between them, for example 10.0.0.5, 10.0.0.6", (text) => {
    const entries = text.split(",").map((entry) => entry.trim());
    for (const entry of entries) requireNetwork(entry);
    return entries;
  });
}

function requireNetwork(entry: string): void {
  const [address = "", bits, ...rest] = entry.split("/");
  const family = isIP(address);
  if (family === 0 || address.includes("%") || rest.length > 0) throw new Wrong("names something that is no address");
  if (bits === undefined) return;
  if (!/^[1-9]\d{0,2}$/.test(bits)) throw new Wrong("names a network without its size");
  // Throws when the prefix length does not fit the address family.
  new BlockList().addSubnet(address, Number(bits), family === 4 ? "ipv4" : "ipv6");
}

/** An instant with its zone. */
export function instant() {
  return kind("an instant with its zone, for example 2027-05-02T09:00:00Z", (text) => {
    const parsed = z.iso.datetime({ offset: true }).safeParse(text);
    const value = new Date(text);
    if (!parsed.success || Number.isNaN(value.valueOf())) throw new Wrong("is no instant");
    return value;
  });
}

/** Key material. `random`: also refuse text that was typed instead of generated. */
export function secretKey({ random = false } = {}) {
  return kind("32 random bytes as base64url (.env.example says how to make them)", (text) => {
    if (text.length < 43) throw new Wrong("is too short");
    if (random && new Set(text).size < 12) throw new Wrong("is not random");
    return text;
  });
}

function explainedValue<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw new Wrong("is not percent-encoded");
  }
}

/** The parsers of this package already say what is wrong in these words. */
function explained(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    throw new Wrong(error instanceof Error ? error.message : "cannot be read");
  }
}
