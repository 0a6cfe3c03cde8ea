import type { ReportView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { listMattersNamed, listTranslations } from "@avances/db/queries/matter-queries";
import {
  findReport,
  findReportVersion,
  listReportComments,
  listReportFigures,
  listReportPoints,
  listReportVersions,
  type ReportPointRow,
  type WholeReport,
} from "@avances/db/queries/report-queries";
import { listVoicesNamed } from "@avances/db/queries/voice-queries";
import type { Actor } from "@avances/domain/access";
import {
  isEditable,
  type ReportContent,
  type ReportFigures,
  type ReportPoint,
  speaksFor,
} from "@avances/domain/network";
import { found } from "#features/shared/allow.ts";
import { titleView } from "#features/shared/matter-view.ts";
import { nameFor } from "#features/shared/reply-view.ts";
import { type MeetingDeps, meetingView } from "../meeting-view.ts";

export type ReportDeps = MeetingDeps;

/** A report as this person may read it: whoever writes it the working copy, everybody else the last version that was sent to them. */
export async function reportView(tx: Tx, deps: ReportDeps, actor: Actor, reportId: string): Promise<ReportView> {
  const whole = found(await findReport(tx, reportId));
  const { matter, report } = whole;
  const versions = await listReportVersions(tx, matter.id);
  const comments = await listReportComments(tx, matter.id);
  const { shown, content: all, invented } = await shownContent(tx, deps, actor, whole);
  const { content, voices } = await withVoicesRead(tx, all);
  return {
    ...{ id: matter.id, meetingId: meetingOf(whole), stage: report.stage, revision: matter.revision, shown, content },
    withSubmissions: report.withSubmissions,
    versions: versions.map(({ at, matterId: _, ...version }) => ({ ...version, at: at.toISOString() })),
    comments: comments.map(({ id, version, pointId, participantCode, language, text, at, byName }) => ({
      ...{ id, version, pointId, participant: participantCode, language, text },
      byName: nameFor(actor, participantCode, byName),
      at: at.toISOString(),
    })),
    voices,
    sources: await sourcesOf(tx, content),
    considered: consideredOf(report),
    invented,
  };
}

/**
 * What a report says, with those contributions and recommendations of which its points speak that this reader reads: a version that is sent to
 * many does not tell that there is something which only few may read.
 */
export async function withVoicesRead(
  tx: Tx,
  content: ReportContent,
): Promise<{ readonly content: ReportContent; readonly voices: ReportView["voices"] }> {
  const read = await listVoicesNamed(tx, [...new Set(content.points.flatMap(({ voices }) => voices))]);
  const known = new Set(read.map(({ id }) => id));
  const translations = read.length === 0 ? [] : await listTranslations(tx, [...known]);
  return {
    content: {
      ...content,
      points: content.points.map((point) => ({ ...point, voices: point.voices.filter((id) => known.has(id)) })),
    },
    voices: read.flatMap((row) =>
      row.kind === "contribution" || row.kind === "recommendation"
        ? [{ id: row.id, kind: row.kind, author: row.authorCode, ...titleView(row, translations) }]
        : [],
    ),
  };
}

/** The matters from which the points were made that this reader may read. */
async function sourcesOf(tx: Tx, { points }: ReportContent): Promise<ReportView["sources"]> {
  const ids = points.flatMap(({ source }) => (source?.kind === "matter" ? [source.id] : []));
  return (await listMattersNamed(tx, [...new Set(ids)])).map(({ id, kind }) => ({ id, kind }));
}

export function consideredOf({
  consideredOn,
  response,
  responseLanguage,
}: WholeReport["report"]): ReportView["considered"] {
  if (consideredOn === null || response === null || responseLanguage === null) return null;
  return { on: consideredOn, language: responseLanguage, response };
}

/** Every report is of a meeting; its matter says of which. */
export const meetingOf = ({ matter }: Pick<WholeReport, "matter">): string => found(matter.meetingId);

export interface ShownContent {
  /** Null: the working copy. */
  readonly shown: number | null;
  readonly content: ReportContent;
  /** What its charts and tables show; null: they are of what is published now. */
  readonly figures: ReportFigures | null;
  /** When it became what it is. */
  readonly at: Date;
  readonly invented: boolean;
  /** The published report from which the meeting was entered. */
  readonly publicSource: string | null;
}

/** What a reader is shown: the version that is asked for, or else the working copy or the last version that was sent to them. */
export async function shownContent(
  tx: Tx,
  deps: ReportDeps,
  actor: Actor,
  whole: WholeReport,
  version?: number,
): Promise<ShownContent> {
  const { matter, report } = whole;
  const meeting = await meetingView(tx, deps, actor, meetingOf(whole));
  const { invented, publicSource } = meeting;
  // What is final is what was sent: there is nothing else to read.
  if (version === undefined && isEditable(report.stage) && speaksFor(actor, matter.authorCode))
    return {
      shown: null,
      content: await workingContent(tx, whole, meeting),
      figures: null,
      at: deps.clock.now(),
      invented,
      publicSource,
    };
  const asked = version ?? found((await listReportVersions(tx, matter.id))[0]).version;
  const row = found(await findReportVersion(tx, matter.id, asked));
  const { figures: chosen = [], points } = row.content;
  const content = {
    ...row.content,
    figures: chosen,
    points: points.map((point) => ({ ...point, voices: point.voices ?? [] })),
  };
  const figures = row.figures ?? { edition: null, figures: [] };
  return { shown: row.version, content, figures, at: row.at, invented, publicSource };
}

/** What the report says now, as it would be sent. */
export async function workingContent(
  tx: Tx,
  { matter, report }: WholeReport,
  meeting: Awaited<ReturnType<typeof meetingView>>,
): Promise<ReportContent> {
  const { body, heldOn, untilOn, place, host, attendance, round } = meeting;
  const points = await listReportPoints(tx, matter.id);
  return {
    meeting: { body, heldOn, untilOn, place, host },
    attendance: attendance.map(({ participant, attended, sharedProgress }) => ({
      participant,
      attended,
      sharedProgress,
    })),
    points: points.map(pointOf),
    submissions:
      report.withSubmissions && round !== null
        ? {
            round,
            rows: attendance.flatMap(({ participant, submitted }) =>
              submitted === null ? [] : [{ participant, submitted }],
            ),
          }
        : null,
    figures: await listReportFigures(tx, matter.id),
  };
}

function pointOf({ id, level, verb, speakerCode, words, sourceKind, sourceId, voices }: ReportPointRow): ReportPoint {
  return {
    ...{ id, level, verb, speaker: speakerCode, words, voices },
    source: sourceKind === null || sourceId === null ? null : { kind: sourceKind, id: sourceId },
  };
}
