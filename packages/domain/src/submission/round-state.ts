import type { CalendarDate } from "../round/calendar-date.ts";

export type RoundState = "planned" | "open" | "overdue" | "closed";

/** The days that decide about the state of a round. It closes some time after its due date (`closesOn`). */
export interface RoundDays {
  readonly opensOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly closesOn: CalendarDate;
}

/** The state of a round on a day, which is that of whoever reads it. */
export function roundState({ opensOn, dueOn, closesOn }: RoundDays, today: CalendarDate): RoundState {
  if (today < opensOn) return "planned";
  if (today <= dueOn) return "open";
  return today < closesOn ? "overdue" : "closed";
}

/** Are reports of such a round awaited? */
export function isCollecting(state: RoundState): boolean {
  return state === "open" || state === "overdue";
}
