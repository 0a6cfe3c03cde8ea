import type { BodyOf, commentOnReport as commentContract, ReportView } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { holdMatter } from "@avances/db/queries/matter-queries";
import { findReport, insertReportComment } from "@avances/db/queries/report-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { participantOf } from "@avances/domain/network";
import { allow, found } from "#features/shared/allow.ts";
import { askAboutDetails } from "#features/shared/ask-about-details.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import type { ActingDeps } from "./report-act.ts";
import { reportView, shownContent } from "./report-view.ts";

/**
 * Says something for one's side to the version that was circulated last. Refuses with `revision-stale` when a later one was sent since it was
 * read, with `transition-refused` when the report is not before the members.
 */
export async function commentOnReport(
  deps: ActingDeps,
  actor: Actor,
  reportId: string,
  comment: BodyOf<typeof commentContract>,
  idempotency: Idempotency,
): Promise<ReportView> {
  allow(actor, "report.comment");
  const now = deps.clock.now();
  return deps.db.asActor(actor, async (tx) => {
    found(await findReport(tx, reportId));
    return once(tx, deps, actor, idempotency, async () => {
      await holdMatter(tx, reportId);
      const whole = found(await findReport(tx, reportId));
      const { matter, report } = whole;
      if (report.stage !== "circulated") throw new DomainError("transition-refused");
      const { version, pointId, language, text, overruled } = comment;
      if (version !== matter.version)
        throw new DomainError("revision-stale", { current: await reportView(tx, deps, actor, reportId) });
      const { content } = await shownContent(tx, deps, actor, whole, version);
      if (pointId !== null) found(content.points.find(({ id }) => id === pointId));
      await askAboutDetails(tx, actor, now, { matterId: reportId, texts: [text], overruled });
      await insertReportComment(tx, {
        ...{ id: deps.newId(), matterId: reportId, version, pointId, participantCode: found(participantOf(actor)) },
        ...{ language, text: text.trim(), at: now, by: actor.userId, byName: actor.displayName },
      });
      await appendAuditEvent(tx, {
        ...{ at: now, actor, action: "report.commented", objectType: "matter", objectId: reportId },
        ...{ countryCode: actor.country, detail: { version } },
      });
      return reportView(tx, deps, actor, reportId);
    });
  });
}
