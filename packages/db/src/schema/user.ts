import type { Role } from "@avances/domain/access";
import { boolean, index, integer, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { country } from "./reference.ts";
import { app, auth } from "./schemas.ts";

/** One row = one person with an account. Ended accounts stay: the record must keep saying who did what. */
export const appUser = app.table(
  "app_user",
  {
    id: uuid().primaryKey(),
    /** Normalised (NFKC, lower case, ASCII domain). */
    email: text().notNull().unique("app_user_email"),
    displayName: text().notNull(),
    institution: text().notNull().default(""),
    role: text().$type<Role>().notNull(),
    countryCode: text().references(() => country.alpha3),
    /** Contributors only: the indicators they may fill. */
    assignedIndicators: text().array(),
    language: text().$type<"en" | "es">().notNull(),
    createdAt: instant().notNull(),
    createdBy: uuid(),
    /** Who last asked for the invitation and when; a second person of the secretariat confirms within 24 hours. */
    invitedAt: instant(),
    invitedBy: uuid(),
    /** Null = a second person has not confirmed yet: no link went out. */
    confirmedAt: instant(),
    confirmedBy: uuid(),
    endedAt: instant(),
    lastSignedInAt: instant(),
  },
  (table) => [index("app_user_country").on(table.countryCode)],
);

/** One row = the password of one account (PHC string). Absent until the invitation is used. */
export const credential = auth.table("credential", {
  userId: uuid()
    .primaryKey()
    .references(() => appUser.id),
  passwordHash: text().notNull(),
  changedAt: instant().notNull(),
});

/** One row = one signed-in browser. Checked at every request; rights are read from the user, never from the token. */
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

/** One row = one refresh token ever issued. A used one that comes back after ten seconds revokes its session. */
export const refreshToken = auth.table("refresh_token", {
  tokenHash: text().primaryKey(),
  sessionId: uuid()
    .notNull()
    .references(() => session.id),
  issuedAt: instant().notNull(),
  usedAt: instant(),
});

/** One row = one single-use link (invitation, password reset). Only the hash of its token is stored. */
export const ticket = auth.table(
  "ticket",
  {
    id: uuid().primaryKey(),
    kind: text().$type<"invitation" | "password_reset">().notNull(),
    userId: uuid()
      .notNull()
      .references(() => appUser.id),
    tokenHash: text().notNull().unique("ticket_token_hash"),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    voidedAt: instant(),
  },
  (table) => [index("ticket_user").on(table.userId)],
);

/** One row = failed attempts under one key (account, address). */
export const throttle = auth.table("throttle", {
  key: text().primaryKey(),
  failures: integer().notNull(),
  windowStartedAt: instant().notNull(),
  lockedUntil: instant(),
  blocked: boolean().notNull().default(false),
});
