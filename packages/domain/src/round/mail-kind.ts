import { type MatterStep, matterSteps } from "../network/matter-calendar.ts";
import { type MatterNewsStep, matterNewsSteps } from "../network/matter-news.ts";
import { type ProgressStep, progressSteps } from "../network/progress-calendar.ts";
import { everyStep, type NoticeStep } from "./notice-calendar.ts";
import { type SectionStep, sectionSteps } from "./section-calendar.ts";

/**
 * Mails about an account: its first link, a new password, the link to a section of a report, security news about this account or others of the office, its end, the
 * link that confirms another address (to that address), the news of it (to the one before), and the yearly question whether the entry is still right.
 */
export const accountMailKinds = [
  "invitation",
  "password_reset",
  "section_link",
  "security",
  "account_ended",
  "address_change",
  "address_changed",
  "contact_check",
] as const;
export type AccountMailKind = (typeof accountMailKinds)[number];

/** What changed since the last one: for the secretariat each working day, for those who report each week. Nobody is asked for anything by it. */
export const digestKinds = ["digest_secretariat", "digest_country"] as const;
export type DigestKind = (typeof digestKinds)[number];

/** A person of the secretariat sends it to the own address, to see whether mail leaves. */
export const testMailKind = "test_mail";

/** Everything that the portal sends. */
export type MailKind =
  | NoticeStep
  | SectionStep
  | MatterStep
  | ProgressStep
  | MatterNewsStep
  | AccountMailKind
  | DigestKind
  | typeof testMailKind;
export const mailKinds: readonly MailKind[] = [
  ...everyStep,
  ...sectionSteps,
  ...matterSteps,
  ...progressSteps,
  ...matterNewsSteps,
  ...accountMailKinds,
  ...digestKinds,
  testMailKind,
];

/** Is this a digest? */
export function isDigest(kind: MailKind): kind is DigestKind {
  return (digestKinds as readonly MailKind[]).includes(kind);
}

/**
 * Is this about work: a report or a part of it, a commitment, progress before a meeting, what was put before the Network? It waits while its address is refused,
 * and goes to the corrected one (`requeueToNewAddresses`). What is about an account never waits, and is not sent anew: its link is for whoever had it, or the
 * person gets a fresh one. A digest is of its day.
 */
export function isOfWork(kind: MailKind): boolean {
  return !(accountMailKinds as readonly MailKind[]).includes(kind) && !isDigest(kind) && kind !== testMailKind;
}
export const mailKindsOfWork: readonly MailKind[] = mailKinds.filter(isOfWork);

/** Does a mail of this kind go to another address than that of the account: the one that shall be its address, or was? */
export function goesElsewhere(kind: MailKind): boolean {
  return kind === "address_change" || kind === "address_changed";
}

/** Is this a reminder of a section? */
export function isSectionReminder(kind: MailKind): kind is SectionStep {
  return (sectionSteps as readonly MailKind[]).includes(kind);
}

/** Is this a request about a matter of the Network? */
export function isMatterRequest(kind: MailKind): kind is MatterStep {
  return (matterSteps as readonly MailKind[]).includes(kind);
}

/** Is this a request for what a country tells of its progress before a meeting? */
export function isProgressRequest(kind: MailKind): kind is ProgressStep {
  return (progressSteps as readonly MailKind[]).includes(kind);
}

/** Are these news of something that was put before the Network? */
export function isMatterNews(kind: MailKind): kind is MatterNewsStep {
  return (matterNewsSteps as readonly MailKind[]).includes(kind);
}

/** Mails to the person of a section; each carries a link to it. */
export const sectionMailKinds = ["section_link", ...sectionSteps] as const satisfies readonly MailKind[];

/** Does a mail of this kind go to the person of a section? */
export function isOfSection(kind: MailKind): boolean {
  return (sectionMailKinds as readonly MailKind[]).includes(kind);
}
