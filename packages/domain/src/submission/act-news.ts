import type { EventStep } from "../round/notice-calendar.ts";
import type { ActState, SubmissionAct } from "./submission-act.ts";

/** What an act of the secretariat changed for a country that it must be told of, by the notice that tells it. */
export type News = Extract<EventStep, "returned" | "return_date" | "extended" | "exempted" | "expected_again">;

/** Read from what was before and what is after, whatever the act is called: another date is another date. */
export function newsOf(act: {
  readonly act: SubmissionAct;
  readonly before: ActState;
  readonly after: ActState;
}): readonly News[] {
  const { before, after } = act;
  // A country that begins although it is exempt does so of its own accord.
  if (act.act === "started") return [];
  const isStillAwaited = after.status === "not_started" || after.status === "draft";
  if (after.status !== before.status) {
    if (after.status === "returned") return ["returned"];
    if (after.status === "exempt") return ["exempted"];
    return before.status === "exempt" && isStillAwaited ? ["expected_again"] : [];
  }
  if (after.status === "returned" && after.returnDueOn !== before.returnDueOn) return ["return_date"];
  return isStillAwaited && after.dueOn !== before.dueOn ? ["extended"] : [];
}
