import type { ActivitySummary, ActivityView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import {
  type ActivityRow,
  type EndorsementRow,
  type EvaluationRow,
  findActivity,
  type HeldRow,
} from "@avances/db/queries/activity-queries";
import { type Actor, mayDo } from "@avances/domain/access";
import {
  activityPlace,
  mayDecline,
  mayReport,
  maySupport,
  participantOf,
  secretariatCode,
  speaksFor,
} from "@avances/domain/network";
import type { Deps } from "#deps.ts";
import { type OnActivities, readOnActivities, saidLast, sidesOf } from "#features/shared/activity-ground.ts";
import { found } from "#features/shared/allow.ts";
import { clocksOf } from "#features/shared/clocks.ts";
import { historyOfSide, matterOfSide } from "#features/shared/matter-of-side.ts";
import { nameFor } from "#features/shared/reply-view.ts";

export type ActivityDeps = Pick<Deps, "db" | "clock" | "config" | "newId" | "catalogues" | "reference">;

/** By whose clocks its days begin and end: those of where it is, else of whoever proposes it. */
export const zoneOf = (deps: Pick<Deps, "reference" | "config">, { hostCode, authorCode }: ActivityRow): string =>
  clocksOf(deps, hostCode ?? authorCode);

/** One of a list, as this person may see it. `all`: of any. */
export function activitySummary(
  deps: Pick<Deps, "config" | "reference" | "clock">,
  actor: Actor,
  row: ActivityRow,
  all: OnActivities,
): ActivitySummary {
  const { activityKind, audience, startsOn, endsOn, place, hostCode, funding, fundingNote, addressees } = row;
  const isOfIt = ({ matterId }: { readonly matterId: string }) => matterId === row.id;
  const { endorsement, held, evaluation, stage } = saidLast(row, all);
  const timeZone = zoneOf(deps, row);
  return {
    ...matterOfSide(deps, actor, row, all),
    ...{ activityKind, audience, startsOn, endsOn, place, host: hostCode, timeZone, addressees },
    funding: { state: funding, note: fundingNote },
    aims: all.links
      .filter(isOfIt)
      .flatMap(({ kind, code }) => (kind === "indicator" || kind === "objective" ? [{ kind, code }] : [])),
    ...sidesOf(row, all),
    endorsement: endorsement && endorsementView(actor, endorsement),
    held: held && heldView(actor, row, held, all),
    evaluation: evaluation && evaluationView(actor, row, evaluation, all),
    stage,
    standing: activityPlace({ startsOn, endsOn, stage, timeZone }, deps.clock.now()),
  };
}

function endorsementView(
  actor: Actor,
  { said, meetingId, point, at, byName }: EndorsementRow,
): NonNullable<ActivitySummary["endorsement"]> {
  return { said, meetingId, point, at: at.toISOString(), byName: nameFor(actor, secretariatCode, byName) };
}

function heldView(
  actor: Actor,
  { authorCode }: ActivityRow,
  { id, fromOn, untilOn, place, at, byName }: HeldRow,
  { attendance }: OnActivities,
): NonNullable<ActivitySummary["held"]> {
  return {
    ...{ fromOn, untilOn, place, at: at.toISOString(), byName: nameFor(actor, authorCode, byName) },
    attendance: attendance
      .filter(({ heldId }) => heldId === id)
      .map(({ countryCode: country, institution, persons }) => ({ country, institution, persons })),
  };
}

function evaluationView(
  actor: Actor,
  { authorCode }: ActivityRow,
  { id, language, text, at, byName }: EvaluationRow,
  { results }: OnActivities,
): NonNullable<ActivitySummary["evaluation"]> {
  return {
    ...{ language, text, at: at.toISOString(), byName: nameFor(actor, authorCode, byName) },
    results: results
      .filter(({ evaluationId }) => evaluationId === id)
      .map((one) => ({ indicator: one.indicatorCode, year: one.year, text: one.text })),
  };
}

/** A proposal as this person may see it, or throws `not-found`. */
export async function activityView(
  tx: Tx,
  deps: Pick<Deps, "config" | "reference" | "clock">,
  actor: Actor,
  id: string,
): Promise<ActivityView> {
  const row = found(await findActivity(tx, id));
  const all = await readOnActivities(tx, [id]);
  const named = (participant: string, name: string) => nameFor(actor, participant, name);
  const summary = activitySummary(deps, actor, row, all);
  const byOthers = [
    ...[...all.support, ...all.declines].map(({ participantCode }) => participantCode),
    ...all.endorsements.map(() => secretariatCode),
  ].filter((code) => code !== row.authorCode);
  return {
    ...summary,
    heard: byOthers.length,
    said: {
      support: all.support.map(({ participantCode, supports, at, byName }) => ({
        ...{ participant: participantCode, supports, at: at.toISOString(), byName: named(participantCode, byName) },
      })),
      declines: all.declines.map(({ participantCode, language, text, at, byName }) => ({
        ...{ participant: participantCode, language, text, at: at.toISOString() },
        byName: named(participantCode, byName),
      })),
      endorsements: all.endorsements.map((one) => endorsementView(actor, one)),
      held: all.held.map((one) => heldView(actor, row, one, all)),
      evaluations: all.evaluations.map((one) => evaluationView(actor, row, one, all)),
    },
    ...(await historyOfSide(tx, actor, row, all.files)),
    may: mayOf(actor, row, summary),
    side: participantOf(actor),
  };
}

/** What this person may do with it; the acts themselves ask again. */
function mayOf(
  actor: Actor,
  { authorCode: author, state }: ActivityRow,
  { stage, standing, addressees, supporters, declined }: ActivitySummary,
): ActivityView["may"] {
  const proposed = { author, state, stage };
  const mayWrite = mayDo(actor.role, "activity.write");
  const report = mayReport(actor, proposed);
  return {
    write: mayWrite && speaksFor(actor, author) && state !== "withdrawn",
    support: mayWrite && maySupport(actor, participantOf(actor), proposed),
    decline:
      mayWrite && mayDecline(actor, participantOf(actor), { ...proposed, standing, addressees, supporters, declined }),
    decide: mayDo(actor.role, "activity.decide") && state === "filed",
    hold: mayWrite && report.held,
    evaluate: mayWrite && report.evaluated,
  };
}
