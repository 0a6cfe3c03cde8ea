import type { MeetingActView, MeetingSummary, MeetingView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import {
  findMeeting,
  listAttendance,
  listFirstSubmissions,
  listMeetingActs,
  type MeetingActRow,
  type MeetingRow,
} from "@avances/db/queries/meeting-queries";
import { whoShared } from "@avances/db/queries/narrative-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import { listRounds } from "@avances/db/queries/round-queries";
import { type Actor, scopeOf } from "@avances/domain/access";
import { attendanceViews, lastDayOf, roundOfMeeting } from "@avances/domain/network";
import { endOfDay } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { found } from "#features/shared/allow.ts";
import { clocksOf } from "#features/shared/clocks.ts";
import { agendaViews, readAgenda } from "./agenda-view.ts";

export type MeetingDeps = Pick<Deps, "db" | "clock" | "reference" | "config">;

export function meetingSummary(deps: Pick<Deps, "reference" | "config">, row: MeetingRow): MeetingSummary {
  const { id, bodyCode, heldOn, untilOn, place, hostCode, state, publicSource } = row;
  return {
    ...{ id, body: bodyCode, heldOn, untilOn, place, host: hostCode, state, publicSource },
    timeZone: clocksOf(deps, hostCode),
    invented: deps.config.demonstration && publicSource === null,
  };
}

/** A meeting as this person may see it, or throws `not-found`. */
export async function meetingView(tx: Tx, deps: MeetingDeps, actor: Actor, id: string): Promise<MeetingView> {
  const row = found(await findMeeting(tx, id));
  const participants = await listParticipants(tx);
  const notes = await listAttendance(tx, id);
  const told = (await whoShared(tx, id)).map(({ participant }) => participant);
  const record = await listMeetingActs(tx, id);
  const summary = meetingSummary(deps, row);
  const { round, submitted } = await readSubmissions(tx, deps, actor, summary);
  const members = participants.filter(({ kind }) => kind === "member").map(({ code }) => code);
  return {
    ...summary,
    revision: row.revision,
    cancelledReason: row.cancelledReason,
    round,
    attendance: attendanceViews(notes, members, row.state === "cancelled" ? [] : told).map((view) => ({
      ...view,
      submitted: submitted.get(view.participant) ?? null,
    })),
    agenda: agendaViews(await readAgenda(tx, id)),
    record: record.map(actView),
  };
}

/**
 * Who had submitted a report by the end of the meeting (or so far), of the round that was asked for then. For those alone who may see the state
 * of every report.
 */
async function readSubmissions(
  tx: Tx,
  { clock }: Pick<Deps, "clock">,
  actor: Actor,
  meeting: MeetingSummary,
): Promise<{ readonly round: number | null; readonly submitted: ReadonlyMap<string, boolean> }> {
  const none = { round: null, submitted: new Map<string, boolean>() };
  if (scopeOf(actor.role, "status-board.read") !== "any" || meeting.state === "cancelled") return none;
  const round = roundOfMeeting(meeting, await listRounds(tx), clock.now());
  if (round === null) return none;
  const end = endOfDay(lastDayOf(meeting), meeting.timeZone);
  const rows = await listFirstSubmissions(tx, round.year);
  const said = rows.flatMap(({ country, at, owes }) => {
    const isSubmitted = at !== null && at < end;
    // Whoever may report and need not has not failed to.
    return isSubmitted || owes ? [[country, isSubmitted] as const] : [];
  });
  return { round: round.year, submitted: new Map(said) };
}

function actView({ revision, act, at, actorName, before, after, reason }: MeetingActRow): MeetingActView {
  return { revision, act, at: at.toISOString(), byName: actorName, before, after, reason };
}
