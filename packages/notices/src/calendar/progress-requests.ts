import type { Tx } from "@avances/db";
import { insertMails } from "@avances/db/queries/mail-queries";
import { noBatch } from "@avances/db/queries/notice-queries";
import { insertProgressRequests } from "@avances/db/queries/progress-request-queries";
import type { Recipient } from "@avances/db/queries/recipient-queries";
import type { NewMailRow } from "@avances/db/queries/rows";
import {
  awaitedBy,
  type ParticipantCode,
  type PlannedProgressRequest,
  type ProgressStep,
  planProgressRequests,
  progressCalendar,
  progressLeadDays,
  stillAwaited,
  toldBy,
} from "@avances/domain/network";
import { addDays, localDate } from "@avances/domain/round";
import { contactOf, reachedBy } from "../letters/contact.ts";
import { readBody } from "../letters/mail-body.ts";
import { newMail } from "../letters/new-mail.ts";
import { pageLink } from "../letters/portal-pages.ts";
import { type ProgressRequestFacts, progressRequest } from "../letters/progress-request.ts";
import type { DigestDeps } from "./digests.ts";
import { loadSides, loadWriting, requestWords, type Side, type Writing } from "./matter-sides.ts";
import type { OwnText } from "./message.ts";
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
import { type AskedMeeting, loadAskedMeetings, progressState, toldBefore } from "./progress-state.ts";
import type { Wordings } from "./wordings.ts";

/**
 * Finds the requests for progress before meetings that are due and not in the ledger, and queues them. As safe to run as `planRound`. Each country is
 * written to in a transaction of its own: a fault with one does not stop the others. Run it after what is asked of countries for their reports and about
 * commitments was planned: whoever gets such a message today is asked for this on another day.
 */
export function planProgress(deps: DigestDeps): Promise<{ readonly queued: number }> {
  return planRequests<DueRequest>(deps, {
    name: "requests for progress",
    find: (tx, now) => dueRequests(tx, now, deps.config.secretariatCountry),
    keyOf: ({ asked, side }) => `${asked.id} ${side.code}`,
    enter: (tx, rows, now) =>
      insertProgressRequests(
        tx,
        rows.map(({ id, asked, side, person, step, scheduledFor, disposition }) => ({
          ...{ id, meetingId: asked.id, participantCode: side.code, userId: person.id, step, meetingOn: asked.heldOn },
          ...{ dayKnownAt: asked.dayKnownAt, batchId: noBatch, scheduledFor, createdAt: now },
          superseded: disposition === "send" ? null : disposition,
        })),
      ),
    mailOf: (row, sides, context) => progressMail({ ...row, batchId: noBatch }, sides, context),
  });
}

interface DueRequest extends PlannedProgressRequest, Askable<AskedMeeting> {}

async function dueRequests(tx: Tx, now: Date, secretariatCountry: string | undefined): Promise<Due<DueRequest>> {
  // A day more on both sides, whatever the zone; the clocks of each country and of the host decide below.
  const today = localDate(now, "UTC");
  const ahead = progressLeadDays - Math.min(...progressCalendar.map(({ offsetDays }) => offsetDays));
  const range = { from: addDays(today, -1), until: addDays(today, ahead + 1) };
  const meetings = await loadAskedMeetings(tx, range, secretariatCountry);
  if (meetings.length === 0) return nothingDue;
  const sides = await loadWriting(tx, now, secretariatCountry);
  const people = meetings.flatMap((one) => everybodyOf(one, one.members, sides));
  const requests = await dueAmong(tx, now, people, ({ asked, side, person }, lastMailAt) =>
    planProgressRequests(progressState(asked, side, person, lastMailAt), now),
  );
  return { requests, sides };
}

/** What a person sends to ask for progress: to which countries, by which act. */
export interface ProgressByHand {
  readonly to: readonly ParticipantCode[];
  /** The act: of two with the same key nothing is sent twice. */
  readonly batchId: string;
  /** Who answers questions. */
  readonly by: { readonly id: string; readonly name: string };
  /** Added above the text, by the language of the reader. */
  readonly ownTexts: OwnText;
  /** The words of the secretariat with which the messages were shown. */
  readonly wordings: Wordings;
}

const byHand = "progress_by_hand" as const satisfies ProgressStep;

/** What each person of these countries would be written now; the countries of which nobody can be written to, and those of which nothing is awaited. */
export function progressMessages(
  asked: AskedMeeting,
  { to, batchId, by, ownTexts }: Omit<ProgressByHand, "wordings">,
  sides: Writing,
  context: RequestContext,
) {
  const isSettled = (code: ParticipantCode) =>
    !asked.members.includes(code) || stillAwaited(toldBy(code, asked.filed)).length === 0;
  const reached = to.filter((code) => !isSettled(code)).flatMap((code) => sides.of(code) ?? []);
  return {
    messages: reached.flatMap((side) =>
      side.people.map((person) => {
        const message = { id: context.newId(), step: byHand, batchId, asked, side, person, by: by.id };
        const mail = progressMail({ ...message, ownText: ownTexts[person.language] ?? "" }, sides, context);
        return { participant: side.code, person, mail, text: readBody(mail.bodyText, person.language) };
      }),
    ),
    unreached: reached.filter(({ people }) => people.length === 0).map(({ code }) => code),
    settled: to.filter(isSettled),
  };
}

/** Queues these messages in the transaction of the act: `tx` of the scheduler's role. Returns how many were queued. */
export async function sendProgressByHand(
  tx: Tx,
  asked: AskedMeeting,
  sent: ProgressByHand,
  context: RequestContext,
): Promise<number> {
  const { now, config } = context;
  const sides = { ...(await loadSides(tx, now, config.secretariatCountry)), wordings: sent.wordings };
  const { messages } = progressMessages(asked, sent, sides, context);
  const ours = await insertProgressRequests(
    tx,
    messages.map(({ participant, person, mail }) => ({
      ...{ id: mail.id, meetingId: asked.id, participantCode: participant, userId: person.id, step: byHand },
      ...{ meetingOn: asked.heldOn, dayKnownAt: asked.dayKnownAt, batchId: sent.batchId, scheduledFor: now },
      ...{ sentBy: sent.by.id, sentByName: sent.by.name, ownTexts: sent.ownTexts, createdAt: now },
    })),
  );
  const mails = messages.flatMap(({ mail }) => (ours.has(mail.id) ? [mail] : []));
  await insertMails(tx, mails);
  return mails.length;
}

interface Message {
  readonly id: string;
  readonly step: ProgressStep;
  readonly batchId: string;
  readonly asked: AskedMeeting;
  readonly side: Side;
  readonly person: Recipient;
  readonly by?: string | null;
  readonly ownText?: string;
}

/** One request for progress, as it stands now. */
export function progressMail(
  message: Message,
  sides: Writing,
  context: Pick<RequestContext, "now" | "config">,
): NewMailRow {
  const { id, step, side, person } = message;
  const { now, config } = context;
  const { letter, contact, wordingId } = progressLetter(message, sides, context);
  return newMail({
    ...{ id, kind: step, user: person, countryCode: side.code, now, wordingId },
    ...{ mailFrom: config.mailFrom, demonstration: config.demonstration },
    ...letter,
    replyTo: contact?.address ?? config.desk?.replyTo ?? null,
  });
}

/** The same as blocks, before they become plain text and HTML. */
export function progressLetter(
  { id, step, batchId, asked, side, person, by = null, ownText = "" }: Message,
  sides: Writing,
  { now, config }: Pick<RequestContext, "now" | "config">,
): RequestLetter {
  const { desk, publicUrl } = config;
  const contact = reachedBy(contactOf(sides.everybody, by), desk);
  const { country, days } = side;
  if (country === null) throw new Error(`${side.code} is no country: only members are asked for progress`);
  const { language } = person;
  const dueOn = awaitedBy(asked, days.timeZone);
  const wording = requestWords(sides, { step, day: dueOn, side, language, now });
  const facts: ProgressRequestFacts = {
    ...{ name: person.displayName, salutation: person.salutation, contact, now, place: side.place },
    ...{ countryCode: country.alpha3, countryName: country.name },
    role: person.role,
    meeting: { body: asked.body, heldOn: asked.heldOn, place: asked.place, timeZone: asked.timeZone },
    ...{ dueOn, told: toldBy(side.code, asked.filed) },
    ...toldBefore(asked, side, person.id, { id, batchId, step }),
    ...{ ownText, wording },
    link: pageLink(publicUrl, language, "progress", {}, { meeting: asked.id }),
  };
  return { letter: progressRequest[language](facts), contact, wordingId: wording?.id ?? null };
}
