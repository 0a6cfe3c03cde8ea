import type {
  BodyOf,
  CommitmentSent,
  dispatchCommitment as dispatchContract,
  MatterPreview,
  resendCommitment as resendContract,
} from "@avances/contracts";
import type { Tx } from "@avances/db";
import {
  type CommitmentRow,
  findCommitment,
  insertDispatch,
  listSendableVersions,
  updateCommitment,
} from "@avances/db/queries/commitment-queries";
import { refusedAmong } from "@avances/db/queries/mail-reply-queries";
import { updateMatter } from "@avances/db/queries/matter-queries";
import {
  type AskedCommitment,
  findCommitmentToAsk,
  listMatterRequests,
} from "@avances/db/queries/matter-request-queries";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import {
  type CommitmentFault,
  dispatchFaults,
  isUnderWay,
  isWider,
  type ParticipantCode,
  secretariatCode,
  speaksFor,
} from "@avances/domain/network";
import { localDate } from "@avances/domain/round";
import {
  awaitsAnswer,
  loadSides,
  loadWriting,
  messagesByHand,
  refuseOtherWords,
  type Sides,
  sendByHand,
  versionsIn,
  type Writing,
} from "@avances/notices";
import { actAndTell } from "#features/shared/act-and-tell.ts";
import { allow, found } from "#features/shared/allow.ts";
import { noteMatterAct } from "#features/shared/file-matter.ts";
import { type DecidedOnCommitment, lockSeen, requireNoFault } from "./act-on-commitment.ts";
import { askedOf, type CommitmentDeps, readGround, zoneOfSide } from "./commitment-view.ts";

type Sending = Omit<BodyOf<typeof dispatchContract>, "wordings">;

/** Every message that sending it would send. Sends nothing. */
export function previewDispatch(
  deps: CommitmentDeps,
  actor: Actor,
  { matterId, ...sending }: Sending & { readonly matterId: string },
): Promise<MatterPreview> {
  return preview(deps, actor, matterId, async (tx, row, asked) => {
    requireNoFault(await faultsOf(tx, deps, row, sending));
    return { asked: asSent(asked, sending, deps.clock.now()), step: "matter_sent", to: sending.to };
  });
}

/** The commitment as it stands once it is sent. */
function asSent(asked: AskedCommitment, { to, replyBy, documents }: Sending, at: Date): AskedCommitment {
  return { ...asked, replyBy, dispatches: [...asked.dispatches, { at, to, documents: documents.length }] };
}

/** Every message with which those who have not answered would be reminded. Sends nothing. */
export function previewResend(
  deps: CommitmentDeps,
  actor: Actor,
  { matterId, to }: { readonly matterId: string; readonly to: readonly ParticipantCode[] },
): Promise<MatterPreview> {
  return preview(deps, actor, matterId, async (_, row, asked) => {
    requireNoFault(isUnderWay(row.stage) ? [] : ["closed"]);
    return { asked, step: "matter_resend", to: [...new Set(to)] };
  });
}

interface Looked {
  readonly asked: AskedCommitment;
  readonly step: "matter_sent" | "matter_resend";
  readonly to: readonly ParticipantCode[];
}

function preview(
  deps: CommitmentDeps,
  actor: Actor,
  matterId: string,
  look: (tx: Tx, row: CommitmentRow, asked: AskedCommitment) => Promise<Looked>,
): Promise<MatterPreview> {
  allow(actor, "commitment.manage");
  return deps.db.asActor(actor, async (tx) => {
    const row = found(await findCommitment(tx, matterId));
    if (!speaksFor(actor, row.authorCode)) throw new DomainError("not-found");
    if (row.state !== "filed") throw new DomainError("transition-refused");
    const now = deps.clock.now();
    const { asked, step, to } = await look(tx, row, askedOf(row, await readGround(tx, [matterId], now)));
    const sides = await loadWriting(tx, now, deps.config.secretariatCountry);
    const { messages, unreached } = messagesByHand(asked, { step, to, by: actor.userId }, sides, contextOf(deps, now));
    const refused = await refusedAmong(tx, [...new Set(messages.map(({ person }) => person.email))]);
    const counts = await countRequests(tx, matterId);
    return {
      messages: messages.map(({ participant, person, mail, text }) => ({
        ...{ participant, recipient: person.displayName, role: person.role, address: person.email },
        ...{ language: person.language, subject: mail.subject, bodyText: text },
        isRefused: refused.has(person.email),
      })),
      unreached,
      answered: step === "matter_sent" ? [] : answeredAmong(asked, to, sides),
      requests: to.map((participant) => ({ participant, count: counts.get(participant) ?? 0 })),
      wordings: [...versionsIn(messages.map(({ mail }) => mail))],
    };
  });
}

/** Of these whoever has answered what was sent there last, or was sent nothing: nobody asks them again. */
function answeredAmong(
  asked: AskedCommitment,
  to: readonly ParticipantCode[],
  sides: Sides,
): readonly ParticipantCode[] {
  return to.filter((code) => {
    const side = sides.of(code);
    return side === null || !awaitsAnswer(asked, side);
  });
}

const contextOf = ({ config, newId }: CommitmentDeps, now: Date) => ({ now, newId, config });

/** How often each side was asked about it: once for each act or step, whoever got it. */
async function countRequests(tx: Tx, matterId: string): Promise<ReadonlyMap<ParticipantCode, number>> {
  const sent = (await listMatterRequests(tx, [matterId])).filter(({ request }) => request.superseded === null);
  const bySide = Map.groupBy(sent, ({ request }) => request.participantCode);
  return new Map(
    [...bySide].map(([code, own]) => [
      code,
      new Set(own.map(({ request: { step, anchorDate, batchId } }) => `${step} ${anchorDate} ${batchId}`)).size,
    ]),
  );
}

/** What cannot be so of what is sent: to whom, by when, and with which documents. */
async function faultsOf(
  tx: Tx,
  deps: CommitmentDeps,
  row: CommitmentRow,
  { to, replyBy, documents }: Sending,
): Promise<readonly CommitmentFault[]> {
  const participants = await listParticipants(tx);
  const today = localDate(deps.clock.now(), zoneOfSide(deps, secretariatCode));
  const known = to.filter((code) => participants.some((one) => one.code === code));
  const versions = await listSendableVersions(
    tx,
    documents.map(({ matterId }) => matterId),
  );
  const isMember = (code: ParticipantCode) => participants.find((one) => one.code === code)?.kind === "member";
  // Its message says how many they are.
  const isEachOnce = new Set(documents.map(({ matterId }) => matterId)).size === documents.length;
  const isForAll = documents.every(({ matterId, version }) => {
    const filed = versions.find((one) => one.id === matterId && one.version === version);
    if (filed === undefined || filed.state !== "filed") return false;
    return to.every(
      (code) =>
        filed.addressees.includes(code) || isWider(isMember(code) ? "secretariat" : "members", filed.visibility),
    );
  });
  return [
    ...dispatchFaults({ author: row.authorCode, stage: row.stage, to: known, replyBy }, today),
    ...(known.length === to.length && new Set(to).size === to.length ? [] : (["to_nobody"] as const)),
    ...(isForAll && isEachOnce ? [] : (["document"] as const)),
  ];
}

/**
 * Sends it: whoever is sent it reads it from then on, and each person there gets a message in the same transaction. The day of the answer counts
 * for everybody who has not answered. Refuses with `words-changed` when the Secretariat has edited the words of the messages since the preview.
 */
export function dispatchCommitment(
  deps: CommitmentDeps,
  actor: Actor,
  {
    sending: { wordings, ...sending },
    ...decided
  }: DecidedOnCommitment & { readonly sending: BodyOf<typeof dispatchContract> },
): Promise<CommitmentSent> {
  allow(actor, "commitment.manage");
  const now = deps.clock.now();
  const id = deps.newId();
  const { matterId } = decided;
  const { to, replyBy, documents } = sending;
  return actAndTell(
    deps,
    actor,
    decided.idempotency,
    async (tx) => {
      const acting = { tx, actor, now, newId: deps.newId };
      const row = await lockSeen(acting, deps, decided);
      if (row.state !== "filed") throw new DomainError("transition-refused");
      requireNoFault(await faultsOf(tx, deps, row, sending));
      const asked = asSent(askedOf(row, await readGround(tx, [matterId], now)), sending, now);
      const news = await shownWords(
        tx,
        deps,
        { asked, step: "matter_sent", to, by: actor.userId, seen: wordings },
        now,
      );
      const addressees = [...new Set([...row.addressees, ...to])].sort();
      const changed = found(await updateMatter(tx, matterId, { addressees }));
      found((await updateCommitment(tx, matterId, { replyBy })) || null);
      await insertDispatch(tx, {
        ...{ id, matterId, at: now, by: actor.userId, byName: actor.displayName, toCodes: [...to] },
        documents: documents.map((one) => ({ matterId: one.matterId, version: one.version })),
      });
      await noteMatterAct(acting, changed, {
        act: "dispatched",
        before: { replyBy: row.replyBy },
        after: { to, replyBy, documents: documents.length },
      });
      return { reply: { id: matterId, revision: changed.revision, to }, news };
    },
    (tx, news) => tell(tx, deps, { ...news, matterId, step: "matter_sent", to, batchId: id, by: actor.userId }, now),
  );
}

/**
 * Reminds those who have not answered, at once. What the preview said is repeated: if one of them was asked since, or has answered, nothing is
 * sent and the refusal (`asked-meanwhile`) says who. Refuses with `nothing-to-send` when nobody there can be written to, and with `words-changed`
 * when the Secretariat has edited the words of the messages since.
 */
export function resendCommitment(
  deps: CommitmentDeps,
  actor: Actor,
  { to, wordings, ...decided }: DecidedOnCommitment & BodyOf<typeof resendContract>,
): Promise<CommitmentSent> {
  allow(actor, "commitment.manage");
  const now = deps.clock.now();
  const batchId = deps.newId();
  const { matterId } = decided;
  const codes = [...new Set(to.map(({ participant }) => participant))];
  return actAndTell(
    deps,
    actor,
    decided.idempotency,
    async (tx) => {
      const acting = { tx, actor, now, newId: deps.newId };
      const row = await lockSeen(acting, deps, decided);
      if (row.state !== "filed") throw new DomainError("transition-refused");
      requireNoFault(isUnderWay(row.stage) ? [] : ["closed"]);
      const asked = askedOf(row, await readGround(tx, [matterId], now));
      const sides = await loadSides(tx, now, deps.config.secretariatCountry);
      const counts = await countRequests(tx, matterId);
      const answered = answeredAmong(asked, codes, sides);
      const participants = to
        .filter((one) => answered.includes(one.participant) || (counts.get(one.participant) ?? 0) !== one.count)
        .map(({ participant }) => participant);
      if (participants.length > 0) throw new DomainError("asked-meanwhile", { participants });
      if (codes.every((code) => (sides.of(code)?.people.length ?? 0) === 0)) throw new DomainError("nothing-to-send");
      const looked = { asked, step: "matter_resend", to: codes, by: actor.userId, seen: wordings } as const;
      const news = await shownWords(tx, deps, looked, now);
      const changed = found(await updateMatter(tx, matterId, {}));
      await noteMatterAct(acting, changed, { act: "resent", before: {}, after: { to: codes } });
      return { reply: { id: matterId, revision: changed.revision, to: codes }, news };
    },
    (tx, news) =>
      tell(tx, deps, { ...news, matterId, step: "matter_resend", to: codes, batchId, by: actor.userId }, now),
  );
}

interface Shown extends Looked {
  readonly by: string;
  /** The versions that the preview named; undefined = nothing is compared. */
  readonly seen: readonly string[] | undefined;
}

/** The words with which the messages leave, if they are those that were shown. */
async function shownWords(
  tx: Tx,
  deps: CommitmentDeps,
  { asked, seen, ...sent }: Shown,
  now: Date,
): Promise<Pick<Writing, "wordings">> {
  const writing = await loadWriting(tx, now, deps.config.secretariatCountry);
  const { messages } = messagesByHand(asked, sent, writing, contextOf(deps, now));
  refuseOtherWords(versionsIn(messages.map(({ mail }) => mail)), seen);
  return { wordings: writing.wordings };
}

/** In the role of the scheduler, which alone writes the ledger. */
async function tell(tx: Tx, deps: CommitmentDeps, sent: Parameters<typeof sendByHand>[2], now: Date): Promise<void> {
  const asked = found(await findCommitmentToAsk(tx, sent.matterId));
  await sendByHand(tx, asked, sent, contextOf(deps, now));
  await wakeScheduler(tx);
}
