import type { ReplyOf, ReportView, getReportVersion as versionContract } from "@avances/contracts";
import { findReport, findReportOfMeeting } from "@avances/db/queries/report-queries";
import type { Actor } from "@avances/domain/access";
import { allow, found } from "#features/shared/allow.ts";
import { type ReportDeps, reportView, shownContent, withVoicesRead } from "./report-view.ts";

/** The report of a meeting, as far as this person may read it. */
export async function getReport(deps: ReportDeps, actor: Actor, meetingId: string): Promise<ReportView> {
  allow(actor, "network.read");
  return deps.db.asActor(actor, async (tx) => {
    const { matter } = found(await findReportOfMeeting(tx, meetingId));
    return reportView(tx, deps, actor, matter.id);
  });
}

/** What a version says, to those to whom it was sent. */
export async function getReportVersion(
  deps: ReportDeps,
  actor: Actor,
  { reportId, version }: { readonly reportId: string; readonly version: number },
): Promise<ReplyOf<typeof versionContract>> {
  allow(actor, "network.read");
  return deps.db.asActor(actor, async (tx) => {
    const whole = found(await findReport(tx, reportId));
    const { content } = await shownContent(tx, deps, actor, whole, version);
    return { version, content: (await withVoicesRead(tx, content)).content };
  });
}
