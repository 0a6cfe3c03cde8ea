import { type MailReplyKind, mailReplyKinds } from "@avances/domain/round";
import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { calendarDate, instant, memberOf } from "./columns.ts";
import { outgoingMail } from "./notice.ts";
import { app } from "./schemas.ts";

/**
 * One row = something that came back about one message: from a mail server that could not deliver it, or did; from a program that answers by
 * itself; or from a person. Of an answer nothing is kept but that and when it came: no words, no subject, no sender. Nothing is deleted.
 */
export const mailReply = app.table(
  "mail_reply",
  {
    id: uuid().primaryKey(),
    mailId: uuid()
      .notNull()
      .references(() => outgoingMail.id),
    kind: text().$type<MailReplyKind>().notNull(),
    receivedAt: instant().notNull(),
    /** Of a mail server: status of RFC 3463 (`5.1.1`); null = it gave none. */
    status: text(),
    /** Of a mail server: its SMTP reply code; null = it gave none. */
    code: integer(),
    /** Of a mail server: what it said, in one line; empty for everybody else. */
    answer: text().notNull().default(""),
    /** Of a program: the last day on which nobody is there, if its text says it plainly. */
    awayUntil: calendarDate(),
    /** To which address the message had gone. */
    address: text().notNull(),
    /** The address is at fault: reminders no longer go there, until somebody says that it is right (`clearedAt`). */
    refusesAddress: boolean().notNull(),
    /** The `fence` of the message when this came: what is tried again has a higher one. */
    attempt: integer().notNull(),
    /** SHA-256 of the Message-ID of what came, or of its bytes when it has none: the same thing is noted once. */
    fingerprint: text().notNull(),
    clearedAt: instant(),
    clearedBy: uuid(),
    clearedByName: text(),
  },
  (table) => [
    unique("mail_reply_once").on(table.mailId, table.fingerprint),
    index("mail_reply_refuses").on(table.address).where(sql`refuses_address and cleared_at is null`),
    memberOf("mail_reply_kind_known", table.kind, mailReplyKinds),
  ],
);

/** One row = how far a mailbox was read. Overwritten each time: it is no record. */
export const mailboxPosition = app.table("mailbox_position", {
  /** User, server and folder. */
  mailbox: text().primaryKey(),
  /** Numbers of messages hold as long as this one of the folder (RFC 3501 §2.3.1.1). */
  uidValidity: text().notNull(),
  lastUid: bigint({ mode: "number" }).notNull(),
});
