import { deleteOldAnswerLinks } from "@avances/db/queries/exchange-queries";
import { answerLinkKeptDays } from "@avances/domain/round";
import { planContactChecks } from "./contact-checks.ts";
import { type DigestDeps, planDigests } from "./digests.ts";
import { planNews } from "./matter-news.ts";
import { planMatters } from "./matter-requests.ts";
import { followMovedAddresses } from "./moved-addresses.ts";
import { openViews } from "./open-views.ts";
import { planRound } from "./plan.ts";
import { planProgress } from "./progress-requests.ts";
import { planScheduled } from "./scheduled.ts";
import { planSections, type SectionDeps } from "./section-reminders.ts";

/**
 * All that is due by itself: views of countries are opened to others; notices to countries, reminders that were set for their moment, reminders to the people of sections, requests about commitments and for progress before a meeting, news of the Network, the yearly question about an entry, and digests. Queues
 * it, and returns how many messages.
 */
export async function planAll(deps: SectionDeps & DigestDeps): Promise<{ readonly queued: number }> {
  await openViews(deps);
  const notices = await planRound(deps);
  const scheduled = await planScheduled(deps);
  const sections = await planSections(deps);
  const matters = await planMatters(deps);
  const progress = await planProgress(deps);
  const news = await planNews(deps);
  // After what is asked of a country, so that nobody gets both on one day.
  const checks = await planContactChecks(deps);
  // Last: whoever gets a notice today gets the digest another day.
  const digests = await planDigests(deps);
  const moved = await followMovedAddresses(deps);
  await forgetOldLinks(deps);
  return {
    queued:
      moved.queued +
      notices.queued +
      scheduled.queued +
      sections.queued +
      matters.queued +
      progress.queued +
      news.queued +
      checks.queued +
      digests.queued,
  };
}

/** In one run. */
const linksAtOnce = 500;

/** Links to answer requests by that are over, with days to spare for clocks that differ. */
async function forgetOldLinks({ db, clock }: Pick<DigestDeps, "db" | "clock">): Promise<void> {
  const before = new Date(clock.now().getTime() - answerLinkKeptDays * 86_400_000);
  await db.asWorker((tx) => deleteOldAnswerLinks(tx, before, linksAtOnce));
}
