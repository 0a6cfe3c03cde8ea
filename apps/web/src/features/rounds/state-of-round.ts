import { type CalendarDate, closesOn } from "@avances/domain/round";
import { type RoundState, roundState } from "@avances/domain/submission";

/** The state of a round on a day of the server's calendar. */
export function stateOfRound(
  round: { readonly opensOn: CalendarDate; readonly dueOn: CalendarDate; readonly closedAt?: string | null },
  today: CalendarDate,
): RoundState {
  return roundState({ ...round, closesOn: closesOn(round) }, today);
}
