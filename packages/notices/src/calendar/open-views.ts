import { listUnopenedViews, openView } from "@avances/db/queries/guideline-queries";
import { listCountries } from "@avances/db/queries/reference-queries";
import { areReplyDaysOver } from "@avances/domain/network";
import { reasonOf } from "../reason-of.ts";
import type { SectionDeps } from "./section-reminders.ts";

/**
 * Lets others read the views of how a country applies the Regional Guidelines that this country alone has read, once its days to reply are over by
 * its own clocks. Whatever day of the week it is: nothing is sent. Each is opened by itself: one that somebody holds at this moment is opened the
 * next time, and holds up neither the others nor what is asked of countries.
 */
export async function openViews({ db, clock, log }: Pick<SectionDeps, "db" | "clock" | "log">): Promise<void> {
  const now = clock.now();
  const due = await db.asWorker(async (tx) => {
    const views = await listUnopenedViews(tx);
    if (views.length === 0) return [];
    const countries = await listCountries(tx);
    return views.filter(({ country, replyUntil }) => {
      const place = countries.find(({ alpha3 }) => alpha3 === country);
      return place !== undefined && areReplyDaysOver(replyUntil, now, place.timeZone);
    });
  });
  for (const { id } of due) {
    try {
      await db.asWorker((tx) => openView(tx, id, now));
    } catch (error) {
      log.error({ of: id, reason: reasonOf(error) }, "a view could not be opened");
    }
  }
}
