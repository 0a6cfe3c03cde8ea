import type { CalendarDate } from "./calendar-date.ts";
import { closesOn } from "./closing.ts";

export type RoundState = "planned" | "open" | "overdue" | "closed";

/** The state of a round on a day of the server's calendar. */
export function roundState(
  { opensOn, dueOn }: { readonly opensOn: CalendarDate; readonly dueOn: CalendarDate },
  today: CalendarDate,
): RoundState {
  if (today < opensOn) return "planned";
  if (today <= dueOn) return "open";
  return today < closesOn({ dueOn }) ? "overdue" : "closed";
}

/** Are reports of such a round awaited? */
export function isCollecting(state: RoundState): boolean {
  return state === "open" || state === "overdue";
}
