import { planContactChecks } from "./contact-checks.ts";
import { planRound } from "./plan.ts";
import { planSections, type SectionDeps } from "./section-reminders.ts";

/** All that is due by itself: notices to countries, reminders to the people of sections, and the yearly question. Queues it, and returns how many messages. */
export async function planAll(deps: SectionDeps): Promise<{ readonly queued: number }> {
  const rounds = (await planRound(deps)).queued + (await planSections(deps)).queued;
  // After what is asked of a country, so that nobody gets both on one day.
  return { queued: rounds + (await planContactChecks(deps)).queued };
}
