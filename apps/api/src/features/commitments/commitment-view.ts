import type { CommitmentSummary, CommitmentView, MatterSide } from "@avances/contracts";
import type { Tx } from "@avances/db";
import {
  type CommitmentRow,
  type DispatchRow,
  findCommitment,
  listDispatches,
  listMatterMessages,
  listSendableVersions,
} from "@avances/db/queries/commitment-queries";
import { listFilesOf } from "@avances/db/queries/file-queries";
import {
  listMatterActs,
  listMatterReplies,
  listMatterVersions,
  listSeen,
  listTranslations,
  type MatterReplyRow,
  type TranslationRow,
} from "@avances/db/queries/matter-queries";
import {
  type AskedCommitment,
  listMatterRequests,
  type RequestAndMail,
} from "@avances/db/queries/matter-request-queries";
import { listMeetings, type MeetingRow } from "@avances/db/queries/meeting-queries";
import { type Actor, isOfSecretariat } from "@avances/domain/access";
import {
  answersCommitments,
  carriedOver,
  lastSentTo,
  type NextMatterRequest,
  nextMatterRequest,
  overdueDays,
  participantOf,
  replyOf,
  secretariatSeat,
} from "@avances/domain/network";
import { readResult } from "@avances/domain/round";
import { askState, loadSides, mayAnswer, type Sides, sidesOf } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { found } from "#features/shared/allow.ts";
import { type LastMails, lastMailsOf } from "#features/shared/last-mails.ts";
import { matterActView, matterHead, wordsView } from "#features/shared/matter-view.ts";
import { nameFor, replyView } from "#features/shared/reply-view.ts";

export type CommitmentDeps = Pick<Deps, "db" | "clock" | "config" | "newId" | "reference">;

/** What the summaries of some commitments are made from, of any commitments. */
interface Ground {
  readonly now: Date;
  readonly translations: readonly TranslationRow[];
  readonly dispatches: readonly DispatchRow[];
  readonly replies: readonly MatterReplyRow[];
  readonly meetings: readonly MeetingRow[];
}

/** Reads it for these commitments. `meetings`: all of them, if they were read before. */
export async function readGround(
  tx: Tx,
  ids: readonly string[],
  now: Date,
  meetings?: readonly MeetingRow[],
): Promise<Ground> {
  return {
    now,
    translations: await listTranslations(tx, ids),
    dispatches: await listDispatches(tx, ids),
    replies: await listMatterReplies(tx, ids),
    meetings: meetings ?? (await listMeetings(tx)),
  };
}

/** What the requests about a commitment depend on, as its pages know it. Answers that were taken back are none. */
export function askedOf(row: CommitmentRow, { dispatches, replies, meetings }: Ground): AskedCommitment {
  const meeting = meetings.find(({ id }) => id === row.meetingId);
  return {
    ...{ matterId: row.id, author: row.authorCode, state: row.state, point: row.point ?? "", stage: row.stage },
    ...{ responsible: row.responsibleCode, dueOn: row.dueOn, replyBy: row.replyBy },
    meeting: meeting === undefined ? null : { body: meeting.bodyCode, heldOn: meeting.heldOn },
    dispatches: dispatches
      .filter(({ matterId }) => matterId === row.id)
      .map(({ at, toCodes, documents }) => ({ at, to: toCodes, documents: documents.length })),
    replies: replies
      .filter(({ matterId, withdrawnAt }) => matterId === row.id && withdrawnAt === null)
      .map(({ id, participantCode, at }) => ({ id, participant: participantCode, at })),
  };
}

/** By whose clocks a day of this participant ends: its capital's; of an organisation and of the Secretariat those of its desk. */
export function zoneOfSide({ reference, config }: Pick<Deps, "reference" | "config">, code: string): string {
  const zone = (one: string) => reference.countries.find(({ alpha3 }) => alpha3 === one)?.timeZone;
  return zone(code) ?? found(zone(config.secretariatCountry ?? secretariatSeat));
}

const meetingOf = ({ id, bodyCode, heldOn, untilOn, state }: MeetingRow) => ({
  ...{ id, body: bodyCode, heldOn, untilOn, state },
});

/** A commitment of a list. */
export function commitmentSummary(
  deps: Pick<Deps, "reference" | "config">,
  actor: Actor,
  row: CommitmentRow,
  ground: Ground,
): CommitmentSummary {
  const { stage, dueOn, responsibleCode, outcome, outcomeLanguage, outcomeMeetingId } = row;
  const meetings = ground.meetings.map(meetingOf);
  const asked = askedOf(row, ground);
  const sentTo = [...new Set(asked.dispatches.flatMap(({ to }) => to))].filter(answersCommitments);
  const own = { stage, madeAt: meetings.find(({ id }) => id === row.meetingId) ?? null };
  return {
    ...matterHead(deps, row),
    words: wordsView(row, ground.translations),
    ...{ point: asked.point, responsible: responsibleCode, addressees: row.addressees, dueOn, replyBy: row.replyBy },
    ...{ stage, stageAt: row.stageAt.toISOString(), stageNote: row.stageNote },
    stageByName: nameFor(actor, responsibleCode, row.stageByName) || null,
    overdueDays: overdueDays({ stage, dueOn, timeZone: zoneOfSide(deps, responsibleCode) }, ground.now),
    carriedOver: carriedOver(own, meetings).map(({ id }) => id),
    sent: sentTo.length,
    answered: sentTo.filter((code) => replyOf(code, asked.dispatches, asked.replies) !== null).length,
    outcome:
      outcome === null || outcomeLanguage === null || outcomeMeetingId === null
        ? null
        : { meetingId: outcomeMeetingId, language: outcomeLanguage, text: outcome },
  };
}

/** A commitment as this person may see it, or throws `not-found`. */
export async function commitmentView(tx: Tx, deps: CommitmentDeps, actor: Actor, id: string): Promise<CommitmentView> {
  const row = found(await findCommitment(tx, id));
  const ground = await readGround(tx, [id], deps.clock.now());
  const record = await listMatterActs(tx, id);
  const versions = await listMatterVersions(tx, id);
  const requests = await listMatterRequests(tx, [id]);
  const seen = await listSeen(tx, id);
  const files = await listFilesOf(tx, { replyIds: ground.replies.map((reply) => reply.id) });
  const sides = await loadSides(tx, ground.now, deps.config.secretariatCountry);
  const asked = row.state === "filed" ? sidesOf(askedOf(row, ground)) : [];
  const lastMails = await lastMailsOf(tx, actor, asked, { sides, now: ground.now });
  const isDesk = isOfSecretariat(actor.role);
  const titles = await listSendableVersions(
    tx,
    ground.dispatches.flatMap(({ documents }) => documents.map(({ matterId }) => matterId)),
  );
  return {
    ...commitmentSummary(deps, actor, row, ground),
    dispatches: ground.dispatches.map(({ id: dispatchId, at, byName, toCodes, documents }) => ({
      ...{ id: dispatchId, at: at.toISOString(), byName, to: toCodes },
      documents: documents.map(({ matterId, version }) => {
        const sent = titles.find((one) => one.id === matterId && one.version === version);
        const title = sent ? { language: sent.language, subject: sent.subject } : null;
        return { matterId, version, title, isWithdrawn: sent?.state === "withdrawn" };
      }),
    })),
    sides: sidesView(actor, row, ground, { requests, seen, sides, lastMails }),
    replies: ground.replies.map((reply) => replyView(actor, reply, files)),
    messages: isDesk
      ? (await listMatterMessages(tx, id)).map(({ at, settledAt, state, superseded, result, ...message }) => ({
          ...message,
          ...{
            at: at.toISOString(),
            settledAt: settledAt?.toISOString() ?? null,
            state: state ?? ("superseded" as const),
          },
          result: readResult(superseded ?? result ?? ""),
        }))
      : null,
    versions: versions.map(({ version, language, subject, body, at }) => ({
      ...{ version, language, subject, body, at: at.toISOString() },
    })),
    record: record.map((act) => ({
      ...matterActView(act),
      byName: nameFor(actor, act.participantCode, act.actorName),
    })),
  };
}

interface OfSides {
  readonly requests: readonly RequestAndMail[];
  readonly seen: Awaited<ReturnType<typeof listSeen>>;
  readonly sides: Sides;
  readonly lastMails: LastMails;
}

/** To whom it was sent, and who owes it. How a side was asked and whether it has looked is told to the author and to that side. */
function sidesView(
  actor: Actor,
  row: CommitmentRow,
  ground: Ground,
  { requests, seen, sides, lastMails }: OfSides,
): readonly MatterSide[] {
  const asked = askedOf(row, ground);
  return sidesOf(asked).flatMap((code): MatterSide[] => {
    const side = sides.of(code);
    if (side === null) return [];
    const isTold = participantOf(actor) === row.authorCode || participantOf(actor) === code;
    const own = requests.filter(({ request }) => request.participantCode === code && request.superseded === null);
    const look = seen.find(({ participantCode, version }) => participantCode === code && version === row.version);
    const last = own.at(-1)?.request;
    const acts = new Set(own.map(({ request }) => `${request.step} ${request.anchorDate} ${request.batchId}`));
    const next =
      isTold && row.state === "filed" ? nextOf(asked, side, { ledger: requests, lastMails }, ground.now) : null;
    return [
      {
        participant: code,
        sentAt: lastSentTo(code, asked.dispatches)?.toISOString() ?? null,
        mayAnswer: mayAnswer(side),
        replyId: replyOf(code, asked.dispatches, asked.replies)?.id ?? null,
        seenAt: isTold ? (look?.at.toISOString() ?? null) : null,
        requests: isTold ? acts.size : null,
        lastRequest: isTold && last !== undefined ? { step: last.step, at: last.createdAt.toISOString() } : null,
        next: next && { step: next.step, goesAt: next.goesAt.toISOString() },
      },
    ];
  });
}

/** The first that goes to anybody of this side. */
function nextOf(
  asked: AskedCommitment,
  side: NonNullable<ReturnType<Sides["of"]>>,
  { ledger, lastMails }: { readonly ledger: readonly RequestAndMail[]; readonly lastMails: LastMails },
  now: Date,
): NextMatterRequest | null {
  return side.people.reduce<NextMatterRequest | null>((first, person) => {
    const lastMailAt = lastMails.get(person.id) ?? null;
    const one = nextMatterRequest(askState(asked, side, person, { ledger, lastMailAt }), now);
    return one !== null && (first === null || one.goesAt < first.goesAt) ? one : first;
  }, null);
}
