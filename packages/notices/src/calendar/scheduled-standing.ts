import type { Tx } from "@avances/db";
import { listRecipients, type Recipient } from "@avances/db/queries/recipient-queries";
import { listReportingStates, type ReportingState } from "@avances/db/queries/reporting-state-queries";
import { findRound } from "@avances/db/queries/round-queries";
import type { ScheduledReminderRow } from "@avances/db/queries/scheduled-reminder-queries";
import {
  eventRules,
  isEndedByClosing,
  lastDayToAsk,
  localDate,
  type Outcome,
  type ScheduledLeaving,
  type ScheduledState,
  scheduledLeaving,
} from "@avances/domain/round";
import { statusAsExpected } from "@avances/domain/submission";
import { type Known, loadKnown, withKnown } from "./notice-state.ts";
import { peopleOf } from "./recipients.ts";
import { reasonToLeaveOut } from "./resend-choice.ts";

/** How a reminder that was set for a later moment stands now: when it leaves if nothing changes; that nobody could get it; or why none is needed. */
export type ScheduledStanding =
  | ({ readonly kind: "leaves" } & ScheduledLeaving)
  | { readonly kind: "nobody" }
  | { readonly kind: "not_needed"; readonly outcome: Outcome };

/** What is read of one round to know how its set reminders stand. */
export interface ScheduledRound {
  /** By country; empty when the round was cancelled. */
  readonly states: ReadonlyMap<string, ReportingState>;
  readonly openedAt: Date | null;
  readonly known: Known;
  readonly everybody: readonly Recipient[];
}

export async function readScheduledRound(tx: Tx, roundYear: number, now: Date): Promise<ScheduledRound> {
  const states = await listReportingStates(tx, { roundYear });
  return {
    states: new Map(states.map((state) => [state.country, state])),
    openedAt: (await findRound(tx, roundYear))?.openedAt ?? null,
    known: await loadKnown(tx, [roundYear], now),
    everybody: await listRecipients(tx, now),
  };
}

/** The country with what decides on which day something leaves to it. */
export function scheduledState(state: ReportingState, known: Known): ReportingState & ScheduledState {
  const { lastByHandAt, asksUnderWay } = known.ledger(state.roundYear, state.country);
  return { ...withKnown(state, known), lastByHandAt, isAskUnderWay: asksUnderWay > 0 };
}

type Set = Pick<ScheduledReminderRow, "countryCode" | "sendAt" | "createdAt">;

/** The same rules as for a reminder that is sent now, asked at this instant. */
export function standingOf(
  { countryCode, sendAt, createdAt }: Set,
  { states, openedAt, known, everybody }: ScheduledRound,
  now: Date,
): ScheduledStanding {
  const state = states.get(countryCode);
  // A round of this year that was opened again is another: nobody set a reminder for it.
  if (state === undefined || openedAt === null || createdAt < openedAt) return notNeeded("round-cancelled");
  const last = lastDayToAsk(state, now);
  if (last === null) return notNeeded("round-over");
  if (isEndedByClosing({ step: "resend", writtenAt: createdAt }, state)) return notNeeded("round-closed");
  const people = peopleOf(eventRules.resend.audience, countryCode, everybody);
  const why = reasonToLeaveOut(state, people, true);
  if (why === "nobody_to_write_to") return { kind: "nobody" };
  if (why !== null) return notNeeded("status-changed", statusAsExpected(state));
  const leaving = scheduledLeaving(sendAt, scheduledState(state, known), now);
  return localDate(leaving.goesAt, state.timeZone) > last ? notNeeded("round-over") : { kind: "leaves", ...leaving };
}

function notNeeded(code: Outcome["code"], status: Outcome["status"] = null): ScheduledStanding {
  return { kind: "not_needed", outcome: { code, status } };
}
