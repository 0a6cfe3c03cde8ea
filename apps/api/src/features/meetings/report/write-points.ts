import type {
  arrangeReport as arrangeContract,
  BodyOf,
  ReportView,
  saveReportPoint as saveContract,
} from "@avances/contracts";
import { listParticipants } from "@avances/db/queries/reference-queries";
import {
  arrangeReportPoints,
  insertReportPoints,
  listReportPoints,
  removeReportPoints,
  updateReport,
  writeReportPoint,
} from "@avances/db/queries/report-queries";
import { listVoicesNamed } from "@avances/db/queries/voice-queries";
import type { Actor } from "@avances/domain/access";
import { byLanguage } from "@avances/domain/catalogue";
import { DomainError } from "@avances/domain/domain-error";
import { arrangementFaults, isEditable, pointFaults, type ReportStage } from "@avances/domain/network";
import { found } from "#features/shared/allow.ts";
import { askAboutDetails } from "#features/shared/ask-about-details.ts";
import { actOnReport, type DecidedOnReport, requireNone } from "./report-act.ts";
import type { ReportDeps } from "./report-view.ts";

function requireEditable(stage: ReportStage): void {
  if (!isEditable(stage)) throw new DomainError("transition-refused");
}

/** Writes a point of the working copy, or adds it after the last one. Another's id is a missing point. */
export function saveReportPoint(
  deps: ReportDeps,
  actor: Actor,
  {
    pointId,
    point,
    ...decided
  }: DecidedOnReport & { readonly pointId: string; readonly point: BodyOf<typeof saveContract> },
): Promise<ReportView> {
  return actOnReport(deps, actor, decided, async (tx, { matter, report }, now) => {
    requireEditable(report.stage);
    const { level, verb, speaker } = point;
    const words = byLanguage((language) => point.words[language].trim());
    const points = await listReportPoints(tx, matter.id);
    const isNew = points.every(({ id }) => id !== pointId);
    const arranged = isNew
      ? [...points, { level }]
      : points.map((one) => (one.id === pointId ? { level } : { level: one.level }));
    const known = new Set((await listParticipants(tx)).map(({ code }) => code));
    const voices = point.voices ?? points.find(({ id }) => id === pointId)?.voices ?? [];
    // One that was withdrawn after the point named it may stay; it is shown to nobody.
    const wanted = point.voices === undefined ? [] : [...new Set(voices)];
    const unknown = (await listVoicesNamed(tx, wanted)).length < wanted.length ? (["voices"] as const) : [];
    requireNone([...pointFaults({ words, speaker }, known), ...unknown, ...arrangementFaults(arranged)]);
    await askAboutDetails(tx, actor, now, {
      ...{ matterId: matter.id, texts: Object.values(words), overruled: point.overruled },
    });
    if (isNew) {
      const added = await insertReportPoints(tx, [
        {
          ...{ id: pointId, matterId: matter.id, place: (points.at(-1)?.place ?? 0) + 1, level, verb },
          ...{ speakerCode: speaker, words, voices: [...voices], createdAt: now, createdBy: actor.userId },
        },
      ]);
      found(added[0]);
    } else
      found(
        await writeReportPoint(
          tx,
          { id: pointId, matterId: matter.id },
          { level, verb, speakerCode: speaker, words, voices: [...voices] },
        ),
      );
    return { act: "written", before: {}, after: { point: pointId } };
  });
}

/** Puts the points in another order or at other levels. A point that is left out is removed. Refuses with `not-found` if one is not of this report. */
export function arrangeReport(
  deps: ReportDeps,
  actor: Actor,
  { arrangement, ...decided }: DecidedOnReport & { readonly arrangement: BodyOf<typeof arrangeContract> },
): Promise<ReportView> {
  return actOnReport(deps, actor, decided, async (tx, { matter, report }, now) => {
    requireEditable(report.stage);
    const { points, withSubmissions } = arrangement;
    const wanted = new Set(points.map(({ id }) => id));
    const before = await listReportPoints(tx, matter.id);
    const known = new Set(before.map(({ id }) => id));
    if (wanted.size !== points.length || !points.every(({ id }) => known.has(id))) throw new DomainError("not-found");
    requireNone(arrangementFaults(points));
    const gone = before.filter(({ id }) => !wanted.has(id)).map(({ id }) => id);
    if (gone.length > 0) await removeReportPoints(tx, matter.id, gone, { removedAt: now, removedBy: actor.userId });
    const placed = points.map(({ id, level }, index) => ({ id, level, place: index + 1 }));
    const moved = placed.filter(({ id, level, place }) => {
      const was = before.find((one) => one.id === id);
      return was?.place !== place || was.level !== level;
    });
    await arrangeReportPoints(tx, matter.id, moved);
    await updateReport(tx, matter.id, { withSubmissions });
    return { act: "written", before: {}, after: { moved: moved.length, removed: gone.length } };
  });
}
