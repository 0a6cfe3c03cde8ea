import type { listNotices as listNoticesContract, ReplyOf } from "@avances/contracts";
import { listNotices as selectNotices } from "@avances/db/queries/notice-queries";
import { findRound } from "@avances/db/queries/round-queries";
import type { Actor } from "@avances/domain/access";
import { isEventOf, readResult } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";

/** The ledger of a round. A country reads only the lines about itself that went to its own people. */
export async function listNotices(
  deps: Pick<Deps, "db">,
  actor: Actor,
  year: number,
  country: string | undefined,
): Promise<ReplyOf<typeof listNoticesContract>> {
  allow(actor, "notices.read");
  const wanted = country ?? actor.country ?? undefined;
  if (wanted !== undefined) allow(actor, "notices.read", { country: wanted });
  const [round, rows] = await deps.db.asActor(actor, (tx) =>
    Promise.all([findRound(tx, year), selectNotices(tx, year, wanted)]),
  );
  found(round);
  return {
    notices: rows.flatMap(({ notice, recipient }) => {
      if (recipient === null) return [];
      return [
        {
          id: notice.id,
          country: notice.countryCode,
          recipient: recipient.displayName,
          role: recipient.role,
          step: notice.step,
          anchorDate: notice.anchorDate,
          ordinal: notice.ordinal,
          batchId: isEventOf(notice.step, "hand") ? notice.batchId : null,
          state: notice.state,
          scheduledFor: notice.scheduledFor.toISOString(),
          settledAt: notice.settledAt?.toISOString() ?? null,
          result: readResult(notice.result),
        },
      ];
    }),
  };
}
