import type { BodyOf, MeetingView, planMeeting as planContract } from "@avances/contracts";
import { insertMeeting, isDayTaken, lockMeetingsOf } from "@avances/db/queries/meeting-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import type { Actor } from "@avances/domain/access";
import { mayBeHeld, meetingFaults, tidyPlan } from "@avances/domain/network";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { zoneOfMeeting } from "#features/shared/network-zone.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { noteAct, requireNone } from "./meeting-act.ts";
import { type MeetingDeps, meetingView } from "./meeting-view.ts";

/**
 * Enters a meeting, once per key: one to come, or one that has been. It is planned until somebody says that it was held. Refuses with
 * `meeting-refused` and every fault.
 */
export async function planMeeting(
  deps: MeetingDeps & Pick<Deps, "newId">,
  actor: Actor,
  input: BodyOf<typeof planContract>,
  idempotency: Idempotency,
): Promise<MeetingView> {
  allow(actor, "network.manage");
  const now = deps.clock.now();
  const plan = tidyPlan(input);
  const publicSource = input.publicSource?.trim() ?? null;
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      await lockMeetingsOf(tx, input.body);
      const { host: hostCode, ...days } = plan;
      const row = {
        ...{ ...days, id: deps.newId(), bodyCode: input.body, hostCode, state: "planned" as const, revision: 1 },
        ...{ publicSource, createdAt: now, createdBy: actor.userId, createdByName: actor.displayName },
      };
      const participants = new Set((await listParticipants(tx)).map(({ code }) => code));
      const isOver = mayBeHeld({ ...plan, timeZone: zoneOfMeeting(deps, hostCode) }, now);
      requireNone([
        ...meetingFaults(plan, participants),
        ...(publicSource !== null && !isOver ? (["source"] as const) : []),
        ...((await isDayTaken(tx, row)) ? (["already"] as const) : []),
      ]);
      await insertMeeting(tx, row);
      await noteAct(tx, actor, now, row, {
        act: "planned",
        before: {},
        after: { body: input.body, ...plan, publicSource },
      });
      return meetingView(tx, deps, actor, row.id);
    }),
  );
}
