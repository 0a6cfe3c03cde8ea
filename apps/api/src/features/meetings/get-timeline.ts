import type { getTimeline as contract, ReplyOf } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { type ActivityRow, listAllActivities, listEndorsements, listHeld } from "@avances/db/queries/activity-queries";
import { type BodyTermRow, listTermsInRoles } from "@avances/db/queries/body-queries";
import { type CommitmentRow, listCommitments } from "@avances/db/queries/commitment-queries";
import { listTranslations, type TranslationRow } from "@avances/db/queries/matter-queries";
import { listMeetings, type MeetingRow } from "@avances/db/queries/meeting-queries";
import { listConsideredReports } from "@avances/db/queries/report-queries";
import type { Actor } from "@avances/domain/access";
import { activityPlace, activityStage, isPublishedReport, type Office, offices } from "@avances/domain/network";
import { localDate } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { clocksOf } from "#features/shared/clocks.ts";
import { todayEverywhere } from "#features/shared/list-pages.ts";
import { matterHead, titleView } from "#features/shared/matter-view.ts";
import { meetingSummary } from "./meeting-view.ts";

type TimelineDeps = Pick<Deps, "db" | "clock" | "config" | "reference">;
type Timeline = ReplyOf<typeof contract>;

/** What has a day of all that is on record, as far as this person may read it. Nothing is read once for each thing. */
export async function getTimeline(deps: TimelineDeps, actor: Actor): Promise<Timeline> {
  allow(actor, "network.read");
  const today = todayEverywhere(deps, deps.clock.now());
  return deps.db.asActor(actor, async (tx) => {
    const meetings = await listMeetings(tx);
    const held = await listTermsInRoles(tx, offices);
    const reports = await listConsideredReports(tx);
    const proposed = await listAllActivities(tx, { ...filed, isDated: true }, today);
    const done = await listCommitments(tx, { ...filed, stage: "done" }, today, null);
    const translations = await listTranslations(
      tx,
      [...proposed, ...done].map(({ id }) => id),
    );
    const ground = { meetings, translations };
    return {
      today: localDate(deps.clock.now(), clocksOf(deps, null)),
      meetings: meetings.map((row) => meetingSummary(deps, row)),
      offices: held.map((row) => officeView(deps, row)),
      reports: reports.flatMap(({ meetingId, consideredOn }) => {
        const meeting = meetings.find(({ id }) => id === meetingId);
        if (meeting === undefined || consideredOn === null) return [];
        return [{ meetingId: meeting.id, consideredOn, invented: isInvented(deps, meeting.publicSource) }];
      }),
      activities: await activityViews(tx, deps, proposed, ground),
      commitments: done.map((row) => commitmentView(deps, row, ground)),
    };
  });
}

interface Ground {
  readonly meetings: readonly MeetingRow[];
  readonly translations: readonly TranslationRow[];
}

/** Drafts of the own side are read by it, and have happened to nobody. */
const filed = { state: "filed" } as const;

const isInvented = ({ config }: Pick<Deps, "config">, publicSource: string | null) =>
  config.demonstration && publicSource === null;

const bodyOf = ({ meetings }: Ground, meetingId: string | null) =>
  meetings.find(({ id }) => id === meetingId)?.bodyCode ?? null;

function officeView(
  { config }: Pick<Deps, "config">,
  row: BodyTermRow & { readonly role: Office },
): Timeline["offices"][number] {
  const { id, bodyCode: body, participantCode: participant, role, fromOn, untilOn, knownOn, source } = row;
  const invented = config.demonstration && !isPublishedReport(source);
  return { ...{ id, body, participant, role, fromOn, untilOn, knownOn }, invented };
}

/** Those that were held, and those that are planned for days that have not passed. Of others nobody has said that they were. */
async function activityViews(
  tx: Tx,
  deps: Pick<Deps, "clock" | "config" | "reference">,
  rows: readonly ActivityRow[],
  ground: Ground,
): Promise<Timeline["activities"]> {
  const ids = rows.map(({ id }) => id);
  const [endorsements, held] = [await listEndorsements(tx, ids), await listHeld(tx, ids)];
  const now = deps.clock.now();
  return rows.flatMap((row) => {
    const isOfIt = ({ matterId }: { readonly matterId: string }) => matterId === row.id;
    const was = held.findLast(isOfIt) ?? null;
    const stage = activityStage({
      ...{ endorsement: endorsements.findLast(isOfIt)?.said ?? null, isHeld: was !== null, isEvaluated: false },
    });
    const timeZone = clocksOf(deps, row.hostCode ?? row.authorCode);
    const standing = activityPlace({ startsOn: row.startsOn, endsOn: row.endsOn, stage, timeZone }, now);
    const days = was ?? { fromOn: row.startsOn, untilOn: row.endsOn, place: row.place };
    if (standing === "not_recorded" || standing === "not_endorsed" || days.fromOn === null) return [];
    return [
      {
        ...{
          id: row.id,
          title: titleView(row, ground.translations),
          author: row.authorCode,
          body: bodyOf(ground, row.meetingId),
        },
        ...{ fromOn: days.fromOn, untilOn: days.untilOn, place: days.place, standing },
        isToCome: standing !== "held" && localDate(now, timeZone) < days.fromOn,
        invented: matterHead(deps, row).invented,
      },
    ];
  });
}

function commitmentView(
  deps: Pick<Deps, "config" | "reference">,
  row: CommitmentRow,
  ground: Ground,
): Timeline["commitments"][number] {
  return {
    ...{ id: row.id, title: titleView(row, ground.translations), responsible: row.responsibleCode },
    ...{ body: bodyOf(ground, row.meetingId), notedOn: localDate(row.stageAt, clocksOf(deps, null)) },
    invented: matterHead(deps, row).invented,
  };
}
