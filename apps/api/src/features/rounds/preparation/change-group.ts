import type { BodyOf, changeGroup as contract, ReplyOf } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { insertGroupChange, listGroupChanges } from "@avances/db/queries/preparation-queries";
import type { Actor } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { InvalidInput } from "#http/problem-details.ts";
import { groupChangeOf } from "./opening-facts.ts";

/**
 * Records since when a country belongs to a group, or no longer does. It counts for rounds that open from that day on; a round that was opened keeps
 * its countries.
 */
export async function changeGroup(
  deps: Pick<Deps, "db" | "clock" | "reference">,
  actor: Actor,
  group: string,
  { country, joins, from, reason }: BodyOf<typeof contract>,
  idempotency: Idempotency,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "rounds.manage");
  found(deps.reference.groups.find(({ code }) => code === group));
  if (!deps.reference.countries.some(({ alpha3 }) => alpha3 === country))
    throw new InvalidInput([{ pointer: "/country", message: "unknown_country" }]);
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      await insertGroupChange(tx, {
        ...{ groupCode: group, countryCode: country, joins, fromDay: from, reason },
        ...{ at: now, actorId: actor.userId, actorName: actor.displayName },
      });
      await appendAuditEvent(tx, {
        ...{ at: now, actor, action: "group.changed", objectType: "group", objectId: group, countryCode: null },
        detail: { country, joins, from },
      });
      const changes = await listGroupChanges(tx);
      return {
        groupChanges: changes.map((row) => ({
          ...groupChangeOf(row),
          ...{ reason: row.reason, at: row.at.toISOString(), byName: row.actorName },
        })),
      };
    }),
  );
}
