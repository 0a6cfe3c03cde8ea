import type { getPersonHistory as contract, ReplyOf } from "@avances/contracts";
import { listEventsOfPerson } from "@avances/db/queries/people-queries";
import { findUser } from "@avances/db/queries/user-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";

/** More than a career: what is older can be read in the audit record itself. */
const longest = 200;

/** What was done to an account, newest first, as the audit record knows it: who, when, which fields; never values. Throws `not-found`. */
export async function personHistory(
  deps: Pick<Deps, "db">,
  actor: Actor,
  personId: string,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "audit.read");
  return await deps.db.asActor(actor, async (tx) => {
    if (!(await findUser(tx, personId))) throw new DomainError("not-found");
    const events = await listEventsOfPerson(tx, personId, longest);
    return {
      events: events.map(({ at, action, actorId, byName, fields, detail }) => ({
        at: at.toISOString(),
        ...{ action, byName, fields },
        isOwn: actorId === personId,
        act: typeof detail.act === "string" ? detail.act : null,
      })),
    };
  });
}
