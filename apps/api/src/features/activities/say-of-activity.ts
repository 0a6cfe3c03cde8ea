import type {
  ActivityView,
  BodyOf,
  declineSupport as declineContract,
  endorseActivity as endorseContract,
  evaluateActivity as evaluateContract,
  holdActivity as holdContract,
  supportActivity as supportContract,
} from "@avances/contracts";
import {
  type ActivityRow,
  findActivity,
  insertDecline,
  insertEndorsement,
  insertEvaluation,
  insertHeld,
  insertSupport,
} from "@avances/db/queries/activity-queries";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { holdMatter } from "@avances/db/queries/matter-queries";
import { findMeeting } from "@avances/db/queries/meeting-queries";
import type { Action, Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import {
  activityPlace,
  endorsementFaults,
  evaluationFaults,
  heldFaults,
  lastOfEach,
  mayDecline,
  mayReport,
  maySupport,
  type ParticipantCode,
  participantOf,
} from "@avances/domain/network";
import { type OnActivities, readOnActivities, saidLast, sidesOf } from "#features/shared/activity-ground.ts";
import { allow, found } from "#features/shared/allow.ts";
import { askAboutDetails } from "#features/shared/ask-about-details.ts";
import { clocksOf } from "#features/shared/clocks.ts";
import type { Acting } from "#features/shared/file-matter.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { countryCodes, refuse } from "./act-on-activity.ts";
import { type ActivityDeps, activityView, zoneOf } from "./activity-view.ts";

interface Said {
  readonly matterId: string;
  readonly idempotency: Idempotency;
}

/** Says for the own side that it supports a proposal of another, or that it no longer does, once per key. */
export function supportActivity(
  deps: ActivityDeps,
  actor: Actor,
  { supports, ...said }: Said & BodyOf<typeof supportContract>,
): Promise<ActivityView> {
  return sayOfActivity(deps, actor, "activity.write", said, async (acting, row, { side, all, stage }) => {
    const { authorCode: author, state } = row;
    if (!maySupport(actor, side, { author, state, stage })) throw new DomainError("not-allowed");
    const before = lastOfEach(all.support.map((one) => ({ ...one, by: one.participantCode })));
    if ((before.find(({ by }) => by === side)?.supports ?? false) === supports) refuse(["same"]);
    await insertSupport(acting.tx, { ...stampOf(acting), matterId: row.id, participantCode: side, supports });
    return { action: supports ? "matter.supported" : "matter.support-ended", detail: {} };
  });
}

/**
 * Says for the own side, which was asked, that it does not support a proposal, and why: to whoever asked, and to nobody else. It is no longer waited for then; it may
 * still say later that it supports it.
 */
export function declineSupport(
  deps: ActivityDeps,
  actor: Actor,
  { language, text, ...said }: Said & BodyOf<typeof declineContract>,
): Promise<ActivityView> {
  return sayOfActivity(deps, actor, "activity.write", said, async (acting, row, { side, all, stage }) => {
    const { authorCode: author, state, startsOn, endsOn, addressees } = row;
    const standing = activityPlace({ startsOn, endsOn, stage, timeZone: zoneOf(deps, row) }, acting.now);
    const awaited = { standing, addressees, ...sidesOf(row, all) };
    if (!mayDecline(actor, side, { author, state, stage, ...awaited })) throw new DomainError("not-allowed");
    await insertDecline(acting.tx, {
      ...{ ...stampOf(acting), matterId: row.id, participantCode: side, language, text: text.trim() },
    });
    return { action: "matter.support-declined", detail: {} };
  });
}

/** Notes what a meeting said of it, and at which point. What was noted before stays in the record. */
export function endorseActivity(
  deps: ActivityDeps,
  actor: Actor,
  { said, meetingId, point, ...of }: Said & BodyOf<typeof endorseContract>,
): Promise<ActivityView> {
  return sayOfActivity(deps, actor, "activity.decide", of, async (acting, row, { last }) => {
    const meeting = await findMeeting(acting.tx, meetingId);
    if (meeting === undefined) throw new DomainError("matter-refused", { faults: ["meeting_unknown"] });
    const noted = { said, meetingId, point: point.trim() };
    const dated = { ...meeting, timeZone: clocksOf(deps, meeting.hostCode) };
    refuse(endorsementFaults(noted, last.endorsement, dated, acting.now));
    await insertEndorsement(acting.tx, { ...stampOf(acting), matterId: row.id, ...noted });
    return { action: "matter.endorsement-noted", detail: { said, meeting: meetingId } };
  });
}

/** Says that it was held, with how many took part. What was said before stays in the record. */
export function holdActivity(
  deps: ActivityDeps,
  actor: Actor,
  { fromOn, untilOn, place, attendance, overruled, ...said }: Said & BodyOf<typeof holdContract>,
): Promise<ActivityView> {
  return sayOfActivity(deps, actor, "activity.write", said, async (acting, row, { stage }) => {
    const { tx, now } = acting;
    const { authorCode: author, state } = row;
    if (!mayReport(actor, { author, state, stage }).held) throw new DomainError("not-allowed");
    const held = { fromOn, untilOn: untilOn === fromOn ? null : untilOn, place: place.trim(), attendance };
    refuse(heldFaults(held, await countryCodes(tx), { now, timeZone: zoneOf(deps, row) }));
    await askAboutDetails(tx, actor, now, { matterId: row.id, texts: [held.place], overruled });
    const { attendance: counted, ...rest } = held;
    await insertHeld(tx, { ...stampOf(acting), matterId: row.id, ...rest }, counted);
    return { action: "matter.held", detail: { from: fromOn } };
  });
}

/** Says what came of it, and what was found of the indicators at which it aimed. What was said before stays in the record. */
export function evaluateActivity(
  deps: ActivityDeps,
  actor: Actor,
  { language, text, results, overruled, ...said }: Said & BodyOf<typeof evaluateContract>,
): Promise<ActivityView> {
  return sayOfActivity(deps, actor, "activity.write", said, async (acting, row, { all, stage, last }) => {
    const { tx, now } = acting;
    const { authorCode: author, state } = row;
    if (!mayReport(actor, { author, state, stage }).evaluated) throw new DomainError("not-allowed");
    const heldOn = found(last.held).fromOn;
    const aims = all.links.filter(({ kind }) => kind === "indicator").map(({ code }) => code);
    const tidy = { text: text.trim(), results: results.map((one) => ({ ...one, text: one.text.trim() })) };
    refuse(evaluationFaults(tidy, aims, { heldOn, now, timeZone: zoneOf(deps, row) }));
    const texts = [tidy.text, ...tidy.results.map((one) => one.text)];
    await askAboutDetails(tx, actor, now, { matterId: row.id, texts, overruled });
    await insertEvaluation(tx, { ...stampOf(acting), matterId: row.id, language, text: tidy.text }, tidy.results);
    return { action: "matter.evaluated", detail: { indicators: tidy.results.map((one) => one.indicator).join(" ") } };
  });
}

const stampOf = ({ newId, now, actor }: Acting) => ({
  ...{ id: newId(), at: now, by: actor.userId, byName: actor.displayName },
});

interface Ground {
  readonly side: ParticipantCode;
  readonly all: OnActivities;
  readonly last: ReturnType<typeof saidLast>;
  readonly stage: ReturnType<typeof saidLast>["stage"];
}
/** What an act writes, and what the audit trail says of it: codes, never words. */
type Write = (
  acting: Acting,
  row: ActivityRow,
  ground: Ground,
) => Promise<{ readonly action: string; readonly detail: Readonly<Record<string, string>> }>;

function sayOfActivity(
  deps: ActivityDeps,
  actor: Actor,
  right: Action,
  { matterId, idempotency }: Said,
  write: Write,
): Promise<ActivityView> {
  allow(actor, right);
  const now = deps.clock.now();
  const side = participantOf(actor);
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      await holdMatter(tx, matterId);
      const row = found(await findActivity(tx, matterId));
      if (row.state !== "filed") throw new DomainError("transition-refused");
      if (side === null) throw new DomainError("not-allowed");
      const all = await readOnActivities(tx, [matterId]);
      const last = saidLast(row, all);
      const ground = { side, all, last, stage: last.stage };
      const { action, detail } = await write({ tx, actor, now, newId: deps.newId }, row, ground);
      await appendAuditEvent(tx, {
        ...{ at: now, actor, action, objectType: "matter", objectId: matterId, countryCode: actor.country },
        detail: { kind: row.kind, ...detail },
      });
      return activityView(tx, deps, actor, matterId);
    }),
  );
}
