import type { getReportFigures as getContract, QueryOf } from "@avances/contracts";
import { findReport } from "@avances/db/queries/report-queries";
import type { Actor } from "@avances/domain/access";
import type { ReportContent, ReportFigures } from "@avances/domain/network";
import { localDate } from "@avances/domain/round";
import { allow, found } from "#features/shared/allow.ts";
import { clocksOf } from "#features/shared/clocks.ts";
import type { CurrentRelease } from "#features/shared/published-answers.ts";
import { figuresOf } from "./figures-of.ts";
import type { ActingDeps } from "./report-act.ts";
import { type ReportDeps, shownContent } from "./report-view.ts";

export interface FiguredDeps extends ActingDeps {
  readonly published: CurrentRelease;
}
type ReadingDeps = ReportDeps & Pick<FiguredDeps, "published">;

/** What the charts and tables of a report show: those of a version as it was sent, those of the working copy as published now. */
export async function getReportFigures(
  deps: ReadingDeps,
  actor: Actor,
  { reportId, version }: { readonly reportId: string } & QueryOf<typeof getContract>,
): Promise<ReportFigures> {
  allow(actor, "network.read");
  const shown = await deps.db.asActor(actor, async (tx) => {
    const whole = found(await findReport(tx, reportId));
    return shownContent(tx, deps, actor, whole, version);
  });
  return shown.figures ?? presentFigures(deps, shown.content);
}

/** What they show now. Not within a transaction: the published edition is read over another connection. */
export function presentFigures(deps: ReadingDeps, { figures }: Pick<ReportContent, "figures">): Promise<ReportFigures> {
  return figuresOf(deps.published(), figures, localDate(deps.clock.now(), clocksOf(deps, null)));
}
