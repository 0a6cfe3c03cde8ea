import type { getOwnNetwork as contract, OwnTask, ReplyOf } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { listAllActivities } from "@avances/db/queries/activity-queries";
import { listCommitments, listDispatches } from "@avances/db/queries/commitment-queries";
import type { Today } from "@avances/db/queries/list-pages";
import { listMatterReplies, listTranslations, type MatterRow } from "@avances/db/queries/matter-queries";
import { listMeetings } from "@avances/db/queries/meeting-queries";
import { listDraftsOf, listLatestFiled, listSentUnread } from "@avances/db/queries/own-network-queries";
import { listVoices } from "@avances/db/queries/voice-queries";
import { type Actor, mayDo } from "@avances/domain/access";
import {
  activityNeed,
  activityPlace,
  hasBegun,
  inOrderOfNeed,
  lastSentTo,
  mayTake,
  type OwnTaskKind,
  otherLanguage,
  overdueDays,
  type ParticipantCode,
  participantOf,
  replyOf,
  speaksFor,
  translationIn,
  translationState,
} from "@avances/domain/network";
import type { Deps } from "#deps.ts";
import { readOnActivities, saidLast, sidesOf } from "#features/shared/activity-ground.ts";
import { allow } from "#features/shared/allow.ts";
import { clocksOf } from "#features/shared/clocks.ts";
import { todayEverywhere } from "#features/shared/list-pages.ts";

type OwnDeps = Pick<Deps, "db" | "clock" | "config" | "reference">;
type Named = Pick<
  MatterRow,
  "id" | "kind" | "authorCode" | "meetingId" | "language" | "subject" | "body" | "textRevision"
>;
interface Found extends Pick<OwnTask, "kind" | "dueOn" | "overdueDays"> {
  readonly matter: Named;
}

/** Kinds of which a home names the latest: they are there to be read. */
const readable = ["document", "report", "contribution", "recommendation", "activity"] as const;
const mostLatest = 6;
/** Kinds that a side writes and then files; the report of a meeting is in work until all that was said of it is considered. */
const written = [
  ...(["document", "commitment", "contribution", "recommendation", "activity"] as const),
  ...(["narrative", "guideline_statement"] as const),
] as const;

/** What the work of the Network needs of this person's side, and what others filed last for them to read. */
export async function getOwnNetwork(deps: OwnDeps, actor: Actor): Promise<ReplyOf<typeof contract>> {
  allow(actor, "network.read");
  const now = deps.clock.now();
  const side = participantOf(actor);
  const writes = side !== null && speaksFor(actor, side);
  return deps.db.asActor(actor, async (tx) => {
    const found = writes ? await tasksOf(tx, deps, actor, side, now) : [];
    const latest = await listLatestFiled(tx, side, readable, mostLatest);
    const ids = [...found.map(({ matter }) => matter.id), ...latest.map(({ id }) => id)];
    const translations = ids.length === 0 ? [] : await listTranslations(tx, ids);
    const named = (row: Named) => {
      const own = translations.filter(({ matterId }) => matterId === row.id);
      const other = otherLanguage(row.language);
      const isSaid = ["translated", "machine"].includes(translationState(row, own, other));
      const translated = isSaid ? translationIn(own, other) : null;
      return {
        ...{ matterId: row.id, matterKind: row.kind, meetingId: row.meetingId, author: row.authorCode },
        titles: [row, ...(translated === null ? [] : [translated])].map(({ language, subject }) => ({
          ...{ language, subject },
        })),
      };
    };
    return {
      ...{ side, writes },
      tasks: inOrderOfNeed(
        found.map(({ kind, dueOn, overdueDays: late, matter }) => ({
          ...{ kind, ...named(matter), dueOn, overdueDays: late },
        })),
      ),
      latest: latest.flatMap((row) =>
        row.filedAt === null ? [] : [{ ...named(row), filedAt: row.filedAt.toISOString() }],
      ),
    };
  });
}

async function tasksOf(
  tx: Tx,
  deps: OwnDeps,
  actor: Actor,
  side: ParticipantCode,
  now: Date,
): Promise<readonly Found[]> {
  const at = { now, today: todayEverywhere(deps, now) };
  return [
    ...(await ofCommitments(tx, deps, side, at)),
    ...(await listSentUnread(tx, side)).map((matter) => ({ kind: "read" as const, ...undated, matter })),
    ...(await ofRecommendations(tx, actor, side)),
    ...(mayDo(actor.role, "activity.write") ? await ofActivities(tx, deps, actor, side, at) : []),
    ...(await listDraftsOf(tx, side, written)).map((matter) => ({ kind: "draft" as const, ...undated, matter })),
  ];
}

const undated = { dueOn: null, overdueDays: null } as const;

interface At {
  readonly now: Date;
  readonly today: Today;
}

/** Commitments that the side owes, and those of which an answer is awaited from it. */
async function ofCommitments(
  tx: Tx,
  deps: OwnDeps,
  side: ParticipantCode,
  { now, today }: At,
): Promise<readonly Found[]> {
  const rows = await listCommitments(tx, { state: "filed", waitsFor: side }, today, null);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const dispatches = await listDispatches(tx, ids);
  const replies = await listMatterReplies(tx, ids);
  const timeZone = clocksOf(deps, side);
  const dated = (dueOn: string | null) => ({
    ...{ dueOn, overdueDays: overdueDays({ stage: "open", dueOn, timeZone }, now) },
  });
  return rows.flatMap((row): readonly Found[] => {
    const isOfIt = ({ matterId }: { readonly matterId: string }) => matterId === row.id;
    const sent = dispatches.filter(isOfIt).map(({ at, toCodes }) => ({ at, to: toCodes }));
    const said = replies
      .filter((one) => isOfIt(one) && one.withdrawnAt === null)
      .map(({ id, participantCode, at }) => ({ id, participant: participantCode, at }));
    const isAwaited = row.replyBy !== null && lastSentTo(side, sent) !== null && replyOf(side, sent, said) === null;
    return [
      ...(row.responsibleCode === side ? [{ kind: "owed" as const, ...dated(row.dueOn), matter: row }] : []),
      ...(isAwaited ? [{ kind: "reply" as const, ...dated(row.replyBy), matter: row }] : []),
    ];
  });
}

/** Recommendations that are put to the side and of which it has not said how it takes them. */
async function ofRecommendations(tx: Tx, actor: Actor, side: ParticipantCode): Promise<readonly Found[]> {
  if (!mayDo(actor.role, "voice.answer")) return [];
  return (await listVoices(tx, { kind: "recommendation", state: "filed", notTakenBy: side }, null))
    .filter(({ kind, authorCode: author, state, addressees }) =>
      mayTake(actor, side, { kind, author, state, addressees }),
    )
    .map((matter) => ({ kind: "take" as const, ...undated, matter }));
}

/** Proposals of activities that wait for a word of the side. */
async function ofActivities(
  tx: Tx,
  deps: OwnDeps,
  actor: Actor,
  side: ParticipantCode,
  { now, today }: At,
): Promise<readonly Found[]> {
  const decides = mayDo(actor.role, "activity.decide");
  const rows = await listAllActivities(tx, { mayNeed: { side, decides } }, today);
  if (rows.length === 0) return [];
  const all = await readOnActivities(
    tx,
    rows.map(({ id }) => id),
  );
  const begun = new Set(
    (await listMeetings(tx))
      .filter((one) => one.state !== "cancelled" && hasBegun({ ...one, timeZone: clocksOf(deps, one.hostCode) }, now))
      .map(({ id }) => id),
  );
  return rows.flatMap((row): readonly Found[] => {
    const { authorCode: author, state, startsOn, endsOn, hostCode, meetingId, addressees } = row;
    const { stage } = saidLast(row, all);
    const timeZone = clocksOf(deps, hostCode ?? author);
    const standing = activityPlace({ startsOn, endsOn, stage, timeZone }, now);
    const kind: OwnTaskKind | null = activityNeed(
      { author, state, stage, standing, addressees, ...sidesOf(row, all) },
      {
        ...{ side, decides },
        hasMeetingBegun: meetingId !== null && begun.has(meetingId),
      },
    );
    return kind === null ? [] : [{ kind, ...undated, matter: row }];
  });
}
