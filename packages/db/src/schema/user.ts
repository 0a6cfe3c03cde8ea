import { type AccountAct, type ProposedChange, type Role, roles } from "@avances/domain/access";
import { type Language, languages } from "@avances/domain/catalogue";
import { and, isNull, type SQL } from "drizzle-orm";
import { boolean, index, integer, jsonb, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { calendarDate, instant, memberOf } from "./columns.ts";
import { participant } from "./participant.ts";
import { country } from "./reference.ts";
import { app, auth } from "./schemas.ts";
import { section } from "./section.ts";

/** One row = one person with an account, or of a section link. Ended accounts stay: the record must keep saying who did what. */
export const appUser = app.table(
  "app_user",
  {
    id: uuid().primaryKey(),
    /** Normalised (NFKC, lower case, ASCII domain). At most one active account has it; ended accounts keep their address in the record. */
    email: text().notNull(),
    displayName: text().notNull(),
    institution: text().notNull().default(""),
    role: text().$type<Role>().notNull(),
    countryCode: text().references(() => country.alpha3),
    /** Of observers, civil society and the Coalition: the organisation, or the observing country, for which the account reads; null = not recorded. */
    organisationCode: text().references(() => participant.code),
    /** Contributors only: the indicators they may fill. */
    assignedIndicators: text().array(),
    language: text().$type<Language>().notNull(),
    createdAt: instant().notNull(),
    createdBy: uuid(),
    /** When the invitation was last requested. */
    invitedAt: instant(),
    invitedBy: uuid(),
    /** Null = the account is not open yet: a second person must confirm it, and no link was sent. */
    confirmedAt: instant(),
    /** Also null if no second person was needed. */
    confirmedBy: uuid(),
    endedAt: instant(),
    lastSignedInAt: instant(),
    /** How mails greet the person, without the colon ("Estimada Lcda. Mora"); null = by the name. */
    salutation: text(),
    /** Does the person want the digest? Decided by the person. Messages about duties come in any case. */
    wantsDigest: boolean().notNull().default(true),
    /**
     * Not an account but the person of a section link: no password, and sessions that are limited to this section. Its address may also be
     * that of an account, or of other sections.
     */
    sectionId: uuid().references(() => section.id),
    /** E.164, or null. Read by the secretariat and by the own country. */
    phone: text(),
    /** Not one person but a mailbox that several people of an office read: it is written to, and nobody signs in with it. */
    isShared: boolean().notNull().default(false),
    /** First and last day of the term; null = open. Outside it nothing of the calendar is written to the person, who may still sign in. */
    validFrom: calendarDate(),
    validUntil: calendarDate(),
    /** When the person was last asked whether the entry is still right, and when it was last said to be. */
    checkAskedAt: instant(),
    checkedAt: instant(),
    /** When it was said, by that link, that the person is no longer in charge; null = not, or the secretariat has seen to it. */
    leftAt: instant(),
  },
  (table) => [
    index("app_user_country").on(table.countryCode),
    uniqueIndex("app_user_email")
      .on(table.email)
      .where(and(isNull(table.endedAt), isNull(table.sectionId)) as SQL),
    uniqueIndex("app_user_section").on(table.sectionId),
    memberOf("app_user_role_known", table.role, roles),
    memberOf("app_user_language_known", table.language, languages),
  ],
);

/**
 * One row = one act on an account that a person of the secretariat requested, and what a second person decided. At most one per
 * account is waiting; `superseded` = it lapsed and was requested again.
 */
export const accountRequest = app.table(
  "account_request",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => appUser.id),
    act: text().$type<AccountAct>().notNull(),
    requestedAt: instant().notNull(),
    requestedBy: uuid().notNull(),
    requestedByName: text().notNull(),
    /** Null = it is waiting. */
    decidedAt: instant(),
    decidedBy: uuid(),
    outcome: text().$type<"confirmed" | "withdrawn" | "superseded">(),
    /** What it would make of the account; null for acts that only do what their name says. */
    proposed: jsonb().$type<ProposedChange>(),
  },
  (table) => [uniqueIndex("account_request_waiting").on(table.userId).where(isNull(table.decidedAt))],
);

/**
 * One row = somebody of the secretariat who could sign in at some time. The database writes it with that person's first password and never
 * changes it, so that it stays known that the secretariat had a second person, even if that person leaves.
 */
export const secretariatMember = auth.table("secretariat_member", {
  userId: uuid()
    .primaryKey()
    .references(() => appUser.id),
  since: instant().notNull(),
});

/** One row = the password of one account (PHC string). Absent until the invitation is used. */
export const credential = auth.table("credential", {
  userId: uuid()
    .primaryKey()
    .references(() => appUser.id),
  passwordHash: text().notNull(),
  changedAt: instant().notNull(),
});

/** One row = one signed-in browser. Checked at every request; rights come from the user's row, never from the token. */
export const session = auth.table(
  "session",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => appUser.id),
    createdAt: instant().notNull(),
    lastUsedAt: instant().notNull(),
    absoluteExpiresAt: instant().notNull(),
    revokedAt: instant(),
    revokedReason: text(),
  },
  (table) => [index("session_user").on(table.userId)],
);

/** One row = one refresh token ever issued. If a used one comes back after more than ten seconds, its session is revoked. */
export const refreshToken = auth.table("refresh_token", {
  tokenHash: text().primaryKey(),
  sessionId: uuid()
    .notNull()
    .references(() => session.id),
  issuedAt: instant().notNull(),
  usedAt: instant(),
});

/** One row = one single-use link (for a first or new password, a section, another address, the yearly question). Only the hash of its token is stored. */
export const ticket = auth.table(
  "ticket",
  {
    id: uuid().primaryKey(),
    kind: text()
      .$type<"invitation" | "password_reset" | "section_link" | "address_change" | "contact_check">()
      .notNull(),
    userId: uuid()
      .notNull()
      .references(() => appUser.id),
    tokenHash: text().notNull().unique("ticket_token_hash"),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    voidedAt: instant(),
    /** Of a link that confirms another address: that address, to which it was sent. */
    newEmail: text(),
  },
  (table) => [index("ticket_user").on(table.userId)],
);

/** One row = the calendar of due dates that a person's calendar program fetches without a session. Only the hash of the token in its address is stored. */
export const calendarFeed = auth.table("calendar_feed", {
  userId: uuid()
    .primaryKey()
    .references(() => appUser.id),
  /** Null = the person ended it. */
  tokenHash: text().unique("calendar_feed_token_hash"),
  createdAt: instant().notNull(),
});

/** One row = failed attempts under one key (account, address). Rows older than every window are deleted, except those of blocked accounts. */
export const throttle = auth.table(
  "throttle",
  {
    key: text().primaryKey(),
    failures: integer().notNull(),
    windowStartedAt: instant().notNull(),
    lockedUntil: instant(),
    blocked: boolean().notNull().default(false),
  },
  (table) => [index("throttle_window").on(table.windowStartedAt)],
);
