import type { askForProgress as askContract, BodyOf, MatterPreview, ProgressAsks, ReplyOf } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { refusedAmong } from "@avances/db/queries/mail-reply-queries";
import { findMeeting, lockMeeting } from "@avances/db/queries/meeting-queries";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import { type Actor, isOfSecretariat } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import {
  asksForProgress,
  awaitedBy,
  type NextProgressRequest,
  nextProgressRequest,
  type ParticipantCode,
  participantOf,
  speaksFor,
  stillAwaited,
  toldBy,
} from "@avances/domain/network";
import { readResult } from "@avances/domain/round";
import {
  type AskedMeeting,
  asksTo,
  findAskedMeeting,
  loadSides,
  loadWriting,
  type ProgressByHand,
  progressMessages,
  progressState,
  refuseOtherWords,
  type Sides,
  sendProgressByHand,
  versionsIn,
} from "@avances/notices";
import { actAndTell } from "#features/shared/act-and-tell.ts";
import { allow, found } from "#features/shared/allow.ts";
import { type LastMails, lastMailsOf } from "#features/shared/last-mails.ts";
import type { Idempotency } from "#http/handler.ts";
import type { NarrativeDeps } from "./narrative-view.ts";

type Asking = BodyOf<typeof askContract>;

/** Who was asked for progress before a meeting, when, and what comes next: the Secretariat reads it of all, a country of itself. */
export async function getProgressAsks(
  deps: Pick<NarrativeDeps, "db" | "clock" | "config">,
  actor: Actor,
  meetingId: string,
): Promise<ProgressAsks> {
  allow(actor, "network.read");
  return deps.db.asActor(actor, async (tx) => {
    const now = deps.clock.now();
    const asked = found(await findAskedMeeting(tx, meetingId, deps.config.secretariatCountry));
    const sides = await loadSides(tx, now, deps.config.secretariatCountry);
    const isDesk = isOfSecretariat(actor.role);
    const own = participantOf(actor);
    const told = asked.members.filter((code) => isDesk || (code === own && speaksFor(actor, code)));
    const lastMails = await lastMailsOf(tx, actor, asked.members, { sides, now });
    return {
      asks: asksForProgress(asked, now),
      sides: told.flatMap((code) => sideView(asked, code, { sides, now, isDesk, lastMails })),
      messages: isDesk ? messagesOf(asked) : null,
    };
  });
}

function sideView(
  asked: AskedMeeting,
  code: ParticipantCode,
  {
    sides,
    now,
    isDesk,
    lastMails,
  }: { readonly sides: Sides; readonly now: Date; readonly isDesk: boolean; readonly lastMails: LastMails },
): ProgressAsks["sides"] {
  const side = sides.of(code);
  if (side === null) return [];
  const asks = asksTo(code, asked.ledger);
  const last = asks.at(-1)?.[0]?.request;
  const next = side.people.reduce<NextProgressRequest | null>((first, person) => {
    const one = nextProgressRequest(progressState(asked, side, person, lastMails.get(person.id) ?? null), now);
    return one !== null && (first === null || one.goesAt < first.goesAt) ? one : first;
  }, null);
  const told = toldBy(code, asked.filed);
  return [
    {
      ...{ participant: code, told, dueOn: awaitedBy(asked, side.days.timeZone), people: side.people.length },
      awaited: asksForProgress(asked, now) && stillAwaited(told).length > 0,
      requests: asks.length,
      lastRequest:
        last === undefined
          ? null
          : { step: last.step, at: last.createdAt.toISOString(), byName: isDesk ? last.sentByName : null },
      next: next && { step: next.step, goesAt: next.goesAt.toISOString() },
    },
  ];
}

const messagesOf = ({ ledger }: AskedMeeting): NonNullable<ProgressAsks["messages"]> =>
  ledger.map(({ request, recipient, mail }) => ({
    ...{ participant: request.participantCode, recipient: recipient.name, step: request.step },
    ...{ at: request.createdAt.toISOString(), byName: request.sentByName },
    state: mail?.state ?? ("superseded" as const),
    settledAt: mail?.settledAt?.toISOString() ?? null,
    result: readResult(request.superseded ?? mail?.result ?? ""),
  }));

/** Every message with which these countries would be asked. Sends nothing. */
export function previewProgressAsk(
  deps: NarrativeDeps,
  actor: Actor,
  {
    meetingId,
    to,
    text = {},
  }: { readonly meetingId: string } & Pick<Asking, "text"> & {
      readonly to: readonly ParticipantCode[];
    },
): Promise<MatterPreview> {
  allow(actor, "network.manage");
  return deps.db.asActor(actor, async (tx) => {
    const now = deps.clock.now();
    const asked = await findAsking(tx, deps, meetingId, now);
    const codes = [...new Set(to)];
    const sides = await loadWriting(tx, now, deps.config.secretariatCountry);
    const sent = byHand(deps, actor, codes, text);
    const { messages, unreached, settled } = progressMessages(asked, sent, sides, contextOf(deps, now));
    const refused = await refusedAmong(tx, [...new Set(messages.map(({ person }) => person.email))]);
    return {
      messages: messages.map(({ participant, person, mail, text: bodyText }) => ({
        ...{ participant, recipient: person.displayName, role: person.role, address: person.email },
        ...{ language: person.language, subject: mail.subject, bodyText },
        isRefused: refused.has(person.email),
      })),
      ...{ unreached, answered: settled },
      requests: codes.map((participant) => ({ participant, count: asksTo(participant, asked.ledger).length })),
      wordings: [...versionsIn(messages.map(({ mail }) => mail))],
    };
  });
}

/**
 * Asks countries for their progress, at once. What the preview said is repeated: if one of them was asked since, or has filed, nothing is sent and the
 * refusal (`asked-meanwhile`) says who. Refuses with `nothing-to-send` when nobody there can be written to, and with `words-changed` when the
 * Secretariat has edited the words of these messages since.
 */
export function askForProgress(
  deps: NarrativeDeps,
  actor: Actor,
  {
    meetingId,
    to,
    text = {},
    wordings,
    idempotency,
  }: { readonly meetingId: string; readonly idempotency: Idempotency } & Asking,
): Promise<ReplyOf<typeof askContract>> {
  allow(actor, "network.manage");
  const now = deps.clock.now();
  const codes = [...new Set(to.map(({ participant }) => participant))];
  const sent = byHand(deps, actor, codes, text);
  return actAndTell(
    deps,
    actor,
    idempotency,
    async (tx) => {
      found(await findMeeting(tx, meetingId));
      // Of two who ask at once, the second sees what the first wrote.
      if ((await lockMeeting(tx, meetingId)) === undefined) throw new DomainError("transition-refused");
      const asked = await findAsking(tx, deps, meetingId, now);
      const sides = await loadWriting(tx, now, deps.config.secretariatCountry);
      const { messages, settled } = progressMessages(asked, sent, sides, contextOf(deps, now));
      const participants = to
        .filter(
          (one) => settled.includes(one.participant) || asksTo(one.participant, asked.ledger).length !== one.count,
        )
        .map(({ participant }) => participant);
      if (participants.length > 0) throw new DomainError("asked-meanwhile", { participants });
      if (messages.length === 0) throw new DomainError("nothing-to-send");
      refuseOtherWords(versionsIn(messages.map(({ mail }) => mail)), wordings);
      await appendAuditEvent(tx, {
        ...{ at: now, actor, action: "meeting.progress-asked", objectType: "meeting", objectId: meetingId },
        ...{ countryCode: null, fields: [], detail: { to: codes.join(" ") } },
      });
      return { reply: { id: meetingId, to: codes }, news: { ...sent, wordings: sides.wordings } };
    },
    async (tx, news) => {
      const asked = found(await findAskedMeeting(tx, meetingId, deps.config.secretariatCountry));
      await sendProgressByHand(tx, asked, news, contextOf(deps, now));
      await wakeScheduler(tx);
    },
  );
}

/** The meeting, if anybody is still asked for it. */
async function findAsking(
  tx: Tx,
  { config }: Pick<NarrativeDeps, "config">,
  meetingId: string,
  now: Date,
): Promise<AskedMeeting> {
  const asked = found(await findAskedMeeting(tx, meetingId, config.secretariatCountry));
  if (!asksForProgress(asked, now)) throw new DomainError("transition-refused");
  return asked;
}

const contextOf = ({ config, newId }: NarrativeDeps, now: Date) => ({ now, newId, config });

const byHand = (
  { newId }: Pick<NarrativeDeps, "newId">,
  actor: Actor,
  to: readonly ParticipantCode[],
  ownTexts: ProgressByHand["ownTexts"],
): Omit<ProgressByHand, "wordings"> => ({
  to,
  batchId: newId(),
  by: { id: actor.userId, name: actor.displayName },
  ownTexts,
});
