import {
  type listNarratives as listContract,
  mostNarrativesBeside,
  type NarrativeView,
  type ProgressOfMeeting,
  type QueryOf,
  type ReplyOf,
} from "@avances/contracts";
import { listNarratives, listNarrativesBeside, whoShared } from "@avances/db/queries/narrative-queries";
import { findMeetingToAsk, listMemberTerms } from "@avances/db/queries/progress-request-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import { type Actor, mayDo } from "@avances/domain/access";
import {
  awaitedBy,
  bodyMembersOn,
  invitesToTell,
  leftToTell,
  participantOf,
  speaksFor,
  takesProgress,
} from "@avances/domain/network";
import { allow, found } from "#features/shared/allow.ts";
import { clocksOf } from "#features/shared/clocks.ts";
import { type NarrativeDeps, narrativeSummary, narrativeView, readOnNarratives } from "./narrative-view.ts";

/** Who has shared its progress for a meeting, what this person may read of it, and what the own side has left to tell. */
export async function getProgressOfMeeting(
  deps: Pick<NarrativeDeps, "db" | "clock" | "config" | "reference">,
  actor: Actor,
  meetingId: string,
): Promise<ProgressOfMeeting> {
  allow(actor, "network.read");
  return deps.db.asActor(actor, async (tx) => {
    const meeting = found(await findMeetingToAsk(tx, meetingId));
    const participants = (await listParticipants(tx)).filter(({ kind }) => kind === "member");
    const members = bodyMembersOn(
      participants.map(({ code }) => code),
      await listMemberTerms(tx, meeting.body),
      meeting.heldOn,
    );
    const rows = await listNarratives(tx, meetingId);
    const all = await readOnNarratives(
      tx,
      rows.map(({ id }) => id),
    );
    const isOpen = invitesToTell({ ...meeting, timeZone: clocksOf(deps, meeting.host) }, deps.clock.now());
    const own = participantOf(actor);
    const writes =
      own !== null && mayDo(actor.role, "narrative.write") && speaksFor(actor, own) && members.includes(own);
    const side = writes ? own : null;
    // A country is asked by its own clocks; for everybody else those of the host count.
    const timeZone = clocksOf(deps, side ?? meeting.host);
    const told = rows.map(({ id, authorCode: author, instrument, state }) => ({ id, author, instrument, state }));
    return {
      ...{ isAsked: takesProgress(meeting), isOpen },
      ...{ dueOn: awaitedBy(meeting, timeZone), timeZone },
      shared: await whoShared(tx, meetingId),
      members,
      narratives: rows.map((row) => narrativeSummary(deps, actor, row, all)),
      side,
      left: isOpen ? leftToTell(told, side) : [],
    };
  });
}

/** What countries tell of their progress, of an indicator or a country, as far as this person may read it. */
export function listNarrativesOf(
  deps: Pick<NarrativeDeps, "db" | "config">,
  actor: Actor,
  asked: QueryOf<typeof listContract>,
): Promise<ReplyOf<typeof listContract>> {
  allow(actor, "network.read");
  return deps.db.asActor(actor, async (tx) => {
    const rows = await listNarrativesBeside(tx, asked, mostNarrativesBeside);
    const all = await readOnNarratives(
      tx,
      rows.map(({ id }) => id),
    );
    return {
      narratives: rows.map((row) => ({
        ...narrativeSummary(deps, actor, row, all),
        meeting: { body: row.bodyCode, heldOn: row.heldOn },
      })),
    };
  });
}

/** What a country tells of its progress, with versions and what was done to it. */
export async function getNarrative(
  deps: Pick<NarrativeDeps, "db" | "config">,
  actor: Actor,
  matterId: string,
): Promise<NarrativeView> {
  allow(actor, "network.read");
  return deps.db.asActor(actor, (tx) => narrativeView(tx, deps, actor, matterId));
}
