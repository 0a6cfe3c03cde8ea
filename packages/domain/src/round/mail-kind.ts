import { everyStep, type NoticeStep } from "./notice-calendar.ts";

/** Mails about an account: a first link, one for a new password, what happened to it or to others of the office, and its end. */
export const accountMailKinds = ["invitation", "password_reset", "security", "account_ended"] as const;
export type AccountMailKind = (typeof accountMailKinds)[number];

/** Everything that the portal sends. */
export type MailKind = NoticeStep | AccountMailKind;
export const mailKinds: readonly MailKind[] = [...everyStep, ...accountMailKinds];
