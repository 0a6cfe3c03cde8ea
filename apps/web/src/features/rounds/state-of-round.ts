import { type CalendarDate, closesOn } from "@avances/domain/round";
import { type RoundState, roundState } from "@avances/domain/submission";

/** The reader's day, and by whose clocks it is one: the session says both. */
export interface ReadersDay {
  readonly today: CalendarDate;
  readonly timeZone: string;
}

/** The state of a round on the reader's day. */
export function stateOfRound(
  round: { readonly opensOn: CalendarDate; readonly dueOn: CalendarDate; readonly closedAt?: string | null },
  { today, timeZone }: ReadersDay,
): RoundState {
  return roundState({ ...round, closesOn: closesOn(round, timeZone) }, today);
}
