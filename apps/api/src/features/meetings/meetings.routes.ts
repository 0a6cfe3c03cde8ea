import * as contracts from "@avances/contracts";
import type { Deps } from "#deps.ts";
import { decided, keyOf } from "#features/shared/decided.ts";
import { tagged } from "#features/shared/tagged.ts";
import type { Mount } from "#http/handler.ts";
import { cancelMeeting, correctMeeting, holdMeeting } from "./change-meeting.ts";
import { getTimeline } from "./get-timeline.ts";
import { getMeeting, listMeetings } from "./list-meetings.ts";
import { listParticipants } from "./list-participants.ts";
import { meetingFile } from "./meeting-file.ts";
import { planMeeting } from "./plan-meeting.ts";
import { recordAttendance } from "./record-attendance.ts";
import { saveAgenda } from "./save-agenda.ts";

/** The meetings of the Network and of the other bodies, and who takes part. */
export function meetingsRoutes(mount: Mount, deps: Deps): void {
  mount(contracts.listParticipants, ({ actor }) => listParticipants(deps, actor));
  mount(contracts.listMeetings, ({ actor }) => listMeetings(deps, actor));
  mount(contracts.getTimeline, ({ actor }) => getTimeline(deps, actor));
  mount(contracts.getMeeting, ({ actor, params }) => getMeeting(deps, actor, params.meetingId));
  mount(contracts.getMeetingEntry, ({ actor, params, query }) => meetingFile(deps, actor, { ...params, ...query }));
  mount(contracts.planMeeting, ({ actor, body, idempotency }) => planMeeting(deps, actor, body, keyOf(idempotency)));
  mount(contracts.correctMeeting, async (call) =>
    tagged(await correctMeeting(deps, call.actor, { ...call.params, correction: call.body, ...decided(call) })),
  );
  mount(contracts.cancelMeeting, async (call) =>
    tagged(await cancelMeeting(deps, call.actor, { ...call.params, ...call.body, ...decided(call) })),
  );
  mount(contracts.holdMeeting, async (call) =>
    tagged(await holdMeeting(deps, call.actor, { ...call.params, ...decided(call) })),
  );
  mount(contracts.saveAgenda, async (call) =>
    tagged(await saveAgenda(deps, call.actor, { ...call.params, ...call.body, ...decided(call) })),
  );
  mount(contracts.recordAttendance, async (call) =>
    tagged(await recordAttendance(deps, call.actor, { ...call.params, ...call.body, ...decided(call) })),
  );
}
