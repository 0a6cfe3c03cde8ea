import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { insertRoundAct, lockRound, updateRound } from "@avances/db/queries/round-queries";
import type { RoundRow } from "@avances/db/queries/rows";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { RoundAct, RoundDates } from "@avances/domain/round";
import { found } from "#features/shared/allow.ts";
import { roundView } from "#features/shared/round-view.ts";

/** A round as the person who decides has seen it. */
export interface SeenRound {
  readonly year: number;
  /** Revision that was seen (`If-Match`). */
  readonly revision: number;
}

/** Locks the round that somebody decided on; refuses with `revision-stale` and its present state when it was changed since. */
export async function lockRoundAsSeen(tx: Tx, { year, revision }: SeenRound): Promise<RoundRow> {
  const round = found(await lockRound(tx, year));
  if (round.revision !== revision) throw new DomainError("revision-stale", { current: roundView(round) });
  return round;
}

interface Act {
  readonly act: RoundAct;
  readonly actor: Actor;
  readonly now: Date;
  readonly reason: string;
  /** For the audit trail, besides the dates before and after. */
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** The only way to change a round: writes the change, raises the revision, and records the act and who did it. */
export async function changeRound(
  tx: Tx,
  round: RoundRow,
  { act, actor, now, reason, detail }: Act,
  patch: Parameters<typeof updateRound>[2],
): Promise<RoundRow> {
  const changed = found(await updateRound(tx, round.year, patch));
  await insertRoundAct(tx, {
    roundYear: round.year,
    revision: changed.revision,
    act,
    at: now,
    actorId: actor.userId,
    actorName: actor.displayName,
    before: datesOf(round),
    after: datesOf(changed),
    reason,
  });
  await appendAuditEvent(tx, {
    at: now,
    actor,
    action: actions[act],
    objectType: "round",
    objectId: String(round.year),
    countryCode: null,
    fields: fieldsOf[act],
    detail: {
      opensOn: changed.opensOn,
      dueOn: changed.dueOn,
      ...(act === "dates_corrected" && { opensOnBefore: round.opensOn, dueOnBefore: round.dueOn }),
      ...detail,
    },
  });
  return changed;
}

const actions: Readonly<Record<RoundAct, string>> = {
  dates_corrected: "round.dates-corrected",
  closed: "round.closed",
  reopened: "round.reopened",
  cancelled: "round.cancelled",
};
const fieldsOf: Readonly<Record<RoundAct, readonly string[]>> = {
  dates_corrected: ["opensOn", "dueOn"],
  closed: ["closedAt"],
  reopened: ["closedAt", "reopenedAt"],
  cancelled: ["cancelledAt"],
};

function datesOf({ opensOn, dueOn }: RoundDates): RoundDates {
  return { opensOn, dueOn };
}
