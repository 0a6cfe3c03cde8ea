import type { Tx } from "@avances/db";
import { settledKind } from "@avances/db/queries/instance-queries";
import { insertMails, listMailedSince } from "@avances/db/queries/mail-queries";
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
import { reasonOf } from "../reason-of.ts";
import type { DigestDeps } from "./digests.ts";
import { loadSides, type Side, type Sides } from "./matter-sides.ts";
import type { OwnText, WritingConfig } from "./message.ts";
import { type AskedMeeting, loadAskedMeetings, progressState, toldBefore } from "./progress-state.ts";

const day = 86_400_000;

interface DueRequest extends PlannedProgressRequest {
  readonly asked: AskedMeeting;
  readonly side: Side;
  readonly person: Recipient;
}

/**
 * Finds the requests for progress before meetings that are due and not in the ledger, and queues them. As safe to run as `planRound`. Each country is
 * written to in a transaction of its own: a fault with one does not stop the others. Run it after what is asked of countries for their reports and about
 * commitments was planned: whoever gets such a message today is asked for this on another day.
 */
export async function planProgress(deps: DigestDeps): Promise<{ readonly queued: number }> {
  const now = deps.clock.now();
  const due = await deps.db.asWorker((tx) => dueRequests(tx, now, deps.config.secretariatCountry));
  if (due.requests.length === 0) return { queued: 0 };
  const demonstration = await deps.db.asWorker(async (tx) => (await settledKind(tx)) === "demonstration");
  const context = { now, newId: deps.newId, config: { ...deps.config, demonstration } };
  let queued = 0;
  const own = Map.groupBy(due.requests, ({ asked, side }) => `${asked.id} ${side.code}`);
  for (const [key, requests] of own) {
    try {
      queued += await deps.db.asWorker((tx) => write(tx, requests, due.sides, context));
    } catch (error) {
      deps.log.error({ of: key, reason: reasonOf(error) }, "requests for progress could not be planned");
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
  // A day more on both sides, whatever the zone; the clocks of each country and of the host decide below.
  const today = localDate(now, "UTC");
  const ahead = progressLeadDays - Math.min(...progressCalendar.map(({ offsetDays }) => offsetDays));
  const range = { from: addDays(today, -1), until: addDays(today, ahead + 1) };
  const meetings = await loadAskedMeetings(tx, range, secretariatCountry);
  if (meetings.length === 0) return nothing;
  const sides = await loadSides(tx, now, secretariatCountry);
  const asked = meetings.flatMap((one) =>
    one.members.flatMap((code) => {
      const side = sides.of(code);
      return side === null ? [] : side.people.map((person) => ({ asked: one, side, person }));
    }),
  );
  const plannedFor = (one: (typeof asked)[number], lastMailAt: Date | null) =>
    planProgressRequests(progressState(one.asked, one.side, one.person, lastMailAt), now);
  const candidates = asked.filter((one) => plannedFor(one, null).length > 0);
  if (candidates.length === 0) return nothing;
  const mailed = await listMailedSince(
    tx,
    [...new Set(candidates.map(({ person }) => person.id))],
    new Date(now.getTime() - 2 * day),
  );
  // Somebody may be asked for two meetings: for one of them today, for the next tomorrow.
  const askedToday = new Set<string>();
  const requests = candidates.flatMap((one): DueRequest[] => {
    const planned = plannedFor(one, askedToday.has(one.person.id) ? now : (mailed.get(one.person.id) ?? null));
    if (planned.some(({ disposition }) => disposition === "send")) askedToday.add(one.person.id);
    return planned.map((request) => ({ ...request, ...one }));
  });
  return { requests, sides };
}

export interface ProgressContext {
  readonly now: Date;
  readonly newId: () => string;
  readonly config: WritingConfig & { readonly secretariatCountry?: string | undefined };
}

/** Writes requests into the ledger, with a message unless they are only recorded. Returns how many messages were queued. */
async function write(
  tx: Tx,
  due: readonly DueRequest[],
  sides: Sides,
  { now, newId, config }: ProgressContext,
): Promise<number> {
  const rows = due.map((request) => ({ ...request, id: newId() }));
  const ours = await insertProgressRequests(
    tx,
    rows.map(({ id, asked, side, person, step, scheduledFor, disposition }) => ({
      ...{ id, meetingId: asked.id, participantCode: side.code, userId: person.id, step, meetingOn: asked.heldOn },
      ...{ dayKnownAt: asked.dayKnownAt, batchId: noBatch, scheduledFor, createdAt: now },
      superseded: disposition === "send" ? null : disposition,
    })),
  );
  const mails = rows
    .filter(({ id, disposition }) => disposition === "send" && ours.has(id))
    .map(({ id, asked, side, person, step }) =>
      progressMail({ id, step, batchId: noBatch, asked, side, person }, sides, { now, config }),
    );
  await insertMails(tx, mails);
  return mails.length;
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
}

const byHand = "progress_by_hand" as const satisfies ProgressStep;

/** What each person of these countries would be written now; the countries of which nobody can be written to, and those of which nothing is awaited. */
export function progressMessages(
  asked: AskedMeeting,
  { to, batchId, by, ownTexts }: ProgressByHand,
  sides: Sides,
  context: ProgressContext,
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
  context: ProgressContext,
): Promise<number> {
  const { now, config } = context;
  const sides = await loadSides(tx, now, config.secretariatCountry);
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
  { id, step, batchId, asked, side, person, by = null, ownText = "" }: Message,
  sides: Sides,
  { now, config }: Pick<ProgressContext, "now" | "config">,
): NewMailRow {
  const { mailFrom, demonstration, desk, publicUrl } = config;
  const contact = reachedBy(contactOf(sides.everybody, by), desk);
  const { country, days } = side;
  if (country === null) throw new Error(`${side.code} is no country: only members are asked for progress`);
  const facts: ProgressRequestFacts = {
    ...{ name: person.displayName, salutation: person.salutation, contact, now, place: side.place },
    ...{ countryCode: country.alpha3, countryName: country.name },
    role: person.role,
    meeting: { body: asked.body, heldOn: asked.heldOn, place: asked.place, timeZone: asked.timeZone },
    dueOn: awaitedBy(asked, days.timeZone),
    told: toldBy(side.code, asked.filed),
    ...toldBefore(asked, side, person.id, { id, batchId, step }),
    ownText,
    link: pageLink(publicUrl, person.language, "progress", {}, { meeting: asked.id }),
  };
  return newMail({
    ...{ id, kind: step, user: person, countryCode: side.code, now, mailFrom, demonstration },
    ...progressRequest[person.language](facts),
    replyTo: contact?.address ?? desk?.replyTo ?? null,
  });
}
