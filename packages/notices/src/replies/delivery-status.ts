import { exactStatus } from "@avances/domain/round";

/** What a mail server says of one recipient (RFC 3464 §2.3). */
export interface RecipientStatus {
  readonly action: "failed" | "delayed" | "delivered";
  /** The addresses that it names, in lower case: the one it was given, and the one it tried in the end. */
  readonly addresses: readonly string[];
  /** Status of RFC 3463; null = it gave none. */
  readonly status: string | null;
  /** SMTP reply code; null = it gave none. */
  readonly code: number | null;
  /** In its words, as one line. */
  readonly answer: string;
}

type Fields = ReadonlyMap<string, string>;

const actions: Readonly<Record<string, RecipientStatus["action"]>> = {
  failed: "failed",
  delayed: "delayed",
  ...{ delivered: "delivered", relayed: "delivered", expanded: "delivered" },
};
/** A report about more recipients than this is about something else: each of our messages has one. */
const recipientsAtMost = 50;

/** Reads the text of a `message/delivery-status` part. Blocks without an action that is known are left out. */
export function readDeliveryStatus(text: string): readonly RecipientStatus[] {
  return blocksOf(text)
    .slice(0, recipientsAtMost)
    .flatMap((fields) => {
      const action = actions[(fields.get("action") ?? "").split(/[\s(;]/)[0]?.toLowerCase() ?? ""];
      if (action === undefined) return [];
      const answer = withoutType(fields.get("diagnostic-code") ?? "");
      const field = /^\s*([245]\.\d{1,3}\.\d{1,3})(?!\d)/.exec(fields.get("status") ?? "")?.[1] ?? null;
      const code = Number(/^(?:\S+ )?([245]\d\d)(?=[\s-]|$)/.exec(answer)?.[1]);
      const addresses = ["original-recipient", "final-recipient"]
        .map((name) => addressIn(fields.get(name)))
        .filter((address) => address !== null);
      return [{ action, addresses, status: exactStatus(field, answer), code: code || null, answer: oneLine(answer) }];
    });
}

/**
 * What the report says of the message to this address. A report that names other addresses comes from behind a forwarding: it counts, but
 * says nothing of the address itself (`isOfAddress`). Where it names several and some were reached, the message was.
 */
export function statusFor(
  statuses: readonly RecipientStatus[],
  address: string,
): (RecipientStatus & { readonly isOfAddress: boolean }) | undefined {
  const own = statuses.find(({ addresses }) => addresses.includes(address.toLowerCase()));
  if (own !== undefined) return { ...own, isOfAddress: true };
  const other = statuses.find(({ action }) => action !== "failed") ?? statuses[0];
  return other && { ...other, isOfAddress: false };
}

function blocksOf(text: string): readonly Fields[] {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n/)
    .map(fieldsOf);
}

/** The header fields of a block by name in lower case, unfolded; of a field that stands there twice the first. */
export function fieldsOf(block: string): Fields {
  const fields = new Map<string, string>();
  for (const line of block
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/\n[ \t]+/g, " ")
    .split("\n")) {
    const [, name, value] = /^([!-9;-~]{1,76})[ \t]*:(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined && !fields.has(name.toLowerCase()))
      fields.set(name.toLowerCase(), value.trim());
  }
  return fields;
}

/** `smtp; 550 …` without the type. Exchange writes `smtp;550 …`, some servers no type. */
function withoutType(value: string): string {
  return value.replace(/^\s*[A-Za-z0-9-]{1,30}\s*;\s*/, "");
}

/** `rfc822;Somebody@host` → the address; null when there is none. */
function addressIn(value: string | undefined): string | null {
  const address = /^\s*(?:[A-Za-z0-9-]{1,30}\s*;)?\s*<?([^\s<>;]{1,254}@[^\s<>;]{1,253})>?/.exec(value ?? "")?.[1];
  return address?.toLowerCase() ?? null;
}

/** Words of somebody else's server as one line that can be stored and shown. */
function oneLine(words: string): string {
  return words
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, " ")
    .trim()
    .slice(0, 400);
}
