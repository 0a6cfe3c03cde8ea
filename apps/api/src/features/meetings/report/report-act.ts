import type { ReportView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { appendMatterActs, lockMatter, type MatterPatch, updateMatter } from "@avances/db/queries/matter-queries";
import { findReport, type WholeReport } from "@avances/db/queries/report-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import {
  type ArrangementFault,
  type FigureFault,
  type MatterActKind,
  type PointFault,
  type StepFault,
  secretariatCode,
} from "@avances/domain/network";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { type ReportDeps, reportView } from "./report-view.ts";

export type ActingDeps = ReportDeps & Pick<Deps, "newId">;

/** A report as the person who decides has seen it. */
export interface DecidedOnReport {
  readonly reportId: string;
  /** Revision that was seen (`If-Match`). */
  readonly revision: number;
  readonly idempotency: Idempotency;
}

interface Act {
  readonly act: MatterActKind;
  /** Codes, numbers and days, never words. */
  readonly before: Readonly<Record<string, string | number | null>>;
  readonly after: Readonly<Record<string, string | number | null>>;
  readonly patch?: MatterPatch;
  /** What must be written once the matter has its new version. */
  readonly afterwards?: (whole: WholeReport) => Promise<void>;
}

type Decide = (tx: Tx, whole: WholeReport, now: Date) => Act | Promise<Act>;

/**
 * The only way to change a report, once per key: refuses with `revision-stale` and its present state when it was changed since; raises the
 * revision, and records the act and who did it.
 */
export async function actOnReport(
  deps: ReportDeps,
  actor: Actor,
  { reportId, revision, idempotency }: DecidedOnReport,
  decide: Decide,
): Promise<ReportView> {
  allow(actor, "network.manage");
  const now = deps.clock.now();
  return deps.db.asActor(actor, async (tx) => {
    found(await findReport(tx, reportId));
    return once(tx, deps, actor, idempotency, async () => {
      const matter = found(await lockMatter(tx, reportId, "report"));
      const whole = found(await findReport(tx, reportId));
      if (matter.revision !== revision)
        throw new DomainError("revision-stale", { current: await reportView(tx, deps, actor, reportId) });
      const decided = await decide(tx, whole, now);
      const changed = found(await updateMatter(tx, reportId, decided.patch ?? {}));
      await decided.afterwards?.({ ...whole, matter: changed });
      await noteReportAct(tx, actor, now, changed, decided);
      return reportView(tx, deps, actor, reportId);
    });
  });
}

/** Writes an act that has been done into the record of the report and into the audit trail. */
export async function noteReportAct(
  tx: Tx,
  actor: Actor,
  now: Date,
  { id, revision }: Pick<WholeReport["matter"], "id" | "revision">,
  { act, before, after }: Pick<Act, "act" | "before" | "after">,
): Promise<void> {
  await appendMatterActs(tx, [
    {
      ...{ matterId: id, revision, act, at: now, before, after },
      ...{ actorId: actor.userId, actorName: actor.displayName, participantCode: secretariatCode },
    },
  ]);
  await appendAuditEvent(tx, {
    ...{ at: now, actor, action: `report.${act}`, objectType: "matter", objectId: id, countryCode: null },
    ...{
      fields: Object.keys(after),
      detail: { revision, ...(typeof after.stage === "string" && { stage: after.stage }) },
    },
  });
}

/** Refuses with `report-refused` if there is any fault. */
export function requireNone(faults: readonly (PointFault | ArrangementFault | StepFault | FigureFault)[]): void {
  if (faults.length > 0) throw new DomainError("report-refused", { faults });
}
