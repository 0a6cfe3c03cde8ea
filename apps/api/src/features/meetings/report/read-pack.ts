import type { Tx } from "@avances/db";
import { listAllActivities } from "@avances/db/queries/activity-queries";
import { listCommitments } from "@avances/db/queries/commitment-queries";
import { listDocuments } from "@avances/db/queries/document-queries";
import { listTranslations, type MatterRow, type TranslationRow } from "@avances/db/queries/matter-queries";
import { listMeetings } from "@avances/db/queries/meeting-queries";
import { listNarratives, whoShared } from "@avances/db/queries/narrative-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import { findReportOfMeeting, listReportVersions } from "@avances/db/queries/report-queries";
import { listCompletion, listStances, listVoiceLinks, listVoices } from "@avances/db/queries/voice-queries";
import type { Actor } from "@avances/domain/access";
import { lastDayOf, takesProgress } from "@avances/domain/network";
import { endOfDay } from "@avances/domain/round";
import { readOnActivities } from "#features/shared/activity-ground.ts";
import { todayEverywhere } from "#features/shared/list-pages.ts";
import { type MeetingDeps, meetingSummary, meetingView } from "../meeting-view.ts";
import { consideredOf, type ReportDeps, shownContent } from "./report-view.ts";

/** Nothing is filed after it. */
const endOfTime = new Date("9999-12-31T00:00:00Z");

export type PackFacts = Awaited<ReturnType<typeof readPack>>;
export type Worded = Pick<MatterRow, "id" | "language" | "subject" | "body" | "textRevision">;

/**
 * Everything in the papers of a meeting that is not published, as `reader` may read it: somebody of the audience who speaks for no side. What the database
 * does not show that person cannot be in the papers.
 */
export async function readPack(tx: Tx, deps: MeetingDeps & ReportDeps, reader: Actor, meetingId: string) {
  const today = todayEverywhere(deps, deps.clock.now());
  const meeting = await meetingView(tx, deps, reader, meetingId);
  const meetings = (await listMeetings(tx)).map((row) => meetingSummary(deps, row));
  const [last] = meetings
    .filter((one) => one.body === meeting.body && one.state === "held" && one.heldOn < meeting.heldOn)
    .sort((one, other) => (one.heldOn < other.heldOn ? 1 : -1));
  const since = last === undefined ? null : endOfDay(lastDayOf(last), last.timeZone);
  // What is open now and what is new since, all of it: papers say nothing of what they leave out.
  const filed = { state: "filed" } as const;
  const open = { openOrSince: since ?? endOfTime };
  const commitments = await listCommitments(tx, { ...filed, ...open }, today, null);
  const recommendations = await listVoices(tx, { kind: "recommendation", ...filed, ...open }, null);
  const contributions = since === null ? [] : await listVoices(tx, { kind: "contribution", ...filed, since }, null);
  const documents = since === null ? [] : await listDocuments(tx, { words: "", ...filed, since }, null);
  const activities = await listAllActivities(tx, { ...filed, ofPapers: { meeting: meetingId, since } }, today);
  const onActivities = await readOnActivities(
    tx,
    activities.map(({ id }) => id),
  );
  const told = (await listNarratives(tx, meetingId)).filter(({ state }) => state === "filed");
  const links =
    told.length === 0
      ? []
      : await listVoiceLinks(
          tx,
          told.map(({ id }) => id),
        );
  const narratives = told.map((row) => ({
    ...row,
    indicators: links.flatMap(({ matterId, kind, code }) =>
      matterId === row.id && kind === "indicator" ? [code] : [],
    ),
  }));
  const all = [...commitments, ...recommendations, ...contributions, ...documents, ...activities, ...told].map(
    ({ id }) => id,
  );
  const translations: readonly TranslationRow[] = all.length === 0 ? [] : await listTranslations(tx, all);
  const ofRecommendations = recommendations.map(({ id }) => id);
  const participants = await listParticipants(tx);
  return {
    ...{
      meeting,
      meetings,
      commitments,
      recommendations,
      contributions,
      documents,
      activities,
      onActivities,
      translations,
      narratives,
    },
    last: last === undefined || since === null ? null : { ...last, endedAt: since },
    stances: ofRecommendations.length === 0 ? [] : await listStances(tx, ofRecommendations),
    completion: ofRecommendations.length === 0 ? [] : await listCompletion(tx, ofRecommendations),
    // Null: nobody is asked for it before this meeting.
    shared: takesProgress(meeting) || told.length > 0 ? await whoShared(tx, meetingId) : null,
    names: new Map(participants.map(({ code, name }) => [code, name])),
    organisations: new Set(participants.flatMap(({ code, kind }) => (kind === "organisation" ? [code] : []))),
    report: await readReport(tx, deps, reader, [meetingId, ...(last === undefined ? [] : [last.id])]),
  };
}

/** The last version that the reader may read of the first of these meetings that has one; never a working copy. */
async function readReport(tx: Tx, deps: ReportDeps, reader: Actor, meetingIds: readonly string[]) {
  for (const meetingId of meetingIds) {
    const whole = await findReportOfMeeting(tx, meetingId);
    if (whole === undefined) continue;
    const [sent] = await listReportVersions(tx, whole.matter.id);
    if (sent === undefined) continue;
    const shown = await shownContent(tx, deps, reader, whole, sent.version);
    return { ...shown, sent, considered: sent.stage === "final" ? consideredOf(whole.report) : null };
  }
  return null;
}
