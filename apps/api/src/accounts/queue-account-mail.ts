import type { Tx } from "@avances/db";
import { insertMails } from "@avances/db/queries/mail-queries";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import type { TicketRow, UserRow } from "@avances/db/queries/rows";
import { insertTicket } from "@avances/db/queries/ticket-queries";
import {
  type AboutAccount,
  type AccountEvent,
  accountActMail,
  type SecurityEvent,
  securityMail,
  ticketHash,
  ticketMail,
  ticketToken,
} from "@avances/notices";
import type { Deps } from "../deps.ts";

type MailDeps = Pick<Deps, "config" | "newId">;

/** Hours for which an invitation can be used. */
export const invitationHours = 72;
/** Hours for which the link that confirms another address can be used. */
const addressChangeHours = 24;

/**
 * Makes a single-use link (older ones of its kind stop working) and queues the mail with it, to the stored address. The link is
 * inserted when the message is sent; neither row holds it.
 */
export async function queueTicketMail(
  tx: Tx,
  deps: MailDeps,
  kind: "invitation" | "password_reset",
  user: UserRow,
  now: Date,
  expiresAt: Date,
): Promise<void> {
  const { id } = await insertNewTicket(tx, deps, kind, user.id, now, expiresAt);
  await queueOpenTicketMail(tx, deps, kind, user, now, { id, expiresAt });
}

/**
 * Makes the link that gives the account another address and queues the message with it, to that address alone; whoever reads the present one is
 * told that it was asked for.
 */
export async function queueAddressChange(
  tx: Tx,
  deps: MailDeps,
  user: UserRow,
  newEmail: string,
  now: Date,
): Promise<void> {
  const expiresAt = new Date(now.valueOf() + addressChangeHours * 3_600_000);
  const { id } = await insertNewTicket(tx, deps, "address_change", user.id, now, expiresAt, newEmail);
  await queueOpenTicketMail(tx, deps, "address_change", { ...user, email: newEmail }, now, { id, expiresAt });
  await queueSecurityMail(tx, deps, "address-change-asked", user, now);
}

/** Queues a mail with a link that is already open: the links in this mail and in earlier ones all work. */
export async function queueOpenTicketMail(
  tx: Tx,
  deps: MailDeps,
  kind: "invitation" | "password_reset" | "address_change",
  user: UserRow,
  now: Date,
  { id: ticketId, expiresAt }: Pick<TicketRow, "id" | "expiresAt">,
): Promise<void> {
  await insertMails(tx, [await ticketMail(tx, kind, { ...mailOf(deps, user, now), ticketId, expiresAt })]);
  await wakeScheduler(tx);
}

/** A single-use link without a mail. The token exists only in the returned value. */
export async function insertNewTicket(
  tx: Tx,
  deps: MailDeps,
  kind: TicketRow["kind"],
  userId: string,
  now: Date,
  expiresAt: Date,
  newEmail: string | null = null,
): Promise<{ readonly id: string; readonly token: string }> {
  const id = deps.newId();
  const token = ticketToken(deps.config.secrets.ticketKey, id);
  await insertTicket(tx, { id, kind, userId, tokenHash: ticketHash(token), createdAt: now, expiresAt, newEmail });
  return { id, token };
}

/** Tells the owner of an account that something about its security changed. */
export async function queueSecurityMail(
  tx: Tx,
  deps: MailDeps,
  event: SecurityEvent,
  user: UserRow,
  now: Date,
): Promise<void> {
  await insertMails(tx, [await securityMail(tx, event, mailOf(deps, user, now))]);
  await wakeScheduler(tx);
}

/** Tells somebody what was done to an account: a colleague's or their own. */
export async function queueAccountActMail(
  tx: Tx,
  deps: MailDeps,
  event: AccountEvent,
  reader: UserRow,
  about: AboutAccount & { readonly requestId?: string | null },
  now: Date,
): Promise<void> {
  await insertMails(tx, [await accountActMail(tx, event, { ...mailOf(deps, reader, now), ...about })]);
  await wakeScheduler(tx);
}

function mailOf({ newId, config }: MailDeps, user: UserRow, now: Date) {
  const { mailFrom, demonstration, desk } = config;
  return { id: newId(), user, now, mailFrom, demonstration, desk };
}
