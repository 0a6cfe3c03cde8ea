import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { lockLetter, withdrawLetter as withdrawRow } from "@avances/db/queries/letter-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { type LetterReply, letterView, readLetter } from "./letter-view.ts";

/**
 * Withdraws a letter that was not dispatched; it keeps its number. Refuses with `letter-refused` one that was dispatched (its note is withdrawn
 * first) or withdrawn before.
 */
export async function withdrawLetter(
  deps: Pick<Deps, "db" | "clock" | "reference">,
  actor: Actor,
  code: string,
  reason: string,
  idempotency: Idempotency,
): Promise<LetterReply> {
  allow(actor, "notices.send");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      const { letter } = await readLetter(tx, code);
      await lockLetter(tx, code);
      const { dispatch } = await readLetter(tx, code);
      if (dispatch !== null) throw new DomainError("letter-refused");
      const by = { at: now, userId: actor.userId, name: actor.displayName, reason: reason.trim() };
      if ((await withdrawRow(tx, code, by)) === undefined) throw new DomainError("letter-refused");
      await appendAuditEvent(tx, {
        ...{ at: now, actor, action: "letter.withdrawn", objectType: "letter", objectId: code },
        ...{ countryCode: letter.countryCode, detail: { round: letter.roundYear } },
      });
      return letterView(deps, await readLetter(tx, code));
    }),
  );
}
