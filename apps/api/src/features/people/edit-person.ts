import type { BodyOf, editPerson as contract, ReplyOf } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { accountStates } from "@avances/db/queries/password-queries";
import type { UserRow } from "@avances/db/queries/rows";
import { findUser, updateUser } from "@avances/db/queries/user-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { changedFields } from "#features/shared/changed-fields.ts";
import { misfit } from "./invite-person.ts";
import { viewPerson } from "./person-view.ts";

/**
 * Changes what describes a person. Throws `transition-refused` for an ended account, invalid input at `/validUntil` when the term would end before
 * it begins, at `/isShared` for a mailbox with which somebody signs in.
 */
export async function editPerson(
  deps: Pick<Deps, "db" | "clock">,
  actor: Actor,
  { personId, body }: { readonly personId: string; readonly body: BodyOf<typeof contract> },
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "users.invite");
  const now = deps.clock.now();
  const { isRight, ...described } = body;
  const { withPassword } = await deps.db.authQuery((tx) => accountStates(tx, [personId], now));
  await deps.db.asActor(actor, async (tx) => {
    const person = await findUser(tx, personId);
    if (!person) throw new DomainError("not-found");
    if (person.endedAt !== null) throw new DomainError("transition-refused");
    const patch = changedFields(person, described);
    refuseMisfits({ ...person, ...patch }, withPassword.has(personId));
    const fields = Object.keys(patch);
    if (fields.length > 0) {
      await updateUser(tx, personId, patch);
      await record("user.edited", person, fields);
    }
    if (isRight) {
      await updateUser(tx, personId, { checkedAt: now, leftAt: null });
      await record("user.still-here", person, ["checkedAt"]);
    }

    function record(action: string, { id, role, countryCode }: UserRow, changed: readonly string[]) {
      const detail = { role };
      return appendAuditEvent(tx, {
        ...{ at: now, actor, action, objectType: "user", objectId: id, countryCode, fields: changed, detail },
      });
    }
  });
  return viewPerson(deps, actor, personId);
}

function refuseMisfits(
  { validFrom, validUntil, isShared }: Pick<UserRow, "validFrom" | "validUntil" | "isShared">,
  signsIn: boolean,
): void {
  if (validFrom !== null && validUntil !== null && validUntil < validFrom)
    throw misfit("/validUntil", "ends_before_it_begins");
  if (isShared && signsIn) throw misfit("/isShared", "signs_in");
}
