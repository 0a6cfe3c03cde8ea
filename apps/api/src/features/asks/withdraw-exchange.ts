import type { ExchangeView } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { findExchange, withdrawExchange as withdrawRow } from "@avances/db/queries/exchange-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { viewOf } from "./note-exchange.ts";

interface WithdrawExchange {
  readonly exchangeId: string;
  readonly reason: string;
  readonly idempotency: Idempotency;
}

/**
 * Withdraws a note of the secretariat: it stays in the ledger with the reason, and counts no more. Throws `transition-refused` for one that was
 * withdrawn before, and for what a country answered by a link: that is not the secretariat's to withdraw.
 */
export async function withdrawExchange(
  deps: Pick<Deps, "db" | "clock" | "reference">,
  actor: Actor,
  { exchangeId, reason, idempotency }: WithdrawExchange,
): Promise<ExchangeView> {
  allow(actor, "exchange.note");
  const now = deps.clock.now();
  return deps.db.asActor(actor, async (tx) => {
    found(await findExchange(tx, exchangeId));
    return once(tx, deps, actor, idempotency, async () => {
      const withdrawn = await withdrawRow(tx, exchangeId, {
        withdrawnAt: now,
        withdrawnBy: actor.userId,
        withdrawnByName: actor.displayName,
        withdrawnReason: reason.trim(),
      });
      if (withdrawn === undefined) throw new DomainError("transition-refused");
      await appendAuditEvent(tx, {
        at: now,
        actor,
        action: "exchange.withdrawn",
        objectType: "exchange",
        objectId: exchangeId,
        countryCode: withdrawn.countryCode,
        detail: { round: withdrawn.roundYear, channel: withdrawn.channel },
      });
      return viewOf(tx, deps, exchangeId, now);
    });
  });
}
