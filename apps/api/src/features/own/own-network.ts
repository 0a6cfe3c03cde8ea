import type { getOwnNetwork as contract, OwnTask, ReplyOf } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { listActivities } from "@avances/db/queries/activity-queries";
import { listCommitments, listDispatches } from "@avances/db/queries/commitment-queries";
import {
  listMatterReplies,
  listMattersNamed,
  listTranslations,
  type MatterRow,
} from "@avances/db/queries/matter-queries";
import { listMeetings } from "@avances/db/queries/meeting-queries";
import { listLatestFiled, listSeenBySide } from "@avances/db/queries/own-network-queries";
import { listStances, listVoices } from "@avances/db/queries/voice-queries";
import { type Actor, mayDo } from "@avances/domain/access";
import {
  activityNeed,
  activityPlace,
  hasBegun,
  inOrderOfNeed,
  isUnderWay,
  lastSentTo,
  mayTake,
  type OwnTaskKind,
  otherLanguage,
  overdueDays,
  type ParticipantCode,
  participantOf,
  replyOf,
  sentUnread,
  speaksFor,
  translationIn,
  translationState,
} from "@avances/domain/network";
import type { Deps } from "#deps.ts";
import { readOnActivities, saidLast, sidesOf } from "#features/shared/activity-ground.ts";
import { allow } from "#features/shared/allow.ts";
import { clocksOf } from "#features/shared/clocks.ts";

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
  return [
    ...(await ofCommitments(tx, deps, side, now)),
    ...(await ofRecommendations(tx, actor, side)),
    ...(mayDo(actor.role, "activity.write") ? await ofActivities(tx, deps, actor, side, now) : []),
  ];
}

const undated = { dueOn: null, overdueDays: null } as const;

/** Commitments that the side owes, those of which an answer is awaited from it, and documents that came with them. */
async function ofCommitments(tx: Tx, deps: OwnDeps, side: ParticipantCode, now: Date): Promise<readonly Found[]> {
  const rows = (await listCommitments(tx)).filter(({ state }) => state === "filed");
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const dispatches = await listDispatches(tx, ids);
  const replies = await listMatterReplies(tx, ids);
  const timeZone = clocksOf(deps, side);
  const dated = (dueOn: string | null) => ({
    ...{ dueOn, overdueDays: overdueDays({ stage: "open", dueOn, timeZone }, now) },
  });
  const found = rows.flatMap((row): readonly Found[] => {
    if (!isUnderWay(row.stage)) return [];
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
  const unread = sentUnread(side, dispatches, await listSeenBySide(tx, side));
  const documents = (await listMattersNamed(tx, unread)).filter(
    ({ state, authorCode }) => state === "filed" && authorCode !== side,
  );
  return [...found, ...documents.map((matter) => ({ kind: "read" as const, ...undated, matter }))];
}

/** Recommendations that are put to the side and of which it has not said how it takes them. */
async function ofRecommendations(tx: Tx, actor: Actor, side: ParticipantCode): Promise<readonly Found[]> {
  if (!mayDo(actor.role, "voice.answer")) return [];
  const { voices } = await listVoices(tx, { kind: "recommendation", country: side }, { limit: 200, offset: 0 });
  const put = voices.filter(({ kind, authorCode: author, state, addressees }) =>
    mayTake(actor, side, { kind, author, state, addressees }),
  );
  if (put.length === 0) return [];
  const taken = await listStances(
    tx,
    put.map(({ id }) => id),
  );
  return put
    .filter(({ id }) => !taken.some((one) => one.matterId === id && one.participantCode === side))
    .map((matter) => ({ kind: "take" as const, ...undated, matter }));
}

/** Proposals of activities that wait for a word of the side. */
async function ofActivities(
  tx: Tx,
  deps: OwnDeps,
  actor: Actor,
  side: ParticipantCode,
  now: Date,
): Promise<readonly Found[]> {
  const rows = await listActivities(tx);
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
        ...{ side, decides: mayDo(actor.role, "activity.decide") },
        hasMeetingBegun: meetingId !== null && begun.has(meetingId),
      },
    );
    return kind === null ? [] : [{ kind, ...undated, matter: row }];
  });
}
