import type { BodyOf, correctMeeting as correctContract, MeetingView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { isDayTaken, listAttendance, lockMeetingsOf } from "@avances/db/queries/meeting-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { hasBegun, type MeetingPlan, mayBeHeld, meetingFaults, tidyPlan } from "@avances/domain/network";
import { zoneOfMeeting } from "#features/shared/network-zone.ts";
import { actOnMeeting, type DecidedOnMeeting, requireNone } from "./meeting-act.ts";
import type { MeetingDeps } from "./meeting-view.ts";

const fields = ["heldOn", "untilOn", "place", "host"] as const satisfies readonly (keyof MeetingPlan)[];

/**
 * Corrects the days, the place or the host. Refuses with `meeting-refused`: nothing would change, or a meeting that was held, or that somebody
 * attended, would not have come yet.
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
    const there = { ...next, timeZone: zoneOfMeeting(deps, next.host) };
    const isTooEarly = isDone ? !mayBeHeld(there, now) : !hasBegun(there, now) && (await isAttended(tx, meeting.id));
    requireNone([
      ...meetingFaults(next, participants),
      ...(changed.length === 0 ? (["same"] as const) : []),
      ...(isTooEarly ? (["before_its_day"] as const) : []),
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

/** Is anything on record of who was there? */
async function isAttended(tx: Tx, meetingId: string): Promise<boolean> {
  return (await listAttendance(tx, meetingId)).some(({ holds }) => holds !== null);
}

/**
 * Cancels a meeting, with the reason; it stays in the list. Throws `transition-refused` for one that was held, and refuses one that somebody is on
 * record as having attended: a meeting is one or the other.
 */
export function cancelMeeting(
  deps: MeetingDeps,
  actor: Actor,
  { reason, ...decided }: DecidedOnMeeting & { readonly reason: string },
): Promise<MeetingView> {
  return actOnMeeting(deps, actor, decided, async (tx, meeting) => {
    if (meeting.state === "held") throw new DomainError("transition-refused");
    const attendance = await listAttendance(tx, meeting.id);
    requireNone(attendance.some(({ holds }) => holds === true) ? ["attended"] : []);
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
