import type { BodyOf, correctMeeting as correctContract, MeetingView } from "@avances/contracts";
import { isDayTaken, lockMeetingsOf } from "@avances/db/queries/meeting-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { type MeetingPlan, mayBeHeld, meetingFaults, tidyPlan } from "@avances/domain/network";
import { actOnMeeting, type DecidedOnMeeting, requireNone } from "./meeting-act.ts";
import { type MeetingDeps, zoneOfMeeting } from "./meeting-view.ts";

const fields = ["heldOn", "untilOn", "place", "host"] as const satisfies readonly (keyof MeetingPlan)[];

/**
 * Corrects the days, the place or the host. Refuses with `meeting-refused`: nothing would change, or a meeting that was held would not have come
 * yet.
 */
export function correctMeeting(
  deps: MeetingDeps,
  actor: Actor,
  { correction, ...decided }: DecidedOnMeeting & { readonly correction: BodyOf<typeof correctContract> },
): Promise<MeetingView> {
  return actOnMeeting(deps, actor, decided, async (tx, meeting, now) => {
    const { reason, ...input } = correction;
    const next = tidyPlan(input);
    const was: MeetingPlan = { ...meeting, host: meeting.hostCode };
    const changed = fields.filter((field) => next[field] !== was[field]);
    await lockMeetingsOf(tx, meeting.bodyCode);
    const participants = new Set((await listParticipants(tx)).map(({ code }) => code));
    const isDone = meeting.state === "held" || meeting.publicSource !== null;
    const isOver = mayBeHeld({ ...next, timeZone: zoneOfMeeting(deps, next.host) }, now);
    requireNone([
      ...meetingFaults(next, participants),
      ...(changed.length === 0 ? (["same"] as const) : []),
      ...(isDone && !isOver ? (["before_its_day"] as const) : []),
      ...((await isDayTaken(tx, { ...meeting, heldOn: next.heldOn })) ? (["already"] as const) : []),
    ]);
    const only = (plan: MeetingPlan) => Object.fromEntries(changed.map((field) => [field, plan[field]]));
    const { host: hostCode, ...days } = next;
    return {
      ...{ act: "dates_corrected", before: only(was), after: only(next), reason: reason.trim() },
      patch: { ...days, hostCode },
    };
  });
}

/** Cancels a meeting, with the reason; it stays in the list. Throws `transition-refused` for one that was held. */
export function cancelMeeting(
  deps: MeetingDeps,
  actor: Actor,
  { reason, ...decided }: DecidedOnMeeting & { readonly reason: string },
): Promise<MeetingView> {
  return actOnMeeting(deps, actor, decided, (_, meeting) => {
    if (meeting.state === "held") throw new DomainError("transition-refused");
    const cancelledReason = reason.trim();
    return {
      ...{ act: "cancelled", before: { state: meeting.state }, after: { state: "cancelled" }, reason: cancelledReason },
      patch: { state: "cancelled", cancelledReason },
    };
  });
}

/** Records that a meeting was held. Refuses before its last day, and with `transition-refused` when it was recorded before. */
export function holdMeeting(deps: MeetingDeps, actor: Actor, decided: DecidedOnMeeting): Promise<MeetingView> {
  return actOnMeeting(deps, actor, decided, (_, meeting, now) => {
    if (meeting.state === "held") throw new DomainError("transition-refused");
    requireNone(mayBeHeld(meeting, now) ? [] : ["before_its_day"]);
    return {
      ...{ act: "held", before: { state: meeting.state }, after: { state: "held" } },
      patch: { state: "held" },
    };
  });
}
