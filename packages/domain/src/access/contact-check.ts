/** The portal asks everybody with an account once a year whether the entry is still right. */
export const contactCheckDays = 365;
/** How long the link of that question can be used. */
export const contactCheckLinkDays = 60;

const day = 86_400_000;

/** What is known of an account when it is asked. */
export interface CheckedContact {
  /** When it was opened: by the invitation somebody said who they are. */
  readonly confirmedAt: Date | null;
  readonly checkAskedAt: Date | null;
  readonly checkedAt: Date | null;
  readonly leftAt: Date | null;
}

/**
 * Is the yearly question due? A year after whatever said last that the entry is right, and after the last time it was asked; never of somebody who
 * said to have left, because the secretariat asks who follows.
 */
export function contactCheckDue(contact: CheckedContact, now: Date): boolean {
  const { confirmedAt, checkAskedAt, checkedAt, leftAt } = contact;
  if (leftAt !== null || confirmedAt === null) return false;
  const last = Math.max(...[confirmedAt, checkAskedAt, checkedAt].map((at) => at?.getTime() ?? 0));
  return now.getTime() - last >= contactCheckDays * day;
}
