import type { ReplyOf, retryMail as retryContract } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { findMail, requeueMail } from "@avances/db/queries/mail-queries";
import { clearAddress } from "@avances/db/queries/mail-reply-queries";
import { settleNotice, wakeScheduler } from "@avances/db/queries/notice-queries";
import { findUser } from "@avances/db/queries/user-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { goesElsewhere } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { mailSummary } from "./outgoing-mail.ts";

/**
 * Queues a dead letter again, to the address the person has now, which is thereby said to be right (a link that confirms another address only
 * ever goes to that one). Refuses with `transition-refused` when it is not dead.
 */
export async function retryMail(
  deps: Pick<Deps, "db" | "clock" | "config">,
  actor: Actor,
  mailId: string,
  idempotency: Idempotency,
): Promise<ReplyOf<typeof retryContract>> {
  allow(actor, "notices.send");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      const { mail, recipient } = found(await findMail(tx, mailId));
      const person = await findUser(tx, mail.userId);
      // The person of a section link is not known here: whoever asked for the section sends a fresh link.
      const address = goesElsewhere(mail.kind) ? mail.toAddress : person?.email;
      const requeued =
        person?.endedAt === null && address !== undefined && (await requeueMail(tx, mailId, address, now));
      if (!requeued) throw new DomainError("transition-refused", { status: mail.state });
      // Whoever tries again says that the address is right.
      await clearAddress(tx, requeued.toAddress, { at: now, userId: actor.userId, name: actor.displayName });
      if (mail.noticeId !== null) await settleNotice(tx, mail.noticeId, "queued", "", null);
      await appendAuditEvent(tx, {
        at: now,
        actor,
        action: "mail.retried",
        objectType: "outgoing_mail",
        objectId: mailId,
        countryCode: mail.countryCode,
        detail: { kind: mail.kind },
      });
      await wakeScheduler(tx);
      return mailSummary({ mail: requeued, recipient }, deps.config);
    }),
  );
}
