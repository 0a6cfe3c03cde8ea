import type { Tx } from "@avances/db";
import {
  findMeetingToAsk,
  listFiledProgress,
  listMeetingsToAsk,
  listMemberTerms,
  listProgressRequests,
  type MeetingToAsk,
  type ProgressRequestAndMail,
} from "@avances/db/queries/progress-request-queries";
import type { Recipient } from "@avances/db/queries/recipient-queries";
import { listCountries, listParticipants } from "@avances/db/queries/reference-queries";
import {
  type AskingMeeting,
  awaitedSince,
  bodyMembersOn,
  type FiledProgress,
  isAskedByHand,
  type ParticipantCode,
  type ProgressAskState,
  type ProgressStep,
  progressRequestKey,
  secretariatSeat,
  stillAwaited,
  toldBy,
} from "@avances/domain/network";
import type { CalendarDate } from "@avances/domain/round";
import type { Side } from "./matter-sides.ts";

/** A meeting for which progress is asked, with what is on record of it. */
export interface AskedMeeting extends AskingMeeting {
  readonly id: string;
  readonly place: string;
  /** Who is asked: the members of its body on its day. */
  readonly members: readonly ParticipantCode[];
  readonly filed: readonly FiledProgress[];
  /** The requests, oldest first. */
  readonly ledger: readonly ProgressRequestAndMail[];
}

/** The planned meetings of the Network that begin within these days. `secretariatCountry`: by its clocks a meeting without a host begins. */
export async function loadAskedMeetings(
  tx: Tx,
  range: { readonly from: CalendarDate; readonly until: CalendarDate },
  secretariatCountry: string | undefined,
): Promise<readonly AskedMeeting[]> {
  return withRecord(tx, await listMeetingsToAsk(tx, range), secretariatCountry);
}

/** Any meeting; whether anybody is asked for it says `asksForProgress`. */
export async function findAskedMeeting(
  tx: Tx,
  id: string,
  secretariatCountry: string | undefined,
): Promise<AskedMeeting | undefined> {
  const meeting = await findMeetingToAsk(tx, id);
  return meeting && (await withRecord(tx, [meeting], secretariatCountry))[0];
}

async function withRecord(
  tx: Tx,
  meetings: readonly MeetingToAsk[],
  secretariatCountry: string | undefined,
): Promise<readonly AskedMeeting[]> {
  if (meetings.length === 0) return [];
  const ids = meetings.map(({ id }) => id);
  // The ledger before the mails of a person: whoever wrote in between is then seen in one of them.
  const ledger = Map.groupBy(await listProgressRequests(tx, ids), ({ request }) => request.meetingId);
  const filed = Map.groupBy(await listFiledProgress(tx, ids), ({ meetingId }) => meetingId);
  const countries = await listCountries(tx);
  const members = (await listParticipants(tx)).filter(({ kind }) => kind === "member").map(({ code }) => code);
  const terms = new Map<string, Awaited<ReturnType<typeof listMemberTerms>>>();
  for (const { body } of meetings) if (!terms.has(body)) terms.set(body, await listMemberTerms(tx, body));
  const zoneOf = (code: string | null) => countries.find(({ alpha3 }) => alpha3 === code)?.timeZone;
  const desk = zoneOf(secretariatCountry ?? secretariatSeat) ?? "UTC";
  return meetings.map(({ host, ...meeting }) => ({
    ...meeting,
    timeZone: zoneOf(host) ?? desk,
    members: bodyMembersOn(members, terms.get(meeting.body) ?? [], meeting.heldOn),
    filed: filed.get(meeting.id) ?? [],
    ledger: ledger.get(meeting.id) ?? [],
  }));
}

const isWritten = ({ request }: ProgressRequestAndMail) => request.superseded === null;
const isOf =
  (code: ParticipantCode) =>
  ({ request }: ProgressRequestAndMail) =>
    request.participantCode === code;

/** The requests that were written to a country: a step or an act is one, whoever got it. */
export function asksTo(code: ParticipantCode, ledger: readonly ProgressRequestAndMail[]) {
  const written = ledger.filter((one) => isOf(code)(one) && isWritten(one));
  return [
    ...Map.groupBy(
      written,
      ({ request: { step, dayKnownAt, batchId } }) => `${progressRequestKey(step, dayKnownAt)} ${batchId}`,
    ).values(),
  ];
}

/** What decides whether this person is asked now. */
export function progressState(
  asked: AskedMeeting,
  side: Side,
  person: Pick<Recipient, "id" | "createdAt">,
  lastMailAt: Date | null,
): ProgressAskState {
  const own = asked.ledger.filter(isOf(side.code));
  const keyOf = ({ request: { step, dayKnownAt } }: ProgressRequestAndMail) => progressRequestKey(step, dayKnownAt);
  // Whom a message did not reach was told nothing.
  const byHand = own.filter(
    ({ request, mail }) =>
      isAskedByHand(request.step) &&
      request.dayKnownAt.getTime() === asked.dayKnownAt.getTime() &&
      mail?.state !== "stopped" &&
      mail?.state !== "dead",
  );
  return {
    ...side.days,
    meeting: asked,
    awaited: asked.members.includes(side.code) ? stillAwaited(toldBy(side.code, asked.filed)) : [],
    awaitedSince: awaitedSince(side.code, asked.filed),
    toldAt: byHand.at(-1)?.request.createdAt ?? null,
    personSince: person.createdAt,
    handled: new Set(own.filter(({ request }) => request.userId === person.id).map(keyOf)),
    written: new Set(own.filter(isWritten).map(keyOf)),
    lastMailAt,
  };
}

/** What was told before a message is written: whether its country was asked for it, and which day of the meeting this person was told last. */
export function toldBefore(
  asked: AskedMeeting,
  side: Pick<Side, "code">,
  personId: string,
  own: { readonly id: string; readonly batchId: string; readonly step: ProgressStep },
): { readonly isAgain: boolean; readonly toldOn: CalendarDate | null } {
  // As when it was written first: it counts neither itself nor those that go with it.
  const isOwn = ({ request: { id, batchId, step, dayKnownAt } }: ProgressRequestAndMail) =>
    id === own.id ||
    (batchId === own.batchId && step === own.step && dayKnownAt.getTime() === asked.dayKnownAt.getTime());
  const arrived = asked.ledger.filter(
    (one) =>
      isOf(side.code)(one) &&
      isWritten(one) &&
      !isOwn(one) &&
      (one.mail?.state === "sent" || one.mail?.state === "kept"),
  );
  const last = arrived.findLast(({ request }) => request.userId === personId)?.request.meetingOn ?? null;
  return { isAgain: arrived.length > 0, toldOn: last === asked.heldOn ? null : last };
}
