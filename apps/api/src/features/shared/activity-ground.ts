import type { Tx } from "@avances/db";
import {
  type ActivityLink,
  type ActivityRow,
  type AttendanceRow,
  type DeclineRow,
  type EndorsementRow,
  type EvaluationRow,
  type HeldRow,
  listActivityAttendance,
  listActivityLinks,
  listDeclines,
  listEndorsements,
  listEvaluations,
  listHeld,
  listResults,
  listSupport,
  type ResultRow,
  type SupportRow,
} from "@avances/db/queries/activity-queries";
import { type HeldFileRow, listFilesOf } from "@avances/db/queries/file-queries";
import { listTranslations, type TranslationRow } from "@avances/db/queries/matter-queries";
import {
  type ActivityStage,
  activityStage,
  declinedBy,
  lastOfEach,
  type ParticipantCode,
} from "@avances/domain/network";

/** What hangs on some proposals. */
export interface OnActivities {
  readonly translations: readonly TranslationRow[];
  readonly files: readonly HeldFileRow[];
  readonly links: readonly ActivityLink[];
  readonly support: readonly SupportRow[];
  readonly declines: readonly DeclineRow[];
  readonly endorsements: readonly EndorsementRow[];
  readonly held: readonly HeldRow[];
  readonly attendance: readonly AttendanceRow[];
  readonly evaluations: readonly EvaluationRow[];
  readonly results: readonly ResultRow[];
}

export async function readOnActivities(tx: Tx, matterIds: readonly string[]): Promise<OnActivities> {
  return {
    translations: await listTranslations(tx, matterIds),
    files: await listFilesOf(tx, { matterIds }),
    links: await listActivityLinks(tx, matterIds),
    support: await listSupport(tx, matterIds),
    declines: await listDeclines(tx, matterIds),
    endorsements: await listEndorsements(tx, matterIds),
    held: await listHeld(tx, matterIds),
    attendance: await listActivityAttendance(tx, matterIds),
    evaluations: await listEvaluations(tx, matterIds),
    results: await listResults(tx, matterIds),
  };
}

/** Who supports a proposal, in the order in which they said so, and who declined to. `all`: of any. */
export function sidesOf(
  { id }: Pick<ActivityRow, "id">,
  all: Pick<OnActivities, "support" | "declines">,
): { readonly supporters: readonly ParticipantCode[]; readonly declined: readonly ParticipantCode[] } {
  const isOfIt = ({ matterId }: { readonly matterId: string }) => matterId === id;
  const support = all.support.filter(isOfIt);
  const last = lastOfEach(support.map((one) => ({ ...one, by: one.participantCode })));
  return {
    supporters: last.flatMap(({ by, supports }) => (supports ? [by] : [])),
    declined: declinedBy(all.declines.filter(isOfIt), support),
  };
}

/** What was said last of one proposal. `all`: of any. */
export function saidLast({ id }: Pick<ActivityRow, "id">, all: OnActivities) {
  const isOfIt = ({ matterId }: { readonly matterId: string }) => matterId === id;
  const endorsement = all.endorsements.findLast(isOfIt) ?? null;
  const held = all.held.findLast(isOfIt) ?? null;
  const evaluation = all.evaluations.findLast(isOfIt) ?? null;
  const stage: ActivityStage = activityStage({
    ...{ endorsement: endorsement?.said ?? null, isHeld: held !== null, isEvaluated: evaluation !== null },
  });
  return { endorsement, held, evaluation, stage };
}
