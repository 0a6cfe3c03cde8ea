import type { MeetingView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import {
  findMeeting,
  insertMeetingAct,
  lockMeeting,
  type MeetingRow,
  updateMeeting,
} from "@avances/db/queries/meeting-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { MeetingActKind, MeetingFault } from "@avances/domain/network";
import { allow, found } from "#features/shared/allow.ts";
import { zoneOfMeeting } from "#features/shared/network-zone.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { type MeetingDeps, meetingView } from "./meeting-view.ts";

/** A meeting as the person who decides has seen it. */
export interface DecidedOnMeeting {
  readonly meetingId: string;
  /** Revision that was seen (`If-Match`). */
  readonly revision: number;
  readonly idempotency: Idempotency;
}

type Change = Readonly<Record<string, string | null>>;

interface Act {
  readonly act: MeetingActKind;
  readonly before: Change;
  readonly after: Change;
  readonly reason?: string;
  readonly patch?: Parameters<typeof updateMeeting>[2];
}

/** What is decided of a meeting, locked and as it was seen; it may write what hangs on the meeting before it says what the act is. */
type Decide = (tx: Tx, meeting: MeetingRow & { readonly timeZone: string }, now: Date) => Act | Promise<Act>;

/**
 * The only way to change a meeting, once per key: refuses with `revision-stale` and its present state when it was changed since, and with
 * `transition-refused` when it was cancelled; raises the revision, and records the act and who did it.
 */
export async function actOnMeeting(
  deps: MeetingDeps,
  actor: Actor,
  { meetingId, revision, idempotency }: DecidedOnMeeting,
  decide: Decide,
): Promise<MeetingView> {
  allow(actor, "network.manage");
  const now = deps.clock.now();
  return deps.db.asActor(actor, async (tx) => {
    found(await findMeeting(tx, meetingId));
    return once(tx, deps, actor, idempotency, async () => {
      // One that was cancelled, perhaps while this waited for the lock, can no longer be locked.
      const row = (await lockMeeting(tx, meetingId)) ?? found(await findMeeting(tx, meetingId));
      if (row.revision !== revision)
        throw new DomainError("revision-stale", { current: await meetingView(tx, deps, actor, meetingId) });
      if (row.state === "cancelled") throw new DomainError("transition-refused");
      const decided = await decide(tx, { ...row, timeZone: zoneOfMeeting(deps, row.hostCode) }, now);
      const changed = found(await updateMeeting(tx, meetingId, decided.patch ?? {}));
      await noteAct(tx, actor, now, changed, decided);
      return meetingView(tx, deps, actor, meetingId);
    });
  });
}

/** Writes an act that has been done into the record of the meeting and into the audit trail. */
export async function noteAct(
  tx: Tx,
  actor: Actor,
  now: Date,
  { id, revision, bodyCode }: Pick<MeetingRow, "id" | "revision" | "bodyCode">,
  { act, before, after, reason = "" }: Omit<Act, "patch">,
): Promise<void> {
  await insertMeetingAct(tx, {
    ...{ meetingId: id, revision, act, at: now, before, after, reason },
    ...{ actorId: actor.userId, actorName: actor.displayName },
  });
  await appendAuditEvent(tx, {
    at: now,
    actor,
    action: auditActions[act],
    objectType: "meeting",
    objectId: id,
    countryCode: null,
    fields: Object.keys(after),
    detail: { body: bodyCode, revision },
  });
}

const auditActions: Readonly<Record<MeetingActKind, string>> = {
  planned: "meeting.planned",
  dates_corrected: "meeting.corrected",
  attendance_recorded: "meeting.attendance-recorded",
  agenda_changed: "meeting.agenda-changed",
  held: "meeting.held",
  cancelled: "meeting.cancelled",
};

/** Refuses with `meeting-refused` if there is any fault. */
export function requireNone(faults: readonly MeetingFault[]): void {
  if (faults.length > 0) throw new DomainError("meeting-refused", { faults });
}
