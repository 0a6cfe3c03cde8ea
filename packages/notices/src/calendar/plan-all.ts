import { planRound } from "./plan.ts";
import { planSections, type SectionDeps } from "./section-reminders.ts";

/** All that is due by itself: notices to countries, and reminders to the people of sections. Queues it, and returns how many messages. */
export async function planAll(deps: SectionDeps): Promise<{ readonly queued: number }> {
  return { queued: (await planRound(deps)).queued + (await planSections(deps)).queued };
}
