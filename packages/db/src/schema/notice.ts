import { type Language, languages } from "@avances/domain/catalogue";
import type { CalendarEntry, DigestKind, MailKind, NoticeStep } from "@avances/domain/round";
import { index, integer, jsonb, text, unique, uuid } from "drizzle-orm/pg-core";
import { calendarDate, instant, memberOf } from "./columns.ts";
import { app } from "./schemas.ts";
import { accountRequest, appUser } from "./user.ts";
import { noticeWording } from "./wording.ts";

/** One row = one act of resending by the secretariat, to a country or a group. */
export const noticeBatch = app.table("notice_batch", {
  id: uuid().primaryKey(),
  roundYear: integer().notNull(),
  groupCode: text(),
  countries: text().array().notNull(),
  /** The secretariat's own text, or empty. */
  ownText: text().notNull().default(""),
  /** The same by the language of its readers, from which a message is written anew; null = not kept, as in acts of before. */
  ownTexts: jsonb().$type<{ readonly [L in Language]?: string | undefined }>(),
  createdAt: instant().notNull(),
  createdBy: uuid().notNull(),
  createdByName: text().notNull(),
});

export const noticeStates = ["queued", "sent", "kept", "dead", "superseded", "stopped"] as const;
export type NoticeState = (typeof noticeStates)[number];

/**
 * One row = one notice to one person: the record of who was written to, what about, when and with what result. The unique key lets a
 * second planner or a second run add nothing; because the date is part of it, an extension makes a new notice.
 * `superseded`: missed during an outage, a later step was sent instead. `stopped`: no longer due at the moment of sending. `kept`: capture mode.
 */
export const notice = app.table(
  "notice",
  {
    id: uuid().primaryKey(),
    roundYear: integer().notNull(),
    countryCode: text().notNull(),
    userId: uuid()
      .notNull()
      .references(() => appUser.id),
    step: text().$type<NoticeStep>().notNull(),
    /** The date the message names: opening, due or return date; for an act without one, the day of the act. */
    anchorDate: calendarDate().notNull(),
    /** Resend batch; the nil UUID for automatic notices, so that the unique key needs no null. */
    batchId: uuid().notNull(),
    /** How many asks the country has had in this round, this one included (1 = first); for a notice that asks nothing, how many it had before. */
    ordinal: integer().notNull().default(1),
    state: text().$type<NoticeState>().notNull(),
    scheduledFor: instant().notNull(),
    createdAt: instant().notNull(),
    settledAt: instant(),
    /** Why it was not sent, as a code of `noticeOutcomes`, or what the mail server replied. */
    result: text().notNull().default(""),
  },
  (table) => [
    unique("notice_once").on(
      table.roundYear,
      table.countryCode,
      table.userId,
      table.step,
      table.anchorDate,
      table.batchId,
    ),
    index("notice_country").on(table.countryCode, table.roundYear),
  ],
);

export const mailStates = ["queued", "sending", "sent", "kept", "dead", "stopped"] as const;
export type MailState = (typeof mailStates)[number];

/** One row = one message to one person, with its bytes fixed at creation (Date, Message-ID), and what became of it. */
export const outgoingMail = app.table(
  "outgoing_mail",
  {
    id: uuid().primaryKey(),
    /** Null for mails that are not about a round (invitation, password reset, security). */
    noticeId: uuid().references(() => notice.id),
    kind: text().$type<MailKind>().notNull(),
    userId: uuid()
      .notNull()
      .references(() => appUser.id),
    countryCode: text(),
    toAddress: text().notNull(),
    /** Where replies go: a person of the secretariat. Null = the sender's address. */
    replyTo: text(),
    language: text().$type<Language>().notNull(),
    subject: text().notNull(),
    bodyText: text().notNull(),
    bodyHtml: text().notNull(),
    /** The ticket whose link replaces `{{ticket}}` in the body; the token itself is never stored. */
    ticketId: uuid(),
    /** The act on an account that the mail asks somebody to confirm. */
    requestId: uuid().references(() => accountRequest.id),
    /** The date that goes along as a calendar file; null = none does. */
    calendar: jsonb().$type<CalendarEntry>(),
    /** The version of the secretariat's words with which it was made; null = built-in words. */
    wordingId: uuid().references(() => noticeWording.id),
    messageId: text().notNull().unique("outgoing_mail_message_id"),
    createdAt: instant().notNull(),
    state: text().$type<MailState>().notNull(),
    attempts: integer().notNull().default(0),
    nextAttemptAt: instant().notNull(),
    leaseUntil: instant(),
    /** Rises at each claim, so that a sender that lost its lease cannot record a result. */
    fence: integer().notNull().default(0),
    lastCode: integer(),
    lastAnswer: text().notNull().default(""),
    settledAt: instant(),
  },
  (table) => [
    index("outgoing_mail_due").on(table.state, table.nextAttemptAt),
    index("outgoing_mail_notice").on(table.noticeId),
    memberOf("outgoing_mail_language_known", table.language, languages),
  ],
);

/** One row = one digest to one person: the unique key lets a second planner or a second run add nothing. */
export const digest = app.table(
  "digest",
  {
    /** The id of its message. */
    id: uuid().primaryKey(),
    kind: text().$type<DigestKind>().notNull(),
    userId: uuid()
      .notNull()
      .references(() => appUser.id),
    /** Null = of every country. */
    countryCode: text(),
    roundYear: integer(),
    /** The day on which it leaves, where its reader is. */
    day: calendarDate().notNull(),
    /** Of one country: how many answers its report had then. */
    answered: integer(),
    createdAt: instant().notNull(),
  },
  (table) => [unique("digest_once").on(table.userId, table.kind, table.day)],
);
