import type { sendTestMail as contract, ReplyOf } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { findMail, insertMails } from "@avances/db/queries/mail-queries";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import { countFailure } from "@avances/db/queries/throttle-queries";
import { findUser } from "@avances/db/queries/user-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { testMailKind } from "@avances/domain/round";
import { newMail, testMail } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { mailSummary } from "./outgoing-mail.ts";

const windowMs = 600_000;
const testsInWindow = 5;

/**
 * Queues a message to the person's own address, on the way of every other message, so that what becomes of it says whether that way works. Refuses with
 * `too-many-attempts` beyond five in ten minutes.
 */
export async function sendTestMail(
  deps: Pick<Deps, "db" | "clock" | "config" | "newId">,
  actor: Actor,
  idempotency: Idempotency,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "notices.send");
  const now = deps.clock.now();
  const { mailFrom, demonstration, desk } = deps.config;
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      // On another connection, so that it stays counted; a repeated request counts once.
      await takeOne(deps, actor, now);
      const user = found(await findUser(tx, actor.userId));
      const id = deps.newId();
      const text = testMail[user.language]({
        ...{ name: user.displayName, salutation: user.salutation, contact: null, now, place: null },
      });
      await insertMails(tx, [
        newMail({
          id,
          kind: testMailKind,
          user,
          ...text,
          now,
          mailFrom,
          demonstration,
          replyTo: desk?.replyTo ?? null,
        }),
      ]);
      await appendAuditEvent(tx, {
        ...{ at: now, actor, action: "mail.tested", objectType: "outgoing_mail", objectId: id, countryCode: null },
      });
      await wakeScheduler(tx);
      return mailSummary(found(await findMail(tx, id)), deps.config);
    }),
  );
}

async function takeOne({ db }: Pick<Deps, "db">, { userId }: Actor, now: Date): Promise<void> {
  const { failures, windowStartedAt } = await db.asAuth((tx) => countFailure(tx, `test-mail:${userId}`, now, windowMs));
  if (failures <= testsInWindow) return;
  const left = windowStartedAt.getTime() + windowMs - now.getTime();
  throw new DomainError("too-many-attempts", { retryAfterSeconds: Math.max(1, Math.ceil(left / 1000)) });
}
