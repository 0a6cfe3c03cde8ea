import type { EventStep } from "../round/notice-calendar.ts";
import { statusAsExpected } from "./owes-report.ts";
import type { ActState, SubmissionAct } from "./submission-act.ts";

/** What an act of the secretariat changed for a country that it must be told of, by the notice that tells it. */
export type News = Extract<EventStep, "returned" | "return_date" | "extended" | "exempted" | "expected_again">;

/** Read from what was before and what is after, whatever the act is called: another date is another date. */
export function newsOf(act: {
  readonly act: SubmissionAct;
  readonly before: ActState;
  readonly after: ActState;
}): readonly News[] {
  const before = asExpected(act.before);
  const after = asExpected(act.after);
  // A country that begins although it is exempt does so of its own accord.
  if (act.act === "started") return [];
  const isStillAwaited = after.status === "not_started" || after.status === "draft";
  if (after.status !== before.status) {
    if (after.status === "returned") return ["returned"];
    // A country that takes back what it sent of its own accord is as exempt as it was.
    if (after.status === "exempt") return isExcused(act.before) ? [] : ["exempted"];
    return before.status === "exempt" && isStillAwaited ? ["expected_again"] : [];
  }
  if (after.status === "returned" && after.returnDueOn !== before.returnDueOn) return ["return_date"];
  return isStillAwaited && after.dueOn !== before.dueOn ? ["extended"] : [];
}

/** An exempt country is told of no date; and it is told that it is expected again, however far its own draft is. */
const asExpected = (state: ActState): ActState => ({
  ...state,
  status: statusAsExpected({ ...state, exempt: isExcused(state) }),
});
const isExcused = ({ exempt, status }: ActState) => exempt ?? status === "exempt";
