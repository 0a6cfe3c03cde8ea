import type { BodyOf, ReportView, saveReportFigures as saveContract } from "@avances/contracts";
import { listReportFigures, listReportPoints, setReportFigures } from "@avances/db/queries/report-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { figureFaults, isEditable } from "@avances/domain/network";
import { localDate } from "@avances/domain/round";
import { allow, found } from "#features/shared/allow.ts";
import { clocksOf } from "#features/shared/clocks.ts";
import { figuresOf } from "./figures-of.ts";
import type { FiguredDeps } from "./get-figures.ts";
import { actOnReport, type DecidedOnReport, requireNone } from "./report-act.ts";

/**
 * Chooses the charts and tables of the working copy, all at once. Refuses with `report-refused` one that cannot be drawn so, or of which nothing is
 * published, and with `not-found` one below a point that is not of this report.
 */
export async function saveReportFigures(
  deps: FiguredDeps,
  actor: Actor,
  { figures, ...decided }: DecidedOnReport & BodyOf<typeof saveContract>,
): Promise<ReportView> {
  allow(actor, "network.manage");
  // Before the transaction: what is published is read over another connection.
  const today = localDate(deps.clock.now(), clocksOf(deps, null));
  const faults = figureFaults(figures);
  const shown =
    faults.length > 0
      ? new Set()
      : new Set((await figuresOf(deps.published(), figures, today)).figures.map(({ id }) => id));
  return actOnReport(deps, actor, decided, async (tx, { matter, report }, now) => {
    if (!isEditable(report.stage)) throw new DomainError("transition-refused");
    // One that stands there may have lost its figures since: it stays until somebody takes it out.
    const before = new Set((await listReportFigures(tx, matter.id)).map((one) => keyOf(one)));
    const isUnknown = figures.some((one) => !shown.has(one.id) && !before.has(keyOf(one)));
    requireNone(faults.length > 0 ? faults : isUnknown ? ["figure_unknown"] : []);
    const points = new Set((await listReportPoints(tx, matter.id)).map(({ id }) => id));
    if (figures.some(({ pointId }) => pointId !== null && !points.has(pointId))) throw new DomainError("not-found");
    found(await setReportFigures(tx, { matterId: matter.id, choices: figures, chosenAt: now, chosenBy: actor.userId }));
    return { act: "written", before: { figures: before.size }, after: { figures: figures.length } };
  });
}

const keyOf = ({ id, subject, code, form }: BodyOf<typeof saveContract>["figures"][number]) =>
  JSON.stringify([id, subject, code, form]);
