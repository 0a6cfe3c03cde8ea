import type { Tx } from "@avances/db";
import { appUser, notice, round, submission } from "@avances/db/schema";
import { stillDue } from "@avances/domain/round";
import { isMailAddress } from "@avances/domain/text";
import { and, eq } from "drizzle-orm";

/** What became clear about a message at the moment of sending. */
export type Verdict =
  | { readonly send: true }
  | { readonly send: false; readonly state: "stopped" | "dead"; readonly reason: string };

/**
 * Asked again right before sending, in the transaction that claims the message: the country may have submitted, the date may have
 * moved, the person may have left or changed address since it was written.
 */
export async function recheck(
  tx: Tx,
  mail: {
    readonly noticeId: string | null;
    readonly kind: string;
    readonly userId: string;
    readonly toAddress: string;
  },
): Promise<Verdict> {
  const [person] = await tx
    .select({ email: appUser.email, endedAt: appUser.endedAt })
    .from(appUser)
    .where(eq(appUser.id, mail.userId));
  // An ended account is told that it has ended, and nothing else.
  if (person === undefined || (person.endedAt !== null && mail.kind !== "account_ended"))
    return stopped("The account has ended");
  if (person.email !== mail.toAddress) return stopped("The address has changed");
  if (!isMailAddress(mail.toAddress)) return { send: false, state: "dead", reason: "This is not a valid mail address" };
  if (mail.noticeId === null) return { send: true };
  const [asked] = await tx
    .select({
      step: notice.step,
      anchorDate: notice.anchorDate,
      obligated: submission.obligated,
      status: submission.status,
      firstSubmittedAt: submission.firstSubmittedAt,
      opensOn: round.opensOn,
      dueOn: submission.dueOn,
      returnDueOn: submission.returnDueOn,
    })
    .from(notice)
    .innerJoin(round, eq(round.year, notice.roundYear))
    .innerJoin(
      submission,
      and(eq(submission.roundYear, notice.roundYear), eq(submission.countryCode, notice.countryCode)),
    )
    .where(eq(notice.id, mail.noticeId));
  if (asked === undefined || !stillDue(asked.step, asked, asked.anchorDate)) {
    return stopped(`No longer due${asked === undefined ? "" : `: ${asked.status.replace("_", " ")}`}`);
  }
  return { send: true };
}

function stopped(reason: string): Verdict {
  return { send: false, state: "stopped", reason };
}
