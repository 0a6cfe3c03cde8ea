/** What may come back about a message that a mail server had accepted, the weightiest first: an earlier kind says more than a later one. */
export const mailReplyKinds = ["bounced", "replied", "automatic", "delayed", "delivered"] as const;
export type MailReplyKind = (typeof mailReplyKinds)[number];

/** Of several things that came back about one message the one that says most; of two of a kind the later. Undefined = nothing came back. */
export function weightiest<Reply extends { readonly kind: MailReplyKind; readonly receivedAt: Date }>(
  replies: readonly Reply[],
): Reply | undefined {
  return [...replies].sort(
    (one, other) =>
      mailReplyKinds.indexOf(one.kind) - mailReplyKinds.indexOf(other.kind) ||
      other.receivedAt.getTime() - one.receivedAt.getTime(),
  )[0];
}

/** Why a message did not arrive, as a mail server says it with a status of RFC 3463; `unknown`: it gave none that says it. */
export const bounceReasons = ["no_mailbox", "closed", "full", "refused", "too_late", "unknown"] as const;
export type BounceReason = (typeof bounceReasons)[number];

/**
 * By class, subject and detail of the status (`5.1.1`). A server that writes only `5.0.0`, or none at all, has said nothing that a person
 * could act on, whatever its reply code.
 */
export function bounceReason(status: string | null): BounceReason {
  if (status === null) return "unknown";
  if (isAddressStatus(status)) return "no_mailbox";
  if (/^[45]\.2\.1$/.test(status)) return "closed";
  if (/^[45]\.2\.2$/.test(status)) return "full";
  if (/^[45]\.(4\.[17]|4\.6)$/.test(status)) return "too_late";
  if (/^[45]\.(2\.[34]|3\.4|6\.\d+|7\.\d+)$/.test(status)) return "refused";
  return "unknown";
}

/**
 * Does the fault lie with the address, so that no later message can arrive there either? A refusal of this message (its content, its size, a
 * rule of the server), a full mailbox and a server that cannot be reached may pass.
 */
export function isFaultOfAddress(status: string | null): boolean {
  return status === "5.2.1" || (status?.startsWith("5.") === true && isAddressStatus(status));
}

/** The addressee does not exist: X.1.x, but not X.1.5 (valid), X.1.7 and X.1.8 (the sender's address). X.1.10: the domain takes no mail. */
function isAddressStatus(status: string): boolean {
  return /^[45]\.1\.([012346]|10)$/.test(status);
}

/**
 * The status that says most: many servers write a general one (`5.0.0`, `5.5.0`) in its field and the exact one into the words of the reply.
 * Null when neither says one.
 */
export function exactStatus(field: string | null, words: string): string | null {
  const inWords = /(?:^|[\s(#;-])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(words)?.[1] ?? null;
  if (field === null || /^[245]\.0\.0$/.test(field)) return inWords ?? field;
  return field;
}
