import type { CountryStatus, SubmissionSummary } from "@avances/contracts";
import { type CalendarDate, ownDateRange } from "@avances/domain/round";
import { awaitsFirstReport, judgeTransition, statusAsExpected } from "@avances/domain/submission";

/** What decides whether an act is possible: the row of the board when it is offered, the present state after a stale refusal. */
type Judged = Pick<SubmissionSummary, "status" | "exempt" | "firstSubmittedAt" | "extended">;

interface RowAct {
  isOpen(state: Judged): boolean;
  /** The days that may be chosen; absent if the act has no date. */
  range?(row: CountryStatus, days: Days): ReturnType<typeof ownDateRange>;
  /** The date that would be changed. */
  present?(row: CountryStatus): CalendarDate | null;
  /** It takes something away from the country. */
  readonly isGrave?: true;
}

export interface Days {
  /** Today in the country's calendar. */
  readonly today: CalendarDate;
  readonly roundDueOn: CalendarDate;
}

/** The acts on one country, by the rules that the server applies too, in the order of the dialog. */
export const rowActs = {
  extend: {
    isOpen: awaitsFirstReport,
    range: (row, days) => ownDateRange({ ...days, after: row.dueOn }),
    present: (row) => row.dueOn,
  },
  correctExtension: {
    isOpen: (state) => awaitsFirstReport(state) && state.extended,
    range: (_, days) => ownDateRange({ ...days, after: days.roundDueOn }),
    present: (row) => row.dueOn,
  },
  takeBackExtension: { isOpen: (state) => awaitsFirstReport(state) && state.extended, isGrave: true },
  correctReturnDate: {
    isOpen: ({ status }) => status === "returned",
    range: (_, days) => ownDateRange(days),
    present: (row) => row.returnDueOn,
  },
  exempt: {
    isOpen: (state) => judgeTransition("exempt", statusAsExpected(state), "secretariat").allowed,
    isGrave: true,
  },
  takeBackExemption: {
    isOpen: (state) => judgeTransition("reinstate", statusAsExpected(state), "secretariat").allowed,
  },
} as const satisfies Record<string, RowAct>;

export type RowActName = keyof typeof rowActs;
export const rowActNames = Object.keys(rowActs) as readonly RowActName[];

/** The act with the parts that not every act has. */
export function rowAct(name: RowActName): RowAct {
  return rowActs[name];
}
