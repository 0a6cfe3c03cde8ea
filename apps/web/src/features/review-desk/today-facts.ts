import type { CountryStatus, listReviews, ResponseOf } from "@avances/contracts";
import { localDate } from "@avances/domain/round";
import { owesReport } from "@avances/domain/submission";

type Queued = ResponseOf<typeof listReviews>["submissions"][number];
type Row = Pick<
  CountryStatus,
  "country" | "timeliness" | "status" | "obligated" | "exempt" | "firstSubmittedAt" | "desk"
>;

/** What needs the Secretariat today, and what needs the countries. Codes of countries, each once, in the order given. */
export interface TodayFacts {
  readonly us: {
    /** Received reports whose promised day has passed, is today, or is later or was never promised. */
    readonly overdue: readonly string[];
    readonly dueToday: readonly string[];
    readonly review: number;
    readonly publish: readonly string[];
    readonly questions: readonly string[];
    /** Countries that owe a report and have nobody to write to. */
    readonly unreachable: readonly string[];
  };
  readonly countries: {
    readonly returnedLate: readonly string[];
    readonly returned: readonly string[];
    /** Overdue, and nothing was received. Never a country that may report voluntarily. */
    readonly late: readonly string[];
    readonly consent: readonly string[];
  };
}

/** From the queue of reviews of all rounds and the lines of the round that is collected (none = []). */
export function todayFacts(
  queue: readonly Queued[],
  rows: readonly Row[],
  now: Date,
  zoneOf: (country: string) => string,
): TodayFacts {
  const todayIn = (country: string) => localDate(now, zoneOf(country));
  const codes = (some: readonly { readonly country: string }[]) => [...new Set(some.map(({ country }) => country))];
  const of = (status: Queued["status"]) => queue.filter((one) => one.status === status);
  const submitted = of("submitted");
  const overdue = submitted.filter(({ answerBy, country }) => answerBy !== null && answerBy < todayIn(country));
  const dueToday = submitted.filter(({ answerBy, country }) => answerBy === todayIn(country));
  const isPublishable = ({ publication, country }: Queued) =>
    publication !== null && publication.from <= todayIn(country);
  const isPast = ({ returnDueOn, country }: Queued) => returnDueOn !== null && returnDueOn < todayIn(country);
  return {
    us: {
      overdue: codes(overdue),
      dueToday: codes(dueToday),
      review: submitted.length - overdue.length - dueToday.length,
      publish: codes(of("accepted").filter(isPublishable)),
      questions: codes(rows.filter(({ desk }) => desk?.questionSince != null)),
      unreachable: codes(rows.filter((row) => owesReport(row) && row.desk?.invitation === "none")),
    },
    countries: {
      returnedLate: codes(of("returned").filter(isPast)),
      returned: codes(of("returned").filter((one) => !isPast(one))),
      late: codes(rows.filter((row) => owesReport(row) && row.timeliness.kind === "overdue")),
      consent: codes(of("accepted").filter((one) => !isPublishable(one) && one.publication?.consent == null)),
    },
  };
}
