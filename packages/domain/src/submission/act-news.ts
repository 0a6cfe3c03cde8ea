import { type EventOf, type SpokenDate, speaksOf } from "../round/notice-calendar.ts";
import { statusAsExpected } from "./owes-report.ts";
import type { ActState, SubmissionAct } from "./submission-act.ts";

/**
 * What an act of the secretariat changed that the country must be told, named by the notice that says it. A return is announced together
 * with the version that it returns; its date counts as news all the same.
 */
export type News = EventOf<"act"> | "returned";

interface Act {
  readonly act: SubmissionAct;
  readonly before: ActState;
  readonly after: ActState;
}

/** Compares the state before and after, whatever the act is called. At most one of these is true. */
const isNews: Readonly<Record<News, (before: ActState, after: ActState, wasExcused: boolean) => boolean>> = {
  returned: (before, after) => after.status === "returned" && before.status !== "returned",
  return_date: (before, after) =>
    after.status === "returned" && before.status === "returned" && after.returnDueOn !== before.returnDueOn,
  // A country that withdraws its voluntary report is as exempt as it was.
  exempted: (before, after, wasExcused) => after.status === "exempt" && before.status !== "exempt" && !wasExcused,
  expected_again: (before, after) => before.status === "exempt" && isStillAwaited(after),
  extended: (before, after) => after.status === before.status && isStillAwaited(after) && after.dueOn !== before.dueOn,
};
const allNews = Object.keys(isNews) as readonly News[];

/** What the country is to be told of an act. */
export function newsOf(act: Act): readonly News[] {
  // An exempt country that starts a report does so voluntarily.
  if (act.act === "started") return [];
  const [before, after] = [asExpected(act.before), asExpected(act.after)];
  return allNews.filter((step) => isNews[step](before, after, isExcused(act.before)));
}

/** Does the news of this act tell the country a date of this kind? */
export function tellsDate(act: Act, date: SpokenDate): boolean {
  return newsOf(act).some((step) => speaksOf(step) === date);
}

const isStillAwaited = ({ status }: ActState) => status === "not_started" || status === "draft";

/** An exempt country is told no date; that it is expected again is told even while it has a draft. */
const asExpected = (state: ActState): ActState => ({
  ...state,
  status: statusAsExpected({ ...state, exempt: isExcused(state) }),
});
const isExcused = ({ exempt, status }: ActState) => exempt ?? status === "exempt";
