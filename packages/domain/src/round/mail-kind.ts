import { everyStep, type NoticeStep } from "./notice-calendar.ts";

/** Mails about an account: its first link, a new password, the link to a section of a report, security news about this account or others of the office, and its end. */
export const accountMailKinds = ["invitation", "password_reset", "section_link", "security", "account_ended"] as const;
export type AccountMailKind = (typeof accountMailKinds)[number];

/** Everything that the portal sends. */
export type MailKind = NoticeStep | AccountMailKind;
export const mailKinds: readonly MailKind[] = [...everyStep, ...accountMailKinds];
