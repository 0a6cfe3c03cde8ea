import type { BodyOf, considerReport as considerContract, ReportView } from "@avances/contracts";
import { freezeMatterVersions } from "@avances/db/queries/matter-queries";
import { findReport, insertReportVersion, listReportFigures, updateReport } from "@avances/db/queries/report-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { consideringFaults, lastDayOf, type SentStage, sendingFaults, shownTo } from "@avances/domain/network";
import { localDate } from "@avances/domain/round";
import { allow, found } from "#features/shared/allow.ts";
import { askAboutDetails } from "#features/shared/ask-about-details.ts";
import { meetingView } from "../meeting-view.ts";
import { type FiguredDeps, presentFigures } from "./get-figures.ts";
import { actOnReport, type DecidedOnReport, requireNone } from "./report-act.ts";
import { meetingOf, type ReportDeps, workingContent } from "./report-view.ts";

/** Sends the report to the members as a version; again, after their comments. */
export function circulateReport(deps: FiguredDeps, actor: Actor, decided: DecidedOnReport): Promise<ReportView> {
  return send(deps, actor, decided, "circulated");
}

/** Makes it final: the Network reads it, and it is not changed any more. */
export function finaliseReport(deps: FiguredDeps, actor: Actor, decided: DecidedOnReport): Promise<ReportView> {
  return send(deps, actor, decided, "final");
}

async function send(deps: FiguredDeps, actor: Actor, decided: DecidedOnReport, to: SentStage): Promise<ReportView> {
  allow(actor, "network.manage");
  // Before the transaction: what is published is read over another connection.
  const choices = await deps.db.asActor(actor, async (tx) => {
    const { matter } = found(await findReport(tx, decided.reportId));
    return listReportFigures(tx, matter.id);
  });
  const figures = await presentFigures(deps, { figures: choices });
  return actOnReport(deps, actor, decided, async (tx, whole, now) => {
    const { matter, report } = whole;
    if (report.stage === "final" || report.stage === "considered") throw new DomainError("transition-refused");
    const meeting = await meetingView(tx, deps, actor, meetingOf(whole));
    const content = await workingContent(tx, whole, meeting);
    // Whoever chose others meanwhile raised the revision, so this is never so; if it were, other figures would be kept than were asked for.
    if (JSON.stringify(content.figures) !== JSON.stringify(choices)) throw new DomainError("revision-stale");
    requireNone(sendingFaults(to, { stage: report.stage, points: content.points, isHeld: meeting.state === "held" }));
    const version = matter.version + 1;
    const visibility = shownTo[to];
    const stamp = { at: now, by: actor.userId, byName: actor.displayName };
    return {
      act: "filed",
      before: { stage: report.stage, version: matter.version },
      after: { stage: to, version, visibility },
      patch: { state: "filed", version, visibility, filedAt: now },
      afterwards: async (sent) => {
        await freezeMatterVersions(tx, [sent.matter], stamp);
        found(await updateReport(tx, matter.id, { stage: to }));
        await insertReportVersion(tx, {
          matterId: matter.id,
          version,
          stage: to,
          visibility,
          content,
          figures,
          ...stamp,
        });
      },
    };
  });
}

/** Records on which day the final report was considered, and what came of it. */
export function considerReport(
  deps: ReportDeps,
  actor: Actor,
  { considered, ...decided }: DecidedOnReport & { readonly considered: BodyOf<typeof considerContract> },
): Promise<ReportView> {
  return actOnReport(deps, actor, decided, async (tx, whole, now) => {
    const { matter, report } = whole;
    if (report.stage !== "final") throw new DomainError("transition-refused");
    const meeting = await meetingView(tx, deps, actor, meetingOf(whole));
    const { on, language, overruled } = considered;
    const response = considered.response.trim();
    requireNone(consideringFaults(on, { lastDay: lastDayOf(meeting), today: localDate(now, meeting.timeZone) }));
    await askAboutDetails(tx, actor, now, { matterId: matter.id, texts: [response], overruled });
    found(
      await updateReport(tx, matter.id, {
        ...{ stage: "considered" as const, consideredOn: on, response, responseLanguage: language },
      }),
    );
    return { act: "concluded", before: { stage: report.stage }, after: { stage: "considered", on } };
  });
}
