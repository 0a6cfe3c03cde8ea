import { type EventOf, type SpokenDate, speaksOf } from "../round/notice-calendar.ts";
import { statusAsExpected } from "./owes-report.ts";
import type { ActState, SubmissionAct } from "./submission-act.ts";

/**
 * What an act of the secretariat changed for a country that it must be told of, by the notice that tells it. A return is told with the
 * version that it returns; its date is news all the same.
 */
export type News = EventOf<"act"> | "returned";

interface Act {
  readonly act: SubmissionAct;
  readonly before: ActState;
  readonly after: ActState;
}

/** Compares the state before and after, whatever the act is called. At most one of these is the case. */
const isNews: Readonly<Record<News, (before: ActState, after: ActState, wasExcused: boolean) => boolean>> = {
  returned: (before, after) => after.status === "returned" && before.status !== "returned",
  return_date: (before, after) =>
    after.status === "returned" && before.status === "returned" && after.returnDueOn !== before.returnDueOn,
  // A country that takes back what it sent of its own accord is as exempt as it was.
  exempted: (before, after, wasExcused) => after.status === "exempt" && before.status !== "exempt" && !wasExcused,
  expected_again: (before, after) => before.status === "exempt" && isStillAwaited(after),
  extended: (before, after) => after.status === before.status && isStillAwaited(after) && after.dueOn !== before.dueOn,
};
const allNews = Object.keys(isNews) as readonly News[];

/** What the country is to be told of an act. */
export function newsOf(act: Act): readonly News[] {
  // A country that begins although it is exempt does so of its own accord.
  if (act.act === "started") return [];
  const [before, after] = [asExpected(act.before), asExpected(act.after)];
  return allNews.filter((step) => isNews[step](before, after, isExcused(act.before)));
}

/** Is the country told by this act's news of a date of this kind? */
export function tellsDate(act: Act, date: SpokenDate): boolean {
  return newsOf(act).some((step) => speaksOf(step) === date);
}

const isStillAwaited = ({ status }: ActState) => status === "not_started" || status === "draft";

/** An exempt country is told of no date; and it is told that it is expected again, however far its own draft is. */
const asExpected = (state: ActState): ActState => ({
  ...state,
  status: statusAsExpected({ ...state, exempt: isExcused(state) }),
});
const isExcused = ({ exempt, status }: ActState) => exempt ?? status === "exempt";
