import type { MeetingSummary, MeetingView } from "@avances/contracts";
import { listMeetings as selectMeetings } from "@avances/db/queries/meeting-queries";
import type { Actor } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { type MeetingDeps, meetingSummary, meetingView } from "./meeting-view.ts";

/** The meetings of all bodies, the latest day first. */
export async function listMeetings(
  deps: Pick<Deps, "db" | "reference" | "config">,
  actor: Actor,
): Promise<{ readonly meetings: readonly MeetingSummary[] }> {
  allow(actor, "network.read");
  const rows = await deps.db.asActor(actor, selectMeetings);
  return { meetings: rows.map((row) => meetingSummary(deps, row)) };
}

/** One meeting, with who attended it and what was done to it. */
export async function getMeeting(deps: MeetingDeps, actor: Actor, meetingId: string): Promise<MeetingView> {
  allow(actor, "network.read");
  return deps.db.asActor(actor, (tx) => meetingView(tx, deps, actor, meetingId));
}
