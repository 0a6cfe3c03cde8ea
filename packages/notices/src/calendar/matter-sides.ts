import type { Tx } from "@avances/db";
import { listHeldDays } from "@avances/db/queries/hold-queries";
import type { AskedCommitment, RequestAndMail } from "@avances/db/queries/matter-request-queries";
import { listDaysOff } from "@avances/db/queries/quiet-queries";
import { listRecipients, type Recipient } from "@avances/db/queries/recipient-queries";
import { listCountries, listParticipants } from "@avances/db/queries/reference-queries";
import { roleFacts } from "@avances/domain/access";
import type { Language } from "@avances/domain/catalogue";
import {
  anchorOf,
  answersCommitments,
  heldInAnyRound,
  lastSentTo,
  type MatterAskState,
  type MatterStep,
  matterRequestKey,
  type ParticipantCode,
  type ParticipantKind,
  type ProgressStep,
  replyOf,
  secretariatSeat,
} from "@avances/domain/network";
import type { Country } from "@avances/domain/reference";
import { type CalendarDate, dateRelation, localDate, noDaysOff, type SendingDays } from "@avances/domain/round";
import { requestWordingOf } from "@avances/domain/wording";
import { loadWordings, type Wordings, type WrittenWording } from "./wordings.ts";

/** A participant, as requests to it need it. */
export interface Side {
  readonly code: ParticipantCode;
  readonly kind: ParticipantKind;
  /** Of a member. */
  readonly country: Country | null;
  /** By whose clocks its days end: its capital's; of an organisation those of the desk. */
  readonly place: Pick<Country, "timeZone" | "capital"> | null;
  readonly days: SendingDays;
  /** Who reads for it and may answer for it. Each gets one message. */
  readonly people: readonly Recipient[];
}

/** Everything about sides that requests at this moment need; null of a code that takes no part. */
export interface Sides {
  readonly everybody: readonly Recipient[];
  of(code: ParticipantCode): Side | null;
}

/** `secretariatCountry`: where the Secretariat works. Only the Secretariat and the scheduler know what is held. */
export async function loadSides(tx: Tx, now: Date, secretariatCountry: string | undefined): Promise<Sides> {
  const [participants, countries, daysOff, holds, everybody] = await Promise.all([
    listParticipants(tx),
    listCountries(tx),
    listDaysOff(tx, now),
    listHeldDays(tx, now),
    listRecipients(tx, now),
  ]);
  const desk = countries.find(({ alpha3 }) => alpha3 === (secretariatCountry ?? secretariatSeat)) ?? null;
  return {
    everybody,
    of: (code) => {
      const participant = participants.find((one) => one.code === code);
      if (participant === undefined) return null;
      const { kind } = participant;
      const country = kind === "member" ? (countries.find(({ alpha3 }) => alpha3 === code) ?? null) : null;
      const place = country ?? desk;
      const timeZone = place?.timeZone ?? "UTC";
      const days: SendingDays =
        country === null
          ? { timeZone, daysOff: noDaysOff }
          : { timeZone, daysOff: daysOff(code), heldUntil: heldInAnyRound(holds, code, localDate(now, timeZone)) };
      return { ...{ code, kind, country, place, days }, people: peopleOf(code, country !== null, everybody) };
    },
  };
}

/** The same with the words that the secretariat has written: what it takes to write to a side. */
export interface Writing extends Sides {
  readonly wordings: Wordings;
}

export async function loadWriting(tx: Tx, now: Date, secretariatCountry: string | undefined): Promise<Writing> {
  return { ...(await loadSides(tx, now, secretariatCountry)), wordings: await loadWordings(tx) };
}

/**
 * The words that the secretariat has written for such a request to one of this side; null = the built-in ones. `day`: by which it is asked for; null =
 * there is none. They are written to countries that are asked: an organisation has the built-in ones.
 */
export function requestWords(
  { wordings }: Pick<Writing, "wordings">,
  { step, day, side, language, now }: RequestToWord,
): WrittenWording | null {
  if (side.country === null || !mayAnswer(side)) return null;
  const kind = requestWordingOf(step, day === null ? null : dateRelation(day, now, side.country.timeZone));
  return kind === null ? null : wordings(kind, language);
}

interface RequestToWord {
  readonly step: MatterStep | ProgressStep;
  readonly day: CalendarDate | null;
  readonly side: Pick<Side, "code" | "country">;
  readonly language: Language;
  readonly now: Date;
}

/** Of a member those who speak for it; of an organisation whoever reads for it. */
function peopleOf(code: ParticipantCode, isMember: boolean, everybody: readonly Recipient[]): readonly Recipient[] {
  if (!isMember) return everybody.filter(({ organisationCode }) => organisationCode === code);
  return everybody.filter(({ role, countryCode }) => countryCode === code && roleFacts[role].speaks);
}

/** Can this side answer in the portal, and say how far something has come? The others read. */
export const mayAnswer = ({ code }: Pick<Side, "code">): boolean => answersCommitments(code);

/** Is an answer of this side awaited to what was last sent to it? */
export function awaitsAnswer(asked: AskedCommitment, side: Pick<Side, "code">): boolean {
  const { dispatches, replies } = asked;
  return (
    mayAnswer(side) && lastSentTo(side.code, dispatches) !== null && replyOf(side.code, dispatches, replies) === null
  );
}

/** Whom the calendar may ask about this commitment: those who were sent it, and whoever owes it, unless it is its author. */
export function sidesOf({ author, responsible, dispatches }: AskedCommitment): readonly ParticipantCode[] {
  const all = new Set([responsible, ...dispatches.flatMap(({ to }) => to)]);
  all.delete(author);
  return [...all].sort();
}

/** What decides whether this person is asked now. `ledger`: the requests about this commitment. */
export function askState(
  asked: AskedCommitment,
  side: Side,
  person: Pick<Recipient, "id" | "createdAt">,
  { ledger, lastMailAt }: { readonly ledger: readonly RequestAndMail[]; readonly lastMailAt: Date | null },
): MatterAskState {
  const own = ledger.filter(({ request }) => request.participantCode === side.code);
  const told = [
    lastSentTo(side.code, asked.dispatches),
    ...own.flatMap(({ request }) => (anchorOf(request.step) === null ? [request.createdAt] : [])),
  ];
  return {
    ...side.days,
    stage: asked.stage,
    replyBy: awaitsAnswer(asked, side) ? asked.replyBy : null,
    dueOn: asked.responsible === side.code ? asked.dueOn : null,
    toldAt: told.reduce((last, at) => (at !== null && (last === null || at > last) ? at : last), null),
    personSince: person.createdAt,
    handled: new Set(
      own
        .filter(({ request }) => request.userId === person.id)
        .map(({ request }) => matterRequestKey(request.step, request.anchorDate)),
    ),
    lastMailAt,
  };
}
