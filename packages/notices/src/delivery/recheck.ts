import type { Tx } from "@avances/db";
import { findNotice, findNoticeInRound } from "@avances/db/queries/notice-queries";
import { findAccountRequest } from "@avances/db/queries/people-queries";
import { linkWorks } from "@avances/db/queries/ticket-queries";
import { findUser } from "@avances/db/queries/user-queries";
import { lapsesAt } from "@avances/domain/access";
import { endsRound, type MailKind, type Outcome, stillDue } from "@avances/domain/round";
import { isExempt, statusAsExpected } from "@avances/domain/submission";
import { isMailAddress } from "@avances/domain/text";

/** What became clear about a message at the moment of sending. */
export type Verdict =
  | { readonly send: true }
  | { readonly send: false; readonly state: "stopped" | "dead"; readonly outcome: Outcome };

/**
 * Asked again right before sending, in the transaction that claims the message: the country may have submitted, the date may have
 * moved or come, the person may have left or changed address, the link may have been used or replaced, and what waits for a second
 * person may have been decided since it was written.
 */
export async function recheck(
  tx: Tx,
  mail: {
    readonly noticeId: string | null;
    readonly ticketId: string | null;
    readonly requestId: string | null;
    readonly kind: MailKind;
    readonly userId: string;
    readonly toAddress: string;
    readonly createdAt: Date;
  },
  now: Date,
): Promise<Verdict> {
  const person = await findUser(tx, mail.userId);
  // An ended account is told that it has ended, and nothing else.
  if (person === undefined || (person.endedAt !== null && mail.kind !== "account_ended"))
    return stopped({ code: "account-ended", status: null });
  if (person.email !== mail.toAddress) return stopped({ code: "address-changed", status: null });
  if (!isMailAddress(mail.toAddress)) {
    return { send: false, state: "dead", outcome: { code: "address-invalid", status: null } };
  }
  if (mail.ticketId !== null && !(await linkWorks(tx, mail.ticketId, now)))
    return stopped({ code: "link-used-up", status: null });
  if (mail.requestId !== null && !(await requestWaits(tx, mail.requestId, now)))
    return stopped({ code: "request-decided", status: null });
  if (mail.noticeId === null) return { send: true };
  const asked = await findNoticeInRound(tx, mail.noticeId);
  if (asked === undefined) return await recheckWithoutRound(tx, mail.noticeId);
  const state = { ...asked, exempt: isExempt(asked) };
  const verdict = stillDue({ ...asked, writtenAt: mail.createdAt }, state, now);
  if (verdict.due) return { send: true };
  return stopped(
    verdict.why === "status"
      ? { code: "status-changed", status: statusAsExpected(state) }
      : { code: "date-changed", status: null },
  );
}

/** The round was cancelled since: nothing of it leaves but the word that it was. */
async function recheckWithoutRound(tx: Tx, noticeId: string): Promise<Verdict> {
  const asked = await findNotice(tx, noticeId);
  if (asked !== undefined && endsRound(asked.step)) return { send: true };
  return stopped({ code: "round-cancelled", status: null });
}

/** Is there still something to confirm? */
async function requestWaits(tx: Tx, id: string, now: Date): Promise<boolean> {
  const asked = await findAccountRequest(tx, id);
  return asked !== undefined && asked.decidedAt === null && now < lapsesAt(asked);
}

function stopped(outcome: Outcome): Verdict {
  return { send: false, state: "stopped", outcome };
}
