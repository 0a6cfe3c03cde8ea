import type { listNotices as listNoticesContract, ReplyOf } from "@avances/contracts";
import { noBatch, listNotices as selectNotices } from "@avances/db/queries/notice-queries";
import { findRound } from "@avances/db/queries/round-queries";
import type { Actor } from "@avances/domain/access";
import { eventSteps } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { allow, found } from "#reporting/allow.ts";

/** The ledger of a round. A country reads its own lines, and of those the ones that went to its own people. */
export async function listNotices(
  deps: Pick<Deps, "db">,
  actor: Actor,
  year: number,
  country: string | undefined,
): Promise<ReplyOf<typeof listNoticesContract>> {
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
          batchId: isOrdered(notice) ? notice.batchId : null,
          state: notice.state,
          scheduledFor: notice.scheduledFor.toISOString(),
          settledAt: notice.settledAt?.toISOString() ?? null,
          result: notice.result,
        },
      ];
    }),
  };
}

/** Only a resend was ordered by a person; receipts carry the version they are about in the same column. */
function isOrdered({ step, batchId }: { readonly step: string; readonly batchId: string }): boolean {
  return batchId !== noBatch && (!(eventSteps as readonly string[]).includes(step) || step === "resend");
}
