import { createHmac, timingSafeEqual } from "node:crypto";
import type { BodyOf, handInMailReply as handInContract, ReplyOf } from "@avances/contracts";
import { DomainError } from "@avances/domain/domain-error";
import { noteReply, readReply } from "@avances/notices";
import { parseSender } from "@avances/settings/mail";
import type { Deps } from "#deps.ts";

/** How far the clock of a mail server may be from that of the portal. */
const clockDifferenceMs = 5 * 60_000;

/**
 * Notes what a mail server hands in about a message. Throws `signature-refused` unless the operator has set a key and the request
 * was signed with it within five minutes. A repeat within that time is noted once, as everything that comes twice.
 */
export async function handInMailReply(
  deps: Pick<Deps, "db" | "clock" | "config">,
  { sentAt, message, signature }: BodyOf<typeof handInContract>,
): Promise<ReplyOf<typeof handInContract>> {
  const { mailRepliesKey } = deps.config.secrets;
  if (mailRepliesKey === undefined) throw new DomainError("signature-refused");
  const now = deps.clock.now();
  const isFresh = Math.abs(now.getTime() - Date.parse(sentAt)) <= clockDifferenceMs;
  if (!isFresh || !isSignedBy(mailRepliesKey, `${sentAt}.${message}`, signature))
    throw new DomainError("signature-refused");
  const incoming = await readReply(Buffer.from(message, "base64"));
  if (incoming === null) return { outcome: "left" };
  const { mailFrom, desk } = deps.config;
  const ownAddresses = [parseSender(mailFrom).address, ...(desk?.replyTo == null ? [] : [desk.replyTo])];
  const noted = await deps.db.asWorker((tx) => noteReply(tx, incoming, { receivedAt: now, now, ownAddresses }));
  return { outcome: noted === "noted" || noted === "known" ? noted : "left" };
}

function isSignedBy(key: string, text: string, signature: string): boolean {
  const expected = createHmac("sha256", key).update(text).digest();
  const given = Buffer.from(signature, "base64url");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
