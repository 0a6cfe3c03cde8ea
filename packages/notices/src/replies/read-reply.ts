import { createHash } from "node:crypto";
import type { Attachment, Email } from "postal-mime";
import { fieldsOf, type RecipientStatus, readDeliveryStatus } from "./delivery-status.ts";

/** What came into the mailbox, as far as it matters here. */
export interface Incoming {
  /** Message-IDs of the portal's messages that it may be about, the surest first; never empty. */
  readonly about: readonly string[];
  /** The same for the same thing, however often it is read. */
  readonly fingerprint: string;
  /** Who says to have written it, in lower case; null = nobody. Anybody can claim anything here. */
  readonly from: string | null;
  readonly what:
    | { readonly kind: "report"; readonly statuses: readonly RecipientStatus[] }
    /** A program that answers by itself. `text` is read for a date and then forgotten. */
    | { readonly kind: "automatic"; readonly text: string }
    | { readonly kind: "person" };
}

/** Bytes of a message that are read: reports stand at its beginning, and what follows is what was sent. */
export const bytesRead = 512 * 1024;
const limits = { maxNestingDepth: 24, maxHeadersSize: 256 * 1024, forceRfc822Attachments: true } as const;
const idsAtMost = 20;

/**
 * Reads one message; null when it is about none of the portal's messages, cannot be read, or is the receipt of a reader (which is not looked
 * at: nobody's reading is followed). Never throws, whatever the bytes are.
 */
export async function readReply(bytes: Uint8Array): Promise<Incoming | null> {
  const head = bytes.subarray(0, bytesRead);
  try {
    // Imported with the first message, so that a start does not wait for it.
    const { default: PostalMime } = await import("postal-mime");
    return understand(await PostalMime.parse(head, limits), head);
  } catch {
    return null;
  }
}

function understand(mail: Email, head: Uint8Array): Incoming | null {
  const headers = fieldsOf(mail.headers.map(({ key, value }) => `${key}: ${value}`).join("\n"));
  const isReport = /^multipart\/report\b/i.test(headers.get("content-type") ?? "");
  const statusPart = mail.attachments.find(({ mimeType }) => /^message\/(global-)?delivery-status$/.test(mimeType));
  const threaded = [...ownIds(headers.get("in-reply-to")), ...ownIds(headers.get("references")).reverse()];
  const base = {
    fingerprint: fingerprintOf(headers.get("message-id"), head),
    from: addressOf(mail),
  };
  if (isReport) {
    // A report of another kind (a reader's receipt, a complaint) says nothing about delivery.
    if (statusPart === undefined) return null;
    const statuses = readDeliveryStatus(textOf(statusPart));
    const about = unique([...returnedIds(mail), ...threaded]);
    return about.length === 0 || statuses.length === 0 ? null : { ...base, about, what: { kind: "report", statuses } };
  }
  const about = unique(threaded);
  if (about.length === 0) return null;
  if (isAutomatic(headers)) {
    const text = `${mail.subject ?? ""}\n${mail.text ?? plain(mail.html ?? "")}`;
    return { ...base, about, what: { kind: "automatic", text } };
  }
  return { ...base, about, what: { kind: "person" } };
}

/** By RFC 3834 and what came before it. A list is a program too. */
function isAutomatic(headers: ReadonlyMap<string, string>): boolean {
  const submitted = headers.get("auto-submitted")?.toLowerCase() ?? "no";
  return (
    !/^no\b/.test(submitted) ||
    /^(bulk|junk|list|auto_reply)\b/i.test(headers.get("precedence") ?? "") ||
    headers.get("return-path")?.replaceAll(/\s/g, "") === "<>" ||
    ["x-autoreply", "x-autorespond", "x-autoresponse", "list-id", "x-auto-response-suppress"].some((name) =>
      headers.has(name),
    )
  );
}

/** The Message-ID of what the report is about, from the copy or the headers that it returns. */
function returnedIds(mail: Email): readonly string[] {
  const returned = mail.attachments.find(({ mimeType }) =>
    /^(message\/(rfc822|global|global-headers)|text\/rfc822-headers)$/.test(mimeType),
  );
  if (returned === undefined) return [];
  const [head = ""] = textOf(returned).split(/\r?\n\r?\n/, 1);
  return ownIds(fieldsOf(head).get("message-id"));
}

/** The ids in the form in which the portal makes them (`newMail`). */
function ownIds(value: string | undefined): string[] {
  return [
    ...(value ?? "").slice(0, 20_000).matchAll(/<(n\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}@[^<>\s@]{1,253})>/gi),
  ]
    .slice(-idsAtMost)
    .map(([, id = ""]) => `<${id.toLowerCase()}>`);
}

const unique = (ids: readonly string[]) => [...new Set(ids)].slice(0, idsAtMost);

function fingerprintOf(messageId: string | undefined, head: Uint8Array): string {
  const known = messageId?.trim() ?? "";
  return createHash("sha256")
    .update(known === "" ? head : known)
    .digest("hex");
}

function addressOf({ from }: Email): string | null {
  const address = from !== undefined && "address" in from ? from.address : undefined;
  return address ? address.toLowerCase().slice(0, 320) : null;
}

const decoder = new TextDecoder("utf-8");

function textOf({ content }: Attachment): string {
  return typeof content === "string" ? content : decoder.decode(content);
}

/** Enough of a page to find a date in it. */
function plain(html: string): string {
  return html
    .slice(0, 60_000)
    .replaceAll(/<(?:style|script)\b[^>]{0,500}>[^<]{0,20000}/gi, " ")
    .replaceAll(/<(?:br|\/p|\/div|\/tr)\b[^<>]{0,200}>/gi, "\n")
    .replaceAll(/<[^<>]{0,2000}>/g, " ")
    .replaceAll("&nbsp;", " ");
}
