import type { Tx } from "@avances/db";
import { settledKind } from "@avances/db/queries/instance-queries";
import { insertMails, listMailedSince } from "@avances/db/queries/mail-queries";
import {
  type AskedCommitment,
  insertMatterRequests,
  listCommitmentsToAsk,
  listMatterRequests,
} from "@avances/db/queries/matter-request-queries";
import { noBatch } from "@avances/db/queries/notice-queries";
import type { Recipient } from "@avances/db/queries/recipient-queries";
import type { NewMailRow } from "@avances/db/queries/rows";
import {
  lastSentTo,
  type MatterStep,
  matterCalendar,
  matterCatchUpDays,
  type ParticipantCode,
  type PlannedMatterRequest,
  planMatterRequests,
} from "@avances/domain/network";
import { addDays, type CalendarDate, localDate } from "@avances/domain/round";
import { contactOf, reachedBy } from "../letters/contact.ts";
import { readBody } from "../letters/mail-body.ts";
import { type MatterRequestFacts, matterRequest } from "../letters/matter-request.ts";
import { newMail } from "../letters/new-mail.ts";
import { pageLink } from "../letters/portal-pages.ts";
import { reasonOf } from "../reason-of.ts";
import type { DigestDeps } from "./digests.ts";
import { askState, awaitsAnswer, loadSides, mayAnswer, type Side, type Sides, sidesOf } from "./matter-sides.ts";
import type { WritingConfig } from "./message.ts";

const day = 86_400_000;

interface DueRequest extends PlannedMatterRequest {
  readonly asked: AskedCommitment;
  readonly side: Side;
  readonly person: Recipient;
}

/**
 * Finds the requests about commitments that are due and not in the ledger, and queues them. As safe to run as `planRound`. Each commitment is
 * written in a transaction of its own: a fault with one does not stop the others. Run it after what is asked of countries for their reports was
 * planned: whoever gets such a message today is asked for this on another day.
 */
export async function planMatters(deps: DigestDeps): Promise<{ readonly queued: number }> {
  const now = deps.clock.now();
  const due = await deps.db.asWorker((tx) => dueRequests(tx, now, deps.config.secretariatCountry));
  if (due.requests.length === 0) return { queued: 0 };
  const demonstration = await deps.db.asWorker(async (tx) => (await settledKind(tx)) === "demonstration");
  const context = { now, config: { ...deps.config, demonstration } };
  let queued = 0;
  for (const [matterId, own] of Map.groupBy(due.requests, ({ asked }) => asked.matterId)) {
    try {
      queued += await deps.db.asWorker((tx) => write(tx, own, due.sides, { ...context, newId: deps.newId }));
    } catch (error) {
      deps.log.error({ matter: matterId, reason: reasonOf(error) }, "requests about a commitment could not be planned");
    }
  }
  return { queued };
}

interface Due {
  readonly requests: readonly DueRequest[];
  readonly sides: Sides;
}
const nothing: Due = { requests: [], sides: { everybody: [], of: () => null } };

async function dueRequests(tx: Tx, now: Date, secretariatCountry: string | undefined): Promise<Due> {
  // A day more on both sides, whatever the zone; the clocks of each side decide below.
  const today = localDate(now, "UTC");
  const offsets = matterCalendar.map(({ offsetDays }) => offsetDays);
  const commitments = await listCommitmentsToAsk(tx, {
    from: addDays(today, -matterCatchUpDays - Math.max(...offsets) - 1),
    until: addDays(today, 1 - Math.min(...offsets)),
  });
  if (commitments.length === 0) return nothing;
  // The ledger before the mails: whoever wrote in between is then seen in one of them.
  const ledger = Map.groupBy(
    await listMatterRequests(
      tx,
      commitments.map(({ matterId }) => matterId),
    ),
    ({ request }) => request.matterId,
  );
  const sides = await loadSides(tx, now, secretariatCountry);
  const asked = commitments.flatMap((one) =>
    sidesOf(one).flatMap((code) => {
      const side = sides.of(code);
      return side === null ? [] : side.people.map((person) => ({ asked: one, side, person }));
    }),
  );
  const stateOf = (one: (typeof asked)[number], lastMailAt: Date | null) =>
    askState(one.asked, one.side, one.person, { ledger: ledger.get(one.asked.matterId) ?? [], lastMailAt });
  const candidates = asked.filter((one) => planMatterRequests(stateOf(one, null), now).length > 0);
  if (candidates.length === 0) return nothing;
  const mailed = await listMailedSince(
    tx,
    [...new Set(candidates.map(({ person }) => person.id))],
    new Date(now.getTime() - 2 * day),
  );
  // Somebody may be asked about several commitments: about one of them today, about the next tomorrow.
  const askedToday = new Set<string>();
  const requests = candidates.flatMap((one): DueRequest[] => {
    const lastMailAt = askedToday.has(one.person.id) ? now : (mailed.get(one.person.id) ?? null);
    const planned = planMatterRequests(stateOf(one, lastMailAt), now);
    if (planned.some(({ disposition }) => disposition === "send")) askedToday.add(one.person.id);
    return planned.map((request) => ({ ...request, ...one }));
  });
  return { requests, sides };
}

export interface MatterContext {
  readonly now: Date;
  readonly newId: () => string;
  readonly config: WritingConfig & { readonly secretariatCountry?: string | undefined };
}

/** Writes requests into the ledger, with a message unless they are only recorded. Returns how many messages were queued. */
async function write(tx: Tx, due: readonly DueRequest[], sides: Sides, context: MatterContext): Promise<number> {
  const { now, newId } = context;
  const rows = due.map((request) => ({ ...request, id: newId() }));
  const ours = await insertMatterRequests(
    tx,
    rows.map(({ id, asked, side, person, step, anchorDate, scheduledFor, disposition }) => ({
      ...{ id, matterId: asked.matterId, participantCode: side.code, userId: person.id, step, anchorDate },
      ...{ batchId: noBatch, scheduledFor, createdAt: now },
      superseded: disposition === "send" ? null : disposition,
    })),
  );
  const mails = rows
    .filter(({ id, disposition }) => disposition === "send" && ours.has(id))
    .map(({ id, asked, side, person, step }) => matterMail({ id, step, asked, side, person }, sides, context));
  await insertMails(tx, mails);
  return mails.length;
}

/** What a person sends about a commitment: to which sides, by which act. */
export interface HandSent {
  readonly matterId: string;
  readonly step: Extract<MatterStep, "matter_sent" | "matter_resend">;
  readonly to: readonly ParticipantCode[];
  /** The act: of two with the same key nothing is sent twice. */
  readonly batchId: string;
  /** Who answers questions. */
  readonly by: string;
}

/** A message to one person, before it is written. */
export interface MatterMessage {
  readonly participant: ParticipantCode;
  readonly person: Recipient;
  readonly mail: NewMailRow;
  /** As it will be read. */
  readonly text: string;
}

/**
 * What each person of these sides would be written now, and the sides of which nobody can be written to. Whoever has answered what was last sent is
 * not asked again.
 */
export function messagesByHand(
  asked: AskedCommitment,
  { step, to, by }: Pick<HandSent, "step" | "to" | "by">,
  sides: Sides,
  context: MatterContext,
): { readonly messages: readonly MatterMessage[]; readonly unreached: readonly ParticipantCode[] } {
  const wanted = to.flatMap((code) => sides.of(code) ?? []);
  const reached = wanted.filter((side) => step === "matter_sent" || awaitsAnswer(asked, side));
  return {
    messages: reached.flatMap((side) =>
      side.people.map((person) => {
        const mail = matterMail({ id: context.newId(), step, asked, side, person, by }, sides, context);
        return { participant: side.code, person, mail, text: readBody(mail.bodyText, person.language) };
      }),
    ),
    unreached: reached.filter(({ people }) => people.length === 0).map(({ code }) => code),
  };
}

/** Queues these messages in the transaction of the act: `tx` of the scheduler's role. Returns how many were queued. */
export async function sendByHand(
  tx: Tx,
  asked: AskedCommitment,
  sent: HandSent,
  context: MatterContext,
): Promise<number> {
  const { now, config } = context;
  const sides = await loadSides(tx, now, config.secretariatCountry);
  const { messages } = messagesByHand(asked, sent, sides, context);
  const anchorOfAct = (participant: ParticipantCode): CalendarDate =>
    asked.replyBy ?? localDate(now, sides.of(participant)?.days.timeZone ?? "UTC");
  const ours = await insertMatterRequests(
    tx,
    messages.map(({ participant, person, mail }) => ({
      ...{ id: mail.id, matterId: sent.matterId, participantCode: participant, userId: person.id, step: sent.step },
      ...{ anchorDate: anchorOfAct(participant), batchId: sent.batchId, scheduledFor: now, createdAt: now },
    })),
  );
  const mails = messages.flatMap(({ mail }) => (ours.has(mail.id) ? [mail] : []));
  await insertMails(tx, mails);
  return mails.length;
}

interface Message {
  readonly id: string;
  readonly step: MatterStep;
  readonly asked: AskedCommitment;
  readonly side: Side;
  readonly person: Recipient;
  readonly by?: string;
}

/** One message about a commitment, as it stands now. */
export function matterMail(
  { id, step, asked, side, person, by }: Message,
  sides: Sides,
  { now, config }: Pick<MatterContext, "now" | "config">,
): NewMailRow {
  const { mailFrom, demonstration, desk, publicUrl } = config;
  const contact = reachedBy(contactOf(sides.everybody, by ?? null), desk);
  const sent = asked.dispatches.findLast(({ to }) => to.includes(side.code));
  const facts: MatterRequestFacts = {
    ...{ name: person.displayName, salutation: person.salutation, contact, now, step, place: side.place },
    country: side.country && { countryCode: side.code, countryName: side.country.name },
    ...{ meeting: asked.meeting, point: asked.point, replyBy: asked.replyBy, dueOn: asked.dueOn, stage: asked.stage },
    ...{ sentAt: lastSentTo(side.code, asked.dispatches), documents: sent?.documents ?? 0 },
    mayAnswer: mayAnswer(side),
    link: pageLink(publicUrl, person.language, "commitment", { matterId: asked.matterId }),
  };
  return newMail({
    ...{ id, kind: step, user: person, countryCode: side.country?.alpha3 ?? null, now, mailFrom, demonstration },
    ...matterRequest[person.language](facts),
    replyTo: contact?.address ?? desk?.replyTo ?? null,
  });
}
