import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { findAnyMatter, holdMatter, noteSeen } from "@avances/db/queries/matter-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { participantOf } from "@avances/domain/network";
import { allow, found } from "#features/shared/allow.ts";
import type { LibraryDeps } from "./document-view.ts";

/** Notes that a version was on screen, the first time for each side. The own side need not tell itself. */
export async function tellSeen(
  deps: LibraryDeps,
  actor: Actor,
  { matterId, version }: { readonly matterId: string; readonly version: number },
): Promise<undefined> {
  allow(actor, "network.read");
  const at = deps.clock.now();
  await deps.db.asActor(actor, async (tx) => {
    // Whoever shows it to fewer people meanwhile counts this look, or comes first.
    await holdMatter(tx, matterId);
    const row = found(await findAnyMatter(tx, matterId));
    if (version > row.version) throw new DomainError("not-found");
    const participantCode = participantOf(actor);
    if (row.authorCode === participantCode) return;
    const isFirst = await noteSeen(tx, {
      ...{ id: deps.newId(), matterId, version, participantCode },
      ...{ at, by: actor.userId, byName: actor.displayName },
    });
    if (isFirst)
      await appendAuditEvent(tx, {
        ...{ at, actor, action: "matter.seen", objectType: "matter", objectId: matterId },
        ...{ countryCode: actor.country, detail: { kind: row.kind, version } },
      });
  });
  return undefined;
}
