import type { Database } from "@avances/db";
import { requeueToNewAddresses } from "@avances/db/queries/mail-queries";
import { settleNotice } from "@avances/db/queries/notice-queries";
import { askSteps, mailKindsOfWork } from "@avances/domain/round";

/** What is older is no longer due, whatever the address. */
const longestDays = 60;

/**
 * What is about work and did not reach an old address goes to the new one, of whichever kind it is. The sender asks again whether each is still due, and keeps the hours and days off of the country
 * even where the message itself would leave at once (`delivery/recheck.ts`): nobody waits at a desk for it. Of several requests for the same only the last goes. So somebody whose address was corrected gets what counts now and nothing of the rest. Returns how many were queued.
 */
export async function followMovedAddresses({
  db,
  clock,
}: {
  readonly db: Pick<Database, "asWorker">;
  readonly clock: { now(): Date };
}): Promise<{ readonly queued: number }> {
  const now = clock.now();
  const since = new Date(now.getTime() - longestDays * 86_400_000);
  const queued = await db.asWorker(async (tx) => {
    const kinds = mailKindsOfWork;
    const moved = await requeueToNewAddresses(tx, { since, now, kinds, asking: askSteps });
    for (const noticeId of moved.notices) await settleNotice(tx, noticeId, "queued", "", null);
    return moved.queued;
  });
  return { queued };
}
