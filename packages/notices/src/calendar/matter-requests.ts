import type { Tx } from "@avances/db";
import { insertMails } from "@avances/db/queries/mail-queries";
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
  anchorOf,
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
import type { DigestDeps } from "./digests.ts";
import {
  askState,
  awaitsAnswer,
  loadSides,
  loadWriting,
  mayAnswer,
  requestWords,
  type Side,
  sidesOf,
  type Writing,
} from "./matter-sides.ts";
import {
  type Askable,
  type Due,
  dueAmong,
  everybodyOf,
  nothingDue,
  planRequests,
  type RequestContext,
  type RequestLetter,
} from "./plan-requests.ts";
import type { Wordings } from "./wordings.ts";

/**
 * Finds the requests about commitments that are due and not in the ledger, and queues them. As safe to run as `planRound`. Each commitment is
 * written in a transaction of its own: a fault with one does not stop the others. Run it after what is asked of countries for their reports was
 * planned: whoever gets such a message today is asked for this on another day.
 */
export function planMatters(deps: DigestDeps): Promise<{ readonly queued: number }> {
  return planRequests<DueRequest>(deps, {
    name: "requests about a commitment",
    find: (tx, now) => dueRequests(tx, now, deps.config.secretariatCountry),
    keyOf: ({ asked }) => asked.matterId,
    enter: (tx, rows, now) =>
      insertMatterRequests(
        tx,
        rows.map(({ id, asked, side, person, step, anchorDate, scheduledFor, disposition }) => ({
          ...{ id, matterId: asked.matterId, participantCode: side.code, userId: person.id, step, anchorDate },
          ...{ batchId: noBatch, scheduledFor, createdAt: now },
          superseded: disposition === "send" ? null : disposition,
        })),
      ),
    mailOf: matterMail,
  });
}

interface DueRequest extends PlannedMatterRequest, Askable<AskedCommitment> {}

async function dueRequests(tx: Tx, now: Date, secretariatCountry: string | undefined): Promise<Due<DueRequest>> {
  // A day more on both sides, whatever the zone; the clocks of each side decide below.
  const today = localDate(now, "UTC");
  const offsets = matterCalendar.map(({ offsetDays }) => offsetDays);
  const commitments = await listCommitmentsToAsk(tx, {
    from: addDays(today, -matterCatchUpDays - Math.max(...offsets) - 1),
    until: addDays(today, 1 - Math.min(...offsets)),
  });
  if (commitments.length === 0) return nothingDue;
  // The ledger before the mails: whoever wrote in between is then seen in one of them.
  const ledger = Map.groupBy(
    await listMatterRequests(
      tx,
      commitments.map(({ matterId }) => matterId),
    ),
    ({ request }) => request.matterId,
  );
  const sides = await loadWriting(tx, now, secretariatCountry);
  const people = commitments.flatMap((one) => everybodyOf(one, sidesOf(one), sides));
  const requests = await dueAmong(tx, now, people, ({ asked, side, person }, lastMailAt) =>
    planMatterRequests(askState(asked, side, person, { ledger: ledger.get(asked.matterId) ?? [], lastMailAt }), now),
  );
  return { requests, sides };
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
  /** The words of the secretariat with which the messages were shown. */
  readonly wordings: Wordings;
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
  sides: Writing,
  context: RequestContext,
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
  context: RequestContext,
): Promise<number> {
  const { now, config } = context;
  const sides = { ...(await loadSides(tx, now, config.secretariatCountry)), wordings: sent.wordings };
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
  message: Message,
  sides: Writing,
  context: Pick<RequestContext, "now" | "config">,
): NewMailRow {
  const { id, step, side, person } = message;
  const { now, config } = context;
  const { letter, contact, wordingId } = matterLetter(message, sides, context);
  return newMail({
    ...{ id, kind: step, user: person, countryCode: side.country?.alpha3 ?? null, now, wordingId },
    ...{ mailFrom: config.mailFrom, demonstration: config.demonstration },
    ...letter,
    replyTo: contact?.address ?? config.desk?.replyTo ?? null,
  });
}

/** The same as blocks, before they become plain text and HTML. */
export function matterLetter(
  { step, asked, side, person, by }: Omit<Message, "id">,
  sides: Writing,
  { now, config }: Pick<RequestContext, "now" | "config">,
): RequestLetter {
  const { desk, publicUrl } = config;
  const contact = reachedBy(contactOf(sides.everybody, by ?? null), desk);
  const sent = asked.dispatches.findLast(({ to }) => to.includes(side.code));
  const { language } = person;
  const day = anchorOf(step) === "due_on" ? asked.dueOn : asked.replyBy;
  const wording = requestWords(sides, { step, day, side, language, now });
  const facts: MatterRequestFacts = {
    ...{ name: person.displayName, salutation: person.salutation, contact, now, step, place: side.place },
    country: side.country && { countryCode: side.code, countryName: side.country.name },
    ...{ meeting: asked.meeting, point: asked.point, replyBy: asked.replyBy, dueOn: asked.dueOn, stage: asked.stage },
    ...{ sentAt: lastSentTo(side.code, asked.dispatches), documents: sent?.documents ?? 0 },
    ...{ mayAnswer: mayAnswer(side), wording },
    link: pageLink(publicUrl, language, "commitment", { matterId: asked.matterId }),
  };
  return { letter: matterRequest[language](facts), contact, wordingId: wording?.id ?? null };
}
