import { listUnopenedViews, openView } from "@avances/db/queries/guideline-queries";
import { listCountries } from "@avances/db/queries/reference-queries";
import { areReplyDaysOver } from "@avances/domain/network";
import type { SectionDeps } from "./section-reminders.ts";

/**
 * Lets others read the views of how a country applies the Regional Guidelines that this country alone has read, once its days to reply are over by
 * its own clocks. Whatever day of the week it is: nothing is sent.
 */
export async function openViews({ db, clock }: Pick<SectionDeps, "db" | "clock">): Promise<void> {
  const now = clock.now();
  await db.asWorker(async (tx) => {
    const views = await listUnopenedViews(tx);
    if (views.length === 0) return;
    const countries = await listCountries(tx);
    for (const { id, country, replyUntil } of views) {
      const place = countries.find(({ alpha3 }) => alpha3 === country);
      if (place !== undefined && areReplyDaysOver(replyUntil, now, place.timeZone)) await openView(tx, id, now);
    }
  });
}
