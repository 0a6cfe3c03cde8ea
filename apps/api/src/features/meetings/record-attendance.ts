import type { MeetingView } from "@avances/contracts";
import { listAttendance, putAttendance } from "@avances/db/queries/meeting-queries";
import { whoShared } from "@avances/db/queries/narrative-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import type { Actor } from "@avances/domain/access";
import { type AttendanceNote, hasBegun, isSide, newNotes } from "@avances/domain/network";
import { actOnMeeting, type DecidedOnMeeting, requireNone } from "./meeting-act.ts";
import type { MeetingDeps } from "./meeting-view.ts";

/**
 * Records who attended and who shared progress, or that nothing is on record of it any more; what is not named stays as it is. Of two notes on the
 * same fact the later one counts. Refuses with `meeting-refused` before the first day, for whoever does not take part or is no delegation, and when
 * all of it is on record already.
 */
export function recordAttendance(
  deps: MeetingDeps,
  actor: Actor,
  { notes, ...decided }: DecidedOnMeeting & { readonly notes: readonly AttendanceNote[] },
): Promise<MeetingView> {
  return actOnMeeting(deps, actor, decided, async (tx, meeting, now) => {
    const keyOf = ({ participant, fact }: AttendanceNote) => `${participant}.${fact}`;
    const recorded = await listAttendance(tx, meeting.id);
    const participants = new Set((await listParticipants(tx)).map(({ code }) => code));
    const fresh = newNotes([...new Map(notes.map((note) => [keyOf(note), note])).values()], recorded);
    const told = new Set((await whoShared(tx, meeting.id)).map(({ participant }) => participant));
    requireNone([
      ...(hasBegun(meeting, now) ? [] : (["before_its_day"] as const)),
      ...(notes.every(({ participant }) => isSide(participant) && participants.has(participant))
        ? []
        : (["participant"] as const)),
      // What it filed says that it shared its progress; nobody records the contrary beside it.
      ...(fresh.some(({ participant, fact }) => fact === "shared_progress" && told.has(participant))
        ? (["shared"] as const)
        : []),
      ...(fresh.length > 0 ? [] : (["same"] as const)),
    ]);
    const before = new Map(recorded.map((note) => [keyOf(note), wordOf(note)]));
    await putAttendance(
      tx,
      fresh.map(({ participant: participantCode, fact, holds }) => ({
        ...{ meetingId: meeting.id, participantCode, fact, holds },
        ...{ notedAt: now, notedBy: actor.userId, notedByName: actor.displayName },
      })),
    );
    return {
      act: "attendance_recorded",
      before: Object.fromEntries(fresh.map((note) => [keyOf(note), before.get(keyOf(note)) ?? null])),
      after: Object.fromEntries(fresh.map((note) => [keyOf(note), wordOf(note)])),
    };
  });
}

const wordOf = ({ holds }: AttendanceNote) => (holds === null ? null : holds ? "yes" : "no");
